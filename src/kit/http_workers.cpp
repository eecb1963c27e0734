#include "kit/http_workers.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace vastin::kit {

struct Workers::Inside {
    std::mutex mutex;
    std::condition_variable wake, all_ended;
    std::deque<Work> queue;
    std::atomic<std::size_t> waiting{0};  // size of the queue, read without the lock
    std::size_t running = 0;              // threads not yet ended
    int asleep = 0;
    bool waking = false;  // a thread was told to wake and has not yet come
    bool ending = false;

    /// Under the lock: whether somebody should be woken; then he counts as on his way.
    bool calls_one() {
        const bool call = !queue.empty() && asleep > 0 && !waking;
        waking = waking || call;
        return call;
    }

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            while (queue.empty() && !ending) {
                ++asleep;
                wake.wait(lock);
                --asleep;
                waking = false;
            }
            if (queue.empty()) {
                break;
            }
            {
                const Work work = std::move(queue.front());
                queue.pop_front();
                waiting.store(queue.size(), std::memory_order_relaxed);
                const bool call = calls_one();
                lock.unlock();
                if (call) {
                    wake.notify_one();
                }
                work();
            }  // what the work holds is let go without the lock
            lock.lock();
        }
        if (--running == 0) {
            all_ended.notify_all();
        }
    }
};

Workers::Workers(int threads) : inside_(std::make_shared<Inside>()) {
    inside_->running = static_cast<std::size_t>(threads);
    for (int i = 0; i < threads; ++i) {
        threads_.emplace_back([inside = inside_] { inside->run(); });
    }
}

Workers::~Workers() { stop({0}); }

void Workers::add(std::vector<Work>& batch) {
    bool call = false;
    {
        const std::lock_guard lock(inside_->mutex);
        for (Work& work : batch) {
            inside_->queue.push_back(std::move(work));
        }
        inside_->waiting.store(inside_->queue.size(), std::memory_order_relaxed);
        call = inside_->calls_one();
    }
    batch.clear();
    if (call) {
        inside_->wake.notify_one();
    }
}

std::size_t Workers::waiting() const { return inside_->waiting.load(std::memory_order_relaxed); }

bool Workers::stop(Duration patience) {
    bool ended = false;
    {
        std::unique_lock lock(inside_->mutex);
        inside_->ending = true;
        inside_->wake.notify_all();
        ended = inside_->all_ended.wait_for(
            lock, std::chrono::milliseconds(patience.milliseconds), [this] { return inside_->running == 0; });
    }
    for (auto& thread : threads_) {
        ended ? thread.join() : thread.detach();
    }
    threads_.clear();
    return ended;
}

}  // namespace vastin::kit
