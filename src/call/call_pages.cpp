#include "call/call_pages.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "call/call_acts.h"
#include "call/call_pages_calculator.h"
#include "page/field.h"
#include "page/frame.h"

namespace vastin::call {

namespace {

using page::Page;
using page::Visit;

/// What the page of a call shows changes with its state, and while it runs with each minute left.
std::string moment_tag(const Call& call, Instant now) {
    const CallState how = state(call, now);
    return call.rules_hash.text + (how == CallState::closed ? "closed" : std::to_string(now.milliseconds / 60000));
}

void set_sum(kit::View& view, const programme::Announced& money) {
    view.show_if("ABOUT", money.precision == programme::Announced::Precision::about);
    view.set("SUM", view.words().whole_money(view.language(), money.sum));
}

void list_call(kit::View& row, const Call& call, const Visit& visit) {
    row.set("NAME", call.name);
    row.set("ADDRESS", page::address(visit, "/calls/" + call.code.text));
    row.set("STATE", state_words(state(call, visit.now)));
    row.show_if("OPEN", state(call, visit.now) == CallState::open);
    row.set("TIME", time_words(call, visit.world.words, visit.language, visit.now));
    if (const Pot* pot = support_pot(call)) {
        kit::View money = row.row("POT");
        set_sum(money, pot->money);
        money.set("LABEL", pot->label);
    }
}

kit::Response list_page(Visit& visit) {
    std::vector<std::shared_ptr<const Call>> calls;
    visit.world.database.read([&](kit::Transaction& t) { calls = all(t, visit.now); });
    std::string seen;
    for (const auto& call : calls) {
        seen += moment_tag(*call, visit.now);
    }
    const std::string tag = page::etag(visit, seen);
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    Page page(visit, "call/pages/list.tpl", say("Calls"));
    page.menu("calls");
    page.body().show_if("NONE", calls.empty());
    for (const auto& call : calls) {
        kit::View row = page.body().row("CALL");
        list_call(row, *call, visit);
    }
    auto response = page.answer();
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

/// A small mark beside what no source gives; the list of assumptions stands at the end of the page.
void mark(kit::View& view, const char* section, const Call& call, std::initializer_list<const char*> keys) {
    view.show_if(section, std::any_of(keys.begin(), keys.end(), [&](const char* key) { return assumed(call, key); }));
}

void fill_side(kit::View& body, const Call& call, const Visit& visit) {
    if (const Pot* pot = support_pot(call)) {
        kit::View money = body.row("POT");
        set_sum(money, pot->money);
        money.set("LABEL", pot->label);
    }
    body.set("TIME", time_words(call, visit.world.words, visit.language, visit.now));
    const bool may_apply = !visit.person || visit.person->role == identity::Role::applicant;
    if (may_apply && state(call, visit.now) == CallState::open) {
        body.row("APPLY").set("ADDRESS", page::address(visit, "/calls/" + call.code.text + "/apply"));
    }
    body.set("WINDOW", say("{0} – {1}", call.window.opens, call.window.closes));
    mark(body, "WINDOW_ASSUMED", call, {"window.opens", "window.closes"});
    for (const form::Theme& theme : call.themes) {
        kit::View row = body.row("THEME");
        row.set("NAME", theme.name);
        row.set("ADDRESS", page::address(visit, "/themes/" + theme.id));
    }
    for (const funding::CostModel& model : call.rules.cost_models) {
        body.row("COST_MODEL").set("NAME", model.name);
    }
    mark(body, "COST_ASSUMED", call, {"funding.cost_models[1]"});
    body.set("OFFICE", call.contact.office);
    body.set("ROLE", call.contact.role);
    if (!call.contact.web.empty()) {
        body.row("WEB").set("ADDRESS", call.contact.web);
    }
}

void fill_shares(kit::View& body, const Call& call) {
    std::vector<page::Segment> segments;
    for (const funding::PayerRule& payer : call.rules.payers) {
        const std::string hue(funding::hue(payer.payer));
        segments.push_back({hue, payer.share.basis_points, body.words().share(body.language(), payer.share)});
        kit::View row = body.row("PAYER");
        row.set("HUE", hue);
        row.set("NAME", payer.name);
        row.set("SHARE", share_words(payer));
    }
    if (const Share left = funding::rest(call.rules); left > Share{0}) {
        segments.push_back({"track", left.basis_points, body.words().share(body.language(), left)});
    }
    body.show_if("PARTED", usual_shares(call.rules));
    page::share_bar(body, "SHARES", segments);
    body.set("MONEY", call.texts.money);
    mark(body, "MONEY_ASSUMED", call, {"funding.rounding_unit", "funding.private_money", "texts.money"});
}

void fill_calculator(kit::View& body, const Call& call, const CalculatorTyped& typed, const Calculated& result) {
    using Kind = page::FieldView::Kind;
    const funding::PayerRule* payer = funding::find_payer(call.rules, call.rules.support);
    const auto wrong = [&](const char* field) { return page::reasons_at(result.reasons, field); };
    page::field(body,
                "TOTAL",
                {"total",
                 Kind::money,
                 say("Total costs"),
                 say("Of the whole project, in euros."),
                 typed.total,
                 wrong("total")});
    page::field(body,
                "SUPPORT",
                {"support",
                 Kind::money,
                 say("Or: support wanted from this payer: {0}", payer->name),
                 say("Leave empty if you wrote the total costs."),
                 typed.support,
                 wrong("support")});
    page::field(body,
                "PRIVATE",
                {"private",
                 Kind::money,
                 say("Private money from outside the applicant"),
                 say("What companies pay, for example. It stands outside the shares. Leave empty if there is none."),
                 typed.outside,
                 wrong("private")});
    page::FieldView applicant{"applicant", Kind::choice, say("The applicant is")};
    applicant.value = typed.applicant.empty() ? "public" : typed.applicant;
    applicant.errors = wrong("applicant");
    applicant.options = {{"public", say("a public body: its own money is public funding"), {}},
                         {"private", say("a private body: its own money is not public funding"), {}}};
    page::field(body, "APPLICANT", applicant);
}

void fill_plan(kit::View& body, const funding::Plan& plan) {
    if (plan.lines.empty()) {
        return;
    }
    kit::View shown = body.row("PLAN");
    shown.set("COSTS", plan.total_costs.value);
    std::vector<page::Segment> segments;
    const auto line = [&](const Localised* name, const Phrase& label, std::string_view hue, const Figure<Money>& sum) {
        kit::View row = shown.row("LINE");
        if (name != nullptr) {
            row.set("NAME", *name);
        } else {
            row.set("NAME", label);
        }
        row.set("HUE", hue);
        row.set("SUM", sum.value);
        page::because(row, "WHY", sum, hue);
        segments.push_back({std::string(hue), sum.value.count(), ""});
    };
    for (const funding::Line& payer : plan.lines) {
        line(&payer.name, {}, funding::hue(payer.payer), payer.sum);
    }
    if (plan.outside.value > Money()) {
        line(nullptr, say("Private money from outside the applicant"), "outside", plan.outside);
    }
    if (plan.total_costs.value > Money()) {
        page::share_bar(shown, "BAR", segments, "mid");
    }
    for (const Phrase& note : plan.notes) {
        shown.row("NOTE").set("TEXT", note);
    }
}

void date_row(kit::View& body, bool key, const std::string& machine, const std::string& when, const Phrase& name) {
    kit::View row = body.row("DATE");
    row.show_if("KEY", key);
    kit::View time = row.row(machine.empty() ? "WORDS" : "TIME");
    if (!machine.empty()) {
        time.set("MACHINE", machine);
    }
    time.set("WHEN", when);
    row.set("NAME", name);
}

void fill_dates(kit::View& body, const Call& call) {
    const kit::Words& words = body.words();
    const Language language = body.language();
    const auto moment = [&](Instant at, bool key, const Phrase& name) {
        date_row(body, key, write_local_time(words.zone().local(at)), words.moment(language, at), name);
    };
    const auto day = [&](Date date, const Phrase& name) {
        date_row(body, false, write_date(date), words.day(language, date), name);
    };
    moment(call.window.opens, false, say("The call opens"));
    moment(call.window.closes, true, say("The call closes. The application must have arrived by then."));
    for (const Milestone& milestone : call.dates) {
        if (milestone.day) {
            day(*milestone.day, milestone.name);
        } else if (milestone.when) {
            date_row(body, false, "", milestone.when->in(language), milestone.name);
        }
    }
    if (call.recommended_start) {
        day(*call.recommended_start, say("Recommended start of the projects"));
    }
}

void fill_texts(kit::View& body, const Call& call) {
    const auto text = [&](const char* section, const Localised& what, const char* key) {
        if (what == Localised{}) {
            return;
        }
        kit::View row = body.row(section);
        row.set("TEXT", what);
        mark(row, "ASSUMED", call, {key});
    };
    text("APPLICANTS", call.texts.applicants, "texts.applicants");
    text("CRITERIA", call.texts.criteria, "texts.criteria");
    text("ATTACHMENTS", call.texts.attachments, "texts.attachments");
    for (const Step& step : call.steps) {
        kit::View row = body.row("STEP");
        row.set("TITLE", step.title);
        row.set("TEXT", step.text);
    }
    if (!call.assumptions.empty()) {
        kit::View list = body.row("ASSUMPTIONS");
        for (const programme::Assumption& assumption : call.assumptions) {
            list.row("ASSUMPTION").set("TEXT", assumption.text);
        }
    }
    body.set("SOURCE", call.source);
    body.set("RULES_HASH", call.rules_hash.text);
}

kit::Response call_page(Visit& visit) {
    std::shared_ptr<const Call> call;
    visit.world.database.read([&](kit::Transaction& t) { call = find(t, Code<Call>{visit.captured.at(0)}); });
    if (!call) {
        return page::not_found(visit);
    }
    const std::string tag = page::etag(visit, moment_tag(*call, visit.now));
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    const CalculatorTyped typed = calculator_typed(visit.request.parameters);
    const Calculated result = calculate(call->rules, typed);
    Page page(visit, "call/pages/call.tpl", Phrase(call->name));
    page.menu("calls");
    page.crumb(say("Calls"), "/calls");
    page.errors(result.reasons);
    kit::View& body = page.body();
    body.set("NAME", call->name);
    body.set("STATE", state_words(state(*call, visit.now)));
    body.show_if("OPEN", state(*call, visit.now) == CallState::open);
    body.set("PURPOSE", call->texts.purpose);
    fill_side(body, *call, visit);
    fill_shares(body, *call);
    body.set("CALCULATE", page::address(visit, "/calls/" + call->code.text + "#calculator"));
    fill_calculator(body, *call, typed, result);
    if (result.plan) {
        fill_plan(body, *result.plan);
    }
    fill_dates(body, *call);
    fill_texts(body, *call);
    auto response = page.answer();
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

constexpr page::Route all_routes[] = {
    {kit::Method::get, "/calls", page::Right::anyone, list_page},
    {kit::Method::get, "/calls/{code}", page::Right::anyone, call_page},
};

}  // namespace

std::span<const page::Route> routes() { return all_routes; }

Phrase state_words(CallState state) {
    switch (state) {
        case CallState::coming:
            return say("Opens later");
        case CallState::open:
            return say("Open");
        case CallState::closed:
            return say("Closed");
    }
    return {};
}

Phrase time_words(const Call& call, const kit::Words& words, Language language, Instant now) {
    switch (state(call, now)) {
        case CallState::coming:
            return say("Opens on {0}", call.window.opens);
        case CallState::open:
            return say("{0} left", words.span(language, call.window.closes - now));
        case CallState::closed:
            return say("Closed on {0}", call.window.closes);
    }
    return {};
}

Phrase share_words(const funding::PayerRule& payer) {
    const bool of_costs = payer.base == funding::Base::total_costs;
    switch (payer.bound) {
        case funding::Bound::at_most:
            return of_costs ? say("at most {0} of the total costs", payer.share)
                            : say("at most {0} of the public funding", payer.share);
        case funding::Bound::about:
            return say("indicatively {0} of the public funding", payer.share);
        case funding::Bound::open:
            return payer.takes_part ? say("no share is set, but must take part") : say("no share is set");
        case funding::Bound::at_least:
            return say("at least {0} of the public funding", payer.share);
        case funding::Bound::exact:
            break;
    }
    return of_costs ? say("{0} of the total costs", payer.share) : say("{0} of the public funding", payer.share);
}

bool usual_shares(const funding::Rules& rules) {
    static constexpr std::array usual{Share{6000}, Share{2500}, Share{1500}};
    return std::equal(
        usual.begin(), usual.end(), rules.payers.begin(), rules.payers.end(), [](Share share, const auto& payer) {
            return share == payer.share && payer.bound == funding::Bound::exact;
        });
}

std::int64_t elapsed_percent(const Window& window, Instant now) {
    const std::int64_t whole = (window.closes - window.opens).milliseconds;
    const std::int64_t gone = (now - window.opens).milliseconds;
    return whole <= 0 ? 100 : std::clamp<std::int64_t>(gone * 100 / whole, 0, 100);
}

}  // namespace vastin::call
