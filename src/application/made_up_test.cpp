// Made-up applications: every real call is kept by some, and rules that contradict each other by none.
#include "application/made_up.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "call/call_load.h"
#include "document/content.h"
#include "real_calls.h"

namespace vastin::application {
namespace {

std::string told(const std::set<std::string>& rules) {
    std::string all;
    for (const std::string& rule : rules) {
        all += rule + " ";
    }
    return all;
}

TEST(MadeUp, ApplicationsOfEveryRealCallKeepItsRules) {
    for (const cast::RealCall& real : cast::real_calls()) {
        for (const std::uint64_t seed : {1U, 7U, 2026U}) {
            for (const MadeUp& made : made_up(real.call, seed, 5)) {
                EXPECT_TRUE(made.accepted()) << real.name << ": " << told(made.broken);
                EXPECT_EQ(made.accepted(), made.judged.all().empty());
            }
        }
    }
}

TEST(MadeUp, TheSameSeedMakesTheSame) {
    for (const cast::RealCall& real : cast::real_calls()) {
        const auto first = made_up(real.call, 3, 4), second = made_up(real.call, 3, 4),
                   other = made_up(real.call, 4, 4);
        ASSERT_EQ(first.size(), 4U);
        bool same = true;
        for (std::size_t i = 0; i < first.size(); ++i) {
            EXPECT_EQ(first[i].application, second[i].application) << real.name;
            same = same && first[i].application == other[i].application;
        }
        EXPECT_FALSE(same) << real.name;
    }
}

TEST(MadeUp, AreOfManyKinds) {
    for (const cast::RealCall& real : cast::real_calls()) {
        std::set<std::size_t> implementers;
        for (const MadeUp& made : made_up(real.call, 11, 12)) {
            implementers.insert(made.application.parts.size());
            EXPECT_FALSE(made.application.parts.front().answers.empty());
        }
        EXPECT_EQ(implementers.contains(1), call::takes(real.call, call::ProjectKind::single)) << real.name;
        EXPECT_EQ(*implementers.rbegin() > 1, call::takes(real.call, call::ProjectKind::group)) << real.name;
    }
}

/// The least costs are of the project: partners of a group may each have less.
TEST(MadeUp, AGroupKeepsTheLeastCostsTogether) {
    for (const cast::RealCall& real : cast::real_calls()) {
        call::Call call = real.call;
        if (!call::takes(call, call::ProjectKind::group) || call.rules.support_most) {
            continue;
        }
        const Money least = Money::euros(100'000);
        call.rules.total_costs_least = funding::Floor{least, {}};
        call.rules.total_costs_most = funding::Cap{Money::euros(120'000), {}};
        Inventor inventor(call, 5);
        const auto group = inventor.find(
            {{}, [](const MadeUp& made) { return made.application.parts.size() > 1; }, {"project.implementers"}}, 400);
        ASSERT_TRUE(group.has_value()) << real.name;
        EXPECT_LT(group->judged.parts.back().money->plan.total_costs.value, least) << real.name;
        EXPECT_GE(group->judged.plan->total_costs.value, least) << real.name;
    }
}

TEST(MadeUp, TheEndOfTheCalendarAndManyImplementersAreNoTrouble) {
    for (const cast::RealCall& real : cast::real_calls()) {
        call::Call call = real.call;
        call.recommended_start = Date::of(2199, 12, 31);
        made_up(call, 1, 3);
        call = real.call;
        if (call::takes(call, call::ProjectKind::group)) {
            const form::Names names{{"project.implementers", {form::TermKind::number, false, false, true, {}}}};
            call::Rule rule;
            rule.key = "twelve";
            rule.check = form::Condition::parse("project.implementers >= 12", names, form::Scope::common).value();
            call.own_rules.push_back(rule);
            EXPECT_TRUE(made_up(call, 1, 1).front().accepted()) << real.name;
        }
    }
}

TEST(MadeUp, BeyondWhatAnyoneCanKeepSayWhatStandsAgainstThem) {
    for (const cast::RealCall& real : cast::real_calls()) {
        call::Call call = real.call;
        call.rules.total_costs_least = funding::Floor{Money::euros(5000), {}};
        call.rules.total_costs_most = funding::Cap{Money::euros(4000), {}};
        for (const MadeUp& made : made_up(call, 1, 2)) {
            EXPECT_FALSE(made.accepted()) << real.name;
            EXPECT_FALSE(made.judged.all().empty());
            EXPECT_TRUE(made.broken.contains("funding.total_costs_least") ||
                        made.broken.contains("funding.total_costs_most"))
                << real.name << ": " << told(made.broken);
        }
    }
}

}  // namespace
}  // namespace vastin::application
