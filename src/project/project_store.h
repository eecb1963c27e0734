#pragma once
// Projects in the database. A list page is one SELECT; it is walked by keys, so its last page costs what its first
// does.
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "project/project.h"

namespace vastin::project {

/// Changes whenever any project changes: what pages take their ETag from. One row is read.
Hash revision(kit::Transaction& t);

/// Where a list goes on: after the project that started on `starts` and has `code`. As text, for addresses:
/// "2024-05-01.dustsense".
struct Place {
    Date starts;
    Code<Project> code;
};
std::string write_place(const Place& place);
std::optional<Place> read_place(std::string_view text);

/// One page of a list.
struct Listed {
    std::vector<Summary> projects;
    std::optional<Place> next;  // where the following page begins, if there is one
};
/// Projects, newest first (by their first day, then by code), at most `most`, after `after`. `words`: only those whose
/// name, implementers or business IDs hold each of them, in any case; empty: all. `theme`: only those that belong to
/// it, in whole or in part; empty: all.
Listed list(kit::Transaction& t,
            std::string_view words,
            const std::optional<Place>& after,
            std::int64_t most,
            const Code<programme::Theme>& theme = {});
/// Projects that are tagged to the goal, newest first, at most `most`.
std::vector<Summary> of_goal(kit::Transaction& t, const Code<programme::Goal>& goal, std::int64_t most);

/// The project of that code, or nothing.
std::optional<Project> find(kit::Transaction& t, const Code<Project>& code);

/// Count and support of a theme, or of a strand of it. A project of two themes counts in both; its support is parted.
struct ThemeTotal {
    Code<programme::Theme> theme;
    std::optional<Code<programme::Strand>> strand;
    std::int64_t projects = 0;
    Money support;
};
/// Count and support of all projects, computed from them.
struct Totals {
    std::int64_t projects = 0, running = 0, implementers = 0;
    Money support;
    std::vector<ThemeTotal> themes;  // by code of theme and strand
};
/// Counted anew; `today` tells which run. Reads every share: ask project_acts.h, which keeps the answer.
Totals count_totals(kit::Transaction& t, Date today);

/// The hash of what is stored of a project, or nothing when it is not there.
std::optional<Hash> project_hash(kit::Transaction& t, const Code<Project>& code);
/// What project_hash() gives after put().
Hash hash_of(const Project& project);
/// Adds the project or puts it in the place of the one with its code. The caller moves the revision.
void put(kit::Transaction& t, const Project& project);
/// The revision becomes another one, made of the present one and `change`.
void move_revision(kit::Transaction& t, const Hash& change);

}  // namespace vastin::project
