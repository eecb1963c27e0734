// From the text of a condition to its tree, with every mistake at its place.
#include "form/condition_parser.h"

#include <algorithm>
#include <array>

#include "kit/limits.h"

namespace vastin::form {

Phrase kind_name(TermKind kind) {
    static const std::array<Phrase, 6> names{
        say("a number"), say("money"), say("a percent"), say("a text"), say("chosen ones"), say("a day")};
    return names[static_cast<std::size_t>(kind)];
}

Parser::Deeper::Deeper(Parser& p) : parser(p) {
    if (++parser.depth_ > kit::limits::condition_depth) {
        Lexer::fail(parser.token_.at,
                    say("expected at most {0} levels of conditions inside each other",
                        static_cast<std::int64_t>(kit::limits::condition_depth)));
    }
}

ConditionNode Parser::whole() {
    ConditionNode node = either();
    if (token_.kind != Token::Kind::end) {
        expected(say("\"and\", \"or\" or the end"));
    }
    return node;
}

Token Parser::take() {
    Token taken = std::move(token_);
    token_ = lexer_.next();
    return taken;
}

void Parser::expected(const Phrase& what) const {
    Lexer::fail(token_.at,
                token_.kind == Token::Kind::end ? say("expected {0}, found the end", what)
                                                : say("expected {0}, found \"{1}\"", what, token_.text));
}

bool Parser::is(std::string_view text) const {
    return (token_.kind == Token::Kind::mark || token_.kind == Token::Kind::name) && token_.text == text;
}

bool Parser::take_if(std::string_view text) {
    const bool there = is(text);
    if (there) {
        take();
    }
    return there;
}

void Parser::must(std::string_view text) {
    if (!take_if(text)) {
        expected(say("\"{0}\"", std::string(text)));
    }
}

ConditionNode Parser::joined(Op op, std::string_view word, ConditionNode (Parser::*one)()) {
    ConditionNode first = (this->*one)();
    if (!is(word)) {
        return first;
    }
    ConditionNode all{op};
    all.children.push_back(std::move(first));
    while (take_if(word)) {
        all.children.push_back((this->*one)());
    }
    return all;
}

ConditionNode Parser::single() {
    const Deeper deeper(*this);
    if (take_if("not")) {
        ConditionNode node{Op::negation};
        node.children.push_back(single());
        return node;
    }
    if (take_if("(")) {
        ConditionNode node = either();
        must(")");
        return node;
    }
    if (is("any") || is("all")) {
        ConditionNode node{take().text == "any" ? Op::any : Op::all};
        node.children.push_back(of_each_part());
        return node;
    }
    return comparison();
}

/// "( condition )" in which the questions of a part are named as they are.
ConditionNode Parser::of_each_part() {
    must("(");
    const bool before = in_part_;
    in_part_ = true;
    ConditionNode node = either();
    in_part_ = before;
    must(")");
    return node;
}

ConditionNode Parser::comparison() {
    Placed left = sum_of_terms();
    if (take_if("is")) {
        return answered(std::move(left));
    }
    if (take_if("in")) {
        return in_list(std::move(left));
    }
    if (take_if("has")) {
        return has(std::move(left));
    }
    static const std::map<std::string, Op, std::less<>> ops{{"=", Op::equal},
                                                            {"!=", Op::unequal},
                                                            {"<", Op::less},
                                                            {"<=", Op::at_most},
                                                            {">", Op::more},
                                                            {">=", Op::at_least}};
    const auto op = token_.kind == Token::Kind::mark ? ops.find(token_.text) : ops.end();
    if (op == ops.end()) {
        expected(say("a comparison such as =, >=, \"in\", \"has\" or \"is answered\""));
    }
    const std::size_t at = take().at;
    Placed right = sum_of_terms();
    fit(left, right);
    if (left.node.kind == TermKind::chosen) {
        Lexer::fail(at, say("expected \"has\" after a question of several answers"));
    }
    if (left.node.kind == TermKind::text && op->second != Op::equal && op->second != Op::unequal) {
        Lexer::fail(at, say("expected = or != between texts, found \"{0}\"", op->first));
    }
    judge_value(left.node, right);
    judge_value(right.node, left);
    ConditionNode node{op->second};
    node.children.push_back(std::move(left.node));
    node.children.push_back(std::move(right.node));
    return node;
}

ConditionNode Parser::answered(Placed field) {
    if (field.node.op != Op::name || field.node.known.worked_out) {
        Lexer::fail(field.at, say("expected the key of a question before \"is\""));
    }
    const bool empty = is("empty");
    if (!empty && !is("answered")) {
        expected(say("\"answered\" or \"empty\""));
    }
    take();
    ConditionNode node{empty ? Op::empty : Op::answered};
    node.children.push_back(std::move(field.node));
    return node;
}

ConditionNode Parser::in_list(Placed left) {
    ConditionNode node{Op::in};
    must("(");
    do {
        Placed literal = primary();
        if (literal.node.op != Op::literal) {
            Lexer::fail(literal.at, say("expected a value in the list"));
        }
        fit(left, literal);
        judge_value(left.node, literal);
        node.children.push_back(std::move(literal.node));
    } while (take_if(","));
    must(")");
    if (left.node.kind == TermKind::chosen) {
        Lexer::fail(left.at, say("expected \"has\" after a question of several answers"));
    }
    node.children.insert(node.children.begin(), std::move(left.node));
    return node;
}

ConditionNode Parser::has(Placed left) {
    Placed right = primary();
    if (left.node.kind != TermKind::chosen) {
        Lexer::fail(left.at,
                    say("expected a question of several answers before \"has\", found {0}", kind_name(left.node.kind)));
    }
    if (right.node.op != Op::literal || right.node.kind != TermKind::text) {
        Lexer::fail(right.at, say("expected a text after \"has\""));
    }
    judge_value(left.node, right);
    ConditionNode node{Op::has};
    node.children.push_back(std::move(left.node));
    node.children.push_back(std::move(right.node));
    return node;
}

tl::expected<Condition, ConditionFault> Condition::parse(std::string_view text, const Names& names, Scope scope) {
    if (text.size() > kit::limits::condition_letters) {
        return tl::unexpected(ConditionFault{0,
                                             say("expected a condition of at most {0} letters",
                                                 static_cast<std::int64_t>(kit::limits::condition_letters))});
    }
    try {
        Parser parser(text, names, scope);
        Condition condition;
        condition.root_ = std::make_shared<const ConditionNode>(parser.whole());
        condition.text_ = text;
        condition.names_ = parser.used();
        return condition;
    } catch (ConditionFault& fault) {
        return tl::unexpected(std::move(fault));
    }
}

}  // namespace vastin::form
