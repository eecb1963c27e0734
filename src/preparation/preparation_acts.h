#pragma once
// What coordinators do with drafts of calls. Each is one act, one transaction, recorded; for everybody else a draft
// does not exist (Refusal not_found).
#include <string>
#include <vector>

#include "flow/act.h"
#include "identity/identity.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

/// A draft with what every call needs.
Result<Id<Draft>> begin_empty(flow::Act& act, const identity::Person& person);
/// A draft that begins as the published call `code`, with a code of its own. Refusal not_found.
Result<Id<Draft>> begin_copy(flow::Act& act, const identity::Person& person, const std::string& code);
/// A draft that begins with the text of a file, kept as it is. Refusal invalid, field "file": no TOML, with line and
/// column; empty. What the call lacks is told by the draft's own page.
Result<Id<Draft>> begin_file(flow::Act& act,
                             const identity::Person& person,
                             const std::string& name,
                             const std::string& text);

/// Any draft, for a coordinator.
Result<Draft> open(kit::Transaction& t, const identity::Person& person, std::string_view id);

/// What one post of a page of the editor changes.
struct Edit {
    std::vector<Change> changes;
    std::optional<ListDeed> deed;
};
struct Edited {
    Version version;
    std::string focus;  // the path of what was added or moved; "" without a deed
    friend bool operator==(const Edited&, const Edited&) = default;
};
/// Refusal conflict: somebody changed the draft since `seen`, or it is published or discarded; invalid.
Result<Edited> edit(
    flow::Act& act, const identity::Person& person, std::string_view id, Version seen, const Edit& edit);
/// Refusal conflict as for edit().
Done discard(flow::Act& act, const identity::Person& person, std::string_view id, Version seen);
/// Publishes the call as calls/CODE.toml and gives its code. Refusal conflict as for edit(); invalid: what call::load
/// does not take, a code that a published call has, a closing time that is over.
Result<std::string> publish(flow::Act& act, const identity::Person& person, std::string_view id, Version seen);

}  // namespace vastin::preparation
