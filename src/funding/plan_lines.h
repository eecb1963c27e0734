#pragma once
// Inside funding only: what each payer pays of a plan, line by line, and what the rules say against it.
#include <vector>

#include "funding/plan.h"

namespace vastin::funding {

/// What the lines are worked out from.
struct Ground {
    const Rules& rules;
    const Input& input;
    const Figure<Money>& total;   // total costs
    const Figure<Money>& net;     // total costs without income
    const Figure<Money>& shared;  // total costs without income and outside money
};

/// Whether the own money of the applicant is kept out of the public funding.
inline bool own_stands_outside(const Rules& rules, ApplicantKind applicant) {
    return applicant == ApplicantKind::private_body && rules.private_own != PrivateOwn::counts;
}

/// What a payer's share is taken of.
const Figure<Money>& base_of(const Ground& ground, const PayerRule& rule);
/// "60 % of the total costs".
Phrase of_base(const PayerRule& rule);
/// The typed sum of a payer, or null.
const TypedSum* find_typed(const Ground& ground, const PayerKey& payer);

/// `from` less all of `away`, as operands of a sum.
std::vector<Operand> minus_all(const Figure<Money>& from, const std::vector<Figure<Money>>& away);

/// The lines in the order of the rules; the taker's is worked out last and takes the rest. The typed sums must fit into
/// the shared costs. `what_if` puts a tried sum in the place of its payer's; it must fit into what the others leave
/// (room_for).
std::vector<Line> lines_of(const Ground& ground, const std::optional<WhatIf>& what_if);

/// What the payers that are neither `payer` nor the taker leave of the shared costs.
Money room_for(const Ground& ground, const PayerKey& payer);

/// What keeps typed sums from any plan; empty: they fit.
std::vector<Fault> typed_faults(const Ground& ground);
/// What the bounds of the payers say of the lines of `plan`: of typed sums all, of computed ones and of the taker's
/// what was left too little or too much for them. What rounding alone moves is no fault.
void judge_bounds(const Ground& ground, Plan& plan);
/// What the rules say of the whole project: caps, the least costs, the indicative size.
void judge_size(const Rules& rules, Plan& plan);
/// Whether the public money of the plan and what was received stay under the limit of law.
void judge_de_minimis(const Ground& ground, Plan& plan);

}  // namespace vastin::funding
