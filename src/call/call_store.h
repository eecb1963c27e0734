#pragma once
// Published versions of calls.
#include <optional>
#include <vector>

#include "call/call_acts.h"
#include "call/call_revision.h"
#include "kit/db.h"

namespace vastin::call {

/// The hash of the version of the call `code` that counts now, or nothing.
std::optional<Hash> current_hash(kit::Transaction& t, const Code<Call>& code);
/// Those of all calls, by code.
std::vector<Hash> current_hashes(kit::Transaction& t);

/// The version of a call that counts now: its hash, its number from 1, when it and when the first one was published.
struct Publication {
    Hash hash;
    std::int64_t number = 0;
    Instant published, first;
};
std::optional<Publication> publication(kit::Transaction& t, const Code<Call>& code);
/// Those of all calls, by code.
std::vector<Publication> publications(kit::Transaction& t);

/// A version as it was given.
struct Version {
    programme::SourceFile file;
    Hash programme;
};
std::optional<Version> published_version(kit::Transaction& t, const Hash& hash);
/// How many versions of the call were published.
std::int64_t count_versions(kit::Transaction& t, const Code<Call>& code);
/// The hash of the version that the programme's folder published last, or nothing.
std::optional<Hash> folder_hash(kit::Transaction& t, const Code<Call>& code);
struct NewVersion {
    Instant published;
    Changes changes;
    bool told = false;
    Publisher by = Publisher::folder;
};
/// Adds a version of a call, which is its current one from now on.
void put_version(kit::Transaction& t, const Call& call, const NewVersion& made);

}  // namespace vastin::call
