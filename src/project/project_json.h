#pragma once
// How the parts of a project stand in its row: JSON, so that a list needs one SELECT.
#include "kit/json.h"
#include "project/project.h"

namespace vastin::project {

kit::Json write_implementers(const std::vector<Implementer>& implementers);
std::vector<Implementer> read_implementers(const kit::Json& json);
kit::Json write_shares(const std::vector<ThemeShare>& shares);
std::vector<ThemeShare> read_shares(const kit::Json& json);
/// Goals, notes and source.
kit::Json write_details(const Project& project);
void read_details(const kit::Json& json, Project& project);

}  // namespace vastin::project
