#pragma once
// The SQL of applications.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "kit/db.h"

namespace vastin::application {

void put(kit::Transaction& t, const Application& application);
/// The application with its parts, whoever asks: the acts judge who may.
std::optional<Application> find(kit::Transaction& t, Id<Application> id);
/// The newest draft of `owner` in `call`, or nothing.
std::optional<Id<Application>> newest_draft(kit::Transaction& t,
                                            Id<identity::Account> owner,
                                            const call::Code<call::Call>& call);
std::int64_t count_drafts(kit::Transaction& t, Id<identity::Account> owner);
/// From here to the end of the transaction nobody else begins a draft for `owner`: on PostgreSQL two clicks at once
/// would not see each other's draft.
void hold_drafts(kit::Transaction& t, Id<identity::Account> owner);

/// The new answers of the common part; false when somebody saved or sent it meanwhile (its version is not `seen`, or it
/// is no draft).
bool save_common(kit::Transaction& t,
                 Id<Application> id,
                 Version seen,
                 const std::string& title,
                 const form::Answers& answers,
                 Instant now);
/// Moves the part's version on, as sending does: a save that has read the one before is stale from now on. False when
/// it was not `seen` any more.
bool move_part_on(kit::Transaction& t, Id<Part> id, Version seen);
bool save_part(kit::Transaction& t, Id<Part> id, Version seen, const form::Answers& answers);

/// What is written when a draft is received.
struct Arrival {
    std::string register_number;
    Instant at;
    Asked asked;
};
/// Moves a draft of this version to received; false when it is no draft of this version any more.
bool receive(kit::Transaction& t, const Application& application, Version seen, const Arrival& arrival);
/// The next number of a dense series ("KOK-2025"): 1, 2, 3 ... A hot row: taken last in the act.
std::int64_t next_number(kit::Transaction& t, const std::string& series);

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
/// Of this owner, newest first, at most `most`.
std::vector<Listed> of_owner(kit::Transaction& t, Id<identity::Account> owner, std::int64_t most);
/// Received in `call`, first come first, at most `most`; from after `after`, the last row of the page before.
struct Place {
    Instant arrived;
    Id<Application> id;
};
std::vector<Listed> received(kit::Transaction& t, const std::string& call, const Place& after, std::int64_t most);
inline const Place from_the_first{Instant{}, Id<Application>{*IdText::read("00000000000000000000000000")}};
struct Totals {
    std::int64_t applications = 0;
    Asked asked;
};
/// All that was received in `call`.
Totals totals(kit::Transaction& t, const std::string& call);

}  // namespace vastin::application
