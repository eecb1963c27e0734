#include "base/holiday.h"

#include "base/check.h"

namespace vastin {

namespace {

/// Holidays that keep their date.
std::optional<Phrase> fixed(Date day) {
    struct Fixed {
        int month, day;
        Phrase name;
    };
    static const std::array all{Fixed{1, 1, say("New Year’s Day")},
                                Fixed{1, 6, say("Epiphany")},
                                Fixed{5, 1, say("May Day")},
                                Fixed{12, 6, say("Independence Day")},
                                Fixed{12, 24, say("Christmas Eve")},
                                Fixed{12, 25, say("Christmas Day")},
                                Fixed{12, 26, say("Boxing Day")}};
    for (const Fixed& one : all) {
        if (one.month == day.month() && one.day == day.day()) {
            return one.name;
        }
    }
    return std::nullopt;
}

/// Holidays that are counted from Easter Sunday.
std::optional<Phrase> by_easter(Date day) {
    switch (days_between(easter(day.year()), day)) {
        case -2:
            return say("Good Friday");
        case 0:
            return say("Easter Sunday");
        case 1:
            return say("Easter Monday");
        case 39:
            return say("Ascension Day");
        case 49:
            return say("Whit Sunday");
        default:
            return std::nullopt;
    }
}

/// Holidays on a weekday within seven days: Midsummer on a Saturday from 20 to 26 June, All Saints from 31 October.
std::optional<Phrase> by_weekday(Date day) {
    const int in_june = day.month() == 6 ? day.day() : 0;
    if (weekday(day) == 5 && in_june >= 19 && in_june <= 25) {
        return say("Midsummer Eve");
    }
    if (weekday(day) != 6) {
        return std::nullopt;
    }
    if (in_june >= 20 && in_june <= 26) {
        return say("Midsummer Day");
    }
    const bool saints = (day.month() == 10 && day.day() == 31) || (day.month() == 11 && day.day() <= 6);
    return saints ? std::optional(say("All Saints’ Day")) : std::nullopt;
}

}  // namespace

Date easter(int year) {
    // The anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms, chapter 8.
    const int golden = year % 19, century = year / 100, of_century = year % 100;
    const int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    const int week = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    const int late = (golden + 11 * moon + 22 * week) / 451;
    const int day = moon + week - 7 * late + 114;
    const auto date = Date::of(year, day / 31, day % 31 + 1);
    check(date.has_value(), "Easter is a day");
    return *date;
}

std::optional<Phrase> holiday(Date day) {
    for (const auto& rule : {fixed, by_easter, by_weekday}) {
        if (auto name = rule(day)) {
            return name;
        }
    }
    return std::nullopt;
}

std::optional<Phrase> closed_day(Date day) {
    if (auto name = holiday(day)) {
        return name;
    }
    const int of_week = weekday(day);
    return of_week == 6 ? std::optional(say("Saturday")) : of_week == 7 ? std::optional(say("Sunday")) : std::nullopt;
}

}  // namespace vastin
