#pragma once
// The conditions of a call, judged on an application: which questions and attachments are asked, what they must be, and
// the call's own rules.
#include "application/application.h"

namespace vastin::application {

/// Whether the call has a question of `whose` to which the answer `name` belongs: "staff.2.name" belongs to "staff".
bool asks(const call::Call& call, form::Whose whose, std::string_view name);

/// The answers of the parts, as conditions take them.
std::vector<form::Checked*> answers_of_parts(Judged& judged);

/// Adds to `holding` the conditions of the call that change shares and hold for the part number `part` (from 0).
void add_shares_that_hold(Judged& judged, const call::Call& call, std::size_t part, funding::Holding& holding);

/// What conditions may name besides answers: sums of the plan of the whole ("plan.total_costs", "plan.city"), the
/// months of the project, the number of implementers. What cannot be worked out yet is not in it.
form::Worked worked_of(const Judged& judged, const call::Call& call);

/// Judges everything of the call that stands in conditions and may look at the plan: `require` and `valid` of
/// questions, attachments, the call's own rules. Findings go to where they belong; wishes to judged.wishes.
void judge_conditions(const Application& application, const call::Call& call, Judged& judged);

}  // namespace vastin::application
