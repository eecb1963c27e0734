#pragma once
// Inside desk only: the sums of one application as it was last sent, and of a call as it stands now.
#include "desk/desk_list_store.h"

namespace vastin::desk {

/// From its newest frozen document, by the rules that it was judged by. It must have been sent.
std::vector<ThemeSums> sums_of(kit::Transaction& t, Id<application::Application> id);

/// What a call has been asked for, as it stands in this transaction: the kept sums, and what arrived since they were
/// counted. `more` is set where more has arrived than is counted at once.
struct CallSums {
    std::vector<ThemeTotal> themes;  // by code
    std::int64_t applications = 0;   // sent and not withdrawn
    Sums sums;
    bool more = false;
};
CallSums sums_now(kit::Transaction& t, const std::string& call);

}  // namespace vastin::desk
