#pragma once
// Inside kit/http: the pool of threads that run handlers.
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/time.h"

namespace vastin::kit {

/// Threads that take work from one queue, first come first served.
///
/// A thread is woken only where none is already on its way: while the pool is busy, work costs no wake-up. Whoever
/// takes work and leaves more behind wakes the next thread, so that a handler that waits holds nobody up.
class Workers {
  public:
    using Work = std::function<void()>;
    explicit Workers(int threads);
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// Queues all of `batch`, in order, and empties it.
    void add(std::vector<Work>& batch);
    /// Work queued and not yet begun.
    std::size_t waiting() const;
    /// Lets the queue run dry and ends the threads. False when work is still running after `patience`: those threads
    /// are left behind.
    bool stop(Duration patience);

  private:
    struct Inside;
    std::shared_ptr<Inside> inside_;  // also held by threads left behind
    std::vector<std::thread> threads_;
};

}  // namespace vastin::kit
