#include "base/instant.h"

namespace vastin {

std::string write_instant(Instant at) {
    static const Zone utc("UTC");
    return write_local_time(utc.local(at)) + "Z";
}

}  // namespace vastin
