// What a call may not say yet is refused by name; caps, costs, groups and private money do what they say.
#include <gtest/gtest.h>

#include "base/check.h"
#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

std::string all_told(const std::vector<Phrase>& phrases) {
    std::string text;
    for (const Phrase& phrase : phrases) {
        text += told(phrase) + "\n";
    }
    return text;
}

std::string all_told(const std::vector<Reason>& reasons) {
    std::string text;
    for (const Reason& reason : reasons) {
        text += reason.field + ": " + told(reason.phrase) + "\n";
    }
    return text;
}

Plan public_plan(const Rules& rules, std::int64_t euros_of_costs) {
    return plan(rules, given(Money::euros(euros_of_costs), say("Total costs")), Money(), ApplicantKind::public_body);
}

TEST(Unsupported, TheKokkolaRulesCanBeComputed) {
    EXPECT_EQ(all_told(unsupported(kokkola({}))), "");
    EXPECT_EQ(all_told(unsupported(kokkola_2021({}))), "");
    EXPECT_EQ(all_told(unsupported(kokkola_2022({}))), "");
    EXPECT_EQ(rest(kokkola({})), Share{0});
    EXPECT_EQ(rest(kokkola_2022({})), Share{4000});
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

TEST(Unsupported, EveryRuleThatCannotBeComputedIsNamed) {
    struct Case {
        void (*break_it)(Rules&);
        const char* says;
    };
    const Case cases[] = {
        {[](Rules& r) { r.payers[2].bound = Bound::at_most; },
         "The taker of the rest, \"own\", cannot be bound by \"at most\".\n"},
        {[](Rules& r) { r.payers[1].bound = Bound::open; },
         "City of Kokkola: a payer whose share is open has no share, not 25 %.\n"
         "The shares of the payers must leave something to those whose share is open.\n"
         "The taker of the rest, \"own\", must be open where another payer's share is.\n"},
        {[](Rules& r) { r.payers[1].bound = Bound::at_least; },
         "City of Kokkola: \"at least 25 %\" cannot be computed yet, only an exact share.\n"},
        {[](Rules& r) { r.payers[0].base = Base::total_costs; },
         "EU and state: a share of total costs is computed only as \"at most\", others of public funding.\n"},
        {[](Rules& r) { r.payers[0].base = Base::net_costs; },
         "EU and state: a share of net costs cannot be computed yet, only of public funding.\n"},
        {[](Rules& r) {
             r.payers[0].instead.push_back({"investment", same("investment"), {5000}, {}});
         },
         "EU and state: a share that a condition changes cannot be computed yet.\n"},
        {[](Rules& r) { r.payers[2].payer = PayerClass::outside_private; },
         "Applicant: private money has no share of public funding.\n"},
        {[](Rules& r) { r.payers[2].share = {1499}; }, "The shares of the payers must sum to 100 %.\n"},
        {[](Rules& r) {
             r.payers[0].share = {-100};
             r.payers[1].share = {8600};
         },
         "EU and state: a share is from 0 % to 100 %, not -1 %.\nThe payer of the support, \"eu\", has no share.\n"},
        {[](Rules& r) { r.payers[1].key = {"eu"}; }, "Two payers have the key eu.\n"},
        {[](Rules& r) { r.support = {"state"}; }, "The payer of the support, \"state\", is not among the payers.\n"},
        {[](Rules& r) { r.taker = {"nobody"}; }, "The taker of the rest, \"nobody\", is not among the payers.\n"},
        {[](Rules& r) { r.payers[2].most = Money::euros(1); }, "The taker of the rest, \"own\", cannot have a cap.\n"},
        {[](Rules& r) { r.payers[1].most = Money::cents(-1); },
         "City of Kokkola: the cap must be from 0 to 999 999 999.99.\n"},
        {[](Rules& r) { r.rounding.unit = Money(); }, "The unit of rounding must be above zero.\n"},
        {[](Rules& r) { r.cost_models[0].kind = CostModel::Kind::lump_sum; },
         "Flat rate 40 %: only a flat rate on pay can be computed yet.\n"},
        {[](Rules& r) { r.cost_models[0].kind = CostModel::Kind::flat_rate_on_direct; },
         "Flat rate 40 %: only a flat rate on pay can be computed yet.\n"},
        {[](Rules& r) { r.cost_models[0].kind = CostModel::Kind::actual; },
         "Flat rate 40 %: only a flat rate on pay can be computed yet.\n"},
        {[](Rules& r) { r.cost_models[0].rate = {}; }, "Flat rate 40 %: a flat rate is above 0 % and at most 100 %.\n"},
        {[](Rules& r) { r.cost_models.push_back(r.cost_models[0]); }, "Two cost models have the key flat_40.\n"},
        {[](Rules& r) {
             r.cost_parts.push_back({"services", same("Services"), Bound::at_most, {2000}, {}});
         },
         "Services: a share of one cost part cannot be checked yet.\n"},
        {[](Rules& r) {
             r.support_most = Cap{Money(), {}};
         },
         "A cap must be above 0 and at most 999 999 999.99, not 0.\n"},
        {[](Rules& r) {
             r.indicative_size = IndicativeSize{Money::euros(2), Money::euros(1), {}};
         },
         "The indicative size begins above its end.\n"},
        {[](Rules& r) { r.longest = Months{0}; }, "The longest time must be at least one month.\n"},
        {[](Rules& r) { r.payers.clear(); },
         "The shares of the payers must sum to 100 %.\nThe payer of the support, \"eu\", is not among the payers.\n"
         "The taker of the rest, \"own\", is not among the payers.\n"},
    };
    for (const Case& one : cases) {
        Rules rules = kokkola({});
        one.break_it(rules);
        std::vector<Phrase> said;
        for (const Reason& why : unsupported(rules)) {
            said.push_back(why.phrase);
        }
        EXPECT_EQ(all_told(said), one.says);
    }
}

TEST(Costs, TheFlatRateIsAddedToPay) {
    const CostModel model = kokkola({}).cost_models.front();
    const Costs made = costs(model, Money::cents(66'666'64));
    EXPECT_EQ(told(made.pay), "Pay: 66 666.64");
    EXPECT_EQ(told(made.flat_rate),
              "Flat rate, 40 % of pay: 26 666.66 = 40 % of 66 666.64, rounded to the nearest unit of 0.01 euro. 40 % "
              "of pay covers "
              "everything but pay; no receipts are asked.");
    EXPECT_EQ(told(made.total), "Total costs: 93 333.30 = 66 666.64 + 26 666.66");
    EXPECT_TRUE(made.faults.empty());
}

TEST(Costs, ImpossiblePayIsTold) {
    const CostModel model = kokkola({}).cost_models.front();
    EXPECT_EQ(all_told(costs(model, Money::cents(-1)).faults), "pay: The pay cannot be negative.\n");
    EXPECT_EQ(all_told(costs(model, Money::cents(INT64_MAX)).faults),
              "pay: The costs are too large: at most 999 999 999.99.\n");
    // 714 285 714.28 * 1.4 = 999 999 999.99; one cent more does not fit
    EXPECT_EQ(costs(model, Money::cents(71'428'571'428)).total.value, largest_sum);
    EXPECT_EQ(all_told(costs(model, Money::cents(71'428'571'429)).faults),
              "pay: The costs are too large: at most 999 999 999.99.\n");
    EXPECT_EQ(costs(model, Money::cents(71'428'571'429)).total.value, Money());
}

TEST(Costs, AnotherKindOfModelIsABug) {
    CostModel model = kokkola({}).cost_models.front();
    model.kind = CostModel::Kind::lump_sum;
    EXPECT_THROW(costs(model, Money::euros(1)), Bug);
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
    const Plan made = plan(rules, given(Money::cents(150), {}), Money(), ApplicantKind::public_body);
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
    const Plan made = plan(rules, given(Money::euros(10), {}), Money::euros(1), ApplicantKind::public_body);
    EXPECT_EQ(all_told(made.faults), "outside_private: This call takes no private money. Leave the field at 0.\n");
    EXPECT_TRUE(public_plan(rules, 10).faults.empty());
}

TEST(PrivateMoney, OwnMoneyOfAPrivateApplicantCountsOnlyWhereTheCallSaysSo) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    const auto private_plan = [&] {
        return plan(rules, given(Money::euros(1000), {}), Money(), ApplicantKind::private_body);
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
    const Plan of_private = plan(rules, given(Money::euros(1000), {}), Money(), ApplicantKind::private_body);
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
