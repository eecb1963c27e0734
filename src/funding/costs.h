#pragma once
// The costs of one implementer, by the cost model and the pay model of the call. Every sum is a Figure that explains
// itself; what is wrong stands in `faults`. Sources: DOMAIN, cost models; Reg. (EU) 2021/1060, Art. 53-56.
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/figure.h"
#include "funding/fault.h"
#include "funding/rules.h"

namespace vastin::funding {

/// Work that is paid by the hour: the pay of a year with its side costs, and the hours for the project.
struct Work {
    Money annual_pay;
    std::int64_t hours = 0;
};

/// What an implementer gave for its costs, in cents.
struct CostInput {
    std::string cost_model{}, pay_model{};  // keys; "": the first
    std::map<std::string, Money> typed{};   // by category; what is not there is nothing
    std::vector<Work> work{};               // under an hourly pay model, in the place of typed pay
};

/// One category of costs.
struct CostLine {
    std::string category;  // "services"
    Figure<Money> sum;     // typed; pay as its pay model works it out
};

/// Costs under a cost model. With faults the computed figures are zero. The lines and what the model adds sum to the
/// total, to the cent.
struct Costs {
    std::vector<CostLine> lines;  // the categories of the model, in its order
    Figure<Money> added;          // what the model computes: the flat rate, the lump sum; zero under actual costs
    Figure<Money> total;          // hand this to plan()
    std::vector<Fault> faults;    // fields: a category, "annual_pay", "hours"
};

/// A cost model that the rules do not have is a Bug. Faults: a negative sum; hours below zero or above
/// most_hours; costs above largest_sum.
Costs costs(const Rules& rules, const CostInput& input);
inline constexpr std::int64_t most_hours = 1'000'000;

/// The line of a category, or null.
const CostLine* find_cost(const Costs& costs, std::string_view category);

/// The flat rate of each year's pay, in cents: year by year of what has been paid so far, so that the years sum to the
/// flat rate of costs() to the cent.
std::vector<Money> flat_rates(const CostModel& model, std::span<const Money> pay_by_year);
/// Whether a model is nothing but pay and its flat rate, as flat_rates() tells it by year.
bool only_flat_rate_on_pay(const Rules& rules, const CostModel& model);

/// What the rules say of single categories: their share of the total costs of the whole project, whose implementers
/// have `all`. Fields: the category.
std::vector<Fault> cost_part_faults(const Rules& rules, std::span<const Costs> all);

}  // namespace vastin::funding
