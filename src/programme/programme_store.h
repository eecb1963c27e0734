#pragma once
// Published versions of the agreement.
#include <optional>

#include "kit/db.h"
#include "programme/source.h"

namespace vastin::programme {

/// The hash of the current version, or nothing before the first.
std::optional<Hash> current_hash(kit::Transaction& t);
/// The file of the version `hash` as it was given, or nothing.
std::optional<SourceFile> published_file(kit::Transaction& t, const Hash& hash);
/// How many versions were published.
std::int64_t count_versions(kit::Transaction& t);
/// Adds a version, which is the current one from now on.
void put_version(kit::Transaction& t, const Hash& hash, const SourceFile& file, Instant published);

}  // namespace vastin::programme
