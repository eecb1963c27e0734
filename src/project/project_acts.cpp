#include "project/project_acts.h"

#include "programme/kept.h"

namespace vastin::project {

Result<Imported> import(flow::Act& act, const std::vector<Project>& projects) {
    Imported imported;
    for (const Project& project : projects) {
        const Hash hash = hash_of(project);
        const auto stored = project_hash(act.db(), project.summary.code);
        if (stored == hash) {
            ++imported.unchanged;
            continue;
        }
        ++(stored ? imported.changed : imported.added);
        put(act.db(), project);
        move_revision(act.db(), hash);
        act.record("project " + project.summary.code.text, "project.import", {{"hash", hash.text}});
    }
    return imported;
}

std::shared_ptr<const Totals> totals(kit::Transaction& t, Date today) {
    static programme::Kept<Totals> kept;
    return kept.get({revision(t).text + write_date(today)}, [&] { return count_totals(t, today); });
}

}  // namespace vastin::project
