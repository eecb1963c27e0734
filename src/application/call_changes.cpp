#include "application/call_changes.h"

#include <algorithm>

#include "application/application_revision.h"
#include "call/call_acts.h"

namespace vastin::application {

namespace {

constexpr std::int64_t versions_most = 50;

/// The label of the question of an answer, in the newest of `calls` that asks it; else its name.
Phrase label_of(const std::string& name, const std::vector<std::shared_ptr<const call::Call>>& calls) {
    const std::string key = name.substr(0, name.find('.'));
    for (const auto& call : calls) {
        if (const form::Field* field = form::find_field(call->form, key)) {
            return field->label;
        }
    }
    return say("{0}", name);
}

Phrase named(const Application& a, const DroppedAnswer& answer, Phrase label) {
    const Part* part = a.parts.size() > 1 ? find_part(a, answer.part) : nullptr;
    return part == nullptr ? label : say("{0}: {1}", part_name(*part), label);
}

}  // namespace

void fill_call_changes(kit::View& body, const page::Visit& visit, const Shown& shown) {
    const Application& a = shown.application;
    std::vector<call::VersionNote> since;
    std::vector<std::shared_ptr<const call::Call>> calls;
    const auto dropped = dropped_answers(a, *shown.call);
    visit.world.database.read([&](kit::Transaction& t) {
        since = call::versions(t, a.call, versions_most);
        for (const call::VersionNote& version : dropped.empty() ? std::vector<call::VersionNote>() : since) {
            calls.push_back(call::frozen_call(t, version.hash));
        }
    });
    std::erase_if(since, [&](const call::VersionNote& version) {
        return version.published < a.created || !call::is_told(version.changes);
    });
    if (!since.empty()) {
        kit::View note = body.row("CALL_CHANGED");
        note.set("WHAT", say("{0}: {1}", since.front().published, call::words_of(since.front().changes)));
        note.set("ADDRESS", page::address(visit, "/calls/" + a.call.text) + "#changes");
        if (since.front().hash == shown.call->rules_hash && shown.call->revision_reason) {
            note.row("REASON").set("TEXT", *shown.call->revision_reason);
        }
    }
    if (dropped.empty()) {
        return;
    }
    kit::View list = body.row("DROPPED");
    for (const DroppedAnswer& answer : dropped) {
        kit::View row = list.row("ANSWER");
        row.set("NAME", named(a, answer, label_of(answer.name, calls)));
        row.set("TEXT", answer.text);
    }
}

}  // namespace vastin::application
