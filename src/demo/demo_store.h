#pragma once
// The SQL of the demo.
#include <optional>
#include <string>

#include "kit/db.h"

namespace vastin::demo {

std::optional<std::string> kept_moment(kit::Transaction& t);
void keep_moment(kit::Transaction& t, std::string_view moment);

}  // namespace vastin::demo
