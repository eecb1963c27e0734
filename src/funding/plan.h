#pragma once
// Financing plans, worked out by the rules of a call. Every sum is a Figure that explains itself; what is wrong stands
// in `faults`, what a reader should know in `notes`. Rules with unsupported() faults are a Bug here.
#include <span>
#include <vector>

#include "base/figure.h"
#include "funding/costs.h"
#include "funding/fault.h"
#include "funding/rules.h"

namespace vastin::funding {

enum class ApplicantKind { public_body, private_body };

/// What one payer pays.
struct Line {
    PayerKey key;
    PayerClass payer = PayerClass::eu_and_state;  // own_private for the own money of a private applicant
    Localised name;
    Share share{};  // by the rule: 25 %
    Base base = Base::public_funding;
    Figure<Money> sum;
};

/// A sum that the applicant gives for a payer, in the place of what the rules would give: it is judged by the payer's
/// bound. Not of the taker of the rest, whose sum follows from the others'.
struct TypedSum {
    PayerKey payer;
    Money sum;
};
/// The field of a typed sum: "pays_city".
std::string field_of(const PayerKey& payer);

/// A sum that is tried in the place of what the rules give: "what if the city gives 200 000". Not of the taker of the
/// rest, who pays the difference.
struct WhatIf {
    PayerKey payer;
    Money sum;
};

/// What a plan is made of, in cents.
struct Input {
    Figure<Money> total_costs{};
    Money outside_private{};  // what private payers outside the applicant give
    ApplicantKind applicant = ApplicantKind::public_body;
    Money income{};                              // of the project: the net costs are without it
    std::vector<TypedSum> typed{};               // at most one of a payer
    Holding holding{};                           // the conditions that change shares
    std::optional<Money> de_minimis_received{};  // by the undertaking, within the window of the law
    std::optional<WhatIf> what_if{};
    bool of_group = false;  // of one partner of several: the sizes of the project are judged by together()
};

/// A financing plan. The lines, the outside money and the income sum to the total costs, to the cent. Without lines
/// nothing could be computed, and `faults` says why.
struct Plan {
    Figure<Money> total_costs;
    Figure<Money> outside;  // private money from outside the applicant
    Figure<Money> income;
    Figure<Money> net_costs;       // total costs without income
    Figure<Money> shared;          // what the payers share: total costs without income and outside money
    Figure<Money> public_funding;  // `shared`, but for a private applicant without its own money, unless that counts
    std::vector<Line> lines;       // in the order of the rules
    Share real_share{};            // the support's part of public_funding: 60 %, or 70.59 % for a private applicant
    std::vector<Fault> faults;     // fields: "total_costs", "outside_private", "applicant_kind", "support", "what_if",
                                   // "income", "de_minimis_received", field_of() of a typed payer
    std::vector<Phrase> notes;     // hints that stop nothing: the indicative size, what a tried sum changes
};

/// The line of `key`, or null.
const Line* find_line(const Plan& plan, const PayerKey& key);
/// The line of the payer whose support the call gives, or null where nothing could be computed.
const Line* support_line(const Rules& rules, const Plan& plan);

/// The plan of one implementer. Each payer pays by its bound (docs/decisions/bounds.md), or what is typed for it; the
/// taker pays what is left. What the plan breaks is told in `faults`, with the sums. With `what_if` the other payers
/// pay as the rules say and the taker what is left; what the tried sum breaks is a fault of "what_if", what it changes
/// a note. A typed sum or one that is tried of the taker, or of nobody, is a Bug. Sources: DOMAIN Money;
/// docs/decisions/rounding.md and private-own-money.md.
Plan plan(const Rules& rules, const Input& input);

/// The plan in which the support payer gives `support_wanted`: first the whole of which it is the share (560 000 is 60
/// % of 933 333), then plan() of that and the outside money. Rounding may move the support by up to one unit.
Plan plan_from_support(const Rules& rules, Money support_wanted, Money outside_private, ApplicantKind applicant);
/// The same from the sum of any payer that has a share: 200 000 of the city is 25 % of 800 000. Faults of the sum have
/// the field "what_if". A payer without a share is a Bug.
Plan plan_from_payer(const Rules& rules, const WhatIf& wanted, Money outside_private, ApplicantKind applicant);

/// One partner's plan in a group.
struct PartPlan {
    Phrase name;  // the partner: "Centria"
    Plan plan;
};
/// The plan of the whole group: every figure is the sum of the partners' figures, so that nothing is rounded twice. The
/// caps and sizes of the rules are for the project and are judged here; `faults` holds only these.
Plan together(const Rules& rules, std::span<const PartPlan> parts);

/// What part of `whole` is `part`, to the nearest 0.01 %; 0 % of nothing. 0 <= part <= whole, else a Bug.
Share share_of(Money part, Money whole);

}  // namespace vastin::funding
