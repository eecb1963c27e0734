#include "application/application_rules.h"

#include <algorithm>

#include "application/application_files.h"
#include "form/asked.h"

namespace vastin::application {

namespace {

/// Whole months from the first day to the last, both included; a month that is begun counts.
std::int64_t months_of(Date first, Date last) {
    const Date after = last == Date::of(2199, 12, 31) ? last : days_later(last, 1);  // the last day of the calendar
    std::int64_t months = (after.year() - first.year()) * 12 + after.month() - first.month();
    return after.day() > first.day() ? months + 1 : months;
}

/// Whether a question that is asked and must be answered stands for the place, and so tells itself when it is empty.
bool asked_by_field(const call::Call& call, const Judged& judged, const std::string& place) {
    const auto asks = [&](const form::Field& field) {
        return field.kind == form::FieldKind::file && field.required && field.place == place &&
               !judged.common.hidden.contains(field.key);
    };
    return std::any_of(call.form.sections.begin(), call.form.sections.end(), [&](const form::Section& section) {
        return std::any_of(section.fields.begin(), section.fields.end(), asks);
    });
}

void judge_places(const Application& application, const call::Call& call, const form::Facts& facts, Judged& judged) {
    for (const call::FilePlace& place : call.files) {
        if (form::holds(place.show, facts) != form::Truth::yes) {
            judged.hidden_places.insert(place.key);
            continue;
        }
        const bool required =
            place.required || (place.require && form::holds(place.require, facts) == form::Truth::yes);
        if (required) {
            judged.required_places.insert(place.key);
        }
        if (required && !asked_by_field(call, judged, place.key) && files_in(application, place.key).empty()) {
            judged.files.push_back({say("Add the attachment: {0}.", place.title),
                                    place_field(place.key),
                                    "attachments." + place.key,
                                    {},
                                    {},
                                    Phrase(place.source)});
        }
    }
}

void judge_rule(const call::Rule& rule, const form::Facts& facts, Judged& judged) {
    if (form::holds(rule.when, facts) != form::Truth::yes) {
        return;
    }
    const form::Measured measured = form::measure(rule.check, facts);
    if (measured.truth != form::Truth::no) {
        return;
    }
    Reason reason{call::sentence_of(rule, measured),
                  rule.field,
                  "rules." + rule.key,
                  measured.allowed,
                  measured.found,
                  Phrase(rule.source)};
    (rule.wish ? judged.wishes : judged.across).push_back(std::move(reason));
}

}  // namespace

bool asks(const call::Call& call, form::Whose whose, std::string_view name) {
    const auto belongs = [&](const form::Field& field) { return form::belongs(name, field.key); };
    return std::any_of(call.form.sections.begin(), call.form.sections.end(), [&](const form::Section& section) {
        return section.whose == whose && std::any_of(section.fields.begin(), section.fields.end(), belongs);
    });
}

std::vector<form::Checked*> answers_of_parts(Judged& judged) {
    std::vector<form::Checked*> all;
    for (JudgedPart& part : judged.parts) {
        all.push_back(&part.answers);
    }
    return all;
}

void add_shares_that_hold(Judged& judged, const call::Call& call, std::size_t part, funding::Holding& holding) {
    static const form::Worked nothing;
    const auto parts = answers_of_parts(judged);
    form::Facts facts = form::facts_of(judged.common, parts, nothing);
    facts.part = part;
    for (const auto& [name, condition] : call.share_conditions) {
        if (form::holds(condition, facts) == form::Truth::yes) {
            holding.names.insert(name);
        }
    }
}

form::Worked worked_of(const Judged& judged, const call::Call& call) {
    form::Worked worked;
    worked.emplace("project.implementers", static_cast<std::int64_t>(judged.parts.size()));
    const Date* first = judged.common.value<Date>(key::starts);
    const Date* last = judged.common.value<Date>(key::ends);
    if (first != nullptr && last != nullptr && *first <= *last) {
        worked.emplace("project.months", months_of(*first, *last));
    }
    if (!judged.plan) {
        return worked;
    }
    worked.emplace("plan.total_costs", judged.plan->total_costs.value);
    worked.emplace("plan.net_costs", judged.plan->net_costs.value);
    worked.emplace("plan.income", judged.plan->income.value);
    worked.emplace("plan.public_funding", judged.plan->public_funding.value);
    worked.emplace("plan.outside_private", judged.plan->outside.value);
    worked.emplace("plan.income", judged.plan->income.value);
    worked.emplace("plan.net_costs", judged.plan->total_costs.value - judged.plan->income.value);
    std::map<std::string, Money> costs;
    for (const JudgedPart& part : judged.parts) {
        for (const funding::CostLine& line : part.money ? part.money->costs.lines : std::vector<funding::CostLine>()) {
            costs[line.category] += line.sum.value;
        }
    }
    for (const auto& [category, sum] : costs) {
        worked.emplace("cost." + category, sum);
    }
    for (const funding::PayerRule& payer : call.rules.payers) {
        if (const auto* line = find_line(*judged.plan, payer.key)) {
            worked.emplace("plan." + payer.key.text, line->sum.value);
        }
    }
    return worked;
}

void judge_conditions(const Application& application, const call::Call& call, Judged& judged) {
    const auto parts = answers_of_parts(judged);
    const form::Worked worked = worked_of(judged, call);
    form::judge_conditions(call.form, worked, judged.common, parts);
    const form::Facts facts = form::facts_of(judged.common, parts, worked);
    judge_places(application, call, facts, judged);
    for (const call::Rule& rule : call.own_rules) {
        judge_rule(rule, facts, judged);
    }
}

}  // namespace vastin::application
