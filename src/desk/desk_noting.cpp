// What the desk does by itself: counting arrivals, reminding before a deadline.
#include <map>

#include "call/call_acts.h"
#include "desk/desk_acts.h"
#include "desk/desk_list_store.h"
#include "desk/desk_noting.h"
#include "desk/desk_store.h"
#include "document/document.h"
#include "identity/identity_store.h"

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

namespace {

constexpr std::int64_t a_reminder = 100;  // applications in one act

flow::Letter letter(const flow::World& world,
                    const identity::NewAccount& owner,
                    const call::Call& call,
                    const Unsent& unsent,
                    bool reopened) {
    const auto text = [&](const Phrase& phrase) { return world.words.text(owner.language, phrase); };
    const Phrase title = unsent.title.empty() ? say("an application without a name yet") : say("“{0}”", unsent.title);
    const std::string address =
        world.address + "/" + std::string(vastin::code(owner.language)) + "/applications/" + unsent.id.str();
    return {owner.email,
            owner.language,
            text(say("{0} closes on {1}", call.name, call.window.closes)),
            text(reopened ? say("You have opened {0} for changes. What you sent stands until you send it again.", title)
                          : say("You have a draft that has not been sent: {0}. A saved draft is not an application.",
                                title)) +
                "\n\n" + text(say("Send it by {0} at the latest:", call.window.closes)) + "\n" + address + "\n\n" +
                text(say("If you do not mean to send it, you need do nothing.")) + "\n",
            unsent.id.str()};
}

/// The next of those who are reminded: drafts first, then what was reopened. `reached` says how far it has come:
/// "draft" or "reopened", and the last id.
struct Batch {
    std::vector<Unsent> unsent;
    bool reopened = false;
};
Batch next_batch(kit::Transaction& t, const std::string& call, const std::string& reached) {
    const bool drafts = !reached.starts_with("reopened");
    const auto mark = reached.find(' ');
    const std::string after = mark == std::string::npos ? "" : reached.substr(mark + 1);
    if (drafts) {
        auto some = unsent(t, call, application::State::draft, after, a_reminder);
        if (!some.empty()) {
            return {std::move(some), false};
        }
    }
    return {unsent(t, call, application::State::reopened, drafts ? "" : after, a_reminder), true};
}

/// One act of a reminder; gives the letters it wrote.
Result<std::int64_t> remind_some(flow::Act& act, const call::Call& call) {
    hold_reminder(act.db(), call.code.text, call.window.closes, act.now());
    const auto found = find_reminder(act.db(), call.code.text, call.window.closes);
    check(found.has_value(), "a reminder that is held is there");
    Reminder reminder = *found;
    if (reminder.ended) {
        return 0;
    }
    const Batch batch = next_batch(act.db(), call.code.text, reminder.reached);
    std::int64_t letters = 0;
    for (const Unsent& one : batch.unsent) {
        const auto owner = identity::find_account(act.db(), one.owner);
        if (owner) {
            act.send(letter(act.world(), *owner, call, one, batch.reopened));
            act.record(one.id.str(), "desk.remind", {{"closes", call.window.closes.milliseconds}});
            ++letters;
        }
    }
    reminder.letters += letters;
    if (batch.unsent.empty()) {
        reminder.ended = act.now();
        act.record("call " + call.code.text, "desk.remind", {{"letters", reminder.letters}});
    } else {
        reminder.reached = (batch.reopened ? "reopened " : "draft ") + batch.unsent.back().id.str();
    }
    put_reminder(act.db(), call.code.text, call.window.closes, reminder);
    return letters;
}

}  // namespace

std::int64_t remind(const flow::World& world, Instant now) {
    std::vector<std::shared_ptr<const call::Call>> due;
    world.database.read([&](kit::Transaction& t) {
        due = call::open_now(t, now);
        std::erase_if(due, [&](const auto& call) {
            const auto reminder = find_reminder(t, call->code.text, call->window.closes);
            return now < call->window.closes - reminder_before || (reminder && reminder->ended);
        });
    });
    std::int64_t letters = 0;
    for (const auto& call : due) {
        const auto wrote =
            flow::perform(world, {"", "clock"}, now, [&](flow::Act& act) { return remind_some(act, *call); });
        check(wrote.has_value(), "a reminder is never refused");
        letters += *wrote;
    }
    return letters;
}

}  // namespace vastin::desk
