// Ids sort by time, come back from text, and no other text is an id. Phrases hold their values.
#include "base/id.h"

#include <set>

#include <gtest/gtest.h>

#include "base/phrase.h"

namespace vastin {
namespace {

struct Thing {};

IdText make(std::int64_t milliseconds, std::uint8_t last = 0) {
    return IdText::make({milliseconds}, {1, 2, 3, 4, 5, 6, 7, 8, 9, last});
}

TEST(Ids, SortByTime) {
    IdText before;
    for (std::int64_t at : {0LL, 1LL, 31LL, 32LL, 1023LL, 1024LL, 1748870100000LL, 1748870100001LL, (1LL << 48) - 1}) {
        const IdText id = make(at, 255);
        EXPECT_LT(before, id) << at;
        EXPECT_LT(before.str(), id.str()) << "text sorts as the id does: " << at;
        before = id;
    }
}

TEST(Ids, ComeBackFromText) {
    for (int chance = 0; chance < 256; ++chance) {
        const IdText id = make(1748870100000, static_cast<std::uint8_t>(chance));
        ASSERT_EQ(id.str().size(), 26U);
        EXPECT_EQ(IdText::read(id.str()), id);
    }
}

TEST(Ids, EachBitOfChanceMatters) {
    std::set<std::string> all;
    for (std::size_t byte = 0; byte < 10; ++byte) {
        for (int bit = 0; bit < 8; ++bit) {
            std::array<std::uint8_t, 10> chance{};
            chance[byte] = static_cast<std::uint8_t>(1 << bit);
            all.insert(IdText::make({1}, chance).str());
        }
    }
    EXPECT_EQ(all.size(), 80U);
}

TEST(Ids, NoOtherTextIsAnId) {
    const std::string good = make(1748870100000).str();
    ASSERT_TRUE(IdText::read(good));
    for (char bad : std::string("iloOU-_ .%/'\"<A\xC3")) {
        for (std::size_t at : {0U, 12U, 25U}) {
            std::string text = good;
            text[at] = bad;
            EXPECT_FALSE(IdText::read(text)) << text;
        }
    }
    std::string nul = good;
    nul[5] = '\0';
    EXPECT_FALSE(IdText::read(nul));
    EXPECT_FALSE(IdText::read(good + "0"));
    EXPECT_FALSE(IdText::read(good.substr(1)));
    EXPECT_FALSE(IdText::read(""));
    EXPECT_FALSE(IdText::read("8" + good.substr(1))) << "10 letters of 5 bits hold more than 48 bits of time";
}

TEST(Ids, OfAThing) {
    const Id<Thing> none;
    EXPECT_TRUE(none.empty());
    const Id<Thing> id{make(5)};
    EXPECT_FALSE(id.empty());
    EXPECT_EQ(Id<Thing>::read(id.str()), id);
    EXPECT_FALSE(Id<Thing>::read("x"));
    EXPECT_EQ(Version{1}.next(), Version{2});
}

TEST(Phrases, HoldTheirValues) {
    const Phrase phrase = say("The call closed on {0}, {1}.", *Date::of(2025, 6, 2), Money::euros(5));
    ASSERT_EQ(phrase.values.size(), 2U);
    EXPECT_EQ(std::get<Date>(phrase.values[0]), *Date::of(2025, 6, 2));
    EXPECT_EQ(std::get<Money>(phrase.values[1]), Money::euros(5));
    EXPECT_EQ(phrase, say("The call closed on {0}, {1}.", *Date::of(2025, 6, 2), Money::euros(5)));
    EXPECT_FALSE(phrase == say("The call closed on {0}, {1}.", *Date::of(2025, 6, 2), Money::euros(6)));
    EXPECT_FALSE(phrase.empty());
    EXPECT_TRUE(Phrase().empty());
}

TEST(Phrases, OfDataAndWithinPhrases) {
    const Localised city{"Kokkola", "Karleby", "Kokkola"};
    const Phrase inner(city);
    EXPECT_FALSE(inner.empty());
    EXPECT_EQ(inner.own->in(Language::sv), "Karleby");
    EXPECT_EQ(city.in(Language::fi), "Kokkola");
    const Phrase outer = say("{0}: {1}", inner, std::int64_t{3});
    EXPECT_EQ(std::get<Phrase>(outer.values[0]), inner);
    EXPECT_FALSE(outer == say("{0}: {1}", Phrase(Localised{"Kalajoki", "Kalajoki", "Kalajoki"}), std::int64_t{3}));
    const Phrase many = say_count(2, "One day", "{0} days", std::int64_t{2});
    EXPECT_EQ(many.count, 2);
    EXPECT_EQ(many.plural, "{0} days");
    EXPECT_FALSE(many == say_count(3, "One day", "{0} days", std::int64_t{2}));
}

TEST(Phrases, ThreeLanguages) {
    for (Language language : languages) {
        EXPECT_EQ(read_language(code(language)), language);
    }
    EXPECT_FALSE(read_language("de"));
    EXPECT_FALSE(read_language("FI"));
    EXPECT_FALSE(read_language(""));
}

}  // namespace
}  // namespace vastin
