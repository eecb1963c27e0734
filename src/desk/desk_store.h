#pragma once
// The SQL of the desk: what waits, what was read, reminders.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "desk/desk_acts.h"
#include "identity/identity.h"
#include "kit/db.h"

namespace vastin::desk {

/// Kinds of task as they stand in the database.
inline constexpr std::string_view arrived_task = "application_arrived";
inline constexpr std::string_view feedback_task = "accessibility_feedback";

/// Opens a task, or opens it again with a new time where it was ended. An arrival is to be noted from now on.
void open_task(kit::Transaction& t,
               Id<Task> id,
               std::string_view kind,
               const std::string& about,
               Instant at,
               const std::optional<Date>& due = {});
/// False when there is no such open task.
bool end_task(kit::Transaction& t, std::string_view kind, const std::string& about, Instant at);
/// What waits of this kind, counted to `most`.
std::int64_t count_open(kit::Transaction& t, std::string_view kind, std::int64_t most);
/// Whether it waits.
bool waits(kit::Transaction& t, std::string_view kind, const std::string& about);
/// When the task ended, where it was opened and has ended.
std::optional<Instant> ended(kit::Transaction& t, std::string_view kind, const std::string& about);

/// A task in a list.
struct Waiting {
    Id<Task> id;
    std::string about;
    Instant opened;
    std::optional<Date> due;
};
/// Where a list goes on: after the task that was opened at `opened`.
struct TaskPlace {
    Instant opened;
    Id<Task> id;
};
/// Open tasks of this kind, the oldest first, at most `most`, after `after`.
std::vector<Waiting> open_tasks(kit::Transaction& t,
                                std::string_view kind,
                                const std::optional<TaskPlace>& after,
                                std::int64_t most);

/// Arrivals that the sums and words do not know yet, at most `most`.
struct Unnoted {
    Id<Task> task;
    Id<application::Application> application;
};
std::vector<Unnoted> unnoted(kit::Transaction& t, std::int64_t most);
/// An arrival or what came of it is to be noted anew.
void note_again(kit::Transaction& t, const std::string& application);
/// Takes the noting of an arrival upon oneself; false when somebody else has.
bool claim(kit::Transaction& t, Id<Task> task);

/// False when `account` has read the application on that day already.
bool put_read(kit::Transaction& t, const std::string& application, Id<identity::Account> account, Date day);
bool has_read(kit::Transaction& t, const std::string& application, Id<identity::Account> account, Date day);

/// A round of letters to the people of a call: before a deadline, or of a change.
struct Round {
    Instant begun;
    std::optional<Instant> ended;
    std::string reached;  // how far it has come: "" at the beginning
    std::int64_t letters = 0;
};
/// "closes 1748870100000" and "version 2": what a round is about.
std::string closing_round(Instant closes);
std::string version_round(std::int64_t number);
std::optional<Round> find_round(kit::Transaction& t, const std::string& call, const std::string& occasion);
/// Begins it where it was not begun, and gives it; from here to the end of the transaction nobody else goes on with it.
Round hold_round(kit::Transaction& t, const std::string& call, const std::string& occasion, Instant begun);
void put_round(kit::Transaction& t, const std::string& call, const std::string& occasion, const Round& round);
/// The rounds about changes of a call, the newest first.
std::vector<Round> change_rounds(kit::Transaction& t, const std::string& call);
/// A version of a call of whose change people are told.
struct ToldVersion {
    std::string call;
    std::int64_t number = 0;
    Instant published;
};
/// Those whose round has not ended, by call and number.
std::vector<ToldVersion> untold_versions(kit::Transaction& t);
/// A draft or reopened application whose owner is reminded.
struct Unsent {
    Id<application::Application> id;
    Id<identity::Account> owner;
    application::State state = application::State::draft;
    std::string title;
};
/// By id, those after `after`.
std::vector<Unsent> unsent(kit::Transaction& t, const std::string& call, const std::string& after, std::int64_t most);

}  // namespace vastin::desk
