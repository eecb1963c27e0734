// What has arrived in a call: sums against the pots and by theme, drafts as counts, the list.
#include <algorithm>

#include "application/application_send.h"
#include "call/call_acts.h"
#include "desk/desk_batch_pages.h"
#include "desk/desk_filter.h"
#include "desk/desk_noting.h"
#include "desk/desk_pages.h"
#include "desk/desk_store.h"
#include "kit/limits.h"
#include "page/field.h"
#include "programme/programme_acts.h"

namespace vastin::desk {

namespace {

using page::Page;
using page::Visit;

constexpr std::int64_t counted_to = 1000;

struct Seen {
    std::shared_ptr<const call::Call> call;
    std::shared_ptr<const programme::Programme> programme;
    Chosen chosen;
    std::vector<Row> rows;
    CallSums sums;
    std::int64_t drafts = 0, last = 0;
    std::optional<Instant> deadline;  // the next one, or the last
    std::optional<Round> reminder;    // before it
    std::vector<Round> changes;       // letters about them
    std::vector<BatchSum> batches;
    Running running;
};

std::optional<Place> read_place(const std::string& text) {
    const auto dot = text.find('.');
    const auto id = dot == std::string::npos ? std::nullopt : Id<application::Application>::read(text.substr(dot + 1));
    if (!id || dot == 0 || dot > 15 || text.find_first_not_of("0123456789") != dot) {
        return std::nullopt;
    }
    return Place{Instant{std::stoll(text.substr(0, dot))}, *id};
}

/// The call with its list from `place` on; without a call nothing else is read.
Seen look(const Visit& visit, const Place& place, std::int64_t most) {
    Seen seen;
    visit.world.database.read([&](kit::Transaction& t) {
        seen = {};
        seen.call = call::find(t, {visit.captured.at(0)});
        if (!seen.call) {
            return;
        }
        const std::string& code = seen.call->code.text;
        seen.programme = programme::current(t);
        seen.chosen = read_filter(visit.request.parameters, *seen.call);
        seen.rows = list(t, code, seen.chosen.filter, place, most);
        seen.sums = sums_now(t, code);
        seen.drafts = count_drafts(t, code, counted_to + 1);
        seen.last = last_number(t, seen.call->register_series);
        seen.deadline = call::deadline_at(seen.call->window, visit.now);
        seen.changes = change_rounds(t, code);
        seen.reminder = seen.deadline ? find_round(t, code, closing_round(*seen.deadline)) : std::nullopt;
        seen.batches = batch_sums(t, *seen.call, visit.now);
        seen.running = Running::of(t, *seen.call, seen.chosen, place);
    });
    return seen;
}

/// One payer of the table of sums.
struct PayerSum {
    std::string hue;
    Phrase name;
    Money asked;
    const call::Pot* pot = nullptr;
};

std::vector<PayerSum> payer_sums(const Seen& seen) {
    const funding::Rules& rules = seen.call->rules;
    const Sums& sums = seen.sums.sums;
    std::vector<PayerSum> all;
    const auto name_of = [&](funding::PayerClass payer, const Phrase& otherwise) {
        for (const funding::PayerRule& rule : rules.payers) {
            if (rule.payer == payer) {
                return Phrase(rule.name);
            }
        }
        return otherwise;
    };
    const auto pot_of = [&](bool support) -> const call::Pot* {
        for (const call::Pot& pot : seen.call->pots) {
            const auto* rule = funding::find_payer(rules, {pot.payer.text});
            const bool of_support = pot.payer.text == rules.support.text;
            if (support ? of_support : !of_support && rule != nullptr && rule->payer == funding::PayerClass::city) {
                return &pot;
            }
        }
        return nullptr;
    };
    const funding::PayerRule* support = funding::find_payer(rules, rules.support);
    all.push_back({std::string(funding::hue(support->payer)), Phrase(support->name), sums.support, pot_of(true)});
    all.push_back({"city", name_of(funding::PayerClass::city, say("City")), sums.city, pot_of(false)});
    if (sums.other > Money()) {
        all.push_back({"city", say("Other public money"), sums.other});
    }
    all.push_back({"own", name_of(funding::PayerClass::own_public, say("Applicants")), sums.own});
    if (sums.outside > Money()) {
        all.push_back({"outside", say("Private money from outside"), sums.outside});
    }
    return all;
}

std::string width(Money part, Money whole) {
    return page::percent_of(part.count(), std::max<std::int64_t>(whole.count(), 1));
}

void fill_pots(kit::View& body, const Visit& visit, const Seen& seen) {
    const auto payers = payer_sums(seen);
    Money whole;  // all bars are drawn to one scale
    for (const PayerSum& one : payers) {
        whole = std::max({whole, one.asked, one.pot != nullptr ? one.pot->money.sum : Money()});
    }
    for (const PayerSum& one : payers) {
        kit::View row = body.row("PAYER");
        row.set("HUE", one.hue);
        row.set("NAME", one.name);
        row.set("ASKED", one.asked);
        row.set("WIDTH", width(one.asked, whole));
        if (one.pot == nullptr) {
            row.show("NO_POT");
            continue;
        }
        kit::View pot = row.row("POT");
        const programme::Funder* funder = programme::find_funder(*seen.programme, one.pot->funder.text);
        const bool about = one.pot->money.precision == programme::Announced::Precision::about;
        const std::string sum = visit.world.words.whole_money(visit.language, one.pot->money.sum);
        pot.set("FUNDER", funder != nullptr ? funder->name : Localised{});
        pot.set("SUM", about ? say("about {0}", sum) : say("{0}", sum));
        const Money left = one.pot->money.sum - one.asked;
        pot.set("LEFT",
                left >= Money() ? say("{0} of the pot is not asked for.", left)
                                : say("{0} more is asked for than the pot holds.", -left));
        row.row("LIMIT").set("X", width(one.pot->money.sum, whole));
    }
    body.set("TOTAL", seen.sums.sums.total());
}

Localised short_name(const Seen& seen, const form::Theme& theme) {
    const auto* known = programme::find_theme(*seen.programme, theme.id);
    return known != nullptr ? known->short_name : theme.name;
}

void fill_themes(kit::View& body, const Seen& seen) {
    Money whole;
    for (const ThemeTotal& total : seen.sums.themes) {
        whole = std::max(whole, total.sums.total());
    }
    for (const form::Theme& theme : seen.call->themes) {
        const auto found = std::find_if(
            seen.sums.themes.begin(), seen.sums.themes.end(), [&](const auto& one) { return one.theme == theme.id; });
        const ThemeTotal total = found == seen.sums.themes.end() ? ThemeTotal{} : *found;
        kit::View row = body.row("THEME");
        row.set("NAME", short_name(seen, theme));
        row.set("COUNT", total.applications);
        row.set("SUPPORT", total.sums.support);
        row.set("CITY", total.sums.city);
        row.set("OWN", total.sums.own);
        row.set("REST", total.sums.other + total.sums.outside);
        row.set("TOTAL", total.sums.total());
        Money before;
        for (const auto& [hue, sum] : {std::pair<const char*, Money>{"eu", total.sums.support},
                                       {"city", total.sums.city + total.sums.other},
                                       {"own", total.sums.own}}) {
            kit::View part = row.row("PART");
            part.set("HUE", hue);
            part.set("X", width(before, whole));
            part.set("WIDTH", width(sum, whole));
            before += sum;
        }
    }
}

/// Who was told of changes of the call.
void fill_changes(kit::View& body, const Seen& seen) {
    for (const Round& round : seen.changes) {
        body.row("CHANGE").set("TEXT",
                               round.ended
                                   ? say_count(round.letters,
                                               "The call was changed: {0} letter went out {1}.",
                                               "The call was changed: {0} letters went out {1}.",
                                               round.letters,
                                               round.begun)
                                   : say("The call was changed: letters are going out since {0}.", round.begun));
    }
}

void fill_drafts(kit::View& body, const Seen& seen, Instant now) {
    body.set(
        "DRAFTS",
        seen.drafts > counted_to ? say("Over {0} drafts have not been sent.", counted_to)
        : seen.drafts == 0
            ? say("No draft waits to be sent.")
            : say_count(seen.drafts, "{0} draft has not been sent.", "{0} drafts have not been sent.", seen.drafts));
    if (!seen.deadline) {
        body.set("REMINDER", say("The call is open without end: no reminder goes out."));
        return;
    }
    const Instant when = *seen.deadline - reminder_before;
    const bool closing = *seen.deadline == seen.call->window.closes;
    body.set("REMINDER",
             seen.reminder && seen.reminder->ended ? say_count(seen.reminder->letters,
                                                               "The reminder went out {1}, to {0} owner.",
                                                               "The reminder went out {1}, to {0} owners.",
                                                               seen.reminder->letters,
                                                               seen.reminder->begun)
             : seen.reminder                       ? say("The reminder is going out, since {0}.", seen.reminder->begun)
             : now > *seen.deadline                ? closing ? say("The call is closed: no reminder goes out.")
                                                             : say("No cut-off is ahead: no reminder goes out.")
             : closing ? say("The reminder goes out {0}, 48 hours before the call closes.", when)
                       : say("The reminder goes out {0}, 48 hours before the next cut-off.", when));
}

void fill_filter(kit::View& body, const Visit& visit, const Seen& seen) {
    const std::string path = "/desk/calls/" + seen.call->code.text;
    const auto link = [&](const char* section, const Phrase& name, const Chosen& chosen, bool here) {
        kit::View row = body.row(section);
        row.set("NAME", name);
        row.set("ADDRESS", page::address(visit, path + query_of(chosen)));
        row.show_if("HERE", here);
    };
    fill_batch_filter(body, visit, *seen.call, seen.batches, seen.chosen);
    Chosen other = seen.chosen;
    other.filter.theme.clear();
    link("BY_THEME", say("All themes"), other, seen.chosen.filter.theme.empty());
    for (const form::Theme& theme : seen.call->themes) {
        other.filter.theme = theme.id;
        link("BY_THEME", Phrase(short_name(seen, theme)), other, seen.chosen.filter.theme == theme.id);
    }
    other = seen.chosen;
    other.filter.state.reset();
    link("BY_STATE", say("All states"), other, !seen.chosen.filter.state);
    for (const auto state :
         {application::State::received, application::State::reopened, application::State::withdrawn}) {
        other.filter.state = state;
        link("BY_STATE", state_words(state), other, seen.chosen.filter.state == state);
    }
    body.set("PATH", page::address(visit, path));
    body.set("TYPED", seen.chosen.typed);
    if (seen.chosen.batch > 0) {
        body.row("KEEP_BATCH").set("NUMBER", std::to_string(seen.chosen.batch));
    }
    if (!seen.chosen.filter.theme.empty()) {
        body.row("KEEP_THEME").set("CODE", seen.chosen.filter.theme);
    }
    if (seen.chosen.filter.state) {
        body.row("KEEP_STATE").set("CODE", application::code(*seen.chosen.filter.state));
    }
    if (seen.chosen.any()) {
        body.row("CHOSEN").set("ALL", page::address(visit, path));
    }
}

void fill_rows(kit::View& table, const Visit& visit, Seen& seen) {
    table.show_if("IN_ORDER", seen.running.shown());
    for (const Row& one : seen.rows) {
        kit::View row = table.row("APPLICATION");
        row.set("NUMBER", one.register_number);
        row.set("TITLE", title_of(one, visit));
        row.set("ADDRESS", page::address(visit, "/desk/applications/" + one.id.str()));
        row.set("ORGANISATION", one.organisation);
        if (one.state != application::State::received) {
            row.row("STATE").set("TEXT", state_words(one.state));
        }
        row.set("ARRIVED", visit.world.words.second(visit.language, one.arrived));
        row.set("SUPPORT", one.asked.support);
        row.set("MUNICIPAL", one.asked.municipal);
        row.set("TOTAL", one.asked.total_costs);
        seen.running.fill(row, visit.world.words, visit.language, one);
    }
}

void fill_export(kit::View& body, const Visit& visit, const Seen& seen) {
    kit::View form = body.row("EXPORT");
    form.set("ACTION", page::address(visit, "/desk/calls/" + seen.call->code.text + "/export"));
    form.set("BATCH", seen.chosen.batch > 0 ? std::to_string(seen.chosen.batch) : "");
    form.set("THEME", seen.chosen.filter.theme);
    form.set("STATE", seen.chosen.filter.state ? application::code(*seen.chosen.filter.state) : std::string_view());
    form.set("TYPED", seen.chosen.typed);
    form.set("MOST",
             say("At most {0} rows, with the filter above.", static_cast<std::int64_t>(kit::limits::export_rows)));
    page::form_secret(form, visit);
}

Phrase count_words(const Seen& seen) {
    const std::int64_t all = seen.sums.applications;
    return seen.last == 0 ? say("Nothing has arrived yet.")
                          : say_count(all,
                                      "{0} application stands. Register numbers {1} to {2} have been given.",
                                      "{0} applications stand. Register numbers {1} to {2} have been given.",
                                      all,
                                      application::register_number(seen.call->register_series, 1),
                                      application::register_number(seen.call->register_series, seen.last));
}

}  // namespace

kit::Response call_page(Visit& visit) {
    constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);
    const auto place = read_place(visit.request.parameters.get("after"));
    Seen seen = look(visit, place.value_or(from_the_first), a_page + 1);
    if (!seen.call) {
        return page::not_found(visit);
    }
    Page page(visit, "desk/pages/call.tpl", Phrase(seen.call->name));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    kit::View& body = page.body();
    if (seen.call->contact_before) {
        kit::View box = body.row("CONTACTS");
        box.set("RULE", seen.call->contact_before->text);
        box.set("ADDRESS", page::address(visit, "/desk/calls/" + seen.call->code.text + "/contacts"));
    }
    body.set("CALL", seen.call->name);
    body.set("COUNT", count_words(seen));
    body.show_if("MORE_TO_COUNT", seen.sums.more);
    fill_drafts(body, seen, visit.now);
    fill_changes(body, seen);
    const bool more = static_cast<std::int64_t>(seen.rows.size()) > a_page;
    seen.rows.resize(std::min(seen.rows.size(), static_cast<std::size_t>(a_page)));
    if (seen.last == 0) {
        body.show("EMPTY");
        return page.answer();
    }
    kit::View arrived = body.row("ARRIVED");
    fill_pots(arrived, visit, seen);
    fill_batches(arrived, visit, *seen.call, seen.batches, seen.chosen);
    fill_themes(arrived, seen);
    fill_filter(arrived, visit, seen);
    arrived.show_if("NONE", seen.rows.empty());
    if (!seen.rows.empty()) {
        kit::View table = arrived.row("TABLE");
        fill_rows(table, visit, seen);
        fill_export(arrived, visit, seen);
    }
    if (more) {
        const std::string query = query_of(seen.chosen);
        const Row& last = seen.rows.back();
        arrived.row("MORE").set(
            "ADDRESS",
            page::address(visit,
                          "/desk/calls/" + seen.call->code.text + (query.empty() ? "?" : query + "&") +
                              "after=" + std::to_string(last.arrived.milliseconds) + "." + last.id.str()));
    }
    return page.answer();
}

}  // namespace vastin::desk
