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

std::string closing_round(Instant closes) { return "closes " + std::to_string(closes.milliseconds); }
std::string version_round(std::int64_t number) { return "version " + std::to_string(number); }

std::optional<Round> find_round(kit::Transaction& t, const std::string& call, const std::string& occasion) {
    auto row = t.maybe<Instant, std::optional<Instant>, std::string, std::int64_t>(
        R"sql(SELECT begun, ended, reached, letters FROM desk_round WHERE call = :call AND occasion = :occasion)sql",
        call,
        occasion);
    if (!row) {
        return std::nullopt;
    }
    auto& [begun, over, reached, letters] = *row;
    return Round{begun, over, std::move(reached), letters};
}

Round hold_round(kit::Transaction& t, const std::string& call, const std::string& occasion, Instant begun) {
    t.change(R"sql(INSERT INTO desk_round (call, occasion, begun, reached, letters)
                   VALUES (:call, :occasion, :begun, '', 0)
                   ON CONFLICT (call, occasion) DO UPDATE SET letters = desk_round.letters)sql",
             call,
             occasion,
             begun);
    auto held = find_round(t, call, occasion);
    check(held.has_value(), "a round that is held is there");
    return std::move(*held);
}

void put_round(kit::Transaction& t, const std::string& call, const std::string& occasion, const Round& round) {
    t.change(R"sql(UPDATE desk_round SET ended = :ended, reached = :reached, letters = :letters
                   WHERE call = :call AND occasion = :occasion)sql",
             round.ended,
             round.reached,
             round.letters,
             call,
             occasion);
}

std::vector<Round> change_rounds(kit::Transaction& t, const std::string& call) {
    std::vector<Round> all;
    for (auto& [begun, ended, reached, letters] : t.rows<Instant, std::optional<Instant>, std::string, std::int64_t>(
             R"sql(SELECT begun, ended, reached, letters FROM desk_round
                   WHERE call = :call AND occasion LIKE 'version %' ORDER BY begun DESC, occasion DESC)sql",
             call)) {
        all.push_back({begun, ended, std::move(reached), letters});
    }
    return all;
}

std::vector<ToldVersion> untold_versions(kit::Transaction& t) {
    std::vector<ToldVersion> all;
    for (auto& [call, number, published] : t.rows<std::string, std::int64_t, Instant>(
             R"sql(SELECT v.code, v.number, v.published FROM call_told_desk v
                   WHERE NOT EXISTS (SELECT 1 FROM desk_round r WHERE r.call = v.code
                                     AND r.occasion = 'version ' || v.number AND r.ended IS NOT NULL)
                   ORDER BY v.code, v.number)sql")) {
        all.push_back({std::move(call), number, published});
    }
    return all;
}

std::vector<Unsent> unsent(kit::Transaction& t, const std::string& call, const std::string& after, std::int64_t most) {
    std::vector<Unsent> all;
    for (auto& [id, owner, state, title] :
         t.rows<Id<application::Application>, Id<identity::Account>, std::string, std::string>(
             R"sql(SELECT id, owner, state, title FROM application_unsent_desk
                   WHERE call = :call AND id > :after ORDER BY id LIMIT :most)sql",
             call,
             after,
             most)) {
        all.push_back(
            {id, owner, application::read_state(state).value_or(application::State::draft), std::move(title)});
    }
    return all;
}

}  // namespace vastin::desk
