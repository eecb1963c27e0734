#pragma once
// Costs and financing plans, worked out by the rules of a call. Every sum is a Figure that explains itself; what is
// wrong stands in `faults`, what a reader should know in `notes`. Rules with unsupported() faults are a Bug here.
#include <span>
#include <vector>

#include "base/figure.h"
#include "base/result.h"
#include "funding/rules.h"

namespace vastin::funding {

/// The costs of one applicant under a cost model. With faults the two computed figures are zero.
struct Costs {
    Figure<Money> pay;        // typed
    Figure<Money> flat_rate;  // 40 % of pay, rounded by the model
    Figure<Money> total;      // pay + flat rate: hand this to plan()
    std::vector<Reason> faults;
};

/// Costs from pay, in cents, under a model of kind flat_rate_on_pay. Faults (field "pay"): a negative sum; costs above
/// largest_sum. Rule: the flat rate covers everything but pay (DOMAIN: cost models).
Costs costs(const CostModel& model, Money pay);

/// The flat rate of each year's pay, in cents: year by year of what has been paid so far, so that the years sum to the
/// flat rate of costs() to the cent.
std::vector<Money> flat_rates(const CostModel& model, std::span<const Money> pay_by_year);

enum class ApplicantKind { public_body, private_body };

/// What one payer pays.
struct Line {
    PayerKey key;
    PayerClass payer = PayerClass::eu_and_state;  // own_private for the own money of a private applicant
    Localised name;
    Share share{};  // by the rule: 25 %
    Figure<Money> sum;
};

/// A sum that is tried in the place of what the rules give: "what if the city gives 200 000". Not of the taker of the
/// rest, who pays the difference.
struct WhatIf {
    PayerKey payer;
    Money sum;
};

/// A financing plan. The lines and the outside money sum to the total costs, to the cent. Without lines nothing could
/// be computed, and `faults` says why.
struct Plan {
    Figure<Money> total_costs;
    Figure<Money> outside;         // private money from outside the applicant
    Figure<Money> shared;          // what the shares are taken of: total costs without outside money
    Figure<Money> public_funding;  // `shared`, but for a private applicant without its own money, unless that counts
    std::vector<Line> lines;       // in the order of the rules
    Share real_share{};            // the support's part of public_funding: 60 %, or 70.59 % for a private applicant
    std::vector<Reason> faults;    // fields: "total_costs", "outside_private", "applicant_kind", "support", "what_if"
    std::vector<Phrase> notes;     // hints that stop nothing: the indicative size, what a tried sum changes
};

/// The line of `key`, or null.
const Line* find_line(const Plan& plan, const PayerKey& key);
/// The line of the payer whose support the call gives, or null where nothing could be computed.
const Line* support_line(const Rules& rules, const Plan& plan);

/// The plan for `total_costs`, of which private payers outside the applicant give `outside_private` (cents).
/// Sources: DOMAIN Money; docs/decisions/rounding.md and private-own-money.md. With `what_if` the other payers pay as
/// the rules say and the taker what is left; what the tried sum breaks is a fault of "what_if", what it changes a note.
Plan plan(const Rules& rules,
          const Figure<Money>& total_costs,
          Money outside_private,
          ApplicantKind applicant,
          const std::optional<WhatIf>& what_if = {});

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
/// caps and the indicative size of the rules are for the project and are judged here; `faults` holds only these.
Plan together(const Rules& rules, std::span<const PartPlan> parts);

/// What part of `whole` is `part`, to the nearest 0.01 %; 0 % of nothing. 0 <= part <= whole, else a Bug.
Share share_of(Money part, Money whole);

}  // namespace vastin::funding
