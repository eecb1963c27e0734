#include "form/condition_lexer.h"

#include <algorithm>
#include <array>
#include <set>

#include "kit/utf8.h"

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
    static const std::set<std::string, std::less<>> own{"and", "or", "not", "in", "has", "is", "of", "yes", "no"};
    std::string small(text.substr(from, at - from));
    std::transform(small.begin(), small.end(), small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    if (small != text.substr(from, at - from) && own.contains(small)) {
        fail(from, say("write \"{0}\", found \"{1}\"", small, std::string(text.substr(from, at - from))));
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
    if (peek() == ' ' && is_figure(peek(1)) && is_figure(peek(2)) && is_figure(peek(3))) {
        fail(from, say("expected a number without spaces such as 100000 or 100_000, found one with a space"));
    }
    if (std::count(figures.begin(), figures.end(), '.') == 2) {
        fail(from, say("expected a day such as 2025-11-01, found \"{0}\"", figures));
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
    static constexpr std::array<std::array<std::string_view, 2>, 9> of_programs{{{"==", "="},
                                                                                 {"&&", "and"},
                                                                                 {"||", "or"},
                                                                                 {"<>", "!="},
                                                                                 {"=>", ">="},
                                                                                 {"=<", "<="},
                                                                                 {"≥", ">="},
                                                                                 {"≤", "<="},
                                                                                 {"≠", "!="}}};
    for (const auto& [sign, own] : of_programs) {
        if (text.substr(at).starts_with(sign)) {
            fail(from, say("write \"{0}\", found \"{1}\"", std::string(own), std::string(sign)));
        }
    }
    for (const std::string_view mark : {">=", "<=", "!=", "=", "<", ">", "(", ")", ",", "+", "-", "%"}) {
        if (text.substr(at).starts_with(mark)) {
            at += mark.size();
            return {Token::Kind::mark, std::string(mark), from};
        }
    }
    fail(from,
         say("expected a name, a value or a sign, found \"{0}\"",
             std::string(text.substr(at, std::max<std::size_t>(1, kit::utf8_letter(text, at))))));
}

}  // namespace vastin::form
