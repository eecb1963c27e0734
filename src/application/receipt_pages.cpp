#include "application/receipt_pages.h"

#include "application/application_life.h"
#include "application/application_pages.h"
#include "application/application_store.h"
#include "application/shown.h"
#include "call/call_acts.h"

namespace vastin::application {

using page::Page;
using page::Visit;

namespace {

/// Every answer of every section, as read.
void summary(kit::View& view, Visit& visit, const Application& a, const call::Call& call, bool change_links) {
    for (const form::Section& section : call.form.sections) {
        kit::View block = view.row("SECTION");
        block.set("TITLE", section.title);
        if (change_links) {
            kit::View change = block.row("CHANGE");
            change.set("ADDRESS", page::address(visit, path_of(a, "/sections/" + section.key + "?checked=1")));
            change.set("TITLE", section.title);
        }
        for (const form::Field& field : section.fields) {
            kit::View row = block.row("ANSWER");
            row.set("LABEL", field.label);
            const std::string text = as_read(visit.world.words, visit.language, call, field, answers_of(a, section));
            row.set("TEXT", text.empty() ? visit.world.words.text(visit.language, say("Not given")) : text);
        }
    }
}

/// The check page; `reasons` is why a send was refused, or empty.
kit::Response check_page(Visit& visit, const Shown& shown, const std::vector<Reason>& reasons, int status) {
    const Application& a = shown.application;
    Page page(visit, "application/pages/check.tpl", say("Check and send"));
    dress(page, visit, shown);
    page.crumb(title_of(a), path_of(a));
    const auto wanting = shown.judged.all();
    if (!reasons.empty()) {
        page.errors(reasons);
    }
    kit::View& body = page.body();
    body.set("CALL", shown.call->name);
    body.set("TITLE", title_of(a));
    summary(body, visit, a, *shown.call, true);
    plan(body, *shown.call, shown.judged.money.front());
    const auto why = may_not_be_sent({*shown.call, visit.now, wanting.empty()});
    if (why) {
        kit::View closed = body.row("CLOSED");
        closed.set("WHY", *why);
        for (const Reason& reason : wanting) {
            closed.row("REASON").set("TEXT", reason.phrase);
        }
    } else {
        kit::View form = body.row("OPEN");
        form.set("ACTION", page::address(visit, path_of(a, "/send")));
        form.set("CLOSES", visit.world.words.moment(visit.language, shown.call->window.closes));
        set_guards(form, visit, a);
    }
    return page.answer(status);
}

}  // namespace

kit::Response check_answers(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    if (found->application.state == State::received) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    return check_page(visit, *found, {}, 200);
}

kit::Response send_application(Visit& visit) {
    const auto versions = posted_seen(visit.request);
    if (!versions) {
        return page::refusal(visit,
                             {Refusal::Kind::invalid,
                              {{say("The form was not whole. Open the page again and write the answers there."), {}}}});
    }
    // a form may carry the answers too: then they are saved and sent in one act
    const auto receipt =
        send(visit.world, visit.signed_in(), visit.now, visit.captured.at(0), *versions, visit.request.form);
    if (receipt) {
        return page::redirect(visit, "/applications/" + visit.captured.at(0) + "/receipt");
    }
    if (receipt.error().kind == Refusal::Kind::not_found) {
        return page::refusal(visit, receipt.error());
    }
    auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    if (found->application.state == State::received) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    // what was typed is shown, though nothing of it is saved
    const Posted posted = take(*found->call, visit.request.form);
    found->application.answers = form::merge(found->application.answers, posted.common);
    found->application.parts.front().answers = form::merge(found->application.parts.front().answers, posted.part);
    found->judged = judge(found->application, *found->call);
    return check_page(
        visit, *found, receipt.error().reasons, receipt.error().kind == Refusal::Kind::conflict ? 409 : 422);
}

namespace {

/// A received application with its frozen document.
struct Received {
    Shown shown;
    document::Sent sent;
};

Result<Received> received_of(Visit& visit, Result<Shown> found) {
    if (!found) {
        return tl::unexpected(std::move(found).error());
    }
    if (found->application.state != State::received) {
        return vastin::not_found();
    }
    std::optional<document::Sent> sent;
    std::shared_ptr<const call::Call> judged_by;
    visit.world.database.read([&](kit::Transaction& t) {
        sent = document::newest(t, found->application.id.str());
        if (sent) {
            judged_by = call::frozen_call(t, {sent->frozen.rules});
        }
    });
    vastin::check(sent.has_value(), "a received application has its document");
    found->call = judged_by;  // the rules that it was judged by, whatever came after
    found->judged = judge(found->application, *found->call);
    return Received{std::move(*found), std::move(*sent)};
}

/// 64 letters as 16 groups of four: for eyes and for reading aloud.
void hash_lines(kit::View& view, const std::string& hash) {
    for (std::size_t at = 0; at < hash.size(); at += 16) {
        view.row("HASH_LINE")
            .set("TEXT",
                 hash.substr(at, 4) + " " + hash.substr(at + 4, 4) + " " + hash.substr(at + 8, 4) + " " +
                     hash.substr(at + 12, 4));
    }
}

void what_next(kit::View& view, const Visit& visit, const Shown& shown) {
    const call::Call& call = *shown.call;
    const bool closed = visit.now > call.window.closes;
    kit::View arrived = view.row("STEP");
    arrived.set("CLASS", "is-done");
    arrived.set("NAME", say("The application arrived"));
    arrived.set("WHEN", visit.world.words.moment(visit.language, *shown.application.arrived));
    kit::View closes = view.row("STEP");
    closes.set("CLASS", closed ? "is-done" : "is-now");
    closes.set("NAME", say("The call closes"));
    closes.set("WHEN", visit.world.words.moment(visit.language, call.window.closes));
    bool now = closed;
    for (const call::Milestone& milestone : call.dates) {
        kit::View step = view.row("STEP");
        step.set("CLASS", now ? "is-now" : "");
        step.set("NAME", milestone.name);
        step.set("WHEN",
                 milestone.day    ? visit.world.words.day(visit.language, *milestone.day)
                 : milestone.when ? milestone.when->in(visit.language)
                                  : "");
        now = false;
    }
    kit::View last = view.row("STEP");
    last.set("CLASS", now ? "is-now" : "");
    last.set("NAME", say("Handling and decision"));
    last.set("WHEN", visit.world.words.text(visit.language, say("You are told by message when the handling goes on.")));
}

}  // namespace

kit::Response receipt(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const Application& a = found->shown.application;
    Page page(visit, "application/pages/receipt.tpl", say("Receipt"));
    dress(page, visit, found->shown);
    kit::View& body = page.body();
    body.set("CALL", found->shown.call->name);
    body.set("NUMBER", *a.register_number);
    body.set("TITLE", title_of(a));
    body.set("ORGANISATION", a.parts.front().organisation);
    body.set("EMAIL", visit.signed_in().email);
    body.set("SENT", page::address(visit, path_of(a, "/sent")));
    body.set("ARRIVED", visit.world.words.second(visit.language, *a.arrived));
    what_next(body, visit, found->shown);
    hash_lines(body, found->sent.frozen.hash);
    const Asked sums = asked(found->shown.judged, *found->shown.call);
    body.set("MUNICIPAL", sums.municipal);
    body.set("SUPPORT", sums.support);
    body.set("TOTAL", sums.total_costs);
    body.set("SENDER", visit.signed_in().name);
    body.set("CONTACT_ROLE", found->shown.call->contact.role);
    body.set("CONTACT_OFFICE", found->shown.call->contact.office);
    return page.answer();
}

namespace {

void fill_sent(kit::View& body, Visit& visit, const Received& found) {
    const Application& a = found.shown.application;
    body.set("NUMBER", *a.register_number);
    body.set("TITLE", title_of(a));
    body.set("ORGANISATION", a.parts.front().organisation);
    summary(body, visit, a, *found.shown.call, false);
    plan(body, *found.shown.call, found.shown.judged.money.front());
    hash_lines(body, found.sent.frozen.hash);
    body.set("RULES", found.sent.frozen.rules);
    body.set("ARRIVED", visit.world.words.second(visit.language, found.sent.arrived));
}

}  // namespace

kit::Response sent(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "application/pages/sent.tpl", say("The application as sent"));
    dress(page, visit, found->shown);
    page.crumb(title_of(found->shown.application), path_of(found->shown.application, "/receipt"));
    fill_sent(page.body(), visit, *found);
    return page.answer();
}

kit::Response sent_for_official(Visit& visit,
                                std::string_view id,
                                void (*fill)(kit::View&, const Visit&, std::string_view)) {
    const auto found = received_of(visit, shown_to_official(visit, id));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "application/pages/sent.tpl", say("The application as sent"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(found->shown.call->name, "/desk/calls/" + found->shown.application.call.text);
    fill_sent(page.body(), visit, *found);
    kit::View official = page.body().row("OFFICIAL");
    fill(official, visit, id);
    return page.answer();
}

}  // namespace vastin::application
