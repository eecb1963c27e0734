#pragma once
// The SQL of applications.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "kit/db.h"

namespace vastin::application {

void put(kit::Transaction& t, const Application& application);
void put_part(kit::Transaction& t, Id<Application> application, const Part& part);
/// False when the part is not of this version any more.
bool remove_part(kit::Transaction& t, Id<Part> id, Version seen);
/// The application with its parts, whoever asks: the acts judge who may.
std::optional<Application> find(kit::Transaction& t, Id<Application> id);

/// What can be gone on with.
struct Draft {
    Id<Application> id;
    std::string title;
    Instant changed;
};
/// Drafts in `call` in which `account` takes part, newest first, at most `most`.
std::vector<Draft> drafts_of(kit::Transaction& t,
                             Id<identity::Account> account,
                             const call::Code<call::Call>& call,
                             std::int64_t most);
/// Drafts that `owner` began.
std::int64_t count_drafts(kit::Transaction& t, Id<identity::Account> owner);
/// From here to the end of the transaction nobody else begins a draft for `owner`: on PostgreSQL two clicks at once
/// would not see each other's draft.
void hold_drafts(kit::Transaction& t, Id<identity::Account> owner);

/// Writes title, answers, sections, changed and changed_by of the common part, and moves its version on; false when it
/// is not of `application.version` any more, or may not be edited.
bool save_common(kit::Transaction& t, const Application& application);
/// The same of a part, with its organisation.
bool save_part(kit::Transaction& t, const Part& part);
/// Moves the part's version on, as sending does: a save that has read the one before is stale from now on. False when
/// it was not `seen` any more.
bool move_part_on(kit::Transaction& t, Id<Part> id, Version seen);
/// Notes who changed it when; false when it may not be edited (sent meanwhile). Its row is held to the end of the
/// transaction, so that nobody sends it in between.
bool touch(kit::Transaction& t, Id<Application> id, Instant changed, const std::string& by);
/// Moves an application of this version and state on; false when it is not any more.
bool move_on(kit::Transaction& t, Id<Application> id, Version seen, State from, State to);

/// What is written when an application is received.
struct Arrival {
    std::string register_number;
    Instant at;
    Asked asked;
};
/// Moves `application`, of its version and state, to received with its answers; the first arrival stays, and what
/// officials see of it is from now on what was sent. False when it is not of this version and state any more.
bool receive(kit::Transaction& t, const Application& application, const Arrival& arrival);
/// The next number of a dense series ("KOK-2025"): 1, 2, 3 ... A hot row: taken last in the act.
std::int64_t next_number(kit::Transaction& t, const std::string& series);

/// Applications to `call` that are not withdrawn, by id, those after `after`, at most `most`.
std::vector<Id<Application>> written_to(kit::Transaction& t,
                                        const call::Code<call::Call>& call,
                                        const std::string& after,
                                        std::int64_t most);
/// How many have arrived in `call`, also those that were withdrawn since.
std::int64_t count_arrived(kit::Transaction& t, const call::Code<call::Call>& call);

/// A row of a list, without the answers.
struct Listed {
    Id<Application> id;
    std::string call, title, organisation;
    State state = State::draft;
    Instant changed;
    std::optional<std::string> register_number;
    std::optional<Instant> arrived;
    Asked asked;
};
/// Those in which `account` takes part, newest first, at most `most`.
std::vector<Listed> of_member(kit::Transaction& t, Id<identity::Account> account, std::int64_t most);

}  // namespace vastin::application
