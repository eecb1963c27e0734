#pragma once
// Inside desk only: the filter of a call's list as it stands in addresses and forms.
#include <string>

#include "desk/desk.h"
#include "kit/http.h"

namespace vastin::desk {

/// A filter as somebody chose it.
struct Chosen {
    Filter filter;
    std::string typed;  // the words as typed
    bool any() const { return filter.state || !filter.theme.empty() || !filter.words.empty(); }
};
/// From a query or a posted form: "theme", "state", "q". What is not a theme of the call or a state is left out.
Chosen read_filter(const kit::Fields& fields, const call::Call& call);
/// "?theme=battery&state=withdrawn&q=akku", or "" where nothing is chosen.
std::string query_of(const Chosen& chosen);

}  // namespace vastin::desk
