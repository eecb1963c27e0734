#include "desk/desk_pages.h"

#include <algorithm>

#include "application/application_pages.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "desk/desk_store.h"
#include "kit/limits.h"
#include "page/field.h"
#include "programme/programme_acts.h"

namespace vastin::desk {

namespace {

using page::Page;
using page::Visit;

kit::Response desk(Visit& visit) {
    struct Row {
        std::shared_ptr<const call::Call> call;
        application::Totals totals;
    };
    std::vector<Row> calls;
    std::int64_t waiting = 0, feedback = 0;
    visit.world.database.read([&](kit::Transaction& t) {
        calls.clear();
        feedback = count_open(t, "accessibility_feedback");
        for (auto& call : call::all(t, visit.now)) {
            const auto totals = application::totals(t, call->code.text);
            calls.push_back({std::move(call), totals});
        }
        waiting = count_open(t, "application_arrived");
    });
    Page page(visit, "desk/pages/desk.tpl", say("Desk"));
    page.menu("desk");
    page.body().set("REPRESENTATIVES", page::address(visit, "/desk/representatives"));
    page.body().set("WAITING",
                    say_count(waiting,
                              "{0} new application waits to be looked at.",
                              "{0} new applications wait to be looked at.",
                              waiting));
    kit::View told = page.body().row("FEEDBACK");
    told.set("ADDRESS", page::address(visit, "/desk/feedback"));
    told.set("COUNT",
             feedback == 0 ? say("None waits for an answer")
                           : say_count(feedback, "{0} waits for an answer", "{0} wait for an answer", feedback));
    for (const Row& row : calls) {
        kit::View one = page.body().row("CALL");
        one.set("NAME", row.call->name);
        one.set("ADDRESS", page::address(visit, "/desk/calls/" + row.call->code.text));
        one.set("ARRIVED",
                say_count(row.totals.applications, "{0} application", "{0} applications", row.totals.applications));
        const auto state = call::state(*row.call, visit.now);
        one.set("STATE",
                state == call::CallState::open     ? say("Open until {0}", row.call->window.closes)
                : state == call::CallState::coming ? say("Opens {0}", row.call->window.opens)
                                                   : say("Closed {0}", row.call->window.closes));
        one.set("SUM", row.totals.asked.support);
    }
    page.body().show_if("NONE", calls.empty());
    return page.answer();
}

/// The sum against the pot, and whose pot it is. Only the support is compared: the city decides on its own share and
/// has announced no pot for it here.
void pots(kit::View& view,
          const Visit& visit,
          const call::Call& call,
          const programme::Programme& programme,
          const application::Totals& totals) {
    for (const call::Pot& pot : call.pots) {
        kit::View row = view.row("POT");
        const programme::Funder* funder = programme::find_funder(programme, pot.funder.text);
        const programme::Payer* payer = programme::find_payer(programme, pot.payer.text);
        row.set("PAYER", payer != nullptr ? payer->hue : std::string("eu"));
        row.set("FUNDER", funder != nullptr ? funder->name : Localised{});
        const bool about = pot.money.precision == programme::Announced::Precision::about;
        const std::string sum = visit.world.words.whole_money(visit.language, pot.money.sum);
        row.set("MONEY", about ? say("about {0}", sum) : say("{0}", sum));
        const bool support = pot.payer.text == call.rules.support.text;
        const Money asked = support ? totals.asked.support : totals.asked.municipal;
        row.set("ASKED", asked);
        const Money left = pot.money.sum - asked;
        row.set("LEFT",
                left >= Money() ? say("{0} of the pot is not asked for.", left)
                                : say("{0} more is asked for than the pot holds.", -left));
        // the bar is as long as the larger of the two; the line is where the pot ends
        const std::int64_t whole = std::max<std::int64_t>({pot.money.sum.count(), asked.count(), 1});
        row.set("WIDTH", asked.count() * 100 / whole);
        row.set("LIMIT", pot.money.sum.count() * 100 / whole);
    }
}

std::optional<application::Place> read_place(const std::string& text) {
    const auto dot = text.find('.');
    const auto id = dot == std::string::npos ? std::nullopt : Id<application::Application>::read(text.substr(dot + 1));
    if (!id || dot == 0 || text.find_first_not_of("0123456789") != dot || dot > 15) {
        return std::nullopt;
    }
    return application::Place{Instant{std::stoll(text.substr(0, dot))}, *id};
}

kit::Response arrived(Visit& visit) {
    constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);
    const auto place = read_place(visit.request.parameters.get("after"));
    std::shared_ptr<const call::Call> call;
    std::shared_ptr<const programme::Programme> programme;
    std::vector<application::Listed> rows;
    application::Totals totals;
    visit.world.database.read([&](kit::Transaction& t) {
        call = call::find(t, {visit.captured.at(0)});
        programme = programme::current(t);
        if (call) {
            rows = application::received(t, call->code.text, place.value_or(application::from_the_first), a_page + 1);
            totals = application::totals(t, call->code.text);
        }
    });
    if (!call) {
        return page::not_found(visit);
    }
    Page page(visit, "desk/pages/arrived.tpl", call->name);
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    kit::View& body = page.body();
    body.set("CALL", call->name);
    body.set("COUNT",
             say_count(totals.applications,
                       "{0} application has arrived.",
                       "{0} applications have arrived.",
                       totals.applications));
    pots(body, visit, *call, *programme, totals);
    body.set("MUNICIPAL", totals.asked.municipal);
    body.set("TOTAL", totals.asked.total_costs);
    body.show_if("NONE", rows.empty());
    const bool more = static_cast<std::int64_t>(rows.size()) > a_page;
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(a_page)));
    if (!rows.empty()) {
        kit::View table = body.row("TABLE");
        for (const application::Listed& one : rows) {
            kit::View row = table.row("APPLICATION");
            row.set("NUMBER", *one.register_number);
            row.set("TITLE", one.title);
            row.set("ADDRESS", page::address(visit, "/desk/applications/" + one.id.str()));
            row.set("ORGANISATION", one.organisation);
            row.set("ARRIVED", visit.world.words.second(visit.language, *one.arrived));
            row.set("SUPPORT", one.asked.support);
            row.set("MUNICIPAL", one.asked.municipal);
            row.set("TOTAL", one.asked.total_costs);
        }
        if (more) {
            const auto& last = rows.back();
            table.row("MORE").set("ADDRESS",
                                  page::address(visit,
                                                "/desk/calls/" + call->code.text + "?after=" +
                                                    std::to_string(last.arrived->milliseconds) + "." + last.id.str()));
        }
    }
    return page.answer();
}

void official(kit::View& view, const Visit& visit, std::string_view id) {
    bool waiting = false;
    visit.world.database.read([&](kit::Transaction& t) { waiting = waits(t, "application_arrived", std::string(id)); });
    if (!waiting) {
        view.show("LOOKED_AT");
        return;
    }
    kit::View form = view.row("WAITS");
    form.set("ACTION", page::address(visit, "/desk/applications/" + std::string(id)));
    page::form_secret(form, visit);
}

kit::Response application_sent(Visit& visit) {
    return application::sent_for_official(visit, visit.captured.at(0), official);
}

kit::Response mark_looked_at(Visit& visit) {
    const auto id = IdText::read(visit.captured.at(0));
    if (!id) {
        return page::not_found(visit);
    }
    const auto looked = flow::perform(
        visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) { return look_at(act, *id); });
    return looked ? page::redirect(visit, "/desk/applications/" + id->str()) : page::refusal(visit, looked.error());
}

constexpr page::Route table[]{
    {kit::Method::get, "/desk", page::Right::coordinator, desk, kit::Load::shed_first},
    {kit::Method::get, "/desk/calls/{code}", page::Right::coordinator, arrived, kit::Load::shed_first},
    {kit::Method::get, "/desk/applications/{id}", page::Right::coordinator, application_sent, kit::Load::shed_first},
    {kit::Method::post, "/desk/applications/{id}", page::Right::coordinator, mark_looked_at, kit::Load::never_shed},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::desk
