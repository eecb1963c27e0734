// What the desk does by itself: counting arrivals into sums and words.
#include <map>

#include "call/call_acts.h"
#include "desk/desk_acts.h"
#include "desk/desk_list_store.h"
#include "desk/desk_noting.h"
#include "desk/desk_store.h"
#include "document/document.h"

namespace vastin::desk {

std::vector<ThemeSums> sums_of(kit::Transaction& t, Id<application::Application> id) {
    const auto sent = document::newest(t, id.str());
    const auto document = sent ? kit::Json::read(sent->frozen.content) : std::nullopt;
    check(document.has_value(), "what arrived has a document that can be read");
    return sums_by_theme(*document, call::frozen_call(t, {sent->frozen.rules})->rules);
}

namespace {

using Changes = std::map<std::pair<std::string, std::string>, ThemeTotal>;  // by call and theme

void change(Changes& changes, const Kept& what, bool add) {
    bool first = true;
    for (const ThemeSums& one : what.themes) {
        ThemeTotal& total = changes[{what.call, one.theme}];
        total.theme = one.theme;
        total.applications += add ? 1 : -1;
        total.firsts += !first ? 0 : add ? 1 : -1;
        if (add) {
            total.sums += one.sums;
        } else {
            total.sums -= one.sums;
        }
        first = false;
    }
}

/// Puts the application as it stands now in the place of what was kept of it.
void note(kit::Transaction& t, Id<application::Application> id, Changes& changes) {
    if (const auto before = kept(t, id); before && before->counts) {
        change(changes, *before, false);
    }
    const auto row = find_row(t, id);
    if (!row) {
        return;  // never sent: nothing is kept of it
    }
    const Kept now{row->call, row->arrived, row->state != application::State::withdrawn, sums_of(t, id)};
    keep(t, id, now);
    keep_words(
        t,
        id,
        row->call,
        row->arrived,
        search_words(row->title + " " + row->organisation + " " + row->business_id + " " + row->register_number));
    if (now.counts) {
        change(changes, now, true);
    }
}

constexpr std::int64_t a_write = 50;  // arrivals in one transaction: others wait for it on SQLite

}  // namespace

CallSums sums_now(kit::Transaction& t, const std::string& call) {
    constexpr std::int64_t at_once = 50;
    Changes changes;
    for (ThemeTotal& total : totals(t, call)) {
        changes[{call, total.theme}] = std::move(total);
    }
    auto waiting = unnoted_of(t, call, at_once + 1);
    CallSums now;
    now.more = static_cast<std::int64_t>(waiting.size()) > at_once;
    for (const auto& id : waiting) {
        if (const auto before = kept(t, id); before && before->counts) {
            change(changes, *before, false);
        }
        const auto row = find_row(t, id);
        if (row && row->state != application::State::withdrawn) {
            change(changes, {call, row->arrived, true, sums_of(t, id)}, true);
        }
    }
    for (auto& [key, total] : changes) {
        now.applications += total.firsts;
        now.sums += total.sums;
        now.themes.push_back(std::move(total));
    }
    return now;
}

std::int64_t keep_up(const flow::World& world, std::int64_t most) {
    std::int64_t noted = 0;
    while (noted < most) {
        std::vector<Unnoted> waiting;
        world.database.read([&](kit::Transaction& t) { waiting = unnoted(t, a_write); });
        if (waiting.empty()) {
            break;
        }
        world.database.write([&](kit::Transaction& t) {
            Changes changes;
            for (const Unnoted& one : waiting) {
                if (claim(t, one.task)) {
                    note(t, one.application, changes);
                }
            }
            for (const auto& [key, total] : changes) {
                add_to_total(t, key.first, total);
            }
            return true;
        });
        noted += static_cast<std::int64_t>(waiting.size());
    }
    return noted;
}

}  // namespace vastin::desk
