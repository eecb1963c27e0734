#pragma once
// What a condition does not say where nothing was answered.
#include <string>
#include <vector>

#include "form/condition.h"

namespace vastin::form {

/// The keys of the questions that leave a comparison of `condition` unknown when they are empty, each once: those that
/// are compared as they are, in a part, of the lead, or as the least or the most of all. Sums and counts are known.
std::vector<std::string> unknown_when_empty(const Condition& condition);
/// Whether the condition asks itself whether `key` is answered, or empty.
bool asks_whether_answered(const Condition& condition, const std::string& key);

}  // namespace vastin::form
