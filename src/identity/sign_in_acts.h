#pragma once
// Proving with a password who one is: signing in, and once more before what must not be done by a passer-by at an open
// screen.
#include <string>
#include <string_view>

#include "identity/identity.h"

namespace vastin::identity {

/// Signs in with a password. Wrong or unknown: the same sentence in the same time; after 5 wrong ones from one address
/// to one account each next try waits (1, 2, 4 ... 15 minutes), and after 30 wrong ones from one network to any
/// accounts those wait that never signed in from there: Refusal too_many. A try counts as wrong until it has proved
/// right, so that many at once are not freer than one after another. Gives the token for the cookie.
Result<std::string> sign_in(const flow::World& world,
                            std::string_view email,
                            std::string_view password,
                            const Caller& caller);

/// Whether `password` is the person's, with the waits of signing in. An account that has none, as those behind the
/// demo's doors, is asked for none. Refusal: invalid at the field "current_password", or too_many.
Done prove(const flow::World& world, const Person& person, std::string_view password, const Caller& caller);

}  // namespace vastin::identity
