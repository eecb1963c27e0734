#pragma once
// A draft that is to take the place of a published call.
#include <memory>
#include <optional>

#include "application/application_revision.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

/// The call that `draft` revises, in the version from which it was begun; null where it is no revision.
std::shared_ptr<const call::Call> revised(kit::Transaction& t, const Draft& draft);

/// Writes into the file that the end was moved: `window.extended_from` is the end of `before` while the file closes
/// later, and what `before` says otherwise.
void note_extension(kit::TomlTree& tree, const call::Call& before);

/// Why `after` cannot take the place of the call that `draft` revises, besides that it was revised by somebody else:
/// another code, and application::not_revisable(). Nothing where it is no revision.
std::vector<Reason> not_revisable(kit::Transaction& t, const Draft& draft, const call::Call& after, Instant now);

}  // namespace vastin::preparation
