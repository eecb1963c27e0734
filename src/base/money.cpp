#include "base/money.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace vastin {

namespace {

__extension__ using Wide = __int128;

/// numerator / denominator to a whole number of units, then back to cents.
Money rounded(Wide numerator, Wide denominator, Rounding rounding) {
    check(rounding.unit > Money(), "a rounding unit is positive");
    check(numerator >= 0, "only sums from zero up are divided");
    const Wide unit = denominator * rounding.unit.count();
    Wide units = numerator / unit;
    const Wide rest = numerator % unit;
    const bool up = rounding.mode == RoundingMode::up        ? rest > 0
                    : rounding.mode == RoundingMode::nearest ? rest * 2 >= unit
                                                             : false;
    units += up ? 1 : 0;
    const Wide cents = units * rounding.unit.count();
    check(cents <= INT64_MAX, "a sum beyond int64 cents");
    return Money::cents(static_cast<std::int64_t>(cents));
}

}  // namespace

Money operator+(Money a, Money b) {
    std::int64_t sum = 0;
    check(!__builtin_add_overflow(a.cents_, b.cents_, &sum), "a sum beyond int64 cents");
    return Money(sum);
}

Money operator-(Money a, Money b) {
    std::int64_t difference = 0;
    check(!__builtin_sub_overflow(a.cents_, b.cents_, &difference), "a sum beyond int64 cents");
    return Money(difference);
}

Money portion(Money whole, Share share, Rounding rounding) {
    return rounded(static_cast<Wide>(whole.count()) * share.basis_points, whole_share.basis_points, rounding);
}

Money whole_of(Money part, Share share, Rounding rounding) {
    check(share.basis_points > 0, "nothing is no share of anything");
    return rounded(static_cast<Wide>(part.count()) * whole_share.basis_points, share.basis_points, rounding);
}

Money units_of(Money price, std::int64_t count) {
    check(count >= 0, "things are counted from zero up");
    std::int64_t cents = 0;
    check(!__builtin_mul_overflow(price.count(), count, &cents), "a sum beyond int64 cents");
    return Money::cents(cents);
}

Money even_part(Money whole, std::int64_t count, Rounding rounding) {
    check(count > 0, "nothing is parted by nothing");
    return rounded(static_cast<Wide>(whole.count()), static_cast<Wide>(count), rounding);
}

std::vector<Money> split(Money total, std::span<const Share> shares, Rounding rounding, std::size_t taker) {
    check(taker < shares.size(), "the taker of the rest is one of the shares");
    check(std::accumulate(shares.begin(), shares.end(), 0, [](int sum, Share s) { return sum + s.basis_points; }) ==
              whole_share.basis_points,
          "shares sum to 100 %");
    std::vector<Money> parts(shares.size());
    Money left = total;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (i != taker) {
            parts[i] = std::min(portion(total, shares[i], rounding), left);
            left -= parts[i];
        }
    }
    parts[taker] = left;
    return parts;
}

}  // namespace vastin
