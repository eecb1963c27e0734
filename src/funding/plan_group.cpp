// The plan of a whole project: of a group's partners together, and what the rules say of its size.
#include <algorithm>

#include "funding/plan_lines.h"

namespace vastin::funding {

void judge_size(const Rules& rules, Plan& plan) {
    const Money total = plan.total_costs.value;
    if (plan.shared.value == Money() && total > Money()) {
        const bool outside = plan.outside.value > Money();
        plan.faults.push_back(fault(say("Private money and income pay all the costs: there is nothing to apply for."),
                                    outside ? "outside_private" : "income",
                                    outside ? "form.outside_private" : "form.income"));
    }
    if (rules.total_costs_most && total > rules.total_costs_most->most) {
        plan.faults.push_back(fault(say("The total costs are {0}; this call allows at most {1}: {2} too much.",
                                        total,
                                        rules.total_costs_most->most,
                                        total - rules.total_costs_most->most),
                                    "total_costs",
                                    "funding.total_costs_most",
                                    phrase_of(rules.total_costs_most->source),
                                    rules.total_costs_most->most,
                                    total));
    }
    if (rules.total_costs_least && total < rules.total_costs_least->least) {
        plan.faults.push_back(fault(say("The total costs are {0}; this call demands at least {1}: {2} too little.",
                                        total,
                                        rules.total_costs_least->least,
                                        rules.total_costs_least->least - total),
                                    "total_costs",
                                    "funding.total_costs_least",
                                    phrase_of(rules.total_costs_least->source),
                                    rules.total_costs_least->least,
                                    total));
    }
    const Line* support = support_line(rules, plan);
    if (rules.support_most && support != nullptr && support->sum.value > rules.support_most->most) {
        plan.faults.push_back(fault(say("The support would be {0}; this call gives at most {1}: {2} too much.",
                                        support->sum.value,
                                        rules.support_most->most,
                                        support->sum.value - rules.support_most->most),
                                    "support",
                                    "funding.support_most",
                                    phrase_of(rules.support_most->source),
                                    rules.support_most->most,
                                    support->sum.value));
    }
    if (rules.indicative_size && (total < rules.indicative_size->least || total > rules.indicative_size->most)) {
        plan.notes.push_back(say("The call wishes for projects of {0} to {1}; this one is {2}.",
                                 rules.indicative_size->least,
                                 rules.indicative_size->most,
                                 total));
    }
}

namespace {

/// `part`'s figure under the partner's name, as an operand of the group's.
Operand of_partner(const PartPlan& part, Figure<Money> figure) {
    figure.label = say("{0}: {1}", part.name, figure.label);
    return {std::move(figure), false};
}

/// The sum of one figure of every counted partner.
template <class Pick>
Figure<Money> group_sum(const std::vector<const PartPlan*>& parts, Phrase label, Pick pick) {
    std::vector<Operand> operands;
    for (const PartPlan* part : parts) {
        operands.push_back(of_partner(*part, pick(part->plan)));
    }
    return sum(std::move(operands), std::move(label), say("The partners' sums together; nothing is rounded again."));
}

}  // namespace

Plan together(const Rules& rules, std::span<const PartPlan> parts) {
    Plan made;
    std::vector<const PartPlan*> counted;
    for (const PartPlan& part : parts) {
        if (part.plan.lines.empty()) {
            made.notes.push_back(say("{0} is not in the sums: its plan cannot be worked out yet.", part.name));
        } else {
            counted.push_back(&part);
        }
    }
    made.total_costs = group_sum(counted, say("Total costs"), [](const Plan& p) { return p.total_costs; });
    made.outside = group_sum(counted, say("Private money from outside"), [](const Plan& p) { return p.outside; });
    made.income = group_sum(counted, say("Income"), [](const Plan& p) { return p.income; });
    made.net_costs = group_sum(counted, say("Net costs"), [](const Plan& p) { return p.net_costs; });
    made.shared =
        group_sum(counted, say("Costs without outside private money"), [](const Plan& p) { return p.shared; });
    made.public_funding = group_sum(counted, say("Public funding"), [](const Plan& p) { return p.public_funding; });
    for (const PayerRule& rule : rules.payers) {
        const bool all_private = std::all_of(counted.begin(), counted.end(), [&](const PartPlan* part) {
            return find_line(part->plan, rule.key)->payer == PayerClass::own_private;
        });
        const bool own_private = all_private && !counted.empty() && rule.payer == PayerClass::own_public;
        Line line{rule.key, own_private ? PayerClass::own_private : rule.payer, rule.name, rule.share, rule.base, {}};
        if (!counted.empty()) {
            line.share = find_line(counted.front()->plan, rule.key)->share;  // a condition may have changed it
        }
        line.sum = group_sum(counted, Phrase(rule.name), [&](const Plan& p) { return find_line(p, rule.key)->sum; });
        made.lines.push_back(std::move(line));
    }
    made.real_share = share_of(support_line(rules, made)->sum.value, made.public_funding.value);
    if (made.total_costs.value > largest_sum) {
        made.faults.push_back(
            fault(say("The total costs are too large: at most {0}.", largest_sum), "total_costs", "total_costs"));
    }
    judge_size(rules, made);
    return made;
}

}  // namespace vastin::funding
