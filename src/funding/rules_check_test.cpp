// Contradictions in the rules of a call are refused by name, at their place in the data.
#include <gtest/gtest.h>

#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

std::string at_places(const std::vector<Reason>& reasons) {
    std::string text;
    for (const Reason& reason : reasons) {
        text += reason.field + ": " + told(reason.phrase) + "\n";
    }
    return text;
}

Limit rate_limit(Limit::Kind kind, int basis_points) {
    Limit limit;
    limit.kind = kind;
    limit.rate = {basis_points};
    return limit;
}

TEST(Unsupported, TheKokkolaRulesCanBeComputed) {
    EXPECT_EQ(at_places(unsupported(kokkola({}))), "");
    EXPECT_EQ(at_places(unsupported(kokkola_2021({}))), "");
    EXPECT_EQ(at_places(unsupported(kokkola_2022({}))), "");
    EXPECT_EQ(rest(kokkola({})), Share{0});
    EXPECT_EQ(rest(kokkola_2022({})), Share{4000});
}

TEST(Unsupported, EveryContradictionOfThePayersIsNamed) {
    struct Case {
        void (*break_it)(Rules&);
        const char* says;
    };
    const Case cases[] = {
        {[](Rules& r) { r.payers[1].bound = Bound::open; },
         "payers[2]: City of Kokkola: a payer whose share is open has no share, not 25 %.\n"
         "payers: The shares of the payers must leave something to those whose share is open.\n"
         ": The taker of the rest, \"own\", must be open where another payer's share is.\n"},
        {[](Rules& r) { r.payers[2].payer = PayerClass::outside_private; },
         "payers[3]: Applicant: private money has no share of public funding.\n"},
        {[](Rules& r) { r.payers[2].share = {1499}; },
         "payers: The shares of the payers must sum to 100 %, not 99.99 %.\n"},
        {[](Rules& r) {
             r.payers[2].bound = Bound::at_least;
             r.payers[2].share = {1501};
         },
         "payers: The shares that must be paid sum to 100.01 %, which is more than 100 %.\n"},
        {[](Rules& r) {
             r.payers[2].bound = Bound::at_most;
             r.payers[2].share = {1000};
         },
         ": The taker of the rest, \"own\", may pay at most 10 %, but the others leave it more.\n"},
        {[](Rules& r) {
             r.payers[0].share = {-100};
             r.payers[1].share = {8600};
         },
         "payers[1]: EU and state: a share is from 0 % to 100 %, not -1 %.\n"
         ": The payer of the support, \"eu\", has no share.\n"},
        {[](Rules& r) { r.payers[1].key = {"eu"}; }, "payers[2]: Two payers have the key eu.\n"},
        {[](Rules& r) { r.support = {"state"}; }, ": The payer of the support, \"state\", is not among the payers.\n"},
        {[](Rules& r) { r.taker = {"nobody"}; }, ": The taker of the rest, \"nobody\", is not among the payers.\n"},
        {[](Rules& r) { r.payers[2].most = Money::euros(1); },
         ": The taker of the rest, \"own\", cannot have a cap.\n"},
        {[](Rules& r) {
             r.payers[2].instead.push_back({"stated", {}, {2000}, {}});
         },
         ": The taker of the rest, \"own\", has no share that a condition changes: it takes what the others leave.\n"},
        {[](Rules& r) {
             r.payers[0].instead.push_back({"stated", {}, {}, {}});
         },
         "payers[1]: EU and state: a share under a condition is above 0 % and at most 100 %, not 0 %.\n"},
        {[](Rules& r) { r.payers[1].most = Money::cents(-1); },
         "payers[2]: City of Kokkola: the cap must be from 0 to 999 999 999.99.\n"},
        {[](Rules& r) {
             r.payers[1].least = Money::euros(2);
             r.payers[1].most = Money::euros(1);
         },
         "payers[2]: City of Kokkola: the least sum, 2, is above the cap, 1.\n"},
        {[](Rules& r) { r.rounding.unit = Money(); }, ": The unit of rounding must be above zero.\n"},
        {[](Rules& r) {
             r.support_most = Cap{Money(), {}};
         },
         ": A cap must be above 0 and at most 999 999 999.99, not 0.\n"},
        {[](Rules& r) {
             r.total_costs_least = Floor{Money::euros(2), {}};
             r.total_costs_most = Cap{Money::euros(1), {}};
         },
         ": The least costs, 2, are above the most, 1.\n"},
        {[](Rules& r) {
             r.indicative_size = IndicativeSize{Money::euros(2), Money::euros(1), {}};
         },
         ": The indicative size begins above its end.\n"},
        {[](Rules& r) { r.longest = Months{0}; }, ": The longest time must be at least one month.\n"},
        {[](Rules& r) { r.payers.clear(); },
         "payers: The shares of the payers must sum to 100 %, not 0 %.\n"
         ": The payer of the support, \"eu\", is not among the payers.\n"
         ": The taker of the rest, \"own\", is not among the payers.\n"},
    };
    for (const Case& one : cases) {
        Rules rules = kokkola({});
        one.break_it(rules);
        EXPECT_EQ(at_places(unsupported(rules)), one.says);
    }
}

TEST(Unsupported, EveryContradictionOfTheCostsIsNamed) {
    struct Case {
        void (*break_it)(Rules&);
        const char* says;
    };
    const Case cases[] = {
        {[](Rules& r) { r.cost_models[0].kind = CostModel::Kind::lump_sum; },
         "cost_models[1]: Flat rate 40 %: only a flat rate has a percent.\n"
         "cost_models[1]: Flat rate 40 %: a lump sum has an amount, above 0 and at most 999 999 999.99.\n"
         "cost_models[1]: Flat rate 40 %: under a lump sum no costs are asked.\n"},
        {[](Rules& r) { r.cost_models[0].rate = {}; },
         "cost_models[1]: Flat rate 40 %: a flat rate is above 0 % and at most 100 %.\n"},
        {[](Rules& r) { r.cost_models[0].amount = Money::euros(1); },
         "cost_models[1]: Flat rate 40 %: only a lump sum has an amount.\n"},
        {[](Rules& r) { r.cost_models[0].categories = {"services"}; },
         "cost_models[1]: Flat rate 40 %: a flat rate on pay asks the category \"pay\".\n"
         "cost_models[1]: Flat rate 40 %: no category of costs has the key \"services\".\n"},
        {[](Rules& r) {
             r.cost_models[0].categories = {"pay", "pay"};
         },
         "cost_models[1]: Flat rate 40 %: the category \"pay\" stands there twice.\n"},
        {[](Rules& r) { r.cost_models.push_back(r.cost_models[0]); },
         "cost_models[2]: Two cost models have the key flat_40.\n"},
        {[](Rules& r) {
             PayModel model;
             model.name = same("Gross");
             model.kind = PayModel::Kind::gross_plus_side;
             r.pay_models.push_back(model);
         },
         "pay_models[1]: Gross: side costs are above 0 % and at most 100 % of gross pay.\n"},
        {[](Rules& r) {
             PayModel model;
             model.name = same("Hours");
             model.kind = PayModel::Kind::hourly;
             model.hours_a_year = 0;
             r.pay_models.push_back(model);
         },
         "pay_models[1]: Hours: a year must have at least one hour of work.\n"},
        {[](Rules& r) {
             r.cost_parts.push_back({"services", same("Services"), Bound::exact, {2000}, {}});
         },
         "cost_parts[1]: Services: the share of a category of costs is bound by at_most or at_least.\n"
         "cost_parts[1]: Services: no cost model asks the category \"services\".\n"},
    };
    for (const Case& one : cases) {
        Rules rules = kokkola({});
        one.break_it(rules);
        EXPECT_EQ(at_places(unsupported(rules)), one.says);
    }
}

TEST(Unsupported, EveryContradictionWithTheLawIsNamed) {
    struct Case {
        void (*break_it)(Rules&);
        const char* says;
    };
    const Case cases[] = {
        {[](Rules& r) {
             r.limits = {rate_limit(Limit::Kind::development_rate, 5999)};
             r.limits_day = Date::of(2025, 6, 2);
         },
         "payers[1]: EU and state: 60 % is above 59.99 %, the most that the law allows on 2025-06-02.\n"},
        {[](Rules& r) {
             r.limits = {rate_limit(Limit::Kind::development_rate, 8000),
                         rate_limit(Limit::Kind::investment_rate, 5000)};
             r.payers[0].instead = {{"stated", {}, {8000}, {}}, {"investment", {}, {7000}, {}}};
             r.limits_day = Date::of(2025, 6, 2);
         },
         "payers[1]: EU and state: 70 % is above 50 %, the most that the law allows on 2025-06-02.\n"},
        {[](Rules& r) {
             r.limits = {rate_limit(Limit::Kind::development_rate, 5000)};
             r.limits[0].until = Date::of(2025, 6, 1);
             r.limits_day = Date::of(2025, 6, 2);
         },
         ""},
        {[](Rules& r) {
             r.limits = {rate_limit(Limit::Kind::development_rate, 8000),
                         rate_limit(Limit::Kind::development_rate, 7000)};
         },
         "limits[2]: Two limits of one kind hold on the same days.\n"},
        {[](Rules& r) {
             r.limits = {Limit{}};
             r.limits[0].from = Date::of(2025, 6, 2);
             r.limits[0].until = Date::of(2025, 6, 1);
         },
         "limits[1]: A limit of law ends on 2025-06-01, before it begins on 2025-06-02.\n"
         "limits[1]: The de minimis limit has euros above 0 and a window of at least one month.\n"},
    };
    for (const Case& one : cases) {
        Rules rules = kokkola({});
        one.break_it(rules);
        EXPECT_EQ(at_places(unsupported(rules)), one.says);
    }
}

TEST(Limits, TheOneThatHoldsOnADayIsFound) {
    Rules rules = kokkola({});
    Limit old, now;
    old.most = Money::euros(200000);
    now.most = Money::euros(300000);
    old.window = now.window = Months{36};
    old.until = Date::of(2023, 12, 31);
    now.from = Date::of(2024, 1, 1);  // Reg. 2023/2831
    rules.limits = {old, now};
    EXPECT_EQ(at_places(unsupported(rules)), "");
    EXPECT_EQ(limit_on(rules, Limit::Kind::de_minimis, *Date::of(2023, 12, 31))->most, Money::euros(200000));
    EXPECT_EQ(limit_on(rules, Limit::Kind::de_minimis, *Date::of(2024, 1, 1))->most, Money::euros(300000));
    EXPECT_EQ(limit_on(rules, Limit::Kind::development_rate, *Date::of(2024, 1, 1)), nullptr);
}

}  // namespace
}  // namespace vastin::funding
