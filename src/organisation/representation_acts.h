#pragma once
// Saying for whom one acts, and deciding on it. None of it gives a right to anything of the organisation.
#include "flow/act.h"
#include "organisation/representation_store.h"

namespace vastin::organisation {

/// `person` says to act for `of`, or for its `unit`. Who may decide gets a letter: the organisation's administrators,
/// without any the coordinators. Where the account shows no organisation yet, this one is shown from now on. Refusal
/// not_found: no such organisation or unit; conflict: said already; too_many: so many open, or so many in a day (by the
/// wall clock).
Result<Id<Representation>> represent(
    flow::Act& act, const identity::Person& person, Id<Organisation> of, std::optional<Id<Unit>> unit, Instant wall);

/// The speaker no longer says so. Refusal not_found: it is somebody else's; conflict: it has ended already.
Done take_back(flow::Act& act, const identity::Person& person, Id<Representation> id);
/// Shows this organisation as the account's. Refusal not_found: somebody else's, or not open.
Done show_as_default(flow::Act& act, const identity::Person& person, Id<Representation> id);

/// Whether `person` decides on those who say to act for `of`: the coordinator, or a confirmed administrator of it.
bool may_decide(kit::Transaction& t, const identity::Person& person, Id<Organisation> of);

/// How it is confirmed. Only the coordinator makes administrators, and vouches with `names` for an organisation whose
/// name stands as somebody typed it.
struct Confirmation {
    Standing standing = Standing::representative;
    std::optional<Localised> names{};
};
/// Refusal not_found: `person` may not decide on it; invalid: one's own; conflict: it was decided meanwhile.
Done confirm(flow::Act& act, const identity::Person& person, Id<Representation> id, const Confirmation& confirmation);
/// Refuses what was said, or ends what was confirmed; `reason` is written to the speaker. Refusal as above; invalid: no
/// reason, or too long (field "reason").
Done decline(flow::Act& act, const identity::Person& person, Id<Representation> id, std::string_view reason);

}  // namespace vastin::organisation
