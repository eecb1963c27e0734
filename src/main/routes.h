#pragma once
// Every route of the program, listed by area; and the followers of lives.
#include <vector>

#include "main/town.h"
#include "page/page.h"

namespace vastin::town {

std::vector<page::Route> routes(Mode mode);

}  // namespace vastin::town
