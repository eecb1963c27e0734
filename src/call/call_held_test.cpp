// The calls of 2021 and 2022, which were held: they load, compute, and tell which of their rules is broken, and by how
// much.
#include <gtest/gtest.h>

#include "call/call_load.h"
#include "funding/plan.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

using funding::ApplicantKind;

const programme::Programme& kokkola() {
    static const programme::Programme loaded = [] {
        kit::Faults faults;
        return programme::load(programme::real_file("programme.toml"), faults);
    }();
    return loaded;
}

Call held(const std::string& year) {
    kit::Faults faults;
    Call call = load(programme::real_file("calls/" + year + ".toml"), kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return call;
}

funding::Plan plan_of(const Call& call, std::int64_t costs, std::optional<std::int64_t> city = {}) {
    const auto tried = city ? std::optional(funding::WhatIf{{"city"}, Money::euros(*city)}) : std::nullopt;
    return funding::plan(call.rules, {.total_costs = given(Money::euros(costs), say("Total costs")), .what_if = tried});
}

std::string days(const Call& call) {
    return write_local_time(kokkola().zone.local(call.window.opens)) + " " +
           write_local_time(kokkola().zone.local(call.window.closes));
}

TEST(CallOf2021, IsTheCallThatStartedTheAgreement) {
    const Call call = held("2021");
    EXPECT_EQ(days(call), "2021-05-10T09:00:00 2021-05-31T16:15:00");
    EXPECT_EQ(support_pot(call)->money.sum, Money::euros(100'000));
    EXPECT_EQ(support_pot(call)->money.precision, programme::Announced::Precision::exact);
    EXPECT_EQ(call.rules.longest, Months{24});
    EXPECT_EQ(call.themes.size(), 2U);
    EXPECT_TRUE(funding::find_payer(call.rules, {"own"})->takes_part);
    for (const char* key : {"window.opens", "form", "funding.payers[1].base", "register_series", "projects"}) {
        EXPECT_NE(assumed(call, key), nullptr) << key;
    }
    EXPECT_EQ(assumed(call, "funding.payers[1].percent"), nullptr);
    EXPECT_EQ(assumed(call, "pots[1].sum"), nullptr);
}

TEST(CallOf2022, GivesAtMost60PerCentOfTheTotalCosts) {
    const Call call = held("2022");
    EXPECT_EQ(days(call), "2022-11-21T09:00:00 2022-12-19T16:15:00");
    EXPECT_EQ(support_pot(call)->money.precision, programme::Announced::Precision::about);
    EXPECT_EQ(call.rules.longest, Months{36});
    const auto made = plan_of(call, 833'333);
    EXPECT_TRUE(made.faults.empty());
    EXPECT_EQ(find_line(made, {"eu"})->sum.value, Money::euros(499'999)) << "rounded down: never more than 60 %";
    EXPECT_EQ(find_line(made, {"city"})->sum.value, Money());
    const auto tried = plan_of(call, 833'333, 200'000);
    EXPECT_EQ(find_line(tried, {"own"})->sum.value, Money::euros(133'334));
}

TEST(CallsThatWereHeld, TellWhichRuleIsBrokenAndByHowMuch) {
    const Call first = held("2021"), second = held("2022");
    EXPECT_TRUE(plan_of(first, 50'000, 12'500).faults.empty());
    const auto alone = plan_of(first, 50'000, 20'000);
    ASSERT_EQ(alone.faults.size(), 1U) << "the applicant must take part";
    EXPECT_EQ(plain(alone.faults[0].phrase), "Applicant's own money: must take part with a sum, however small.");
    const auto too_much = plan_of(second, 833'333, 400'000);
    ASSERT_EQ(too_much.faults.size(), 1U);
    EXPECT_EQ(plain(too_much.faults[0].phrase),
              "The others leave at most 333334 euros to Kokkola and other public money: 66666 euros too much.");

    const Date starts = *Date::of(2023, 1, 1);
    EXPECT_FALSE(form::too_long(starts, *Date::of(2024, 12, 31), *first.rules.longest, "ends"));
    EXPECT_TRUE(form::too_long(starts, *Date::of(2025, 1, 1), *first.rules.longest, "ends"));
    EXPECT_FALSE(form::too_long(starts, *Date::of(2025, 12, 31), *second.rules.longest, "ends"));
    EXPECT_TRUE(form::too_long(starts, *Date::of(2026, 1, 1), *second.rules.longest, "ends"));

    EXPECT_FALSE(funding::may_not_apply(first.rules, {1, true}));
    ASSERT_TRUE(funding::may_not_apply(second.rules, {1, true}));
    EXPECT_EQ(funding::may_not_apply(second.rules, {1, true})->phrase.own->fi.substr(0, 36),
              "Yksittäinen yritys ei voi hakea tä");
    EXPECT_FALSE(funding::may_not_apply(second.rules, {2, true}));
}

}  // namespace
}  // namespace vastin::call
