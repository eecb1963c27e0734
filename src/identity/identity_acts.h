#pragma once
// What concerns accounts and sessions. Sessions, invitations and waits go by the wall clock, which the demo cannot
// move.
#include <optional>
#include <string>
#include <string_view>

#include "identity/identity.h"
#include "kit/http.h"

namespace vastin::identity {

/// Makes an account without a password. Refusal: the address is taken or is none, the name is empty.
Result<Id<Account>> create(flow::Act& act, const NewAccount& account);
/// A one-time link's token for `account`, valid 24 hours.
Result<std::string> invite(flow::Act& act, Id<Account> account, Instant wall);
/// Sets the first (or a new) password through an invitation; ends the account's other sessions and tells its owner.
/// `hash` is made before the transaction. Refusal not_found: unknown, used or expired link.
Result<Id<Account>> accept(flow::Act& act, const std::string& token, const std::string& hash, Instant wall);
/// Begins a session; gives the token for the cookie. `browser` is what its owner will know it by.
Result<std::string> begin_session(flow::Act& act, Id<Account> account, Instant wall, const std::string& browser = {});
Done end_session(flow::Act& act, const Person& person);

/// "__Host-vastin", or "vastin" in a demo town without TLS.
std::string_view cookie_name(const flow::World& world);
std::string cookie(const flow::World& world,
                   std::string_view token);  // the Set-Cookie line; an empty token takes the cookie away
/// The person of the request's session, or nothing: idle 60 minutes and 12 hours in all end it.
std::optional<Person> person_of(const kit::Request& request, const flow::World& world);

}  // namespace vastin::identity
