#pragma once
// Inside kit/toml only: one value of a file, looked at through toml++.
#include <optional>
#include <string>
#include <string_view>

#include <toml++/toml.h>

#include "base/money.h"
#include "kit/json.h"
#include "kit/toml.h"

namespace vastin::kit {

/// The value as it stands in a fault: "June" in quotes, 7, a table.
std::string shown(const toml::node& node);
/// "560000.50" in whole euros and two digits of cents, or nothing.
std::optional<Money> read_euros(std::string_view text);
/// Where something begins.
Place place_at(const toml::source_region& region);
/// Where the byte `offset` of the value of the text that begins at `begins` stands in the file `text`: its quotes and
/// the marks that stand for other letters (\n, \u00e4) are counted as they are written.
Place place_inside(std::string_view text, Place begins, std::size_t offset);
/// The node as JSON.
Json canonical_of(const toml::node& node);

}  // namespace vastin::kit
