#pragma once
// Instants are UTC milliseconds; days and windows belong to the zone of the programme (Europe/Helsinki).
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vastin {

/// A span of time in milliseconds.
struct Duration {
    std::int64_t milliseconds = 0;
    friend constexpr auto operator<=>(Duration, Duration) = default;
};
constexpr Duration seconds(std::int64_t n) { return {n * 1000}; }
constexpr Duration minutes(std::int64_t n) { return seconds(n * 60); }
constexpr Duration hours(std::int64_t n) { return minutes(n * 60); }

/// A moment, in milliseconds since 1970-01-01 UTC.
struct Instant {
    std::int64_t milliseconds = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant at, Duration by) { return {at.milliseconds + by.milliseconds}; }
    friend constexpr Instant operator-(Instant at, Duration by) { return {at.milliseconds - by.milliseconds}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return {a.milliseconds - b.milliseconds}; }
};

/// A calendar day. Always valid: made by Date::of or read_date only.
class Date {
  public:
    /// Nothing unless the day exists and the year is 1900-2199.
    static std::optional<Date> of(int year, int month, int day);
    constexpr Date() = default;
    constexpr int year() const { return year_; }
    constexpr int month() const { return month_; }
    constexpr int day() const { return day_; }
    friend constexpr auto operator<=>(Date, Date) = default;

  private:
    constexpr Date(int year, int month, int day) : year_(year), month_(month), day_(day) {}
    int year_ = 1970, month_ = 1, day_ = 1;
};

/// 2025-06-02, both ways. Reading gives nothing for anything else.
std::string write_date(Date date);
std::optional<Date> read_date(std::string_view text);
/// Monday is 1, Sunday 7.
int weekday(Date date);
/// Days from `from` to `to`; negative when `to` is earlier.
int days_between(Date from, Date to);
/// The day `days` later.
Date days_later(Date date, int days);

/// A span of whole months.
struct Months {
    int count = 0;
    friend constexpr auto operator<=>(Months, Months) = default;
};
/// The same day of the month `months` later, or the month's last day where it is shorter: 31.1. + 1 is 28.2.
Date months_later(Date date, Months months);

/// From the first day to the last, both included.
struct Period {
    Date first, last;
    friend constexpr auto operator<=>(Period, Period) = default;
};

/// A wall clock reading in some zone.
struct LocalTime {
    Date date;
    int hour = 0, minute = 0, second = 0;
    friend constexpr auto operator<=>(LocalTime, LocalTime) = default;
};
/// 2025-06-02T16:15:00 (seconds may be left out), both ways.
std::string write_local_time(LocalTime time);
std::optional<LocalTime> read_local_time(std::string_view text);

/// A time zone by its name in the tz database.
class Zone {
  public:
    /// Throws std::runtime_error when the machine does not know `name`.
    explicit Zone(const std::string& name);
    LocalTime local(Instant at) const;
    Date day(Instant at) const { return local(at).date; }
    /// The moment of a wall clock reading; `times` is 0 where the clocks jump over it, 2 where they turn back over it
    /// (then `at` is the first).
    struct Moment {
        Instant at;
        int times = 1;
    };
    Moment moment(LocalTime time) const;
    const std::string& name() const { return name_; }

  private:
    std::string name_;
    const void* zone_;  // date::time_zone, which lives as long as the process
};

}  // namespace vastin
