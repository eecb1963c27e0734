#pragma once
// What runs by itself: the seal each second, letters that leave, sums of the desk, reminders, sessions and files that
// are forgotten.
#include <condition_variable>
#include <mutex>
#include <thread>

#include "flow/world.h"

namespace vastin::town {

class Jobs {
  public:
    /// `world` must outlive this. In a demo town letters go to the mailbox: they count as sent when the job has seen
    /// them.
    explicit Jobs(const flow::World& world);
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

  private:
    void work();
    void once(std::int64_t round);
    const flow::World& world_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace vastin::town
