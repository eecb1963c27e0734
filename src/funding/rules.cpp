#include "funding/rules.h"

#include <algorithm>

namespace vastin::funding {

namespace {

bool sound(Share share) { return share >= Share{0} && share <= whole_share; }

/// What a payer's rule says and plan.h cannot do.
void judge_payer(const PayerRule& rule, std::vector<Reason>& faults) {
    if (!sound(rule.share)) {
        faults.push_back({say("{0}: a share is from 0 % to 100 %, not {1}.", rule.name, rule.share), ""});
    }
    if (rule.bound == Bound::at_least) {
        faults.push_back(
            {say("{0}: \"at least {1}\" cannot be computed yet, only an exact share.", rule.name, rule.share), ""});
    }
    if (rule.base == Base::total_costs && rule.bound != Bound::at_most && rule.bound != Bound::open) {
        faults.push_back(
            {say("{0}: a share of total costs is computed only as \"at most\", others of public funding.", rule.name),
             ""});
    }
    if (rule.bound == Bound::open && rule.share != Share{0}) {
        faults.push_back({say("{0}: a payer whose share is open has no share, not {1}.", rule.name, rule.share), ""});
    }
    if (rule.base == Base::net_costs) {
        faults.push_back(
            {say("{0}: a share of net costs cannot be computed yet, only of public funding.", rule.name), ""});
    }
    if (!rule.instead.empty()) {
        faults.push_back({say("{0}: a share that a condition changes cannot be computed yet.", rule.name), ""});
    }
    if (rule.most && (*rule.most < Money() || *rule.most > largest_sum)) {
        faults.push_back({say("{0}: the cap must be from 0 to {1}.", rule.name, largest_sum), ""});
    }
    if (rule.payer == PayerClass::outside_private || rule.payer == PayerClass::own_private) {
        faults.push_back({say("{0}: private money has no share of public funding.", rule.name), ""});
    }
}

void judge_support_and_taker(const Rules& rules, std::vector<Reason>& faults) {
    const PayerRule* support = find_payer(rules, rules.support);
    if (support == nullptr) {
        faults.push_back({say("The payer of the support, \"{0}\", is not among the payers.", rules.support.text), ""});
    } else if (support->share <= Share{0}) {
        faults.push_back({say("The payer of the support, \"{0}\", has no share.", rules.support.text), ""});
    }
    const PayerRule* taker = find_payer(rules, rules.taker);
    if (taker == nullptr) {
        faults.push_back({say("The taker of the rest, \"{0}\", is not among the payers.", rules.taker.text), ""});
        return;
    }
    if (taker->most) {
        faults.push_back({say("The taker of the rest, \"{0}\", cannot have a cap.", rules.taker.text), ""});
    }
    if (taker->bound == Bound::at_most) {
        faults.push_back(
            {say("The taker of the rest, \"{0}\", cannot be bound by \"at most\".", rules.taker.text), ""});
    }
    if (!all_fixed(rules) && taker->bound != Bound::open) {
        faults.push_back(
            {say("The taker of the rest, \"{0}\", must be open where another payer's share is.", rules.taker.text),
             ""});
    }
}

void judge_payers(const Rules& rules, std::vector<Reason>& faults) {
    std::int64_t sum = 0;
    for (const PayerRule& rule : rules.payers) {
        judge_payer(rule, faults);
        sum += rule.share.basis_points;
        if (find_payer(rules, rule.key) != &rule) {
            faults.push_back({say("Two payers have the key {0}.", rule.key.text), ""});
        }
    }
    if (all_fixed(rules) && sum != whole_share.basis_points) {
        faults.push_back({say("The shares of the payers must sum to 100 %."), ""});
    } else if (!all_fixed(rules) && sum >= whole_share.basis_points) {
        faults.push_back({say("The shares of the payers must leave something to those whose share is open."), ""});
    }
    judge_support_and_taker(rules, faults);
}

void judge_cost_model(const Rules& rules, const CostModel& model, std::vector<Reason>& faults) {
    if (model.kind != CostModel::Kind::flat_rate_on_pay) {
        faults.push_back({say("{0}: only a flat rate on pay can be computed yet.", model.name), ""});
    }
    if (model.kind == CostModel::Kind::flat_rate_on_pay && !(sound(model.rate) && model.rate > Share{0})) {
        faults.push_back({say("{0}: a flat rate is above 0 % and at most 100 %.", model.name), ""});
    }
    if (model.rounding.unit <= Money()) {
        faults.push_back({say("{0}: the unit of rounding must be above zero.", model.name), ""});
    }
    if (find_cost_model(rules, model.key) != &model) {
        faults.push_back({say("Two cost models have the key {0}.", model.key), ""});
    }
}

}  // namespace

std::string_view hue(PayerClass payer) {
    switch (payer) {
        case PayerClass::eu_and_state:
            return "eu";
        case PayerClass::city:
        case PayerClass::other_municipality:
        case PayerClass::other_public:
            return "city";
        case PayerClass::own_public:
        case PayerClass::own_private:
            return "own";
        case PayerClass::outside_private:
            break;
    }
    return "outside";
}

std::vector<Reason> unsupported(const Rules& rules) {
    std::vector<Reason> faults;
    judge_payers(rules, faults);
    if (rules.rounding.unit <= Money()) {
        faults.push_back({say("The unit of rounding must be above zero."), ""});
    }
    for (const CostModel& model : rules.cost_models) {
        judge_cost_model(rules, model, faults);
    }
    for (const CostPartRule& part : rules.cost_parts) {
        faults.push_back({say("{0}: a share of one cost part cannot be checked yet.", part.name), ""});
    }
    for (const auto* cap : {&rules.support_most, &rules.total_costs_most}) {
        if (*cap && ((*cap)->most <= Money() || (*cap)->most > largest_sum)) {
            faults.push_back({say("A cap must be above 0 and at most {0}, not {1}.", largest_sum, (*cap)->most), ""});
        }
    }
    if (rules.indicative_size && rules.indicative_size->least > rules.indicative_size->most) {
        faults.push_back({say("The indicative size begins above its end."), ""});
    }
    if (rules.longest && rules.longest->count <= 0) {
        faults.push_back({say("The longest time must be at least one month."), ""});
    }
    return faults;
}

std::optional<Reason> may_not_apply(const Rules& rules, const Implementers& implementers) {
    if (rules.lone_company && implementers.count <= 1 && implementers.only_companies) {
        return Reason{Phrase(rules.lone_company->why), "applicant_kind"};
    }
    return std::nullopt;
}

bool all_fixed(const Rules& rules) {
    return std::none_of(
        rules.payers.begin(), rules.payers.end(), [](const PayerRule& rule) { return rule.bound == Bound::open; });
}

Share rest(const Rules& rules) {
    std::int32_t left = whole_share.basis_points;
    for (const PayerRule& rule : rules.payers) {
        left -= rule.share.basis_points;
    }
    return {left};
}

const PayerRule* find_payer(const Rules& rules, const PayerKey& key) {
    for (const PayerRule& rule : rules.payers) {
        if (rule.key == key) {
            return &rule;
        }
    }
    return nullptr;
}

namespace {

template <class Thing>
const Thing* find_by_key(const std::vector<Thing>& things, std::string_view key) {
    const auto found = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.key == key; });
    return found == things.end() ? nullptr : &*found;
}

}  // namespace

const CostModel* find_cost_model(const Rules& rules, std::string_view key) {
    return find_by_key(rules.cost_models, key);
}

const PayModel* find_pay_model(const Rules& rules, std::string_view key) { return find_by_key(rules.pay_models, key); }

const Category* find_category(const Rules& rules, std::string_view key) { return find_by_key(rules.categories, key); }

const Limit* limit_on(const Rules& rules, Limit::Kind kind, Date day) {
    const auto found = std::find_if(rules.limits.begin(), rules.limits.end(), [&](const Limit& limit) {
        return limit.kind == kind && (!limit.from || *limit.from <= day) && (!limit.until || day <= *limit.until);
    });
    return found == rules.limits.end() ? nullptr : &*found;
}

Rules rules_when(const Rules& rules, const Holding& holding) {
    Rules changed = rules;
    std::int32_t others = 0;
    PayerRule* taker = nullptr;
    for (PayerRule& rule : changed.payers) {
        const auto found = std::find_if(
            rule.instead.begin(), rule.instead.end(), [&](const ShareWhen& when) { return holding.has(when.holds); });
        if (found != rule.instead.end()) {
            rule.share = found->share;
        }
        if (rule.key == changed.taker) {
            taker = &rule;
        } else {
            others += rule.share.basis_points;
        }
    }
    if (taker != nullptr && taker->bound == Bound::exact && all_fixed(changed)) {
        taker->share = {std::max(whole_share.basis_points - others, 0)};  // it takes what the changed shares leave
    }
    return changed;
}

}  // namespace vastin::funding
