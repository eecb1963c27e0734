#pragma once
// Calls as open data: JSON by a published schema, and linked data of schema.org.
#include "call/call_acts.h"
#include "page/page.h"

namespace vastin::call {

/// A published call as JSON, as call_schema() describes it: names in three languages, moments in UTC and local, sums
/// in cents.
kit::Json call_as_json(const PublishedCall& one, const page::Visit& visit);
/// The JSON Schema (2020-12) of what call_as_json() gives, and under $defs.calls that of /calls.json.
kit::Json call_schema();

/// The call for search engines: a FundingScheme whose grants are its pots, and an offer for the time in which one
/// applies (schema.org).
kit::Json linked_call(const Call& call, const programme::Programme& programme, const page::Visit& visit);

}  // namespace vastin::call
