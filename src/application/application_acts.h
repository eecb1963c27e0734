#pragma once
// What an applicant can do with an application. Each is one act, one transaction, recorded; guards live here.
#include <optional>
#include <string>

#include "application/application.h"
#include "flow/act.h"

namespace vastin::application {

/// The draft to go on with: the newest one of this person in `call`, or a new one; with `another` always a new one. A
/// draft begins only while the call is open.
enum class Which { newest, another };
Result<Id<Application>> start(flow::Act& act,
                              const identity::Person& person,
                              const call::Code<call::Call>& call,
                              Which which);

/// The application as `person` may see it: the owner. Anybody else gets not_found, as for an id that does not exist.
Result<Application> open(kit::Transaction& t, const identity::Person& person, std::string_view id);

/// Answers as posted; a part of them may be missing (one section of the form).
struct Posted {
    form::Answers common, part;
};
/// The answers that a posted form holds.
Posted take(const call::Call& call, const kit::Fields& form);

/// Keeps the answers as typed, right or wrong. Refusal conflict: somebody (or another tab) saved it since `seen`;
/// not_found; conflict when it was sent.
Result<Seen> save(
    flow::Act& act, const identity::Person& person, const Application& application, Seen seen, const Posted& posted);

/// The receipt of what was sent.
struct Receipt {
    std::string register_number;
    Instant arrived;
    std::string hash;
};
/// Sends the application as it is after the answers in the form `posted` are put over it (none: as saved), judged at
/// `now`: the town's instant at which the last byte of the request was read. Sent already: the same receipt. Refusal:
/// not_found, conflict (a stale version), invalid (the window, what is missing or wrong). Reading, judging, freezing
/// and hashing happen before the transaction; in it only version, owner, state, rules and window are judged again.
Result<Receipt> send(const flow::World& world,
                     const identity::Person& person,
                     Instant now,
                     std::string_view id,
                     Seen seen,
                     const kit::Fields& posted);

}  // namespace vastin::application
