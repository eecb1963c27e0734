#include "preparation/preparation_acts.h"

#include <gtest/gtest.h>

#include "acting.h"
#include "call/call_acts.h"
#include "call/call_load.h"
#include "flow/audit.h"
#include "preparation/preparation_store.h"
#include "programme/programme_acts.h"
#include "programme/test_town.h"

namespace vastin::preparation {
namespace {

using kit::TomlNode;
using programme::real_file;

class Preparing : public cast::Acting {
  protected:
    void SetUp() override {
        Acting::SetUp();
        kit::Faults faults;
        programme = programme::load(real_file("programme.toml"), faults);
        const call::Call call = call::load(real_file("calls/2025.toml"), programme, faults);
        ASSERT_EQ(faults.text(), "");
        act([&](flow::Act& a) { return programme::publish(a, programme); }).value();
        act([&](flow::Act& a) { return call::publish(a, call); }).value();
        office.role = identity::Role::coordinator;
        office.name = "coordinator";
        office.id = *Id<identity::Account>::read("01jw5sp3000efa4sy9p929gzaz");
    }
    Id<Draft> copy() {
        return act([&](flow::Act& a) { return begin_copy(a, office, "2025"); }).value();
    }
    Draft draft(Id<Draft> id) {
        std::optional<Draft> found;
        database().read([&](kit::Transaction& t) { found = find(t, id); });
        return found.value();
    }
    Result<Edited> edited(Id<Draft> id, std::int64_t seen, const Edit& edits) {
        return act_twice([&](flow::Act& a) { return edit(a, office, id.str(), {seen}, edits); });
    }
    /// Dates a year later, so that it may be published now.
    Edit later() {
        return {{{"window.opens", TomlNode{LocalTime{*Date::of(2026, 5, 4), 9, 0, 0}}},
                 {"window.closes", TomlNode{LocalTime{*Date::of(2026, 6, 1), 16, 15, 0}}},
                 {"name.fi", TomlNode{std::string("Ekosysteemihaku 2026")}}},
                {}};
    }
    /// What the coordinator has seen of the draft as it is now.
    std::string warnings(Id<Draft> id) {
        return warnings_token(prepare(world(), office, cast::a_week_before, id.str()).value().findings);
    }
    Result<std::string> published(Id<Draft> id, std::int64_t seen, const std::string& warnings) {
        return publish(world(), office, cast::a_week_before, id.str(), {seen}, warnings);
    }
    programme::Programme programme;
    identity::Person office;
};
VASTIN_ON_BOTH_DATABASES(Preparing);

TEST_P(Preparing, ACopyHasACodeOfItsOwnAndSaysElseTheSame) {
    const Draft made = draft(copy());
    EXPECT_EQ(made.summary.code, "2026");
    EXPECT_EQ(made.summary.origin.kind, Origin::Kind::copy);
    EXPECT_TRUE(made.summary.origin.name.starts_with("2025@"));
    const auto all = differences(tree_of(real_file("calls/2025.toml").text), tree_of(made.content));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].path, "code");
    EXPECT_EQ(all[1].path, "register_series");
    EXPECT_EQ(*all[1].after->text(), "KOK-2026");
}

TEST_P(Preparing, WhatIsEditedIsPublishedAndFound) {
    const auto id = copy();
    EXPECT_EQ(edited(id, 1, later()).value().version, Version{2});
    EXPECT_EQ(draft(id).summary.name.fi, "Ekosysteemihaku 2026");
    cast::RunsTwice twice(database());  // whose first run is lost
    const flow::World again = world_on(twice);
    EXPECT_EQ(publish(again, office, cast::a_week_before, id.str(), {2}, warnings(id)).value(), "2026");
    database().read([&](kit::Transaction& t) {
        const auto call = call::find(t, {"2026"});
        ASSERT_NE(call, nullptr);
        EXPECT_EQ(call->file.name, "calls/2026.toml");
        EXPECT_EQ(call->file.text, find(t, id)->content);
        EXPECT_EQ(call->name.fi, "Ekosysteemihaku 2026");
    });
    EXPECT_EQ(draft(id).summary.state, State::published);
    EXPECT_EQ(edited(id, 3, later()).error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(flow::verify(database()).faults, std::vector<std::string>());
}

TEST_P(Preparing, ACallThatCannotBeLoadedIsNotPublished) {
    const auto id = copy();
    edited(id, 1, later()).value();
    edited(id, 2, {{{"funding.payers[1].percent", TomlNode{std::int64_t{55}}}}, {}}).value();
    const auto no = published(id, 3, "");
    ASSERT_FALSE(no.has_value());
    EXPECT_EQ(no.error().kind, Refusal::Kind::invalid);
    EXPECT_FALSE(no.error().reasons.empty());
    EXPECT_EQ(draft(id).summary.state, State::draft);
}

TEST_P(Preparing, WarningsAreSeenBeforeItIsPublishedAndNewOnesAgain) {
    const auto id = copy();
    edited(id, 1, later()).value();
    edited(id, 2, {{{"window.closes", TomlNode{LocalTime{*Date::of(2026, 6, 7), 16, 15, 0}}}}, {}}).value();
    const auto no = published(id, 3, "");
    ASSERT_FALSE(no.has_value());
    EXPECT_EQ(no.error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(no.error().reasons.at(0).field, "seen");
    const std::string sunday = warnings(id);
    EXPECT_NE(sunday, "");
    edited(id, 3, {{{"window.closes", TomlNode{LocalTime{*Date::of(2026, 6, 8), 22, 0, 0}}}}, {}}).value();
    EXPECT_EQ(published(id, 4, sunday).error().reasons.at(0).field, "seen") << "another warning has to be seen, too";
    EXPECT_EQ(published(id, 3, warnings(id)).error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(draft(id).summary.state, State::draft);
    EXPECT_EQ(published(id, 4, warnings(id)).value(), "2026");
    EXPECT_EQ(flow::verify(database()).faults, std::vector<std::string>());
}

TEST_P(Preparing, WhatStopsIsNotPublishedWhateverWasSeen) {
    const auto id = copy();
    edited(id, 1, later()).value();
    edited(id, 2, {{{"funding.payers[1].least", TomlNode{std::int64_t{600'000}}}}, {}}).value();
    const auto no = published(id, 3, warnings(id));
    ASSERT_FALSE(no.has_value());
    EXPECT_EQ(no.error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(no.error().reasons.at(0).field, "pots[1].sum");
    EXPECT_EQ(draft(id).summary.state, State::draft);
}

TEST_P(Preparing, ATakenCodeAndATimeThatIsOverAreRefused) {
    const auto id = copy();
    edited(id, 1, later()).value();
    edited(id, 2, {{{"code", TomlNode{std::string("2025")}}}, {}}).value();
    EXPECT_EQ(published(id, 3, warnings(id)).error().kind, Refusal::Kind::invalid);
    const auto old = copy();
    edited(old, 1, {{{"window.closes", TomlNode{LocalTime{*Date::of(2025, 5, 3), 9, 0, 0}}}}, {}}).value();
    EXPECT_EQ(published(old, 2, warnings(old)).error().kind, Refusal::Kind::invalid);
}

TEST_P(Preparing, AStaleEditIsAConflictAndChangesNothing) {
    const auto id = copy();
    edited(id, 1, later()).value();
    const std::string content = draft(id).content;
    const auto stale = edited(id, 1, {{{"code", TomlNode{std::string("x")}}}, {}});
    EXPECT_EQ(stale.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(draft(id).content, content);
    EXPECT_EQ(act([&](flow::Act& a) { return discard(a, office, id.str(), {1}); }).error().kind,
              Refusal::Kind::conflict);
    EXPECT_TRUE(act([&](flow::Act& a) { return discard(a, office, id.str(), {2}); }).has_value());
    EXPECT_EQ(draft(id).summary.state, State::discarded);
}

TEST_P(Preparing, ForEverybodyElseADraftDoesNotExist) {
    const auto id = copy();
    for (const auto role : {identity::Role::applicant, identity::Role::administrator}) {
        identity::Person person;
        person.role = role;
        const auto not_there = [](const auto& result) {
            return !result.has_value() && result.error().kind == Refusal::Kind::not_found;
        };
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return begin_empty(a, person); })));
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return begin_copy(a, person, "2025"); })));
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return begin_file(a, person, "x", "a = 1"); })));
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return begin_file(a, person, "x", "a ="); })));
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return edit(a, person, id.str(), {1}, later()); })));
        EXPECT_TRUE(not_there(publish(world(), person, cast::a_week_before, id.str(), {1}, "")));
        EXPECT_TRUE(not_there(prepare(world(), person, cast::a_week_before, id.str())));
        EXPECT_TRUE(not_there(act([&](flow::Act& a) { return discard(a, person, id.str(), {1}); })));
    }
}

TEST_P(Preparing, AFileIsKeptAsItIsAndItsDownloadGivesTheSameBytes) {
    const std::string text = real_file("calls/2022.toml").text;
    const auto id = act([&](flow::Act& a) { return begin_file(a, office, "2022.toml", text); }).value();
    EXPECT_EQ(draft(id).content, text);
    edited(id, 1, later()).value();
    const std::string canonical = draft(id).content;
    const auto again = act([&](flow::Act& a) { return begin_file(a, office, "call.toml", canonical); }).value();
    EXPECT_EQ(draft(again).content, canonical);
    edited(again, 1, {{{"code", TomlNode{std::string("x")}}}, {}}).value();
    edited(again, 2, {{{"code", TomlNode{std::string("2022")}}}, {}}).value();
    EXPECT_EQ(draft(again).content, canonical);
}

TEST_P(Preparing, AFileThatIsNoTomlIsToldWithItsLine) {
    const auto no = act([&](flow::Act& a) { return begin_file(a, office, "x.toml", "a = 1\nb = \n"); });
    ASSERT_FALSE(no.has_value());
    EXPECT_EQ(no.error().reasons.at(0).field, "file");
    EXPECT_EQ(std::get<std::int64_t>(no.error().reasons.at(0).phrase.values.at(0)), 2);
}

TEST_P(Preparing, ElementsAreAddedMovedAndRemoved) {
    const auto id = copy();
    const auto add = edited(id, 1, {{}, ListDeed{ListDeed::Kind::add, "form.sections[1].fields", 0, 0, ""}});
    EXPECT_EQ(add.value().focus, "form.sections[1].fields[5]");
    EXPECT_EQ(*tree_of(draft(id).content).get("form.sections[1].fields[5].key")->text(), "question_1");
    const auto moved = edited(id, 2, {{}, ListDeed{ListDeed::Kind::move, "form.sections[1].fields", 5, 2, ""}});
    EXPECT_EQ(moved.value().focus, "form.sections[1].fields[2]");
    EXPECT_EQ(*tree_of(draft(id).content).get("form.sections[1].fields[2].key")->text(), "question_1");
    edited(id, 3, {{}, ListDeed{ListDeed::Kind::remove, "form.sections[1].fields", 2, 0, ""}}).value();
    EXPECT_EQ(draft(id).content, draft(copy()).content);
    EXPECT_FALSE(edited(id, 4, {{}, ListDeed{ListDeed::Kind::remove, "pots", 9, 0, ""}}).has_value());
    EXPECT_FALSE(edited(id, 4, {{}, ListDeed{ListDeed::Kind::add, "window", 0, 0, ""}}).has_value());
    EXPECT_FALSE(edited(id, 4, {{{"nothing.here", TomlNode{true}}}, {}}).has_value());
}

TEST_P(Preparing, ACallBegunFromNothingLacksOnlyWhatACoordinatorKnows) {
    const auto id = act([&](flow::Act& a) { return begin_empty(a, office); }).value();
    const Draft made = draft(id);
    const Judged judged = judge("", made.content, programme);
    for (const Fault& fault : faults_of(tree_of(made.content), judged.faults)) {
        EXPECT_TRUE(fault.page.has_value()) << fault.reason.field;
        EXPECT_NE(fault.page, call::EditorPage::form) << fault.reason.field;
    }
}

}  // namespace
}  // namespace vastin::preparation
