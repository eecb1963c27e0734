#pragma once
// How often somebody may try: waits after wrong passwords, and buckets that leak for what strangers may cause. A try is
// counted before it is judged, in the same transaction that looks whether it may be made: many at once count as many.
#include <string>

#include "identity/identity_store.h"

namespace vastin::identity {

/// How long the next try waits after `failures` wrong ones: nothing up to 5, then 1, 2, 4 ... 15 minutes.
Duration wait_after(std::int64_t failures);

/// Holds `most` and loses one each `leak`.
struct Bucket {
    std::int64_t most = 0;
    Duration leak;
};
/// What is in it at `wall`, when it held `kept.failures` at `kept.last`.
std::int64_t level(const Bucket& bucket, const Attempts& kept, Instant wall);

/// Counts one into the bucket `who`; false, and nothing is counted, when it is full.
bool pour(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall);
/// Whether the bucket `who` is full.
bool is_full(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall);
/// Counts one into the bucket `who`, full or not.
void add(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall);

}  // namespace vastin::identity
