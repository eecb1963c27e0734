#include "funding/plan_lines.h"

#include "base/check.h"

namespace vastin::funding {

namespace {

/// Where a rounded sum comes from: the rule, and where its rounding is said.
Phrase source_of(const Localised& rule, const Rules& rules) {
    if (rules.rounding_source == Localised{}) {
        return phrase_of(rule);
    }
    return rule == Localised{} ? Phrase(rules.rounding_source) : say("{0}. {1}", rule, rules.rounding_source);
}

/// "25 % of all public funding, not of the 40 % that the region pays": what a reader may take for the base.
Phrase base_note(const Ground& ground, const PayerRule& rule) {
    if (rule.bound == Bound::at_most) {
        return rule.base == Base::total_costs ? say("At most {0} of the total costs.", rule.share)
                                              : say("At most {0} of all public funding.", rule.share);
    }
    if (own_stands_outside(ground.rules, ground.applicant)) {
        return say("{0} of the costs without outside private money.", rule.share);
    }
    if (rule.bound == Bound::about) {
        return say("{0} of all public funding. The share is indicative.", rule.share);
    }
    if (rule.key == ground.rules.support) {
        return say("{0} of all public funding.", rule.share);
    }
    const Share left{whole_share.basis_points - find_payer(ground.rules, ground.rules.support)->share.basis_points};
    return say("{0} of all public funding, not of the {1} that is left to the region.", rule.share, left);
}

/// What is left for `rule` after `before`, where its share would be more.
Figure<Money> all_that_is_left(const Ground& ground,
                               const PayerRule& rule,
                               Money by_share,
                               const std::vector<Figure<Money>>& before) {
    return sum(minus_all(ground.shared, before),
               Phrase(rule.name),
               rule.base == Base::total_costs
                   ? say("{0} of the total costs would be {1}, but no more is left.", rule.share, by_share)
                   : say("Rounding would give {0}, but no more is left.", by_share),
               source_of(rule.source, ground.rules));
}

/// What a payer that is not the taker pays, after `before`: its rounded share, but no more than its cap and than what
/// is left. The figure tells which of the three it was. What is bound by "at most" is rounded down, whatever the call
/// says of rounding: half a euro up would already be too much.
Figure<Money> payer_sum(const Ground& ground, const PayerRule& rule, const std::vector<Figure<Money>>& before) {
    if (rule.bound == Bound::open) {
        return sum({},
                   Phrase(rule.name),
                   say("The call sets no share for this payer; it is agreed with it. Nothing is counted here."),
                   phrase_of(rule.source));
    }
    Rounding rounding = ground.rules.rounding;
    if (rule.bound == Bound::at_most) {
        rounding.mode = RoundingMode::down;
    }
    const Figure<Money> by_share = portion(rule.base == Base::total_costs ? ground.total : ground.shared,
                                           rule.share,
                                           rounding,
                                           Phrase(rule.name),
                                           base_note(ground, rule),
                                           source_of(rule.source, ground.rules));
    Figure<Money> left = all_that_is_left(ground, rule, by_share.value, before);
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

Phrase taker_note(const PayerRule& rule) {
    return rule.bound == Bound::open
               ? say("The rest after the others: the call sets no share for it.")
               : say("The rest after the others: {0} by the rule, more or less by rounding and caps.", rule.share);
}

}  // namespace

std::vector<Operand> minus_all(const Figure<Money>& from, const std::vector<Figure<Money>>& away) {
    std::vector<Operand> operands{{from, false}};
    for (const Figure<Money>& figure : away) {
        operands.push_back({figure, true});
    }
    return operands;
}

std::vector<Line> lines_of(const Ground& ground, const std::optional<WhatIf>& what_if) {
    const Rules& rules = ground.rules;
    std::vector<Line> lines;
    std::vector<Figure<Money>> others;  // without the tried one, which takes nothing from those behind it
    std::optional<Figure<Money>> tried;
    std::size_t taker = rules.payers.size();
    for (const PayerRule& rule : rules.payers) {
        lines.push_back({rule.key, class_for(rule, ground.applicant), rule.name, rule.share, {}});
        if (rule.key == rules.taker) {
            taker = lines.size() - 1;
        } else if (what_if && rule.key == what_if->payer) {
            tried = given(what_if->sum, Phrase(rule.name), say("A sum that is tried, not one by the rules."));
            lines.back().sum = *tried;
        } else {
            lines.back().sum = payer_sum(ground, rule, others);
            others.push_back(lines.back().sum);
        }
    }
    check(taker < lines.size(), "unsupported() lets no rules without a taker pass");
    check(!what_if || tried, "a sum can be tried of a payer that is not the taker of the rest");
    if (tried) {
        others.push_back(*tried);
    }
    const PayerRule& rule = rules.payers[taker];
    lines[taker].sum = sum(
        minus_all(ground.shared, others), Phrase(rule.name), taker_note(rule), source_of(rule.source, ground.rules));
    return lines;
}

Money room_for(const Ground& ground, const PayerKey& payer) {
    Money left = ground.shared.value;
    std::vector<Figure<Money>> others;
    for (const PayerRule& rule : ground.rules.payers) {
        if (rule.key != ground.rules.taker && rule.key != payer) {
            others.push_back(payer_sum(ground, rule, others));
            left -= others.back().value;
        }
    }
    return left;
}

}  // namespace vastin::funding
