#pragma once
// What a condition looks at, for those who make answers up to try it.
#include <string>
#include <vector>

#include "form/condition.h"

namespace vastin::form {

/// A name in a condition and a value that stands in the same comparison: "region" and "kokkola".
struct ComparedValue {
    std::string name;
    Term value;
};
/// All of them, in the order in which they stand.
std::vector<ComparedValue> compared_values(const Condition& condition);

/// Whether the condition only compares single answers with values, or asks whether they are answered: then it comes out
/// the same for all answers that lie on the same sides of its values.
bool decided_by_answers(const Condition& condition);

}  // namespace vastin::form
