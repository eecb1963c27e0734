#include "identity/tries.h"

#include <algorithm>

#include "identity/account_store.h"
#include "kit/limits.h"

namespace vastin::identity {

Duration wait_after(std::int64_t failures) {
    const std::int64_t over = failures - kit::limits::sign_in_tries;
    return over < 0 ? Duration{}
                    : minutes(std::min<std::int64_t>(15, std::int64_t{1} << std::min<std::int64_t>(over, 4)));
}

std::int64_t level(const Bucket& bucket, const Attempts& kept, Instant wall) {
    const std::int64_t leaked = (wall - kept.last).milliseconds / bucket.leak.milliseconds;
    return std::max<std::int64_t>(0, kept.failures - std::max<std::int64_t>(0, leaked));
}

bool pour(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall) {
    const std::int64_t now = level(bucket, hold_attempts(t, who), wall);
    if (now >= bucket.most) {
        return false;
    }
    set_attempts(t, who, {now + 1, wall});
    return true;
}

bool is_full(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall) {
    return level(bucket, attempts(t, who), wall) >= bucket.most;
}

void add(kit::Transaction& t, const Bucket& bucket, const std::string& who, Instant wall) {
    const std::int64_t now = level(bucket, hold_attempts(t, who), wall);
    set_attempts(t, who, {std::min(now, bucket.most) + 1, wall});
}

}  // namespace vastin::identity
