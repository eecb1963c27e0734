#pragma once
// The pages of an applicant: own applications, the task list, sections, check, receipt, what was sent.
#include <span>

#include "page/page.h"

namespace vastin::application {

std::span<const page::Route> routes();

}  // namespace vastin::application
