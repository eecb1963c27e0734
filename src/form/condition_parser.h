#pragma once
// Inside form only: from the tokens of a condition to its tree. Terms stand in condition_terms.cpp.
#include <string>
#include <vector>

#include "form/condition_lexer.h"
#include "form/condition_node.h"

namespace vastin::form {

/// Reads one condition from left to right; a mistake is thrown as a ConditionFault with its place.
class Parser {
  public:
    Parser(std::string_view text, const Names& names, Scope scope)
        : lexer_{text, 0}, names_(names), in_part_(scope == Scope::part) {
        take();
    }
    ConditionNode whole();
    const std::vector<std::string>& used() const { return used_; }

  private:
    /// A term and where it begins.
    struct Placed {
        ConditionNode node;
        std::size_t at = 0;
    };
    /// Counts how deep conditions stand in each other.
    struct Deeper {
        Parser& parser;
        explicit Deeper(Parser& p);
        ~Deeper() { --parser.depth_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;
    };

    Token take();
    [[noreturn]] void expected(const Phrase& what) const;
    bool is(std::string_view text) const;
    bool take_if(std::string_view text);
    void must(std::string_view text);

    // conditions
    ConditionNode joined(Op op, std::string_view word, ConditionNode (Parser::*one)());
    ConditionNode either() { return joined(Op::either, "or", &Parser::both); }
    ConditionNode both() { return joined(Op::both, "and", &Parser::single); }
    ConditionNode single();
    ConditionNode of_each_part();  // "( condition )" in which the questions of a part are named as they are
    ConditionNode comparison();
    ConditionNode answered(Placed field);
    ConditionNode in_list(Placed left);
    ConditionNode has(Placed left);

    // terms
    Placed sum_of_terms();
    Placed primary();
    Placed number();  // "100000", "7.5", "30 %", "30 % of x"
    Placed named(const Token& word, ConditionNode node);
    Placed function(const Token& word);
    Placed count(std::size_t at);
    Placed share(std::size_t at);
    const Known& look_up(const Token& word);
    std::string nearest(const std::string& word) const;
    static Placed literal(Term value, TermKind kind, std::size_t at);
    static void judge_over(ConditionNode& node, const Token& name);
    static void judge_value(const ConditionNode& choice, const Placed& other);  // a choice and what it offers
    static void fit(Placed& left, Placed& right);  // makes both of one kind, or tells why they cannot be
    static void whole_number(Placed& placed);

    Lexer lexer_;
    const Names& names_;
    bool in_part_;
    std::size_t depth_ = 0;
    Token token_{};
    std::vector<std::string> used_;
};

/// "money", "a day": for what was expected and found.
Phrase kind_name(TermKind kind);

}  // namespace vastin::form
