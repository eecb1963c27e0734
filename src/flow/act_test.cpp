// Acts: one deed, one transaction, whatever happens; followers; lives.
#include "flow/act.h"

#include <thread>

#include "acting.h"
#include "flow/audit.h"
#include "flow/life.h"

namespace vastin::flow {
namespace {

struct Thing {};

class FlowActs : public cast::Acting {};
VASTIN_ON_BOTH_DATABASES(FlowActs);

Result<std::string> deed_of_everything(Act& act) {
    std::string drawn;
    for (int i = 0; i < 3; ++i) {
        drawn += act.new_id<Thing>().str() + " " + act.secret() + " ";
    }
    act.record("case b", "thing.make", {{"drawn", drawn}});
    act.record("case a", "thing.make");
    act.record("case b", "thing.mend");
    act.send({"somebody@example.fi", Language::sv, "subject", "text", "case b"});
    return drawn;
}

TEST_P(FlowActs, AnActThatRunsTwiceDrawsAndWritesTheSameOnce) {
    const auto drawn = act_twice(deed_of_everything);
    ASSERT_TRUE(drawn.has_value());
    EXPECT_EQ(rows("flow_audit"), 3);
    EXPECT_EQ(rows("flow_outbox"), 1);
    EXPECT_EQ(rows("flow_head"), 2);
    const auto records = read([](kit::Transaction& t) { return records_after(t, "", 0, 10); });
    ASSERT_EQ(records.size(), 3U);
    EXPECT_EQ(records[0].about, "case a");
    EXPECT_EQ(records[1].position, 1);
    EXPECT_EQ(records[1].deed, "thing.make");
    EXPECT_EQ(records[1].at, cast::a_week_before);
    EXPECT_NE(records[1].details.find(*drawn), std::string::npos);
    EXPECT_EQ(records[2].position, 2);
    EXPECT_EQ(records[2].deed, "thing.mend");
}

TEST_P(FlowActs, NothingIsDrawnTwiceForTwoActs) {
    EXPECT_NE(act_twice(deed_of_everything).value(), act_twice(deed_of_everything).value());
    EXPECT_TRUE(verify(database()).faults.empty());
}

TEST_P(FlowActs, ARefusalLeavesNoTrace) {
    act(deed_of_everything).value();
    const auto before = cast::everything(database());
    const auto refused = act_twice([](Act& a) -> Result<int> {
        (void)deed_of_everything(a);
        return refuse(Refusal::Kind::conflict, say("No."));
    });
    EXPECT_FALSE(refused.has_value());
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(FlowActs, WhatIsDoneLastCompletesTheValueAfterTheRecordsAndItsRefusalTakesAllBack) {
    cast::RunsTwice twice(database());
    const World lost_once = world_on(twice);
    const auto number = [](Act& a, std::string& value) -> Done {
        EXPECT_EQ(records_after(a.db(), "", 0, 10).size(), 3U) << "the records are written before";
        EXPECT_THROW(a.record("case a", "too late"), Bug);
        value = "numbered";
        a.send({"somebody@example.fi", Language::fi, "number", value, "case a"});
        return done();
    };
    const auto made = perform(lost_once, {"", "test"}, cast::a_week_before, deed_of_everything, number);
    EXPECT_EQ(made.value(), "numbered");
    EXPECT_EQ(rows("flow_outbox"), 2);
    EXPECT_TRUE(verify(database()).faults.empty());
    const auto before = cast::everything(database());
    const auto refused =
        perform(world(), {"", "test"}, cast::a_week_before, deed_of_everything, [](Act& a, std::string&) {
            a.send({"somebody@example.fi", Language::fi, "never", "", "case a"});
            return Done(refuse(Refusal::Kind::conflict, say("No.")));
        });
    EXPECT_EQ(refused.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(FlowActs, AnExceptionLeavesNoTraceAndPassesThrough) {
    const auto before = cast::everything(database());
    EXPECT_THROW(act([](Act& a) -> Result<int> {
                     (void)deed_of_everything(a);
                     throw Bug("on the way");
                 }),
                 Bug);
    EXPECT_EQ(cast::everything(database()), before);
    EXPECT_TRUE(act(deed_of_everything).has_value()) << "and the next act goes on";
}

TEST_P(FlowActs, FollowersRunInTheirOrderInTheSameAct) {
    world().followers = {
        {"thing", "make", "first", [](Act& a, const IdText& thing) { a.record(thing.str(), "first"); }},
        {"thing", "break", "another event", [](Act& a, const IdText& thing) { a.record(thing.str(), "never"); }},
        {"other", "make", "another life", [](Act& a, const IdText& thing) { a.record(thing.str(), "never"); }},
        {"thing", "make", "second", [](Act& a, const IdText& thing) { a.record(thing.str(), "second"); }},
    };
    const auto made = act_twice([](Act& a) -> Result<IdText> {
        const auto id = a.new_id<Thing>();
        a.record(id.str(), "made");
        a.follow("thing", "make", id.text);
        return id.text;
    });
    std::string deeds;
    for (const auto& record : read([](kit::Transaction& t) { return records_after(t, "", 0, 10); })) {
        EXPECT_EQ(record.about, made->str());
        deeds += record.deed + " ";
    }
    EXPECT_EQ(deeds, "made first second ");
}

TEST_P(FlowActs, AFollowerThatFailsTakesTheWholeActBack) {
    world().followers = {
        {"thing", "make", "writes", [](Act& a, const IdText&) { (void)deed_of_everything(a); }},
        {"thing", "make", "fails", [](Act&, const IdText&) { throw std::runtime_error("not now"); }},
    };
    const auto before = cast::everything(database());
    EXPECT_THROW(act([](Act& a) -> Result<int> {
                     a.record("case", "made");
                     a.follow("thing", "make", a.new_id<Thing>().text);
                     return 1;
                 }),
                 std::runtime_error);
    EXPECT_EQ(cast::everything(database()), before);
}

TEST_P(FlowActs, TwentyThreadsOnTheSameCasesMakeOneChainEachWithoutAGap) {
    std::vector<std::thread> people;
    for (int i = 0; i < 20; ++i) {
        people.emplace_back([&, i] {
            for (int n = 0; n < 3; ++n) {
                act([&](Act& a) -> Result<int> {
                    a.record(i % 2 == 0 ? "case a" : "case b", "one");  // in either order: nobody may wait for ever
                    a.record(i % 2 == 0 ? "case b" : "case a", "other");
                    return 1;
                }).value();
            }
        });
    }
    for (auto& person : people) {
        person.join();
    }
    const auto found = verify(database());
    EXPECT_TRUE(found.faults.empty()) << found.faults.front();
    EXPECT_EQ(found.records, 120);
    EXPECT_EQ(read([](kit::Transaction& t) { return heads_after(t, "", 10); }).at(1).position, 60);
}

TEST_P(FlowActs, ALetterIsSentOnceAndStaysInTheOutbox) {
    act(deed_of_everything).value();
    const auto waiting = read([](kit::Transaction& t) { return waiting_letters(t, 10); });
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting[0].letter.to, "somebody@example.fi");
    EXPECT_EQ(waiting[0].letter.language, Language::sv);
    for (const Instant at : {Instant{1000}, Instant{2000}}) {
        database().write([&](kit::Transaction& t) {
            mark_sent(t, waiting[0].id, at);
            return true;
        });
    }
    EXPECT_TRUE(read([](kit::Transaction& t) { return waiting_letters(t, 10); }).empty());
    EXPECT_EQ(read([](kit::Transaction& t) { return newest_letters(t, 10); }).at(0).sent, Instant{1000});
}

enum class Door { open, shut };
enum class Push { close, open };
enum class Whose { owner, guest };
struct Weather {
    bool storm = false;
};
using DoorMove = Move<Door, Push, Whose, Weather>;
std::optional<Phrase> storm(const Weather& weather) {
    return weather.storm ? std::optional(say("Not in this storm.")) : std::nullopt;
}
constexpr DoorMove doors[]{{Door::open, Push::close, Door::shut, Whose::owner},
                           {Door::shut, Push::open, Door::open, Whose::owner, storm}};

TEST(Life, MovesByItsTableOrSaysWhyNot) {
    const Phrase not_now = say("Not now.");
    const auto push = [&](Door from, Push event, Whose who, bool storm_blows) {
        return move(std::span<const DoorMove>(doors), from, event, who, Weather{storm_blows}, not_now);
    };
    EXPECT_EQ(push(Door::open, Push::close, Whose::owner, true).value(), Door::shut);
    EXPECT_EQ(push(Door::shut, Push::open, Whose::owner, false).value(), Door::open);
    EXPECT_EQ(push(Door::open, Push::close, Whose::guest, false).error().kind, Refusal::Kind::forbidden);
    const auto stale = push(Door::shut, Push::close, Whose::owner, false);
    EXPECT_EQ(stale.error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(stale.error().reasons.at(0).phrase, not_now);
    const auto why = push(Door::shut, Push::open, Whose::owner, true);
    EXPECT_EQ(why.error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(why.error().reasons.at(0).phrase.message, "Not in this storm.");
}

}  // namespace
}  // namespace vastin::flow
