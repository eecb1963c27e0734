#pragma once
// For tests only: reads a calendar back with libical, so that what was written is what another program finds.
#include <libical/ical.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace vastin::kit {

/// One event as read: its properties as they stand, texts unescaped.
struct ReadEvent {
    std::string uid, summary, description, place, address, language, starts, ends, stamp;
    int sequence = 0, properties = 0;
    bool whole_day = false, utc = false;
};

struct ReadCalendar {
    std::string name;
    std::vector<ReadEvent> events;
    const ReadEvent& event(const std::string& uid_begins) const {
        for (const ReadEvent& event : events) {
            if (event.uid.starts_with(uid_begins)) {
                return event;
            }
        }
        throw std::runtime_error("no event " + uid_begins);
    }
};

inline ReadEvent read_event(icalcomponent* from) {
    const auto text = [](const char* found) { return std::string(found == nullptr ? "" : found); };
    const auto time = [](icaltimetype at) {
        return icaltime_is_null_time(at) ? std::string() : std::string(icaltime_as_ical_string(at));
    };
    ReadEvent event;
    event.uid = text(icalcomponent_get_uid(from));
    event.summary = text(icalcomponent_get_summary(from));
    event.description = text(icalcomponent_get_description(from));
    event.place = text(icalcomponent_get_location(from));
    event.sequence = icalcomponent_get_sequence(from);
    event.properties = icalcomponent_count_properties(from, ICAL_ANY_PROPERTY);
    const icaltimetype starts = icalcomponent_get_dtstart(from);
    event.starts = time(starts);
    event.whole_day = starts.is_date != 0;
    event.utc = icaltime_is_utc(starts) != 0;
    if (icalcomponent_get_first_property(from, ICAL_DTEND_PROPERTY) != nullptr) {
        event.ends = time(icalcomponent_get_dtend(from));
    }
    event.stamp = time(icalcomponent_get_dtstamp(from));
    if (icalproperty* url = icalcomponent_get_first_property(from, ICAL_URL_PROPERTY)) {
        event.address = text(icalproperty_get_url(url));
    }
    if (icalproperty* summary = icalcomponent_get_first_property(from, ICAL_SUMMARY_PROPERTY)) {
        icalparameter* language = icalproperty_get_first_parameter(summary, ICAL_LANGUAGE_PARAMETER);
        event.language = language == nullptr ? "" : text(icalparameter_get_language(language));
    }
    return event;
}

/// Throws std::runtime_error when it is no calendar, or libical had to leave out a line.
inline ReadCalendar read_calendar(const std::string& text) {
    struct Free {
        void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    };
    const std::unique_ptr<icalcomponent, Free> whole(icalparser_parse_string(text.c_str()));
    if (!whole || icalcomponent_isa(whole.get()) != ICAL_VCALENDAR_COMPONENT ||
        icalcomponent_count_errors(whole.get()) != 0) {
        throw std::runtime_error("no calendar: " + text);
    }
    ReadCalendar calendar;
    if (icalproperty* name = icalcomponent_get_first_property(whole.get(), ICAL_NAME_PROPERTY)) {
        calendar.name = icalproperty_get_name(name);
    }
    for (icalcomponent* event = icalcomponent_get_first_component(whole.get(), ICAL_VEVENT_COMPONENT); event != nullptr;
         event = icalcomponent_get_next_component(whole.get(), ICAL_VEVENT_COMPONENT)) {
        calendar.events.push_back(read_event(event));
    }
    return calendar;
}

}  // namespace vastin::kit
