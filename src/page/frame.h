#pragma once
// What stands around every page and is no page's own: style, name of the service, the core sample, the demo bar.
#include <functional>
#include <string>
#include <vector>

#include "page/page.h"

namespace vastin::page {

/// Made once by main, from the assets and the programme's data, and lent to the Router.
struct Frame {
    std::string style = "/assets/vastin.css";  // address of the style sheet, with its hash (Assets::style)
    std::string icon = "/assets/mark.svg";     // address of the icon (Assets::icon)
    std::string script = "/assets/vastin.js";  // address of the script of signed-in pages (Assets::script)
    std::string build;                         // names this build in ETags: what a page looks like changes with it
    Localised town{"Kokkola", "Karleby", "Kokkola"};  // in the title: "Calls – Vastin, Kokkola"
    Localised service;                                // under the name: "Kokkola ecosystem funding"
    Localised owner;                                  // in the footer: "City of Kokkola"
    std::vector<Segment> core;  // the strip over the header: shares of the payers, data of the programme
    /// Set by the demo: fills {{>DEMO_BAR}} of the view it is given. Empty in production.
    std::function<void(kit::View& bar, const Visit&)> demo_bar;
};

/// The strong ETag of a public page for this visit, or "" for a signed-in person and a browser with
/// something parked (such pages are never kept). It covers
/// the build, the address with its query, the town's day (in the demo: its minute) and `revision` of the data shown.
std::string etag(const Visit& visit, std::string_view revision);
/// 304 when the visitor already has `tag`; then nothing needs to be rendered.
std::optional<kit::Response> unchanged(const Visit& visit, std::string_view tag);

}  // namespace vastin::page
