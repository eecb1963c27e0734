#include "registry/common.h"

#include <algorithm>

#include "registry/registry_pages.h"

namespace vastin::registry {

namespace {

constexpr auto get = kit::Method::get;
constexpr auto anyone = page::Right::anyone;

constexpr page::Route all_routes[] = {
    {get, "", anyone, front_page},
    {get, "/agreement", anyone, agreement_page},
    {get, "/themes/{code}", anyone, theme_page},
    {get, "/themes/{code}/goals/{goal}", anyone, goal_page},
    {get, "/projects", anyone, projects_page},
    {get, "/projects/{code}", anyone, project_page},
    {get, "/help", anyone, help_page},
    {get, "/accessibility-statement", anyone, accessibility_page},
    {get, "/privacy", anyone, privacy_page},
    {get, "/verify", anyone, verify_page},
};

void join(std::string& list, std::string_view next) {
    if (!list.empty()) {
        list += ", ";
    }
    list += next;
}

}  // namespace

std::span<const page::Route> routes() { return all_routes; }

std::string theme_names(Language language,
                        const programme::Programme& programme,
                        const std::vector<project::ThemeShare>& shares) {
    std::string names;
    for (const project::ThemeShare& share : shares) {
        const programme::Theme* theme = programme::find_theme(programme, share.theme.text);
        if (theme == nullptr) {
            continue;  // of an earlier agreement: nothing here knows its name
        }
        const programme::Strand* strand = share.strand ? programme::find_strand(*theme, share.strand->text) : nullptr;
        join(names, (strand != nullptr ? strand->short_name : theme->short_name).in(language));
    }
    return names;
}

std::string implementer_names(Language language, const std::vector<project::Implementer>& implementers) {
    std::string names;
    for (const project::Implementer& implementer : implementers) {
        join(names, implementer.name.in(language));
    }
    return names;
}

std::string years(const Period& period) {
    return std::to_string(period.first.year()) + "–" + std::to_string(period.last.year());
}

ThemeMoney theme_money(const project::Totals& totals, const programme::Theme& theme) {
    ThemeMoney money;
    for (const project::ThemeTotal& total : totals.themes) {
        if (total.theme == theme.code) {
            money.support += total.support;
            money.projects += total.projects;
        }
    }
    return money;
}

void project_row(kit::View& row,
                 std::string_view name,
                 const page::Visit& visit,
                 const programme::Programme& programme,
                 const project::Summary& project) {
    const kit::Words& words = visit.world.words;
    kit::View part = row.part(name, "registry/pages/project_row.tpl");
    part.set("ADDRESS", page::address(visit, "/projects/" + project.code.text));
    part.set("NAME", project.name);
    part.set("IMPLEMENTERS", implementer_names(visit.language, project.implementers));
    part.set("THEMES", theme_names(visit.language, programme, project.shares));
    part.set("PERIOD", words.period(visit.language, project.period));
    part.set("SUM", words.whole_money(visit.language, project.support));
}

kit::Response tagged(kit::Response response, const std::string& tag) {
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

}  // namespace vastin::registry
