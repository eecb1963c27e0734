#pragma once
// Things that were parsed once and are named by their hash: what a hash names never changes, so it may be kept as long
// as the process lives. Safe from any thread.
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "programme/source.h"

namespace vastin::programme {

template <class Thing>
class Kept {
  public:
    /// The thing of `hash`; `make`, a function giving a Thing, is called when it is not kept yet. Two threads may make
    /// it at the same time; both then get the same one.
    template <class Make>
    std::shared_ptr<const Thing> get(const Hash& hash, Make&& make) {
        {
            const std::lock_guard lock(mutex_);
            const auto found = kept_.find(hash);
            if (found != kept_.end()) {
                return found->second;
            }
        }
        auto made = std::make_shared<const Thing>(make());
        const std::lock_guard lock(mutex_);
        if (kept_.size() >= most) {
            kept_.clear();  // so many versions are never in use at once; whoever holds one keeps it
        }
        return kept_.emplace(hash, std::move(made)).first->second;
    }

  private:
    static constexpr std::size_t most = 256;
    std::mutex mutex_;
    std::map<Hash, std::shared_ptr<const Thing>> kept_;
};

}  // namespace vastin::programme
