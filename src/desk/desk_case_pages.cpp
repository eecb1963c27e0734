// An application as a case: what it is, what it asks for, what happened to it, what was sent.
#include "application/application_pages.h"
#include "call/call_acts.h"
#include "desk/desk_noting.h"
#include "desk/desk_pages.h"
#include "desk/desk_store.h"
#include "document/document.h"
#include "flow/flow_store.h"
#include "identity/identity_store.h"
#include "kit/limits.h"
#include "organisation/representation_store.h"
#include "page/field.h"
#include "programme/programme_acts.h"

namespace vastin::desk {

namespace {

using page::Page;
using page::Visit;

struct Seen {
    std::optional<Row> row;
    std::shared_ptr<const call::Call> call;
    std::shared_ptr<const programme::Programme> programme;
    std::vector<ThemeSums> themes;
    std::optional<document::Sent> sent;
    bool waits = false;
    std::optional<Instant> looked_at;
    std::vector<flow::Record> records;
    std::string sender;  // the name of the account that sent it
    std::optional<organisation::Representation> acts_for;
};

/// Who sent it, and what that person has said of the organisation: shown, for it gives no right and costs none.
void look_at_sender(kit::Transaction& t, Seen& seen) {
    const auto document = seen.sent ? kit::Json::read(seen.sent->frozen.content) : std::nullopt;
    const auto id = document ? Id<identity::Account>::read(document->text_or("sender")) : std::nullopt;
    const auto account = id ? identity::find_account(t, *id) : std::nullopt;
    if (!account) {
        return;
    }
    seen.sender = account->name;
    constexpr std::int64_t most = 50;
    for (auto& one : organisation::representations_of(t, *id, organisation::Which::open, most)) {
        if (one.organisation.number.text == seen.row->business_id) {
            seen.acts_for = std::move(one);
            return;
        }
    }
}

Seen look(const Visit& visit, std::int64_t after, std::int64_t most) {
    const auto id = Id<application::Application>::read(visit.captured.at(0));
    Seen seen;
    if (!id) {
        return seen;
    }
    visit.world.database.read([&](kit::Transaction& t) {
        seen = {};
        seen.row = find_row(t, *id);
        if (!seen.row) {
            return;
        }
        seen.call = call::find(t, {seen.row->call});
        seen.programme = programme::current(t);
        seen.themes = sums_of(t, *id);
        seen.sent = document::newest(t, id->str());
        seen.waits = waits(t, arrived_task, id->str());
        seen.looked_at = ended(t, arrived_task, id->str());
        seen.records = flow::records_after(t, id->str(), after, most);
        look_at_sender(t, seen);
        std::erase_if(seen.records, [&](const flow::Record& one) { return one.about != id->str(); });
    });
    return seen;
}

void fill_facts(kit::View& body, const Visit& visit, const Seen& seen) {
    const Row& row = *seen.row;
    body.set("STATE", state_words(row.state));
    body.show_if("REOPENED", row.state == application::State::reopened);
    body.set("ORGANISATION", row.organisation);
    if (!row.business_id.empty()) {
        body.row("BUSINESS_ID").set("TEXT", row.business_id);
    }
    if (!seen.sender.empty()) {
        kit::View sender = body.row("SENDER");
        sender.set("NAME", seen.sender);
        sender.set("STANDING",
                   !seen.acts_for ? say("has not said to represent the organisation")
                   : seen.acts_for->state == organisation::State::confirmed
                       ? say("represents the organisation, confirmed")
                       : say("says to represent the organisation, not confirmed"));
        if (seen.acts_for && seen.acts_for->state == organisation::State::said) {
            sender.row("CONFIRM").set("ADDRESS", page::address(visit, "/desk/representatives"));
        }
    }
    body.set("ARRIVED", visit.world.words.second(visit.language, row.arrived));
    if (seen.sent && seen.sent->number > 1) {
        body.row("AGAIN").set("TEXT", visit.world.words.second(visit.language, seen.sent->arrived));
    }
    body.set("TOTAL", row.asked.total_costs);
    body.set("SUPPORT", row.asked.support);
    body.set("MUNICIPAL", row.asked.municipal);
    for (const ThemeSums& one : seen.themes) {
        const auto* theme = programme::find_theme(*seen.programme, one.theme);
        if (theme != nullptr) {
            kit::View line = body.row("THEME");
            line.set("NAME", say("{0} {1}", theme->short_name, one.share));
            line.set("SUM", one.sums.support);
        }
    }
    body.set("SENT", page::address(visit, "/desk/applications/" + row.id.str() + "/sent"));
}

/// Who did what when, in words. What one person did over and over in a row (a form saves by itself) is one line, with
/// its last time.
void fill_history(kit::View& body, const Visit& visit, const Seen& seen, std::int64_t most) {
    auto records = seen.records;
    const bool more = static_cast<std::int64_t>(records.size()) == most;
    if (more) {
        records.pop_back();
    }
    for (std::size_t first = 0; first < records.size();) {
        const flow::Record& record = records[first];
        std::size_t end = first + 1;
        while (end < records.size() && records[end].deed == record.deed &&
               records[end].actor_name == record.actor_name) {
            ++end;
        }
        kit::View row = body.row("RECORD");
        row.set("AT", visit.world.words.second(visit.language, records[end - 1].at));
        row.set("WHAT", deed_words(record.deed));
        if (end - first > 1) {
            row.row("TIMES").set("TEXT", say("{0} times", static_cast<std::int64_t>(end - first)));
        }
        row.set("WHO", record.actor.empty() ? actor_words(record.actor_name) : say("{0}", record.actor_name));
        first = end;
    }
    if (more) {
        body.row("MORE").set("ADDRESS",
                             page::address(visit,
                                           "/desk/applications/" + seen.row->id.str() +
                                               "?after=" + std::to_string(records.back().position) + "#history"));
    }
}

std::int64_t read_position(const std::string& text) {
    const bool good = !text.empty() && text.size() < 15 && text.find_first_not_of("0123456789") == std::string::npos;
    return good ? std::stoll(text) : 0;
}

/// WAITS: the form that marks as looked at.
void fill_waits(kit::View& view, const Visit& visit, std::string_view id) {
    kit::View form = view.row("WAITS");
    form.set("ACTION", page::address(visit, "/desk/applications/" + std::string(id)));
    page::form_secret(form, visit);
}

/// The form, or that it was looked at.
void fill_looked_at(kit::View& body, const Visit& visit, const Seen& seen) {
    if (seen.waits) {
        fill_waits(body, visit, seen.row->id.str());
    } else if (seen.looked_at) {
        body.row("LOOKED_AT").set("TEXT", say("Looked at {0}.", *seen.looked_at));
    }
}

/// The same on the page of what was sent.
void official(kit::View& view, const Visit& visit, std::string_view id) {
    bool waiting = false;
    visit.world.database.read([&](kit::Transaction& t) { waiting = waits(t, arrived_task, std::string(id)); });
    if (waiting) {
        fill_waits(view, visit, id);
    } else {
        view.show("LOOKED_AT");
    }
}

}  // namespace

kit::Response case_page(Visit& visit) {
    constexpr auto most = static_cast<std::int64_t>(kit::limits::page_rows) + 1;
    const Seen seen = look(visit, read_position(visit.request.parameters.get("after")), most);
    if (!seen.row) {
        return page::not_found(visit);
    }
    const std::string title = title_of(*seen.row, visit);
    Page page(visit, "desk/pages/case.tpl", say("{0}", title));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(Phrase(seen.call->name), "/desk/calls/" + seen.row->call);
    kit::View& body = page.body();
    body.set("NUMBER", seen.row->register_number);
    body.set("TITLE", title);
    fill_facts(body, visit, seen);
    fill_looked_at(body, visit, seen);
    fill_stage(body, visit, *seen.row);
    application::sent_files_for_official(body, visit, visit.captured.at(0));
    fill_history(body, visit, seen, most);
    return page.answer();
}

namespace {

/// Once a day each official's reading is written down; before that it is looked up, which costs no write.
std::optional<kit::Response> note_reading(Visit& visit) {
    const auto id = IdText::read(visit.captured.at(0));
    if (!id) {
        return page::not_found(visit);
    }
    const Date today = visit.world.words.zone().day(visit.now);
    bool known = false;
    visit.world.database.read(
        [&](kit::Transaction& t) { known = has_read(t, id->str(), visit.signed_in().id, today); });
    if (!known) {
        const auto noted = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
            return read(act, visit.signed_in(), *id);
        });
        if (!noted) {
            return page::refusal(visit, noted.error());
        }
    }
    return std::nullopt;
}

}  // namespace

kit::Response as_sent(Visit& visit) {
    auto no = note_reading(visit);
    return no ? std::move(*no) : application::sent_for_official(visit, visit.captured.at(0), official);
}

kit::Response as_sent_pdf(Visit& visit) {
    auto no = note_reading(visit);
    return no ? std::move(*no) : application::sent_pdf_for_official(visit, visit.captured.at(0));
}

kit::Response file_sent(Visit& visit) {
    auto no = note_reading(visit);
    return no ? std::move(*no) : application::sent_file_for_official(visit, visit.captured.at(0), visit.captured.at(1));
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

}  // namespace vastin::desk
