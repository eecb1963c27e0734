#pragma once
// The demo town: its people, its clock that the visitor moves, its mailbox. Only `vastin demo` reaches it; the same
// acts build it, and the clock moves deadlines, never sessions, limits or retries.
#include <span>
#include <string_view>
#include <vector>

#include "flow/world.h"
#include "identity/identity.h"
#include "kit/db.h"
#include "page/page.h"

namespace vastin::demo {

/// Where the visitor can put the clock: a week before the deadline at 11.00 (where a town opens), its last hour, and an
/// hour after it.
enum class Moment { call_open, last_hour, after_deadline };
inline constexpr Moment moments[]{Moment::call_open, Moment::last_hour, Moment::after_deadline};
std::string_view code(Moment moment);
std::optional<Moment> read_moment(std::string_view code);
Phrase name(Moment moment);

/// The instant of a moment around the deadline `closes`.
Instant instant(Moment moment, Instant closes, const Zone& zone);

/// The deadline that the clock moves around: the last one of all calls, of one without any thirty days after it opens.
Instant deadline(kit::Transaction& t, Instant now);

/// The people of the town, with one-click doors.
std::span<const identity::NewAccount> people();

/// Makes the people who are missing and puts the clock where it was left (a new town: Moment::call_open).
void open_town(const flow::World& world);

/// /sign-in by one click, /demo/clock, /demo/mailbox.
std::span<const page::Route> routes();
/// Fills {{>DEMO_BAR}}: what time it is, buttons that move it, the mailbox.
void bar(kit::View& view, const page::Visit& visit);

}  // namespace vastin::demo
