#include "application/receipt_pages.h"

#include "application/application_entrance.h"
#include "application/application_life.h"
#include "application/application_pages.h"
#include "application/application_people_store.h"
#include "application/application_send.h"
#include "application/field_views.h"
#include "application/file_pages.h"
#include "application/people_pages.h"
#include "application/received.h"
#include "call/call_acts.h"
#include "call/opening.h"
#include "page/paper.h"

namespace vastin::application {

using page::Page;
using page::Visit;

namespace {

/// Whether the reason is told at a question of the common part.
bool in_common(const Shown& shown, const Reason& reason) {
    const auto& sections = shown.call->form.sections;
    return std::any_of(sections.begin(), sections.end(), [&](const form::Section& section) {
        return section.whose == form::Whose::common &&
               std::any_of(section.fields.begin(), section.fields.end(), [&](const form::Field& field) {
                   return form::belongs(reason.field, field.key);
               });
    });
}

/// What has to be there besides the answers, as far as it is not.
std::vector<Reason> entrance_of(const Visit& visit, const Shown& shown) {
    std::vector<Reason> reasons;
    visit.world.database.read([&](kit::Transaction& t) {
        reasons = entrance(t, shown.application, *shown.call, place_key(shown.judged, *shown.call));
    });
    return reasons;
}

/// The sheet of the only implementer that asks the field of this reason.
std::optional<Sheet> sheet_of_part(const Shown& shown, const Reason& reason) {
    for (const Sheet& sheet : sheets(shown)) {
        const auto& fields = sheet.section->fields;
        if (sheet.section->whose == form::Whose::part && shown.application.parts.size() == 1 &&
            std::any_of(fields.begin(), fields.end(), [&](const form::Field& field) {
                return form::belongs(reason.field, field.key);
            })) {
            return sheet;
        }
    }
    return std::nullopt;
}

void linked_row(kit::View& view, const Visit& visit, const Shown& shown, const Sheet& sheet, const Reason& reason) {
    const std::string path = path_of(shown.application, sheet);
    kit::View row = view.row("REASON");
    kit::View link = row.row("LINKED");
    link.set(
        "ADDRESS",
        page::address(visit, path + (path.find('?') == std::string::npos ? "?" : "&") + "checked=1#" + reason.field));
    link.set("TEXT", reason.phrase);
    link.set("SECTION", sheet.section->title);
    if (sheet.section->whose == form::Whose::part && shown.application.parts.size() > 1) {
        link.row("OF").set("NAME", part_name(shown.application.parts[sheet.part]));
    }
}

/// What is missing or wrong, each with a link to its field.
void wanting_rows(kit::View& view, const Visit& visit, const Shown& shown) {
    for (const Sheet& sheet : sheets(shown)) {
        for (const Reason& reason : reasons_in(shown.judged, sheet, true)) {
            linked_row(view, visit, shown, sheet, reason);
        }
    }
    for (const Reason& reason : shown.judged.files) {
        kit::View link = view.row("REASON").row("LINKED");
        link.set("ADDRESS", page::address(visit, path_of(shown.application, "/attachments#" + reason.field)));
        link.set("TEXT", reason.phrase);
        link.set("SECTION", say("Attachments"));
    }
    for (const Reason& reason : shown.judged.across) {
        if (in_common(shown, reason)) {
            continue;
        }
        if (const auto sheet = sheet_of_part(shown, reason)) {
            linked_row(view, visit, shown, *sheet, reason);
        } else {
            view.row("REASON").row("PLAIN").set("TEXT", reason.phrase);
        }
    }
}

kit::Response check_page(Visit& visit, const Shown& shown, const std::vector<Reason>& reasons, int status) {
    const Application& a = shown.application;
    Page page(visit, "application/pages/check.tpl", say("Check and send"));
    dress(page, visit, shown);
    page.crumb(title_of(a), path_of(a));
    const auto wanting = shown.judged.all();
    if (!reasons.empty() && reasons != wanting) {
        page.errors(reasons, status == 409 ? say("Not sent yet") : Phrase());
    }
    kit::View& body = page.body();
    body.set("CALL", shown.call->name);
    body.set("TITLE", title_of(a));
    const auto before = entrance_of(visit, shown);
    if (!wanting.empty() || !before.empty()) {
        const auto count = static_cast<std::int64_t>(wanting.size() + before.size());
        kit::View box = body.row("WANTING");
        box.set("HOW_MANY",
                say_count(count,
                          "One thing is missing or to be corrected.",
                          "{0} things are missing or to be corrected.",
                          count));
        wanting_rows(box, visit, shown);
        for (const Reason& reason : before) {
            box.row("REASON").row("PLAIN").set("TEXT", reason.phrase);
        }
    }
    for (const Reason& wish : shown.judged.wishes) {
        body.row("WISHES").set("TEXT", wish.phrase);
    }
    summary(body, visit, shown, true);
    files_summary(body, visit, shown, FileLinks::draft);
    plan(body, *shown.call, shown.judged.plan);
    fill_senders(body, visit, shown);
    const auto why = may_not_be_sent({*shown.call, visit.now, wanting.empty() && before.empty(), a.arrived});
    if (why) {
        kit::View closed = body.row("CLOSED");
        closed.set("WHY", *why);
        closed.show_if("LACKS", !wanting.empty() || !before.empty());
    } else if (a.right >= Right::submit) {
        kit::View form = body.row("OPEN");
        form.show(a.state == State::reopened ? "AGAIN" : "FIRST");
        form.set("ACTION", page::address(visit, path_of(a, "/send")));
        form.set("CLOSES", call::closing_words(shown.call->window));
        if (const Phrase handling = a.arrived ? call::handled_words(shown.call->window, *a.arrived)
                                              : call::handling_words(shown.call->window, visit.now);
            !handling.empty()) {
            form.row("HANDLING").set("TEXT", handling);
        }
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
    if (!editable(found->application.state)) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    return check_page(visit, *found, {}, 200);
}

kit::Response send_application(Visit& visit) {
    const auto versions = posted_seen(visit.request);
    if (!versions) {
        return not_whole(visit);
    }
    // a form may carry the answers too: then they are saved and sent in one act
    const auto receipt =
        send(visit.world, visit.signed_in(), visit.now, visit.captured.at(0), *versions, visit.request.form);
    if (receipt) {
        return page::redirect(visit, "/applications/" + visit.captured.at(0) + "/receipt");
    }
    const auto kind = receipt.error().kind;
    if (kind == Refusal::Kind::not_found || kind == Refusal::Kind::forbidden) {
        return page::refusal(visit, receipt.error());
    }
    auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Application& a = found->application;
    if (!editable(a.state)) {
        return page::redirect(visit, path_of(a, "/receipt"));
    }
    // what was typed is shown, though nothing of it is saved
    const auto& form = found->call->form;
    const auto& typed = visit.request.form;
    a.answers = form::merge(a.answers, form::take(form, form::Whose::common, typed, found->call->themes));
    auto& part = a.parts.front();
    part.answers = form::merge(part.answers, form::take(form, form::Whose::part, typed, found->call->themes));
    found->judged = judge(a, *found->call);
    return check_page(visit, *found, receipt.error().reasons, kind == Refusal::Kind::conflict ? 409 : 422);
}

namespace {

void what_next(kit::View& view, const Visit& visit, const Application& a, const call::Call& call) {
    kit::View arrived = view.row("STEP");
    arrived.set("CLASS", "is-done");
    arrived.set("NAME", say("The application arrived"));
    arrived.set("WHEN", visit.world.words.moment(visit.language, *a.arrived));
    const call::Batch batch = call::batch_of(call.window, *a.arrived);
    bool now = batch.endless || visit.now > batch.by;  // what comes after the deadline
    if (!batch.endless) {
        kit::View closes = view.row("STEP");
        closes.set("CLASS", now ? "is-done" : "is-now");
        closes.set("NAME", batch.by == call.window.closes ? say("The call closes") : say("The cut-off of its batch"));
        closes.set("WHEN", visit.world.words.moment(visit.language, batch.by));
    }
    for (const call::Milestone& milestone : call.dates) {
        kit::View step = view.row("STEP");
        step.set("CLASS", now ? "is-now" : "");
        step.set("NAME", milestone.name);
        step.set("WHEN",
                 milestone.day    ? visit.world.words.day(visit.language, *milestone.day)
                 : milestone.at   ? visit.world.words.moment(visit.language, *milestone.at)
                 : milestone.when ? milestone.when->in(visit.language)
                                  : "");
        now = false;
    }
    kit::View last = view.row("STEP");
    last.set("CLASS", now ? "is-now" : "");
    last.set("NAME", say("Handling and decision"));
    const Phrase told = say("You are told by message when the handling goes on.");
    const Phrase handled = call::handled_words(call.window, *a.arrived);
    last.set("WHEN", handled.empty() ? told : say("{0} {1}", handled, told));
}

/// What happens next with what was sent, and what may be done with it; why not, where it may not.
void after_sending(kit::View& body, const Visit& visit, const Application& a, const call::Call& call) {
    if (a.state == State::withdrawn) {
        body.show("WITHDRAWN");
        return;
    }
    kit::View standing = body.row("STANDING");
    what_next(standing, visit, a, call);
    kit::View after = body.row("AFTER");
    if (a.state == State::reopened) {
        after.row("REOPENED").set("ADDRESS", page::address(visit, path_of(a)));
    } else if (a.right < Right::submit) {
        after.show("MAY_NOT");
    } else if (const auto why = may_not_be_reopened({call, visit.now, true, a.arrived})) {
        after.row("CLOSED").set("WHY", *why);
    } else {
        kit::View reopen = after.row("REOPEN");
        reopen.set("ACTION", page::address(visit, path_of(a, "/reopen")));
        const call::Batch batch = call::batch_of(call.window, *a.arrived);
        reopen.set("CLOSES",
                   batch.by == call.window.closes ? call::closing_words(call.window)
                                                  : say("The cut-off of its batch is {0}", batch.by));
        page::form_secret(reopen, visit);
    }
    if (a.right >= Right::submit) {
        after.row("WITHDRAW").set("ADDRESS", page::address(visit, path_of(a, "/withdraw")));
    }
}

}  // namespace

namespace {

void fill_receipt(kit::View& body, const Visit& visit, const Received& found) {
    const Application& a = found.shown.application;
    body.set("CALL", found.shown.call->name);
    body.set("NUMBER", *a.register_number);
    body.set("TITLE", title_of(a));
    body.set("ORGANISATION", a.parts.front().organisation);
    body.set("EMAIL", visit.signed_in().email);
    body.set("SENT", page::address(visit, path_of(a, "/sent")));
    body.set("PDF", page::address(visit, path_of(a, "/receipt.pdf")));
    body.set("ARRIVED", visit.world.words.second(visit.language, found.sent.arrived));
    if (found.sent.number > 1) {
        body.row("FIRST").set("ARRIVED", visit.world.words.second(visit.language, *a.arrived));
    }
    after_sending(body, visit, a, *found.call_now);
    hash_lines(body, found.sent.frozen.hash);
    body.set("VERIFY", page::address(visit, "/verify?hash=" + found.sent.frozen.hash));
    const Asked sums = asked(found.shown.judged, *found.shown.call);
    body.set("MUNICIPAL", sums.municipal);
    body.set("SUPPORT", sums.support);
    body.set("TOTAL", sums.total_costs);
    body.set("SENDER", sender_of(visit, found.sent));
    body.set("CONTACT_ROLE", found.shown.call->contact.role);
    body.set("CONTACT_OFFICE", found.shown.call->contact.office);
}

}  // namespace

kit::Response receipt(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "application/pages/receipt.tpl", say("Receipt"));
    dress_received(page, visit, *found);
    fill_receipt(page.body(), visit, *found);
    return page.answer();
}

kit::Response receipt_pdf(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    page::Paper paper(visit, "application/pages/receipt.tpl", say("Receipt"));
    fill_receipt(paper.body(), visit, *found);
    const std::string& number = *found->shown.application.register_number;
    const std::string name = visit.world.words.text(visit.language, say("{0}-receipt.pdf", number));
    return paper.answer(name, foot_of(*found));
}

namespace {

/// What a post did to the application, then its page.
kit::Response done_or_why(Visit& visit,
                          Done (*deed)(flow::Act&, const identity::Person&, std::string_view),
                          const char* rest) {
    const auto done = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return deed(act, visit.signed_in(), visit.captured.at(0));
    });
    return done ? page::redirect(visit, "/applications/" + visit.captured.at(0) + rest)
                : page::refusal(visit, done.error());
}

}  // namespace

kit::Response reopen_application(Visit& visit) { return done_or_why(visit, reopen, ""); }

kit::Response withdraw_application(Visit& visit) { return done_or_why(visit, withdraw, "/receipt"); }

kit::Response ask_to_withdraw(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const Application& a = found->shown.application;
    if (a.state == State::withdrawn) {
        return page::redirect(visit, path_of(a, "/receipt"));
    }
    Page page(visit, "application/pages/withdraw.tpl", say("Withdraw the application"));
    dress(page, visit, found->shown);
    page.crumb(title_of(a), path_of(a, "/receipt"));
    kit::View& body = page.body();
    body.set("TITLE", title_of(a));
    body.set("NUMBER", *a.register_number);
    body.set("BACK", page::address(visit, path_of(a, "/receipt")));
    if (a.right >= Right::submit) {
        kit::View form = body.row("OPEN");
        form.set("ACTION", page::address(visit, path_of(a, "/withdraw")));
        page::form_secret(form, visit);
    } else {
        body.show("MAY_NOT");
    }
    return page.answer();
}

}  // namespace vastin::application
