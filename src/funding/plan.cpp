#include "funding/plan.h"

#include <algorithm>

#include "base/check.h"
#include "funding/plan_lines.h"

namespace vastin::funding {

namespace {

Phrase shared_label(const Rules& rules, ApplicantKind applicant) {
    return own_stands_outside(rules, applicant) ? say("Costs without outside private money") : say("Public funding");
}

/// What is wrong with the two sums that a plan starts from.
std::vector<Reason> input_faults(const Rules& rules, Money total, Money outside) {
    std::vector<Reason> faults;
    if (total < Money()) {
        faults.push_back({say("The total costs cannot be negative."), "total_costs"});
    }
    if (total > largest_sum) {
        faults.push_back({say("The total costs are too large: at most {0}.", largest_sum), "total_costs"});
    }
    if (outside < Money()) {
        faults.push_back({say("Private money cannot be negative."), "outside_private"});
    } else if (outside > total && total >= Money()) {
        faults.push_back(
            {say("The private money, {0}, is more than the total costs, {1}.", outside, total), "outside_private"});
    } else if (outside > Money() && rules.private_money == PrivateMoney::refused) {
        faults.push_back({say("This call takes no private money. Leave the field at 0."), "outside_private"});
    }
    return faults;
}

/// What the shares are taken of: the total costs of `plan` without its outside money.
Figure<Money> shared_costs(const Rules& rules, const Plan& plan, ApplicantKind applicant) {
    if (plan.outside.value == Money()) {
        return sum({{plan.total_costs, false}},
                   shared_label(rules, applicant),
                   say("There is no private money from outside: all costs are shared."));
    }
    return sum({{plan.total_costs, false}, {plan.outside, true}},
               shared_label(rules, applicant),
               say("Private money stands outside the shares."),
               phrase_of(rules.private_source));
}

/// What keeps a tried sum from any plan.
std::vector<Reason> tried_faults(const Ground& ground, const WhatIf& what_if) {
    const PayerRule* rule = find_payer(ground.rules, what_if.payer);
    check(rule != nullptr, "a sum is tried of one of the payers");
    if (what_if.sum < Money()) {
        return {{say("A sum cannot be negative."), "what_if"}};
    }
    if (rule->most && what_if.sum > *rule->most) {
        return {{say("{0} pays at most {1}: {2} too much.", rule->name, *rule->most, what_if.sum - *rule->most),
                 "what_if"}};
    }
    const Money room = room_for(ground, what_if.payer);
    if (what_if.sum > room) {
        return {{say("The others leave at most {0} to {1}: {2} too much.", room, rule->name, what_if.sum - room),
                 "what_if"}};
    }
    return {};
}

/// What a tried sum changes: how far it is from the rule, and who pays the difference.
void judge_tried(const Ground& ground, const WhatIf& what_if, Plan& plan) {
    const PayerRule& rule = *find_payer(ground.rules, what_if.payer);
    const Localised& taker = find_payer(ground.rules, ground.rules.taker)->name;
    const std::vector<Line> by_rule = lines_of(ground, {});
    const auto line = std::find_if(by_rule.begin(), by_rule.end(), [&](const Line& l) { return l.key == rule.key; });
    const Money due = line->sum.value;
    if (rule.bound == Bound::open || due == what_if.sum) {
        return;
    }
    if (rule.bound == Bound::at_most && what_if.sum > due) {
        plan.faults.push_back(
            {say("{0} pays at most {1}: {2} too much.", rule.name, due, what_if.sum - due), "what_if"});
    } else if (what_if.sum < due) {
        plan.notes.push_back(rule.bound == Bound::at_most
                                 ? say("{0} could pay up to {1}. {2} pays the {3} that is missing.",
                                       rule.name,
                                       due,
                                       taker,
                                       due - what_if.sum)
                                 : say("By the rules {0} pays {1}. {2} pays the {3} that is missing.",
                                       rule.name,
                                       due,
                                       taker,
                                       due - what_if.sum));
    } else {
        plan.notes.push_back(
            say("By the rules {0} pays {1}. This is {2} more than the rules give.", rule.name, due, what_if.sum - due));
    }
}

/// Who must take part and would pay nothing.
void judge_parts(const Rules& rules, const char* field, Plan& plan) {
    for (const Line& line : plan.lines) {
        if (find_payer(rules, line.key)->takes_part && line.sum.value == Money() && plan.total_costs.value > Money()) {
            plan.faults.push_back({say("{0}: must take part with a sum, however small.", line.name), field});
        }
    }
}

/// What the rules say of the whole project: caps and the indicative size.
void judge_size(const Rules& rules, Plan& plan) {
    const Money total = plan.total_costs.value;
    if (rules.total_costs_most && total > rules.total_costs_most->most) {
        plan.faults.push_back({say("The total costs are {0}; this call allows at most {1}: {2} too much.",
                                   total,
                                   rules.total_costs_most->most,
                                   total - rules.total_costs_most->most),
                               "total_costs"});
    }
    const Line* support = support_line(rules, plan);
    if (rules.support_most && support != nullptr && support->sum.value > rules.support_most->most) {
        plan.faults.push_back({say("The support would be {0}; this call gives at most {1}: {2} too much.",
                                   support->sum.value,
                                   rules.support_most->most,
                                   support->sum.value - rules.support_most->most),
                               "support"});
    }
    if (rules.indicative_size && (total < rules.indicative_size->least || total > rules.indicative_size->most)) {
        plan.notes.push_back(say("The call wishes for projects of {0} to {1}; this one is {2}.",
                                 rules.indicative_size->least,
                                 rules.indicative_size->most,
                                 total));
    }
}

/// The own money of a private applicant: out of the public funding, which then has another ratio than the rule.
void set_own_apart(const Rules& rules, Plan& plan) {
    std::vector<Figure<Money>> own;
    Money own_sum;
    for (const Line& line : plan.lines) {
        if (line.payer == PayerClass::own_private) {
            own.push_back(line.sum);
            own_sum += line.sum.value;
        }
    }
    plan.public_funding = sum(minus_all(plan.shared, own),
                              say("Public funding"),
                              say("The own money of a private applicant is not public funding."),
                              phrase_of(rules.private_source));
    if (own_sum == Money()) {
        return;
    }
    const Line* support = support_line(rules, plan);
    plan.real_share = share_of(support->sum.value, plan.public_funding.value);
    if (find_payer(rules, rules.support)->base == Base::total_costs && rules.private_own != PrivateOwn::refused) {
        return;  // a share of the total costs holds whatever is public of them
    }
    if (rules.private_own == PrivateOwn::refused) {
        plan.faults.push_back(
            {say("In this call the own money must be public money. Let a public body apply, or find a "
                 "public payer for {0}.",
                 own_sum),
             "applicant_kind"});
        return;
    }
    plan.faults.push_back({say("{0}: {1} of the public funding in place of {2}, because the own money of a private "
                               "applicant is not public funding. Find a public payer for {3} in place of own money, or "
                               "let a public body apply.",
                               support->name,
                               plan.real_share,
                               support->share,
                               own_sum),
                           "applicant_kind"});
}

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

const Line* find_line(const Plan& plan, const PayerKey& key) {
    for (const Line& line : plan.lines) {
        if (line.key == key) {
            return &line;
        }
    }
    return nullptr;
}

const Line* support_line(const Rules& rules, const Plan& plan) { return find_line(plan, rules.support); }

Share share_of(Money part, Money whole) {
    check(part >= Money() && part <= whole, "a part lies within its whole");
    if (whole == Money()) {
        return {};
    }
    __extension__ using Wide = __int128;
    const Wide twice = static_cast<Wide>(part.count()) * whole_share.basis_points * 2 + whole.count();
    return {static_cast<std::int32_t>(twice / (static_cast<Wide>(whole.count()) * 2))};
}

std::vector<Money> flat_rates(const CostModel& model, std::span<const Money> pay_by_year) {
    std::vector<Money> rates;
    Money pay, given;
    for (Money one : pay_by_year) {
        pay += one;
        const Money so_far = portion(pay, model.rate, model.rounding);
        rates.push_back(so_far - given);
        given = so_far;
    }
    return rates;
}

Plan plan(const Rules& rules,
          const Figure<Money>& total_costs,
          Money outside_private,
          ApplicantKind applicant,
          const std::optional<WhatIf>& what_if) {
    Plan made;
    made.total_costs = total_costs;
    made.outside = given(outside_private, say("Private money from outside"), phrase_of(rules.private_source));
    made.faults = input_faults(rules, total_costs.value, outside_private);
    if (made.faults.empty()) {
        made.shared = shared_costs(rules, made, applicant);
        if (what_if) {
            made.faults = tried_faults({rules, applicant, made.total_costs, made.shared}, *what_if);
        }
    }
    if (!made.faults.empty()) {
        made.shared = given(Money(), shared_label(rules, applicant));
        made.public_funding = given(Money(), say("Public funding"));
        return made;
    }
    const Ground ground{rules, applicant, made.total_costs, made.shared};
    made.public_funding = made.shared;
    made.lines = lines_of(ground, what_if);
    made.real_share = share_of(support_line(rules, made)->sum.value, made.public_funding.value);
    if (own_stands_outside(rules, applicant)) {
        set_own_apart(rules, made);
    }
    if (what_if) {
        judge_tried(ground, *what_if, made);
    }
    judge_parts(rules, what_if ? "what_if" : "total_costs", made);
    judge_size(rules, made);
    return made;
}

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
    made.shared =
        group_sum(counted, say("Costs without outside private money"), [](const Plan& p) { return p.shared; });
    made.public_funding = group_sum(counted, say("Public funding"), [](const Plan& p) { return p.public_funding; });
    for (const PayerRule& rule : rules.payers) {
        const bool all_private = std::all_of(counted.begin(), counted.end(), [&](const PartPlan* part) {
            return find_line(part->plan, rule.key)->payer == PayerClass::own_private;
        });
        const bool own_private = all_private && !counted.empty() && rule.payer == PayerClass::own_public;
        Line line{rule.key, own_private ? PayerClass::own_private : rule.payer, rule.name, rule.share, {}};
        line.sum = group_sum(counted, Phrase(rule.name), [&](const Plan& p) { return find_line(p, rule.key)->sum; });
        made.lines.push_back(std::move(line));
    }
    made.real_share = share_of(support_line(rules, made)->sum.value, made.public_funding.value);
    if (made.total_costs.value > largest_sum) {
        made.faults.push_back({say("The total costs are too large: at most {0}.", largest_sum), "total_costs"});
    }
    judge_size(rules, made);
    return made;
}

}  // namespace vastin::funding
