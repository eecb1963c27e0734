#pragma once
// Publishing the agreement, and reading the version that counts.
#include <memory>

#include "flow/act.h"
#include "programme/programme.h"

namespace vastin::programme {

/// Whether publishing changed anything.
enum class Published { anew, unchanged };

/// Makes `programme`, loaded without faults, the current version. Nothing happens when it is that already.
Result<Published> publish(flow::Act& act, const Programme& programme);

/// The current version; parsed once per hash in this process, so it costs one small SELECT. Throws std::runtime_error
/// when none was published.
std::shared_ptr<const Programme> current(kit::Transaction& t);
/// The version that was published under `hash`. Throws std::runtime_error when there is none.
std::shared_ptr<const Programme> frozen_programme(kit::Transaction& t, const Hash& hash);

}  // namespace vastin::programme
