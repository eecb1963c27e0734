#pragma once
// The SQL of feedback.
#include <optional>
#include <vector>

#include "feedback/feedback.h"
#include "kit/db.h"

namespace vastin::feedback {

void put(kit::Transaction& t, const Case& feedback);
std::optional<Case> find(kit::Transaction& t, Id<Case> id);
/// Moves an open case to answered; false when it is not open any more.
bool put_answer(kit::Transaction& t, Id<Case> id, const Answer& answer);
std::int64_t next_number(kit::Transaction& t);
/// How many arrived since `since`, counted to `most`.
std::int64_t count_since(kit::Transaction& t, Instant since, std::int64_t most);

/// Where a list goes on: after the case that is due on `due`.
struct Place {
    Date due;
    Id<Case> id;
};
/// Cases in `state`, those due first in front, at most `most`, after `after`.
std::vector<Case> list(kit::Transaction& t, State state, const std::optional<Place>& after, std::int64_t most);

}  // namespace vastin::feedback
