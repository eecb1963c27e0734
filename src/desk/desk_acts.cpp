#include "desk/desk_acts.h"

#include "desk/desk_store.h"

namespace vastin::desk {

namespace {
constexpr std::string_view arrival = "application_arrived";
constexpr std::string_view feedback_given = "accessibility_feedback";
}  // namespace

void note_arrival(flow::Act& act, const IdText& application) {
    open_task(act.db(), act.new_id<Task>(), arrival, application.str(), act.now());
}

void note_feedback(flow::Act& act, const IdText& feedback) {
    open_task(act.db(), act.new_id<Task>(), feedback_given, feedback.str(), act.now());
}

void end_feedback(flow::Act& act, const IdText& feedback) {
    end_task(act.db(), feedback_given, feedback.str(), act.now());
}

Done look_at(flow::Act& act, const IdText& application) {
    if (end_task(act.db(), arrival, application.str(), act.now())) {
        act.record(application.str(), "desk.look_at");
    }
    return done();
}

}  // namespace vastin::desk
