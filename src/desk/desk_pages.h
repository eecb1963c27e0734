#pragma once
// The coordinator's pages: what has arrived in each call, against whose pot.
#include <span>

#include "page/page.h"

namespace vastin::desk {

std::span<const page::Route> routes();

}  // namespace vastin::desk
