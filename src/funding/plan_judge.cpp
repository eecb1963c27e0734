// What the bounds of the payers and the law say of a plan that is worked out.
#include <algorithm>

#include "base/check.h"
#include "funding/plan_lines.h"

namespace vastin::funding {

namespace {

constexpr Rounding cents_down{Money::cents(1), RoundingMode::down}, cents_up{Money::cents(1), RoundingMode::up},
    to_the_cent{Money::cents(1), RoundingMode::nearest};

/// One payer of a plan, as it is judged.
struct Judged {
    const Ground& ground;
    const PayerRule& rule;
    Money found;
    std::string field;
    Money slack;  // what rounding may move: nothing for typed sums
    Plan& plan;

    void say_fault(Phrase phrase, Money allowed) const {
        plan.faults.push_back(
            fault(std::move(phrase), field, "funding.payers." + rule.key.text, phrase_of(rule.source), allowed, found));
    }
    void too_much(Money allowed) const {
        say_fault(say("{0} would pay {1}, but at most {2} is allowed ({3}): {4} too much.",
                      rule.name,
                      found,
                      allowed,
                      of_base(rule),
                      found - allowed),
                  allowed);
    }
    void too_little(Money allowed) const {
        say_fault(say("{0} would pay {1}, but must pay at least {2} ({3}): {4} too little.",
                      rule.name,
                      found,
                      allowed,
                      of_base(rule),
                      allowed - found),
                  allowed);
    }
};

/// A cap of a payer in euros binds before its share.
Money capped(const PayerRule& rule, Money sum) { return rule.most ? std::min(*rule.most, sum) : sum; }

/// The sums in euros, which hold to the cent.
void judge_euros(const Judged& judged) {
    const PayerRule& rule = judged.rule;
    if (rule.most && judged.found > *rule.most) {
        judged.say_fault(say("{0} would pay {1}, but pays at most {2}: {3} too much.",
                             rule.name,
                             judged.found,
                             *rule.most,
                             judged.found - *rule.most),
                         *rule.most);
    }
    if (rule.least && judged.found < *rule.least) {
        judged.say_fault(say("{0} would pay {1}, but must pay at least {2}: {3} too little.",
                             rule.name,
                             judged.found,
                             *rule.least,
                             *rule.least - judged.found),
                         *rule.least);
    }
}

void judge_share(const Judged& judged, bool typed) {
    const PayerRule& rule = judged.rule;
    const Money base = base_of(judged.ground, rule).value;
    if (rule.bound == Bound::at_most) {
        const Money most = portion(base, rule.share, cents_down);
        if (judged.found > most + judged.slack) {
            judged.too_much(most);
        }
    } else if (rule.bound == Bound::at_least) {
        const Money least = capped(rule, portion(base, rule.share, cents_up));
        if (judged.found + judged.slack < least) {
            judged.too_little(least);
        }
    } else if (rule.bound == Bound::exact) {
        const Money due = capped(rule, portion(base, rule.share, to_the_cent));
        const Money unit = judged.ground.rules.rounding.unit;
        const Money slack = typed ? unit : judged.slack;
        if (judged.found >= due + slack && typed) {
            judged.say_fault(say("{0} would pay {1}, but by the rules pays {2} ({3}): {4} too much.",
                                 rule.name,
                                 judged.found,
                                 due,
                                 of_base(rule),
                                 judged.found - due),
                             due);
        } else if (judged.found + slack <= due) {
            judged.say_fault(say("{0} would pay {1}, but by the rules pays {2} ({3}): {4} too little.",
                                 rule.name,
                                 judged.found,
                                 due,
                                 of_base(rule),
                                 due - judged.found),
                             due);
        }
    }
}

/// The payers whose sums are public money of others, in one sum.
Money public_money(const Plan& plan) {
    Money all;
    for (const Line& line : plan.lines) {
        if (line.payer != PayerClass::own_public && line.payer != PayerClass::own_private &&
            line.payer != PayerClass::outside_private) {
            all += line.sum.value;
        }
    }
    return all;
}

}  // namespace

std::string field_of(const PayerKey& payer) { return "pays_" + payer.text; }

std::vector<Fault> typed_faults(const Ground& ground) {
    std::vector<Fault> faults;
    Money together;
    for (const TypedSum& typed : ground.input.typed) {
        check(find_payer(ground.rules, typed.payer) != nullptr && typed.payer != ground.rules.taker,
              "a sum is typed of a payer that is not the taker of the rest");
        check(find_typed(ground, typed.payer) == &typed, "a payer has one typed sum");
        const std::string rule = "funding.payers." + typed.payer.text;
        if (typed.sum < Money()) {
            faults.push_back(fault(say("A sum cannot be negative."), field_of(typed.payer), rule));
        } else if (typed.sum > largest_sum) {
            faults.push_back(fault(say("A sum is at most {0}.", largest_sum), field_of(typed.payer), rule));
        } else {
            together += typed.sum;
        }
    }
    if (faults.empty() && together > ground.shared.value) {
        const PayerKey& last = ground.input.typed.back().payer;
        faults.push_back(fault(say("The payers would pay {0} together, but only {1} is shared by them: {2} too much.",
                                   together,
                                   ground.shared.value,
                                   together - ground.shared.value),
                               field_of(last),
                               "funding.payers." + last.text,
                               {},
                               ground.shared.value,
                               together));
    }
    return faults;
}

void judge_bounds(const Ground& ground, Plan& plan) {
    const Rules& rules = ground.rules;
    const auto& what_if = ground.input.what_if;
    const std::string blamed = what_if                      ? "what_if"
                               : ground.input.typed.empty() ? "total_costs"
                                                            : field_of(ground.input.typed.back().payer);
    // each payer whose share is computed may round by nearly a unit, and take that from those behind it
    const auto rounded = std::count_if(rules.payers.begin(), rules.payers.end(), [&](const PayerRule& rule) {
        return rule.key != rules.taker && rule.bound != Bound::open && find_typed(ground, rule.key) == nullptr;
    });
    const Money slack = units_of(rules.rounding.unit, rounded);
    for (const Line& line : plan.lines) {
        const PayerRule& rule = *find_payer(rules, line.key);
        const bool typed = find_typed(ground, line.key) != nullptr, taker = line.key == rules.taker;
        if (what_if && line.key == what_if->payer) {
            continue;  // judge_tried() tells it
        }
        const bool computed_least = !typed && !taker && rule.bound == Bound::at_least;
        Judged judged{ground,
                      rule,
                      line.sum.value,
                      typed ? field_of(line.key) : blamed,
                      typed || computed_least ? Money() : slack,
                      plan};
        if (!(taker && rule.bound == Bound::exact)) {
            judge_share(judged, typed);
        }
        judge_euros(judged);
    }
}

void judge_de_minimis(const Ground& ground, Plan& plan) {
    const Rules& rules = ground.rules;
    const auto& received = ground.input.de_minimis_received;
    const Limit* limit = rules.limits_day ? limit_on(rules, Limit::Kind::de_minimis, *rules.limits_day) : nullptr;
    if (!received || limit == nullptr) {
        return;
    }
    if (*received < Money() || *received > largest_sum) {
        plan.faults.push_back(fault(say("What was received is from 0 to {0}.", largest_sum),
                                    "de_minimis_received",
                                    "funding.limits.de_minimis"));
        return;
    }
    const Money here = public_money(plan), together = here + *received;
    if (together > limit->most) {
        plan.faults.push_back(fault(say("The public money of this plan, {0}, and the de minimis aid received in {1} "
                                        "months, {2}, make {3}. The law allows at most {4}: {5} too much.",
                                        here,
                                        static_cast<std::int64_t>(limit->window.count),
                                        *received,
                                        together,
                                        limit->most,
                                        together - limit->most),
                                    "de_minimis_received",
                                    "funding.limits.de_minimis",
                                    phrase_of(limit->source),
                                    limit->most,
                                    together));
    }
}

}  // namespace vastin::funding
