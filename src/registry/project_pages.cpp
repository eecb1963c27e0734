#include "call/call_acts.h"
#include "kit/limits.h"
#include "registry/common.h"
#include "registry/project_money.h"

namespace vastin::registry {

namespace {

using project::Project;

struct ListSeen {
    project::Listed listed;
    std::shared_ptr<const programme::Programme> programme;
    std::shared_ptr<const project::Totals> totals;
    const programme::Theme* theme = nullptr;  // only its projects are listed; null: all
};

/// How many there are: exactly where it is known without counting, else that there are more.
Phrase count_words(const ListSeen& seen, const std::string& words, bool first_page) {
    const auto shown = static_cast<std::int64_t>(seen.listed.projects.size());
    if (words.empty() && seen.theme != nullptr) {
        return say("Projects of the theme: {0}", seen.theme->name);
    }
    if (words.empty()) {
        const std::int64_t all = seen.totals->projects;
        return say_count(
            all, "One project, of which {1} running", "{0} projects, of which {1} running", all, seen.totals->running);
    }
    if (first_page && !seen.listed.next) {
        return say_count(shown, "One project matches “{1}”.", "{0} projects match “{1}”.", shown, words);
    }
    return say("Projects that match “{0}”: {1} on this page.", words, shown);
}

void fill_list(page::Page& page, const page::Visit& visit, const ListSeen& seen, const std::string& words) {
    kit::View& body = page.body();
    const bool first_page = !visit.request.parameters.has("after");
    const std::string path = page::address(visit, "/projects");
    body.set("PATH", path);
    body.set("WORDS", words);
    body.set("COUNT", count_words(seen, words, first_page));
    if (!words.empty() || seen.theme != nullptr) {
        body.row("SEARCHED").set("ADDRESS", path);
    }
    if (seen.theme != nullptr) {
        body.row("THEME").set("CODE", seen.theme->code.text);
    }
    body.show_if("NONE", seen.listed.projects.empty());
    for (const project::Summary& project : seen.listed.projects) {
        kit::View row = body.row("PROJECT");
        project_row(row, "ROW", visit, *seen.programme, project);
    }
    std::string query = words.empty() ? "?" : "?q=" + kit::url_escaped(words) + "&";
    query += seen.theme == nullptr ? "" : "theme=" + seen.theme->code.text + "&";
    if (seen.listed.next) {
        body.row("NEXT").set("ADDRESS", path + query + "after=" + project::write_place(*seen.listed.next));
    }
    if (!first_page) {
        body.row("FIRST").set("ADDRESS", path + query.substr(0, query.size() - 1));
    }
}

/// The words are cut to a sane length: nobody searches for more, and LIKE costs by it.
std::string search_words(const page::Visit& visit) {
    std::string words = visit.request.parameters.get("q");
    if (words.size() > kit::limits::line_letters) {
        std::size_t end = kit::limits::line_letters;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        words.resize(end);
    }
    const auto first = words.find_first_not_of(" \t\r\n");
    const auto last = words.find_last_not_of(" \t\r\n");
    return first == std::string::npos ? "" : words.substr(first, last - first + 1);
}

struct ProjectSeen {
    std::optional<Project> project;
    std::shared_ptr<const programme::Programme> programme;
    std::shared_ptr<const call::Call> call;  // by whose shares the money is worked out; null where there is none
};

Phrase state_words(project::ProjectState state) {
    switch (state) {
        case project::ProjectState::coming:
            return say("Project begins later");
        case project::ProjectState::running:
            return say("Project running");
        case project::ProjectState::ended:
            return say("Project ended");
    }
    return {};
}

void fill_money(kit::View& body, const Project& project, const call::Call& call) {
    if (funding::find_payer(call.rules, call.rules.support)->share == Share{0}) {
        return;  // the call sets no share for the support: nothing follows from it
    }
    const ProjectMoney money = project_money(call.rules, project.summary.support, Phrase(project.source));
    kit::View part = body.row("SHARED");
    part.set("WHOLE", body.words().whole_money(body.language(), money.public_funding.value));
    part.set("BY",
             say("Computed from the support by the shares of this call: {0}. It is not the project’s own decision.",
                 call.name));
    std::vector<page::Segment> segments;
    for (const PayerMoney& payer : money.payers) {
        segments.push_back({payer.hue, payer.sum.value.count(), body.words().share(body.language(), payer.share)});
        kit::View row = part.row("PAYER");
        row.set("HUE", payer.hue);
        row.set("NAME", payer.name);
        row.set("SUM", payer.sum.value);
        page::because(row, "WHY", payer.sum, payer.hue);
    }
    if (project.summary.support > Money()) {
        page::share_bar(part, "BAR", segments);
    }
    page::because(part, "WHOLE_WHY", money.public_funding);
}

void fill_themes(kit::View& body, const page::Visit& visit, const ProjectSeen& seen) {
    const Project& project = *seen.project;
    for (const project::ThemeShare& share : project.summary.shares) {
        kit::View row = body.row("THEME");
        row.set("NAME", theme_names(visit.language, *seen.programme, {share}));
        row.set("ADDRESS", page::address(visit, "/themes/" + share.theme.text));
        if (share.share < whole_share) {
            kit::View part = row.row("PART");
            part.set("SHARE", body.words().share(visit.language, share.share));
            part.set("SUPPORT", share.support);
        }
    }
    for (const programme::Theme& theme : seen.programme->themes) {
        for (const auto& code : project.goals) {
            if (const programme::Goal* goal = programme::find_goal(theme.goals, code.text)) {
                kit::View row = body.row("GOAL");
                row.set("TEXT", goal->text);
                row.set("ADDRESS", page::address(visit, "/themes/" + theme.code.text + "/goals/" + goal->code.text));
            }
        }
    }
}

void fill_project(page::Page& page, const page::Visit& visit, const ProjectSeen& seen) {
    kit::View& body = page.body();
    const Project& project = *seen.project;
    const project::Summary& summary = project.summary;
    const kit::Words& words = visit.world.words;
    body.set("STATE", state_words(project::state(summary.period, words.zone().day(visit.now))));
    body.set("THEMES", theme_names(visit.language, *seen.programme, summary.shares));
    body.set("NAME", summary.name);
    body.set("SUPPORT", words.whole_money(visit.language, summary.support));
    body.set("PERIOD", words.period(visit.language, summary.period));
    if (seen.call) {
        fill_money(body, project, *seen.call);
    }
    for (const project::Implementer& implementer : summary.implementers) {
        kit::View row = body.row("IMPLEMENTER");
        row.set("NAME", implementer.name);
        if (!implementer.business_id.empty()) {
            row.row("ID").set("TEXT", say("Business ID {0}", implementer.business_id));
        }
    }
    fill_themes(body, visit, seen);
    body.set("SOURCE", project.source);
    if (!project.notes.empty()) {
        kit::View notes = body.row("NOTES");
        for (const project::Note& note : project.notes) {
            notes.row("NOTE").set("TEXT", note.text);
        }
    }
}

}  // namespace

kit::Response projects_page(page::Visit& visit) {
    const std::string words = search_words(visit);
    const auto after = project::read_place(visit.request.parameters.get("after"));
    const Date today = visit.world.words.zone().day(visit.now);
    ListSeen seen;
    std::string tag;
    std::optional<kit::Response> same;
    visit.world.database.read([&](kit::Transaction& t) {
        tag = page::etag(visit, project::revision(t).text);
        same = page::unchanged(visit, tag);
        if (same) {
            return;  // one row was read, and nothing is rendered
        }
        seen.programme = programme::current(t);
        seen.totals = project::totals(t, today);
        seen.theme = programme::find_theme(*seen.programme, visit.request.parameters.get("theme"));
        seen.listed = project::list(t,
                                    words,
                                    after,
                                    static_cast<std::int64_t>(kit::limits::page_rows),
                                    seen.theme == nullptr ? programme::Code<programme::Theme>() : seen.theme->code);
    });
    if (same) {
        return std::move(*same);
    }
    page::Page page(visit, "registry/pages/projects.tpl", say("Projects"));
    page.menu("projects");
    fill_list(page, visit, seen, words);
    return tagged(page.answer(), tag);
}

kit::Response project_page(page::Visit& visit) {
    ProjectSeen seen;
    std::string tag;
    std::optional<kit::Response> same;
    visit.world.database.read([&](kit::Transaction& t) {
        tag = page::etag(visit, project::revision(t).text);
        same = page::unchanged(visit, tag);
        if (same) {
            return;
        }
        seen.project = project::find(t, programme::Code<Project>{visit.captured.at(0)});
        if (seen.project) {
            seen.programme = programme::current(t);
            const auto calls = call::all(t, visit.now);
            seen.call = calls.empty() ? nullptr : calls.front();
        }
    });
    if (same) {
        return std::move(*same);
    }
    if (!seen.project) {
        return page::not_found(visit);
    }
    Phrase name;
    name.own = Localised{seen.project->summary.name, seen.project->summary.name, seen.project->summary.name};
    page::Page page(visit, "registry/pages/project.tpl", name);
    page.menu("projects");
    page.crumb(say("Projects"), "/projects");
    fill_project(page, visit, seen);
    return tagged(page.answer(), tag);
}

}  // namespace vastin::registry
