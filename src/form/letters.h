#pragma once
// Letters of UTF-8 text, for reading what people type. No locale.
#include <cstdint>
#include <optional>
#include <string_view>

namespace vastin::form {

/// One code point and the bytes it takes.
struct Letter {
    char32_t code = 0;
    std::size_t bytes = 0;
};

/// The letter that begins at byte `at`, or nothing when the bytes are not UTF-8 (surrogates and overlong forms
/// included).
std::optional<Letter> letter_at(std::string_view text, std::size_t at);
/// Code points in `text`, which is UTF-8; a byte that is not counts as one.
std::size_t count_letters(std::string_view text);

/// A control letter (Unicode Cc), NUL included.
bool is_control(char32_t code);
/// "\n", "\r" and Unicode's line and paragraph separators.
bool ends_line(char32_t code);
/// A space of any width, no-break ones included, or a tab.
bool is_space(char32_t code);
/// A mark without width that changes how a name looks or compares: zero-width letters, direction marks, soft hyphen.
bool is_unseen(char32_t code);

}  // namespace vastin::form
