#pragma once
// The public side: front page, agreement, themes, projects, and the statements every public service owes.
#include <span>

#include "page/page.h"

namespace vastin::registry {

std::span<const page::Route> routes();

}  // namespace vastin::registry
