#pragma once
// Publishing calls, and reading those that count.
#include <memory>
#include <optional>
#include <vector>

#include "call/call.h"
#include "flow/act.h"
#include "programme/programme_acts.h"

namespace vastin::call {

/// Who publishes: the programme's folder, each time the server starts; or an official in the browser.
enum class Publisher { folder, desk };
/// Makes `call`, loaded without faults, the current version of its code. Nothing happens when it is that already, and
/// when the folder gives what it gave before: what was changed in the browser since then stands. The version of the
/// programme that it was checked against must be published before. Whether a call that is published may be changed so,
/// not_revisable() says (call_revision.h). People are told where the call is not closed and more than texts changed.
Result<programme::Published> publish(flow::Act& act, const Call& call, Publisher by = Publisher::folder);
/// Whether publish() by the folder would make `call` a new version.
bool folder_gives_anew(kit::Transaction& t, const Call& call);

// Reading: each version is parsed once per hash in this process, so each of these costs one small SELECT.

/// The current version of the call `code`, or null.
std::shared_ptr<const Call> find(kit::Transaction& t, const Code<Call>& code);
/// The version named by its rules' hash, current or not. What a stricter loader than that of its day finds in it is
/// logged, and it counts as it was published. Throws std::runtime_error when it was never published.
std::shared_ptr<const Call> frozen_call(kit::Transaction& t, const Hash& rules_hash);
/// All calls as the list shows them at `now`: open ones (first to close first), coming ones (first to open first),
/// closed ones (last closed first).
std::vector<std::shared_ptr<const Call>> all(kit::Transaction& t, Instant now);
/// A published call with what is known of its publishing: the agreement it was checked against, the number of its
/// current version from 1, when that one and when the first one was published.
struct PublishedCall {
    std::shared_ptr<const Call> call;
    std::shared_ptr<const programme::Programme> programme;
    std::int64_t number = 0;
    Instant published, first;
};
/// All calls in the order of all(), in one SELECT.
std::vector<PublishedCall> all_published(kit::Transaction& t, Instant now);
/// The call `code`, or nothing.
std::optional<PublishedCall> find_published(kit::Transaction& t, const Code<Call>& code);
/// Those of all() that are open at `now`.
std::vector<std::shared_ptr<const Call>> open_now(kit::Transaction& t, Instant now);

}  // namespace vastin::call
