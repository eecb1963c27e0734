#pragma once
// Values of a call's file as people type and read them, and back. Inside preparation only.
#include <optional>
#include <string>
#include <string_view>

#include "call/call_format.h"
#include "form/read.h"
#include "kit/toml_tree.h"

namespace vastin::preparation {

/// What stands in the control of `row`: "560000,50", "7,5", "2.5.2025 9.00", "1" for true; of lists one value a line.
/// "" for a value that is missing or of another kind.
std::string as_typed(const call::FormatRow& row, const kit::TomlNode* node);
/// The value that was typed, as it stands in the file: 560000 or "560000.50", 60 or 7.5. An inner nothing: it is empty,
/// and the key goes away.
form::Read<std::optional<kit::TomlNode>> read_typed(const call::FormatRow& row, std::string_view typed);

}  // namespace vastin::preparation
