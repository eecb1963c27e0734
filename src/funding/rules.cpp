#include "funding/rules.h"

#include <algorithm>

namespace vastin::funding {

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
