#pragma once
// What is funded and what an application has to keep, on the pages of a call. Inside call only.
#include "call/call.h"
#include "kit/html.h"

namespace vastin::call {

/// Sections FUNDED: kinds, longest time, sizes, shares of costs; each a name and words.
void fill_funded(kit::View& body, const Call& call);
/// Section RULES with a RULE for what has to be there before one may enter, and for each rule of the call's own that
/// has words; nothing where there is neither.
void fill_rules(kit::View& body, const Call& call);

}  // namespace vastin::call
