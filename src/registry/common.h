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

/// The agreement and the sums of its projects, as the pages of themes and goals need them.
struct AgreementSeen {
    std::shared_ptr<const programme::Programme> programme;
    std::shared_ptr<const project::Totals> totals;
    std::string tag;
};
AgreementSeen look_at_agreement(const page::Visit& visit);
/// {{>GOALS}} of `view`: the goals as a list of links, goals below goals.
void fill_goals(kit::View& view,
                const page::Visit& visit,
                const programme::Theme& theme,
                const std::vector<programme::Goal>& goals);
/// Rows STATED: sums as a source prints them: the theme's own, or that of a strand.
void fill_stated(kit::View& view, const programme::Programme& programme, const programme::Theme& theme);
/// Rows COMPUTED: sums of the projects in the registry, by theme and strand.
void fill_computed(kit::View& view, const AgreementSeen& seen, const programme::Theme& theme);
/// Rows CALL: the calls that take projects of the theme, open ones first.
void fill_calls(kit::View& view, const page::Visit& visit, const programme::Theme& theme);

/// Adds the ETag where there is one.
kit::Response tagged(kit::Response response, const std::string& tag);

/// The handlers of the routes, each in its own file.
kit::Response front_page(page::Visit& visit);
kit::Response agreement_page(page::Visit& visit);
kit::Response theme_page(page::Visit& visit);
kit::Response goal_page(page::Visit& visit);
kit::Response projects_page(page::Visit& visit);
kit::Response project_page(page::Visit& visit);
kit::Response help_page(page::Visit& visit);
kit::Response accessibility_page(page::Visit& visit);
kit::Response privacy_page(page::Visit& visit);
kit::Response verify_page(page::Visit& visit);

}  // namespace vastin::registry
