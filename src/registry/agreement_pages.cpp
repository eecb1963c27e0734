#include "registry/common.h"

namespace vastin::registry {

namespace {

using programme::Goal;
using programme::Programme;
using programme::Theme;

void fill_parties(kit::View& body, const Programme& programme) {
    for (const programme::Party& party : programme.parties) {
        kit::View row = body.row("PARTY");
        row.set("NAME", party.name);
        row.set("PART", party.part);
    }
    for (const programme::Funder& funder : programme.funders) {
        kit::View row = body.row("FUNDER");
        row.set("NAME", funder.name);
        row.set("KIND",
                funder.kind == programme::Funder::Kind::main ? say("Main funder: EU and state support")
                                                             : say("Municipal funder: matching money"));
        if (funder.system) {
            row.row("SYSTEM").set("TEXT", say("Applied for in {0}", *funder.system));
        }
    }
}

void fill_frames(kit::View& body, const Programme& programme) {
    const kit::Words& words = body.words();
    for (const programme::Frame& frame : programme.frames) {
        kit::View row = body.row("FRAME");
        const programme::Payer* payer = programme::find_payer(programme, frame.payer.text);
        row.set("YEARS", years(frame.period));
        row.set("PAYER", payer != nullptr ? payer->name : Localised{});
        row.show_if("ABOUT", frame.yearly.precision == programme::Announced::Precision::about);
        row.set("SUM", words.whole_money(body.language(), frame.yearly.sum));
        row.set("SOURCE", frame.source);
    }
}

}  // namespace

AgreementSeen look_at_agreement(const page::Visit& visit) {
    AgreementSeen seen;
    const Date today = visit.world.words.zone().day(visit.now);
    visit.world.database.read([&](kit::Transaction& t) {
        const auto revision = project::revision(t);
        seen.programme = programme::current(t);
        seen.totals = project::totals(t, today);
        seen.tag = page::etag(visit, revision.text + seen.programme->hash.text);
    });
    return seen;
}

void fill_goals(kit::View& view, const page::Visit& visit, const Theme& theme, const std::vector<Goal>& goals) {
    kit::View list = view.part("GOALS", "registry/pages/goals.tpl");
    for (const Goal& goal : goals) {
        kit::View row = list.row("GOAL");
        row.set("TEXT", goal.text);
        row.set("ADDRESS", page::address(visit, "/themes/" + theme.code.text + "/goals/" + goal.code.text));
        if (!goal.goals.empty()) {
            kit::View below = row.row("BELOW");
            fill_goals(below, visit, theme, goal.goals);
        }
    }
}

void fill_stated(kit::View& view, const Programme& programme, const Theme& theme) {
    for (const programme::Stated& stated : programme.stated) {
        if (stated.theme != theme.code) {
            continue;
        }
        const programme::Strand* strand = stated.strand ? programme::find_strand(theme, stated.strand->text) : nullptr;
        kit::View row = view.row("STATED");
        row.set("NAME", strand != nullptr ? strand->name : theme.name);
        row.set("SUM", view.words().whole_money(view.language(), stated.sum));
        row.set("SOURCE", stated.source);
        row.show_if("NO_PROJECTS", !stated.projects_named);
    }
}

void fill_computed(kit::View& view, const AgreementSeen& seen, const Theme& theme) {
    for (const project::ThemeTotal& total : seen.totals->themes) {
        if (total.theme != theme.code) {
            continue;
        }
        const programme::Strand* strand = total.strand ? programme::find_strand(theme, total.strand->text) : nullptr;
        kit::View row = view.row("COMPUTED");
        row.set("NAME", strand != nullptr ? strand->name : theme.name);
        row.set("PROJECTS", say_count(total.projects, "One project", "{0} projects", total.projects));
        row.set("SUM", view.words().whole_money(view.language(), total.support));
    }
}

kit::Response agreement_page(page::Visit& visit) {
    const AgreementSeen seen = look_at_agreement(visit);
    if (auto same = page::unchanged(visit, seen.tag)) {
        return std::move(*same);
    }
    const Programme& programme = *seen.programme;
    const auto& agreement = programme.agreement;
    page::Page page(visit, "registry/pages/agreement.tpl", say("Agreement"));
    page.menu("agreement");
    kit::View& body = page.body();
    body.set("NAME", agreement.name);
    body.set("YEARS", years(agreement.period));
    body.set("PURPOSE", agreement.purpose);
    body.set("AIM", agreement.aim);
    body.set("BACKGROUND", agreement.background);
    body.set("SOURCE", agreement.texts_source);
    if (!agreement.web.empty()) {
        body.row("WEB").set("ADDRESS", agreement.web);
    }
    for (const Theme& theme : programme.themes) {
        kit::View row = body.row("THEME");
        row.set("NUMBER", theme.number);
        row.set("NAME", theme.name);
        row.set("ADDRESS", page::address(visit, "/themes/" + theme.code.text));
        fill_goals(row, visit, theme, theme.goals);
        row.set("SOURCE", theme.source);
        fill_computed(body, seen, theme);
        fill_stated(body, programme, theme);
    }
    body.set("TOTAL", body.words().whole_money(visit.language, seen.totals->support));
    fill_parties(body, programme);
    fill_frames(body, programme);
    if (!programme.assumptions.empty()) {
        kit::View list = body.row("ASSUMPTIONS");
        for (const programme::Assumption& assumption : programme.assumptions) {
            list.row("ASSUMPTION").set("TEXT", assumption.text);
        }
    }
    return tagged(page.answer(), seen.tag);
}

}  // namespace vastin::registry
