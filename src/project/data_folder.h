#pragma once
// A programme's folder, whole: programme.toml, calls/*.toml, projects.toml, organisations.toml.
#include <optional>
#include <string>
#include <vector>

#include "call/call.h"
#include "flow/act.h"
#include "organisation/organisation_acts.h"
#include "programme/programme_acts.h"
#include "project/project_acts.h"

namespace vastin::project {

/// What the files say. Of use only when loading had no faults.
struct DataFolder {
    programme::Programme programme;
    std::vector<call::Call> calls;  // by name of file
    std::vector<Project> projects;
    std::vector<organisation::Entry> organisations;
};

/// Reads `folder`. Every mistake of every file is noted in `faults`, by the file's path as `folder` begins it; a
/// missing or unknown file is a fault, too.
DataFolder load_folder(const std::string& folder, kit::Faults& faults);

/// All mistakes of the files in `folder`; empty: it may be published. For `vastin check DIR`.
std::vector<kit::Fault> check_folder(const std::string& folder);

/// What publishing a folder changed.
struct PublishedFolder {
    programme::Published programme = programme::Published::unchanged;
    std::int64_t calls = 0;  // with a new version
    Imported projects;
    organisation::Imported organisations;
};
/// Publishes the programme and the calls and imports the organisations and the projects, all in this act. Doing it
/// twice changes nothing. Refusal: application::not_revisable(), with the names of the files.
Result<PublishedFolder> publish_folder(flow::Act& act, const DataFolder& folder);

}  // namespace vastin::project
