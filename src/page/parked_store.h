#pragma once
// The SQL of parked forms. Browsers come in as the SHA-256 of their cookie.
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "page/parked.h"

namespace vastin::page {

/// How many wait: for this browser but for `place`, in all, and of those whose account nobody knows.
struct ParkedCounts {
    std::int64_t browser = 0, all = 0, unknown = 0;
};
ParkedCounts count_parked(kit::Transaction& t, const std::string& browser, const std::string& place, Instant now);
/// In the place of an earlier one of the same browser and `place` (a hash of the address it was posted to).
void put_parked(kit::Transaction& t,
                const Parked& parked,
                const std::string& browser,
                const std::string& place,
                const std::string& box);
std::vector<Parked> parked_of(kit::Transaction& t, const std::string& browser, Instant now);
/// The box of one that waits, taken at `now`; one that was taken before `lost` and never done is taken again.
std::optional<std::string> take_parked(
    kit::Transaction& t, Id<Parked> id, const std::string& browser, Instant now, Instant lost);
void end_parked(kit::Transaction& t, Id<Parked> id, const std::string& went);
void put_back_parked(kit::Transaction& t, Id<Parked> id);
bool drop_parked(kit::Transaction& t, Id<Parked> id, const std::string& browser);
std::int64_t forget_parked(kit::Transaction& t, Instant now);

}  // namespace vastin::page
