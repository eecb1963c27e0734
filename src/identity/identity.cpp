#include "identity/identity.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "kit/limits.h"
#include "kit/utf8.h"

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
        return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7f &&
               std::string_view("<>()[],;:\\\"").find(c) == std::string_view::npos;
    });
    const bool whole = at != std::string::npos && at > 0 && at + 3 < email.size() &&
                       email.find('@', at + 1) == std::string::npos && email.find('.', at) != std::string::npos &&
                       email.back() != '.' && email.size() <= 254;
    return plain && whole ? std::optional(std::move(email)) : std::nullopt;
}

namespace {

/// The code point of the letter of `bytes` bytes, which is valid UTF-8.
char32_t code_of(std::string_view letter) {
    char32_t code = static_cast<unsigned char>(letter[0]);
    if (letter.size() > 1) {
        code &= 0xFFU >> (letter.size() + 1);
        for (char next : letter.substr(1)) {
            code = (code << 6) | (static_cast<unsigned char>(next) & 0x3FU);
        }
    }
    return code;
}

bool is_space(char32_t code) {
    return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x3000;
}

/// Control letters, and marks without width that hide in a name or turn it around.
bool is_unseen(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0xAD || code == 0x61C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}  // namespace

tl::expected<std::string, Phrase> read_name(std::string_view typed) {
    std::string name;
    std::size_t letters = 0;
    bool parted = false;
    for (std::size_t at = 0; at < typed.size();) {
        const std::size_t bytes = kit::utf8_letter(typed, at);
        const char32_t code = bytes == 0 ? 0 : code_of(typed.substr(at, bytes));
        if (is_space(code)) {
            parted = !name.empty();
        } else if (is_unseen(code)) {
            return tl::unexpected(say("The name has letters that are not seen. Write it again by hand."));
        } else {
            name += parted ? " " : "";
            letters += parted ? 2 : 1;
            parted = false;
            name += typed.substr(at, bytes);
        }
        at += bytes;
    }
    if (name.empty()) {
        return tl::unexpected(say("Write your name."));
    }
    if (letters > kit::limits::name_letters) {
        return tl::unexpected(
            say("The name is too long: at most {0} letters.", static_cast<std::int64_t>(kit::limits::name_letters)));
    }
    return name;
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

Caller caller(const kit::Request& request) {
    return {request.client, std::string(request.header("user-agent")), request.arrived};
}

std::string network(std::string_view client) {
    in6_addr six{};
    const std::string text(client);
    if (inet_pton(AF_INET6, text.c_str(), &six) != 1) {
        return text;
    }
    if (IN6_IS_ADDR_V4MAPPED(&six)) {
        return text.substr(text.rfind(':') + 1);
    }
    std::fill(std::begin(six.s6_addr) + 8, std::end(six.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> half{};
    inet_ntop(AF_INET6, &six, half.data(), half.size());
    return std::string(half.data()) + "/64";
}

std::string rough_browser(std::string_view agent) {
    struct Mark {
        std::string_view sign, name;
    };
    // the first sign that stands in it names it: others copy the signs of those below them
    static constexpr std::array browsers{Mark{"Edg", "Edge"},
                                         Mark{"OPR/", "Opera"},
                                         Mark{"SamsungBrowser/", "Samsung Internet"},
                                         Mark{"Firefox/", "Firefox"},
                                         Mark{"FxiOS/", "Firefox"},
                                         Mark{"CriOS/", "Chrome"},
                                         Mark{"Chrome/", "Chrome"},
                                         Mark{"Safari/", "Safari"}};
    static constexpr std::array systems{Mark{"iPhone", "iPhone"},
                                        Mark{"iPad", "iPad"},
                                        Mark{"Android", "Android"},
                                        Mark{"Windows", "Windows"},
                                        Mark{"CrOS", "ChromeOS"},
                                        Mark{"Mac OS X", "Mac"},
                                        Mark{"Linux", "Linux"}};
    const auto first = [&](const auto& marks) {
        for (const Mark& mark : marks) {
            if (agent.find(mark.sign) != std::string_view::npos) {
                return mark.name;
            }
        }
        return std::string_view();
    };
    const std::string_view browser = first(browsers), system = first(systems);
    std::string both(browser);
    both += browser.empty() || system.empty() ? "" : ", ";
    return both.append(system);
}

}  // namespace vastin::identity
