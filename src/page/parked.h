#pragma once
// A form that is posted when the session has ended is not lost: it is parked for an hour, shut under a key that only
// the browser's cookie holds, and done once after the same person has signed in again (lesson 3: what was typed
// survives an ended session, also without scripts). Goes by the wall clock.
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "flow/world.h"
#include "identity/identity.h"
#include "kit/http.h"

namespace vastin::page {

/// One parked form, as far as it may be known without opening it.
struct Parked {
    Id<Parked> id;
    std::optional<Id<identity::Account>> account;  // whose session it was, where that is still known
    Instant at, expires;
    std::optional<Instant> taken;     // when somebody signed in and it was begun
    std::optional<std::string> went;  // where its answer led: the address; then it is done

    /// Not done: nobody took it, or whoever took it a minute ago was lost on the way.
    bool waits(Instant now) const;
    /// It may be done by this person: hers for certain, or nobody knows whose.
    bool may_be_of(const identity::Person& person) const { return !account || *account == person.id; }
};

/// "__Host-vastin-kept", or "vastin-kept" in a demo town without TLS.
std::string_view parked_cookie_name(const flow::World& world);

/// What is owed to the browser for a form that was parked.
struct Parking {
    std::string cookie;  // the Set-Cookie line: HttpOnly, SameSite=Lax, Secure, for the hour
    Instant expires;
};
/// Parks the posted form, when it proves that it came from a page of a session of ours: its form_secret belongs to the
/// session token that the browser still sends. Nothing, and nothing kept: no such proof, files in it, larger than a
/// form may be, three wait for this browser already, or the places are taken (limits.h). The same form posted again
/// takes the place of the earlier one.
std::optional<Parking> park(const kit::Request& request, const flow::World& world);

/// Everything that is parked for the request's browser and has not expired, oldest first.
std::vector<Parked> parked_of(const kit::Request& request, const flow::World& world);

/// Takes one of the browser's forms to be done now, once: nothing when another request has taken it or the box does
/// not open. Gives the request as it was posted, on the way as `now` is: its path, query and fields without the
/// form_secret.
struct Form {
    std::string path, query;
    kit::Fields fields;
};
std::optional<Form> take_parked(const kit::Request& now, const flow::World& world, Id<Parked> id);
/// What was taken is done; its answer led to `went`.
void end_parked(const flow::World& world, Id<Parked> id, const std::string& went);
/// What was taken could not be done; it waits again.
void put_back_parked(const flow::World& world, Id<Parked> id);
/// Forgets one of the browser's forms; false when it has none of this id.
bool drop_parked(const kit::Request& request, const flow::World& world, Id<Parked> id);
/// Forgets what has expired; gives how many.
std::int64_t forget_parked(kit::Database& database, Instant now);

}  // namespace vastin::page
