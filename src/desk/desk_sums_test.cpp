// Real applications on the desk: counted as they arrive, are changed and withdrawn; found, read, reminded of, exported.
#include <set>

#include "application/application_send.h"
#include "desk/desk_acts.h"
#include "desk/desk_export.h"
#include "desk/desk_list_store.h"
#include "desk/desk_noting.h"
#include "desk/desk_store.h"
#include "flow/flow_store.h"
#include "town_cast.h"

namespace vastin::desk {
namespace {

using application::State;
using cast::a_week_before;

class Applications : public cast::Applicants {
  protected:
    void SetUp() override {
        Applicants::SetUp();
        world().followers = {{"application", "send", "desk: note the arrival", note_arrival},
                             {"application", "withdraw", "desk: note the withdrawal", note_withdrawal}};
        coordinator = person("koordinaattori@kokkola.example", "Hankekoordinaattori", "", Language::fi);
    }
    Id<application::Application> arrived(const std::string& name, Instant now = a_week_before + minutes(2)) {
        const auto draft = whole_draft(anna, name);
        EXPECT_TRUE(send(anna, draft, now).has_value());
        return draft.id;
    }
    void withdraw(Id<application::Application> id) {
        EXPECT_TRUE(act_twice([&](flow::Act& a) { return application::withdraw(a, anna, id.str()); },
                              a_week_before + hours(1),
                              anna.actor())
                        .has_value());
    }
    CallSums sums() {
        return read([](kit::Transaction& t) { return sums_now(t, "2025"); });
    }
    std::vector<Row> listed(const Filter& filter, const Place& after = from_the_first, std::int64_t most = 50) {
        return read([&](kit::Transaction& t) { return list(t, "2025", filter, after, most); });
    }
    std::vector<std::string> titles(const Filter& filter) {
        std::vector<std::string> all;
        for (const Row& row : listed(filter)) {
            all.push_back(row.title);
        }
        return all;
    }
    static Filter words(const std::string& typed) { return {std::nullopt, "", search_words(typed)}; }
    std::vector<std::string> deeds(Id<application::Application> id) {
        std::vector<std::string> all;
        for (const auto& record : read([&](kit::Transaction& t) { return flow::records_after(t, id.str(), 0, 100); })) {
            if (record.about == id.str()) {
                all.push_back(record.deed);
            }
        }
        return all;
    }
    identity::Person coordinator;
};
VASTIN_ON_BOTH_DATABASES(Applications);
using Titles = std::vector<std::string>;

TEST_P(Applications, AreInTheSumsAtOnceAndStayTheSameWhenTheyAreCounted) {
    EXPECT_EQ(sums().applications, 0);
    const auto first = arrived("Yksi"), second = arrived("Kaksi", a_week_before + minutes(3));
    const CallSums before = sums();
    EXPECT_EQ(before.applications, 2);
    EXPECT_FALSE(before.more);
    ASSERT_EQ(before.themes.size(), 2U);
    EXPECT_EQ(before.themes[0].applications, 2) << "of two themes: in both";
    EXPECT_EQ(before.sums.support, Money::euros(1120000));
    EXPECT_EQ(before.sums.city, Money::euros(466666));
    EXPECT_EQ(before.sums.total(), Money::euros(1866666));
    EXPECT_EQ(keep_up(world()), 2);
    EXPECT_EQ(keep_up(world()), 0);
    const CallSums after = sums();
    EXPECT_EQ(after.sums, before.sums);
    EXPECT_EQ(after.applications, 2);
    EXPECT_EQ(rows("desk_total"), 2);
    withdraw(first);
    EXPECT_EQ(sums().applications, 1) << "at once";
    EXPECT_EQ(sums().sums.support, Money::euros(560000));
    keep_up(world());
    EXPECT_EQ(sums().sums.support, Money::euros(560000));
    EXPECT_FALSE(read([&](kit::Transaction& t) { return waits(t, arrived_task, first.str()); }));
    EXPECT_TRUE(read([&](kit::Transaction& t) { return waits(t, arrived_task, second.str()); }));
    EXPECT_EQ(listed({State::withdrawn, "", {}}).size(), 1U) << "it stays, with its number";
    expect_whole();
}

TEST_P(Applications, AreFoundByThemeStateAndTheBeginningsOfWords) {
    const auto pine = arrived("Mänty kiertoon");
    arrived("Akkuaine kiertoon", a_week_before + minutes(3));
    arrived("Akkujen kierrätys", a_week_before + minutes(4));
    keep_up(world());
    EXPECT_EQ(titles({}), (Titles{"Mänty kiertoon", "Akkuaine kiertoon", "Akkujen kierrätys"}));
    EXPECT_EQ(titles(words("akku")), (Titles{"Akkuaine kiertoon", "Akkujen kierrätys"}));
    EXPECT_EQ(titles(words("KIERTO akku")), (Titles{"Akkuaine kiertoon"}));
    EXPECT_EQ(titles(words("mänt")), (Titles{"Mänty kiertoon"}));
    EXPECT_EQ(titles(words("KOK-2025-002")), (Titles{"Akkuaine kiertoon"}));
    EXPECT_EQ(titles(words("centria")).size(), 3U);
    EXPECT_EQ(titles(words("1097805-3")).size(), 3U);
    EXPECT_EQ(titles(words("aine")), Titles{}) << "words begin so, they do not hold it";
    withdraw(pine);
    EXPECT_EQ(titles({State::withdrawn, "", {}}), (Titles{"Mänty kiertoon"}));
    EXPECT_EQ(titles({State::received, "battery", {}}).size(), 2U);
    EXPECT_EQ(titles({State::withdrawn, "battery", search_words("mänty")}), (Titles{"Mänty kiertoon"}));
    EXPECT_EQ(titles({std::nullopt, "solar", {}}), Titles{});
}

TEST_P(Applications, ListsAreWalkedByKeysWhateverTheFilter) {
    for (int i = 0; i < 7; ++i) {
        arrived("Akku " + std::to_string(10 + i), a_week_before + minutes(2 + i / 2));  // some in the same instant
    }
    keep_up(world());
    for (const Filter& filter :
         {Filter{}, Filter{std::nullopt, "battery", {}}, Filter{State::received, "", {}}, words("akku")}) {
        std::set<std::string> all;
        Place after = from_the_first;
        for (int page = 0; page < 3; ++page) {
            const auto some = listed(filter, after, 3);
            EXPECT_EQ(some.size(), page < 2 ? 3U : 1U);
            for (const Row& row : some) {
                all.insert(row.register_number);
                after = {row.arrived, row.id};
            }
        }
        EXPECT_EQ(all.size(), 7U);
    }
    EXPECT_EQ(read([](kit::Transaction& t) { return last_number(t, "KOK-2025"); }), 7);
    EXPECT_EQ(read([](kit::Transaction& t) { return last_number(t, "KOK-2099"); }), 0);
}

TEST_P(Applications, WhatIsSentAnewReplacesWhatStood) {
    const auto id = arrived("Ensin");
    keep_up(world());
    act([&](flow::Act& a) { return application::reopen(a, anna, id.str()); }, a_week_before + hours(1)).value();
    EXPECT_EQ(sums().sums.support, Money::euros(560000)) << "what was last sent stands";
    EXPECT_EQ(listed({State::reopened, "", {}}).size(), 1U);
    save(anna, cast::Applicants::found(id), "project", {{"project_name", "Uudestaan"}}).value();
    EXPECT_TRUE(send(anna, cast::Applicants::found(id), a_week_before + hours(2)).has_value());
    keep_up(world());
    EXPECT_EQ(sums().applications, 1);
    EXPECT_EQ(titles(words("uudestaan")), (Titles{"Uudestaan"}));
    EXPECT_EQ(titles(words("ensin")), Titles{});
}

TEST_P(Applications, AreLookedAtOnceAndReadOnceADay) {
    const auto id = arrived("Yksi");
    const auto look = [&] { return act_twice([&](flow::Act& a) { return look_at(a, id.text); }); };
    EXPECT_TRUE(look().has_value());
    EXPECT_TRUE(look().has_value());
    const auto reads = [&](Instant at) {
        return act_twice([&](flow::Act& a) { return desk::read(a, coordinator, id.text); }, at, coordinator.actor());
    };
    EXPECT_TRUE(reads(a_week_before + hours(1)).has_value());
    EXPECT_TRUE(reads(a_week_before + hours(2)).has_value());
    EXPECT_TRUE(reads(a_week_before + hours(26)).has_value());
    const auto all = deeds(id);
    EXPECT_EQ(std::count(all.begin(), all.end(), "desk.look_at"), 1);
    EXPECT_EQ(std::count(all.begin(), all.end(), "desk.read"), 2) << "once each day";
    expect_whole();
}

TEST_P(Applications, DraftsAreOnlyCountedAndTheirOwnersRemindedOnce) {
    arrived("Lähetetty");
    const auto draft = whole_draft(anna, "Kesken");
    whole_draft(oskar, "");
    EXPECT_EQ(read([](kit::Transaction& t) { return count_drafts(t, "2025", 100); }), 2);
    EXPECT_EQ(read([](kit::Transaction& t) { return count_drafts(t, "2025", 1); }), 1) << "counted to one";
    const Instant closes = cast::call_2025().window.closes;
    EXPECT_EQ(remind(world(), closes - hours(48) - Duration{1}), 0);
    EXPECT_EQ(remind(world(), closes + Duration{1}), 0) << "too late helps nobody";
    EXPECT_EQ(remind(world(), closes - hours(48)), 2);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(remind(world(), closes - hours(47)), 0);
    }
    const auto told = read([&](kit::Transaction& t) { return find_round(t, "2025", closing_round(closes)); });
    ASSERT_TRUE(told && told->ended);
    EXPECT_EQ(told->letters, 2);
    EXPECT_EQ(told->begun, closes - hours(48));
    std::set<std::string> to;
    for (const auto& letter : read([](kit::Transaction& t) { return flow::newest_letters(t, 10); })) {
        if (letter.letter.subject.find("2025") != std::string::npos && letter.letter.about != "") {
            to.insert(letter.letter.to);
        }
    }
    EXPECT_TRUE(to.contains("oskar@jyu.example"));
    EXPECT_EQ(deeds(draft.id).back(), "desk.remind");
    expect_whole();
}

TEST_P(Applications, AnExportHoldsWhatWasSentAndNoFormula) {
    arrived("=1+1; \"lainaus\"");
    arrived("Toinen", a_week_before + minutes(3));
    keep_up(world());
    const auto call = cast::call_2025();
    const std::string csv = sheet_of(world(), call, {}, Language::fi, 100).csv(Language::fi);
    EXPECT_NE(csv.find("\"'=1+1; \"\"lainaus\"\"\""), std::string::npos) << csv;
    EXPECT_NE(csv.find("KOK-2025-001;"), std::string::npos);
    EXPECT_NE(csv.find(";560000,00;233333,00;"), std::string::npos);
    EXPECT_NE(csv.find(";2025-11-01;"), std::string::npos) << "days are days";
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\r'), 3);
    EXPECT_EQ(sheet_of(world(), call, {}, Language::sv, 1).rows(), 1U) << "at most so many";
    EXPECT_EQ(sheet_of(world(), call, words("toinen"), Language::en, 100).rows(), 1U);
    EXPECT_EQ(sheet_of(world(), call, {State::withdrawn, "", {}}, Language::en, 100).rows(), 0U);
}

}  // namespace
}  // namespace vastin::desk
