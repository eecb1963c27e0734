#pragma once
// The calculator on the page of a call: from what was typed to a financing plan, or to the words what to write instead.
#include <optional>
#include <string>
#include <vector>

#include "call/call.h"
#include "funding/plan.h"
#include "kit/http.h"

namespace vastin::call {

/// What stands in the calculator's fields, as typed.
struct CalculatorTyped {
    std::string total;      // field "total": total costs
    std::string support;    // field "support": or else what is wanted of the support's payer
    std::string outside;    // field "private": private money from outside, may be empty
    std::string what_if;    // field "what_if": what if the payer of tried_payer() gives this; may be empty
    std::string applicant;  // field "applicant": "public" (also when empty), "private" or "company" (a company alone)
    bool asked = false;     // whether any of the fields was sent
};
CalculatorTyped calculator_typed(const kit::Fields& query);

/// A plan where one could be computed (also beside faults: then both are shown), and what is wrong, by field.
struct Calculated {
    std::optional<funding::Plan> plan;
    std::optional<funding::Plan> tried;  // the same costs with the tried sum
    std::vector<Reason> reasons;
};
/// Whose sum can be tried: the city's, or null where the rules have none.
const funding::PayerRule* tried_payer(const funding::Rules& rules);
/// Nothing when nothing was asked. One of total and support must be written, not both; or what_if alone: then the plan
/// is that of the project in which it is exactly the payer's share.
Calculated calculate(const funding::Rules& rules, const CalculatorTyped& typed);

}  // namespace vastin::call
