#pragma once
// What waits for me: an arrived application waits for the coordinator until it has been looked at.
#include "flow/act.h"
#include "identity/identity.h"

namespace vastin::desk {

struct Task {};

/// Follower of application "send": the arrival waits for the coordinator.
void note_arrival(flow::Act& act, const IdText& application);
/// Followers of feedback "give" and "answer": feedback on accessibility waits until it is answered.
void note_feedback(flow::Act& act, const IdText& feedback);
void end_feedback(flow::Act& act, const IdText& feedback);
/// The coordinator has looked at the application `about`: its arrival waits no more. Looked at before: nothing happens.
Done look_at(flow::Act& act, const IdText& application);

}  // namespace vastin::desk
