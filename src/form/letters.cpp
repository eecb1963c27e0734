#include "form/letters.h"

#include "form/read.h"

namespace vastin::form {

std::optional<Letter> letter_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return std::nullopt;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned lead = byte(0);
    if (lead < 0x80) {
        return Letter{lead, 1};
    }
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() - at < bytes) {
        return std::nullopt;
    }
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return std::nullopt;
        }
        code = (code << 6) | (byte(i) & 0x3FU);
    }
    const bool overlong = (bytes == 3 && code < 0x800) || (bytes == 4 && code < 0x10000);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return overlong || surrogate || code > 0x10FFFF ? std::nullopt : std::optional(Letter{code, bytes});
}

std::size_t count_letters(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const auto letter = letter_at(text, at);
        at += letter ? letter->bytes : 1;
    }
    return count;
}

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code <= 0x9F); }

bool ends_line(char32_t code) { return code == '\n' || code == '\r' || code == 0x2028 || code == 0x2029; }

bool is_space(char32_t code) {
    return code == ' ' || code == '\t' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

bool is_unseen(char32_t code) {
    return code == 0xAD || code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        const auto letter = letter_at(text, 0);
        if (!letter || !(is_space(letter->code) || ends_line(letter->code))) {
            break;
        }
        text.remove_prefix(letter->bytes);
    }
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) {
            --start;
        }
        const auto letter = letter_at(text, start);
        if (!letter || start + letter->bytes != text.size() || !(is_space(letter->code) || ends_line(letter->code))) {
            break;
        }
        text.remove_suffix(letter->bytes);
    }
    return text;
}

}  // namespace vastin::form
