#pragma once
// From the answers of one implementer to its costs and its financing plan.
#include "application/application.h"

namespace vastin::application {

/// The conditions that hold by answers alone: "investment" and "stated" hold where the field of that key, of the part
/// or else the common one, is answered "yes". Conditions of the language of conditions are added by whoever reads them.
funding::Holding holding_of(const form::Checked& common, const form::Checked& part);

/// The costs and the plan, as far as the answers can be read: nothing while one of the sums is missing that the cost
/// model needs, or cannot be read. What is wrong between the fields is added to `faults`, at the field where it can be
/// mended. The fields: the categories of the cost model ("pay", ...), annual_pay and hours under an hourly pay model,
/// cost_model and pay_model where several are open, income, outside_private, applicant_kind, de_minimis_received, and
/// pays_<payer> for sums that the applicant gives; an empty one is computed by the rules. `of_group`: one part of
/// several, whose sizes are judged together.
std::optional<PartMoney> money_of(const form::Checked& part,
                                  const call::Call& call,
                                  const funding::Holding& holding,
                                  bool of_group,
                                  std::vector<Reason>& faults);

/// What the rules say of the parts' costs together: the shares of cost categories.
void judge_costs(const std::vector<JudgedPart>& parts, const call::Call& call, std::vector<Reason>& faults);

}  // namespace vastin::application
