#include "form/condition_lexer.h"

#include <algorithm>

namespace vastin::form {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void Lexer::fail(std::size_t where, Phrase said) { throw ConditionFault{where, std::move(said)}; }

/// A name goes on over "." and "-" when a letter or a figure follows at once: "plan.total_costs", "flat-40".
bool Lexer::goes_on() const {
    const char c = peek();
    return is_letter(c) || is_figure(c) || ((c == '.' || c == '-') && (is_letter(peek(1)) || is_figure(peek(1))));
}

Token Lexer::word(std::size_t from) {
    while (goes_on()) {
        ++at;
    }
    return {Token::Kind::name, std::string(text.substr(from, at - from)), from};
}

Token Lexer::number(std::size_t from) {
    while (is_figure(peek()) || ((peek() == '.' || peek() == '_' || peek() == '-') && is_figure(peek(1)))) {
        ++at;
    }
    std::string figures(text.substr(from, at - from));
    if (figures.find('-') != std::string::npos) {
        return {Token::Kind::day, std::move(figures), from};
    }
    std::erase(figures, '_');
    return {Token::Kind::number, std::move(figures), from};
}

Token Lexer::quoted(std::size_t from) {
    const char quote = text[at++];
    const auto end = text.find(quote, at);
    if (end == std::string_view::npos) {
        fail(from, say("expected a closing quote, found the end"));
    }
    Token token{Token::Kind::text, std::string(text.substr(at, end - at)), from};
    at = end + 1;
    return token;
}

Token Lexer::next() {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r')) {
        ++at;
    }
    const std::size_t from = at;
    if (at == text.size()) {
        return {Token::Kind::end, "", from};
    }
    if (is_letter(peek())) {
        return word(from);
    }
    if (is_figure(peek())) {
        return number(from);
    }
    if (peek() == '"' || peek() == '\'') {
        return quoted(from);
    }
    for (const std::string_view mark : {">=", "<=", "!=", "=", "<", ">", "(", ")", ",", "+", "-", "%"}) {
        if (text.substr(at).starts_with(mark)) {
            at += mark.size();
            return {Token::Kind::mark, std::string(mark), from};
        }
    }
    fail(from, say("expected a name, a value or a sign, found \"{0}\"", std::string(text.substr(at, 1))));
}

}  // namespace vastin::form
