#pragma once
// What is judged, on the page of a call. Inside call only.
#include "call/call.h"
#include "kit/html.h"

namespace vastin::call {

/// Fills JUDGED of `view` with the criteria, their scales and weights; nothing where the call gives none.
void fill_criteria(kit::View& view, const Call& call);

}  // namespace vastin::call
