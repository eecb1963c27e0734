#include "desk/desk_store.h"

namespace vastin::desk {

void open_task(kit::Transaction& t,
               Id<Task> id,
               std::string_view kind,
               const std::string& about,
               Instant at,
               const std::optional<Date>& due) {
    t.change(R"sql(INSERT INTO desk_task (id, about, kind, opened, due, noted)
                   VALUES (:id, :about, :kind, :opened, :due, :noted)
                   ON CONFLICT (kind, about) DO UPDATE
                   SET opened = excluded.opened, ended = NULL, due = excluded.due, noted = excluded.noted)sql",
             id,
             about,
             kind,
             at,
             due,
             kind != arrived_task);
}

bool end_task(kit::Transaction& t, std::string_view kind, const std::string& about, Instant at) {
    return t.change(R"sql(UPDATE desk_task SET ended = :at WHERE kind = :kind AND about = :about AND ended IS NULL)sql",
                    at,
                    kind,
                    about) == 1;
}

std::int64_t count_open(kit::Transaction& t, std::string_view kind, std::int64_t most) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM (SELECT 1 FROM desk_task WHERE kind = :kind AND ended IS NULL LIMIT :most) counted)sql",
        kind,
        most));
}

bool waits(kit::Transaction& t, std::string_view kind, const std::string& about) {
    return t
        .maybe<std::int64_t>(
            R"sql(SELECT opened FROM desk_task WHERE kind = :kind AND about = :about AND ended IS NULL)sql",
            kind,
            about)
        .has_value();
}

std::optional<Instant> ended(kit::Transaction& t, std::string_view kind, const std::string& about) {
    const auto row = t.maybe<std::optional<Instant>>(
        R"sql(SELECT ended FROM desk_task WHERE kind = :kind AND about = :about)sql", kind, about);
    return row ? std::get<0>(*row) : std::nullopt;
}

std::vector<Waiting> open_tasks(kit::Transaction& t,
                                std::string_view kind,
                                const std::optional<TaskPlace>& after,
                                std::int64_t most) {
    std::vector<Waiting> all;
    for (auto& [id, about, opened, due] : t.rows<Id<Task>, std::string, Instant, std::optional<Date>>(
             R"sql(SELECT id, about, opened, due FROM desk_task
                   WHERE kind = :kind AND ended IS NULL AND (opened, id) > (:opened, :after)
                   ORDER BY opened, id LIMIT :most)sql",
             kind,
             after ? after->opened : Instant{},
             after ? after->id.str() : std::string(),
             most)) {
        all.push_back({id, std::move(about), opened, due});
    }
    return all;
}

std::vector<Unnoted> unnoted(kit::Transaction& t, std::int64_t most) {
    std::vector<Unnoted> all;
    for (auto& [task, application] : t.rows<Id<Task>, Id<application::Application>>(
             R"sql(SELECT id, about FROM desk_task WHERE noted = 0 ORDER BY id LIMIT :most)sql", most)) {
        all.push_back({task, application});
    }
    return all;
}

void note_again(kit::Transaction& t, const std::string& application) {
    t.change(R"sql(UPDATE desk_task SET noted = 0 WHERE kind = 'application_arrived' AND about = :about)sql",
             application);
}

bool claim(kit::Transaction& t, Id<Task> task) {
    return t.change(R"sql(UPDATE desk_task SET noted = 1 WHERE id = :id AND noted = 0)sql", task) == 1;
}

bool put_read(kit::Transaction& t, const std::string& application, Id<identity::Account> account, Date day) {
    return t.change(R"sql(INSERT INTO desk_read (application, account, day) VALUES (:application, :account, :day)
                          ON CONFLICT DO NOTHING)sql",
                    application,
                    account,
                    day) == 1;
}

bool has_read(kit::Transaction& t, const std::string& application, Id<identity::Account> account, Date day) {
    return t
        .maybe<std::string>(
            R"sql(SELECT day FROM desk_read WHERE application = :application AND account = :account AND day = :day)sql",
            application,
            account,
            day)
        .has_value();
}

std::optional<Reminder> find_reminder(kit::Transaction& t, const std::string& call, Instant closes) {
    auto row = t.maybe<Instant, std::optional<Instant>, std::string, std::int64_t>(
        R"sql(SELECT begun, ended, reached, letters FROM desk_reminder WHERE call = :call AND closes = :closes)sql",
        call,
        closes);
    if (!row) {
        return std::nullopt;
    }
    auto& [begun, over, reached, letters] = *row;
    return Reminder{begun, over, std::move(reached), letters};
}

void hold_reminder(kit::Transaction& t, const std::string& call, Instant closes, Instant begun) {
    t.change(R"sql(INSERT INTO desk_reminder (call, closes, begun, reached, letters)
                   VALUES (:call, :closes, :begun, 'draft', 0)
                   ON CONFLICT (call, closes) DO UPDATE SET letters = desk_reminder.letters)sql",
             call,
             closes,
             begun);
}

void put_reminder(kit::Transaction& t, const std::string& call, Instant closes, const Reminder& reminder) {
    t.change(R"sql(INSERT INTO desk_reminder (call, closes, begun, ended, reached, letters)
                   VALUES (:call, :closes, :begun, :ended, :reached, :letters)
                   ON CONFLICT (call, closes) DO UPDATE
                   SET ended = excluded.ended, reached = excluded.reached, letters = excluded.letters)sql",
             call,
             closes,
             reminder.begun,
             reminder.ended,
             reminder.reached,
             reminder.letters);
}

std::vector<Unsent> unsent(kit::Transaction& t,
                           const std::string& call,
                           application::State state,
                           const std::string& after,
                           std::int64_t most) {
    std::vector<Unsent> all;
    for (auto& [id, owner, title] : t.rows<Id<application::Application>, Id<identity::Account>, std::string>(
             R"sql(SELECT id, owner, title FROM application_unsent_desk
                   WHERE call = :call AND state = :state AND id > :after ORDER BY id LIMIT :most)sql",
             call,
             application::code(state),
             after,
             most)) {
        all.push_back({id, owner, std::move(title)});
    }
    return all;
}

}  // namespace vastin::desk
