#include "main/jobs.h"

#include "desk/desk_acts.h"
#include "document/attachment.h"
#include "flow/audit.h"
#include "flow/flow_store.h"
#include "identity/account_store.h"
#include "kit/log.h"
#include "page/parked.h"

namespace vastin::town {

Jobs::Jobs(const flow::World& world) : world_(world), thread_([this] { work(); }) {}

Jobs::~Jobs() {
    {
        const std::lock_guard guard(mutex_);
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
    try {
        flow::seal(world_.database, kit::wall_now());
    } catch (const std::exception& error) {
        kit::log("incident", {{"what", error.what()}});
    }
}

void Jobs::work() {
    for (std::int64_t round = 0;; ++round) {
        {
            std::unique_lock guard(mutex_);
            if (wake_.wait_for(guard, std::chrono::seconds(1), [this] { return ending_; })) {
                return;
            }
        }
        try {
            once(round);
        } catch (const std::exception& error) {  // one bad round never stops the next
            kit::log("incident", {{"what", error.what()}});
        }
    }
}

void Jobs::once(std::int64_t round) {
    flow::seal(world_.database, kit::wall_now());
    if (world_.demo) {
        std::vector<flow::Posted> letters;
        world_.database.read([&](kit::Transaction& t) { letters = flow::waiting_letters(t, 500); });
        if (!letters.empty()) {
            world_.database.write([&](kit::Transaction& t) {
                for (const flow::Posted& one : letters) {
                    flow::mark_sent(t, one.id, world_.clock.now());
                }
                return true;
            });
        }
    }
    if (round % 60 == 20) {
        page::forget_parked(world_.database, kit::wall_now());
    }
    desk::keep_up(world_);
    if (round % 5 == 0) {
        desk::remind(world_, world_.clock.now());
        desk::tell_changes(world_, world_.clock.now());
    }
    if (round % 3600 == 20) {
        const Instant wall = kit::wall_now();
        if (const auto gone = document::forget_files(world_.database, wall, world_.clock.town(wall)); gone > 0) {
            kit::log("files", {{"forgotten", std::to_string(gone)}});
        }
    }
    if (round % 3600 == 10) {
        world_.database.write([&](kit::Transaction& t) {
            identity::forget_ended(t, kit::wall_now());
            flow::fade_letters(t, kit::wall_now());
            return true;
        });
    }
}

}  // namespace vastin::town
