#include "registry/project_money.h"

#include "base/check.h"

namespace vastin::registry {

namespace {

Phrase phrase(const Localised& text) { return text == Localised{} ? Phrase() : Phrase(text); }

/// Where a rounded sum comes from: the rule, and where its rounding is said.
Phrase source_of(const Localised& rule, const funding::Rules& rules) {
    if (rules.rounding_source == Localised{}) {
        return phrase(rule);
    }
    return rule == Localised{} ? Phrase(rules.rounding_source) : say("{0}. {1}", rule, rules.rounding_source);
}

}  // namespace

ProjectMoney project_money(const funding::Rules& rules, Money support, const Phrase& source) {
    const funding::PayerRule* giver = funding::find_payer(rules, rules.support);
    check(giver != nullptr, "the rules name the payer of the support");
    const auto decided = given(support, say("Support: {0}", giver->name), source);
    ProjectMoney money;
    money.public_funding = whole_of(decided,
                                    giver->share,
                                    rules.rounding,
                                    say("Public funding"),
                                    say("The support is {0} of the public funding.", giver->share),
                                    source_of(giver->source, rules));
    std::vector<Operand> rest{{money.public_funding}};
    std::size_t taker = rules.payers.size();
    for (const funding::PayerRule& rule : rules.payers) {
        PayerMoney payer{rule.name, std::string(funding::hue(rule.payer)), rule.share, {}};
        if (rule.key == rules.taker) {
            taker = money.payers.size();
        } else {
            payer.sum = rule.key == rules.support ? decided
                                                  : portion(money.public_funding,
                                                            rule.share,
                                                            rules.rounding,
                                                            Phrase(rule.name),
                                                            say("{0} of the public funding.", rule.share),
                                                            source_of(rule.source, rules));
            rest.push_back({payer.sum, true});
        }
        money.payers.push_back(std::move(payer));
    }
    check(taker < money.payers.size(), "the rules name who takes the rest");
    money.payers[taker].sum = sum(std::move(rest),
                                  Phrase(money.payers[taker].name),
                                  say("The rest, so that the shares sum to the whole."),
                                  phrase(rules.payers[taker].source));
    return money;
}

}  // namespace vastin::registry
