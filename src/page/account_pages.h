#pragma once
// My account: name, language, address, password, sessions. For everybody who is signed in.
#include <span>

#include "page/page.h"

namespace vastin::page {

std::span<const Route> account_routes();

}  // namespace vastin::page
