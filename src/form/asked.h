#pragma once
// Which questions of an application are asked, and which conditions its answers break: `show`, `require` and `valid` of
// a form, over the common part and the parts together.
#include <optional>
#include <span>
#include <string>

#include "form/condition.h"
#include "form/form.h"

namespace vastin::form {

/// Puts the questions with a condition into form.on_condition, each after those on which it depends. Gives the keys of
/// a circle ("a asks b, b asks a") where there is one, else nothing.
std::vector<std::string> arrange(Form& form);

/// Takes what is not asked out of `common` and `parts`, as check() gave them: its values and findings go, its key
/// stands in `hidden`. Answers stay as typed, so that nothing is lost when the question is asked again.
void leave_out(const Form& form, Checked& common, std::span<Checked* const> parts);

/// Adds a finding for each question that `require` asks for and that is empty, and for each whose `valid` does not
/// hold. `worked` is what was worked out of the money.
void judge_conditions(const Form& form, const Worked& worked, Checked& common, std::span<Checked* const> parts);

/// The facts of an application for other conditions: of its call's rules and attachments.
Facts facts_of(const Checked& common, std::span<Checked* const> parts, const Worked& worked);

/// What a condition that fails says where its author gave no words: "Limit: at least 5. Now: 3, 2 too little."
Phrase measured_sentence(const Measured& measured);

}  // namespace vastin::form
