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
std::string field_of(const std::string& plan_field, const char* start) {
    if (plan_field == "outside_private") {
        return "private";
    }
    if (plan_field == "applicant_kind") {
        return "applicant";
    }
    if (plan_field == "what_if") {
        return plan_field;
    }
    if (plan_field.starts_with("pays_")) {
        return "support";
    }
    return start;  // a fault of the size belongs to the field that was written
}

/// What was typed, read; nothing where something cannot be read.
struct Sums {
    bool from_total = false, from_support = false, tried = false;
    Money total, support, outside, what_if;
    funding::ApplicantKind applicant = funding::ApplicantKind::public_body;
};

bool written(const std::string& typed) { return !form::trimmed(typed).empty(); }

/// Which of the sums a plan may start from, as far as it can be told without reading them.
void judge_start(const funding::Rules& rules, const Sums& sums, std::vector<Reason>& reasons) {
    const funding::PayerRule* payer = tried_payer(rules);
    const funding::PayerRule* support = funding::find_payer(rules, rules.support);
    if (support->share == Share{0} && sums.from_support) {
        if (!sums.from_total) {
            reasons.push_back(
                {say("Write the total costs, too: the call sets no share for {0}.", support->name), "total"});
        }
    } else if (sums.from_total && sums.from_support) {
        reasons.push_back({say("Write either the total costs or the support you want, not both."), "total"});
    } else if (!sums.from_total && !sums.from_support && !sums.tried) {
        reasons.push_back({say("Write the total costs or the support you want."), "total"});
    } else if (!sums.from_total && !sums.from_support && payer->share == Share{0}) {
        reasons.push_back({say("Write the total costs, too: the call sets no share for {0}.", payer->name), "total"});
    }
}

std::optional<Sums> read_sums(const funding::Rules& rules, const CalculatorTyped& typed, std::vector<Reason>& reasons) {
    Sums sums;
    sums.from_total = written(typed.total);
    sums.from_support = written(typed.support);
    sums.tried = tried_payer(rules) != nullptr && written(typed.what_if);
    judge_start(rules, sums, reasons);
    sums.total = read(typed.total, "total", Money(), reasons).value_or(Money());
    sums.support = read(typed.support, "support", Money(), reasons).value_or(Money());
    sums.outside = read(typed.outside, "private", Money(), reasons).value_or(Money());
    if (sums.tried) {
        sums.what_if = read(typed.what_if, "what_if", Money(), reasons).value_or(Money());
    }
    const std::string& who = typed.applicant;
    if (!who.empty() && who != "public" && who != "private" && !(who == "company" && rules.lone_company)) {
        reasons.push_back({say("Choose whether the applicant is a public or a private body."), "applicant"});
    }
    sums.applicant =
        who.empty() || who == "public" ? funding::ApplicantKind::public_body : funding::ApplicantKind::private_body;
    return reasons.empty() ? std::optional(sums) : std::nullopt;
}

/// What a plan for the total costs is made of; where the call sets no share for the support, the wanted sum is it.
funding::Input input_of(const funding::Rules& rules, const Sums& sums) {
    funding::Input input{.total_costs = given(sums.total, say("Total costs")),
                         .outside_private = sums.outside,
                         .applicant = sums.applicant};
    if (sums.from_support && funding::find_payer(rules, rules.support)->share == Share{0}) {
        input.typed.push_back({rules.support, sums.support});
    }
    return input;
}

}  // namespace

CalculatorTyped calculator_typed(const kit::Fields& query) {
    CalculatorTyped typed{query.get("total"),
                          query.get("support"),
                          query.get("private"),
                          query.get("what_if"),
                          query.get("applicant"),
                          false};
    typed.asked = query.has("total") || query.has("support") || query.has("private") || query.has("what_if") ||
                  query.has("applicant");
    return typed;
}

const funding::PayerRule* tried_payer(const funding::Rules& rules) {
    for (const funding::PayerRule& payer : rules.payers) {
        if (payer.payer == funding::PayerClass::city && payer.key != rules.taker) {
            return &payer;
        }
    }
    return nullptr;
}

Calculated calculate(const funding::Rules& rules, const CalculatorTyped& typed) {
    Calculated result;
    if (!typed.asked) {
        return result;
    }
    check(funding::find_payer(rules, rules.support) != nullptr, "rules name the payer of the support");
    const auto sums = read_sums(rules, typed, result.reasons);
    if (!sums) {
        return result;
    }
    const bool from_tried = !sums->from_total && !sums->from_support;
    const std::optional<funding::WhatIf> what_if =
        sums->tried ? std::optional(funding::WhatIf{tried_payer(rules)->key, sums->what_if}) : std::nullopt;
    const funding::Input input = input_of(rules, *sums);
    result.plan = from_tried         ? funding::plan_from_payer(rules, *what_if, sums->outside, sums->applicant)
                  : sums->from_total ? funding::plan(rules, input)
                                     : funding::plan_from_support(rules, sums->support, sums->outside, sums->applicant);
    const char* start = sums->from_total ? "total" : from_tried ? "what_if" : "support";
    for (const Reason& fault : result.plan->faults) {
        result.reasons.push_back({fault.phrase, field_of(fault.field, start)});
    }
    if (typed.applicant == "company") {
        if (auto excluded = funding::may_not_apply(rules, {1, true})) {
            result.reasons.push_back({excluded->phrase, "applicant"});
        }
    }
    if (what_if && !from_tried && !result.plan->lines.empty()) {
        funding::Input tried = input;
        tried.total_costs = result.plan->total_costs;
        tried.what_if = what_if;
        result.tried = funding::plan(rules, tried);
        for (const Reason& fault : result.tried->faults) {
            if (fault.field == "what_if") {  // the others are those of the plan
                result.reasons.push_back(fault);
            }
        }
    }
    return result;
}

}  // namespace vastin::call
