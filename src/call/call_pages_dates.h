#pragma once
// The dates on the page of a call. Inside call only.
#include "call/call.h"
#include "kit/html.h"

namespace vastin::call {

/// Sections DATE of `body`: each date of the call, with its place and the link where there are any.
void fill_dates(kit::View& body, const Call& call);

}  // namespace vastin::call
