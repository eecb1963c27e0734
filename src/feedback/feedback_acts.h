#pragma once
// Giving feedback on accessibility, and answering it.
#include "feedback/feedback.h"
#include "flow/act.h"
#include "identity/identity.h"

namespace vastin::feedback {

/// Opens a case for what somebody gave, in their language; `answer_days` as the programme says. Refusal invalid: see
/// faults(); too_many: more in a day than kit/limits.h takes from the whole town.
Result<Id<Case>> give(flow::Act& act, const Given& given, Language language, std::int64_t answer_days);

/// Answers the case; the answer goes by letter too, where an address was left. Refusal not_found; conflict: answered
/// already (by whom and when); invalid: the field "answer" is empty or too long.
Done answer(flow::Act& act, const identity::Person& official, std::string_view id, const std::string& text);

}  // namespace vastin::feedback
