#pragma once
// Making an account, a forgotten password, the new address of an account: pages for those who are not signed in.
#include <span>

#include "page/page.h"

namespace vastin::page {

std::span<const Route> register_routes();

}  // namespace vastin::page
