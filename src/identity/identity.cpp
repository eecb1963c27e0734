#include "identity/identity.h"

#include <algorithm>

#include "kit/limits.h"

namespace vastin::identity {

std::string_view code(Role role) {
    return role == Role::coordinator ? "coordinator" : role == Role::administrator ? "administrator" : "applicant";
}

std::optional<Role> read_role(std::string_view text) {
    for (Role role : {Role::applicant, Role::coordinator, Role::administrator}) {
        if (code(role) == text) {
            return role;
        }
    }
    return std::nullopt;
}

Phrase role_name(Role role) {
    switch (role) {
        case Role::coordinator:
            return say("Coordinator");
        case Role::administrator:
            return say("Administrator");
        case Role::applicant:
            break;
    }
    return say("Applicant");
}

std::optional<std::string> read_email(std::string_view typed) {
    const auto first = typed.find_first_not_of(" \t");
    const auto last = typed.find_last_not_of(" \t");
    if (first == std::string_view::npos) {
        return std::nullopt;
    }
    std::string email(typed.substr(first, last - first + 1));
    std::transform(email.begin(), email.end(), email.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    const auto at = email.find('@');
    const bool plain = std::all_of(email.begin(), email.end(), [](char c) {
        return static_cast<unsigned char>(c) > ' ' && c != 0x7f &&
               std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
    });
    const bool whole = at != std::string::npos && at > 0 && at + 3 < email.size() &&
                       email.find('@', at + 1) == std::string::npos && email.find('.', at) != std::string::npos &&
                       email.back() != '.' && email.size() <= 254;
    return plain && whole ? std::optional(std::move(email)) : std::nullopt;
}

std::optional<Phrase> password_fault(std::string_view password) {
    const auto letters = std::count_if(
        password.begin(), password.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; });
    if (letters < static_cast<std::ptrdiff_t>(kit::limits::password_least)) {
        return say("The password is too short: write at least {0} characters.",
                   static_cast<std::int64_t>(kit::limits::password_least));
    }
    if (password.size() > kit::limits::password_most) {
        return say("The password is too long: at most {0} bytes.",
                   static_cast<std::int64_t>(kit::limits::password_most));
    }
    return std::nullopt;
}

}  // namespace vastin::identity
