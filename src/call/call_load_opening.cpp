// When a call is open, and what has to be there before somebody may enter it.
#include <algorithm>

#include "call/call_load.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::read_source;
using programme::read_word;
using programme::Sources;

/// After every calendar: 2199-12-31.
constexpr Instant never{7'258'118'399'000};

/// The moment of a local time; where the clocks change it may not exist or come twice, and then nobody could say when a
/// call closes.
Instant moment_of(const Toml& table, std::string_view key, LocalTime time, const Zone& zone) {
    const Zone::Moment moment = zone.moment(time);
    if (moment.times != 1) {
        const std::string found = write_local_time(time);
        table.fault(
            key,
            moment.times == 0
                ? say("expected a time that comes once in {0}, found {1}, which the clocks jump over",
                      zone.name(),
                      found)
                : say("expected a time that comes once in {0}, found {1}, which comes twice", zone.name(), found));
    }
    return moment.at;
}

void read_continuous(const Toml& table, const Zone& zone, Window& window) {
    for (const LocalTime& time : table.times("cut_offs")) {
        window.cut_offs.push_back(moment_of(table, "cut_offs", time, zone));
    }
    const bool ordered = std::is_sorted(window.cut_offs.begin(), window.cut_offs.end());
    if (!ordered) {
        table.fault("cut_offs", say("expected the cut-offs in order of time"));
    } else if (!window.cut_offs.empty() &&
               (window.cut_offs.front() <= window.opens || window.cut_offs.back() > window.closes)) {
        table.fault("cut_offs", say("expected cut-offs after the call opens and not after it closes"));
    }
    window.order = table.has("order") && read_word(table, "order", {"together", "arrival"}) == 1
                       ? Window::Order::arrival
                       : Window::Order::together;
    window.until_pot_empty = table.truth("until_pot_empty", false);
}

}  // namespace

Instant load_moment(const Toml& table, std::string_view key, const Zone& zone) {
    const std::size_t before = table.faults();
    const LocalTime time = table.time(key);
    return table.faults() == before ? moment_of(table, key, time, zone) : Instant();
}

Window load_window(const Toml& table, const Zone& zone, const Sources& sources) {
    Window window;
    window.kind = static_cast<Window::Kind>(read_word(table, "kind", {"fixed", "continuous"}));
    const std::size_t before = table.faults();
    window.opens = load_moment(table, "opens", zone);
    window.endless = window.kind == Window::Kind::continuous && !table.has("closes");
    window.closes = window.endless ? never : load_moment(table, "closes", zone);
    if (table.faults() == before && window.closes <= window.opens) {
        table.fault("closes", say("expected a time after the call opens, found an earlier one"));
    }
    if (window.kind == Window::Kind::continuous) {
        read_continuous(table, zone, window);
    }
    if (table.has("extended_from")) {
        window.extended_from = load_moment(table, "extended_from", zone);
        if (table.faults() == before && *window.extended_from >= window.closes) {
            table.fault("extended_from", say("expected a time before the call closes: the end that was moved"));
        }
    }
    const auto least = table.has("least_open_days") ? table.number("least_open_days", 1, 3650) : 0;
    if (least > 0 && !window.endless) {
        const auto days = days_between(zone.day(window.opens), zone.day(window.closes));
        if (table.faults() == before && days < least) {
            table.fault("closes",
                        say("expected the call to be open for at least {0} days, found {1}",
                            static_cast<std::int64_t>(least),
                            static_cast<std::int64_t>(days)));
        }
    }
    window.source = read_source(table, sources);
    return window;
}

void load_entrance(const Toml& root, const Sources& sources, Call& call) {
    if (const auto table = root.table_if("contact_before")) {
        call.contact_before = ContactBefore{table->words("text"), read_source(*table, sources)};
    }
    if (const auto table = root.table_if("one_project")) {
        OneProject one{table->text("per"), read_source(*table, sources)};
        if (one.per == "call") {
            one.per.clear();
        } else if (!one.per.empty() && form::find_field(call.form, one.per) == nullptr) {
            table->fault("per", say("expected \"call\" or the key of a question, found \"{0}\"", one.per));
        }
        call.one_project = std::move(one);
    }
    if (const auto table = root.table_if("stage")) {
        call.stage = Stage{{table->text("after")}, read_source(*table, sources)};
        if (call.stage->after == call.code) {
            table->fault("after", say("expected the code of the call of the first stage, found this call"));
        }
    }
}

}  // namespace vastin::call
