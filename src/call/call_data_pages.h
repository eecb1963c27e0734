#pragma once
// Calls as files for other programs (docs/open-data.md).
#include "page/page.h"

namespace vastin::call {

/// /calls.json: all published calls.
kit::Response calls_json(page::Visit& visit);
/// /calls/{code}.json
kit::Response one_call_json(page::Visit& visit);
/// /calls/{code}.toml: the file that the call was made from, as it was published.
kit::Response call_toml(page::Visit& visit);
/// /schemas/call.json
kit::Response call_schema_json(page::Visit& visit);

}  // namespace vastin::call
