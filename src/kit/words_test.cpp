#include "kit/words.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>

#include "base/check.h"
#include "cast.h"

namespace vastin::kit {
namespace {

constexpr Language fi = Language::fi, sv = Language::sv, en = Language::en;

/// "_" for the no-break space, so that a test can be read.
std::string seen(std::string text) {
    for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) {
        text.replace(at, 2, "_");
    }
    return text;
}

/// The instant at which clocks in UTC show this.
Instant utc(const char* time) { return Zone("UTC").moment(*read_local_time(time)).at; }

struct WordsTest : testing::Test {
    Words words{cast::build() + "/texts", Zone("Europe/Helsinki")};
    std::string say_in(Language language, const Phrase& phrase) const { return seen(words.text(language, phrase)); }
};

TEST_F(WordsTest, SumsHaveTheirFormInEachLanguage) {
    EXPECT_EQ(seen(words.money(fi, Money::cents(123450))), "1_234,50_€");
    EXPECT_EQ(seen(words.money(sv, Money::cents(123450))), "1_234,50_€");
    EXPECT_EQ(seen(words.money(en, Money::cents(123450))), "€1,234.50");
    EXPECT_EQ(seen(words.money(fi, Money::cents(5))), "0,05_€");
    EXPECT_EQ(seen(words.money(fi, Money::euros(560000))), "560_000,00_€");
    EXPECT_EQ(seen(words.money(en, largest_sum)), "€999,999,999.99");
}

TEST_F(WordsTest, MinusIsTheTrueMinus) {
    EXPECT_EQ(seen(words.money(fi, Money::cents(-1))), "−0,01_€");
    EXPECT_EQ(seen(words.money(en, Money::cents(-123450))), "−€1,234.50");
    EXPECT_EQ(seen(words.number(sv, -1000)), "−1_000");
    EXPECT_EQ(seen(words.share(fi, Share{-750})), "−7,5_%");
}

TEST_F(WordsTest, TheSmallestAndLargestCountsAreWritten) {
    EXPECT_EQ(words.number(en, std::numeric_limits<std::int64_t>::min()), "−9,223,372,036,854,775,808");
    EXPECT_EQ(words.number(en, std::numeric_limits<std::int64_t>::max()), "9,223,372,036,854,775,807");
    EXPECT_EQ(words.number(en, 0), "0");
}

TEST_F(WordsTest, WholeSumsStandWithoutCents) {
    EXPECT_EQ(seen(words.whole_money(fi, Money::euros(560000))), "560_000_€");
    EXPECT_EQ(seen(words.whole_money(fi, Money::cents(56000050))), "560_000,50_€");
    EXPECT_EQ(seen(words.whole_money(en, Money::euros(-560000))), "−€560,000");
}

TEST_F(WordsTest, SharesShowOnlyTheDecimalsTheyHave) {
    EXPECT_EQ(seen(words.share(fi, Share{6000})), "60_%");
    EXPECT_EQ(seen(words.share(sv, Share{750})), "7,5_%");
    EXPECT_EQ(seen(words.share(en, Share{750})), "7.5%");
    EXPECT_EQ(seen(words.share(fi, Share{3333})), "33,33_%");
    EXPECT_EQ(seen(words.share(fi, Share{5})), "0,05_%");
    EXPECT_EQ(seen(words.share(en, whole_share)), "100%");
}

TEST_F(WordsTest, NumbersAreGroupedByThree) {
    EXPECT_EQ(seen(words.number(fi, 999)), "999");
    EXPECT_EQ(seen(words.number(fi, 12345)), "12_345");
    EXPECT_EQ(seen(words.number(sv, 1234567)), "1_234_567");
    EXPECT_EQ(seen(words.number(en, 12345)), "12,345");
}

TEST_F(WordsTest, DaysAndPeriods) {
    const Date first = *Date::of(2024, 5, 1), last = *Date::of(2027, 4, 30);
    EXPECT_EQ(seen(words.day(fi, *Date::of(2025, 6, 2))), "2.6.2025");
    EXPECT_EQ(seen(words.day(sv, *Date::of(2025, 12, 24))), "24.12.2025");
    EXPECT_EQ(seen(words.day(en, *Date::of(2025, 6, 2))), "2_June_2025");
    EXPECT_EQ(seen(words.period(fi, {first, last})), "1.5.2024–30.4.2027");
    EXPECT_EQ(seen(words.period(sv, {first, last})), "1.5.2024–30.4.2027");
    EXPECT_EQ(seen(words.period(en, {first, last})), "1_May_2024_–_30_April_2027");
}

TEST_F(WordsTest, MomentsAreReadOnTheClockOfTheTown) {
    const Instant at = utc("2025-06-02T13:15:59");
    EXPECT_EQ(seen(words.moment(fi, at)), "ma_2.6.2025_klo_16.15");
    EXPECT_EQ(seen(words.moment(sv, at)), "må_2.6.2025_kl._16.15");
    EXPECT_EQ(seen(words.moment(en, at)), "Mon_2_June_2025_at_16:15");
    EXPECT_EQ(seen(words.second(fi, at)), "ma_2.6.2025_klo_16.15.59");
    EXPECT_EQ(seen(words.second(sv, at)), "må_2.6.2025_kl._16.15.59");
    EXPECT_EQ(seen(words.second(en, at)), "Mon_2_June_2025_at_16:15:59");
    EXPECT_EQ(seen(words.moment(fi, utc("2025-06-07T21:05"))), "su_8.6.2025_klo_0.05");
    EXPECT_EQ(seen(words.moment(en, utc("2025-06-07T21:05"))), "Sun_8_June_2025_at_00:05");
}

TEST_F(WordsTest, EveryWeekdayHasItsName) {
    const char* names[7][3] = {{"ma", "må", "Mon"},
                               {"ti", "ti", "Tue"},
                               {"ke", "on", "Wed"},
                               {"to", "to", "Thu"},
                               {"pe", "fr", "Fri"},
                               {"la", "lö", "Sat"},
                               {"su", "sö", "Sun"}};
    for (int day = 0; day < 7; ++day) {
        const Instant at = utc("2025-06-02T09:00") + hours(24 * day);
        EXPECT_TRUE(words.moment(fi, at).starts_with(names[day][0])) << day;
        EXPECT_TRUE(words.moment(sv, at).starts_with(names[day][1])) << day;
        EXPECT_TRUE(words.moment(en, at).starts_with(names[day][2])) << day;
    }
}

TEST_F(WordsTest, TheClockJumpsOverAnHourInSpring) {
    EXPECT_EQ(seen(words.moment(fi, utc("2025-03-30T00:59"))), "su_30.3.2025_klo_2.59");
    EXPECT_EQ(seen(words.moment(fi, utc("2025-03-30T01:00"))), "su_30.3.2025_klo_4.00");
}

TEST_F(WordsTest, TheClockShowsAnHourTwiceInAutumn) {
    EXPECT_EQ(seen(words.second(fi, utc("2025-10-26T00:30:01"))), "su_26.10.2025_klo_3.30.01");
    EXPECT_EQ(seen(words.second(fi, utc("2025-10-26T01:30:01"))), "su_26.10.2025_klo_3.30.01");
    EXPECT_EQ(seen(words.moment(sv, utc("2025-10-26T02:00"))), "sö_26.10.2025_kl._4.00");
}

TEST_F(WordsTest, SpansNameTheTwoLargestUnits) {
    const Duration week = hours(7 * 24 + 5);
    EXPECT_EQ(seen(words.span(fi, week)), "7_päivää 5_tuntia");
    EXPECT_EQ(seen(words.span(sv, week)), "7_dagar 5_timmar");
    EXPECT_EQ(seen(words.span(en, week)), "7_days 5_hours");
    EXPECT_EQ(seen(words.span(sv, minutes(64))), "1_timme 4_minuter");
    EXPECT_EQ(seen(words.span(fi, minutes(61))), "1_tunti 1_minuutti");
    EXPECT_EQ(seen(words.span(en, hours(25))), "1_day 1_hour");
}

TEST_F(WordsTest, SpansLeaveOutWhatIsNothingAndAreNeverTooLong) {
    EXPECT_EQ(seen(words.span(fi, hours(24))), "1_päivä");
    EXPECT_EQ(seen(words.span(fi, Duration{hours(24).milliseconds + minutes(30).milliseconds})), "1_päivä");
    EXPECT_EQ(seen(words.span(fi, seconds(119))), "1_minuutti");
    EXPECT_EQ(seen(words.span(fi, seconds(59))), "alle minuutin");
    EXPECT_EQ(seen(words.span(sv, seconds(0))), "mindre än en minut");
    EXPECT_EQ(seen(words.span(en, seconds(-5))), "less than a minute");
}

TEST_F(WordsTest, EachKindOfValueIsSpokenInItsForm) {
    EXPECT_EQ(say_in(fi, say("{0}|{1}|{2}", std::int64_t{12345}, Money::euros(5000), Share{2500})),
              "12_345|5_000,00_€|25_%");
    EXPECT_EQ(say_in(sv, say("{0}|{1}", *Date::of(2025, 6, 2), utc("2025-06-02T13:15"))),
              "2.6.2025|må_2.6.2025_kl._16.15");
    EXPECT_EQ(say_in(en, say("{1}{0}", std::string("a"), Localised{"f", "s", "e"})), "ea");
    EXPECT_EQ(say_in(fi, say("({0})", Period{*Date::of(2025, 1, 1), *Date::of(2025, 1, 2)})), "(1.1.2025–2.1.2025)");
    EXPECT_EQ(say_in(fi, say("({0})", say_count(2, "{0} day", "{0} days", std::int64_t{2}))), "(2 päivää)");
}

TEST_F(WordsTest, OnlyANumberInBracesIsAPlaceForAValue) {
    EXPECT_EQ(words.text(fi, say("{} {a} {0 }{ {0}{", std::string("x"))), "{} {a} {0 }{ x{");
    EXPECT_EQ(words.text(fi, say("{0}", std::string("{0} <b>"))), "{0} <b>");
    EXPECT_THROW(words.text(fi, say("{1}", std::string("x"))), Bug);
}

TEST_F(WordsTest, TheCountChoosesTheFormInEachLanguage) {
    const auto days = [](std::int64_t n) { return say_count(n, "{0} day", "{0} days", n); };
    EXPECT_EQ(say_in(fi, days(1)), "1 päivä");
    EXPECT_EQ(say_in(fi, days(0)), "0 päivää");
    EXPECT_EQ(say_in(fi, days(5'000'000'001)), "5_000_000_001 päivää");
    EXPECT_EQ(say_in(sv, days(1)), "1 dag");
    EXPECT_EQ(say_in(sv, days(2)), "2 dagar");
    EXPECT_EQ(say_in(en, days(1)), "1 day");
    EXPECT_EQ(say_in(en, days(0)), "0 days");
    EXPECT_EQ(say_in(fi, say_count(2, "no such one", "no such many")), "no such many");
}

TEST_F(WordsTest, TextsOfTheDataAndEmptyPhrasesSpeakAsTheyAre) {
    const Phrase own = Localised{"teema", "tema", "theme {0}"};
    EXPECT_EQ(words.text(fi, own), "teema");
    EXPECT_EQ(words.text(sv, own), "tema");
    EXPECT_EQ(words.text(en, own), "theme {0}");
    EXPECT_EQ(words.text(fi, Phrase()), "");
}

TEST_F(WordsTest, AMessageWithoutTranslationIsToldAndSpokenInEnglish) {
    EXPECT_EQ(words.translated(fi, "less than a minute"), "alle minuutin");
    EXPECT_EQ(words.translated(en, "less than a minute"), "less than a minute");
    EXPECT_EQ(words.translated(sv, "there is no such word"), "");
    EXPECT_EQ(words.translated(sv, ""), "");
    EXPECT_EQ(words.text(sv, say("there is no such word")), "there is no such word");
}

std::string with_catalogue(const std::string& bytes) {
    const std::string folder = cast::fresh_folder();
    for (const char* name : {"/fi.mo", "/sv.mo"}) {
        std::ofstream(folder + name, std::ios::binary) << bytes;
    }
    return folder;
}

TEST(WordsCatalogue, AMissingCatalogueIsNamed) {
    const std::string folder = cast::fresh_folder();
    try {
        const Words words(folder, Zone("Europe/Helsinki"));
        FAIL() << "no catalogue was taken for one";
    } catch (const std::runtime_error& why) {
        EXPECT_NE(std::string(why.what()).find("fi.mo"), std::string::npos) << why.what();
    }
}

TEST(WordsCatalogue, ABrokenCatalogueIsRefusedWhereverItEnds) {
    std::ifstream file(cast::build() + "/texts/fi.mo", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(file), {}};
    ASSERT_GT(whole.size(), 100U);
    EXPECT_NO_THROW(Words(with_catalogue(whole), Zone("UTC")));
    EXPECT_THROW(Words(with_catalogue("not a catalogue, only a text of some length"), Zone("UTC")), std::runtime_error);
    for (const std::size_t size : {std::size_t{0}, std::size_t{20}, std::size_t{40}, whole.size() - 1}) {
        EXPECT_THROW(Words(with_catalogue(whole.substr(0, size)), Zone("UTC")), std::runtime_error) << size;
    }
}

}  // namespace
}  // namespace vastin::kit
