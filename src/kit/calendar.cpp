#include "kit/calendar.h"

#include <libical/ical.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "kit/utf8.h"

namespace vastin::kit {

namespace {

constexpr Duration refreshed_each = hours(12);  // how often a follower may ask again

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
    void operator()(char* text) const { std::free(text); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

template <class Thing>
Thing* made(Thing* thing) {
    if (thing == nullptr) {
        throw std::runtime_error("no memory for a calendar");
    }
    return thing;
}

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, made(property)); }

/// A text for people, in the calendar's language; nothing where there is none.
void add_text(icalcomponent* to,
              icalproperty* (*make)(const char*),
              const std::string& text,
              const std::string& language) {
    if (text.empty()) {
        return;
    }
    icalproperty* property = made(make(without_controls(text).c_str()));
    icalproperty_add_parameter(property, made(icalparameter_new_language(language.c_str())));
    icalcomponent_add_property(to, property);
}

icaltimetype time_of(Instant at) {
    static icaltimezone* const utc = icaltimezone_get_utc_timezone();  // its first use is not safe among threads
    const std::int64_t second = at.milliseconds / 1000 - (at.milliseconds % 1000 < 0 ? 1 : 0);
    return icaltime_from_timet_with_zone(static_cast<time_t>(second), 0, utc);
}

icaltimetype time_of(Date day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year();
    time.month = day.month();
    time.day = day.day();
    return time;
}

Component event_of(const CalendarEvent& event, const std::string& language) {
    Component component(made(icalcomponent_new(ICAL_VEVENT_COMPONENT)));
    icalcomponent* to = component.get();
    add(to, icalproperty_new_uid(event.uid.c_str()));
    add(to, icalproperty_new_sequence(static_cast<int>(event.sequence)));
    add(to, icalproperty_new_dtstamp(time_of(event.stamp)));
    add(to, icalproperty_new_lastmodified(time_of(event.stamp)));
    add(to, icalproperty_new_dtstart(std::visit([](auto at) { return time_of(at); }, event.starts)));
    if (event.ends) {
        add(to, icalproperty_new_dtend(time_of(*event.ends)));
    }
    add_text(to, icalproperty_new_summary, event.summary, language);
    add_text(to, icalproperty_new_description, event.description, language);
    add_text(to, icalproperty_new_location, event.place, language);
    add(to, icalproperty_new_url(without_controls(event.address).c_str()));
    add(to, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));  // nobody is busy because a call opens
    return component;
}

}  // namespace

std::string ics(const Calendar& calendar) {
    const Component component(made(icalcomponent_new(ICAL_VCALENDAR_COMPONENT)));
    icalcomponent* to = component.get();
    add(to, icalproperty_new_version("2.0"));
    add(to, icalproperty_new_prodid("-//Vastin//Vastin//EN"));
    add_text(to, icalproperty_new_name, calendar.name, calendar.language);
    icalproperty* older_name = made(icalproperty_new(ICAL_X_PROPERTY));  // what readers knew before RFC 7986
    icalproperty_set_x_name(older_name, "X-WR-CALNAME");
    icalproperty_set_value(older_name, made(icalvalue_new_text(without_controls(calendar.name).c_str())));
    icalcomponent_add_property(to, older_name);
    add(to, icalproperty_new_source(calendar.address.c_str()));
    add(to,
        icalproperty_new_refreshinterval(
            icaldurationtype_from_int(static_cast<int>(refreshed_each.milliseconds / 1000))));
    for (const CalendarEvent& event : calendar.events) {
        icalcomponent_add_component(to, event_of(event, calendar.language).release());
    }
    const std::unique_ptr<char, Free> text(made(icalcomponent_as_ical_string_r(to)));
    return text.get();
}

}  // namespace vastin::kit
