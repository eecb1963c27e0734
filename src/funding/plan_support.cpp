// Plans that start from something else than the total costs of one applicant: the support wanted.
#include "base/check.h"
#include "funding/plan.h"

namespace vastin::funding {

namespace {

/// The whole in which `rule`'s payer gives `wanted`. A share of the total costs is taken of outside money, too; what is
/// bound by "at most" needs a whole that is large enough for the sum to fit under it.
Figure<Money> whole_for(const Rules& rules, const PayerRule& rule, Money wanted, Money outside_private) {
    const bool support = rule.key == rules.support;
    const bool outside = outside_private > Money() && rule.base == Base::public_funding;
    Rounding rounding = rules.rounding;
    if (rule.bound == Bound::at_most) {
        rounding.mode = RoundingMode::up;
    } else if (rule.bound == Bound::at_least) {
        rounding.mode = RoundingMode::down;
    }
    Figure<Money> total =
        whole_of(given(wanted, support ? say("Support wanted") : say("Sum wanted of {0}", rule.name)),
                 rule.share,
                 rounding,
                 outside ? say("Costs without outside private money") : say("Total costs"),
                 rule.bound == Bound::at_most ? say("The support wanted is at most {0} of this.", rule.share)
                 : support                    ? say("The support wanted is {0} of this.", rule.share)
                                              : say("The sum wanted of {0} is {1} of this.", rule.name, rule.share),
                 phrase_of(rule.source));
    if (!outside) {
        return total;
    }
    return sum({{std::move(total), false}, {given(outside_private, say("Private money from outside")), false}},
               say("Total costs"));
}

std::vector<Fault> wanted_faults(const PayerRule& rule, Money wanted, Money outside_private, const char* field) {
    std::vector<Fault> faults;
    const std::string where = "funding.payers." + rule.key.text;
    if (wanted < Money()) {
        faults.push_back(fault(say("The support cannot be negative."), field, where));
    } else if (wanted > largest_sum) {
        faults.push_back(fault(say("The support is too large: at most {0}.", largest_sum), field, where));
    } else if (rule.most && wanted > *rule.most) {
        faults.push_back(fault(say("The support would be {0}; this payer pays at most {1}: {2} too much.",
                                   wanted,
                                   *rule.most,
                                   wanted - *rule.most),
                               field,
                               where,
                               phrase_of(rule.source),
                               *rule.most,
                               wanted));
    }
    if (outside_private < Money() || outside_private > largest_sum) {
        faults.push_back(
            fault(say("Private money is from 0 to {0}.", largest_sum), "outside_private", "outside_private"));
    }
    return faults;
}

Plan plan_from(
    const Rules& rules, const WhatIf& wanted, Money outside_private, ApplicantKind applicant, const char* field) {
    const PayerRule* rule = find_payer(rules, wanted.payer);
    check(rule != nullptr && rule->share > Share{0}, "a plan starts from the sum of a payer with a share");
    auto faults = wanted_faults(*rule, wanted.sum, outside_private, field);
    if (!faults.empty()) {
        Plan made;
        made.total_costs = given(Money(), say("Total costs"));
        made.outside = given(outside_private, say("Private money from outside"));
        made.income = given(Money(), say("Income"));
        made.net_costs = given(Money(), say("Net costs"));
        made.shared = made.public_funding = given(Money(), say("Public funding"));
        made.faults = std::move(faults);
        return made;
    }
    return plan(rules,
                {.total_costs = whole_for(rules, *rule, wanted.sum, outside_private),
                 .outside_private = outside_private,
                 .applicant = applicant});
}

}  // namespace

Plan plan_from_support(const Rules& rules, Money support_wanted, Money outside_private, ApplicantKind applicant) {
    return plan_from(rules, {rules.support, support_wanted}, outside_private, applicant, "support");
}

Plan plan_from_payer(const Rules& rules, const WhatIf& wanted, Money outside_private, ApplicantKind applicant) {
    return plan_from(rules, wanted, outside_private, applicant, "what_if");
}

}  // namespace vastin::funding
