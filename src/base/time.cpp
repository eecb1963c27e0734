#include "base/time.h"

#include <charconv>
#include <cstdio>

#include <date/tz.h>

#include "base/check.h"

namespace vastin {

namespace {

date::year_month_day calendar(Date d) {
    return date::year{d.year()} / date::month{static_cast<unsigned>(d.month())} /
           date::day{static_cast<unsigned>(d.day())};
}

Date from_days(date::sys_days days) {
    const date::year_month_day ymd{days};
    const auto made = Date::of(static_cast<int>(ymd.year()),
                               static_cast<int>(static_cast<unsigned>(ymd.month())),
                               static_cast<int>(static_cast<unsigned>(ymd.day())));
    check(made.has_value(), "a day outside 1900-2199");
    return *made;
}

/// `count` digits at `at`, or -1.
int digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) {
        return -1;
    }
    int value = 0;
    for (char c : text.substr(at, count)) {
        if (c < '0' || c > '9') {
            return -1;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const Date made(year, month, day);
    return calendar(made).ok() ? std::optional(made) : std::nullopt;
}

std::string write_date(Date d) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", d.year() % 10000, d.month() % 100, d.day() % 100);
    return text;
}

std::optional<Date> read_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    return Date::of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

int weekday(Date d) { return static_cast<int>(date::weekday{date::sys_days{calendar(d)}}.iso_encoding()); }

int days_between(Date from, Date to) {
    return static_cast<int>((date::sys_days{calendar(to)} - date::sys_days{calendar(from)}).count());
}

Date days_later(Date d, int days) { return from_days(date::sys_days{calendar(d)} + date::days{days}); }

Date months_later(Date d, Months months) {
    const auto month = calendar(d).year() / calendar(d).month() + date::months{months.count};
    const auto last = date::year_month_day{month / date::last};
    const auto same = date::year_month_day{month / calendar(d).day()};
    return from_days(date::sys_days{same.ok() ? same : last});
}

std::string write_local_time(LocalTime t) {
    char text[16];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", t.hour % 100, t.minute % 100, t.second % 100);
    return write_date(t.date) + text;
}

std::optional<LocalTime> read_local_time(std::string_view text) {
    const auto date = read_date(text.substr(0, 10));
    const bool with_seconds = text.size() == 19;
    if (!date || (text.size() != 16 && !with_seconds) || (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
        (with_seconds && text[16] != ':')) {
        return std::nullopt;
    }
    const LocalTime read{*date, digits(text, 11, 2), digits(text, 14, 2), with_seconds ? digits(text, 17, 2) : 0};
    const bool possible = read.hour >= 0 && read.hour < 24 && read.minute >= 0 && read.minute < 60 &&
                          read.second >= 0 && read.second < 60;
    return possible ? std::optional(read) : std::nullopt;
}

Zone::Zone(const std::string& name) : name_(name), zone_(date::locate_zone(name)) {}

LocalTime Zone::local(Instant at) const {
    const auto* zone = static_cast<const date::time_zone*>(zone_);
    const auto local =
        zone->to_local(date::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{at.milliseconds}});
    const auto day = date::floor<date::days>(local);
    const auto rest = date::make_time(date::floor<std::chrono::seconds>(local - day));
    return {from_days(date::sys_days{day.time_since_epoch()}),
            static_cast<int>(rest.hours().count()),
            static_cast<int>(rest.minutes().count()),
            static_cast<int>(rest.seconds().count())};
}

Zone::Moment Zone::moment(LocalTime time) const {
    const auto* zone = static_cast<const date::time_zone*>(zone_);
    const auto local = date::local_days{calendar(time.date)} + std::chrono::hours{time.hour} +
                       std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
    const auto info = zone->get_info(local);
    const auto utc = local.time_since_epoch() - info.first.offset;
    const int times = info.result == date::local_info::nonexistent ? 0
                      : info.result == date::local_info::ambiguous ? 2
                                                                   : 1;
    return {Instant{std::chrono::duration_cast<std::chrono::milliseconds>(utc).count()}, times};
}

}  // namespace vastin
