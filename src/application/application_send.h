#pragma once
// Sending an application, and what can be done after it: reopening until the deadline, withdrawing at any time.
#include <string>

#include "application/application_acts.h"

namespace vastin::application {

/// "KOK-2025-014": how the numbers of a series are written.
std::string register_number(const std::string& series, std::int64_t number);

/// The receipt of what was sent.
struct Receipt {
    std::string register_number;
    Instant arrived;
    std::string hash;
};
/// Sends the application as it is after the answers in the form `posted` are put over it (none: as saved; those of a
/// part go to the lead's), judged at `now`: the town's instant at which the last byte of the request was read. Sent
/// already: the same receipt. What was reopened keeps its number and first arrival. Refusal: not_found, forbidden (who
/// may only fill in), conflict (a stale version), invalid (the window, what is missing or wrong). Reading, judging,
/// freezing and hashing happen before the transaction; in it only version, right, state, rules and window are judged
/// again.
Result<Receipt> send(const flow::World& world,
                     const identity::Person& person,
                     Instant now,
                     std::string_view id,
                     const Seen& seen,
                     const kit::Fields& posted);

/// Opens what was sent for changes until the deadline; what was last sent stands until the new version is sent.
/// Refusal: not_found, forbidden, conflict (not sent), invalid (the call has closed).
Done reopen(flow::Act& act, const identity::Person& person, std::string_view id);
/// Withdraws what was sent, before or after the deadline: it stays with its number and can be read, but is no longer
/// handled. Who sent it and the office are told. Refusal: not_found, forbidden, conflict.
Done withdraw(flow::Act& act, const identity::Person& person, std::string_view id);

}  // namespace vastin::application
