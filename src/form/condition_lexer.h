#pragma once
// Inside form only: a condition's text in tokens.
#include <string>
#include <string_view>

#include "form/condition.h"

namespace vastin::form {

struct Token {
    enum class Kind { end, name, text, number, day, mark };
    Kind kind = Kind::end;
    std::string text;  // of a mark: "(", ">=", "%"
    std::size_t at = 0;
};

/// Cuts a text into tokens, one at a time. A mistake is thrown as a ConditionFault and caught in Condition::parse.
struct Lexer {
    std::string_view text;
    std::size_t at = 0;

    [[noreturn]] static void fail(std::size_t where, Phrase said);
    Token next();

  private:
    char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    bool goes_on() const;
    Token word(std::size_t from);
    Token number(std::size_t from);
    Token quoted(std::size_t from);
};

}  // namespace vastin::form
