#include "call/call_pages_dates.h"

#include "call/call_acts.h"
#include "call/call_dates.h"

namespace vastin::call {

namespace {

/// "Sat", for dates that have no hour.
Phrase weekday_words(Date date) {
    switch (weekday(date)) {
        case 1:
            return say("Mon");
        case 2:
            return say("Tue");
        case 3:
            return say("Wed");
        case 4:
            return say("Thu");
        case 5:
            return say("Fri");
        case 6:
            return say("Sat");
        default:
            return say("Sun");
    }
}

/// "2025-06-02T16:15:00" or "2025-11-01", as <time> has it; "" for words.
std::string machine_words(const CallDate& date, const Zone& zone) {
    return date.at ? write_local_time(zone.local(*date.at)) : date.day ? write_date(*date.day) : std::string();
}

Phrase when_words(const CallDate& date) {
    if (date.at) {
        return say("{0}", *date.at);
    }
    return date.day ? say("{0} {1}", weekday_words(*date.day), *date.day) : Phrase(date.when.value_or(Localised{}));
}

}  // namespace

void fill_dates(kit::View& body, const Call& call) {
    const Zone& zone = body.words().zone();
    for (const CallDate& date : dates_of(call, zone)) {
        kit::View row = body.row("DATE");
        row.show_if("KEY", date.kind == CallDate::Kind::closes);
        const std::string machine = machine_words(date, zone);
        kit::View time = row.row(machine.empty() ? "WORDS" : "TIME");
        if (!machine.empty()) {
            time.set("MACHINE", machine);
        }
        time.set("WHEN", when_words(date));
        row.set("NAME", date.name);
        if (date.until) {
            const Phrase lasts = say("Duration: {0}", body.words().span(body.language(), *date.until - *date.at));
            row.row("LASTS").set("TEXT", lasts);
        }
        if (date.place) {
            row.row("PLACE").set("TEXT", *date.place);
        }
        if (!date.link.empty()) {
            row.row("LINK").set("ADDRESS", date.link);
        }
    }
}

std::vector<ToldChange> told_changes(kit::Transaction& t, const Code<Call>& code) {
    std::vector<ToldChange> told;
    for (VersionNote& version : versions(t, code, 20)) {
        if (!version.changes.empty()) {
            auto reason = frozen_call(t, version.hash)->revision_reason;
            told.push_back({std::move(version), std::move(reason)});
        }
    }
    return told;
}

void fill_changes(kit::View& body, const std::vector<ToldChange>& changes) {
    if (changes.empty()) {
        return;
    }
    kit::View list = body.row("CHANGES");
    for (const ToldChange& change : changes) {
        kit::View row = list.row("VERSION");
        row.set("WHEN", say("{0}", change.version.published));
        row.set("WHAT", words_of(change.version.changes));
        if (change.reason) {
            row.row("REASON").set("TEXT", *change.reason);
        }
    }
}

}  // namespace vastin::call
