#pragma once
// Time is given: acts take it from a Clock, so that the demo town may move it.
#include <atomic>

#include "base/time.h"

namespace vastin::kit {

/// The machine's clock: sessions, limits, logs.
Instant wall_now();

/// The town's clock: the machine's, moved by an offset that only the demo sets. Safe from any thread.
class Clock {
  public:
    Instant now() const { return town(wall_now()); }
    /// What the town's clock showed at a moment of the machine's clock.
    Instant town(Instant wall) const { return {wall.milliseconds + offset_.load()}; }
    void move_to(Instant town_now) { offset_ = town_now.milliseconds - wall_now().milliseconds; }
    bool moved() const { return offset_ != 0; }

  private:
    std::atomic<std::int64_t> offset_{0};
};

}  // namespace vastin::kit
