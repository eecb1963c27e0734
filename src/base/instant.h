#pragma once
// Moments as other programs read them.
#include <string>

#include "base/time.h"

namespace vastin {

/// 2025-06-02T13:15:00Z (RFC 3339, UTC, whole seconds).
std::string write_instant(Instant at);

}  // namespace vastin
