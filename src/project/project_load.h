#pragma once
// From projects.toml to projects.
#include "project/project.h"

namespace vastin::project {

/// The projects in `file`, checked against `programme`. Every mistake is noted in `faults`; the value is of use only
/// when there are none.
std::vector<Project> load(const programme::SourceFile& file,
                          const programme::Programme& programme,
                          kit::Faults& faults);

}  // namespace vastin::project
