#include "funding/plan.h"

#include <algorithm>

#include "base/check.h"

namespace vastin::funding {

namespace {

/// A text of the data as a phrase; no text, no phrase.
Phrase phrase_of(const Localised& text) { return text == Localised{} ? Phrase() : Phrase(text); }

/// Where a rounded sum comes from: the rule, and where its rounding is said.
Phrase source_of(const Localised& rule, const Rules& rules) {
    if (rules.rounding_source == Localised{}) {
        return phrase_of(rule);
    }
    return rule == Localised{} ? Phrase(rules.rounding_source) : say("{0}. {1}", rule, rules.rounding_source);
}

/// Whether the own money of the applicant is kept out of the public funding.
bool own_stands_outside(const Rules& rules, ApplicantKind applicant) {
    return applicant == ApplicantKind::private_body && rules.private_own != PrivateOwn::counts;
}

Phrase shared_label(const Rules& rules, ApplicantKind applicant) {
    return own_stands_outside(rules, applicant) ? say("Costs without outside private money") : say("Public funding");
}

/// "25 % of all public funding, not of the 40 % that the region pays": what a reader may take for the base.
Phrase base_note(const Rules& rules, const PayerRule& rule, ApplicantKind applicant) {
    if (own_stands_outside(rules, applicant)) {
        return say("{0} of the costs without outside private money.", rule.share);
    }
    if (rule.key == rules.support) {
        return say("{0} of all public funding.", rule.share);
    }
    const Share rest{whole_share.basis_points - find_payer(rules, rules.support)->share.basis_points};
    return say("{0} of all public funding, not of the {1} that is left to the region.", rule.share, rest);
}

std::vector<Operand> minus_all(const Figure<Money>& from, const std::vector<Figure<Money>>& away) {
    std::vector<Operand> operands{{from, false}};
    for (const Figure<Money>& figure : away) {
        operands.push_back({figure, true});
    }
    return operands;
}

/// What a payer that is not the taker pays of `shared`, after `before`: its rounded share, but no more than its cap and
/// than what is left. The figure tells which of the three it was.
Figure<Money> payer_sum(const Rules& rules,
                        const PayerRule& rule,
                        ApplicantKind applicant,
                        const Figure<Money>& shared,
                        const std::vector<Figure<Money>>& before) {
    const Figure<Money> by_share = portion(shared,
                                           rule.share,
                                           rules.rounding,
                                           Phrase(rule.name),
                                           base_note(rules, rule, applicant),
                                           source_of(rule.source, rules));
    Figure<Money> left = sum(minus_all(shared, before),
                             Phrase(rule.name),
                             say("Rounding would give {0}, but no more is left.", by_share.value),
                             source_of(rule.source, rules));
    if (rule.most && by_share.value > *rule.most && *rule.most <= left.value) {
        const Figure<Money> cap = given(*rule.most, say("The most of this payer"), phrase_of(rule.source));
        return sum({{cap, false}},
                   Phrase(rule.name),
                   say("{0} would be {1}, but this payer pays at most {2}.", rule.share, by_share.value, *rule.most),
                   phrase_of(rule.source));
    }
    return by_share.value <= left.value ? by_share : left;
}

PayerClass class_for(const PayerRule& rule, ApplicantKind applicant) {
    return rule.payer == PayerClass::own_public && applicant == ApplicantKind::private_body ? PayerClass::own_private
                                                                                            : rule.payer;
}

/// The lines in the order of the rules; the taker's is worked out last.
std::vector<Line> lines_of(const Rules& rules, ApplicantKind applicant, const Figure<Money>& shared) {
    std::vector<Line> lines;
    std::vector<Figure<Money>> others;
    std::size_t taker = rules.payers.size();
    for (const PayerRule& rule : rules.payers) {
        lines.push_back({rule.key, class_for(rule, applicant), rule.name, rule.share, {}});
        if (rule.key == rules.taker) {
            taker = lines.size() - 1;
            continue;
        }
        lines.back().sum = payer_sum(rules, rule, applicant, shared, others);
        others.push_back(lines.back().sum);
    }
    check(taker < lines.size(), "unsupported() lets no rules without a taker pass");
    const PayerRule& rule = rules.payers[taker];
    lines[taker].sum =
        sum(minus_all(shared, others),
            Phrase(rule.name),
            say("The rest after the others: {0} by the rule, more or less by rounding and caps.", rule.share),
            source_of(rule.source, rules));
    return lines;
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

Plan plan(const Rules& rules, const Figure<Money>& total_costs, Money outside_private, ApplicantKind applicant) {
    Plan made;
    made.total_costs = total_costs;
    made.outside = given(outside_private, say("Private money from outside"), phrase_of(rules.private_source));
    made.faults = input_faults(rules, total_costs.value, outside_private);
    if (!made.faults.empty()) {
        made.shared = given(Money(), shared_label(rules, applicant));
        made.public_funding = given(Money(), say("Public funding"));
        return made;
    }
    if (outside_private == Money()) {
        made.shared = sum({{total_costs, false}},
                          shared_label(rules, applicant),
                          say("There is no private money from outside: all costs are shared."));
    } else {
        made.shared = sum({{total_costs, false}, {made.outside, true}},
                          shared_label(rules, applicant),
                          say("Private money stands outside the shares."),
                          phrase_of(rules.private_source));
    }
    made.public_funding = made.shared;
    made.lines = lines_of(rules, applicant, made.shared);
    made.real_share = share_of(support_line(rules, made)->sum.value, made.public_funding.value);
    if (own_stands_outside(rules, applicant)) {
        set_own_apart(rules, made);
    }
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
