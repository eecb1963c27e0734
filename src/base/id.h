#pragma once
// An Id<Thing> is 48 bits of time and 80 of chance, made by the program; register numbers (KOK-2025-014) are a
// separate, legal thing.
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.h"

namespace vastin {

/// 26 letters of 0-9a-z without i, l, o, u. Sorts by time.
class IdText {
  public:
    IdText() = default;
    /// `chance`: 10 random bytes.
    static IdText make(Instant at, const std::array<std::uint8_t, 10>& chance);
    /// Nothing unless `text` is exactly what str() gives.
    static std::optional<IdText> read(std::string_view text);
    std::string str() const { return std::string(letters_.data(), letters_.size()); }
    bool empty() const { return letters_[0] == '\0'; }
    friend auto operator<=>(const IdText&, const IdText&) = default;

  private:
    std::array<char, 26> letters_{};
};

/// The id of a Thing: ids of two kinds of thing cannot be mixed.
template <class Thing>
struct Id {
    IdText text;
    std::string str() const { return text.str(); }
    bool empty() const { return text.empty(); }
    static std::optional<Id> read(std::string_view from) {
        const auto text = IdText::read(from);
        return text ? std::optional(Id{*text}) : std::nullopt;
    }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// The version of a thing that a person saw when editing it; each save adds one. 0 is a thing not yet saved.
struct Version {
    std::int64_t number = 0;
    Version next() const { return {number + 1}; }
    friend auto operator<=>(const Version&, const Version&) = default;
};

}  // namespace vastin
