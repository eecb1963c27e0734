#pragma once
// What coordinators do with drafts of calls. Each is one act, one transaction, recorded; for everybody else a draft
// does not exist (Refusal not_found).
#include <string>
#include <vector>

#include "flow/act.h"
#include "identity/identity.h"
#include "preparation/lint.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

/// A draft with what every call needs.
Result<Id<Draft>> begin_empty(flow::Act& act, const identity::Person& person);
/// A draft that begins as the published call `code`, with a code of its own. Refusal not_found.
Result<Id<Draft>> begin_copy(flow::Act& act, const identity::Person& person, const std::string& code);
/// A draft that is to take the place of the published call `code`: its file without the reason of its last change.
/// Refusal not_found.
Result<Id<Draft>> begin_revision(flow::Act& act, const identity::Person& person, const std::string& code);
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
/// A draft as it would be published: read, judged and tried, and by which agreement.
struct Prepared {
    Draft draft;
    programme::Hash programme;
    Judged judged;
    std::vector<Finding> findings;  // none while the loader has faults
};
/// The draft as it is now. Takes long, and in no transaction. Refusal not_found.
Result<Prepared> prepare(const flow::World& world, const identity::Person& person, Instant now, std::string_view id);

/// Publishes the call as calls/CODE.toml and gives its code. `warnings`: the warnings_token() of what the person has
/// seen. Refusal conflict as for edit(); invalid: what call::load does not take, a code that a published call has, what
/// stops() of its findings, a change of a call that was changed by somebody else meanwhile, warnings that were not seen
/// (field "seen"). Reading, judging and trying happen before the transaction; in it only version, content, agreement,
/// code and clock are judged again.
Result<std::string> publish(const flow::World& world,
                            const identity::Person& person,
                            Instant now,
                            std::string_view id,
                            Version seen,
                            const std::string& warnings);

}  // namespace vastin::preparation
