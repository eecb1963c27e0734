#pragma once
// Things that were parsed once and are named by their hash or their text: what it names never changes, so it may be
// kept as long as the process lives. Safe from any thread.
#include <map>
#include <memory>
#include <mutex>
#include <utility>

#include "programme/source.h"

namespace vastin::programme {

/// `most`: how many are held at once; then all are let go and made anew as they are asked for.
template <class Thing, class Key = Hash, std::size_t most = 256>
class Kept {
  public:
    /// The thing of `key`; `make`, a function giving a Thing, is called when it is not kept yet. Two threads may make
    /// it at the same time; both then get the same one.
    template <class Make>
    std::shared_ptr<const Thing> get(const Key& key, Make&& make) {
        {
            const std::lock_guard lock(mutex_);
            const auto found = kept_.find(key);
            if (found != kept_.end()) {
                return found->second;
            }
        }
        auto made = std::make_shared<const Thing>(make());
        const std::lock_guard lock(mutex_);
        if (kept_.size() >= most) {
            kept_.clear();  // so many versions are never in use at once; whoever holds one keeps it
        }
        return kept_.emplace(key, std::move(made)).first->second;
    }

  private:
    std::mutex mutex_;
    std::map<Key, std::shared_ptr<const Thing>> kept_;
};

}  // namespace vastin::programme
