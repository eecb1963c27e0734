#pragma once
// Days on which Finnish offices are closed: public holidays, the two eves that are counted as such, Saturdays, Sundays.
#include <optional>

#include "base/phrase.h"
#include "base/time.h"

namespace vastin {

/// Easter Sunday of `year` in the western churches, by the Gregorian calendar (1900-2199).
Date easter(int year);

/// The Finnish holiday on `day`, in words, or nothing. Holidays are those on which an act that is due may be done on
/// the next working day (laki säädettyjen määräaikain laskemisesta 150/1930, 5 §): the church's holidays (kirkkolaki
/// 652/2023), Independence Day (388/1937), May Day (272/1944), Christmas Eve and Midsummer Eve. The rules hold from
/// 1992 on, when Epiphany and Ascension Day went back from Saturdays to their own days.
std::optional<Phrase> holiday(Date day);

/// Why offices are closed on `day`: its holiday, "Saturday" or "Sunday"; nothing on a working day.
std::optional<Phrase> closed_day(Date day);

}  // namespace vastin
