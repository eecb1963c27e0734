#pragma once
// The administrator's: who has an account, and who is an official.
#include <span>

#include "page/page.h"

namespace vastin::page {

std::span<const Route> admin_routes();

}  // namespace vastin::page
