#include "desk/desk_store.h"

namespace vastin::desk {

void open_task(kit::Transaction& t, Id<Task> id, std::string_view kind, const std::string& about, Instant at) {
    t.change(
        R"sql(INSERT INTO desk_task (id, about, kind, opened) VALUES (:id, :about, :kind, :opened) ON CONFLICT DO NOTHING)sql",
        id,
        about,
        kind,
        at);
}

bool end_task(kit::Transaction& t, std::string_view kind, const std::string& about, Instant at) {
    return t.change(R"sql(UPDATE desk_task SET ended = :at WHERE kind = :kind AND about = :about AND ended IS NULL)sql",
                    at,
                    kind,
                    about) == 1;
}

std::int64_t count_open(kit::Transaction& t, std::string_view kind) {
    return std::get<0>(
        t.one<std::int64_t>(R"sql(SELECT count(*) FROM desk_task WHERE ended IS NULL AND kind = :kind)sql", kind));
}

bool waits(kit::Transaction& t, std::string_view kind, const std::string& about) {
    return t
        .maybe<std::int64_t>(
            R"sql(SELECT opened FROM desk_task WHERE kind = :kind AND about = :about AND ended IS NULL)sql",
            kind,
            about)
        .has_value();
}

}  // namespace vastin::desk
