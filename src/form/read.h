#pragma once
// From what a person typed to a value, or to the sentence that says what to write instead. Spaces around never matter.
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"

namespace vastin::form {

template <class T>
using Read = tl::expected<T, Phrase>;

/// A sum in euros, from 0 to largest_sum. "933 333,00 €" and "1234.5" are read; "1.234,50", "1,234.50" and "1.234.567"
/// too, because only one reading is possible. "1.234" and "1,234" are refused: thousands or decimals, nobody can say.
/// Spaces (also no-break, narrow and thin) stand only where they part thousands. No letters but EUR or euroa.
Read<Money> read_money(std::string_view typed);

/// A day: 2.6.2025, 02.06.2025 or 2025-06-02 (what a date field of a browser sends). 2/6/2025 is refused, because it is
/// two different days in different countries.
Read<Date> read_day(std::string_view typed);

/// A whole number, also below nothing, of at most twelve figures: "1720", "1 720", "-5". Spaces part thousands only;
/// points and commas are refused, because they could be decimals.
Read<std::int64_t> read_number(std::string_view typed);

/// A percent from 0 to 100 with at most two decimals: "60", "7,5 %".
Read<Share> read_percent(std::string_view typed);

/// One line of at most `most` letters (Unicode code points). Marks that are not seen (zero width, direction) are taken
/// away, other control letters refused. HTML and emoji are text like any other.
Read<std::string> read_line(std::string_view typed, std::size_t most);

/// Text of many lines, at most `most` letters; line ends become "\n". Control letters but tab are refused.
Read<std::string> read_text(std::string_view typed, std::size_t most);

/// `text` without white space at both ends, no-break spaces included.
std::string_view trimmed(std::string_view text);

}  // namespace vastin::form
