#pragma once
// Money is whole cents. It is added, subtracted, compared and split; it is never multiplied by anything but a count.
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace vastin {

/// A sum of euros in int64 cents. Adding past the range of int64 is a Bug, never a wrapped figure.
class Money {
  public:
    constexpr Money() = default;
    static constexpr Money cents(std::int64_t count) { return Money(count); }
    static constexpr Money euros(std::int64_t count) { return Money(count * 100); }

    /// The sum in cents: for the database, JSON and bars; not for arithmetic.
    constexpr std::int64_t count() const { return cents_; }

    friend constexpr auto operator<=>(Money, Money) = default;
    friend Money operator+(Money a, Money b);
    friend Money operator-(Money a, Money b);
    Money operator-() const { return Money() - *this; }
    Money& operator+=(Money other) { return *this = *this + other; }
    Money& operator-=(Money other) { return *this = *this - other; }

  private:
    constexpr explicit Money(std::int64_t count) : cents_(count) {}
    std::int64_t cents_ = 0;
};

/// The largest sum that a field of the product takes: 999 999 999,99 euros.
inline constexpr Money largest_sum = Money::cents(99'999'999'999);

/// A share in basis points: 2500 is 25 %, 10000 the whole.
struct Share {
    std::int32_t basis_points = 0;
    friend constexpr auto operator<=>(Share, Share) = default;
};
inline constexpr Share whole_share{10000};

/// How a computed sum is rounded: to which unit and which way. A rule of the call (DOMAIN: real decisions differ).
enum class RoundingMode { nearest, down, up };
struct Rounding {
    Money unit = Money::cents(1);
    RoundingMode mode = RoundingMode::nearest;
    friend bool operator==(const Rounding&, const Rounding&) = default;
};

/// `share` of `whole`, rounded by `rounding` (halves go away from zero under nearest). `whole` >= 0.
Money portion(Money whole, Share share, Rounding rounding);

/// The whole of which `part` is `share`, rounded by `rounding`: 560 000 is 60 % of 933 333. `share` > 0.
Money whole_of(Money part, Share share, Rounding rounding);

/// `count` things at `price` each: 800 hours at 29.07. `count` >= 0; past the range of int64 a Bug.
Money units_of(Money price, std::int64_t count);

/// One of `count` even parts of `whole`, rounded by `rounding`: the price of an hour is the pay of a year by 1720.
/// `whole` >= 0, `count` > 0.
Money even_part(Money whole, std::int64_t count, Rounding rounding);

/// `total` parted by `shares`, which sum to 10000. Each but `taker` gets its rounded portion, never more than is left;
/// shares[taker] gets the rest. The parts always sum to `total`, and none is negative. `total` >= 0.
std::vector<Money> split(Money total, std::span<const Share> shares, Rounding rounding, std::size_t taker);

}  // namespace vastin
