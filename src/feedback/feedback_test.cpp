// Feedback on accessibility: what is taken, until when it is answered, and how.
#include "feedback/feedback.h"

#include <set>

#include "acting.h"
#include "feedback/feedback_acts.h"
#include "feedback/feedback_pages.h"
#include "feedback/feedback_store.h"
#include "flow/audit.h"
#include "flow/flow_store.h"
#include "kit/limits.h"
#include "programme/programme_acts.h"
#include "programme/test_town.h"
#include "visiting.h"

namespace vastin::feedback {
namespace {

using cast::a_week_before;

std::vector<std::string> fields(const std::vector<Reason>& reasons) {
    std::vector<std::string> all;
    for (const Reason& reason : reasons) {
        all.push_back(reason.field);
    }
    return all;
}
using Fields = std::vector<std::string>;

TEST(Feedback, IsAnsweredWithinTheDaysOfTheLaw) {
    const Date due = due_day(*Date::of(2025, 5, 26), 14);
    EXPECT_EQ(write_date(due), "2025-06-09");
    EXPECT_EQ(days_left(*Date::of(2025, 5, 26), due).count, 14);
    EXPECT_EQ(days_left(*Date::of(2025, 6, 8), due).message, "One day left");
    EXPECT_EQ(days_left(*Date::of(2025, 6, 9), due).message, "Today is the last day");
    EXPECT_EQ(days_left(*Date::of(2025, 6, 10), due).message, "One day late");
    EXPECT_EQ(days_left(*Date::of(2025, 6, 12), due).count, 3);
}

TEST(Feedback, NeedsOnlyWordsOfWhatDoesNotWork) {
    EXPECT_TRUE(faults({"", "Ruudunlukija ei lue summaa.", "", ""}).empty());
    EXPECT_TRUE(faults({"/fi/calls", "<b>&\"' \U0001F600 \u05D0", "Åke", " A@b.fi "}).empty());
    EXPECT_EQ(fields(faults({"", " \n ", "", ""})), Fields{"text"});
    EXPECT_EQ(fields(faults({std::string(201, 'x'), std::string(5001, 'x'), std::string(300, 'n'), "no address"})),
              (Fields{"page", "text", "name", "email"}));
    EXPECT_EQ(fields(faults({"a\nb", "text", "", ""})), Fields{"page"});
}

class FeedbackActs : public cast::Acting {
  protected:
    Result<Id<Case>> told(const Given& given, Instant now = a_week_before) {
        return act_twice([&](flow::Act& a) { return give(a, given, Language::sv, 14); }, now, {"", "visitor"});
    }
    Done answered(const std::string& id, const std::string& text) {
        identity::Person official;
        official.id = *Id<identity::Account>::read("00000000000000000000000009");
        official.name = "Hankekoordinaattori · Kokkola";
        return act_twice(
            [&](flow::Act& a) { return answer(a, official, id, text); }, a_week_before + hours(48), official.actor());
    }
    Case found(Id<Case> id) {
        return read([&](kit::Transaction& t) { return find(t, id); }).value();
    }
    std::vector<flow::Posted> letters() {
        return read([](kit::Transaction& t) { return flow::newest_letters(t, 10); });
    }
};
VASTIN_ON_BOTH_DATABASES(FeedbackActs);

TEST_P(FeedbackActs, ACaseHasANumberAndALastDayAndIsAnsweredOnce) {
    const auto first = told({"/sv/calls", "Kontrasten är för låg.", "Åke", "ake@example.fi"}).value();
    const auto second = told({"", "Toinen", "", ""}).value();
    EXPECT_EQ(found(first).number, 1);
    EXPECT_EQ(found(second).number, 2);
    EXPECT_EQ(write_date(found(first).due), "2025-06-09");
    EXPECT_TRUE(letters().empty()) << "nobody makes this service write to somebody";
    EXPECT_TRUE(answered(first.str(), "Vi har höjt kontrasten.").has_value());
    ASSERT_EQ(letters().size(), 1U);
    EXPECT_EQ(letters()[0].letter.to, "ake@example.fi");
    EXPECT_EQ(letters()[0].letter.language, Language::sv) << "in the language of who told";
    EXPECT_NE(letters()[0].letter.text.find("Vi har höjt kontrasten."), std::string::npos);
    const Case now = found(first);
    EXPECT_EQ(now.state, State::answered);
    EXPECT_EQ(now.answer->by, "Hankekoordinaattori · Kokkola");
    const auto again = answered(first.str(), "Toinen vastaus");
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(found(first).answer->text, "Vi har höjt kontrasten.");
    EXPECT_TRUE(answered(second.str(), "Kiitos.").has_value());
    EXPECT_EQ(letters().size(), 1U) << "without an address there is no letter";
    const auto verified = flow::verify(database());
    EXPECT_TRUE(verified.faults.empty()) << verified.faults.front();
}

TEST_P(FeedbackActs, WhatCannotBeTakenLeavesNoTrace) {
    const auto id = told({"", "Teksti", "", ""}).value();
    const auto before = cast::everything(database());
    EXPECT_EQ(told({"", "", "", ""}).error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(fields(answered(id.str(), " ").error().reasons), Fields{"answer"});
    EXPECT_EQ(fields(answered(id.str(), std::string(5001, 'x')).error().reasons), Fields{"answer"});
    EXPECT_EQ(answered("00000000000000000000000001", "x").error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(answered("nonsense", "x").error().kind, Refusal::Kind::not_found);
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(FeedbackActs, ADayTakesOnlySoMuch) {
    for (std::size_t i = 0; i < kit::limits::feedback_a_day; ++i) {
        act([&](flow::Act& a) { return give(a, {"", "x", "", ""}, Language::fi, 14); }).value();
    }
    EXPECT_EQ(told({"", "x", "", ""}).error().kind, Refusal::Kind::too_many);
    EXPECT_TRUE(told({"", "x", "", ""}, a_week_before + hours(25)).has_value());
}

TEST_P(FeedbackActs, ListsAreWalkedByKeysWithWhatIsDueFirstInFront) {
    std::set<std::string> all;
    for (int day = 9; day >= 0; --day) {
        act(
            [&](flow::Act& a) {
                return give(a, {"", "x", "", ""}, Language::fi, 14);
            },
            a_week_before + hours(24 * day))
            .value();
    }
    std::optional<Place> after;
    Date last;
    for (int page = 0; page < 4; ++page) {
        const auto some = read([&](kit::Transaction& t) { return list(t, State::open, after, 3); });
        EXPECT_EQ(some.size(), page < 3 ? 3U : 1U);
        for (const Case& one : some) {
            EXPECT_GE(one.due, last);
            last = one.due;
            all.insert(one.id.str());
            after = Place{one.due, one.id};
        }
    }
    EXPECT_EQ(all.size(), 10U);
    EXPECT_TRUE(read([](kit::Transaction& t) { return list(t, State::answered, std::nullopt, 3); }).empty());
}

class FeedbackPages : public cast::Visiting {
  protected:
    void SetUp() override {
        Visiting::SetUp();
        kit::Faults faults;
        const auto kokkola = programme::load(programme::real_file("programme.toml"), faults);
        act([&](flow::Act& a) { return programme::publish(a, kokkola); }).value();
    }
    std::span<const page::Route> routes() const override { return feedback::routes(); }
};
VASTIN_ON_BOTH_DATABASES(FeedbackPages);

TEST_P(FeedbackPages, WhoHasTheAddressSeesTheCaseButNotWhoGaveIt) {
    const auto id = act([](flow::Act& a) {
                        return give(a, {"", "Rivi 1\nRivi <2>", "Aino Nimi", "aino@example.fi"}, Language::fi, 14);
                    }).value();
    const auto page = open("/fi/accessibility-feedback/" + id.str());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Rivi &lt;2&gt;"));
    EXPECT_TRUE(has(page, "9.6.2025"));
    EXPECT_FALSE(has(page, "Aino Nimi") || has(page, "aino@example.fi"));
    EXPECT_EQ(header(page, "X-Robots-Tag"), "noindex");
    EXPECT_EQ(open("/fi/accessibility-feedback/" + std::string(26, '0')).status, 404);
    EXPECT_TRUE(has(open("/fi/accessibility-feedback", "page=%2Ffi%2Fcalls"), "value=\"/fi/calls\""));
    who.emplace();
    who->role = identity::Role::coordinator;
    const auto desk = open("/fi/desk/feedback/" + id.str());
    EXPECT_TRUE(has(desk, "Aino Nimi") && has(desk, "aino@example.fi"));
    EXPECT_TRUE(has(open("/fi/desk/feedback"), "14 päivää") || has(open("/fi/desk/feedback"), "14\u00a0päivää"));
    EXPECT_TRUE(has(open("/fi/desk/feedback", "state=answered"), "Täällä ei ole mitään."));
}

}  // namespace
}  // namespace vastin::feedback
