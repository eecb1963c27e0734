#pragma once
// Inside funding only: what each payer pays of a plan, line by line.
#include <vector>

#include "funding/plan.h"

namespace vastin::funding {

/// A text of the data as a phrase; no text, no phrase.
inline Phrase phrase_of(const Localised& text) { return text == Localised{} ? Phrase() : Phrase(text); }

/// What the lines are worked out from.
struct Ground {
    const Rules& rules;
    ApplicantKind applicant;
    const Figure<Money>& total;   // total costs
    const Figure<Money>& shared;  // total costs without outside money
};

/// Whether the own money of the applicant is kept out of the public funding.
inline bool own_stands_outside(const Rules& rules, ApplicantKind applicant) {
    return applicant == ApplicantKind::private_body && rules.private_own != PrivateOwn::counts;
}

/// `from` less all of `away`, as operands of a sum.
std::vector<Operand> minus_all(const Figure<Money>& from, const std::vector<Figure<Money>>& away);

/// The lines in the order of the rules; the taker's is worked out last and takes the rest. `what_if` puts a tried sum
/// in the place of its payer's; it must fit into what the others leave (room_for).
std::vector<Line> lines_of(const Ground& ground, const std::optional<WhatIf>& what_if);

/// What the payers that are neither `payer` nor the taker leave of the shared costs.
Money room_for(const Ground& ground, const PayerKey& payer);

}  // namespace vastin::funding
