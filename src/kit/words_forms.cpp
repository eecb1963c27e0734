#include "kit/words_forms.h"

#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace vastin::kit {

namespace {

// The forms below are typography, not messages: they stand here as tables and never in a catalogue.
constexpr std::string_view minus = "\u2212";
constexpr std::string_view en_dash = "\u2013";
using Seven = std::array<std::string_view, 7>;
constexpr Seven weekdays_fi{"ma", "ti", "ke", "to", "pe", "la", "su"};
constexpr Seven weekdays_sv{"må", "ti", "on", "to", "fr", "lö", "sö"};
constexpr Seven weekdays_en{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 12> months_en{"January",
                                                     "February",
                                                     "March",
                                                     "April",
                                                     "May",
                                                     "June",
                                                     "July",
                                                     "August",
                                                     "September",
                                                     "October",
                                                     "November",
                                                     "December"};

bool english(Language language) { return language == Language::en; }

/// The size of n without its sign; right for the smallest int64 too.
std::uint64_t magnitude(std::int64_t n) {
    const auto bits = static_cast<std::uint64_t>(n);
    return n < 0 ? std::uint64_t{0} - bits : bits;
}

void append_plain(std::string& out, std::uint64_t n) {
    char digits[20];
    char* at = std::end(digits);
    do {
        *--at = static_cast<char>('0' + n % 10);
        n /= 10;
    } while (n > 0);
    out.append(at, std::end(digits));
}

void append_two(std::string& out, std::uint64_t n) {
    out += static_cast<char>('0' + n / 10 % 10);
    out += static_cast<char>('0' + n % 10);
}

/// 1234567 as "1 234 567" or "1,234,567".
void append_grouped(std::string& out, std::uint64_t n, Language language) {
    const std::string_view between = english(language) ? std::string_view(",") : no_break;
    char digits[20];
    std::size_t count = 0;
    do {
        digits[count++] = static_cast<char>('0' + n % 10);
        n /= 10;
    } while (n > 0);
    while (count > 0) {
        out += digits[--count];
        if (count > 0 && count % 3 == 0) {
            out += between;
        }
    }
}

}  // namespace

void append_number(std::string& out, std::int64_t n, Language language) {
    if (n < 0) {
        out += minus;
    }
    append_grouped(out, magnitude(n), language);
}

void append_money(std::string& out, Money sum, Language language, bool cents) {
    if (sum < Money()) {
        out += minus;
    }
    if (english(language)) {
        out += "€";
    }
    const std::uint64_t count = magnitude(sum.count());
    append_grouped(out, count / 100, language);
    if (cents) {
        out += english(language) ? '.' : ',';
        append_two(out, count % 100);
    }
    if (!english(language)) {
        out += no_break;
        out += "€";
    }
}

void append_share(std::string& out, Share share, Language language) {
    if (share.basis_points < 0) {
        out += minus;
    }
    const std::uint64_t points = magnitude(share.basis_points);
    append_grouped(out, points / 100, language);
    if (points % 100 != 0) {
        out += english(language) ? '.' : ',';
        out += static_cast<char>('0' + points % 100 / 10);
        if (points % 10 != 0) {
            out += static_cast<char>('0' + points % 10);
        }
    }
    if (!english(language)) {
        out += no_break;
    }
    out += '%';
}

void append_day(std::string& out, Date date, Language language) {
    const std::string_view between = english(language) ? no_break : std::string_view(".");
    append_plain(out, static_cast<std::uint64_t>(date.day()));
    out += between;
    if (english(language)) {
        out += months_en[static_cast<std::size_t>(date.month() - 1)];
    } else {
        append_plain(out, static_cast<std::uint64_t>(date.month()));
    }
    out += between;
    append_plain(out, static_cast<std::uint64_t>(date.year()));
}

void append_period(std::string& out, Period period, Language language) {
    append_day(out, period.first, language);
    // A dash between days that hold spaces themselves has spaces around it.
    if (english(language)) {
        out += no_break;
        out += en_dash;
        out += no_break;
    } else {
        out += en_dash;
    }
    append_day(out, period.last, language);
}

void append_moment(std::string& out, LocalTime time, Language language, bool with_seconds) {
    const auto day = static_cast<std::size_t>(weekday(time.date) - 1);
    out += english(language) ? weekdays_en[day] : language == Language::sv ? weekdays_sv[day] : weekdays_fi[day];
    out += no_break;
    append_day(out, time.date, language);
    out += no_break;
    out += english(language) ? "at" : language == Language::sv ? "kl." : "klo";
    out += no_break;
    const auto hour = static_cast<std::uint64_t>(time.hour);
    english(language) ? append_two(out, hour) : append_plain(out, hour);
    const char between = english(language) ? ':' : '.';
    out += between;
    append_two(out, static_cast<std::uint64_t>(time.minute));
    if (with_seconds) {
        out += between;
        append_two(out, static_cast<std::uint64_t>(time.second));
    }
}

}  // namespace vastin::kit
