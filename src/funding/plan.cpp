#include "funding/plan.h"

#include <algorithm>

#include "base/check.h"
#include "funding/plan_lines.h"

namespace vastin::funding {

namespace {

Phrase shared_label(const Rules& rules, ApplicantKind applicant) {
    return own_stands_outside(rules, applicant) ? say("Costs without outside private money") : say("Public funding");
}

/// What is wrong with the sums that a plan starts from.
std::vector<Fault> input_faults(const Rules& rules, const Input& input) {
    std::vector<Fault> faults;
    const Money total = input.total_costs.value, outside = input.outside_private;
    const auto wrong = [&](Phrase phrase, const char* field) {
        faults.push_back(fault(std::move(phrase), field, std::string("form.") + field));
    };
    if (total < Money()) {
        wrong(say("The total costs cannot be negative."), "total_costs");
    }
    if (total > largest_sum) {
        wrong(say("The total costs are too large: at most {0}.", largest_sum), "total_costs");
    }
    if (outside < Money()) {
        wrong(say("Private money cannot be negative."), "outside_private");
    } else if (outside > total && total >= Money()) {
        wrong(say("The private money, {0}, is more than the total costs, {1}.", outside, total), "outside_private");
    } else if (outside > Money() && rules.private_money == PrivateMoney::refused) {
        faults.push_back(fault(say("This call takes no private money. Leave the field at 0."),
                               "outside_private",
                               "funding.private_money",
                               phrase_of(rules.private_source),
                               Money(),
                               outside));
    }
    if (input.income < Money()) {
        wrong(say("The income cannot be negative."), "income");
    } else if (faults.empty() && input.income > total - outside) {
        faults.push_back(fault(say("The income, {0}, is more than the costs without private money, {1}: {2} too much.",
                                   input.income,
                                   total - outside,
                                   input.income - (total - outside)),
                               "income",
                               "form.income",
                               {},
                               total - outside,
                               input.income));
    }
    return faults;
}

/// What the payers share: the total costs of `plan` without its income and its outside money.
Figure<Money> shared_costs(const Rules& rules, const Plan& plan, ApplicantKind applicant) {
    const bool outside = plan.outside.value > Money(), income = plan.income.value > Money();
    if (!outside && !income) {
        return sum({{plan.total_costs, false}},
                   shared_label(rules, applicant),
                   say("There is no private money from outside: all costs are shared."));
    }
    std::vector<Operand> operands{{plan.total_costs, false}};
    if (income) {
        operands.push_back({plan.income, true});
    }
    if (outside) {
        operands.push_back({plan.outside, true});
    }
    return sum(std::move(operands),
               shared_label(rules, applicant),
               !income    ? say("Private money stands outside the shares.")
               : !outside ? say("Income stands outside the shares.")
                          : say("Income and private money stand outside the shares."),
               outside ? phrase_of(rules.private_source) : Phrase());
}

Figure<Money> net_costs(const Plan& plan) {
    return plan.income.value == Money() ? sum({{plan.total_costs, false}}, say("Net costs"), say("There is no income."))
                                        : sum({{plan.total_costs, false}, {plan.income, true}}, say("Net costs"));
}

/// What keeps a tried sum from any plan.
std::vector<Fault> tried_faults(const Ground& ground, const WhatIf& what_if) {
    const PayerRule* rule = find_payer(ground.rules, what_if.payer);
    check(rule != nullptr, "a sum is tried of one of the payers");
    const std::string where = "funding.payers." + rule->key.text;
    if (what_if.sum < Money()) {
        return {fault(say("A sum cannot be negative."), "what_if", where)};
    }
    if (rule->most && what_if.sum > *rule->most) {
        return {fault(say("{0} pays at most {1}: {2} too much.", rule->name, *rule->most, what_if.sum - *rule->most),
                      "what_if",
                      where,
                      phrase_of(rule->source),
                      *rule->most,
                      what_if.sum)};
    }
    const Money room = room_for(ground, what_if.payer);
    if (what_if.sum > room) {
        return {fault(say("The others leave at most {0} to {1}: {2} too much.", room, rule->name, what_if.sum - room),
                      "what_if",
                      where,
                      {},
                      room,
                      what_if.sum)};
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
    const auto broken = [&](Phrase phrase) {
        plan.faults.push_back(fault(
            std::move(phrase), "what_if", "funding.payers." + rule.key.text, phrase_of(rule.source), due, what_if.sum));
    };
    if (rule.bound == Bound::at_most && what_if.sum > due) {
        broken(say("{0} pays at most {1}: {2} too much.", rule.name, due, what_if.sum - due));
    } else if (rule.bound == Bound::at_least && what_if.sum < due) {
        broken(say("{0} pays at least {1}: {2} too little.", rule.name, due, due - what_if.sum));
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
            const PayerRule& rule = *find_payer(rules, line.key);
            plan.faults.push_back(fault(say("{0}: must take part with a sum, however small.", line.name),
                                        field,
                                        "funding.payers." + line.key.text,
                                        phrase_of(rule.source),
                                        Money::cents(1),
                                        Money()));
        }
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
    const PayerRule& rule = *find_payer(rules, rules.support);
    const bool holds_anyway = rule.base != Base::public_funding || rule.bound == Bound::open;
    if (holds_anyway && rules.private_own != PrivateOwn::refused) {
        return;  // a share of the costs holds whatever is public of them
    }
    if (rules.private_own == PrivateOwn::refused) {
        plan.faults.push_back(fault(say("In this call the own money must be public money. Let a public body apply, or "
                                        "find a public payer for {0}.",
                                        own_sum),
                                    "applicant_kind",
                                    "funding.private_own",
                                    phrase_of(rules.private_source),
                                    Money(),
                                    own_sum));
        return;
    }
    plan.faults.push_back(
        fault(say("{0}: {1} of the public funding in place of {2}, because the own money of a private "
                  "applicant is not public funding. Find a public payer for {3} in place of own money, "
                  "or let a public body apply.",
                  support->name,
                  plan.real_share,
                  support->share,
                  own_sum),
              "applicant_kind",
              "funding.private_own",
              phrase_of(rules.private_source),
              Money(),
              own_sum));
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

namespace {

/// Which shares a condition has changed.
void tell_changed(const Rules& usual, const Rules& rules, const Holding& holding, Plan& plan) {
    for (std::size_t i = 0; i < usual.payers.size(); ++i) {
        const PayerRule& rule = usual.payers[i];
        const auto found = std::find_if(
            rule.instead.begin(), rule.instead.end(), [&](const ShareWhen& when) { return holding.has(when.holds); });
        if (found == rule.instead.end()) {
            continue;
        }
        plan.notes.push_back(
            found->condition == Localised{}
                ? say("{0}: {1} in place of {2}, by a condition of the call.",
                      rule.name,
                      rules.payers[i].share,
                      rule.share)
                : say("{0}: {1} in place of {2}: {3}", rule.name, rules.payers[i].share, rule.share, found->condition));
    }
}

Plan plan_by(const Rules& rules, const Input& input) {
    Plan made;
    made.total_costs = input.total_costs;
    made.outside = given(input.outside_private, say("Private money from outside"), phrase_of(rules.private_source));
    made.income = given(input.income, say("Income"));
    made.net_costs = net_costs(made);
    made.faults = input_faults(rules, input);
    if (made.faults.empty()) {
        made.shared = shared_costs(rules, made, input.applicant);
        const Ground ground{rules, input, made.total_costs, made.net_costs, made.shared};
        made.faults = typed_faults(ground);
        if (made.faults.empty() && input.what_if) {
            made.faults = tried_faults(ground, *input.what_if);
        }
    }
    if (!made.faults.empty()) {
        made.shared = given(Money(), shared_label(rules, input.applicant));
        made.public_funding = given(Money(), say("Public funding"));
        return made;
    }
    const Ground ground{rules, input, made.total_costs, made.net_costs, made.shared};
    made.public_funding = made.shared;
    made.lines = lines_of(ground, input.what_if);
    made.real_share = share_of(support_line(rules, made)->sum.value, made.public_funding.value);
    if (own_stands_outside(rules, input.applicant)) {
        set_own_apart(rules, made);
    }
    if (input.what_if) {
        judge_tried(ground, *input.what_if, made);
    }
    judge_bounds(ground, made);
    judge_parts(rules, input.what_if ? "what_if" : "total_costs", made);
    if (!input.of_group) {
        judge_size(rules, made);
    }
    judge_de_minimis(ground, made);
    return made;
}

}  // namespace

Plan plan(const Rules& rules, const Input& input) {
    const bool changed = std::any_of(rules.payers.begin(), rules.payers.end(), [&](const PayerRule& rule) {
        return std::any_of(rule.instead.begin(), rule.instead.end(), [&](const ShareWhen& when) {
            return input.holding.has(when.holds);
        });
    });
    if (!changed) {
        return plan_by(rules, input);
    }
    const Rules now = rules_when(rules, input.holding);
    Plan made = plan_by(now, input);
    tell_changed(rules, now, input.holding, made);
    return made;
}

}  // namespace vastin::funding
