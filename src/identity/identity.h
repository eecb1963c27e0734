#pragma once
// Who acts: accounts, roles, and the person behind a request.
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/phrase.h"
#include "flow/act.h"

namespace vastin::identity {

struct Account {};
struct Session {};

/// What an account may do in the whole town; the relation to a single thing (whose application) is asked from that
/// thing.
enum class Role { applicant, coordinator, administrator };
std::string_view code(Role role);  // "applicant"
std::optional<Role> read_role(std::string_view code);
Phrase role_name(Role role);  // "Applicant"

/// An account to be made.
struct NewAccount {
    std::string email;
    std::string name;          // as shown in the header: "Projektipäällikkö · Centria"; a role, not a person's name
    std::string organisation;  // the organisation the person acts for; "" for officials
    std::string business_id;   // of the organisation; "" for officials
    Role role = Role::applicant;
    Language language = Language::fi;
};

/// The person behind a request, as known from the session.
struct Person {
    Id<Account> id;
    std::string name;  // as shown in the header: "Hakija · Centria"
    std::string email;
    std::string organisation;  // name of the organisation the person acts for; "" for officials
    std::string business_id;   // its business ID
    Role role = Role::applicant;
    Language language = Language::fi;
    Id<Session> session;
    std::string form_secret;    // what the hidden field of each form must hold
    Instant session_ends = {};  // by the wall clock, when nothing more comes from this browser
    flow::Actor actor() const { return {id.str(), name}; }
};

/// "A b@C.fi " as it is kept and compared: trimmed, ASCII letters small. Nothing when it cannot be an address.
std::optional<std::string> read_email(std::string_view typed);
/// Why this password is not taken, or nothing: at least 12 letters, at most 256 bytes; any letters, no other rule
/// (ASVS 6.2).
std::optional<Phrase> password_fault(std::string_view password);

}  // namespace vastin::identity
