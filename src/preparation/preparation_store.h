#pragma once
// The SQL of drafts of calls.
#include <optional>
#include <vector>

#include "kit/db.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

void put(kit::Transaction& t, const Draft& draft);
std::optional<Draft> find(kit::Transaction& t, Id<Draft> id);
/// Those in `state`, the one changed last in front, at most `most`.
std::vector<Summary> list(kit::Transaction& t, State state, std::int64_t most);
std::int64_t count(kit::Transaction& t, State state);
/// Writes content, names and changed of a draft, and moves its version on from `seen`; false when it is not of that
/// version any more, or no draft.
bool save(kit::Transaction& t, const Draft& draft, Version seen);
/// Moves a draft of this version to `to`; false when it is not any more.
bool move_on(kit::Transaction& t, Id<Draft> id, Version seen, State to, Instant changed, const std::string& by);

}  // namespace vastin::preparation
