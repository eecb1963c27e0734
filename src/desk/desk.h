#pragma once
// The desk's own values: the sums of one application by theme and payer, words that find it, what may be filtered.
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "application/application.h"
#include "call/call.h"
#include "kit/json.h"

namespace vastin::desk {

/// Sums by whose money it is. `other`: municipalities and public payers besides the city.
struct Sums {
    Money support, city, other, own, outside;
    Money total() const { return support + city + other + own + outside; }
    Sums& operator+=(const Sums& more);
    Sums& operator-=(const Sums& less);
    friend bool operator==(const Sums&, const Sums&) = default;
};

/// What an application asks for within one theme.
struct ThemeSums {
    std::string theme;  // code; "" where the call asks for no themes
    Share share{};
    Sums sums;
};

/// The sums of a frozen application (application::document), parted by the shares of its themes: each sum to the cent,
/// the last theme takes what rounding leaves. `rules` are those that it was judged by.
std::vector<ThemeSums> sums_by_theme(const kit::Json& document, const funding::Rules& rules);

/// The words of `text` for searching, each once: small letters, at least two bytes, cut to 24; hyphens and other signs
/// part words. As hexadecimal digits, so that "begins with" is a range in every collation of both engines.
std::vector<std::string> search_words(std::string_view text);

/// Behind every arrival.
inline constexpr Instant for_ever{std::numeric_limits<std::int64_t>::max()};

/// What an official wants to see of a call. The words must all begin some word of number, project, organisation or
/// business ID.
struct Filter {
    std::optional<application::State> state;
    std::string theme;               // code, "" any
    std::vector<std::string> words;  // of search_words(), at most three
    Instant after{}, by = for_ever;  // of a batch: arrived after the one, and at the other at the latest
};

/// The state in words for an official.
Phrase state_words(application::State state);
/// What happened, in words, for a record of the audit chain: "application.send" is "Application sent". An unknown deed
/// is named as it stands.
Phrase deed_words(std::string_view deed);

/// Who acts when no person does: "clock", "demo", "command line" as they stand in records.
Phrase actor_words(std::string_view name);

}  // namespace vastin::desk
