// Calls with cut-offs and calls in the order of arrival: in which batch an application stands, what each batch asks
// for, where the pot ends, who is reminded of a cut-off.
#include "application/application_send.h"
#include "call/asked_store.h"
#include "desk/desk_acts.h"
#include "desk/desk_batch_pages.h"
#include "desk/desk_export.h"
#include "desk/desk_store.h"
#include "flow/flow_store.h"
#include "town_cast.h"

namespace vastin::desk {
namespace {

using application::State;
using cast::a_week_before;

constexpr Instant first_cut_off = a_week_before + hours(1), second_cut_off = a_week_before + hours(100);

class Batches : public cast::Applicants {
  protected:
    void SetUp() override {
        Applicants::SetUp();
        world().followers = {{"application", "send", "desk: note the arrival", note_arrival},
                             {"application", "withdraw", "desk: note the withdrawal", note_withdrawal}};
        publish(in_batches());
    }
    static cast::Changes in_batches() {
        const Zone zone("Europe/Helsinki");
        return {{"kind = \"fixed\"", "kind = \"continuous\""},
                {"closes = 2025-06-02T16:15:00",
                 "cut_offs = [" + write_local_time(zone.local(first_cut_off)) + ", " +
                     write_local_time(zone.local(second_cut_off)) + "]"},
                {"keys = [\"window.opens\", \"window.closes\"]", "keys = [\"window.opens\"]"}};
    }
    Id<application::Application> arrived(const std::string& name, Instant now) {
        const auto draft = whole_draft(anna, name);
        EXPECT_TRUE(send(anna, draft, now).has_value());
        return draft.id;
    }
    call::Call call_now() {
        return *read([](kit::Transaction& t) { return call::find(t, {"2025"}); });
    }
    std::vector<std::string> titles(const Filter& filter) {
        std::vector<std::string> all;
        for (const Row& row : read([&](kit::Transaction& t) { return list(t, "2025", filter, from_the_first, 50); })) {
            all.push_back(row.title);
        }
        return all;
    }
    Money asked() {
        return read([](kit::Transaction& t) { return call::asked_of(t, {"2025"}); });
    }
    void withdraw(Id<application::Application> id) {
        EXPECT_TRUE(act_twice([&](flow::Act& a) { return application::withdraw(a, anna, id.str()); },
                              a_week_before + hours(3),
                              anna.actor())
                        .has_value());
    }
    Done reopen(Id<application::Application> id, Instant now) {
        return act_twice([&](flow::Act& a) { return application::reopen(a, anna, id.str()); }, now, anna.actor());
    }
};
VASTIN_ON_BOTH_DATABASES(Batches);
using Titles = std::vector<std::string>;

TEST_P(Batches, AreRangesOfTheArrivalWhateverElseIsChosen) {
    const auto call = call_now();
    arrived("Akku viime hetkellä", first_cut_off);
    arrived("Akku liian myöhään", first_cut_off + Duration{1});
    const auto gone = arrived("Mänty", first_cut_off + hours(1));
    withdraw(gone);
    keep_up(world());
    const auto of = [&](std::int64_t number, Filter filter = {}) {
        return titles(with_batch({std::move(filter), "", 0}, call, number).filter);
    };
    EXPECT_EQ(of(1), Titles{"Akku viime hetkellä"});
    EXPECT_EQ(of(2), (Titles{"Akku liian myöhään", "Mänty"}));
    EXPECT_EQ(of(3), Titles{});
    EXPECT_EQ(of(0).size(), 3U);
    EXPECT_EQ(of(1, {std::nullopt, "battery", {}}), Titles{"Akku viime hetkellä"});
    EXPECT_EQ(of(2, {std::nullopt, "battery", {}}).size(), 2U);
    EXPECT_EQ(of(2, {State::withdrawn, "", {}}), Titles{"Mänty"});
    EXPECT_EQ(of(1, {State::withdrawn, "", {}}), Titles{});
    EXPECT_EQ(of(2, {std::nullopt, "", search_words("akku")}), Titles{"Akku liian myöhään"});
}

TEST_P(Batches, HaveTheirSumsAtOnceTheNewestFirst) {
    const auto call = call_now();
    arrived("Yksi", first_cut_off);
    arrived("Kaksi", first_cut_off + minutes(1));
    const auto gone = arrived("Kolme", first_cut_off + minutes(2));
    const auto sums = [&](Instant now) { return read([&](kit::Transaction& t) { return batch_sums(t, call, now); }); };
    auto now = sums(a_week_before + hours(4));
    ASSERT_EQ(now.size(), 2U) << "the third has not begun";
    EXPECT_EQ(now[0].batch.number, 2);
    EXPECT_EQ(now[0].sums.applications, 2);
    EXPECT_EQ(now[0].sums.asked.support, Money::euros(1120000));
    EXPECT_EQ(now[1].sums.applications, 1);
    EXPECT_EQ(now[1].sums.asked.support, Money::euros(560000));
    withdraw(gone);
    now = sums(second_cut_off + Duration{1});
    ASSERT_EQ(now.size(), 3U);
    EXPECT_EQ(now[0].sums.applications, 0);
    EXPECT_EQ(now[1].sums.applications, 1) << "what was withdrawn is in none";
}

TEST_P(Batches, WhatArrivedIsSentAnewOnlyUntilTheCutOffOfItsBatch) {
    const auto early = arrived("Ajoissa", a_week_before + minutes(5));
    EXPECT_FALSE(reopen(early, first_cut_off + Duration{1}).has_value());
    ASSERT_TRUE(reopen(early, first_cut_off).has_value());
    const auto late = send(anna, found(early), first_cut_off + Duration{1});
    ASSERT_FALSE(late.has_value());
    EXPECT_EQ(found(early).state, State::reopened);
    EXPECT_TRUE(send(anna, found(early), first_cut_off).has_value());
    const auto next = arrived("Seuraavassa", first_cut_off + minutes(1));
    EXPECT_TRUE(reopen(next, second_cut_off).has_value()) << "its own batch";
}

TEST_P(Batches, EachCutOffIsRemindedOfOnceAndNobodyWhoseBatchIsOver) {
    const auto draft = whole_draft(oskar, "Kesken");
    const auto early = arrived("Avattu", a_week_before + minutes(5));
    ASSERT_TRUE(reopen(early, first_cut_off).has_value());
    EXPECT_EQ(remind(world(), first_cut_off - minutes(1)), 2);
    EXPECT_EQ(remind(world(), first_cut_off), 0) << "once";
    EXPECT_EQ(remind(world(), second_cut_off - hours(48) - Duration{1}), 0);
    EXPECT_EQ(remind(world(), second_cut_off - hours(48)), 1) << "the opened one stays in the first batch";
    EXPECT_EQ(remind(world(), second_cut_off - hours(47)), 0);
    EXPECT_EQ(remind(world(), second_cut_off + hours(1)), 0) << "no cut-off is ahead";
    const auto letters = read([](kit::Transaction& t) { return flow::newest_letters(t, 1); });
    ASSERT_EQ(letters.size(), 1U);
    EXPECT_EQ(letters[0].letter.to, "oskar@jyu.example");
    EXPECT_NE(letters[0].letter.subject.find("nästa brytpunkt är"), std::string::npos) << letters[0].letter.subject;
    EXPECT_NE(letters[0].letter.text.find("handläggs i den omgången"), std::string::npos) << letters[0].letter.text;
    EXPECT_TRUE(read([](kit::Transaction& t) { return find_round(t, "2025", closing_round(second_cut_off)); })->ended);
    expect_whole();
}

TEST_P(Batches, StandInTheExport) {
    arrived("Yksi", first_cut_off);
    arrived("Kaksi", first_cut_off + minutes(1));
    const auto call = call_now();
    const std::string csv = sheet_of(world(), call, {}, Language::en, 100).csv(Language::en);
    EXPECT_NE(csv.find("Batch 1, by "), std::string::npos) << csv;
    EXPECT_NE(csv.find("Batch 2, by "), std::string::npos) << csv;
    EXPECT_EQ(sheet_of(world(), call, with_batch({}, call, 2).filter, Language::en, 100).rows(), 1U);
    EXPECT_EQ(sheet_of(world(), cast::call_2025(), {}, Language::en, 100).csv(Language::en).find("Batch"),
              std::string::npos)
        << "a call without cut-offs has no such column";
}

TEST_P(Batches, TheCallKnowsWhatIsAskedForAsItArrivesChangesAndGoes) {
    EXPECT_EQ(asked(), Money());
    const auto one = arrived("Yksi", a_week_before + minutes(5));
    const auto two = arrived("Kaksi", a_week_before + minutes(6));
    EXPECT_EQ(asked(), Money::euros(1120000));
    ASSERT_TRUE(reopen(two, a_week_before + minutes(7)).has_value());
    EXPECT_EQ(asked(), Money::euros(1120000)) << "what was sent stands";
    auto changed = found(two);
    ASSERT_TRUE(send(anna, changed, a_week_before + minutes(8)).has_value());
    EXPECT_EQ(asked(), Money::euros(1120000)) << "in the place of what was sent before";
    withdraw(one);
    EXPECT_EQ(asked(), Money::euros(560000));
    EXPECT_EQ(rows("call_asked"), 1);
}

TEST_P(Batches, ThePlaceInTheOrderOfArrivalIsTheSameOnEveryPage) {
    publish({{"kind = \"fixed\"", "kind = \"continuous\"\norder = \"arrival\""}});
    const auto call = call_now();
    const auto first = arrived("Yksi", a_week_before + minutes(1));
    arrived("Kaksi", a_week_before + minutes(2));
    const auto start = [&](const Place& after, const Chosen& chosen = {}) {
        return read([&](kit::Transaction& t) { return Running::of(t, call, chosen, after); });
    };
    EXPECT_TRUE(start(from_the_first).shown());
    EXPECT_EQ(start(from_the_first).so_far().applications, 0);
    const Place behind{a_week_before + minutes(1), first};
    EXPECT_EQ(start(behind).so_far().applications, 1);
    EXPECT_EQ(start(behind).so_far().asked.support, Money::euros(560000));
    Chosen found;
    found.filter.words = search_words("yksi");
    EXPECT_FALSE(start(from_the_first, found).shown()) << "places would be wrong where some are left out";
    const auto together = cast::call_2025();
    EXPECT_FALSE(read([&](kit::Transaction& t) { return Running::of(t, together, {}, from_the_first); }).shown());
}

}  // namespace
}  // namespace vastin::desk
