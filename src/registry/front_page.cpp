#include "call/call_acts.h"
#include "call/call_pages.h"
#include "registry/common.h"

namespace vastin::registry {

namespace {

struct Seen {
    std::shared_ptr<const programme::Programme> programme;
    std::shared_ptr<const call::Call> call;  // open, or else coming, or else closed last; null where there is none
    std::shared_ptr<const project::Totals> totals;
    std::vector<project::Summary> newest;
    project::Hash revision;
};

Seen look(const page::Visit& visit) {
    Seen seen;
    const Date today = visit.world.words.zone().day(visit.now);
    visit.world.database.read([&](kit::Transaction& t) {
        seen = {};
        seen.revision = project::revision(t);
        seen.programme = programme::current(t);
        const auto calls = call::all(t, visit.now);
        seen.call = calls.empty() ? nullptr : calls.front();
        seen.totals = project::totals(t, today);
        seen.newest = project::list(t, "", std::nullopt, 3).projects;
    });
    return seen;
}

/// The front page shows a call's time left to the minute.
std::string tag_of(const page::Visit& visit, const Seen& seen) {
    std::string parts = seen.revision.text + seen.programme->hash.text;
    if (seen.call) {
        const auto how = call::state(*seen.call, visit.now);
        parts += seen.call->rules_hash.text;
        parts += how == call::CallState::closed ? "closed" : std::to_string(visit.now.milliseconds / 60000);
    }
    return page::etag(visit, parts);
}

void fill_call(kit::View& body, const page::Visit& visit, const call::Call& call) {
    const kit::Words& words = visit.world.words;
    const auto how = call::state(call, visit.now);
    const std::string address = page::address(visit, "/calls/" + call.code.text);
    kit::View panel = body.row("CALL");
    panel.set("STATE", call::state_words(how));
    panel.show(how == call::CallState::open ? "OPEN" : "NOT_OPEN");
    panel.set("NAME", call.name);
    panel.set("ADDRESS", address);
    panel.set("CALCULATOR", address + "#calculator");
    panel.set("TIME", call::time_words(call, words, visit.language, visit.now));
    if (const call::Pot* pot = call::support_pot(call)) {
        kit::View money = panel.row("POT");
        money.show_if("ABOUT", pot->money.precision == programme::Announced::Precision::about);
        money.set("SUM", words.whole_money(visit.language, pot->money.sum));
        money.set("LABEL", pot->label);
    }
    if (how == call::CallState::open && !call.window.endless) {
        kit::View running = panel.row("RUNNING");
        running.set("GONE", std::to_string(call::elapsed_percent(call.window, visit.now)));
        running.set("CLOSES", call::closing_words(call.window));
    }
}

void fill_shares(kit::View& body, const call::Call& call) {
    kit::View part = body.row("SHARES");
    std::vector<page::Segment> segments;
    for (const funding::PayerRule& payer : call.rules.payers) {
        const std::string hue(funding::hue(payer.payer));
        segments.push_back({hue, payer.share.basis_points, part.words().share(part.language(), payer.share)});
        kit::View row = part.row("PAYER");
        row.set("HUE", hue);
        row.set("NAME", payer.share > Share{0} ? say("{0} {1}", payer.name, payer.share) : Phrase(payer.name));
        row.set("HOW",
                payer.payer == funding::PayerClass::eu_and_state ? say("Applied for from the main funder.")
                : payer.payer == funding::PayerClass::city       ? say("Applied for in this service.")
                                                                 : say("Paid by the applicant."));
    }
    part.show_if("PARTED", call::usual_shares(call.rules));
    page::share_bar(part, "BAR", segments);
}

void fill_themes(kit::View& body, const page::Visit& visit, const Seen& seen) {
    const kit::Words& words = visit.world.words;
    for (const programme::Theme& theme : seen.programme->themes) {
        const ThemeMoney money = theme_money(*seen.totals, theme);
        const auto goals = static_cast<std::int64_t>(programme::count_goals(theme.goals));
        kit::View row = body.row("THEME");
        row.set("ADDRESS", page::address(visit, "/themes/" + theme.code.text));
        row.set("NAME", say("{0} {1}", theme.number, theme.name));
        row.set("GOALS", say_count(goals, "One goal", "{0} goals", goals));
        row.set("PROJECTS", say_count(money.projects, "One project", "{0} projects", money.projects));
        row.set("SUM", words.whole_money(visit.language, money.support));
    }
}

}  // namespace

kit::Response front_page(page::Visit& visit) {
    const Seen seen = look(visit);
    const std::string tag = tag_of(visit, seen);
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    const kit::Words& words = visit.world.words;
    page::Page page(visit, "registry/pages/front.tpl", say("Front page"));
    page.wide();
    call::follow_calls(page);
    kit::View& body = page.body();
    const auto& agreement = seen.programme->agreement;
    body.set("AGREEMENT", say("{0} {1}", agreement.name, years(agreement.period)));
    body.set("HOME", page::address(visit, ""));
    if (seen.call) {
        fill_call(body, visit, *seen.call);
        fill_shares(body, *seen.call);
    }
    fill_themes(body, visit, seen);
    for (const project::Summary& project : seen.newest) {
        kit::View row = body.row("PROJECT");
        project_row(row, "ROW", visit, *seen.programme, project);
    }
    const project::Totals& totals = *seen.totals;
    body.set("SUPPORT", words.whole_money(visit.language, totals.support));
    body.set("COUNT", totals.projects);
    body.set("RUNNING",
             say_count(totals.running,
                       "projects in the registry, one running",
                       "projects in the registry, {0} running",
                       totals.running));
    body.set("IMPLEMENTERS", totals.implementers);
    return tagged(page.answer(), tag);
}

}  // namespace vastin::registry
