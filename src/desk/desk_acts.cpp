#include "desk/desk_acts.h"

#include "desk/desk_list_store.h"
#include "desk/desk_store.h"
#include "feedback/feedback_store.h"

namespace vastin::desk {

void note_arrival(flow::Act& act, const IdText& application) {
    open_task(act.db(), act.new_id<Task>(), arrived_task, application.str(), act.now());
}

void note_withdrawal(flow::Act& act, const IdText& application) {
    end_task(act.db(), arrived_task, application.str(), act.now());
    note_again(act.db(), application.str());
}

void note_feedback(flow::Act& act, const IdText& id) {
    const auto found = feedback::find(act.db(), {id});
    open_task(act.db(),
              act.new_id<Task>(),
              feedback_task,
              id.str(),
              act.now(),
              found ? std::optional(found->due) : std::nullopt);
}

void end_feedback(flow::Act& act, const IdText& id) { end_task(act.db(), feedback_task, id.str(), act.now()); }

Done look_at(flow::Act& act, const IdText& application) {
    if (!find_row(act.db(), {application})) {
        return not_found();
    }
    if (end_task(act.db(), arrived_task, application.str(), act.now())) {
        act.record(application.str(), "desk.look_at");
    }
    return done();
}

Done read(flow::Act& act, const identity::Person& official, const IdText& application) {
    if (!find_row(act.db(), {application})) {
        return not_found();
    }
    const Date today = act.world().words.zone().day(act.now());
    if (put_read(act.db(), application.str(), official.id, today)) {
        act.record(application.str(), "desk.read");
    }
    return done();
}

}  // namespace vastin::desk
