// Sums and shares that do not go together, as far as they can be worked out without trying.
#include <algorithm>
#include <map>

#include "preparation/lint_parts.h"

namespace vastin::preparation {

namespace {

std::string numbered(const char* list, std::size_t i, const char* key) {
    return std::string(list) + "[" + std::to_string(i + 1) + "]." + key;
}

/// The least support that any project can get, or nothing where the rules name none.
Money least_support(const funding::Rules& rules) {
    const auto* support = funding::find_payer(rules, rules.support);
    Money least = support->least.value_or(Money());
    const bool demanded = support->bound == funding::Bound::exact || support->bound == funding::Bound::at_least;
    if (rules.total_costs_least && demanded && support->base == funding::Base::total_costs) {
        const Rounding down{Money::cents(1), RoundingMode::down};
        least = std::max(least, portion(rules.total_costs_least->least, support->share, down));
    }
    return least;
}

void look_at_pots(Lint& lint) {
    const funding::Rules& rules = lint.call.rules;
    const Money least = least_support(rules);
    Money all;
    for (std::size_t i = 0; i < lint.call.pots.size(); ++i) {
        const call::Pot& pot = lint.call.pots[i];
        const auto* payer = funding::find_payer(rules, {pot.payer.text});
        const std::string path = numbered("pots", i, "sum");
        if (pot.payer.text == rules.support.text) {
            all += pot.money.sum;
            if (pot.money.sum < least) {
                lint.stop(
                    "pot-below-least",
                    path,
                    say("The pot holds {0}, but a project gets at least {1}: no project fits into it. Raise the pot, "
                        "or lower the least sum.",
                        pot.money.sum,
                        least));
            }
        } else if (payer != nullptr && payer->bound != funding::Bound::open && payer->share == Share{0}) {
            lint.warn(
                "pot-without-share",
                path,
                say("The pot holds {0} of {1}, whose share is 0 %: the rules give none of it to anybody. Correct the "
                    "share, or take the pot away.",
                    pot.money.sum,
                    payer->name));
        }
    }
    if (rules.support_most && rules.support_most->most > all) {
        lint.warn("support-above-pots",
                  "funding.support_most.most",
                  say("One project may get {0}, but all pots together hold {1}. Correct one of the sums.",
                      rules.support_most->most,
                      all));
    }
}

/// Where each pot is for a theme, a theme without one has no money.
void look_at_themes(Lint& lint) {
    const auto& pots = lint.call.pots;
    if (std::any_of(pots.begin(), pots.end(), [&](const call::Pot& pot) {
            return pot.payer.text == lint.call.rules.support.text && !pot.theme;
        })) {
        return;
    }
    for (const form::Theme& theme : lint.call.themes) {
        const bool has = std::any_of(
            pots.begin(), pots.end(), [&](const call::Pot& pot) { return pot.theme && pot.theme->text == theme.id; });
        if (!has) {
            lint.warn(
                "theme-without-pot",
                "themes",
                say("The theme \"{0}\" is open, but every pot is for another theme. Add a pot, or close the theme.",
                    theme.name));
        }
    }
}

void look_at_cost_parts(Lint& lint) {
    const auto& parts = lint.call.rules.cost_parts;
    std::int32_t least = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].bound != funding::Bound::at_least) {
            continue;
        }
        least += parts[i].share.basis_points;
        if (least > whole_share.basis_points) {
            lint.stop("cost-parts-above-whole",
                      numbered("funding.cost_parts", i, "percent"),
                      say("The least shares of costs sum to {0}, which is more than the whole. Lower one of them.",
                          Share{least}));
            return;
        }
    }
}

}  // namespace

void look_at_money(Lint& lint) {
    look_at_pots(lint);
    look_at_themes(lint);
    look_at_cost_parts(lint);
}

}  // namespace vastin::preparation
