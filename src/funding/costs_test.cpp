// Costs by each cost model and pay model, and what holds for all of them.
#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/check.h"
#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

const int a_thousand_cases = setenv("RC_PARAMS", "max_success=1000", 0);  // before RapidCheck reads it

CostModel model_of(CostModel::Kind kind, int rate, std::vector<std::string> categories) {
    CostModel model;
    model.key = "model";
    model.name = same("The model");
    model.kind = kind;
    model.rate = {rate};
    model.categories = std::move(categories);
    return model;
}

Rules rules_with(const CostModel& model, std::vector<PayModel> pay_models = {}) {
    Rules rules = kokkola({});
    rules.cost_models = {model};
    rules.pay_models = std::move(pay_models);
    rules.categories = {{"services", same("Bought services"), {}}, {"machinery", same("Machinery"), {}}};
    EXPECT_TRUE(unsupported(rules).empty());
    return rules;
}

PayModel pay_model(PayModel::Kind kind, int side = 0) {
    PayModel model;
    model.key = "pay_model";
    model.name = same("The pay model");
    model.kind = kind;
    model.side = {side};
    return model;
}

CostInput pay(Money sum) { return {.typed = {{"pay", sum}}}; }

TEST(Costs, TheFlatRateIsAddedToPay) {
    const Costs made = costs(kokkola({}), pay(Money::cents(66'666'64)));
    EXPECT_EQ(told(made.lines.at(0).sum), "Pay: 66 666.64");
    EXPECT_EQ(told(made.added),
              "Flat rate, 40 % of pay: 26 666.66 = 40 % of 66 666.64, rounded to the nearest unit of 0.01 euro. 40 % "
              "of pay covers everything but pay; no receipts are asked.");
    EXPECT_EQ(told(made.total), "Total costs: 93 333.30 = 66 666.64 + 26 666.66");
    EXPECT_TRUE(made.faults.empty());
}

TEST(Costs, ImpossiblePayIsTold) {
    const Rules rules = kokkola({});
    EXPECT_EQ(all_told(costs(rules, pay(Money::cents(-1))).faults), "pay: The pay cannot be negative.\n");
    EXPECT_EQ(all_told(costs(rules, pay(Money::cents(INT64_MAX))).faults),
              "pay: The costs are too large: at most 999 999 999.99.\n");
    // 714 285 714.28 * 1.4 = 999 999 999.99; one cent more does not fit
    EXPECT_EQ(costs(rules, pay(Money::cents(71'428'571'428))).total.value, largest_sum);
    EXPECT_EQ(all_told(costs(rules, pay(Money::cents(71'428'571'429))).faults),
              "pay: The costs are too large: at most 999 999 999.99.\n");
    EXPECT_EQ(costs(rules, pay(Money::cents(71'428'571'429))).total.value, Money());
    EXPECT_THROW(costs(rules, {.cost_model = "nobody"}), Bug);
}

TEST(Costs, AFlatRateOf24CoversWhatIsNotTyped) {
    const Rules rules = rules_with(model_of(CostModel::Kind::flat_rate_on_pay, 2400, {"pay", "services"}));
    const Costs made = costs(rules, {.typed = {{"pay", Money::euros(50000)}, {"services", Money::euros(8000)}}});
    EXPECT_EQ(told(made.added),
              "Flat rate, 24 % of pay: 12 000 = 24 % of 50 000, rounded to the nearest unit of 0.01 euro. 24 % of pay "
              "covers what is not asked; no receipts are asked.");
    EXPECT_EQ(told(made.total), "Total costs: 70 000 = 50 000 + 8 000 + 12 000");
    EXPECT_FALSE(only_flat_rate_on_pay(rules, rules.cost_models[0]));
}

TEST(Costs, AFlatRateOf7IsTakenOfTheDirectCosts) {
    const Rules rules = rules_with(model_of(CostModel::Kind::flat_rate_on_direct, 700, {"pay", "services"}));
    const Costs made = costs(rules, {.typed = {{"pay", Money::euros(50000)}, {"services", Money::cents(807)}}});
    EXPECT_EQ(told(made.added.because->operands[0].figure), "Direct costs: 50 008.07 = 50 000 + 8.07");
    EXPECT_EQ(told(made.added),
              "Flat rate, 7 % of the direct costs: 3 500.56 = 7 % of 50 008.07, rounded to the nearest unit of 0.01 "
              "euro. 7 % of the direct costs covers the indirect ones; no receipts are asked.");
    EXPECT_EQ(made.total.value, Money::cents(53'508'63));
}

TEST(Costs, AnInvestmentHasOneAndAHalfPerCent) {
    const Rules rules = rules_with(model_of(CostModel::Kind::flat_rate_on_direct, 150, {"machinery"}));
    EXPECT_EQ(costs(rules, {.typed = {{"machinery", Money::euros(200000)}}}).total.value, Money::euros(203000));
}

TEST(Costs, ALumpSumAsksNothing) {
    CostModel lump = model_of(CostModel::Kind::lump_sum, 0, {});
    lump.amount = Money::euros(20000);
    const Costs made = costs(rules_with(lump), {});
    EXPECT_EQ(told(made.total), "Total costs: 20 000 = 20 000");
    EXPECT_EQ(told(made.added), "Lump sum: 20 000");
}

TEST(Costs, ActualCostsAreTheSumOfTheirCategories) {
    const Rules rules = rules_with(model_of(CostModel::Kind::actual, 0, {"pay", "services", "machinery"}));
    const Costs made = costs(rules, {.typed = {{"pay", Money::euros(1)}, {"machinery", Money::euros(2)}}});
    EXPECT_EQ(told(made.total), "Total costs: 3 = 1 + 0 + 2");
    EXPECT_EQ(all_told(costs(rules, {.typed = {{"services", Money::cents(-1)}}}).faults),
              "services: Bought services: a sum cannot be negative.\n");
}

TEST(Costs, GrossPayGetsItsSideCosts) {
    const Rules rules = rules_with(model_of(CostModel::Kind::flat_rate_on_pay, 4000, {"pay"}),
                                   {pay_model(PayModel::Kind::gross_plus_side, 2042)});
    const Costs made = costs(rules, pay(Money::euros(40000)));
    EXPECT_EQ(told(find_cost(made, "pay")->sum), "Pay: 48 168 = 40 000 + 8 168");
    EXPECT_EQ(told(find_cost(made, "pay")->sum.because->operands[1].figure),
              "Side costs, 20.42 % of gross pay: 8 168 = 20.42 % of 40 000, rounded to the nearest unit of 0.01 euro");
    EXPECT_EQ(made.total.value, Money::cents(67'435'20));
    EXPECT_FALSE(only_flat_rate_on_pay(rules, rules.cost_models[0]));
}

TEST(Costs, AnHourIsA1720thOfTheAnnualPay) {
    const Rules rules =
        rules_with(model_of(CostModel::Kind::flat_rate_on_pay, 4000, {"pay"}), {pay_model(PayModel::Kind::hourly)});
    const Costs made = costs(rules, {.work = {{Money::euros(50000), 800}}});
    EXPECT_EQ(told(find_cost(made, "pay")->sum), "Pay: 23 256 = 800 x 29.07. 800 hours at the price of an hour.");
    EXPECT_EQ(told(find_cost(made, "pay")->sum.because->operands[0].figure),
              "Price of an hour: 29.07 = 50 000 / 1720, rounded to the nearest unit of 0.01 euro. A year has 1720 "
              "hours of work.");
    EXPECT_EQ(made.total.value, Money::cents(32'558'40));
    const Costs two = costs(rules, {.work = {{Money::euros(50000), 800}, {Money::euros(60000), 1}}});
    EXPECT_EQ(told(find_cost(two, "pay")->sum), "Pay: 23 290.88 = 23 256 + 34.88");
    EXPECT_EQ(all_told(costs(rules, {.work = {{Money::cents(-1), -1}}}).faults),
              "annual_pay: The pay of a year cannot be negative.\nhours: The hours are from 0 to 1000000.\n");
    EXPECT_EQ(all_told(costs(rules, {.work = {{largest_sum, most_hours}}}).faults),
              "hours: The costs are too large: at most 999 999 999.99.\n");
}

TEST(Costs, OfSeveralModelsOneIsChosen) {
    Rules rules = rules_with(model_of(CostModel::Kind::actual, 0, {"pay", "services"}));
    rules.cost_models.push_back(kokkola({}).cost_models.front());
    const CostInput input{.cost_model = "flat_40", .typed = {{"pay", Money::euros(10)}, {"services", Money::euros(5)}}};
    EXPECT_EQ(costs(rules, input).total.value, Money::euros(14)) << "services are not asked under it";
}

TEST(CostParts, ACategoryHasItsShareOfTheWholeProject) {
    Rules rules = rules_with(model_of(CostModel::Kind::actual, 0, {"pay", "services"}));
    rules.cost_parts = {{"services", same("Bought services"), Bound::at_most, {2000}, same("Call 2020")},
                        {"pay", same("Pay"), Bound::at_least, {3000}, same("Call 2020")}};
    const auto of = [&](std::int64_t pay, std::int64_t services) {
        return costs(rules, {.typed = {{"pay", Money::euros(pay)}, {"services", Money::euros(services)}}});
    };
    const std::vector<Costs> too_much{of(79, 21)}, right{of(80, 20)}, group{of(60, 0), of(20, 20)};
    EXPECT_EQ(all_told(cost_part_faults(rules, too_much)),
              "services: Bought services: 21 of costs, but at most 20 (20 % of the total costs) is allowed: 1 too "
              "much.\n");
    EXPECT_EQ(told(cost_part_faults(rules, too_much)[0].allowed), "20");
    EXPECT_EQ(told(cost_part_faults(rules, too_much)[0].source), "Call 2020");
    EXPECT_EQ(all_told(cost_part_faults(rules, right)), "");
    EXPECT_EQ(all_told(cost_part_faults(rules, group)), "") << "judged of the whole project";
    rules.cost_parts[0].share = {10000};
    const std::vector<Costs> too_little{of(29, 71)};
    EXPECT_EQ(all_told(cost_part_faults(rules, too_little)),
              "pay: Pay: 29 of costs, but at least 30 (30 % of the total costs) is demanded: 1 too little.\n");
}

TEST(CostProperties, LinesAndWhatIsAddedSumToTheTotalAndCanBeWorkedOutAnew) {
    EXPECT_TRUE(rc::check([] {
        using Kind = CostModel::Kind;
        const Kind kind = *rc::gen::element(Kind::flat_rate_on_pay, Kind::flat_rate_on_direct, Kind::actual);
        CostModel model = model_of(kind, kind == Kind::actual ? 0 : *rc::gen::inRange(1, 10001), {"pay", "services"});
        model.rounding = {Money::cents(*rc::gen::element(1, 100)),
                          *rc::gen::element(RoundingMode::nearest, RoundingMode::down, RoundingMode::up)};
        const auto pay_kind =
            *rc::gen::element(PayModel::Kind::as_typed, PayModel::Kind::gross_plus_side, PayModel::Kind::hourly);
        const int side = pay_kind == PayModel::Kind::gross_plus_side ? *rc::gen::inRange(1, 10001) : 0;
        const Rules rules = rules_with(model, {pay_model(pay_kind, side)});
        const auto any = [] { return Money::cents(*rc::gen::inRange<std::int64_t>(0, 20'000'000'000)); };
        const Costs made = costs(rules,
                                 {.typed = {{"pay", any()}, {"services", any()}},
                                  .work = {{any(), *rc::gen::inRange<std::int64_t>(0, 5000)}}});
        if (!made.faults.empty()) {
            RC_ASSERT(made.total.value == Money());
            return;
        }
        Money sum = made.added.value;
        for (const CostLine& line : made.lines) {
            RC_ASSERT(line.sum.value >= Money());
            RC_ASSERT(recompute(line.sum) == line.sum.value);
            sum += line.sum.value;
        }
        RC_ASSERT(sum == made.total.value);
        RC_ASSERT(recompute(made.total) == made.total.value);
        RC_ASSERT(made.total.value <= largest_sum);
    }));
}

}  // namespace
}  // namespace vastin::funding
