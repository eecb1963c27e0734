#include "desk/desk_pages.h"

#include "call/call_acts.h"
#include "call/opening.h"
#include "desk/desk_noting.h"
#include "desk/desk_store.h"
#include "feedback/feedback_store.h"
#include "kit/limits.h"
#include "organisation/representation_store.h"

namespace vastin::desk {

namespace {

using page::Page;
using page::Visit;

constexpr std::int64_t counted_to = 1000;  // beyond it "over 1 000" is as good
constexpr std::int64_t on_the_desk = 5;    // of each kind; the rest stands in its list

/// "24", or "over 1,000" where nobody counted on.
Phrase count_words(std::int64_t count) { return count > counted_to ? say("over {0}", counted_to) : say("{0}", count); }

struct Arrival {
    Waiting task;
    Row row;
};
struct Told {
    Waiting task;
    feedback::Case feedback;
};
struct ToDo {
    std::vector<Arrival> arrivals;
    std::vector<Told> told;
    std::int64_t arrived = 0, feedback = 0, representatives = 0;
};

std::vector<Arrival> arrivals(kit::Transaction& t, const std::optional<TaskPlace>& after, std::int64_t most) {
    std::vector<Arrival> all;
    for (Waiting& task : open_tasks(t, arrived_task, after, most)) {
        const auto id = Id<application::Application>::read(task.about);
        auto row = id ? find_row(t, *id) : std::nullopt;
        if (row) {
            all.push_back({std::move(task), std::move(*row)});
        }
    }
    return all;
}

ToDo to_do(kit::Transaction& t) {
    ToDo now;
    now.arrived = count_open(t, arrived_task, counted_to + 1);
    now.feedback = count_open(t, feedback_task, counted_to + 1);
    now.representatives = organisation::count_in(t, organisation::State::said);
    now.arrivals = arrivals(t, std::nullopt, on_the_desk);
    for (Waiting& task : open_tasks(t, feedback_task, std::nullopt, on_the_desk)) {
        const auto id = Id<feedback::Case>::read(task.about);
        auto found = id ? feedback::find(t, *id) : std::nullopt;
        if (found) {
            now.told.push_back({std::move(task), std::move(*found)});
        }
    }
    return now;
}

void arrival_rows(kit::View& list, const Visit& visit, const std::vector<Arrival>& arrivals) {
    for (const Arrival& one : arrivals) {
        kit::View row = list.row("ARRIVAL");
        row.set("NUMBER", one.row.register_number);
        row.set("TITLE", title_of(one.row, visit));
        row.set("ADDRESS", page::address(visit, "/desk/applications/" + one.row.id.str()));
        row.set("ORGANISATION", one.row.organisation);
        row.set("ARRIVED", visit.world.words.moment(visit.language, one.task.opened));
    }
}

/// The first line of what somebody wrote, cut at the end of a letter.
std::string first_line(const std::string& text) {
    constexpr std::size_t most = 90;
    std::string line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() <= most) {
        return line;
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return line.substr(0, end) + "…";
}

void fill_to_do(kit::View& body, const Visit& visit, const ToDo& now) {
    const Date today = visit.world.words.zone().day(visit.now);
    body.show_if("NOTHING", now.arrivals.empty() && now.told.empty() && now.representatives == 0);
    if (!now.told.empty()) {
        kit::View list = body.row("FEEDBACK");
        list.set(
            "COUNT",
            say_count(now.feedback, "{0} waits for an answer", "{0} wait for an answer", count_words(now.feedback)));
        list.set("ALL", page::address(visit, "/desk/feedback"));
        for (const Told& one : now.told) {
            kit::View row = list.row("TOLD");
            row.set("NUMBER", say("Feedback {0}", one.feedback.number));
            row.set("TEXT", first_line(one.feedback.given.text));
            row.set("ADDRESS", page::address(visit, "/desk/feedback/" + one.feedback.id.str()));
            row.set("DUE", say("Answer by {0}", one.feedback.due));
            row.set("LEFT", feedback::days_left(today, one.feedback.due));
        }
    }
    if (now.representatives > 0) {
        kit::View list = body.row("TO_CONFIRM");
        list.set("ALL", page::address(visit, "/desk/representatives"));
        list.set("COUNT",
                 say_count(now.representatives,
                           "{0} person waits to be confirmed as a representative.",
                           "{0} people wait to be confirmed as representatives.",
                           now.representatives));
    }
    if (!now.arrivals.empty()) {
        kit::View list = body.row("ARRIVALS");
        list.set("COUNT",
                 say_count(now.arrived,
                           "{0} new application waits to be looked at.",
                           "{0} new applications wait to be looked at.",
                           count_words(now.arrived)));
        list.set("ALL", page::address(visit, "/desk/arrived"));
        arrival_rows(list, visit, now.arrivals);
    }
}

struct CallRow {
    std::shared_ptr<const call::Call> call;
    CallSums sums;
};

void fill_calls(kit::View& body, const Visit& visit, const std::vector<CallRow>& calls) {
    body.show_if("NO_CALLS", calls.empty());
    for (const CallRow& row : calls) {
        kit::View one = body.row("CALL");
        one.set("NAME", row.call->name);
        one.set("ADDRESS", page::address(visit, "/desk/calls/" + row.call->code.text));
        one.set("ARRIVED",
                say_count(row.sums.applications, "{0} application", "{0} applications", row.sums.applications));
        one.set("STATE", call::standing_words(row.call->window, visit.now));
        one.set("SUM", row.sums.sums.support);
    }
}

kit::Response desk(Visit& visit) {
    std::vector<CallRow> calls;
    ToDo now;
    visit.world.database.read([&](kit::Transaction& t) {
        calls.clear();
        for (auto& call : call::all(t, visit.now)) {
            auto sums = sums_now(t, call->code.text);
            calls.push_back({std::move(call), std::move(sums)});
        }
        now = to_do(t);
    });
    Page page(visit, "desk/pages/desk.tpl", say("Desk"));
    page.menu("desk");
    fill_to_do(page.body(), visit, now);
    fill_calls(page.body(), visit, calls);
    page.body().set("PREPARATION", page::address(visit, "/desk/calls"));
    page.body().set("ALL_FEEDBACK", page::address(visit, "/desk/feedback"));
    page.body().set("REPRESENTATIVES", page::address(visit, "/desk/representatives"));
    return page.answer();
}

std::optional<TaskPlace> read_place(const std::string& text) {
    const auto dot = text.find('.');
    const auto id = dot == std::string::npos ? std::nullopt : Id<Task>::read(text.substr(dot + 1));
    if (!id || dot == 0 || dot > 15 || text.find_first_not_of("0123456789") != dot) {
        return std::nullopt;
    }
    return TaskPlace{Instant{std::stoll(text.substr(0, dot))}, *id};
}

kit::Response arrived_list(Visit& visit) {
    constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);
    const auto place = read_place(visit.request.parameters.get("after"));
    std::vector<Arrival> some;
    visit.world.database.read([&](kit::Transaction& t) { some = arrivals(t, place, a_page + 1); });
    Page page(visit, "desk/pages/arrived.tpl", say("Arrived, to be looked at"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    kit::View& body = page.body();
    body.show_if("NONE", some.empty());
    const bool more = static_cast<std::int64_t>(some.size()) > a_page;
    some.resize(std::min(some.size(), static_cast<std::size_t>(a_page)));
    if (!some.empty()) {
        kit::View list = body.row("LIST");
        arrival_rows(list, visit, some);
    }
    if (more) {
        const Waiting& last = some.back().task;
        body.row("MORE").set(
            "ADDRESS",
            page::address(visit,
                          "/desk/arrived?after=" + std::to_string(last.opened.milliseconds) + "." + last.id.str()));
    }
    return page.answer();
}

constexpr page::Route table[]{
    {kit::Method::get, "/desk", page::Right::coordinator, desk, kit::Load::shed_first},
    {kit::Method::get, "/desk/arrived", page::Right::coordinator, arrived_list, kit::Load::shed_first},
    {kit::Method::get, "/desk/calls/{code}", page::Right::coordinator, call_page, kit::Load::shed_first},
    {kit::Method::post, "/desk/calls/{code}/export", page::Right::coordinator, export_list, kit::Load::shed_first},
    {kit::Method::get, "/desk/calls/{code}/contacts", page::Right::coordinator, contacts_list, kit::Load::shed_first},
    {kit::Method::post, "/desk/calls/{code}/contacts", page::Right::coordinator, note_contact, kit::Load::never_shed},
    {kit::Method::post,
     "/desk/applications/{id}/let-through",
     page::Right::coordinator,
     let_through,
     kit::Load::never_shed},
    {kit::Method::get, "/desk/applications/{id}", page::Right::coordinator, case_page, kit::Load::shed_first},
    {kit::Method::get, "/desk/applications/{id}/sent", page::Right::coordinator, as_sent, kit::Load::shed_first},
    {kit::Method::get,
     "/desk/applications/{id}/sent.pdf",
     page::Right::coordinator,
     as_sent_pdf,
     kit::Load::shed_first},
    {kit::Method::get,
     "/desk/applications/{id}/attachments/{attachment}",
     page::Right::coordinator,
     file_sent,
     kit::Load::shed_first},
    {kit::Method::post, "/desk/applications/{id}", page::Right::coordinator, mark_looked_at, kit::Load::never_shed},
};

}  // namespace

std::string title_of(const Row& row, const Visit& visit) {
    return row.title.empty() ? visit.world.words.text(visit.language, say("Without a name")) : row.title;
}

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::desk
