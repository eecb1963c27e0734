#pragma once
// Letters that leave a town in production: from the outbox to the mail server.
//
// At least once: a letter is marked sent after the server took it, in a transaction of its own. A town killed between
// the two sends the letter again, because the other order would lose letters that acts have promised, and no
// transaction spans both sides. The second copy has the Message-ID of the first.
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "flow/world.h"
#include "kit/mail.h"

namespace vastin::town {

/// How long after try `count` (1, 2, ...) the next one comes: two minutes, growing to a day; nothing after the last.
std::optional<Duration> wait_after(std::int64_t count);

struct Delivery {
    int sent = 0, postponed = 0, failed = 0;
    bool reached = true;  // false: no server to speak to; the rest waits, and no try was counted
};
/// Sends what is due at `wall`, at most limits::letters_at_once, one letter a time, none inside a transaction. Several
/// processes may do so on one database: each letter is taken by one. The log holds the letter's id and the server's
/// code, never an address or words.
Delivery deliver(const flow::World& world, kit::Mailer& mailer, Instant wall);

/// Delivers on a thread of its own, looking every second, until it is destroyed; a letter under way is then broken off
/// and tried again at the next start. `world` must outlive it.
class Post {
  public:
    Post(const flow::World& world, kit::MailSettings settings);
    ~Post();
    Post(const Post&) = delete;
    Post& operator=(const Post&) = delete;

  private:
    void work();
    Duration round(std::int64_t& silent);
    const flow::World& world_;
    kit::Mailer mailer_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace vastin::town
