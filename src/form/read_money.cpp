// Sums as people write them. The rule for commas and points stands at read_money() in read.h.
#include <algorithm>
#include <array>
#include <optional>

#include "form/letters.h"
#include "form/read.h"

namespace vastin::form {

namespace {

constexpr std::size_t most_figures = 12;  // of whole euros; more is above largest_sum anyway

Phrase unreadable() { return say("Write the sum in figures, such as {0}.", Money::cents(123450)); }

/// `typed` in plain letters: every kind of space as " ", every kind of minus as "-", the euro sign as "E"; nothing when
/// it holds anything else but figures, points and commas. The words EUR, euro and euroa stand for the sign.
std::optional<std::string> plain(std::string_view typed) {
    std::string text;
    for (std::size_t at = 0; at < typed.size();) {
        const auto letter = letter_at(typed, at);
        if (!letter) {
            return std::nullopt;
        }
        at += letter->bytes;
        const char32_t code = letter->code;
        const bool minus = code == '-' || (code >= 0x2010 && code <= 0x2015) || code == 0x2212;
        if (is_unseen(code)) {
            continue;
        }
        if (is_space(code)) {
            text += ' ';
        } else if (minus) {
            text += '-';
        } else if (code == 0x20AC) {
            text += 'E';
        } else if (code < 0x80) {
            text += static_cast<char>(code >= 'A' && code <= 'Z' ? code + 32 : code);
        } else {
            return std::nullopt;
        }
    }
    for (std::string_view word : {"euroa", "euro", "eur"}) {
        if (const auto at = text.find(word); at != std::string::npos) {
            text.replace(at, word.size(), "E");
            break;
        }
    }
    return text.find_first_not_of("0123456789 .,-E") == std::string::npos ? std::optional(text) : std::nullopt;
}

/// Without one euro sign at either end.
std::string_view without_euro(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('E')) {
        text.remove_prefix(1);
    } else if (text.ends_with('E')) {
        text.remove_suffix(1);
    }
    text = trimmed(text);
    if (text.ends_with(",-")) {  // 250,- is how whole euros stand on a price
        text.remove_suffix(2);
    }
    return trimmed(text);
}

/// The figures of whole euros: plain, or in threes parted by one kind of mark.
std::optional<std::string> whole_figures(std::string_view text) {
    const auto mark = text.find_first_of(" .,");
    if (mark == std::string_view::npos) {
        return std::string(text);
    }
    std::string figures(text.substr(0, mark));
    if (figures.empty() || figures.size() > 3) {
        return std::nullopt;
    }
    const char parting = text[mark];
    for (std::size_t at = mark; at < text.size(); at += 4) {
        const std::string_view three = text.substr(at + 1, 3);
        if (text[at] != parting || three.size() != 3 ||
            three.find_first_not_of("0123456789") != std::string_view::npos) {
            return std::nullopt;
        }
        figures += three;
    }
    return figures;
}

/// Where the decimals begin: the place of the decimal mark, or npos when the marks part thousands only.
std::size_t decimal_mark(std::string_view text) {
    const auto last = text.find_last_of(".,");
    const bool repeated =
        last != std::string_view::npos && std::count(text.begin(), text.end(), text[last]) > 1;  // 1.234.567
    return repeated ? std::string_view::npos : last;
}

}  // namespace

Read<Money> read_money(std::string_view typed) {
    const auto letters = plain(typed);
    if (!letters) {
        return tl::unexpected(unreadable());
    }
    std::string_view text = without_euro(*letters);
    if (text.starts_with('-')) {
        return tl::unexpected(say("A sum cannot be negative."));
    }
    if (text.find_first_of("0123456789") == std::string_view::npos || text.find_first_of("-E") != text.npos) {
        return tl::unexpected(unreadable());
    }
    const auto mark = decimal_mark(text);
    const bool decimals = mark != std::string_view::npos;
    const std::string_view fraction = decimals ? text.substr(mark + 1) : std::string_view();
    const auto whole = whole_figures(text.substr(0, mark));
    if (!whole || (decimals && fraction.empty()) ||
        fraction.find_first_not_of("0123456789") != std::string_view::npos) {
        return tl::unexpected(
            say("The figures are parted oddly. Write the sum without parting the thousands, such as "
                "{0}.",
                Money::cents(123450)));
    }
    const bool plain_whole = text.substr(0, mark).find_first_of(" .,") == std::string_view::npos;
    if (fraction.size() == 3 && plain_whole && !whole->empty() && whole->size() <= 3 && whole->front() != '0') {
        return tl::unexpected(
            say("This can be read in two ways. If you mean {0}, write it without a point or comma; "
                "decimals are at most two.",
                Money::euros(std::stoll(*whole + std::string(fraction)))));
    }
    if (fraction.size() > 2) {
        return tl::unexpected(say("A sum has at most two decimals: whole cents."));
    }
    const auto first = std::min(whole->find_first_not_of('0'), whole->size());
    const std::string figures = whole->substr(first);
    const std::int64_t cents =
        fraction.empty() ? 0 : std::stoll(std::string(fraction)) * (fraction.size() == 1 ? 10 : 1);
    const std::int64_t euros = figures.empty() || figures.size() > most_figures ? 0 : std::stoll(figures);
    const Money sum = Money::euros(euros) + Money::cents(cents);
    if (figures.size() > most_figures || sum > largest_sum) {
        return tl::unexpected(say("The sum is too large: at most {0}.", largest_sum));
    }
    return sum;
}

}  // namespace vastin::form
