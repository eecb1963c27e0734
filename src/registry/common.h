#pragma once
// Inside registry only: what several of its pages show.
#include <memory>

#include "page/frame.h"
#include "programme/programme_acts.h"
#include "project/project_acts.h"

namespace vastin::registry {

/// One row of a ledger of projects (registry/pages/project_row.tpl) in {{>name}} of `row`.
void project_row(kit::View& row,
                 std::string_view name,
                 const page::Visit& visit,
                 const programme::Programme& programme,
                 const project::Summary& project);
/// Themes of a project in short: "Battery chemistry, Smart solutions".
std::string theme_names(Language language,
                        const programme::Programme& programme,
                        const std::vector<project::ThemeShare>& shares);
/// Names of the implementers: "University of Oulu, University of Jyväskylä".
std::string implementer_names(Language language, const std::vector<project::Implementer>& implementers);

/// "2021–2027".
std::string years(const Period& period);

/// Computed support of a theme or of one of its strands, and how many projects share it.
struct ThemeMoney {
    Money support;
    std::int64_t projects = 0;
};
ThemeMoney theme_money(const project::Totals& totals, const programme::Theme& theme);

/// Adds the ETag where there is one.
kit::Response tagged(kit::Response response, const std::string& tag);

/// The handlers of the routes, each in its own file.
kit::Response front_page(page::Visit& visit);
kit::Response agreement_page(page::Visit& visit);
kit::Response theme_page(page::Visit& visit);
kit::Response projects_page(page::Visit& visit);
kit::Response project_page(page::Visit& visit);
kit::Response help_page(page::Visit& visit);
kit::Response accessibility_page(page::Visit& visit);
kit::Response privacy_page(page::Visit& visit);

}  // namespace vastin::registry
