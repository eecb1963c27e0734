#pragma once
// /continue: what this browser has kept from an ended session; to do it, to see where it went, to forget it.
#include <span>

#include "page/page.h"

namespace vastin::page {

std::span<const Route> parked_routes();

}  // namespace vastin::page
