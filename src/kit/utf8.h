#pragma once
// UTF-8, checked letter by letter: what comes from outside is valid or refused.
#include <cstddef>
#include <string>
#include <string_view>

namespace vastin::kit {

/// Bytes of the letter that begins at `text[at]`, 1 to 4, or 0 where no valid UTF-8 letter stands (overlong forms,
/// surrogates and values past U+10FFFF are not valid). `at` < text.size().
inline std::size_t utf8_letter(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return byte(i) >= low && byte(i) <= high;
    };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return follows(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        return follows(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

/// Whether all of `text` is valid UTF-8.
inline bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_letter(text, at);
        if (length == 0) {
            return false;
        }
        at += length;
    }
    return true;
}

/// `text` without the control letters that formats of other programs (XML, iCalendar) do not take; a line ends with
/// "\n". `text` is valid UTF-8.
inline std::string without_controls(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == '\r') {
            kept += text.substr(at + 1).starts_with('\n') ? "" : "\n";
        } else if (text.substr(at).starts_with("\xEF\xBF\xBE") || text.substr(at).starts_with("\xEF\xBF\xBF")) {
            at += 2;  // U+FFFE and U+FFFF are no letters
        } else if ((byte >= 0x20 && byte != 0x7F) || byte == '\n' || byte == '\t') {
            kept += text[at];
        }
    }
    return kept;
}

}  // namespace vastin::kit
