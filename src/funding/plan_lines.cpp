#include "funding/plan_lines.h"

#include "base/check.h"

namespace vastin::funding {

namespace {

/// Where a rounded sum comes from: the rule, and where its rounding is said.
Phrase source_of(const Localised& rule, const Rules& rules) {
    if (rules.rounding_source == Localised{}) {
        return phrase_of(rule);
    }
    return rule == Localised{} || rule == rules.rounding_source ? Phrase(rules.rounding_source)
                                                                : say("{0}. {1}", rule, rules.rounding_source);
}

/// "At most 60 % of the total costs.": how the share binds, where it is not exact.
Phrase bound_note(const PayerRule& rule) {
    const bool most = rule.bound == Bound::at_most;
    switch (rule.base) {
        case Base::total_costs:
            return most ? say("At most {0} of the total costs.", rule.share)
                        : say("At least {0} of the total costs.", rule.share);
        case Base::net_costs:
            return most ? say("At most {0} of the net costs.", rule.share)
                        : say("At least {0} of the net costs.", rule.share);
        case Base::public_funding:
            break;
    }
    return most ? say("At most {0} of all public funding.", rule.share)
                : say("At least {0} of all public funding.", rule.share);
}

/// "25 % of all public funding, not of the 40 % that the region pays": what a reader may take for the base.
Phrase base_note(const Ground& ground, const PayerRule& rule) {
    if (rule.bound == Bound::at_most || rule.bound == Bound::at_least) {
        return bound_note(rule);
    }
    if (rule.base != Base::public_funding) {
        return rule.bound == Bound::about ? say("{0}. The share is indicative.", of_base(rule))
                                          : say("{0}.", of_base(rule));
    }
    if (own_stands_outside(ground.rules, ground.input.applicant)) {
        return say("{0} of the costs without outside private money.", rule.share);
    }
    if (rule.bound == Bound::about) {
        return say("{0} of all public funding. The share is indicative.", rule.share);
    }
    const PayerRule& support = *find_payer(ground.rules, ground.rules.support);
    if (rule.key == ground.rules.support || support.base != Base::public_funding) {
        return say("{0} of all public funding.", rule.share);
    }
    const Share left{whole_share.basis_points - support.share.basis_points};
    return say("{0} of all public funding, not of the {1} that is left to the region.", rule.share, left);
}

/// What is left for `rule` after `before`, where its share would be more.
Figure<Money> all_that_is_left(const Ground& ground,
                               const PayerRule& rule,
                               Money by_share,
                               const std::vector<Figure<Money>>& before) {
    return sum(minus_all(ground.shared, before),
               Phrase(rule.name),
               rule.bound == Bound::open ? say("The least sum would be {0}, but no more is left.", by_share)
               : rule.base == Base::public_funding
                   ? say("Rounding would give {0}, but no more is left.", by_share)
                   : say("{0} would be {1}, but no more is left.", of_base(rule), by_share),
               source_of(rule.source, ground.rules));
}

/// The least that a payer must pay, by its share or in euros: in whole units, rounded up. Nothing where it has no
/// least.
std::optional<Figure<Money>> least_of(const Ground& ground, const PayerRule& rule) {
    std::optional<Figure<Money>> least;
    if (rule.bound == Bound::at_least) {
        const Rounding up{ground.rules.rounding.unit, RoundingMode::up};
        least = portion(base_of(ground, rule), rule.share, up, say("The least of {0}", rule.name));
    }
    if (rule.least && (!least || least->value < *rule.least)) {
        least = given(*rule.least, say("The least of {0}", rule.name), phrase_of(rule.source));
    }
    return least;
}

/// What the others must pay at least: the taker, and those behind `rule` that nobody typed.
std::vector<Figure<Money>> leasts_behind(const Ground& ground, const PayerRule& rule) {
    std::vector<Figure<Money>> leasts;
    bool behind = false;
    for (const PayerRule& other : ground.rules.payers) {
        const bool taker = other.key == ground.rules.taker;
        if ((behind || taker) && find_typed(ground, other.key) == nullptr) {
            if (auto least = least_of(ground, other)) {
                leasts.push_back(std::move(*least));
            }
        }
        behind = behind || other.key == rule.key;
    }
    return leasts;
}

/// A payer that is bound by "at most" gives way where the others would not reach what they must pay at least.
Figure<Money> giving_way(const Ground& ground,
                         const PayerRule& rule,
                         Figure<Money> by_share,
                         const std::vector<Figure<Money>>& before) {
    const std::vector<Figure<Money>> leasts = leasts_behind(ground, rule);
    std::vector<Figure<Money>> away = before;
    Money left = ground.shared.value, demanded;
    for (const Figure<Money>& figure : before) {
        left -= figure.value;
    }
    for (const Figure<Money>& least : leasts) {
        left -= least.value;
        demanded += least.value;
        away.push_back(least);
    }
    if (leasts.empty() || by_share.value <= left) {
        return by_share;
    }
    const Phrase note =
        say("{0} would be {1}, but the others must pay at least {2}.", of_base(rule), by_share.value, demanded);
    return left <= Money() ? sum({}, Phrase(rule.name), note, phrase_of(rule.source))
                           : sum(minus_all(ground.shared, away), Phrase(rule.name), note, phrase_of(rule.source));
}

/// A sum that stands in euros in the rules, in the place of the share.
Figure<Money> in_euros(const PayerRule& rule, Money sum_in_rules, Phrase label, Phrase note) {
    return sum({{given(sum_in_rules, std::move(label), phrase_of(rule.source))}},
               Phrase(rule.name),
               std::move(note),
               phrase_of(rule.source));
}

Rounding rounding_of(const Ground& ground, const PayerRule& rule) {
    Rounding rounding = ground.rules.rounding;
    if (rule.bound == Bound::at_most) {
        rounding.mode = RoundingMode::down;
    } else if (rule.bound == Bound::at_least) {
        rounding.mode = RoundingMode::up;
    }
    return rounding;
}

/// What the rule alone gives to a payer, whatever is left for it.
Figure<Money> by_rule(const Ground& ground, const PayerRule& rule) {
    if (rule.bound == Bound::open) {
        if (rule.least && *rule.least > Money()) {
            return in_euros(
                rule, *rule.least, say("The least of this payer"), say("The call sets a least sum, but no share."));
        }
        return sum({},
                   Phrase(rule.name),
                   say("The call sets no share for this payer; it is agreed with it. Nothing is counted here."),
                   phrase_of(rule.source));
    }
    Figure<Money> by_share = portion(base_of(ground, rule),
                                     rule.share,
                                     rounding_of(ground, rule),
                                     Phrase(rule.name),
                                     base_note(ground, rule),
                                     source_of(rule.source, ground.rules));
    if (rule.least && by_share.value < *rule.least && rule.bound != Bound::at_most && rule.bound != Bound::exact) {
        return in_euros(
            rule,
            *rule.least,
            say("The least of this payer"),
            say("{0} would be {1}, but this payer pays at least {2}.", rule.share, by_share.value, *rule.least));
    }
    return by_share;
}

/// What a payer that is not the taker pays, after `before`: its rounded share, but no more than its cap and than what
/// is left. The figure tells which of the three it was. What is bound by "at most" is rounded down, what is bound by
/// "at least" up, whatever the call says of rounding: half a euro the other way would already break the bound.
Figure<Money> payer_sum(const Ground& ground, const PayerRule& rule, const std::vector<Figure<Money>>& before) {
    Figure<Money> due = by_rule(ground, rule);
    Figure<Money> left = all_that_is_left(ground, rule, due.value, before);
    if (rule.most && due.value > *rule.most && *rule.most <= left.value) {
        due = in_euros(rule,
                       *rule.most,
                       say("The most of this payer"),
                       say("{0} would be {1}, but this payer pays at most {2}.", rule.share, due.value, *rule.most));
    }
    if (rule.bound == Bound::at_most) {
        due = giving_way(ground, rule, std::move(due), before);
    }
    return due.value <= left.value ? due : left;
}

PayerClass class_for(const PayerRule& rule, ApplicantKind applicant) {
    return rule.payer == PayerClass::own_public && applicant == ApplicantKind::private_body ? PayerClass::own_private
                                                                                            : rule.payer;
}

Phrase taker_note(const PayerRule& rule) {
    switch (rule.bound) {
        case Bound::open:
            return say("The rest after the others: the call sets no share for it.");
        case Bound::at_least:
        case Bound::at_most:
            return say("The rest after the others. {0}", bound_note(rule));
        case Bound::exact:
        case Bound::about:
            break;
    }
    return say("The rest after the others: {0} by the rule, more or less by rounding and caps.", rule.share);
}

}  // namespace

const Figure<Money>& base_of(const Ground& ground, const PayerRule& rule) {
    return rule.base == Base::total_costs ? ground.total : rule.base == Base::net_costs ? ground.net : ground.shared;
}

Phrase of_base(const PayerRule& rule) {
    return rule.base == Base::total_costs ? say("{0} of the total costs", rule.share)
           : rule.base == Base::net_costs ? say("{0} of the net costs", rule.share)
                                          : say("{0} of the public funding", rule.share);
}

const TypedSum* find_typed(const Ground& ground, const PayerKey& payer) {
    for (const TypedSum& typed : ground.input.typed) {
        if (typed.payer == payer) {
            return &typed;
        }
    }
    return nullptr;
}

std::vector<Operand> minus_all(const Figure<Money>& from, const std::vector<Figure<Money>>& away) {
    std::vector<Operand> operands{{from, false}};
    for (const Figure<Money>& figure : away) {
        operands.push_back({figure, true});
    }
    return operands;
}

namespace {

/// The typed sums as figures: they are taken before anything is computed.
std::vector<Figure<Money>> typed_figures(const Ground& ground) {
    std::vector<Figure<Money>> all;
    for (const PayerRule& rule : ground.rules.payers) {
        if (const TypedSum* typed = find_typed(ground, rule.key)) {
            all.push_back(given(typed->sum, Phrase(rule.name), say("A sum that the applicant gives.")));
        }
    }
    return all;
}

}  // namespace

std::vector<Line> lines_of(const Ground& ground, const std::optional<WhatIf>& what_if) {
    const Rules& rules = ground.rules;
    std::vector<Line> lines;
    std::vector<Figure<Money>> others = typed_figures(ground);  // without the tried one, which takes nothing from
                                                                // those behind it
    std::optional<Figure<Money>> tried;
    std::size_t taker = rules.payers.size(), typed = 0;
    for (const PayerRule& rule : rules.payers) {
        lines.push_back({rule.key, class_for(rule, ground.input.applicant), rule.name, rule.share, rule.base, {}});
        if (rule.key == rules.taker) {
            taker = lines.size() - 1;
        } else if (find_typed(ground, rule.key) != nullptr) {
            lines.back().sum = others[typed++];
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
    std::vector<Figure<Money>> others = typed_figures(ground);
    for (const Figure<Money>& typed : others) {
        left -= typed.value;
    }
    for (const PayerRule& rule : ground.rules.payers) {
        if (rule.key != ground.rules.taker && rule.key != payer && find_typed(ground, rule.key) == nullptr) {
            others.push_back(payer_sum(ground, rule, others));
            left -= others.back().value;
        }
    }
    return left;
}

}  // namespace vastin::funding
