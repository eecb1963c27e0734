#pragma once
// Inside call only: the page that says whether one can apply.
#include "page/page.h"

namespace vastin::call {

/// GET /calls/{code}/eligibility: questions, what the rules say to the answers, and whom to ask.
kit::Response eligibility_page(page::Visit& visit);

}  // namespace vastin::call
