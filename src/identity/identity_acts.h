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
/// Sets the first (or a new) password through an invitation; ends the account's other sessions. `hash` is made before
/// the transaction. Refusal not_found: unknown, used or expired link.
Result<Id<Account>> accept(flow::Act& act, const std::string& token, const std::string& hash, Instant wall);
/// Begins a session; gives the token for the cookie.
Result<std::string> begin_session(flow::Act& act, Id<Account> account, Instant wall);
Done end_session(flow::Act& act, const Person& person);

/// Signs in with a password. Wrong or unknown: the same sentence in the same time; after 5 wrong ones from one address
/// to one account each next try waits (1, 2, 4 ... 15 minutes): Refusal too_many. Gives the token for the cookie.
Result<std::string> sign_in(const flow::World& world,
                            std::string_view email,
                            std::string_view password,
                            const std::string& client,
                            Instant wall);

/// "__Host-vastin", or "vastin" in a demo town without TLS.
std::string_view cookie_name(const flow::World& world);
std::string cookie(const flow::World& world,
                   std::string_view token);  // the Set-Cookie line; an empty token takes the cookie away
/// The person of the request's session, or nothing: idle 60 minutes and 12 hours in all end it.
std::optional<Person> person_of(const kit::Request& request, const flow::World& world);

}  // namespace vastin::identity
