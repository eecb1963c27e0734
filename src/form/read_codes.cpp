#include "form/read_codes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "form/letters.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

constexpr std::string_view figures = "0123456789";
constexpr std::string_view small = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::size_t typed_most = 1000;  // bytes; a longer one is no code

bool only(std::string_view text, std::string_view letters) {
    return text.find_first_not_of(letters) == std::string_view::npos;
}
bool is_figure(char letter) { return letter >= '0' && letter <= '9'; }
char capital(char letter) { return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter; }
char little(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; }

/// `typed` without spaces and marks that are not seen, every kind of dash as "-"; nothing when another letter is left
/// that is not printed ASCII.
std::optional<std::string> squeezed(std::string_view typed) {
    typed = trimmed(typed);
    if (typed.size() > typed_most) {
        return std::nullopt;
    }
    std::string text;
    for (std::size_t at = 0; at < typed.size();) {
        const auto letter = letter_at(typed, at);
        if (!letter) {
            return std::nullopt;
        }
        at += letter->bytes;
        const char32_t code = letter->code;
        if (is_unseen(code) || is_space(code)) {
            continue;
        }
        const bool dash = (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
        if (!dash && (code < 0x21 || code > 0x7E)) {
            return std::nullopt;
        }
        text += dash ? '-' : static_cast<char>(code);
    }
    return text;
}

std::optional<std::string> squeezed_capitals(std::string_view typed) {
    auto text = squeezed(typed);
    if (text) {
        std::transform(text->begin(), text->end(), text->begin(), capital);
    }
    return text;
}

/// The last figure of a business ID whose first seven are `seven`, or nothing where there is none.
std::optional<char> check_figure(std::string_view seven) {
    constexpr std::array weights{7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        sum += weights[at] * (seven[at] - '0');
    }
    const int rest = sum % 11;
    if (rest == 1) {
        return std::nullopt;
    }
    return static_cast<char>('0' + (rest == 0 ? 0 : 11 - rest));
}

struct Country {
    std::string_view code;
    std::size_t letters;  // of an IBAN
};
// The SEPA area: European Payments Council, EPC409-09, with the lengths of the IBAN registry.
// clang-format off
constexpr std::array sepa{
    Country{"AD", 24}, Country{"AL", 28}, Country{"AT", 20}, Country{"BE", 16}, Country{"BG", 22}, Country{"CH", 21},
    Country{"CY", 28}, Country{"CZ", 24}, Country{"DE", 22}, Country{"DK", 18}, Country{"EE", 20}, Country{"ES", 24},
    Country{"FI", 18}, Country{"FR", 27}, Country{"GB", 22}, Country{"GI", 23}, Country{"GR", 27}, Country{"HR", 21},
    Country{"HU", 28}, Country{"IE", 22}, Country{"IS", 26}, Country{"IT", 27}, Country{"LI", 21}, Country{"LT", 20},
    Country{"LU", 20}, Country{"LV", 21}, Country{"MC", 27}, Country{"MD", 24}, Country{"ME", 22}, Country{"MK", 19},
    Country{"MT", 31}, Country{"NL", 18}, Country{"NO", 15}, Country{"PL", 28}, Country{"PT", 25}, Country{"RO", 24},
    Country{"RS", 22}, Country{"SE", 24}, Country{"SI", 19}, Country{"SK", 24}, Country{"SM", 27}, Country{"VA", 22},
};
// clang-format on

/// What is left of an IBAN modulo 97, its first four letters moved to the end and letters counted as 10 to 35.
int rest_of_iban(std::string_view iban) {
    int rest = 0;
    for (std::size_t at = 0; at < iban.size(); ++at) {
        const char letter = iban[(at + 4) % iban.size()];
        rest = is_figure(letter) ? (rest * 10 + (letter - '0')) % 97 : (rest * 100 + (letter - 'A' + 10)) % 97;
    }
    return rest;
}

/// One label of a host's name: letters, figures and hyphens inside; other alphabets are letters too.
bool is_label(std::string_view label) {
    const bool letters = std::all_of(label.begin(), label.end(), [](char letter) {
        return is_figure(letter) || letter == '-' || (letter >= 'a' && letter <= 'z') ||
               static_cast<unsigned char>(letter) >= 0x80;
    });
    return letters && !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-';
}

/// A host with at least one point, whose last label is not a number.
bool is_host(std::string_view host) {
    const auto point = host.rfind('.');
    if (point == std::string_view::npos || host.size() > 253) {
        return false;
    }
    const std::string_view last = host.substr(point + 1);
    if (last.size() < 2 || last.find_first_of(figures) == 0) {
        return false;
    }
    for (std::string_view rest = host;;) {
        const auto end = rest.find('.');
        if (!is_label(rest.substr(0, end))) {
            return false;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        rest.remove_prefix(end + 1);
    }
}

bool is_port(std::string_view port) { return !port.empty() && port.size() <= 5 && only(port, figures); }

/// `text` without marks that are not seen; nothing when it holds a space, a control letter or a mark that no address
/// has.
std::optional<std::string> web_letters(std::string_view text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = letter_at(text, at);
        if (!letter || is_control(letter->code) || is_space(letter->code) || ends_line(letter->code) ||
            (letter->code < 0x80 && std::string_view("<>\"\\^`{|}").find(text[at]) != std::string_view::npos)) {
            return std::nullopt;
        }
        if (!is_unseen(letter->code)) {
            kept += text.substr(at, letter->bytes);
        }
        at += letter->bytes;
    }
    return kept;
}

}  // namespace

Read<std::string> read_business_id(std::string_view typed) {
    std::string text = squeezed_capitals(typed).value_or("");
    if (text.starts_with("FI")) {
        text.erase(0, 2);
    }
    const auto hyphen = text.find('-');
    if (hyphen != std::string::npos && hyphen + 2 == text.size()) {
        text.erase(hyphen, 1);
        text.insert(0, hyphen == 6 ? "0" : "");  // IDs given out before 2001 were written with six figures
    }
    if (text.size() != 8 || !only(text, figures)) {
        return tl::unexpected(
            say("Write the business ID with seven figures, a hyphen and the check digit, such as 1097805-3."));
    }
    const std::string_view seven = std::string_view(text).substr(0, 7);
    const std::string id = std::string(seven) + "-" + text.back();
    if (check_figure(seven) != text.back() || seven == "0000000") {
        return tl::unexpected(
            say("There is no business ID {0}: its check digit does not fit. Compare it figure by figure.", id));
    }
    return id;
}

Read<std::string> read_association_number(std::string_view typed) {
    std::string text = squeezed(typed).value_or("");
    const auto point = text.find('.');
    if (point != std::string::npos && point >= 1 && point + 4 == text.size()) {
        text.erase(point, 1);
    }
    const auto first = text.find_first_not_of('0');
    if (text.size() > 6 || first == std::string::npos || !only(text, figures)) {
        return tl::unexpected(
            say("Write the number of the association with at most six figures, as in the register of associations, "
                "such as 123.456."));
    }
    text.erase(0, first);
    if (text.size() > 3) {
        text.insert(text.size() - 3, ".");
    }
    return text;
}

Read<std::string> read_iban(std::string_view typed) {
    std::string text = squeezed_capitals(typed).value_or("");
    if (text.starts_with("IBAN")) {
        text.erase(0, text.starts_with("IBAN:") ? 5 : 4);
    }
    if (text.size() < 5 || !only(text.substr(0, 2), capitals) || !is_figure(text[2]) || !is_figure(text[3]) ||
        !std::all_of(text.begin(), text.end(), [](char c) { return is_figure(c) || (c >= 'A' && c <= 'Z'); })) {
        return tl::unexpected(
            say("Write the account as an IBAN: two letters of the country and figures, such as FI21 1234 5600 0007 "
                "85."));
    }
    const std::string country = text.substr(0, 2);
    const auto* found =
        std::find_if(sepa.begin(), sepa.end(), [&](const Country& known) { return known.code == country; });
    if (found == sepa.end()) {
        return tl::unexpected(
            say("{0} is not a country of the SEPA area, and money is paid only within it. Check the two first letters.",
                country));
    }
    if (text.size() != found->letters) {
        return tl::unexpected(say("An IBAN that begins with {0} has {1} letters and figures; this one has {2}.",
                                  country,
                                  static_cast<std::int64_t>(found->letters),
                                  static_cast<std::int64_t>(text.size())));
    }
    if (rest_of_iban(text) != 1) {
        return tl::unexpected(
            say("There is no such account: the check digits of the IBAN do not fit. Compare it figure by figure."));
    }
    return text;
}

std::string write_iban(std::string_view iban) {
    std::string text;
    for (std::size_t at = 0; at < iban.size(); at += 4) {
        text += at == 0 ? "" : " ";
        text += iban.substr(at, 4);
    }
    return text;
}

Read<std::string> read_bic(std::string_view typed) {
    const std::string text = squeezed_capitals(typed).value_or("");
    const bool whole =
        (text.size() == 8 || text.size() == 11) && only(text.substr(0, 6), capitals) &&
        std::all_of(text.begin() + 6, text.end(), [](char c) { return is_figure(c) || (c >= 'A' && c <= 'Z'); });
    if (!whole) {
        return tl::unexpected(
            say("Write the BIC of the bank with 8 or 11 letters and figures, such as NDEAFIHH. It stands beside the "
                "account in the bank’s papers."));
    }
    return text;
}

Read<std::string> read_email(std::string_view typed) {
    typed = trimmed(typed);
    std::string text(typed);
    std::transform(text.begin(), text.end(), text.begin(), little);
    const auto at = text.find('@');
    const bool letters = only(text, std::string(small) + std::string(figures) + "!#$%&'*+/=?^_`{|}~.@-");
    if (!letters || at == std::string::npos || at == 0 || at > 64 || text.size() > 254 || text.front() == '.' ||
        text[at - 1] == '.' || text.find("..") != std::string::npos ||
        !is_host(std::string_view(text).substr(at + 1))) {
        return tl::unexpected(
            say("Write one e-mail address with the letters a to z, such as anna.malli@example.fi, without spaces."));
    }
    return text;
}

Read<std::string> read_phone(std::string_view typed) {
    const auto unread = [] {
        return tl::unexpected(say("Write the telephone number in figures, such as 040 123 4567 or +358 40 123 4567."));
    };
    std::string text = squeezed(typed).value_or("");
    const bool country = text.starts_with('+') || text.starts_with("00");
    text.erase(0, text.starts_with('+') ? 1 : country ? 2 : 0);
    if (const auto zero = text.find("(0)"); country && zero != std::string::npos) {
        text.erase(zero, 3);
    }
    std::string number;
    for (char letter : text) {
        if (is_figure(letter)) {
            number += letter;
        } else if (std::string_view("-().").find(letter) == std::string_view::npos) {
            return unread();
        }
    }
    // "-00358..." is neither: without a country it would read as one the next time
    if (number.size() < 5 || number.size() > 15 || (country && number.front() == '0') ||
        (!country && number.starts_with("00"))) {
        return unread();
    }
    return (country ? "+" : "") + number;
}

Read<std::string> read_web(std::string_view typed) {
    const auto unread = [] {
        return tl::unexpected(say("Write the address of a web site, such as https://www.example.fi."));
    };
    typed = trimmed(typed);
    const auto letters = typed.size() > typed_most ? std::nullopt : web_letters(typed);
    if (!letters) {
        return unread();
    }
    const auto slashes = letters->find("://");
    std::string scheme = slashes == std::string::npos ? "https" : letters->substr(0, slashes);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), little);
    const std::string rest = slashes == std::string::npos ? *letters : letters->substr(slashes + 3);
    const auto end = std::min(rest.find_first_of("/?#"), rest.size());
    std::string host = rest.substr(0, end);
    std::transform(host.begin(), host.end(), host.begin(), little);
    const auto colon = host.find(':');
    const bool port = colon == std::string::npos || is_port(std::string_view(host).substr(colon + 1));
    if ((scheme != "https" && scheme != "http") || !port || !is_host(host.substr(0, colon))) {
        return unread();
    }
    std::string whole = scheme + "://" + host + rest.substr(end);
    const std::size_t count = count_letters(whole);
    if (count > kit::limits::line_letters) {
        return tl::unexpected(say("Too long: {0} letters, at most {1}.",
                                  static_cast<std::int64_t>(count),
                                  static_cast<std::int64_t>(kit::limits::line_letters)));
    }
    return whole;
}

Read<std::string> read_postal_code(std::string_view typed) {
    std::string text = squeezed_capitals(typed).value_or("");
    for (std::string_view country : {"FIN-", "FI-", "AX-", "SE-", "S-"}) {
        if (text.starts_with(country)) {
            text.erase(0, country.size());
            break;
        }
    }
    if (text.size() != 5 || !only(text, figures)) {
        return tl::unexpected(say("Write the postal code with five figures, such as 67100."));
    }
    return text;
}

}  // namespace vastin::form
