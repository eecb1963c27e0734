#pragma once
// Inside desk only: the filter of a call's list as it stands in addresses and forms.
#include <string>

#include "desk/desk.h"
#include "kit/http.h"

namespace vastin::desk {

/// A filter as somebody chose it.
struct Chosen {
    Filter filter;
    std::string typed;       // the words as typed
    std::int64_t batch = 0;  // its number, 0 all
    /// All that arrived, or all of a batch: what stands in the order of arrival then has its place among all.
    bool in_order() const { return !filter.state && filter.theme.empty() && filter.words.empty(); }
    bool any() const { return !in_order() || batch > 0; }
};
/// From a query or a posted form: "theme", "state", "batch", "q". What is not a theme, state or batch of the call is
/// left out.
Chosen read_filter(const kit::Fields& fields, const call::Call& call);
/// The same choice with another batch, 0 for all.
Chosen with_batch(Chosen chosen, const call::Call& call, std::int64_t number);
/// "?batch=2&theme=battery&state=withdrawn&q=akku", or "" where nothing is chosen.
std::string query_of(const Chosen& chosen);

}  // namespace vastin::desk
