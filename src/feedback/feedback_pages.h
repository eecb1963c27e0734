#pragma once
// Giving feedback on accessibility; the page of a case; the official's list and answer.
#include <span>

#include "page/page.h"

namespace vastin::feedback {

std::span<const page::Route> routes();

}  // namespace vastin::feedback
