// Sums are exact, never wrapped, and parted without losing a cent; figures can be worked out anew.
#include <cstdlib>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/check.h"
#include "base/figure.h"

namespace vastin {
namespace {

const int a_thousand_cases = setenv("RC_PARAMS", "max_success=1000", 0);  // before RapidCheck reads it

constexpr Rounding cent{Money::cents(1), RoundingMode::nearest};
constexpr Rounding euro{Money::euros(1), RoundingMode::nearest};

Rounding any_rounding() {
    return {Money::cents(*rc::gen::element(1, 5, 100, 1000)),
            *rc::gen::element(RoundingMode::nearest, RoundingMode::down, RoundingMode::up)};
}
Share any_share(int least = 0) { return {*rc::gen::inRange(least, 10001)}; }
Money any_sum() { return Money::cents(*rc::gen::inRange<std::int64_t>(0, largest_sum.count() + 1)); }

TEST(Money, AddingPastTheRangeIsABugAndNotAWrappedFigure) {
    const Money most = Money::cents(INT64_MAX);
    const Money least = Money::cents(INT64_MIN);
    EXPECT_THROW(most + Money::cents(1), Bug);
    EXPECT_THROW(least - Money::cents(1), Bug);
    EXPECT_THROW(-least, Bug);
    EXPECT_EQ(most - Money::cents(1) + Money::cents(1), most);
    EXPECT_EQ(-Money::cents(5), Money::cents(-5));
}

TEST(Money, PortionsAreRoundedByTheRule) {
    struct Case {
        std::int64_t whole;
        int share;
        std::int64_t unit;
        RoundingMode mode;
        std::int64_t expected;
    };
    using enum RoundingMode;
    const Case cases[] = {
        {93333300, 6000, 100, nearest, 56000000},
        {93333300, 6000, 1, nearest, 55999980},
        {11195800, 2500, 100, down, 2798900},
        {11195800, 2500, 100, nearest, 2799000},
        {625291800, 2500, 100, nearest, 156323000},
        {10, 2500, 1, nearest, 3},
        {10, 2500, 1, down, 2},
        {10, 2500, 1, up, 3},
        {1, 1, 100, up, 100},
        {0, 10000, 100, up, 0},
        {99999999999, 10000, 1, nearest, 99999999999},
        {8, 2500, 1, up, 2},
        {30, 500, 1, nearest, 2},
        {29, 500, 1, nearest, 1},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(portion(Money::cents(c.whole), {c.share}, {Money::cents(c.unit), c.mode}).count(), c.expected)
            << c.whole << " cents at " << c.share << " basis points in units of " << c.unit;
    }
}

TEST(Money, TheWholeOfASupport) {
    EXPECT_EQ(whole_of(Money::euros(560000), {6000}, euro), Money::euros(933333));
    EXPECT_EQ(whole_of(Money::euros(560000), {6000}, {Money::euros(1), RoundingMode::up}), Money::euros(933334));
    EXPECT_EQ(whole_of(Money::euros(560000), {6000}, cent), Money::cents(93333333));
    EXPECT_THROW(whole_of(Money::euros(1), {0}, cent), Bug);
}

TEST(Money, HoursAtThePriceOfAnHour) {
    // 50 000 a year by 1720 hours is 29.0697..., so 29.07 an hour
    EXPECT_EQ(even_part(Money::euros(50000), 1720, cent), Money::cents(2907));
    EXPECT_EQ(even_part(Money::euros(50000), 1720, {Money::cents(1), RoundingMode::down}), Money::cents(2906));
    EXPECT_EQ(units_of(Money::cents(2907), 800), Money::euros(23256));
    EXPECT_EQ(units_of(Money::cents(2907), 0), Money());
    EXPECT_THROW(units_of(Money::cents(1), -1), Bug);
    EXPECT_THROW(units_of(Money::cents(INT64_MAX), 2), Bug);
    EXPECT_THROW(even_part(Money::euros(1), 0, cent), Bug);
    EXPECT_THROW(even_part(Money::cents(-1), 2, cent), Bug);
}

TEST(MoneyProperties, UnitsAreTheSumOfSoManyAndEvenPartsComeBackWithinTheRounding) {
    EXPECT_TRUE(rc::check([] {
        const Money price = Money::cents(*rc::gen::inRange<std::int64_t>(0, 10'000'000));
        const auto count = *rc::gen::inRange<std::int64_t>(0, 200);
        Money added;
        for (std::int64_t i = 0; i < count; ++i) {
            added += price;
        }
        RC_ASSERT(units_of(price, count) == added);
        const Money whole = any_sum();
        const auto parts = *rc::gen::inRange<std::int64_t>(1, 5000);
        const Rounding rounding = any_rounding();
        const Money back = units_of(even_part(whole, parts, rounding), parts);
        const Money off = back < whole ? whole - back : back - whole;
        RC_ASSERT(off <= units_of(rounding.unit, parts));
        RC_ASSERT(rounding.mode != RoundingMode::down || back <= whole);
        RC_ASSERT(rounding.mode != RoundingMode::up || back >= whole);
    }));
}

TEST(Figures, UnitsAndEvenPartsAreWorkedOutAnew) {
    const auto hour = even_part(given(Money::euros(50000), say("Annual pay")), 1720, cent, say("Price of an hour"));
    const auto pay = units_of(hour, 800, say("Pay"));
    EXPECT_EQ(pay.value, Money::euros(23256));
    EXPECT_EQ(recompute(pay), pay.value);
    EXPECT_EQ(pay.because->count, 800);
    EXPECT_EQ(pay.because->operands[0].figure.because->count, 1720);
}

TEST(Money, WhatCannotBeRoundedIsABug) {
    EXPECT_THROW(portion(Money::cents(-1), {5000}, cent), Bug);
    EXPECT_THROW(portion(Money::cents(1), {5000}, {Money(), RoundingMode::nearest}), Bug);
    const std::vector<Share> wrong{{5000}, {4999}};
    EXPECT_THROW(split(Money::euros(1), wrong, cent, 0), Bug);
    const std::vector<Share> right{{5000}, {5000}};
    EXPECT_THROW(split(Money::euros(1), right, cent, 2), Bug);
}

TEST(MoneyProperties, ASplitSumsToTheTotalAndNoPartIsNegative) {
    EXPECT_TRUE(rc::check([] {
        std::vector<Share> shares;
        int left = 10000;
        for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
            shares.push_back({*rc::gen::inRange(0, left + 1)});
            left -= shares.back().basis_points;
        }
        shares.push_back({left});
        const auto taker = *rc::gen::inRange<std::size_t>(0, shares.size());
        const Money total = *rc::gen::arbitrary<bool>() ? any_sum() : Money::cents(*rc::gen::inRange(0, 300));
        Money sum;
        for (Money part : split(total, shares, any_rounding(), taker)) {
            RC_ASSERT(part >= Money());
            sum += part;
        }
        RC_ASSERT(sum == total);
    }));
}

TEST(MoneyProperties, TheOrderOfTheSharesDoesNotMatterUntilNothingIsLeft) {
    EXPECT_TRUE(rc::check([] {
        const Share first = {*rc::gen::inRange(0, 10001)};
        const Share second = {*rc::gen::inRange(0, 10001 - first.basis_points)};
        const Share rest{10000 - first.basis_points - second.basis_points};
        const Rounding rounding = any_rounding();
        const Money total = any_sum();
        RC_PRE(portion(total, first, rounding) + portion(total, second, rounding) <= total);
        const auto one = split(total, std::vector<Share>{first, second, rest}, rounding, 2);
        const auto other = split(total, std::vector<Share>{second, first, rest}, rounding, 2);
        RC_ASSERT(one[0] == other[1]);
        RC_ASSERT(one[1] == other[0]);
        RC_ASSERT(one[2] == other[2]);
    }));
}

TEST(MoneyProperties, ALargerSumOrShareNeverGivesLess) {
    EXPECT_TRUE(rc::check([] {
        const Rounding rounding = any_rounding();
        const Money small = any_sum();
        const Money large = small + Money::cents(*rc::gen::inRange(0, 1000));
        const Share share = any_share();
        RC_ASSERT(portion(small, share, rounding) <= portion(large, share, rounding));
        const Share larger{*rc::gen::inRange(share.basis_points, 10001)};
        RC_ASSERT(portion(small, share, rounding) <= portion(small, larger, rounding));
    }));
}

TEST(MoneyProperties, RoundingGoesItsWayAndLessThanAUnit) {
    EXPECT_TRUE(rc::check([] {
        const Money whole = any_sum();
        const Share share = any_share();
        const Money unit = Money::cents(*rc::gen::element(1, 5, 100, 1000));
        const Money down = portion(whole, share, {unit, RoundingMode::down});
        const Money near = portion(whole, share, {unit, RoundingMode::nearest});
        const Money up = portion(whole, share, {unit, RoundingMode::up});
        RC_ASSERT(down <= near);
        RC_ASSERT(near <= up);
        RC_ASSERT(up - down <= unit);
        for (Money sum : {down, near, up}) {
            RC_ASSERT(sum.count() % unit.count() == 0);
        }
    }));
}

TEST(MoneyProperties, AWholeGivesBackItsPartWithinOneUnit) {
    EXPECT_TRUE(rc::check([] {
        const Rounding rounding{Money::cents(*rc::gen::element(1, 5, 100, 1000)), RoundingMode::nearest};
        const Money part = Money::cents(*rc::gen::inRange<std::int64_t>(0, 10'000'000'000));
        const Share share = any_share(1);
        const Money off = portion(whole_of(part, share, rounding), share, rounding) - part;
        RC_ASSERT(off <= rounding.unit && -off <= rounding.unit);
    }));
}

TEST(Figure, AnAuditorCanWorkItOutAnew) {
    const auto total = given(Money::euros(933333), say("Public funding"), say("The plan"));
    const auto eu = portion(total, {6000}, euro, say("EU and state"), say("note"), say("source"));
    const auto city = portion(total, {2500}, euro, say("The city"));
    const auto own = sum({{total}, {eu, true}, {city, true}}, say("Own"));
    EXPECT_EQ(own.value, Money::euros(140000));
    EXPECT_EQ(recompute(own), own.value);
    EXPECT_EQ(eu.because->note, say("note"));
    EXPECT_EQ(eu.because->source, say("source"));
    EXPECT_EQ(own.because->operands[1].figure.label, say("EU and state"));
    EXPECT_EQ(recompute(whole_of(given(Money::euros(560000), {}), {6000}, euro, {})), Money::euros(933333));
}

TEST(Figure, ATamperedValueIsFound) {
    auto eu = portion(given(Money::euros(100), {}), {6000}, euro, say("EU and state"));
    eu.value = Money::euros(61);
    EXPECT_NE(recompute(eu), eu.value);
    EXPECT_EQ(recompute(eu), Money::euros(60));
}

TEST(FigureProperties, AnyTreeOfFiguresIsWorkedOutAnew) {
    EXPECT_TRUE(rc::check([] {
        Figure<Money> figure = given(any_sum(), say("start"));
        for (int step = *rc::gen::inRange(1, 8); step > 0; --step) {
            const int kind = *rc::gen::inRange(0, 3);
            if (kind == 0) {
                figure = portion(figure, any_share(), any_rounding(), say("portion"));
            } else if (kind == 1) {
                figure = sum({{figure}, {given(any_sum(), {})}}, say("sum"));
            } else {
                figure = whole_of(figure, any_share(5000), any_rounding(), say("whole"));
            }
            RC_ASSERT(recompute(figure) == figure.value);
        }
    }));
}

}  // namespace
}  // namespace vastin
