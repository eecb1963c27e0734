// The terms of a condition: names, values, sums, what is worked out over the parts.
#include <algorithm>

#include "base/nearest.h"
#include "form/condition_parser.h"

namespace vastin::form {

namespace {

/// Whether sums and orders can be made of it.
bool can_be_added(TermKind kind) {
    return kind == TermKind::number || kind == TermKind::money || kind == TermKind::percent;
}

/// A number beside money is a sum of euros.
bool becomes(ConditionNode& literal, TermKind kind) {
    if (literal.op != Op::literal || literal.kind != TermKind::number) {
        return false;
    }
    if (kind == TermKind::money) {
        literal.value = Money::cents(std::get<Money>(literal.value).count());
        literal.kind = kind;
        return true;
    }
    return false;
}

std::int64_t read_hundredths(const Token& token) {
    const auto point = token.text.find('.');
    std::string whole = token.text.substr(0, point);
    std::string rest = point == std::string::npos ? "" : token.text.substr(point + 1);
    if (whole.size() > 12 || rest.size() > 2 || rest.find('.') != std::string::npos) {
        Lexer::fail(token.at,
                    say("expected a number with at most 12 figures and two decimals, found \"{0}\"", token.text));
    }
    rest.resize(2, '0');
    return std::stoll(whole + rest);
}

}  // namespace

Parser::Placed Parser::sum_of_terms() {
    Placed left = primary();
    while (is("+") || is("-")) {
        const Op op = is("+") ? Op::plus : Op::minus;
        const std::size_t at = take().at;
        Placed right = primary();
        fit(left, right);
        if (!can_be_added(left.node.kind)) {
            Lexer::fail(
                at, say("expected numbers, money or percents beside + and -, found {0}", kind_name(left.node.kind)));
        }
        Placed both{{op}, left.at};
        both.node.kind = left.node.kind;
        both.node.children.push_back(std::move(left.node));
        both.node.children.push_back(std::move(right.node));
        left = std::move(both);
    }
    return left;
}

Parser::Placed Parser::primary() {
    const std::size_t at = token_.at;
    if (token_.kind == Token::Kind::number) {
        return number();
    }
    if (token_.kind == Token::Kind::day) {
        const Token day = take();
        const auto date = read_date(day.text);
        if (!date) {
            Lexer::fail(at, say("expected a day such as 2025-11-01, found \"{0}\"", day.text));
        }
        return literal(*date, TermKind::day, at);
    }
    if (token_.kind == Token::Kind::text) {
        return literal(take().text, TermKind::text, at);
    }
    if (token_.kind != Token::Kind::name) {
        expected(say("a question, a value or a function such as sum()"));
    }
    if (is("yes") || is("no")) {
        Placed placed = literal(take().text, TermKind::text, at);
        placed.node.known.values = {"yes", "no"};  // not in quotes: it fits a question of yes and no only
        return placed;
    }
    const Token word = take();
    return is("(") ? function(word) : named(word, {Op::name});
}

/// "100000", "7.5", "30 %", "30 % of x".
Parser::Placed Parser::number() {
    const Token token = take();
    const auto hundredths = read_hundredths(token);
    if (!take_if("%")) {
        return literal(Money::cents(hundredths), TermKind::number, token.at);
    }
    if (hundredths > 1'000'000) {
        Lexer::fail(token.at, say("expected a percent of at most 10 000"));
    }
    Placed percent = literal(Share{static_cast<std::int32_t>(hundredths)}, TermKind::percent, token.at);
    if (!take_if("of")) {
        return percent;
    }
    const bool grouped = take_if("(");
    Placed of = grouped ? sum_of_terms() : primary();
    if (grouped) {
        must(")");
    }
    if (of.node.kind != TermKind::money) {
        Lexer::fail(of.at, say("expected money after \"% of\", found {0}", kind_name(of.node.kind)));
    }
    Placed placed{{Op::share_of}, token.at};
    placed.node.kind = TermKind::money;
    placed.node.children.push_back(std::move(percent.node));
    placed.node.children.push_back(std::move(of.node));
    return placed;
}

Parser::Placed Parser::named(const Token& word, ConditionNode node) {
    const Known& known = look_up(word);
    if (node.op == Op::name && known.of_rows) {
        Lexer::fail(word.at, say("expected sum({0}), least() or most(): it is a column of rows", word.text));
    }
    if (node.op == Op::name && known.of_part && !in_part_) {
        Lexer::fail(word.at,
                    say("expected sum({0}), lead(), any() or the like: each implementer answers it", word.text));
    }
    node.name = word.text;
    node.kind = known.kind;
    node.known = known;
    return {std::move(node), word.at};
}

Parser::Placed Parser::function(const Token& word) {
    static const std::map<std::string, Op, std::less<>> over{{"sum", Op::sum},
                                                             {"least", Op::smallest},
                                                             {"most", Op::largest},
                                                             {"distinct", Op::distinct},
                                                             {"lead", Op::lead}};
    if (word.text == "count") {
        return count(word.at);
    }
    if (word.text == "share") {
        return share(word.at);
    }
    const auto op = over.find(word.text);
    if (op == over.end()) {
        Lexer::fail(
            word.at,
            say("expected sum, count, distinct, least, most, lead, share, any or all before \"(\", found \"{0}\"",
                word.text));
    }
    must("(");
    if (token_.kind != Token::Kind::name) {
        expected(say("a question"));
    }
    const Token name = take();
    Placed placed = named(name, {op->second});
    must(")");
    placed.at = word.at;
    judge_over(placed.node, name);
    return placed;
}

Parser::Placed Parser::count(std::size_t at) {
    Placed placed{{Op::count}, at};
    placed.node.kind = TermKind::number;
    must("(");
    if (take_if(")")) {
        return placed;
    }
    const bool before = in_part_;
    in_part_ = true;
    const Deeper deeper(*this);
    placed.node.children.push_back(either());
    in_part_ = before;
    must(")");
    return placed;
}

Parser::Placed Parser::share(std::size_t at) {
    must("(");
    Placed part = sum_of_terms();
    must(",");
    Placed whole = sum_of_terms();
    must(")");
    for (const Placed* one : {&part, &whole}) {
        if (one->node.kind != TermKind::money) {
            Lexer::fail(one->at, say("expected money, found {0}", kind_name(one->node.kind)));
        }
    }
    Placed placed{{Op::share_part}, at};
    placed.node.kind = TermKind::percent;
    placed.node.children.push_back(std::move(part.node));
    placed.node.children.push_back(std::move(whole.node));
    return placed;
}

const Known& Parser::look_up(const Token& word) {
    const auto found = names_.find(word.text);
    if (found == names_.end()) {
        const std::string near = nearest(word.text);
        Lexer::fail(
            word.at,
            near.empty()
                ? say("expected a question of this call, found \"{0}\"", word.text)
                : say("expected a question of this call, found \"{0}\"; did you mean \"{1}\"?", word.text, near));
    }
    if (std::find(used_.begin(), used_.end(), word.text) == used_.end()) {
        used_.push_back(word.text);
    }
    return found->second;
}

/// A name that is that near; "" where there is none.
std::string Parser::nearest(const std::string& word) const {
    if (word == "true" || word == "false") {
        return word == "true" ? "yes" : "no";
    }
    std::vector<std::string> known;
    for (const auto& [name, what] : names_) {
        known.push_back(name);
    }
    return vastin::nearest(word, known);
}

Parser::Placed Parser::literal(Term value, TermKind kind, std::size_t at) {
    Placed placed{{Op::literal}, at};
    placed.node.value = std::move(value);
    placed.node.kind = kind;
    return placed;
}

void Parser::judge_over(ConditionNode& node, const Token& name) {
    const Known& known = node.known;
    if (!known.of_part && !known.of_rows) {
        Lexer::fail(name.at, say("expected a question that each implementer answers, found \"{0}\"", name.text));
    }
    if ((node.op == Op::lead || node.op == Op::distinct) && known.of_rows) {
        Lexer::fail(name.at, say("expected a question, found the column \"{0}\"", name.text));
    }
    const bool ordered = can_be_added(known.kind) || (known.kind == TermKind::day && node.op != Op::sum);
    if ((node.op == Op::sum || node.op == Op::smallest || node.op == Op::largest) && !ordered) {
        Lexer::fail(name.at, say("expected numbers or money, found {0}", kind_name(known.kind)));
    }
    if (node.op == Op::distinct) {
        node.kind = TermKind::number;
        node.known.values.clear();
    }
}

/// A choice is compared only with what it offers.
void Parser::judge_value(const ConditionNode& choice, const Placed& other) {
    const auto* text = std::get_if<std::string>(&other.node.value);
    const auto& values = choice.known.values;
    if (!other.node.known.values.empty() && other.node.op == Op::literal && text != nullptr &&
        choice.op != Op::literal && choice.kind == TermKind::text && values.empty()) {
        Lexer::fail(other.at, say("expected a text in quotes beside a line, found {0}", *text));
    }
    if (other.node.op != Op::literal || text == nullptr || values.empty() ||
        std::find(values.begin(), values.end(), *text) != values.end()) {
        return;
    }
    std::string known;
    for (const std::string& value : values) {
        known += (known.empty() ? "\"" : ", \"") + value + "\"";
    }
    Lexer::fail(other.at, with_nearest(say("expected one of {0}, found \"{1}\"", known, *text), *text, values));
}

/// Makes both of one kind, or tells why they cannot be.
void Parser::fit(Placed& left, Placed& right) {
    if (left.node.kind != right.node.kind && !becomes(left.node, right.node.kind) &&
        !becomes(right.node, left.node.kind)) {
        Lexer::fail(right.at, say("expected {0}, found {1}", kind_name(left.node.kind), kind_name(right.node.kind)));
    }
    whole_number(left);
    whole_number(right);
}

/// A literal number is kept in hundredths until it is known what it stands beside.
void Parser::whole_number(Placed& placed) {
    if (placed.node.op != Op::literal || placed.node.kind != TermKind::number) {
        return;
    }
    if (const auto* hundredths = std::get_if<Money>(&placed.node.value)) {
        if (hundredths->count() % 100 != 0) {
            Lexer::fail(placed.at, say("expected a whole number"));
        }
        placed.node.value = hundredths->count() / 100;
    }
}

}  // namespace vastin::form
