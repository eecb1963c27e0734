#include "kit/clock.h"

#include <chrono>

namespace vastin::kit {

Instant wall_now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

}  // namespace vastin::kit
