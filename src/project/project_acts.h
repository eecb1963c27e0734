#pragma once
// Taking projects over from the programme's data, and reading what the public pages show.
#include <memory>

#include "flow/act.h"
#include "project/project.h"
#include "project/project_store.h"

namespace vastin::project {

/// What an import did, in projects.
struct Imported {
    std::int64_t added = 0, changed = 0, unchanged = 0;
};

/// Takes `projects` (loaded without faults) over by their codes: new ones are added, changed ones replaced, the others
/// left alone, and none is taken away. Doing it twice changes nothing.
Result<Imported> import(flow::Act& act, const std::vector<Project>& projects);

/// Counts and sums of all projects; counted once per revision and day in this process, so it costs one small SELECT.
std::shared_ptr<const Totals> totals(kit::Transaction& t, Date today);

}  // namespace vastin::project
