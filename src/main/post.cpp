#include "main/post.h"

#include <algorithm>
#include <array>

#include "flow/flow_store.h"
#include "kit/limits.h"
#include "kit/log.h"

namespace vastin::town {
namespace {

// The first is longer than a letter may take (MailSettings::whole_time): no other process takes one under way.
constexpr std::array waits{minutes(2), minutes(5), minutes(15), hours(1), hours(3), hours(8)};

void note(const flow::Posted& letter, std::string_view result, const kit::MailAnswer& answer, std::int64_t count) {
    kit::log("letter",
             {{"letter", letter.id.str()},
              {"result", std::string(result)},
              {"code", std::to_string(answer.code)},
              {"why", answer.why},
              {"try", std::to_string(count)}});
}

template <class F>
void write(const flow::World& world, F&& f) {
    world.database.write([&](kit::Transaction& t) {
        f(t);
        return true;
    });
}

/// Which try of the letter this is, or nothing when another process has it.
std::optional<std::int64_t> taken(const flow::World& world, const flow::Posted& letter, Instant wall) {
    std::optional<std::int64_t> count;
    write(world, [&](kit::Transaction& t) { count = flow::take_letter(t, letter.id, wall, wall + waits.front()); });
    return count;
}

/// Writes down what the server said of a letter.
void settle(const flow::World& world,
            const flow::Posted& letter,
            const kit::MailAnswer& answer,
            std::int64_t count,
            Instant wall,
            Delivery& delivery) {
    const auto wait = wait_after(count);
    if (answer.taken == kit::Taken::yes) {
        write(world, [&](kit::Transaction& t) { flow::mark_sent(t, letter.id, world.clock.town(wall)); });
        note(letter, "sent", answer, count);
        ++delivery.sent;
    } else if (answer.taken == kit::Taken::no_server) {
        write(world, [&](kit::Transaction& t) { flow::give_back_letter(t, letter.id, wall); });
        note(letter, "no server", answer, count);
        delivery.reached = false;
    } else if (answer.taken == kit::Taken::later && wait) {
        write(world, [&](kit::Transaction& t) { flow::postpone_letter(t, letter.id, wall + *wait); });
        note(letter, "later", answer, count);
        ++delivery.postponed;
    } else {
        write(world, [&](kit::Transaction& t) { flow::mark_failed(t, letter.id, world.clock.town(wall)); });
        note(letter, "failed", answer, count);
        ++delivery.failed;
    }
}

}  // namespace

std::optional<Duration> wait_after(std::int64_t count) {
    if (count >= kit::limits::letter_tries) {
        return std::nullopt;
    }
    const auto at = static_cast<std::size_t>(std::max<std::int64_t>(count, 1) - 1);
    return at < waits.size() ? waits.at(at) : hours(24);
}

Delivery deliver(const flow::World& world, kit::Mailer& mailer, Instant wall) {
    std::vector<flow::Posted> due;
    world.database.read([&](kit::Transaction& t) { due = flow::due_letters(t, wall, kit::limits::letters_at_once); });
    Delivery delivery;
    for (const flow::Posted& letter : due) {
        const auto count = taken(world, letter, wall);
        if (!count) {
            continue;
        }
        const kit::MailAnswer answer = mailer.send({letter.id.str(),
                                                    letter.at,
                                                    std::string(code(letter.letter.language)),
                                                    letter.letter.to,
                                                    letter.letter.subject,
                                                    letter.letter.text});
        settle(world, letter, answer, *count, wall, delivery);
        if (!delivery.reached) {
            break;
        }
    }
    return delivery;
}

Post::Post(const flow::World& world, kit::MailSettings settings)
    : world_(world), mailer_(std::move(settings)), thread_([this] { work(); }) {}

Post::~Post() {
    {
        const std::lock_guard guard(mutex_);
        ending_ = true;
    }
    mailer_.end();
    wake_.notify_one();
    thread_.join();
}

/// One look at the outbox; gives how long to wait before the next. `silent` counts the looks without a server.
Duration Post::round(std::int64_t& silent) {
    try {
        silent = deliver(world_, mailer_, kit::wall_now()).reached ? 0 : silent + 1;
    } catch (const std::exception& error) {  // one bad round never stops the next
        kit::log("incident", {{"what", error.what()}});
        silent = std::max<std::int64_t>(silent, 1);
    }
    return silent == 0 ? seconds(1) : std::min(minutes(silent), minutes(15));
}

void Post::work() {
    Duration pause{};
    for (std::int64_t silent = 0;; pause = round(silent)) {
        std::unique_lock guard(mutex_);
        if (wake_.wait_for(guard, std::chrono::milliseconds(pause.milliseconds), [this] { return ending_; })) {
            return;
        }
    }
}

}  // namespace vastin::town
