#pragma once
// Inside kit: what a person meant who wrote something that is no TOML, or not the value that was expected.
#include <optional>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace vastin::kit {

/// The value as TOML writes it where `text` is one as people write it: "12.1.2027 9.00" is 2027-01-12T09:00:00, "7,5"
/// 7.5, "1 200 000" 1_200_000, "60 %" 60. "" where nothing is known.
std::string meant(std::string_view text);
/// "; did you mean 7.5?" for the value on a line that is no TOML, and for curly quotes; "" where nothing is known.
std::string hint_for_line(std::string_view line);
/// As meant(), of a text that stands in quotes where `what` was expected: "true or false", "a day such as ...".
std::string meant_in_text(std::string_view what, std::string_view text);
/// `text` with control letters, letters that turn the direction of reading and broken UTF-8 shown as marks ("\u202E").
std::string legible(std::string_view text);
/// Why `text` may not stand in a data file: too long, or letters in it that turn the direction of reading.
std::optional<Phrase> unfit(std::string_view text);

}  // namespace vastin::kit
