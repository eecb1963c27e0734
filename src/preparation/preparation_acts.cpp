#include "preparation/preparation_acts.h"

#include "call/call_acts.h"
#include "form/read.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "preparation/lint_parts.h"
#include "preparation/preparation_life.h"
#include "preparation/preparation_store.h"
#include "preparation/revision.h"
#include "programme/programme_acts.h"

namespace vastin::preparation {

namespace {

bool may(const identity::Person& person) { return person.role == identity::Role::coordinator; }

Phrase changed_meanwhile(const Draft& draft) {
    const Summary& s = draft.summary;
    switch (s.state) {
        case State::published:
            return say("This draft was published by {0}, {1}.", s.changed_by, s.changed);
        case State::discarded:
            return say("This draft was discarded by {0}, {1}.", s.changed_by, s.changed);
        case State::draft:
            break;
    }
    return say("{0} changed this draft meanwhile, {1}.", s.changed_by, s.changed);
}

/// A draft of this person's that may go through `event` as it is.
Result<Draft> to_change(flow::Act& act, const identity::Person& person, std::string_view id, Version seen) {
    Draft draft = TRY(open(act.db(), person, id));
    if (draft.summary.state != State::draft || draft.summary.version != seen) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile(draft));
    }
    return draft;
}

/// What is said when another act was faster than this one: read anew.
tl::unexpected<Refusal> stale(flow::Act& act, Id<Draft> id) {
    const auto now = find(act.db(), id);
    return now ? refuse(Refusal::Kind::conflict, changed_meanwhile(*now)) : not_found();
}

Result<Id<Draft>> begin(flow::Act& act, const identity::Person& person, Origin origin, std::string content) {
    if (!may(person)) {
        return not_found();
    }
    if (count(act.db(), State::draft) >= static_cast<std::int64_t>(drafts_most)) {
        return refuse(Refusal::Kind::conflict,
                      say("There are {0} drafts of calls. Discard one before you begin another.",
                          static_cast<std::int64_t>(drafts_most)));
    }
    Draft draft;
    Summary& s = draft.summary;
    s.id = act.new_id<Draft>();
    s.version = {1};
    s.origin = std::move(origin);
    s.created = s.changed = act.now();
    s.changed_by = person.name;
    name_by(tree_of(content), s);
    draft.content = std::move(content);
    put(act.db(), draft);
    act.record(s.id.str(),
               "preparation.begin",
               {{"origin", std::string(code(s.origin.kind))},
                {"from", s.origin.name},
                {"content", kit::sha256(draft.content)}});
    return s.id;
}

/// "2025" becomes "2026", "2025.2" becomes "2025.2-copy": a code that no published call has.
std::string next_code(kit::Transaction& t, const std::string& code) {
    std::string next = code;
    if (code.size() == 4 && code.find_first_not_of("0123456789") == std::string::npos) {
        next = std::to_string(std::stoi(code) + 1);
    }
    for (int i = 2; next == code || call::find(t, {next}) != nullptr; ++i) {
        next = code.substr(0, 50) + "-" + std::to_string(i);
    }
    return next;
}

}  // namespace

Result<Draft> open(kit::Transaction& t, const identity::Person& person, std::string_view id) {
    const auto read = Id<Draft>::read(id);
    auto found = read && may(person) ? find(t, *read) : std::nullopt;
    if (!found) {
        return not_found();
    }
    return std::move(*found);
}

Result<Id<Draft>> begin_empty(flow::Act& act, const identity::Person& person) {
    return begin(act, person, {Origin::Kind::nothing, ""}, call::canonical(tree_of(empty_call())));
}

Result<Id<Draft>> begin_copy(flow::Act& act, const identity::Person& person, const std::string& code) {
    const auto call = may(person) ? call::find(act.db(), {code}) : nullptr;
    if (call == nullptr) {
        return not_found();
    }
    kit::TomlTree tree = tree_of(call->file.text);
    const std::string next = next_code(act.db(), code);
    tree.remove("revision");
    tree.remove("window.extended_from");
    tree.set("code", {next});
    if (call->register_series.ends_with(code)) {
        std::string series = call->register_series.substr(0, call->register_series.size() - code.size()) + next;
        for (char& letter : series) {
            letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A')
                     : letter == '.'                ? '-'
                                                    : letter;
        }
        tree.set("register_series", {series.substr(0, 20)});
    }
    return begin(act, person, {Origin::Kind::copy, code + "@" + call->rules_hash.text}, call::canonical(tree));
}

Result<Id<Draft>> begin_revision(flow::Act& act, const identity::Person& person, const std::string& code) {
    const auto call = may(person) ? call::find(act.db(), {code}) : nullptr;
    if (call == nullptr) {
        return not_found();
    }
    kit::TomlTree tree = tree_of(call->file.text);
    tree.remove("revision");
    return begin(act, person, {Origin::Kind::revision, code + "@" + call->rules_hash.text}, call::canonical(tree));
}

Result<Id<Draft>> begin_file(flow::Act& act,
                             const identity::Person& person,
                             const std::string& name,
                             const std::string& text) {
    if (form::trimmed(text).empty()) {
        return refuse(Refusal::Kind::invalid, say("Choose the file of a call, or paste its text."), "file");
    }
    kit::Faults faults;
    kit::TomlTree::parse(name, text, faults);
    if (!faults.none()) {
        std::vector<Reason> reasons;
        for (const kit::Fault& fault : faults.all) {
            reasons.push_back({say("Line {0}, column {1}: {2}",
                                   static_cast<std::int64_t>(fault.line),
                                   static_cast<std::int64_t>(fault.column),
                                   fault.message),
                               "file"});
        }
        return may(person) ? refuse(std::move(reasons)) : not_found();
    }
    return begin(act, person, {Origin::Kind::file, name.substr(0, 200)}, text);
}

Result<Edited> edit(
    flow::Act& act, const identity::Person& person, std::string_view id, Version seen, const Edit& what) {
    Draft draft = TRY(to_change(act, person, id, seen));
    kit::TomlTree tree = tree_of(draft.content);
    TRY(apply(tree, what.changes));
    std::string focus;
    if (what.deed) {
        focus = TRY(apply(tree, *what.deed));
    }
    if (const auto before = revised(act.db(), draft)) {
        note_extension(tree, *before);
    }
    std::string content = call::canonical(tree);
    if (content.size() > kit::limits::data_file / 2) {
        return refuse(Refusal::Kind::invalid, say("The call is larger than this service takes."));
    }
    if (what.changes.empty() && !what.deed) {
        return Edited{seen, ""};
    }
    draft.content = std::move(content);
    draft.summary.changed = act.now();
    draft.summary.changed_by = person.name;
    name_by(tree, draft.summary);
    if (!save(act.db(), draft, seen)) {
        return stale(act, draft.summary.id);
    }
    kit::Json::List keys;
    for (const Change& change : what.changes) {
        keys.push_back(change.path);
    }
    if (what.deed) {
        keys.push_back(what.deed->list);
    }
    act.record(draft.summary.id.str(), "preparation.edit", {{"keys", keys}, {"content", kit::sha256(draft.content)}});
    return Edited{seen.next(), focus};
}

Done discard(flow::Act& act, const identity::Person& person, std::string_view id, Version seen) {
    const Draft draft = TRY(to_change(act, person, id, seen));
    const State to = TRY(flow::move(std::span<const Move>(life),
                                    draft.summary.state,
                                    Event::discard,
                                    Who::coordinator,
                                    Facts{},
                                    changed_meanwhile(draft)));
    if (!move_on(act.db(), draft.summary.id, seen, to, act.now(), person.name)) {
        return stale(act, draft.summary.id);
    }
    act.record(draft.summary.id.str(), "preparation.discard");
    return done();
}

Result<Prepared> prepare(const flow::World& world, const identity::Person& person, Instant now, std::string_view id) {
    Result<Draft> draft = not_found();
    std::shared_ptr<const programme::Programme> programme;
    std::shared_ptr<const call::Call> first, before;
    world.database.read([&](kit::Transaction& t) {
        draft = open(t, person, id);
        if (draft) {
            before = revised(t, *draft);
            programme = programme::current(t);
            const kit::TomlTree tree = tree_of(draft->content);
            const kit::TomlNode* after = tree.get("stage.after");
            first = after == nullptr || after->text() == nullptr ? nullptr : call::find(t, {*after->text()});
        }
    });
    Prepared prepared;
    prepared.draft = TRY(std::move(draft));
    prepared.programme = programme->hash;
    prepared.judged = judge(prepared.draft.summary.code, prepared.draft.content, *programme);
    if (prepared.judged.faults.none()) {
        prepared.findings = lint(prepared.judged.call, *programme, {now, first.get(), before.get()});
        std::vector<Reason> no;
        world.database.read(
            [&](kit::Transaction& t) { no = not_revisable(t, prepared.draft, prepared.judged.call, now); });
        for (Reason& reason : no) {
            const Phrase label = label_of(reason.field);
            prepared.findings.insert(
                prepared.findings.begin(),
                {Finding::Weight::stops, "change", std::move(reason.phrase), {{std::move(reason.field), label}}});
        }
    }
    return prepared;
}

namespace {

/// Why what was prepared is not published, or nothing.
std::vector<Reason> against(const Prepared& prepared, const std::string& warnings) {
    std::vector<Reason> reasons;
    if (!prepared.judged.faults.none()) {
        for (Fault& fault : faults_of(tree_of(prepared.draft.content), prepared.judged.faults)) {
            reasons.push_back(std::move(fault.reason));
        }
        return reasons;
    }
    for (const Finding& finding : prepared.findings) {
        if (finding.weight == Finding::Weight::stops) {
            reasons.push_back({finding.sentence, finding.spots.front().path, {}, {}, {}, finding.source});
        }
    }
    if (reasons.empty() && warnings_token(prepared.findings) != warnings) {
        reasons.push_back({say("Look at what is listed, and tick that you have seen it."), "seen"});
    }
    return reasons;
}

Result<std::string> publish(flow::Act& act,
                            const identity::Person& person,
                            std::string_view id,
                            Version seen,
                            const Prepared& prepared,
                            const std::string& warnings) {
    const Draft draft = TRY(to_change(act, person, id, seen));
    if (draft.content != prepared.draft.content || programme::current(act.db())->hash != prepared.programme) {
        return refuse(Refusal::Kind::conflict,
                      say("The agreement or the draft was changed meanwhile. Look at what is listed now."));
    }
    std::vector<Reason> reasons = against(prepared, warnings);
    if (!reasons.empty()) {
        return refuse(std::move(reasons));
    }
    const call::Call& call = prepared.judged.call;
    if (auto no = not_revisable(act.db(), draft, call, act.now()); !no.empty()) {
        return refuse(std::move(no));
    }
    const auto before = revised(act.db(), draft);
    const auto same_code = call::find(act.db(), call.code);
    const bool was_closed = before != nullptr && call::state(*before, act.now()) == call::CallState::closed;
    const Facts facts{true,
                      before != nullptr || same_code == nullptr,
                      was_closed || call::state(call, act.now()) != call::CallState::closed,
                      before != nullptr && same_code->rules_hash != before->rules_hash};
    const State to = TRY(flow::move(std::span<const Move>(life),
                                    draft.summary.state,
                                    Event::publish,
                                    Who::coordinator,
                                    facts,
                                    changed_meanwhile(draft)));
    if (!move_on(act.db(), draft.summary.id, seen, to, act.now(), person.name)) {
        return stale(act, draft.summary.id);
    }
    TRY(call::publish(act, call, call::Publisher::desk));
    act.record(draft.summary.id.str(),
               "preparation.publish",
               {{"code", call.code.text}, {"hash", call.rules_hash.text}, {"warnings", warnings}});
    return call.code.text;
}

}  // namespace

Result<std::string> publish(const flow::World& world,
                            const identity::Person& person,
                            Instant now,
                            std::string_view id,
                            Version seen,
                            const std::string& warnings) {
    const Prepared prepared = TRY(prepare(world, person, now, id));
    return flow::perform(
        world, person.actor(), now, [&](flow::Act& act) { return publish(act, person, id, seen, prepared, warnings); });
}

}  // namespace vastin::preparation
