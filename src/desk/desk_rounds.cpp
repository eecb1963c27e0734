// Letters to the people of a call, in rounds that go on after a crash where they stood: before a deadline, and when a
// call was changed.
#include <algorithm>

#include "application/application_people_store.h"
#include "application/application_revision.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "call/opening.h"
#include "desk/desk_acts.h"
#include "desk/desk_list_store.h"
#include "desk/desk_store.h"
#include "identity/identity_store.h"

namespace vastin::desk {

namespace {

using application::Application;
using application::State;

/// One act of a round: `step` writes the letters to those after `reached`, puts the last one there, or "" when there is
/// none any more, and gives how many it wrote.
template <class Step>
Result<std::int64_t> go_on(flow::Act& act, const std::string& call, const std::string& occasion, const Step& step) {
    Round round = hold_round(act.db(), call, occasion, act.now());
    if (round.ended) {
        return 0;
    }
    const std::int64_t letters = step(act, round.reached);
    round.letters += letters;
    if (round.reached.empty()) {
        round.ended = act.now();
        act.record("call " + call, "desk.round", {{"occasion", occasion}, {"letters", round.letters}});
    }
    put_round(act.db(), call, occasion, round);
    return letters;
}

template <class Step>
std::int64_t act_of_round(
    const flow::World& world, Instant now, const std::string& call, const std::string& occasion, const Step& step) {
    const auto wrote =
        flow::perform(world, {"", "clock"}, now, [&](flow::Act& act) { return go_on(act, call, occasion, step); });
    check(wrote.has_value(), "a round of letters is never refused");
    return *wrote;
}

Phrase title_words(const std::string& title) {
    return title.empty() ? say("an application without a name yet") : say("“{0}”", title);
}

std::string address_of(const flow::World& world, Language language, Id<Application> id) {
    return world.address + "/" + std::string(vastin::code(language)) + "/applications/" + id.str();
}

constexpr std::int64_t a_reminder = 100;  // applications in one act

/// A deadline of a call: its end, or a cut-off before it.
struct Deadline {
    std::shared_ptr<const call::Call> call;
    Instant at;
    bool closes() const { return at == call->window.closes; }
};

flow::Letter reminder(const flow::World& world,
                      const identity::NewAccount& owner,
                      const Deadline& deadline,
                      const Unsent& unsent) {
    const auto text = [&](const Phrase& phrase) { return world.words.text(owner.language, phrase); };
    const Phrase title = title_words(unsent.title);
    const call::Call& call = *deadline.call;
    // what is opened for changes has its place in the batch already
    const bool next = !deadline.closes() && unsent.state != State::reopened;
    return {
        owner.email,
        owner.language,
        text(deadline.closes() ? say("{0} closes on {1}", call.name, deadline.at)
                               : say("{0}: the next cut-off is {1}", call.name, deadline.at)),
        text(unsent.state == State::reopened
                 ? say("You have opened {0} for changes. What you sent stands until you send it again.", title)
                 : say("You have a draft that has not been sent: {0}. A saved draft is not an application.", title)) +
            "\n\n" + (next ? text(call::handling_words(call.window, deadline.at)) + "\n\n" : "") +
            text(say("Send it by {0} at the latest:", deadline.at)) + "\n" +
            address_of(world, owner.language, unsent.id) + "\n\n" +
            text(say("If you do not mean to send it, you need do nothing.")) + "\n",
        unsent.id.str()};
}

/// Whether it can still be sent by then: what arrived in an earlier batch is handled already.
bool concerns(kit::Transaction& t, const Deadline& deadline, const Unsent& unsent) {
    const auto row = unsent.state == State::reopened ? find_row(t, unsent.id) : std::nullopt;
    return !row || call::batch_of(deadline.call->window, row->arrived).by >= deadline.at;
}

std::int64_t remind_some(flow::Act& act, const Deadline& deadline, std::string& reached) {
    const auto some = unsent(act.db(), deadline.call->code.text, reached, a_reminder);
    reached = std::ssize(some) < a_reminder ? "" : some.back().id.str();
    std::int64_t letters = 0;
    for (const Unsent& one : some) {
        const auto owner =
            concerns(act.db(), deadline, one) ? identity::find_account(act.db(), one.owner) : std::nullopt;
        if (owner) {
            act.send(reminder(act.world(), *owner, deadline, one));
            act.record(one.id.str(), "desk.remind", {{"closes", deadline.at.milliseconds}});
            ++letters;
        }
    }
    return letters;
}

constexpr std::int64_t a_telling = 25;  // applications in one act: each is judged twice
constexpr std::size_t things_told = 8;  // of one application, in a letter

/// A change of a call: its two versions.
struct Change {
    std::shared_ptr<const call::Call> before, after;
    ToldVersion version;
    call::Changes what;
};

/// What it means for one application, line by line.
std::vector<Phrase> meaning(const Change& change, const Application& a, const application::Touched& touched) {
    const Phrase title = title_words(a.title);
    std::vector<Phrase> lines;
    if (a.state == State::received) {
        lines.push_back(
            say("What you sent, {0}, stands as it was sent and by the rules by which it was sent. You need "
                "not do anything.",
                *a.register_number));
        lines.push_back(
            say("If you wish, you can open it for changes and send it anew. {0}. What you sent stands "
                "until you have sent it anew.",
                call::closing_words(change.after->window)));
        return lines;
    }
    lines.push_back(a.state == State::reopened
                        ? say("You have opened {0} for changes. What you sent stands until you send it again; what "
                              "you send now is judged by the changed call.",
                              title)
                        : say("Your draft {0} is kept as you wrote it. When you send it, it is judged by the changed "
                              "call. {1}.",
                              title,
                              call::closing_words(change.after->window)));
    if (!touched.anew.empty()) {
        lines.push_back(say("Look at these before you send it:"));
        for (std::size_t i = 0; i < std::min(touched.anew.size(), things_told); ++i) {
            lines.push_back(say("- {0}", touched.anew[i].phrase));
        }
    }
    if (!touched.dropped.empty()) {
        lines.push_back(
            say("Some of your answers are to questions that are no longer asked. They are kept, and you "
                "see them in the application."));
    }
    return lines;
}

flow::Letter change_letter(const flow::World& world,
                           const identity::NewAccount& person,
                           const Change& change,
                           const Application& a,
                           const std::vector<Phrase>& lines) {
    const auto text = [&](const Phrase& phrase) { return world.words.text(person.language, phrase) + "\n"; };
    const call::Call& call = *change.after;
    const bool extended = !call.window.endless && call.window.closes > change.before->window.closes;
    flow::Letter letter{person.email, person.language, {}, {}, a.id.str()};
    letter.subject = world.words.text(person.language,
                                      extended ? say("{0} is open longer, until {1}", call.name, call.window.closes)
                                               : say("{0} has been changed", call.name));
    letter.text = text(
        say("The call {0} was changed on {1}: {2}.", call.name, change.version.published, call::words_of(change.what)));
    if (extended) {
        letter.text += text(
            say("It was to close on {0}. It now closes on {1}.", change.before->window.closes, call.window.closes));
    }
    if (call.revision_reason) {
        letter.text += text(say("Why: {0}", *call.revision_reason));
    }
    letter.text += "\n";
    for (const Phrase& line : lines) {
        letter.text += text(line);
    }
    letter.text += "\n" + address_of(world, person.language, a.id) + "\n";
    return letter;
}

std::int64_t tell_some(flow::Act& act, const Change& change, std::string& reached) {
    const auto ids = application::written_to(act.db(), change.after->code, reached, a_telling);
    reached = std::ssize(ids) < a_telling ? "" : ids.back().str();
    std::int64_t letters = 0;
    for (const auto id : ids) {
        const auto found = application::find(act.db(), id);
        check(found.has_value(), "an application that was just found is there");
        if (found->created > change.version.published) {
            continue;  // begun under the new version
        }
        const auto lines =
            meaning(change,
                    *found,
                    found->state == State::received ? application::Touched()
                                                    : application::touched(*found, *change.before, *change.after));
        for (const application::Member& member : application::members(act.db(), id)) {
            if (const auto person = identity::find_account(act.db(), member.account)) {
                act.send(change_letter(act.world(), *person, change, *found, lines));
                ++letters;
            }
        }
        act.record(id.str(), "desk.tell_change", {{"rules", change.after->rules_hash.text}});
    }
    return letters;
}

/// The change that made that version; nothing where the version before it is not known.
std::optional<Change> change_of(kit::Transaction& t, const ToldVersion& version) {
    const auto all = call::versions(t, {version.call}, 1000);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i].number == version.number) {
            return Change{
                call::frozen_call(t, all[i + 1].hash), call::frozen_call(t, all[i].hash), version, all[i].changes};
        }
    }
    return std::nullopt;
}

}  // namespace

std::int64_t remind(const flow::World& world, Instant now) {
    std::vector<Deadline> due;
    world.database.read([&](kit::Transaction& t) {
        due.clear();
        for (const auto& call : call::open_now(t, now)) {
            const auto next = call::deadline_at(call->window, now);
            if (!next || now > *next || now < *next - reminder_before) {
                continue;
            }
            const auto round = find_round(t, call->code.text, closing_round(*next));
            if (!round || !round->ended) {
                due.push_back({call, *next});
            }
        }
    });
    std::int64_t letters = 0;
    for (const Deadline& one : due) {
        letters += act_of_round(
            world, now, one.call->code.text, closing_round(one.at), [&](flow::Act& act, std::string& reached) {
                return remind_some(act, one, reached);
            });
    }
    return letters;
}

std::int64_t tell_changes(const flow::World& world, Instant now) {
    std::vector<Change> changes;
    world.database.read([&](kit::Transaction& t) {
        for (const ToldVersion& version : untold_versions(t)) {
            if (auto change = change_of(t, version)) {
                changes.push_back(std::move(*change));
            }
        }
    });
    std::int64_t letters = 0;
    for (const Change& change : changes) {
        letters += act_of_round(world,
                                now,
                                change.version.call,
                                version_round(change.version.number),
                                [&](flow::Act& act, std::string& reached) { return tell_some(act, change, reached); });
    }
    return letters;
}

}  // namespace vastin::desk
