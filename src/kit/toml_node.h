#pragma once
// Inside kit/toml only: one value of a file, looked at through toml++.
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

/// toml++ 3.3 asserts on some broken files: then the file is at fault, and the process lives on.
[[noreturn]] void toml_tripped(const char* expected);
#define TOML_ASSERT(expected) ((expected) ? static_cast<void>(0) : toml_tripped(#expected))
#include <toml++/toml.h>

#include "base/money.h"
#include "kit/json.h"
#include "kit/toml.h"

namespace vastin::kit {

/// A line of a text, from 1, without its end.
std::string_view line_at(std::string_view text, int line);

/// The value as it stands in a fault: "June" in quotes, 7, a table.
std::string shown(const toml::node& node);
/// "560000.50" in whole euros and two digits of cents, or nothing.
std::optional<Money> read_euros(std::string_view text);
/// What toml_tripped() throws.
struct TomlTripped : std::logic_error {
    using std::logic_error::logic_error;
};
/// Parses `text`; throws toml::parse_error, or TomlTripped with the number of the line where the parser trips.
toml::table parse_toml(std::string_view text, const std::string& file);

/// Where something begins.
Place place_at(const toml::source_region& region);
/// Where the byte `offset` of the value of the text that begins at `begins` stands in the file `text`: its quotes and
/// the marks that stand for other letters (\n, \u00e4) are counted as they are written.
Place place_inside(std::string_view text, Place begins, std::size_t offset);
/// The value at "pots[1].sum" and where it begins, or null.
const toml::node* node_at(const toml::table& root, std::string_view key, Place& at);
/// A local date and time without fractions of a second, or nothing.
std::optional<LocalTime> local_time(const toml::node& node);
/// The node as JSON.
Json canonical_of(const toml::node& node);

}  // namespace vastin::kit
