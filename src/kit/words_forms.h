#pragma once
// The forms of sums, days and times in the three languages, put behind a text. Of kit/words only; what each looks like
// is said in kit/words.h.
#include <cstdint>
#include <string>

#include "base/phrase.h"

namespace vastin::kit {

inline constexpr std::string_view no_break = "\u00a0";

void append_number(std::string& out, std::int64_t n, Language language);
void append_money(std::string& out, Money sum, Language language, bool cents);
void append_share(std::string& out, Share share, Language language);
void append_day(std::string& out, Date date, Language language);
void append_period(std::string& out, Period period, Language language);
void append_moment(std::string& out, LocalTime time, Language language, bool with_seconds);

}  // namespace vastin::kit
