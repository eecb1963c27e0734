// The kinds of share that occur in real calls: the cases of bounds_cases.txt, and what holds for every sum.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/check.h"
#include "cast.h"
#include "funding/told_for_tests.h"

namespace vastin::funding {
namespace {

using namespace for_tests;

const int a_thousand_cases = setenv("RC_PARAMS", "max_success=1000", 0);  // before RapidCheck reads it

constexpr Rounding euro{Money::euros(1), RoundingMode::nearest};

PayerRule payer(const char* key, PayerClass kind, Bound bound, int percent, Base base) {
    PayerRule rule;
    rule.key = {key};
    rule.payer = kind;
    rule.name = same(std::string(key) == "eu" ? "EU and state" : std::string(key) == "city" ? "City" : "Applicant");
    rule.bound = bound;
    rule.share = {percent * 100};
    rule.base = base;
    rule.source = same("The call");
    return rule;
}

/// The support, the city and the own money, which takes the rest.
Rules three(PayerRule eu, PayerRule city, PayerRule own) {
    Rules rules;
    rules.payers = {std::move(eu), std::move(city), std::move(own)};
    rules.support = {"eu"};
    rules.taker = {"own"};
    rules.rounding = euro;
    rules.cost_models = kokkola({}).cost_models;
    return rules;
}

Rules three_of(Bound eu, int percent, Base base, Bound own = Bound::open, int own_percent = 0) {
    return three(payer("eu", PayerClass::eu_and_state, eu, percent, base),
                 payer("city", PayerClass::city, Bound::open, 0, base),
                 payer("own", PayerClass::own_public, own, own_percent, base));
}

Limit de_minimis(std::int64_t euros, std::optional<Date> from, std::optional<Date> until) {
    Limit limit;
    limit.most = Money::euros(euros);
    limit.window = Months{36};
    limit.from = from;
    limit.until = until;
    limit.source = same("Reg. 2023/2831");
    return limit;
}

/// The calls of the cases, by the name in the first column.
Rules rules_of(const std::string& name) {
    if (name == "exact 60") {
        return three_of(Bound::exact, 60, Base::total_costs);
    }
    if (name == "city 25+") {
        Rules rules = three_of(Bound::at_most, 60, Base::total_costs);
        rules.payers[1] = payer("city", PayerClass::city, Bound::at_least, 25, Base::total_costs);
        return rules;
    }
    if (name == "80 and 30000") {
        Rules rules = three_of(Bound::at_most, 80, Base::total_costs);
        rules.payers[0].most = Money::euros(30000);
        return rules;
    }
    if (name == "80, own 20+") {
        Rules rules = three_of(Bound::at_most, 80, Base::total_costs, Bound::at_least, 20);
        rules.total_costs_most = Cap{Money::euros(150000), same("The call")};
        return rules;
    }
    if (name == "own 15+") {
        return three_of(Bound::open, 0, Base::total_costs, Bound::at_least, 15);
    }
    if (name == "75, city") {
        Rules rules = three_of(Bound::at_most, 75, Base::total_costs);
        rules.payers[1].takes_part = true;
        return rules;
    }
    if (name == "80/70") {
        Rules rules = three_of(Bound::at_most, 80, Base::total_costs);
        rules.payers[0].instead = {{"investment", same("An investment."), {7000}, {}}};
        return rules;
    }
    if (name == "70/50 wide") {
        Rules rules = three_of(Bound::at_most, 70, Base::total_costs);
        rules.payers[0].instead = {{"investment", same("An investment."), {5000}, {}},
                                   {"eu.2", same("Wide co-operation."), {8000}, ConditionText{"partners > 5", 12, 9}}};
        rules.payers[2].takes_part = true;
        rules.indicative_size = IndicativeSize{Money::euros(100000), Money::euros(200000), {}};
        return rules;
    }
    if (name == "net 60") {
        return three_of(Bound::at_most, 60, Base::net_costs);
    }
    if (name == "city 5000+") {
        Rules rules = three_of(Bound::at_most, 60, Base::total_costs);
        rules.payers[1].least = Money::euros(5000);
        return rules;
    }
    if (name == "de minimis") {
        Rules rules = three_of(Bound::at_most, 80, Base::total_costs);
        rules.limits = {de_minimis(200000, {}, Date::of(2023, 12, 31)), de_minimis(300000, Date::of(2024, 1, 1), {})};
        rules.limits_day = Date::of(2025, 6, 2);
        return rules;
    }
    throw std::runtime_error("no such call: " + name);
}

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

/// "eu 70000, city 1": the typed sums; "investment": a condition that holds; "private"; "received 9": de minimis aid.
void read_word(const std::string& text, Input& input) {
    const auto space = text.find(' ');
    const std::string word = text.substr(0, space), rest = space == std::string::npos ? "" : text.substr(space + 1);
    if (word == "private") {
        input.applicant = ApplicantKind::private_body;
    } else if (word == "outside") {
        input.outside_private = read_euros(rest);
    } else if (word == "income") {
        input.income = read_euros(rest);
    } else if (word == "received") {
        input.de_minimis_received = read_euros(rest);
    } else if (rest.empty()) {
        input.holding.names.insert(word);
    } else {
        input.typed.push_back({{word}, read_euros(rest)});
    }
}

Input read_input(const std::string& costs, const std::string& words) {
    Input input;
    input.total_costs = given(read_euros(costs), say("Total costs"));
    std::istringstream in(words);
    for (std::string word; words != "-" && std::getline(in, word, ',');) {
        read_word(word.substr(word.find_first_not_of(' ')), input);
    }
    return input;
}

std::string sums_of(const Plan& plan) {
    std::string text;
    for (const Line& line : plan.lines) {
        text += (text.empty() ? "" : " | ") + euros(line.sum.value);
    }
    return text.empty() ? "- | - | -" : text;
}

TEST(BoundsCases, EveryRowComesOutAndExplainsItself) {
    std::ifstream file(cast::source() + "/src/funding/bounds_cases.txt");
    std::string row, expected, anew;
    int rows = 0;
    const auto judge = [&] {
        if (row.empty()) {
            return;
        }
        const auto column = columns(row);
        ASSERT_EQ(column.size(), 6U) << row;
        const Rules rules = rules_of(column[0]);
        ASSERT_TRUE(unsupported(rules).empty()) << column[0];
        const Plan made = plan(rules, read_input(column[1], column[2]));
        std::string sums;
        for (std::size_t i = 3; i < 6; ++i) {
            sums += (i == 3 ? "" : " | ") + (column[i] == "-" ? "-" : euros(read_euros(column[i])));
        }
        EXPECT_EQ(sums_of(made), sums) << row;
        EXPECT_EQ(told(made), expected) << row;
        anew += row + "\n" + told(made);
        ++rows;
    };
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("|")) {
            judge();
            row = line;
            expected.clear();
        } else if (line.starts_with("    ")) {
            expected += line + "\n";
        }
    }
    judge();
    EXPECT_GE(rows, 30) << "bounds_cases.txt is not whole";
    if (testing::Test::HasFailure()) {
        std::ofstream(cast::build() + "/bounds_cases.txt.got.txt") << anew;
    }
}

TEST(Bounds, AFaultSaysTheRuleWhatIsAllowedAndWhatWasFound) {
    const Plan made = plan(rules_of("city 25+"), read_input("100000", "city 20000"));
    ASSERT_EQ(made.faults.size(), 1U);
    EXPECT_EQ(made.faults[0].rule, "funding.payers.city");
    EXPECT_EQ(made.faults[0].field, "pays_city");
    EXPECT_EQ(told(made.faults[0].allowed), "25 000");
    EXPECT_EQ(told(made.faults[0].found), "20 000");
    EXPECT_EQ(told(made.faults[0].source), "The call");
}

TEST(Bounds, ATypedSumOfTheTakerOrOfNobodyIsABug) {
    EXPECT_THROW(plan(rules_of("exact 60"), read_input("100", "own 1")), Bug);
    EXPECT_THROW(plan(rules_of("exact 60"), read_input("100", "bank 1")), Bug);
    EXPECT_THROW(plan(rules_of("exact 60"), read_input("100", "eu 1, eu 1")), Bug);
}

TEST(Bounds, ATriedSumBelowAnAtLeastIsAFault) {
    Input input = read_input("100000", "-");
    input.what_if = WhatIf{{"city"}, Money::euros(20000)};
    EXPECT_EQ(all_told(plan(rules_of("city 25+"), input).faults),
              "what_if: City pays at least 25 000: 5 000 too little.\n");
}

TEST(Bounds, WantedSupportMakesTheLeastWholeThatIsLargeEnough) {
    EXPECT_EQ(
        plan_from_support(rules_of("net 60"), Money::euros(60), Money(), ApplicantKind::public_body).total_costs.value,
        Money::euros(100));
    EXPECT_EQ(plan_from_payer(rules_of("city 25+"), {{"city"}, Money::euros(25)}, Money(), ApplicantKind::public_body)
                  .total_costs.value,
              Money::euros(100));
}

/// Any three payers with any bounds and bases that are no contradiction.
Rules any_bounds() {
    using enum Bound;
    const auto base = [] { return *rc::gen::element(Base::public_funding, Base::total_costs, Base::net_costs); };
    const int first = *rc::gen::inRange(1, 101), second = *rc::gen::inRange(0, 101), third = *rc::gen::inRange(0, 101);
    const Bound of_city = *rc::gen::element(exact, at_most, at_least, about, open);
    const Bound of_own = *rc::gen::element(exact, at_most, at_least, open);
    Rules rules = three(payer("eu", PayerClass::eu_and_state, *rc::gen::element(exact, at_most, about), first, base()),
                        payer("city", PayerClass::city, of_city, of_city == open ? 0 : second, base()),
                        payer("own", PayerClass::own_public, of_own, of_own == open ? 0 : third, base()));
    rules.rounding = {Money::cents(*rc::gen::element(1, 10, 100)),
                      *rc::gen::element(RoundingMode::nearest, RoundingMode::down, RoundingMode::up)};
    if (*rc::gen::arbitrary<bool>()) {
        rules.payers[1].least = Money::cents(*rc::gen::inRange<std::int64_t>(0, 1'000'000));
    }
    if (*rc::gen::arbitrary<bool>()) {
        rules.payers[0].most = Money::cents(*rc::gen::inRange<std::int64_t>(0, 50'000'000));
    }
    return rules;
}

Input any_input() {
    Input input;
    const Money total = Money::cents(*rc::gen::inRange<std::int64_t>(0, 200'000'000));
    const auto below = [](Money sum) { return Money::cents(*rc::gen::inRange<std::int64_t>(0, sum.count() + 1)); };
    input.total_costs = given(total, {});
    input.outside_private = *rc::gen::arbitrary<bool>() ? below(total) : Money();
    input.income = *rc::gen::arbitrary<bool>() ? below(total - input.outside_private) : Money();
    for (const char* key : {"eu", "city"}) {
        if (*rc::gen::arbitrary<bool>()) {
            input.typed.push_back({{key}, below(total)});
        }
    }
    return input;
}

bool faulted(const Plan& plan, const std::string& rule) {
    return std::any_of(plan.faults.begin(), plan.faults.end(), [&](const Fault& fault) { return fault.rule == rule; });
}

/// Whether a line keeps its bound to the cent; `slack` is what rounding may move.
bool keeps(const Rules& rules, const Plan& plan, const Line& line, Money slack) {
    const PayerRule& rule = *find_payer(rules, line.key);
    const Money base = rule.base == Base::total_costs ? plan.total_costs.value
                       : rule.base == Base::net_costs ? plan.net_costs.value
                                                      : plan.shared.value;
    const Money up = portion(base, rule.share, {Money::cents(1), RoundingMode::up});
    const Money down = portion(base, rule.share, {Money::cents(1), RoundingMode::down});
    const Money found = line.sum.value;
    return (rule.bound != Bound::at_most || found <= down + slack) &&
           (rule.bound != Bound::at_least || found + slack >= up) && (!rule.most || found <= *rule.most) &&
           (!rule.least || found >= *rule.least);
}

TEST(BoundsProperties, APlanSumsToItsCostsAndBreaksNoBoundWithoutSayingSo) {
    EXPECT_TRUE(rc::check([] {
        const Rules rules = any_bounds();
        if (!unsupported(rules).empty()) {
            return;
        }
        const Input input = any_input();
        const Plan made = plan(rules, input);
        if (made.lines.empty()) {
            RC_ASSERT(!made.faults.empty());
            return;
        }
        Money sum = made.outside.value + made.income.value;
        for (const Line& line : made.lines) {
            RC_ASSERT(line.sum.value >= Money());
            RC_ASSERT(recompute(line.sum) == line.sum.value);
            sum += line.sum.value;
            const Money slack = line.key == rules.taker ? units_of(rules.rounding.unit, 2) : Money();
            RC_ASSERT(keeps(rules, made, line, slack) || faulted(made, "funding.payers." + line.key.text));
        }
        for (const TypedSum& typed : input.typed) {
            RC_ASSERT(find_line(made, typed.payer)->sum.value == typed.sum);
        }
        RC_ASSERT(sum == made.total_costs.value);
        RC_ASSERT(recompute(made.shared) == made.shared.value);
        RC_ASSERT(recompute(made.net_costs) == made.net_costs.value);
    }));
}

}  // namespace
}  // namespace vastin::funding
