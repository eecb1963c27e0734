#pragma once
// Calls that people follow from a reader or a calendar (docs/open-data.md). In them stand the calls that are open or
// coming, and those that closed in the last 90 days.
#include "page/page.h"

namespace vastin::call {

/// /calls.atom
kit::Response calls_atom(page::Visit& visit);
/// /calls.ics
kit::Response calls_calendar(page::Visit& visit);
/// /calls/{code}.ics
kit::Response call_calendar(page::Visit& visit);

}  // namespace vastin::call
