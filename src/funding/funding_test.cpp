// The cases of funding_cases.txt, and what holds for every sum.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "cast.h"
#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

const int a_thousand_cases = setenv("RC_PARAMS", "max_success=1000", 0);  // before RapidCheck reads it

struct Row {
    std::string call = "2025";
    bool from_support = false;
    Money start, outside;
    ApplicantKind applicant = ApplicantKind::public_body;
    Rounding rounding;
    std::optional<Money> tried;  // what if the city gives this
    std::string expected;        // the last four columns
    std::string text;            // the row as it stands
    std::string explanation;     // the lines below it
};

std::vector<std::string> columns(const std::string& line) {
    std::vector<std::string> found;
    std::istringstream in(line);
    for (std::string column; std::getline(in, column, '|');) {
        const auto first = column.find_first_not_of(' ');
        if (first != std::string::npos) {
            found.push_back(column.substr(first, column.find_last_not_of(' ') - first + 1));
        }
    }
    return found;
}

/// A row of funding_cases.txt (eight columns), or of tried_cases.txt, which names the call before and the tried sum
/// behind the rounding (ten).
Row read_row(const std::string& line) {
    auto column = columns(line);
    if (column.size() != 8 && column.size() != 10) {
        throw std::runtime_error("a row of cases has eight or ten columns: " + line);
    }
    Row row;
    row.text = line;
    if (column.size() == 10) {
        row.call = column[0];
        row.tried = column[5] == "-" ? std::nullopt : std::optional(read_euros(column[5]));
        column.erase(column.begin() + 5);
        column.erase(column.begin());
    }
    row.from_support = column[0].starts_with("support ");
    row.start = read_euros(column[0].substr(column[0].find(' ') + 1));
    row.outside = read_euros(column[1]);
    row.applicant = column[2] == "private" ? ApplicantKind::private_body : ApplicantKind::public_body;
    row.rounding.unit = read_euros(column[3].substr(0, column[3].find(' ')));
    const std::string mode = column[3].substr(column[3].find(' ') + 1);
    row.rounding.mode = mode == "down" ? RoundingMode::down : mode == "up" ? RoundingMode::up : RoundingMode::nearest;
    for (std::size_t i = 4; i < 7; ++i) {
        row.expected += (column[i] == "-" ? "-" : euros(read_euros(column[i]))) + " | ";
    }
    row.expected += column[7];
    return row;
}

std::vector<Row> rows_of(const std::string& name) {
    std::ifstream file(cast::source() + "/src/funding/" + name);
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("|")) {
            rows.push_back(read_row(line));
        } else if (line.starts_with("    ") && !rows.empty()) {
            rows.back().explanation += line + "\n";
        }
    }
    return rows;
}

Rules rules_of(const Row& row) {
    return row.call == "2021"   ? kokkola_2021(row.rounding)
           : row.call == "2022" ? kokkola_2022(row.rounding)
                                : kokkola(row.rounding);
}

Plan plan_of(const Row& row) {
    const Rules rules = rules_of(row);
    const auto what_if = row.tried ? std::optional(WhatIf{{"city"}, *row.tried}) : std::nullopt;
    return row.from_support ? plan_from_support(rules, row.start, row.outside, row.applicant)
                            : plan(rules,
                                   {.total_costs = given(row.start, say("Total costs")),
                                    .outside_private = row.outside,
                                    .applicant = row.applicant,
                                    .what_if = what_if});
}

std::string result(const Plan& plan) {
    if (plan.lines.empty()) {
        return "- | - | - | -";
    }
    std::string text;
    for (const Line& line : plan.lines) {
        text += euros(line.sum.value) + " | ";
    }
    return text + percent(plan.real_share);
}

void expect_cases(const std::string& name, std::size_t least) {
    const auto rows = rows_of(name);
    ASSERT_GE(rows.size(), least) << name << " is not whole";
    std::string anew;
    for (const Row& row : rows) {
        const Plan made = plan_of(row);
        EXPECT_EQ(result(made), row.expected) << row.text;
        EXPECT_EQ(told(made), row.explanation) << row.text;
        anew += row.text + "\n" + told(made);
    }
    if (testing::Test::HasFailure()) {
        std::ofstream(cast::build() + "/" + name + ".got.txt") << anew;
    }
}

TEST(FundingCases, EveryRowComesOutAndExplainsItself) { expect_cases("funding_cases.txt", 25); }

TEST(FundingCases, OpenSharesAndTriedSumsComeOutAndExplainThemselves) { expect_cases("tried_cases.txt", 20); }

TEST(Funding, NoTwoWaysToTheSamePlan) {
    const Rules rules = kokkola({});
    const Plan from_support =
        plan_from_support(rules, Money::euros(560000), Money::euros(100000), ApplicantKind::public_body);
    const Plan from_costs = plan(rules,
                                 {.total_costs = given(from_support.total_costs.value, {}),
                                  .outside_private = Money::euros(100000),
                                  .applicant = ApplicantKind::public_body});
    EXPECT_EQ(result(from_support), result(from_costs));
}

TEST(Funding, TheCitysSumMakesAWholeProject) {
    const Plan made = plan_from_payer(kokkola({Money::euros(1), RoundingMode::nearest}),
                                      {{"city"}, Money::euros(200000)},
                                      Money(),
                                      ApplicantKind::public_body);
    EXPECT_EQ(result(made), "480 000 | 200 000 | 120 000 | 60 %");
    EXPECT_EQ(
        told(made.total_costs),
        "Total costs: 800 000 = what 200 000 is 25 % of, rounded to the nearest unit of 1 euro. The sum wanted of "
        "City of Kokkola is 25 % of this. [Call 2025]");
    EXPECT_EQ(plan_from_payer(kokkola({}), {{"city"}, -Money::euros(1)}, Money(), ApplicantKind::public_body)
                  .faults.at(0)
                  .field,
              "what_if");
}

TEST(Funding, OneSourceOfAShareAndItsRoundingIsSaidOnce) {
    Rules rules = kokkola({Money::euros(1), RoundingMode::nearest});
    const auto said = [&] {
        const Plan made = plan_from_support(rules, Money::euros(560000), Money(), ApplicantKind::public_body);
        return told(find_line(made, {"city"})->sum);
    };
    const Localised notice{"Ilmoitus", "Utlysning", "Notice"};
    rules.payers[1].source = notice;
    rules.rounding_source = {"Ohje", "Anvisning", "Instructions"};
    EXPECT_TRUE(said().ends_with("[Notice. Instructions]")) << said();
    rules.rounding_source = notice;
    EXPECT_TRUE(said().ends_with("[Notice]")) << said();
}

/// Any rules of three payers with any rounding and taker.
Rules any_rules() {
    Rules rules = kokkola({Money::cents(*rc::gen::element(1, 10, 100, 1000)),
                           *rc::gen::element(RoundingMode::nearest, RoundingMode::down, RoundingMode::up)});
    const int first = *rc::gen::inRange(1, 10001);
    const int second = *rc::gen::inRange(0, 10001 - first);
    rules.payers[0].share = {first};
    rules.payers[1].share = {second};
    rules.payers[2].share = {10000 - first - second};
    rules.taker = *rc::gen::element(PayerKey{"eu"}, PayerKey{"city"}, PayerKey{"own"});
    if (*rc::gen::arbitrary<bool>() && rules.taker != PayerKey{"city"}) {
        rules.payers[1].most = Money::cents(*rc::gen::inRange<std::int64_t>(0, 50'000'000));
    }
    RC_ASSERT(unsupported(rules).empty());
    return rules;
}

Money any_sum() { return Money::cents(*rc::gen::inRange<std::int64_t>(0, largest_sum.count() + 1)); }

TEST(FundingProperties, ThePlanSumsToTheCostsAndIsNeverNegative) {
    EXPECT_TRUE(rc::check([] {
        const Rules rules = any_rules();
        const Money total = any_sum();
        const Money outside = Money::cents(*rc::gen::inRange<std::int64_t>(0, total.count() + 1));
        const auto applicant = *rc::gen::element(ApplicantKind::public_body, ApplicantKind::private_body);
        const Plan made =
            plan(rules, {.total_costs = given(total, {}), .outside_private = outside, .applicant = applicant});
        RC_ASSERT(made.lines.size() == 3U);
        Money sum = made.outside.value;
        for (const Line& line : made.lines) {
            RC_ASSERT(line.sum.value >= Money());
            RC_ASSERT(recompute(line.sum) == line.sum.value);
            sum += line.sum.value;
            const auto most = find_payer(rules, line.key)->most;
            RC_ASSERT(!most || line.sum.value <= *most);
        }
        RC_ASSERT(sum == total);
        RC_ASSERT(recompute(made.public_funding) == made.public_funding.value);
    }));
}

/// Rules as the calls of 2021 and 2022 have them: a first payer bound by "at most" or "about", the others open.
Rules any_open_rules() {
    const Rounding rounding{Money::cents(*rc::gen::element(1, 10, 100, 1000)),
                            *rc::gen::element(RoundingMode::nearest, RoundingMode::down, RoundingMode::up)};
    Rules rules = *rc::gen::arbitrary<bool>() ? kokkola_2022(rounding) : kokkola_2021(rounding);
    rules.payers[0].share = {*rc::gen::inRange(1, 10000)};
    RC_ASSERT(unsupported(rules).empty());
    return rules;
}

TEST(FundingProperties, OpenSharesSumToTheCostsAndNoMostIsPassed) {
    EXPECT_TRUE(rc::check([] {
        const Rules rules = any_open_rules();
        const Money total = any_sum();
        const Money outside = Money::cents(*rc::gen::inRange<std::int64_t>(0, total.count() + 1));
        const auto applicant = *rc::gen::element(ApplicantKind::public_body, ApplicantKind::private_body);
        const Plan made =
            plan(rules, {.total_costs = given(total, {}), .outside_private = outside, .applicant = applicant});
        RC_ASSERT(made.lines.size() == 3U);
        Money sum = made.outside.value;
        for (const Line& line : made.lines) {
            RC_ASSERT(line.sum.value >= Money());
            RC_ASSERT(recompute(line.sum) == line.sum.value);
            sum += line.sum.value;
        }
        RC_ASSERT(sum == total);
        const Money exactly = portion(total, rules.payers[0].share, {Money::cents(1), RoundingMode::up});
        RC_ASSERT(rules.payers[0].bound != Bound::at_most || made.lines[0].sum.value <= exactly);
    }));
}

TEST(FundingProperties, ATriedSumIsGivenToTheCentAndTheTakerPaysTheDifference) {
    EXPECT_TRUE(rc::check([] {
        const Rules rules = *rc::gen::arbitrary<bool>() ? any_rules() : any_open_rules();
        if (rules.taker == PayerKey{"city"}) {
            return;
        }
        const Money total = any_sum();
        const Money outside = Money::cents(*rc::gen::inRange<std::int64_t>(0, total.count() + 1));
        const WhatIf tried{{"city"}, Money::cents(*rc::gen::inRange<std::int64_t>(0, total.count() + 1))};
        const Plan by_rule = plan(
            rules,
            {.total_costs = given(total, {}), .outside_private = outside, .applicant = ApplicantKind::public_body});
        const Plan made = plan(rules,
                               {.total_costs = given(total, {}),
                                .outside_private = outside,
                                .applicant = ApplicantKind::public_body,
                                .what_if = tried});
        if (made.lines.empty()) {
            RC_ASSERT(made.faults.size() == 1U && made.faults[0].field == "what_if");
            return;
        }
        Money sum = made.outside.value;
        for (const Line& line : made.lines) {
            RC_ASSERT(line.sum.value >= Money());
            RC_ASSERT(recompute(line.sum) == line.sum.value);
            sum += line.sum.value;
        }
        RC_ASSERT(sum == total);
        RC_ASSERT(find_line(made, {"city"})->sum.value == tried.sum);
        const Money change = find_line(by_rule, {"city"})->sum.value - tried.sum;
        const Money taken = find_line(made, rules.taker)->sum.value - find_line(by_rule, rules.taker)->sum.value;
        // where a cap or a lack of money cut somebody behind the city, the rules may give that one more now
        RC_ASSERT(taken <= change || rules.payers[0].key == rules.taker);
    }));
}

TEST(FundingProperties, ThePlanOfAPublicApplicantIsTheSplitOfBase) {
    EXPECT_TRUE(rc::check([] {
        Rules rules = any_rules();
        rules.payers[1].most.reset();
        const Money total = any_sum();
        const std::vector<Share> shares{rules.payers[0].share, rules.payers[1].share, rules.payers[2].share};
        const std::size_t taker = rules.taker.text == "eu" ? 0 : rules.taker.text == "city" ? 1 : 2;
        const auto parts = split(total, shares, rules.rounding, taker);
        const Plan made = plan(
            rules,
            {.total_costs = given(total, {}), .outside_private = Money(), .applicant = ApplicantKind::public_body});
        for (std::size_t i = 0; i < 3; ++i) {
            RC_ASSERT(made.lines[i].sum.value == parts[i]);
        }
    }));
}

TEST(FundingProperties, WantedSupportComesBackWithinOneUnit) {
    EXPECT_TRUE(rc::check([] {
        Rules rules = any_rules();
        rules.payers[1].most.reset();
        rules.taker = {"own"};
        const std::int64_t unit = rules.rounding.unit.count();
        std::int64_t cents = *rc::gen::inRange<std::int64_t>(0, 50'000'000);
        // rounding twice in one direction may lose up to two units of a sum that is not in whole units
        cents = rules.rounding.mode == RoundingMode::nearest ? cents : cents / unit * unit;
        const Money wanted = Money::cents(cents);
        const Money outside = Money::cents(*rc::gen::inRange<std::int64_t>(0, 50'000'000));
        const Plan made = plan_from_support(rules, wanted, outside, ApplicantKind::public_body);
        if (made.lines.empty()) {  // a small share of a large sum passes the largest sum
            RC_ASSERT(made.total_costs.value > largest_sum);
            return;
        }
        const Money off = support_line(rules, made)->sum.value - wanted;
        RC_ASSERT(off <= rules.rounding.unit && -off <= rules.rounding.unit);
        RC_ASSERT(made.total_costs.value - made.shared.value == outside);
        RC_ASSERT(recompute(made.total_costs) == made.total_costs.value);
    }));
}

TEST(FundingProperties, AGroupIsTheSumOfItsPartners) {
    EXPECT_TRUE(rc::check([] {
        const Rules rules = kokkola({});
        std::vector<PartPlan> parts;
        Money total, city;
        const int count = *rc::gen::inRange(0, 6);
        for (int i = 0; i < count; ++i) {
            const Money costs = Money::cents(*rc::gen::inRange<std::int64_t>(0, 1'000'000'00));
            parts.push_back({say("Partner"),
                             plan(rules,
                                  {.total_costs = given(costs, {}),
                                   .outside_private = Money(),
                                   .applicant = ApplicantKind::public_body})});
            total += costs;
            city += find_line(parts.back().plan, {"city"})->sum.value;
        }
        const Plan whole = together(rules, parts);
        RC_ASSERT(whole.total_costs.value == total);
        RC_ASSERT(find_line(whole, {"city"})->sum.value == city);
        RC_ASSERT(recompute(find_line(whole, {"own"})->sum) == find_line(whole, {"own"})->sum.value);
        RC_ASSERT(whole.faults.empty());
    }));
}

}  // namespace
}  // namespace vastin::funding
