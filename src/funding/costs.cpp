#include "funding/costs.h"

#include <algorithm>

#include "base/check.h"

namespace vastin::funding {

namespace {

constexpr const char* pay_key = "pay";
constexpr Rounding cents_down{Money::cents(1), RoundingMode::down}, cents_up{Money::cents(1), RoundingMode::up};

template <class Thing>
const Thing* model_of(const std::vector<Thing>& all, const std::string& key) {
    if (key.empty()) {
        return all.empty() ? nullptr : &all.front();
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& one) { return one.key == key; });
    check(found != all.end(), "a model is one of those that the rules open");
    return &*found;
}

bool one_of(const CostModel& model, const char* category) {
    return std::find(model.categories.begin(), model.categories.end(), category) != model.categories.end();
}

Phrase name_of(const Rules& rules, const std::string& category) {
    const Category* found = find_category(rules, category);
    return found != nullptr ? Phrase(found->name) : category == pay_key ? say("Pay") : Phrase();
}

bool by_hours(const PayModel* model) { return model != nullptr && model->kind == PayModel::Kind::hourly; }

Money typed_of(const CostInput& input, const std::string& category) {
    const auto found = input.typed.find(category);
    return found == input.typed.end() ? Money() : found->second;
}

Fault too_large(const std::string& field) {
    Fault made = fault(say("The costs are too large: at most {0}.", largest_sum), field, "total_costs");
    made.allowed = say("{0}", largest_sum);
    return made;
}

/// What is wrong with what was given, each sum for itself: sums beyond largest_sum are told before they are added.
std::vector<Fault> input_faults(const Rules& rules,
                                const CostModel& model,
                                const PayModel* pay,
                                const CostInput& input) {
    std::vector<Fault> faults;
    const auto judge = [&](Money sum, const std::string& field, Phrase negative) {
        if (sum < Money()) {
            faults.push_back(fault(std::move(negative), field, "form." + field));
        } else if (sum > largest_sum) {
            faults.push_back(too_large(field));
        }
    };
    for (const std::string& category : model.categories) {
        if (category == pay_key && by_hours(pay)) {
            continue;
        }
        judge(typed_of(input, category),
              category,
              category == pay_key ? say("The pay cannot be negative.")
                                  : say("{0}: a sum cannot be negative.", name_of(rules, category)));
    }
    for (std::size_t i = 0; by_hours(pay) && one_of(model, pay_key) && i < input.work.size(); ++i) {
        judge(input.work[i].annual_pay, "annual_pay", say("The pay of a year cannot be negative."));
        if (input.work[i].hours < 0 || input.work[i].hours > most_hours) {
            faults.push_back(
                fault(say("The hours are from 0 to {0}.", most_hours), "hours", "funding.pay_models." + pay->key));
        }
    }
    return faults;
}

/// Hours x (annual pay / hours of a year). A sum that passes largest_sum is nothing and a fault.
Figure<Money> pay_by_hours(const PayModel& model, const CostInput& input, const Phrase& name, Costs& made) {
    std::vector<Operand> all;
    for (const Work& work : input.work) {
        const auto hour = even_part(given(work.annual_pay, say("Pay of a year")),
                                    model.hours_a_year,
                                    model.rounding,
                                    say("Price of an hour"),
                                    say("A year has {0} hours of work.", model.hours_a_year),
                                    phrase_of(model.source));
        const Money most = even_part(largest_sum, std::max<std::int64_t>(work.hours, 1), cents_down);
        if (hour.value > most) {
            made.faults.push_back(too_large("hours"));
            return given(Money(), name);
        }
        all.push_back({units_of(hour,
                                work.hours,
                                all.empty() && input.work.size() == 1 ? name : say("Pay of one person"),
                                say("{0} hours at the price of an hour.", work.hours))});
    }
    return all.size() == 1 ? all.front().figure : sum(std::move(all), name);
}

Figure<Money> pay_of(const Rules& rules, const PayModel* model, const CostInput& input, Costs& made) {
    const Phrase name = name_of(rules, pay_key);
    if (by_hours(model)) {
        return pay_by_hours(*model, input, name, made);
    }
    const Figure<Money> typed = given(typed_of(input, pay_key), name);
    if (model == nullptr || model->kind == PayModel::Kind::as_typed) {
        return typed;
    }
    const Figure<Money> gross = given(typed.value, say("Gross pay"));
    return sum({{gross},
                {portion(gross,
                         model->side,
                         model->rounding,
                         say("Side costs, {0} of gross pay", model->side),
                         {},
                         phrase_of(model->source))}},
               name);
}

/// What the model adds to the lines.
Figure<Money> added_by(const CostModel& model, const Costs& made) {
    const Phrase source = phrase_of(model.source);
    const bool only_pay = model.categories.size() == 1;
    switch (model.kind) {
        case CostModel::Kind::flat_rate_on_pay:
            return portion(find_cost(made, pay_key)->sum,
                           model.rate,
                           model.rounding,
                           // the model's own name tells of pay, too; this is what stands beside pay in a sum
                           say("Flat rate, {0} of pay", model.rate),
                           only_pay ? say("{0} of pay covers everything but pay; no receipts are asked.", model.rate)
                                    : say("{0} of pay covers what is not asked; no receipts are asked.", model.rate),
                           source);
        case CostModel::Kind::flat_rate_on_direct: {
            std::vector<Operand> direct;
            for (const CostLine& line : made.lines) {
                direct.push_back({line.sum});
            }
            return portion(sum(std::move(direct), say("Direct costs")),
                           model.rate,
                           model.rounding,
                           say("Flat rate, {0} of the direct costs", model.rate),
                           say("{0} of the direct costs covers the indirect ones; no receipts are asked.", model.rate),
                           source);
        }
        case CostModel::Kind::lump_sum:
            return given(model.amount, say("Lump sum"), source);
        case CostModel::Kind::actual:
            break;
    }
    return given(Money(), Phrase(model.name), source);
}

Costs nothing_of(const CostModel& model, std::vector<Fault> faults) {
    Costs made;
    made.added = given(Money(), Phrase(model.name), phrase_of(model.source));
    made.total = given(Money(), say("Total costs"));
    made.faults = std::move(faults);
    return made;
}

}  // namespace

Costs costs(const Rules& rules, const CostInput& input) {
    const CostModel* model = model_of(rules.cost_models, input.cost_model);
    check(model != nullptr, "a call has a cost model");
    const PayModel* pay = model_of(rules.pay_models, input.pay_model);
    auto faults = input_faults(rules, *model, pay, input);
    if (!faults.empty()) {
        return nothing_of(*model, std::move(faults));
    }
    Costs made;
    std::vector<Operand> operands;
    for (const std::string& category : model->categories) {
        made.lines.push_back({category,
                              category == pay_key ? pay_of(rules, pay, input, made)
                                                  : given(typed_of(input, category), name_of(rules, category))});
        operands.push_back({made.lines.back().sum});
    }
    made.added = added_by(*model, made);
    if (model->kind != CostModel::Kind::actual) {
        operands.push_back({made.added});
    }
    made.total = sum(std::move(operands), say("Total costs"));
    if (made.faults.empty() && made.total.value > largest_sum) {
        made.faults.push_back(too_large(made.lines.empty() ? "total_costs" : made.lines.front().category));
    }
    return made.faults.empty() ? made : nothing_of(*model, std::move(made.faults));
}

const CostLine* find_cost(const Costs& costs, std::string_view category) {
    const auto found = std::find_if(
        costs.lines.begin(), costs.lines.end(), [&](const CostLine& line) { return line.category == category; });
    return found == costs.lines.end() ? nullptr : &*found;
}

std::vector<Money> flat_rates(const CostModel& model, std::span<const Money> pay_by_year) {
    std::vector<Money> rates;
    Money pay, given;
    for (Money one : pay_by_year) {
        pay += one;
        const Money so_far = portion(pay, model.rate, model.rounding);
        rates.push_back(so_far - given);
        given = so_far;
    }
    return rates;
}

bool only_flat_rate_on_pay(const Rules& rules, const CostModel& model) {
    const auto as_typed = [](const PayModel& pay) { return pay.kind == PayModel::Kind::as_typed; };
    return model.kind == CostModel::Kind::flat_rate_on_pay && model.categories == std::vector<std::string>{pay_key} &&
           std::all_of(rules.pay_models.begin(), rules.pay_models.end(), as_typed);
}

std::vector<Fault> cost_part_faults(const Rules& rules, std::span<const Costs> all) {
    Money total;
    for (const Costs& one : all) {
        total += one.total.value;
    }
    std::vector<Fault> faults;
    for (const CostPartRule& rule : rules.cost_parts) {
        Money found;
        for (const Costs& one : all) {
            const CostLine* line = find_cost(one, rule.part);
            found += line != nullptr ? line->sum.value : Money();
        }
        const bool most = rule.bound == Bound::at_most;
        const Money allowed = portion(total, rule.share, most ? cents_down : cents_up);
        const Phrase of_total = say("{0} of the total costs", rule.share);
        const std::string where = "funding.cost_parts." + rule.part;
        if (most && found > allowed) {
            faults.push_back(fault(say("{0}: {1} of costs, but at most {2} ({3}) is allowed: {4} too much.",
                                       rule.name,
                                       found,
                                       allowed,
                                       of_total,
                                       found - allowed),
                                   rule.part,
                                   where,
                                   phrase_of(rule.source),
                                   allowed,
                                   found));
        } else if (!most && found < allowed) {
            faults.push_back(fault(say("{0}: {1} of costs, but at least {2} ({3}) is demanded: {4} too little.",
                                       rule.name,
                                       found,
                                       allowed,
                                       of_total,
                                       allowed - found),
                                   rule.part,
                                   where,
                                   phrase_of(rule.source),
                                   allowed,
                                   found));
        }
    }
    return faults;
}

}  // namespace vastin::funding
