#pragma once
// The money of a project, worked out from its decided support by the shares of a call.
#include <vector>

#include "base/figure.h"
#include "funding/rules.h"

namespace vastin::registry {

/// What one payer pays of a project.
struct PayerMoney {
    Localised name;
    std::string hue;
    Share share{};
    Figure<Money> sum;
};

/// Public funding and its payers; the payers' sums make up the public funding, to the cent.
struct ProjectMoney {
    Figure<Money> public_funding;
    std::vector<PayerMoney> payers;  // in the order of the rules; the support's payer has just what was decided
};

/// `support` is the part of the rules' support payer: the public funding is the whole of which it is the share, rounded
/// by the rules; each other payer gets its rounded share, the taker the rest. An estimate by the rules of the call, not
/// the project's own decision. `source`: where the support is stated.
ProjectMoney project_money(const funding::Rules& rules, Money support, const Phrase& source);

}  // namespace vastin::registry
