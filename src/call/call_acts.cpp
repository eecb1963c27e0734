#include "call/call_acts.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "call/call_load.h"
#include "call/call_store.h"
#include "kit/log.h"
#include "programme/kept.h"

namespace vastin::call {

Result<programme::Published> publish(flow::Act& act, const Call& call, Publisher by) {
    const auto current = current_hash(act.db(), call.code);
    if (current == call.rules_hash || (by == Publisher::folder && !folder_gives_anew(act.db(), call))) {
        return programme::Published::unchanged;
    }
    programme::frozen_programme(act.db(), call.programme);  // throws when it is not there
    NewVersion made{act.now(), {}, false, by};
    if (current) {
        const auto before = frozen_call(act.db(), *current);
        made.changes = changes(*before, call);
        made.told = is_told(made.changes) && state(*before, act.now()) != CallState::closed;
    }
    put_version(act.db(), call, made);
    act.record(
        "call " + call.code.text, "call.publish", {{"hash", call.rules_hash.text}, {"changed", written(made.changes)}});
    return programme::Published::anew;
}

bool folder_gives_anew(kit::Transaction& t, const Call& call) {
    return current_hash(t, call.code) != call.rules_hash && folder_hash(t, call.code) != call.rules_hash;
}

std::shared_ptr<const Call> frozen_call(kit::Transaction& t, const Hash& rules_hash) {
    static programme::Kept<Call> kept;
    return kept.get(rules_hash, [&] {
        const auto found = published_version(t, rules_hash);
        if (!found) {
            throw std::runtime_error("no call is published under the hash " + rules_hash.text);
        }
        kit::Faults faults;
        Call call = load(found->file, *programme::frozen_programme(t, found->programme), faults);
        if (!faults.none()) {
            // it was whole when it was published: a loader that has become stricter must not take every page down
            kit::log("call",
                     {{"what", "a published call has faults by this version of the program"},
                      {"call", call.code.text},
                      {"hash", rules_hash.text},
                      {"faults", faults.text()}});
            call.rules_hash = rules_hash;
        }
        return call;
    });
}

std::shared_ptr<const Call> find(kit::Transaction& t, const Code<Call>& code) {
    const auto hash = current_hash(t, code);
    return hash ? frozen_call(t, *hash) : nullptr;
}

namespace {

/// Where a call stands among all: open ones, coming ones, closed ones.
auto place(const Call& call, Instant now) {
    const CallState at = state(call, now);
    const Instant by = at == CallState::coming ? call.window.opens : call.window.closes;
    const int group = at == CallState::open ? 0 : at == CallState::coming ? 1 : 2;
    return std::make_tuple(group, group == 2 ? -by.milliseconds : by.milliseconds);
}

PublishedCall with_call(kit::Transaction& t, const Publication& publication) {
    auto call = frozen_call(t, publication.hash);
    auto programme = programme::frozen_programme(t, call->programme);
    return {std::move(call), std::move(programme), publication.number, publication.published, publication.first};
}

}  // namespace

std::vector<std::shared_ptr<const Call>> all(kit::Transaction& t, Instant now) {
    std::vector<std::shared_ptr<const Call>> calls;
    for (const Hash& hash : current_hashes(t)) {
        calls.push_back(frozen_call(t, hash));
    }
    std::stable_sort(
        calls.begin(), calls.end(), [now](const auto& a, const auto& b) { return place(*a, now) < place(*b, now); });
    return calls;
}

std::vector<PublishedCall> all_published(kit::Transaction& t, Instant now) {
    std::vector<PublishedCall> calls;
    for (const Publication& publication : publications(t)) {
        calls.push_back(with_call(t, publication));
    }
    std::stable_sort(calls.begin(), calls.end(), [now](const auto& a, const auto& b) {
        return place(*a.call, now) < place(*b.call, now);
    });
    return calls;
}

std::optional<PublishedCall> find_published(kit::Transaction& t, const Code<Call>& code) {
    const auto found = publication(t, code);
    return found ? std::optional(with_call(t, *found)) : std::nullopt;
}

std::vector<std::shared_ptr<const Call>> open_now(kit::Transaction& t, Instant now) {
    auto calls = all(t, now);
    std::erase_if(calls, [now](const auto& call) { return state(*call, now) != CallState::open; });
    return calls;
}

}  // namespace vastin::call
