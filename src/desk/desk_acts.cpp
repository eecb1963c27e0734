#include "desk/desk_acts.h"

#include "desk/desk_store.h"

namespace vastin::desk {

namespace {
constexpr std::string_view arrival = "application_arrived";
}

void note_arrival(flow::Act& act, const IdText& application) {
    open_task(act.db(), act.new_id<Task>(), arrival, application.str(), act.now());
}

Done look_at(flow::Act& act, const IdText& application) {
    if (end_task(act.db(), arrival, application.str(), act.now())) {
        act.record(application.str(), "desk.look_at");
    }
    return done();
}

}  // namespace vastin::desk
