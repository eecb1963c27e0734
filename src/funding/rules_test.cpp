// Caps, sizes, groups and private money do what they say.
#include <gtest/gtest.h>

#include "base/check.h"
#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

Plan public_plan(const Rules& rules, std::int64_t euros_of_costs) {
    return plan(rules,
                {.total_costs = given(Money::euros(euros_of_costs), say("Total costs")),
                 .outside_private = Money(),
                 .applicant = ApplicantKind::public_body});
}

TEST(Eligibility, ACompanyAloneMayBeExcluded) {
    Rules rules = kokkola_2022({});
    EXPECT_FALSE(may_not_apply(rules, {1, true})) << "these rules do not speak of it";
    rules.lone_company = Excluded{same("A single company may not apply."), same("Call 2022")};
    ASSERT_TRUE(may_not_apply(rules, {1, true}));
    EXPECT_EQ(told(may_not_apply(rules, {1, true})->phrase), "A single company may not apply.");
    EXPECT_EQ(may_not_apply(rules, {1, true})->field, "applicant_kind");
    EXPECT_FALSE(may_not_apply(rules, {2, true})) << "two companies are not alone";
    EXPECT_FALSE(may_not_apply(rules, {1, false}));
}

TEST(Caps, WhatIsAboveTheCapOfAPayerFallsOnTheTaker) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    rules.payers[1].most = Money::euros(200000);
    const Plan made = public_plan(rules, 933333);
    EXPECT_EQ(told(find_line(made, {"city"})->sum),
              "City of Kokkola: 200 000 = 200 000. 25 % would be 233 333, but this payer pays at most 200 000. "
              "[Call 2025]");
    EXPECT_EQ(find_line(made, {"own"})->sum.value, Money::euros(173333));
    const Plan below = public_plan(rules, 800000);
    EXPECT_EQ(find_line(below, {"city"})->sum.value, Money::euros(200000));
    EXPECT_EQ(find_line(below, {"city"})->sum.because->operation, Operation::portion);
}

TEST(Caps, WhatIsLeftBindsBeforeTheCap) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::up});
    rules.payers[1].most = Money::cents(60);
    const Plan made = plan(rules,
                           {.total_costs = given(Money::cents(150), {}),
                            .outside_private = Money(),
                            .applicant = ApplicantKind::public_body});
    EXPECT_EQ(find_line(made, {"city"})->sum.value, Money::cents(50)) << "the first payer took 1 of 1.50";
    EXPECT_EQ(find_line(made, {"own"})->sum.value, Money());
}

TEST(Caps, ACapOfTheProjectIsAFaultThatSaysByHowMuch) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    rules.support_most = Cap{Money::euros(500000), {}};
    rules.total_costs_most = Cap{Money::euros(900000), {}};
    EXPECT_EQ(all_told(public_plan(rules, 933333).faults),
              "total_costs: The total costs are 933 333; this call allows at most 900 000: 33 333 too much.\n"
              "support: The support would be 560 000; this call gives at most 500 000: 60 000 too much.\n");
    EXPECT_EQ(public_plan(rules, 933333).lines.size(), 3U) << "the plan is still shown";
    EXPECT_EQ(all_told(public_plan(rules, 833333).faults), "");
}

TEST(Caps, SupportAboveItsPayersCapIsTold) {
    Rules rules = kokkola({});
    rules.payers[0].most = Money::euros(100);
    const Plan made = plan_from_support(rules, Money::euros(101), Money(), ApplicantKind::public_body);
    EXPECT_EQ(all_told(made.faults), "support: The support would be 101; this payer pays at most 100: 1 too much.\n");
}

TEST(Size, AnIndicativeSizeIsOnlyANote) {
    Rules rules = kokkola({});
    rules.indicative_size = IndicativeSize{Money::euros(100000), Money::euros(200000), {}};
    const Plan made = public_plan(rules, 99999);
    EXPECT_TRUE(made.faults.empty());
    EXPECT_EQ(all_told(made.notes), "The call wishes for projects of 100 000 to 200 000; this one is 99 999.\n");
    EXPECT_TRUE(public_plan(rules, 100000).notes.empty());
    EXPECT_TRUE(public_plan(rules, 200000).notes.empty());
}

TEST(PrivateMoney, ACallMayRefuseItFromOutside) {
    Rules rules = kokkola({});
    rules.private_money = PrivateMoney::refused;
    const Plan made = plan(rules,
                           {.total_costs = given(Money::euros(10), {}),
                            .outside_private = Money::euros(1),
                            .applicant = ApplicantKind::public_body});
    EXPECT_EQ(all_told(made.faults), "outside_private: This call takes no private money. Leave the field at 0.\n");
    EXPECT_TRUE(public_plan(rules, 10).faults.empty());
}

TEST(PrivateMoney, OwnMoneyOfAPrivateApplicantCountsOnlyWhereTheCallSaysSo) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    const auto private_plan = [&] {
        return plan(rules,
                    {.total_costs = given(Money::euros(1000), {}),
                     .outside_private = Money(),
                     .applicant = ApplicantKind::private_body});
    };
    EXPECT_EQ(private_plan().public_funding.value, Money::euros(850));
    EXPECT_EQ(private_plan().real_share, Share{7059});
    EXPECT_EQ(private_plan().faults.size(), 1U);
    EXPECT_EQ(private_plan().faults[0].field, "applicant_kind");
    EXPECT_EQ(find_line(private_plan(), {"own"})->payer, PayerClass::own_private);

    rules.private_own = PrivateOwn::refused;
    EXPECT_EQ(all_told(private_plan().faults),
              "applicant_kind: In this call the own money must be public money. Let a public body apply, or find a "
              "public payer for 150.\n");

    rules.private_own = PrivateOwn::counts;
    EXPECT_EQ(private_plan().public_funding.value, Money::euros(1000));
    EXPECT_EQ(private_plan().real_share, Share{6000});
    EXPECT_TRUE(private_plan().faults.empty());
}

TEST(Group, AProjectsCapBindsTheGroupAndAnUnfinishedPartIsNamed) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    rules.total_costs_most = Cap{Money::euros(150), {}};
    const std::vector<PartPlan> parts{{say("Centria"), public_plan(rules, 100)},
                                      {say("KPEDU"), public_plan(rules, -1)},
                                      {say("Luke"), public_plan(rules, 60)}};
    const Plan whole = together(rules, parts);
    EXPECT_EQ(all_told(whole.faults),
              "total_costs: The total costs are 160; this call allows at most 150: 10 too much.\n");
    EXPECT_EQ(all_told(whole.notes), "KPEDU is not in the sums: its plan cannot be worked out yet.\n");
    EXPECT_EQ(told(find_line(whole, {"eu"})->sum),
              "EU and state: 96 = 60 + 36. The partners' sums together; nothing is rounded again.");
    EXPECT_EQ(told(find_line(whole, {"eu"})->sum.because->operands[1].figure.label), "Luke: EU and state");
}

TEST(Group, OwnMoneyIsPrivateWhereAllPartnersArePrivate) {
    const Rules rules = kokkola({});
    const Plan of_public = public_plan(rules, 1000);
    const Plan of_private = plan(rules,
                                 {.total_costs = given(Money::euros(1000), {}),
                                  .outside_private = Money(),
                                  .applicant = ApplicantKind::private_body});
    const auto own_of = [&](const Plan& one, const Plan& other) {
        const std::vector<PartPlan> parts{{say("One"), one}, {say("Other"), other}};
        return find_line(together(rules, parts), {"own"})->payer;
    };
    EXPECT_EQ(own_of(of_private, of_private), PayerClass::own_private);
    EXPECT_EQ(own_of(of_private, of_public), PayerClass::own_public);
    EXPECT_EQ(find_line(together(rules, {}), {"own"})->payer, PayerClass::own_public);
    const std::vector<PartPlan> mixed{{say("One"), of_private}, {say("Other"), of_public}};
    EXPECT_EQ(together(rules, mixed).public_funding.value, Money::euros(1850));
    EXPECT_EQ(together(rules, mixed).real_share, Share{6486});
}

TEST(Shares, AShareIsReadFromSums) {
    EXPECT_EQ(share_of(Money::euros(60), Money::euros(85)), Share{7059});
    EXPECT_EQ(share_of(Money(), Money()), Share{0});
    EXPECT_EQ(share_of(largest_sum, largest_sum), whole_share);
    EXPECT_EQ(share_of(Money::cents(1), Money::cents(20000)), Share{1}) << "half a basis point goes up";
    EXPECT_THROW(share_of(Money::euros(2), Money::euros(1)), Bug);
}

TEST(Hues, EveryPayerHasOneOfFour) {
    EXPECT_EQ(hue(PayerClass::eu_and_state), "eu");
    EXPECT_EQ(hue(PayerClass::other_municipality), "city");
    EXPECT_EQ(hue(PayerClass::own_private), "own");
    EXPECT_EQ(hue(PayerClass::outside_private), "outside");
}

}  // namespace
}  // namespace vastin::funding
