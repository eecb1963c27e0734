// Plans that start from something else than the total costs of one applicant: pay, or the support wanted.
#include "base/check.h"
#include "funding/plan.h"

namespace vastin::funding {

namespace {

Phrase source_phrase(const Localised& text) { return text == Localised{} ? Phrase() : Phrase(text); }

}  // namespace

Costs costs(const CostModel& model, Money pay) {
    check(model.kind == CostModel::Kind::flat_rate_on_pay, "unsupported() lets no other cost model pass");
    const Phrase source = source_phrase(model.source);
    Costs made;
    made.pay = given(pay, say("Pay"));
    if (pay < Money()) {
        made.faults.push_back({say("The pay cannot be negative."), "pay"});
    } else if (pay > largest_sum || pay + portion(pay, model.rate, model.rounding) > largest_sum) {
        made.faults.push_back({say("The costs are too large: at most {0}.", largest_sum), "pay"});
    }
    if (!made.faults.empty()) {
        made.flat_rate = given(Money(), Phrase(model.name), source);
        made.total = given(Money(), say("Total costs"));
        return made;
    }
    made.flat_rate = portion(made.pay,
                             model.rate,
                             model.rounding,
                             Phrase(model.name),
                             say("{0} of pay covers everything but pay; no receipts are asked.", model.rate),
                             source);
    made.total = sum({{made.pay, false}, {made.flat_rate, false}}, say("Total costs"));
    return made;
}

Plan plan_from_support(const Rules& rules, Money support_wanted, Money outside_private, ApplicantKind applicant) {
    const PayerRule* rule = find_payer(rules, rules.support);
    check(rule != nullptr, "unsupported() lets no rules without a payer of support pass");
    const Figure<Money> wanted = given(support_wanted, say("Support wanted"));
    std::vector<Reason> faults;
    if (support_wanted < Money()) {
        faults.push_back({say("The support cannot be negative."), "support"});
    } else if (support_wanted > largest_sum) {
        faults.push_back({say("The support is too large: at most {0}.", largest_sum), "support"});
    } else if (rule->most && support_wanted > *rule->most) {
        faults.push_back({say("The support would be {0}; this payer pays at most {1}: {2} too much.",
                              support_wanted,
                              *rule->most,
                              support_wanted - *rule->most),
                          "support"});
    }
    if (outside_private < Money() || outside_private > largest_sum) {
        faults.push_back({say("Private money is from 0 to {0}.", largest_sum), "outside_private"});
    }
    if (!faults.empty()) {
        Plan made;
        made.total_costs = given(Money(), say("Total costs"));
        made.outside = given(outside_private, say("Private money from outside"));
        made.shared = made.public_funding = given(Money(), say("Public funding"));
        made.faults = std::move(faults);
        return made;
    }
    // a share of the total costs is taken of outside money, too; what is bound by "at most" needs a whole that is
    // large enough for the support to fit under it
    const bool outside = outside_private > Money() && rule->base != Base::total_costs;
    Rounding rounding = rules.rounding;
    if (rule->bound == Bound::at_most) {
        rounding.mode = RoundingMode::up;
    }
    Figure<Money> total =
        whole_of(wanted,
                 rule->share,
                 rounding,
                 outside ? say("Costs without outside private money") : say("Total costs"),
                 rule->bound == Bound::at_most ? say("The support wanted is at most {0} of this.", rule->share)
                                               : say("The support wanted is {0} of this.", rule->share),
                 source_phrase(rule->source));
    if (outside) {
        total = sum({{std::move(total), false}, {given(outside_private, say("Private money from outside")), false}},
                    say("Total costs"));
    }
    return plan(rules, total, outside_private, applicant);
}

}  // namespace vastin::funding
