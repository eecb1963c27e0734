#pragma once
// For whom one acts: said, seen, taken back; and for those who may decide (the coordinator at the desk, an
// organisation's administrator for its own): who has said so, confirming and refusing.
#include <span>

#include "page/page.h"

namespace vastin::organisation {

/// /account/organisations...
std::span<const page::Route> own_routes();
/// /desk/representatives..., /account/representatives/{id}, /account/organisations/{id}/people.
std::span<const page::Route> representative_routes();

}  // namespace vastin::organisation
