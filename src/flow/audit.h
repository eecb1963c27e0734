#pragma once
// Audit is a hash chain: one a case, and a seal each second over the heads of all. Changing, deleting or inserting a
// record is found.
#include <functional>
#include <string>
#include <vector>

#include "flow/flow_store.h"
#include "flow/world.h"

namespace vastin::flow {

/// The hash of `record` (its own hash left out) after `previous`: SHA-256 over the previous hash and the record's
/// canonical text.
std::string chained(const std::string& previous, const Record& record);
/// The hash of a seal (its own hash left out) after `previous`.
std::string sealed(const std::string& previous, const Seal& seal);

/// Seals the heads that moved since the last seal, at most 5 000 a time; gives how many. `now` is the wall clock.
std::int64_t seal(kit::Database& database, Instant now);

/// What `verify` found: the faults, by case and position, and how much was read.
struct Verified {
    std::vector<std::string> faults;
    std::int64_t records = 0, cases = 0, seals = 0;
};
/// Walks every chain and every seal. Reads only.
Verified verify(kit::Database& database);

}  // namespace vastin::flow
