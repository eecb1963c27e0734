#include "call/call_pages_calculator.h"

#include "base/check.h"
#include "form/read.h"

namespace vastin::call {

namespace {

/// The sum typed in `field`; nothing and a reason when it cannot be read, `empty` when nothing is written.
std::optional<Money> read(const std::string& typed, const char* field, Money empty, std::vector<Reason>& reasons) {
    if (form::trimmed(typed).empty()) {
        return empty;
    }
    auto money = form::read_money(typed);
    if (!money) {
        reasons.push_back({std::move(money).error(), field});
        return std::nullopt;
    }
    return *money;
}

/// Our name of a field that the plan calls otherwise.
std::string field_of(const std::string& plan_field, bool from_total) {
    if (plan_field == "outside_private") {
        return "private";
    }
    if (plan_field == "applicant_kind") {
        return "applicant";
    }
    return from_total ? "total" : "support";  // a fault of the size belongs to the field that was written
}

}  // namespace

CalculatorTyped calculator_typed(const kit::Fields& query) {
    CalculatorTyped typed{
        query.get("total"), query.get("support"), query.get("private"), query.get("applicant"), false};
    typed.asked = query.has("total") || query.has("support") || query.has("private") || query.has("applicant");
    return typed;
}

Calculated calculate(const funding::Rules& rules, const CalculatorTyped& typed) {
    Calculated result;
    if (!typed.asked) {
        return result;
    }
    const funding::PayerRule* support_payer = funding::find_payer(rules, rules.support);
    check(support_payer != nullptr, "rules name the payer of the support");
    const bool total_written = !form::trimmed(typed.total).empty();
    const bool support_written = !form::trimmed(typed.support).empty();
    if (total_written == support_written) {
        result.reasons.push_back({total_written ? say("Write either the total costs or the support you want, not both.")
                                                : say("Write the total costs or the support you want."),
                                  "total"});
    }
    const auto total = read(typed.total, "total", Money(), result.reasons);
    const auto support = read(typed.support, "support", Money(), result.reasons);
    const auto outside = read(typed.outside, "private", Money(), result.reasons);
    if (!typed.applicant.empty() && typed.applicant != "public" && typed.applicant != "private") {
        result.reasons.push_back({say("Choose whether the applicant is a public or a private body."), "applicant"});
    }
    if (!result.reasons.empty()) {
        return result;
    }
    const auto applicant =
        typed.applicant == "private" ? funding::ApplicantKind::private_body : funding::ApplicantKind::public_body;
    result.plan = total_written ? funding::plan(rules, given(*total, say("Total costs")), *outside, applicant)
                                : funding::plan_from_support(rules, *support, *outside, applicant);
    for (const Reason& fault : result.plan->faults) {
        result.reasons.push_back({fault.phrase, field_of(fault.field, total_written)});
    }
    return result;
}

}  // namespace vastin::call
