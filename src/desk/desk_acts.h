#pragma once
// What waits for me: an arrived application waits for the coordinator until it has been looked at, feedback until it is
// answered. And what the desk does by itself: sums and words of what arrived, reminders before a call closes.
#include "flow/act.h"
#include "identity/identity.h"

namespace vastin::desk {

struct Task {};

/// Follower of application "send": the arrival waits for the coordinator, also when it was looked at before and is sent
/// anew.
void note_arrival(flow::Act& act, const IdText& application);
/// Follower of application "withdraw": it waits for nobody, and leaves the sums.
void note_withdrawal(flow::Act& act, const IdText& application);
/// Followers of feedback "give" and "answer": feedback on accessibility waits until it is answered.
void note_feedback(flow::Act& act, const IdText& feedback);
void end_feedback(flow::Act& act, const IdText& feedback);

/// The coordinator has looked at the application: its arrival waits no more. Looked at before: nothing happens. Refusal
/// not_found: no such application, or it was never sent.
Done look_at(flow::Act& act, const IdText& application);
/// An official reads the application as sent: recorded once a day for each official. Refusal not_found as above.
Done read(flow::Act& act, const identity::Person& official, const IdText& application);

/// Counts what arrived, was sent anew or withdrawn into the sums and words of the desk, at most 500 a call; gives how
/// many. What is kept can be made anew from the frozen documents at any time, so nothing is recorded.
std::int64_t keep_up(const flow::World& world, std::int64_t most = 500);

/// How long before a call closes, or before a cut-off of it, the reminder goes out.
inline constexpr Duration reminder_before = hours(48);
/// Reminds the owners of drafts and of applications opened for changes, once for each deadline (a cut-off is one), from
/// `reminder_before` on until it comes: 100 a call of this. Gives how many letters it wrote. `now` is the town's.
std::int64_t remind(const flow::World& world, Instant now);
/// Tells everybody who takes part in an application to a call that was changed: what, why, and what it means for the
/// application; once for each version, 25 applications a call of this. Gives how many letters it wrote.
std::int64_t tell_changes(const flow::World& world, Instant now);

}  // namespace vastin::desk
