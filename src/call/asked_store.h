#pragma once
// How much of its money a call has been asked for: the application tells it as it arrives, changes and goes.
#include "call/call.h"
#include "kit/db.h"

namespace vastin::call {

/// The support asked for by what arrived in the call and was not withdrawn: one row, whatever has arrived.
Money asked_of(kit::Transaction& t, const Code<Call>& code);
/// Adds to it; may be negative. Whoever sends does it last, in the line for the register number.
void add_asked(kit::Transaction& t, const Code<Call>& code, Money support);

}  // namespace vastin::call
