#include <algorithm>

#include "call/call_acts.h"
#include "call/opening.h"
#include "registry/common.h"

namespace vastin::registry {

namespace {

using programme::Goal;
using programme::Theme;

constexpr std::int64_t projects_shown = 10;  // the rest stand in the list of projects

void fill_projects(kit::View& view,
                   const page::Visit& visit,
                   const programme::Programme& programme,
                   const std::vector<project::Summary>& projects) {
    for (const project::Summary& project : projects) {
        kit::View row = view.row("PROJECT");
        project_row(row, "ROW", visit, programme, project);
    }
}

/// Pages that show calls change with each call's state: their ETag holds how each stands.
std::string tag_with_calls(const page::Visit& visit, const std::string& tag) {
    std::string how;
    visit.world.database.read([&](kit::Transaction& t) {
        how.clear();
        for (const auto& call : call::all(t, visit.now)) {
            how += call->rules_hash.text + std::to_string(static_cast<int>(call::state(*call, visit.now)));
        }
    });
    return tag.empty() ? "" : page::etag(visit, tag + how);
}

void fill_theme(kit::View& body, const page::Visit& visit, const AgreementSeen& seen, const Theme& theme) {
    body.set("NUMBER", say("Theme {0}", theme.number));
    body.set("NAME", theme.name);
    const ThemeMoney money = theme_money(*seen.totals, theme);
    body.set("SUM", body.words().whole_money(visit.language, money.support));
    body.set("PROJECTS", say_count(money.projects, "One project", "{0} projects", money.projects));
    fill_goals(body, visit, theme, theme.goals);
    fill_computed(body, seen, theme);
    fill_stated(body, *seen.programme, theme);
    body.set("SOURCE", theme.source);
    body.set("ALL", page::address(visit, "/projects?theme=" + theme.code.text));
}

/// The goal under which `code` stands, or null.
const Goal* parent_of(const std::vector<Goal>& goals, std::string_view code) {
    for (const Goal& goal : goals) {
        for (const Goal& below : goal.goals) {
            if (below.code.text == code) {
                return &goal;
            }
        }
        if (const Goal* deeper = parent_of(goal.goals, code)) {
            return deeper;
        }
    }
    return nullptr;
}

std::string goal_address(const page::Visit& visit, const Theme& theme, const Goal& goal) {
    return page::address(visit, "/themes/" + theme.code.text + "/goals/" + goal.code.text);
}

void fill_goal(kit::View& body, const page::Visit& visit, const Theme& theme, const Goal& goal) {
    body.set("CODE", say("Goal {0}", goal.code.text));
    body.set("THEME", theme.name);
    body.set("TEXT", goal.text);
    body.set("SOURCE", theme.source);
    if (const Goal* parent = parent_of(theme.goals, goal.code.text)) {
        kit::View row = body.row("PARENT");
        row.set("TEXT", parent->text);
        row.set("ADDRESS", goal_address(visit, theme, *parent));
    }
    if (!goal.goals.empty()) {
        kit::View below = body.row("BELOW");
        fill_goals(below, visit, theme, goal.goals);
    }
    body.set("ALL", page::address(visit, "/projects?theme=" + theme.code.text));
}

}  // namespace

void fill_calls(kit::View& view, const page::Visit& visit, const Theme& theme) {
    std::vector<std::shared_ptr<const call::Call>> calls;
    visit.world.database.read([&](kit::Transaction& t) { calls = call::all(t, visit.now); });
    std::erase_if(calls, [&](const auto& call) {
        return std::none_of(
            call->themes.begin(), call->themes.end(), [&](const auto& open) { return open.id == theme.code.text; });
    });
    view.show_if("NO_CALLS", calls.empty());
    for (const auto& call : calls) {
        kit::View row = view.row("CALL");
        row.set("NAME", call->name);
        row.set("ADDRESS", page::address(visit, "/calls/" + call->code.text));
        row.set("TIME", call::standing_words(call->window, visit.now));
    }
}

kit::Response theme_page(page::Visit& visit) {
    const AgreementSeen seen = look_at_agreement(visit);
    const Theme* theme = programme::find_theme(*seen.programme, visit.captured.at(0));
    if (theme == nullptr) {
        return page::not_found(visit);
    }
    const std::string tag = tag_with_calls(visit, seen.tag);
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    page::Page page(visit, "registry/pages/theme.tpl", Phrase(theme->name));
    page.menu("agreement");
    page.crumb(say("Agreement"), "/agreement");
    fill_theme(page.body(), visit, seen, *theme);
    fill_calls(page.body(), visit, *theme);
    std::vector<project::Summary> newest;
    visit.world.database.read([&](kit::Transaction& t) {
        newest = project::list(t, "", std::nullopt, projects_shown, {theme->code.text}).projects;
    });
    page.body().show_if("NO_PROJECTS_YET", newest.empty());
    fill_projects(page.body(), visit, *seen.programme, newest);
    return tagged(page.answer(), tag);
}

kit::Response goal_page(page::Visit& visit) {
    const AgreementSeen seen = look_at_agreement(visit);
    const Theme* theme = programme::find_theme(*seen.programme, visit.captured.at(0));
    const Goal* goal = theme == nullptr ? nullptr : programme::find_goal(theme->goals, visit.captured.at(1));
    if (goal == nullptr) {
        return page::not_found(visit);
    }
    const std::string tag = tag_with_calls(visit, seen.tag);
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    page::Page page(visit, "registry/pages/goal.tpl", say("Goal {0}", goal->code.text));
    page.menu("agreement");
    page.crumb(say("Agreement"), "/agreement");
    page.crumb(Phrase(theme->short_name), "/themes/" + theme->code.text);
    fill_goal(page.body(), visit, *theme, *goal);
    fill_calls(page.body(), visit, *theme);
    std::vector<project::Summary> tagged_to, newest;
    visit.world.database.read([&](kit::Transaction& t) {
        tagged_to = project::of_goal(t, {goal->code.text}, 50);
        newest = tagged_to.empty() ? project::list(t, "", std::nullopt, 5, {theme->code.text}).projects
                                   : std::vector<project::Summary>();
    });
    page.body().show_if("NO_TAGGED", tagged_to.empty());
    page.body().show_if("OF_THEME", tagged_to.empty() && !newest.empty());
    fill_projects(page.body(), visit, *seen.programme, tagged_to.empty() ? newest : tagged_to);
    return tagged(page.answer(), tag);
}

}  // namespace vastin::registry
