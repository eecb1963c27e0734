#pragma once
// What stands in a document and not in its call. A page offers only what a call asks; a document written by hand may
// hold anything, and what is dropped without a word would hide a slip of the pen.
#include <vector>

#include "application/application.h"

namespace vastin::application {

struct Strange {
    Reason reason;          // reason.field names the answer: "themes.hydrogen"
    std::int64_t part = 0;  // ordinal of the part that it stands in; 0: the whole
};

/// Another call than this one; answers to what it does not ask; files in places that it does not have, more of them
/// than a place holds, and files whose name ends as those of no kind that the place takes. How large a file is, and
/// what is in it, a document does not say.
std::vector<Strange> strange(const Application& application, const call::Call& call);

}  // namespace vastin::application
