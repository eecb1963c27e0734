#pragma once
// Calendars that people add or follow: iCalendar (RFC 5545, names of RFC 7986), written by libical.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.h"

namespace vastin::kit {

/// One event. `uid` never changes; `sequence` grows with each version of what the event says.
struct CalendarEvent {
    std::string uid;
    std::int64_t sequence = 0;
    Instant stamp;  // when what it says was last changed
    std::variant<Instant, Date> starts;
    std::optional<Instant> ends{};  // of one that starts at an instant; without it the event is a moment
    std::string summary, description, address;
    std::string place{};
};

struct Calendar {
    std::string name;
    std::string language;  // "fi": of every text
    std::string address;   // where it is fetched again
    std::vector<CalendarEvent> events;
};

/// The calendar in UTF-8 with folded lines; times are in UTC, so that no reader needs our time zone. Control letters of
/// texts are left out, so none can begin a line of its own. Throws std::runtime_error when libical has no memory.
std::string ics(const Calendar& calendar);
inline constexpr const char* ics_type = "text/calendar; charset=utf-8";

}  // namespace vastin::kit
