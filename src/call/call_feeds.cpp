#include "call/call_feeds.h"

#include <algorithm>

#include "call/call_dates.h"
#include "call/call_public.h"
#include "kit/calendar.h"
#include "kit/feed.h"
#include "page/frame.h"

namespace vastin::call {

namespace {

using page::Visit;

constexpr Duration kept_after_closing = hours(24 * 90);
constexpr const char* html_type = "text/html";

struct Seen {
    std::shared_ptr<const programme::Programme> programme;
    std::vector<PublishedCall> calls;  // those that are followed
    Instant updated;                   // when the last of all calls was published
    std::string tag;
};

Seen look(const Visit& visit) {
    Seen seen;
    visit.world.database.read([&](kit::Transaction& t) {
        seen.programme = programme::current(t);
        seen.calls = all_published(t, visit.now);
    });
    const programme::Programme& programme = *seen.programme;
    seen.updated = programme.zone.moment({programme.agreement.period.first}).at;  // where there is no call yet
    for (const PublishedCall& one : seen.calls) {
        seen.updated = std::max(seen.updated, one.published);
    }
    std::erase_if(seen.calls, [&](const PublishedCall& one) {
        return state(*one.call, visit.now) == CallState::closed &&
               visit.now - one.call->window.closes > kept_after_closing;
    });
    seen.tag = page::etag(visit, programme.hash.text + "\n" + revision(seen.calls, visit.now));
    return seen;
}

// ---- the feed

/// This thing as a page or feed in each language.
void add_languages(std::vector<kit::FeedLink>& links, const Visit& visit, const char* type, const std::string& path) {
    for (const Language language : languages) {
        links.push_back({"alternate", type, outside(visit, language, path), std::string(code(language))});
    }
}

/// When it is open, how much money there is, what for.
std::string summary_of(const Call& call, const Visit& visit) {
    const kit::Words& words = visit.world.words;
    std::string text = words.text(visit.language, window_words(call.window));
    if (const Pot* pot = support_pot(call)) {
        const std::string money = words.whole_money(visit.language, pot->money.sum);
        const bool about = pot->money.precision == programme::Announced::Precision::about;
        const Phrase sum = about ? say("about {0} {1}", money, pot->label) : say("{0} {1}", money, pot->label);
        text += "\n" + words.text(visit.language, sum);
    }
    return text + "\n\n" + call.texts.purpose.in(visit.language);
}

/// A tag URI (RFC 4151): whose name it was on the day when the call was first published. The same in all languages.
std::string lasting_id(const PublishedCall& one, const Visit& visit) {
    return "tag:" + host(visit) + "," + write_date(one.programme->zone.day(one.first)) + ":calls/" +
           one.programme->agreement.code.text + "/" + one.call->code.text;
}

kit::FeedEntry entry_of(const PublishedCall& one, const Visit& visit) {
    const Call& call = *one.call;
    kit::FeedEntry entry;
    entry.id = lasting_id(one, visit);
    entry.title = call.name.in(visit.language);
    entry.summary = summary_of(call, visit);
    entry.published = one.first;
    entry.updated = one.published;
    add_languages(entry.links, visit, html_type, path_of(call));
    entry.links.push_back({"related", "text/calendar", outside(visit, visit.language, path_of(call) + ".ics"), ""});
    entry.links.push_back({"related", "application/json", outside(visit, visit.language, path_of(call) + ".json"), ""});
    for (const form::Theme& theme : call.themes) {
        entry.categories.push_back({theme.id, theme.name.in(visit.language)});
    }
    return entry;
}

Phrase title_of(const programme::Programme& programme) { return say("Calls – {0}", programme.agreement.name); }

kit::Feed feed_of(const Seen& seen, const Visit& visit) {
    kit::Feed feed;
    feed.id = outside(visit, visit.language, "/calls.atom");
    feed.title = visit.world.words.text(visit.language, title_of(*seen.programme));
    feed.author = publisher(*seen.programme).in(visit.language);
    feed.language = code(visit.language);
    feed.updated = seen.updated;
    feed.links.push_back({"self", kit::atom_type, feed.id, feed.language});
    add_languages(feed.links, visit, html_type, "/calls");
    add_languages(feed.links, visit, kit::atom_type, "/calls.atom");
    for (const PublishedCall& one : seen.calls) {
        feed.entries.push_back(entry_of(one, visit));
    }
    return feed;
}

// ---- the calendar

/// The link for taking part and the page of the call: many calendars show no address of their own.
std::string description_of(const CallDate& date, const std::string& address, const Visit& visit) {
    std::string text = visit.world.words.text(visit.language, date.name);
    if (!date.link.empty()) {
        text += "\n" + visit.world.words.text(visit.language, say("Taking part:")) + " " + date.link;
    }
    return text + "\n" + address;
}

/// One event for each date that has a day or a time.
void add_events(kit::Calendar& calendar, const PublishedCall& one, const Visit& visit) {
    const Call& call = *one.call;
    const std::string address = outside(visit, visit.language, path_of(call));
    for (const CallDate& date : dates_of(call, one.programme->zone)) {
        if (!date.at && !date.day) {
            continue;
        }
        kit::CalendarEvent event;
        event.uid = date.key + "." + name_among_all(one) + "@" + host(visit);
        event.sequence = one.number - 1;
        event.stamp = one.published;
        if (date.at) {
            event.starts = *date.at;
        } else {
            event.starts = *date.day;
        }
        event.ends = date.until;
        event.summary = visit.world.words.text(visit.language, say("{0}: {1}", call.name, date.brief));
        event.description = description_of(date, address, visit);
        event.address = address;
        event.place = date.place ? date.place->in(visit.language) : std::string();
        calendar.events.push_back(std::move(event));
    }
}

kit::Calendar calendar_of(const Phrase& name, std::string_view path, const Visit& visit) {
    return {visit.world.words.text(visit.language, name),
            std::string(code(visit.language)),
            outside(visit, visit.language, path),
            {}};
}

}  // namespace

kit::Response calls_atom(Visit& visit) {
    const Seen seen = look(visit);
    if (auto same = page::unchanged(visit, seen.tag)) {
        return std::move(*same);
    }
    return for_programs(std::string(kit::atom_type) + "; charset=utf-8", kit::atom(feed_of(seen, visit)), seen.tag);
}

kit::Response calls_calendar(Visit& visit) {
    const Seen seen = look(visit);
    if (auto same = page::unchanged(visit, seen.tag)) {
        return std::move(*same);
    }
    kit::Calendar calendar = calendar_of(title_of(*seen.programme), "/calls.ics", visit);
    for (const PublishedCall& one : seen.calls) {
        add_events(calendar, one, visit);
    }
    return for_programs(kit::ics_type, kit::ics(calendar), seen.tag);
}

kit::Response call_calendar(Visit& visit) {
    return for_one_call(visit, [&](const PublishedCall& one, const std::string& tag) {
        kit::Calendar calendar = calendar_of(one.call->name, path_of(*one.call) + ".ics", visit);
        add_events(calendar, one, visit);
        auto response = for_programs(kit::ics_type, kit::ics(calendar), tag);
        response.header("Content-Disposition", "attachment; filename=\"" + one.call->code.text + ".ics\"");
        return response;
    });
}

}  // namespace vastin::call
