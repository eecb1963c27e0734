#pragma once
// The SQL of the desk.
#include <string>
#include <vector>

#include "desk/desk_acts.h"
#include "kit/db.h"

namespace vastin::desk {

void open_task(kit::Transaction& t, Id<Task> id, std::string_view kind, const std::string& about, Instant at);
/// False when there is no such open task.
bool end_task(kit::Transaction& t, std::string_view kind, const std::string& about, Instant at);
std::int64_t count_open(kit::Transaction& t, std::string_view kind);
/// Whether it waits: of the given cases those with an open task of this kind.
bool waits(kit::Transaction& t, std::string_view kind, const std::string& about);

}  // namespace vastin::desk
