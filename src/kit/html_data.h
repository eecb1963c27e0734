#pragma once
// Data inside a page that no browser runs: linked data for search engines.
#include <string>
#include <string_view>

#include "kit/json.h"

namespace vastin::kit {

/// Puts <script type="TYPE">data</script> at the end of the head of `html`, which has one. `type` is a literal that is
/// no type of a script, so the browser reads it as a block of data (HTML, "data block") and a policy against inline
/// scripts lets it stand. No text in `data` can end the block or open another: <, > and & stand as \u003c and the like.
void put_data(std::string& html, std::string_view type, const Json& data);

}  // namespace vastin::kit
