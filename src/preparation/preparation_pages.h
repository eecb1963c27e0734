#pragma once
// The pages of drafts of calls, for coordinators: the list, the overview, the editor, the preview, what differs.
#include <span>

#include "page/page.h"

namespace vastin::preparation {

std::span<const page::Route> routes();

}  // namespace vastin::preparation
