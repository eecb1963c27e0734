#pragma once
// Inside form only: a parsed condition.
#include <string>
#include <vector>

#include "form/condition.h"

namespace vastin::form {

enum class Op {
    either,    // children: conditions
    both,      // children: conditions
    negation,  // one condition
    any,       // one condition, for each part
    all,
    equal,  // comparisons: two terms
    unequal,
    less,
    at_most,
    more,
    at_least,
    in,        // a term, then literals
    has,       // a term of chosen ones, a literal
    answered,  // one field
    empty,
    literal,  // terms from here on
    name,
    lead,
    sum,  // of a name over the parts, or over the rows
    smallest,
    largest,
    distinct,  // how many different values
    count,     // of parts; with a condition those for which it holds
    plus,
    minus,
    share_of,    // a percent, a term: 30 % of x
    share_part,  // share(a, b)
};

struct ConditionNode {
    Op op = Op::literal;
    std::vector<ConditionNode> children{};
    std::string name{};
    Term value{};                      // of a literal
    TermKind kind = TermKind::number;  // of a term
    Known known{};                     // of a name
};

}  // namespace vastin::form
