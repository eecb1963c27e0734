#pragma once
// Who acts: accounts, roles, and the person behind a request.
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/phrase.h"
#include "flow/act.h"
#include "kit/http.h"

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
    std::string name;          // as shown in the header: "Projektipäällikkö · Centria", "Anna Aalto"
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

/// "A b@C.fi " as it is kept and compared: trimmed, letters small. Nothing when it cannot be an address, or holds
/// letters beyond ASCII: few mail servers take those, and a link sent there would never come.
std::optional<std::string> read_email(std::string_view typed);
/// A person's name as it is kept: trimmed, one space between words, at most kit::limits::name_letters. Else the
/// sentence that says what is wrong: letters that are not seen or that turn the writing around have no place in a name
/// that officials read.
tl::expected<std::string, Phrase> read_name(std::string_view typed);
/// Why this password is not taken, or nothing: at least 12 letters, at most 256 bytes; any letters, no other rule
/// (ASVS 6.2).
std::optional<Phrase> password_fault(std::string_view password);

/// Where a request comes from, as far as signing in needs to know.
struct Caller {
    std::string client;   // address of the peer
    std::string browser;  // what it says of itself (User-Agent)
    Instant wall;         // when it arrived, by the wall clock
};
Caller caller(const kit::Request& request);
/// The network of an address: of IPv6 the first half, which belongs to one subscriber; of IPv4 all of it.
std::string network(std::string_view client);
/// "Firefox, Linux" of a User-Agent: enough to know one's own session again, no more. "" when it names neither.
std::string rough_browser(std::string_view user_agent);

}  // namespace vastin::identity
