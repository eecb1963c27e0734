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
    std::string applicant;  // field "applicant": "public" (also when empty) or "private"
    bool asked = false;     // whether any of the fields was sent
};
CalculatorTyped calculator_typed(const kit::Fields& query);

/// A plan where one could be computed (also beside faults: then both are shown), and what is wrong, by field.
struct Calculated {
    std::optional<funding::Plan> plan;
    std::vector<Reason> reasons;
};
/// Nothing when nothing was asked. Exactly one of total and support must be written.
Calculated calculate(const funding::Rules& rules, const CalculatorTyped& typed);

}  // namespace vastin::call
