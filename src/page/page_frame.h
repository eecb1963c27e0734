#pragma once
// Inside page only: the frame's own values.
#include "page/frame.h"

namespace vastin::page {

/// The frame of the visit, or a plain one.
const Frame& frame_of(const Visit& visit);
/// Fills layout.tpl but for the body, the title, crumbs, errors and state.
void fill_frame(kit::View& view, const Visit& visit, std::string_view lit);
/// A page that says why something is not shown or done. `link` may be empty.
struct Problem {
    Phrase heading;
    std::vector<Phrase> reasons;
    std::string number;  // of the incident, or ""
    Phrase link;
    std::string link_to;  // address
};
kit::Response problem_page(Visit& visit, int status, const Problem& problem);

/// The line over the page that says what is kept from an ended session; fills PARKED.
void fill_parked(kit::View& view, const Visit& visit);

}  // namespace vastin::page
