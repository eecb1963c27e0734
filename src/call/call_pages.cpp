#include "call/call_pages.h"

#include <algorithm>

#include "call/asked_store.h"
#include "call/call_acts.h"
#include "call/call_data.h"
#include "call/call_data_pages.h"
#include "call/call_dates.h"
#include "call/call_feeds.h"
#include "call/call_pages_criteria.h"
#include "call/call_pages_dates.h"
#include "call/call_pages_money.h"
#include "call/call_pages_rules.h"
#include "call/eligibility_pages.h"
#include "call/opening.h"
#include "kit/feed.h"
#include "page/frame.h"
#include "programme/programme_acts.h"

namespace vastin::call {

namespace {

using page::Page;
using page::Visit;

/// What the page of a call shows changes with its state, and while it runs with each minute left.
std::string moment_tag(const Call& call, Instant now) {
    const CallState how = state(call, now);
    return call.rules_hash.text + (how == CallState::closed ? "closed" : std::to_string(now.milliseconds / 60000));
}

void list_call(kit::View& group, const Call& call, const Visit& visit) {
    kit::View row = group.row("CALL");
    row.set("NAME", call.name);
    row.set("ADDRESS", page::address(visit, "/calls/" + call.code.text));
    const CallState how = state(call, visit.now);
    const Phrase time = time_words(call, visit.world.words, visit.language, visit.now);
    row.row(how == CallState::open ? "OPEN" : "NOT_OPEN").set("TIME", time);
    const bool told = how == CallState::open && call.window.endless;  // by the words for the time
    row.set("WHEN",
            how == CallState::closed || told ? say("Opened on {0}", call.window.opens) : closing_words(call.window));
    if (const Pot* pot = support_pot(call)) {
        kit::View money = row.row("POT");
        set_sum(money, pot->money);
        money.set("LABEL", pot->label);
    }
}

/// One group of the list. A group without calls is shown only where `empty` says something.
void list_group(kit::View& body,
                const Visit& visit,
                const char* key,
                const Phrase& heading,
                const Phrase& empty,
                const std::vector<std::shared_ptr<const Call>>& calls) {
    if (calls.empty() && empty.empty()) {
        return;
    }
    kit::View group = body.row("GROUP");
    group.set("KEY", key);
    group.set("HEADING", heading);
    if (calls.empty()) {
        group.row("EMPTY").set("TEXT", empty);
        return;
    }
    kit::View list = group.row("LIST");
    for (const auto& call : calls) {
        list_call(list, *call, visit);
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
    const auto those = [&](CallState how) {
        auto some = calls;
        std::erase_if(some, [&](const auto& call) { return state(*call, visit.now) != how; });
        return some;
    };
    const auto coming = those(CallState::coming);
    Page page(visit, "call/pages/list.tpl", say("Calls"));
    page.menu("calls");
    follow_calls(page);
    page.body().set("ATOM", page::address(visit, "/calls.atom"));
    page.body().set("CALENDAR", page::address(visit, "/calls.ics"));
    page.body().set("DATA", page::address(visit, "/calls.json"));
    const Phrase none = calls.empty() ? say("There are no calls yet.")
                        : coming.empty()
                            ? say("No call is open now.")
                            : say("No call is open now. The next one opens on {0}.", coming.front()->window.opens);
    list_group(page.body(), visit, "open", say("Open now"), none, those(CallState::open));
    list_group(page.body(), visit, "coming", say("Coming"), {}, coming);
    list_group(page.body(), visit, "ended", say("Ended"), {}, those(CallState::closed));
    auto response = page.answer();
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

void fill_side(kit::View& body, const Call& call, const Visit& visit) {
    if (const Pot* pot = support_pot(call)) {
        kit::View money = body.row("POT");
        set_sum(money, pot->money);
        money.set("LABEL", pot->label);
    }
    body.set("WINDOW", window_words(call.window));
    if (!call.window.endless) {
        body.row("LAST").set("TEXT",
                             say("The last moment that is in time is {0}.",
                                 visit.world.words.second(visit.language, call.window.closes)));
    }
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
    for (const funding::PayerRule& payer : call.rules.payers) {
        if (payer.payer == funding::PayerClass::city) {
            kit::View row = body.row("CITY");
            row.set("NAME", payer.name);
            row.set("SHARE", share_words(payer));
        }
    }
    body.set("OFFICE", call.contact.office);
    body.set("ROLE", call.contact.role);
    if (!call.contact.web.empty()) {
        body.row("WEB").set("ADDRESS", call.contact.web);
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
        if (section == std::string_view("CRITERIA")) {
            fill_criteria(row, call);
        }
        for (const FilePlace& place :
             key == std::string_view("texts.attachments") ? call.files : std::vector<FilePlace>()) {
            kit::View one = row.row("PLACE");
            one.set("TITLE", place.title);
            one.show_if("REQUIRED", place.required);
            one.set("LIMITS", limits_of(place));
        }
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
    body.set("RULES_HASH", call.rules_hash.text);
}

/// Where it is written: each source once, in the order in which the page uses them.
void fill_sources(kit::View& body, const Call& call) {
    std::vector<Localised> all;
    const auto note = [&](const Localised& source) {
        if (source != Localised{} && std::find(all.begin(), all.end(), source) == all.end()) {
            all.push_back(source);
            body.row("SOURCE_ROW").set("TEXT", source);
        }
    };
    note(call.source);
    note(call.texts.source);
    note(call.window.source);
    for (const Pot& pot : call.pots) {
        note(pot.source);
    }
    for (const funding::PayerRule& payer : call.rules.payers) {
        note(payer.source);
    }
    for (const funding::CostModel& model : call.rules.cost_models) {
        note(model.source);
    }
    for (const Criterion& one : call.criteria) {
        note(one.source);
    }
    note(call.scoring.source);
    for (const Step& step : call.steps) {
        note(step.source);
    }
    for (const Milestone& date : call.dates) {
        note(date.source);
    }
    note(call.contact.source);
}

/// The page of a call, with what was typed into its calculator.
void fill(kit::View& body,
          const Visit& visit,
          const Call& call,
          const programme::Programme& programme,
          const CalculatorTyped& typed,
          const Calculated& result) {
    body.set("NAME", call.name);
    body.set("PURPOSE", call.texts.purpose);
    fill_side(body, call, visit);
    fill_funded(body, call);
    fill_rules(body, call);
    fill_pots(body, call, programme);
    fill_shares(body, call);
    fill_calculator(body, visit, call, typed, result);
    fill_dates(body, call);
    fill_texts(body, call);
    fill_sources(body, call);
}

/// How it stands: one that ends with its money has ended when all of it has been applied for.
void fill_standing(kit::View& body, const Visit& visit, const Call& call, bool money_left) {
    const CallState how = state(call, visit.now);
    const bool ended = how == CallState::open && !money_left;
    body.set("STATE", state_words(ended ? CallState::closed : how));
    body.show_if("OPEN", how == CallState::open && !ended);
    body.set("TIME",
             ended ? say("The money has been applied for: the call takes no more applications.")
                   : time_words(call, visit.world.words, visit.language, visit.now));
    if (const Phrase handling = handling_words(call.window, visit.now); !ended && !handling.empty()) {
        body.row("HANDLING").set("TEXT", handling);
    }
}

/// What one can do with a call now.
void fill_doors(kit::View& body, const Visit& visit, const Call& call, bool money_left) {
    const CallState how = state(call, visit.now);
    const std::string path = "/calls/" + call.code.text;
    const bool may_apply = !visit.person || visit.person->role == identity::Role::applicant;
    if (may_apply && how == CallState::open && money_left) {
        body.row("APPLY").set("ADDRESS", page::address(visit, path + "/apply"));
    }
    if (how != CallState::closed && money_left) {
        body.row("ELIGIBILITY").set("ADDRESS", page::address(visit, path + "/eligibility"));
    }
}

kit::Response call_page(Visit& visit) {
    std::shared_ptr<const Call> call;
    std::shared_ptr<const programme::Programme> programme;
    std::vector<ToldChange> changes;
    Money asked;
    visit.world.database.read([&](kit::Transaction& t) {
        call = find(t, Code<Call>{visit.captured.at(0)});
        if (call) {
            programme = programme::frozen_programme(t, call->programme);
            changes = told_changes(t, call->code);
            asked = call->window.until_pot_empty ? asked_of(t, call->code) : Money();
        }
    });
    if (!call) {
        return page::not_found(visit);
    }
    const std::string tag = page::etag(visit, moment_tag(*call, visit.now) + std::to_string(asked.count()));
    if (auto same = page::unchanged(visit, tag)) {
        return std::move(*same);
    }
    const CalculatorTyped typed = calculator_typed(visit.request.parameters);
    const Calculated result = calculate(call->rules, typed);
    Page page(visit, "call/pages/call.tpl", Phrase(call->name));
    page.menu("calls");
    page.crumb(say("Calls"), "/calls");
    page.errors(result.reasons);
    fill(page.body(), visit, *call, *programme, typed, result);
    fill_changes(page.body(), changes);
    // of a published call only: a preview has no such pages
    const std::string path = "/calls/" + call->code.text;
    follow_calls(page);
    page.alternate("text/calendar", path + ".ics", say("Dates of the call"));
    page.alternate("application/json", path + ".json", say("The call as open data"));
    page.linked_data(linked_call(*call, *programme, visit));
    kit::View files = page.body().row("FILES");
    files.set("CALENDAR", page::address(visit, path + ".ics"));
    files.set("DATA", page::address(visit, path + ".json"));
    files.set("RULES", page::address(visit, path + ".toml"));
    const bool money_left = fill_applied(page.body(), visit, *call, asked);
    fill_standing(page.body(), visit, *call, money_left);
    fill_doors(page.body(), visit, *call, money_left);
    auto response = page.answer();
    if (!tag.empty()) {
        response.header("ETag", tag);
    }
    return response;
}

constexpr page::Route all_routes[] = {
    {kit::Method::get, "/calls", page::Right::anyone, list_page},
    {kit::Method::get, "/calls.atom", page::Right::anyone, calls_atom},
    {kit::Method::get, "/calls.ics", page::Right::anyone, calls_calendar},
    {kit::Method::get, "/calls.json", page::Right::anyone, calls_json},
    {kit::Method::get, "/calls/{code}", page::Right::anyone, call_page},
    {kit::Method::get, "/calls/{code}.ics", page::Right::anyone, call_calendar},
    {kit::Method::get, "/calls/{code}.json", page::Right::anyone, one_call_json},
    {kit::Method::get, "/calls/{code}.toml", page::Right::anyone, call_toml},
    {kit::Method::get, "/calls/{code}/eligibility", page::Right::anyone, eligibility_page},
    {kit::Method::get, "/schemas/call.json", page::Right::anyone, call_schema_json},
};

}  // namespace

std::span<const page::Route> routes() { return all_routes; }

void fill_call(kit::View& body, const Visit& visit, const Call& call, const programme::Programme& programme) {
    fill(body, visit, call, programme, {}, calculate(call.rules, {}));
    fill_standing(body, visit, call, true);
}

void follow_calls(Page& page) {
    page.alternate(kit::atom_type, "/calls.atom", say("Calls of this service"));
    page.alternate("text/calendar", "/calls.ics", say("Calendar of the calls"));
}

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
    return state(call, now) == CallState::open && !call.window.endless
               ? say("{0} left", words.span(language, call.window.closes - now))
               : standing_words(call.window, now);
}

std::int64_t elapsed_percent(const Window& window, Instant now) {
    const std::int64_t whole = (window.closes - window.opens).milliseconds;
    const std::int64_t gone = (now - window.opens).milliseconds;
    return whole <= 0 ? 100 : std::clamp<std::int64_t>(gone * 100 / whole, 0, 100);
}

}  // namespace vastin::call
