#pragma once
// Whether a question can ever be asked. Inside preparation only.
#include "call/call.h"

namespace vastin::preparation {

/// True when it is certain that no answers whatever make the form ask the question `key`; false: they may, or it could
/// not be decided by going through all kinds of answers to the questions that its conditions name.
bool surely_never_asked(const call::Call& call, const std::string& key);

}  // namespace vastin::preparation
