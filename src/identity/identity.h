#pragma once
// Who acts: accounts, roles, and the person behind a request.
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/phrase.h"
#include "flow/act.h"

namespace vastin::identity {

struct Account {};
struct Session {};

/// What an account may do in the whole town; the relation to a single thing (whose application) is asked from that
/// thing.
enum class Role { applicant, coordinator, administrator };

/// The person behind a request, as known from the session.
struct Person {
    Id<Account> id;
    std::string name;  // as shown in the header: "Hakija · Centria"
    std::string email;
    std::string organisation;  // name of the organisation the person acts for; "" for officials
    Role role = Role::applicant;
    Language language = Language::fi;
    Id<Session> session;
    std::string form_secret;  // what the hidden field of each form must hold
    flow::Actor actor() const { return {id.str(), name}; }
};

}  // namespace vastin::identity
