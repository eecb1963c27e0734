#include "application/application_pages.h"

#include <algorithm>

#include "application/application_entrance.h"
#include "application/application_files.h"
#include "application/application_life.h"
#include "application/application_people_store.h"
#include "application/application_store.h"
#include "application/call_changes.h"
#include "application/file_pages.h"
#include "application/people_pages.h"
#include "application/receipt_pages.h"
#include "application/section_pages.h"
#include "application/shown.h"
#include "call/call_acts.h"
#include "kit/limits.h"

namespace vastin::application {

namespace {

using page::Page;
using page::Visit;

constexpr std::int64_t listed_most = 200;

Phrase named(const std::string& title) {
    return title.empty() ? say("Project without a name") : Phrase(Localised{title, title, title});
}

/// The applications in which I take part, newest first.
kit::Response list(Visit& visit) {
    std::vector<Listed> mine;
    std::vector<std::shared_ptr<const call::Call>> open_calls;
    visit.world.database.read([&](kit::Transaction& t) {
        mine = of_member(t, visit.signed_in().id, listed_most);
        open_calls = call::open_now(t, visit.now);
    });
    Page page(visit, "application/pages/list.tpl", say("My applications"));
    page.menu("applications");
    page.body().show_if("NONE", mine.empty());
    for (const Listed& one : mine) {
        kit::View row = page.body().row("APPLICATION");
        const bool sent = !editable(one.state);
        row.set("ADDRESS", page::address(visit, "/applications/" + one.id.str() + (sent ? "/receipt" : "")));
        row.set("TITLE", named(one.title));
        row.set("ORGANISATION", one.organisation);
        kit::View state = row.row(sent ? one.state == State::withdrawn ? "ENDED" : "SENT" : "DRAFT");
        state.set("STATE", state_name(one.state));
        row.set("WHEN",
                one.register_number ? say("{0}, arrived {1}", *one.register_number, *one.arrived)
                                    : say("Saved {0}", one.changed));
        if (one.register_number) {
            row.row("SUM").set("MUNICIPAL", one.asked.municipal);
        }
    }
    for (const auto& call : open_calls) {
        kit::View row = page.body().row("CALL");
        row.set("NAME", call->name);
        row.set("ADDRESS", page::address(visit, "/calls/" + call->code.text + "/apply"));
        row.set("CLOSES", call::closing_words(call->window));
    }
    return page.answer();
}

/// The call's link: my drafts of this call, and a button that begins one.
kit::Response apply(Visit& visit) {
    const call::Code<call::Call> code{visit.captured.at(0)};
    std::shared_ptr<const call::Call> call;
    std::vector<Draft> drafts;
    std::optional<Phrase> why;
    visit.world.database.read([&](kit::Transaction& t) {
        call = call::find(t, code);
        drafts = call ? drafts_of(t, visit.signed_in().id, code, listed_most) : std::vector<Draft>();
        why = call ? not_let_through(t, visit.signed_in(), *call) : std::nullopt;
    });
    if (!call) {
        return page::not_found(visit);
    }
    Page page(visit, "application/pages/apply.tpl", say("Apply"));
    page.menu("applications");
    page.crumb(say("Calls"), "/calls");
    page.crumb(call->name, "/calls/" + code.text);
    kit::View& body = page.body();
    body.set("CALL", call->name);
    for (const Draft& draft : drafts) {
        kit::View row = body.row("DRAFT");
        row.set("ADDRESS", page::address(visit, "/applications/" + draft.id.str()));
        row.set("TITLE", named(draft.title));
        row.set("SAVED", say("Saved {0}", draft.changed));
    }
    if (auto closed = window_closed({*call, visit.now, true})) {
        why = std::move(closed);
    }
    if (why) {
        body.row("CLOSED").set("WHY", *why);
    } else {
        kit::View form = body.row("OPEN");
        form.show(drafts.empty() ? "FIRST" : "ANOTHER");
        form.set("ACTION", page::address(visit, "/calls/" + code.text + "/apply"));
        form.set("WHICH", drafts.empty() ? "newest" : "another");
        form.set("DRAWN", draw(visit.now).str());
        page::form_secret(form, visit);
    }
    return page.answer();
}

kit::Response start_draft(Visit& visit) {
    const auto which = visit.request.form.get("which") == "another" ? Which::another : Which::newest;
    const auto drawn = Id<Application>::read(visit.request.form.get("drawn")).value_or(draw(visit.now));
    const auto begun = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return start(act, visit.signed_in(), {visit.captured.at(0)}, which, drawn);
    });
    return begun ? page::redirect(visit, "/applications/" + begun->str()) : page::refusal(visit, begun.error());
}

/// What the task list says of a section.
void section_state(kit::View& row, const Shown& shown, const Sheet& sheet) {
    const auto& answers = answers_of(shown.application, sheet);
    const bool started =
        std::any_of(sheet.section->fields.begin(), sheet.section->fields.end(), [&](const form::Field& field) {
            if (field.kind == form::FieldKind::file && !files_in(shown.application, field.place).empty()) {
                return true;
            }
            for (auto at = answers.lower_bound(field.key); at != answers.end() && at->first.starts_with(field.key);
                 ++at) {
                if (!at->second.empty() && form::belongs(at->first, field.key)) {
                    return true;
                }
            }
            return false;
        });
    const bool wrong = !reasons_in(shown.judged, sheet, false).empty();
    const bool whole = reasons_in(shown.judged, sheet, true).empty();
    row.show_if("WRONG", started && wrong);
    row.show_if("DONE", whole && started);
    row.show_if("OPTIONAL", whole && !started);
    row.show_if("BEGUN", started && !wrong && !whole);
    row.show_if("EMPTY", !started && !whole);
}

/// The sections, under the heads "Common part" and each implementer. Gives how many are ready, of how many.
std::pair<std::int64_t, std::int64_t> task_groups(kit::View& body, const Visit& visit, const Shown& shown) {
    const Application& a = shown.application;
    std::int64_t whole = 0, all = 0;
    std::optional<kit::View> group;
    std::optional<std::size_t> of;  // index of the part whose group is open; none: the common part
    for (const Sheet& sheet : sheets(shown)) {
        const bool part = sheet.section->whose == form::Whose::part;
        if (!group || (part && of != sheet.part)) {
            of = part ? std::optional(sheet.part) : std::nullopt;
            group.emplace(body.row("GROUP"));
            group->set("ID", part ? "part-" + std::to_string(a.parts[sheet.part].ordinal) : "common");
            group->set("NAME", part ? part_name(a.parts[sheet.part]) : say("Common part"));
            if (part && sheet.part > 0) {
                kit::View remove = group->row("REMOVE");
                remove.set("ACTION",
                           page::address(
                               visit, path_of(a, "/parts/" + std::to_string(a.parts[sheet.part].ordinal) + "/remove")));
                remove.set("PART_VERSION", std::to_string(a.parts[sheet.part].version.number));
                remove.set("NAME", part_name(a.parts[sheet.part]));
                page::form_secret(remove, visit);
            }
        }
        kit::View row = group->row("TASK");
        row.set("ADDRESS", page::address(visit, path_of(a, sheet)));
        row.set("TITLE", sheet.section->title);
        row.set("ID", "state-" + sheet.section->key + "-" + std::to_string(sheet.part));
        section_state(row, shown, sheet);
        ++all;
        whole += reasons_in(shown.judged, sheet, true).empty() ? 1 : 0;
    }
    return {whole, all};
}

void blocks(kit::View& body, std::int64_t whole, std::int64_t all) {
    for (std::int64_t i = 0; i < all; ++i) {
        kit::View block = body.row("BLOCK");
        block.set("CLASS", i < whole ? "v-dot" : "v-track");
        block.set("X", page::percent_of(i, all));
        block.set("WIDTH", page::percent_of(92, 100 * all));
    }
}

/// Whether it is a group, or can be nothing else.
bool is_group(const Shown& shown) {
    const auto* kind = shown.judged.common.value<form::Choice>(key::project_kind);
    return (kind != nullptr && kind->value == "group") || shown.application.parts.size() > 1 ||
           !call::takes(*shown.call, call::ProjectKind::single);
}

kit::Response tasks(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const Application& a = found->application;
    if (!editable(a.state)) {
        return page::redirect(visit, path_of(a, "/receipt"));
    }
    Page page(visit, "application/pages/tasks.tpl", title_of(a));
    dress(page, visit, *found);
    kit::View& body = page.body();
    body.set("CALL", found->call->name);
    body.set("TITLE", title_of(a));
    auto [whole, all] = task_groups(body, visit, *found);
    if (!found->call->files.empty()) {
        ++all;
        whole += files_task(body, visit, *found) ? 1 : 0;
    }
    fill_call_changes(body, visit, *found);
    blocks(body, whole, all);
    body.set("PROGRESS", say_count(whole, "{0} part of {1} is ready.", "{0} parts of {1} are ready.", whole, all));
    if (a.state == State::reopened) {
        body.row("REOPENED").set("RECEIPT", page::address(visit, path_of(a, "/receipt")));
    }
    if (is_group(*found)) {
        kit::View add = body.row("ADD");
        add.set("ACTION", page::address(visit, path_of(a, "/parts")));
        page::form_secret(add, visit);
    }
    kit::View check_row = body.row("CHECK");
    check_row.set("ADDRESS", page::address(visit, path_of(a, "/check")));
    const auto missing = static_cast<std::int64_t>(found->judged.all().size());
    check_row.set("WHO",
                  missing == 0 ? say("Everything is filled in.")
                               : say_count(missing,
                                           "One thing is missing or to be corrected.",
                                           "{0} things are missing or to be corrected.",
                                           missing));
    const Asked sums = asked(found->judged, *found->call);
    if (sums.municipal > Money()) {
        body.row("ASKED").set("MUNICIPAL", sums.municipal);
    }
    fill_senders(body, visit, *found);
    for (const Part& part : a.parts) {
        body.row("IMPLEMENTER").set("NAME", part_name(part));
    }
    body.set("PEOPLE", page::address(visit, path_of(a, "/people")));
    body.set("CHECK_ADDRESS", page::address(visit, path_of(a, "/check")));
    body.set("ANOTHER", page::address(visit, "/calls/" + a.call.text + "/apply"));
    return page.answer();
}

kit::Response new_part(Visit& visit) {
    const auto added = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return add_part(act, visit.signed_in(), visit.captured.at(0));
    });
    return added ? page::redirect(visit, "/applications/" + visit.captured.at(0)) : page::refusal(visit, added.error());
}

kit::Response take_part_away(Visit& visit) {
    const auto ordinal = read_number(visit.captured.at(1));
    const auto version = read_number(visit.request.form.get("part_version"));
    if (!ordinal || !version) {
        return not_whole(visit);
    }
    const auto removed = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return remove_part(act, visit.signed_in(), visit.captured.at(0), *ordinal, {*version});
    });
    return removed ? page::redirect(visit, "/applications/" + visit.captured.at(0))
                   : page::refusal(visit, removed.error());
}

using kit::Load;
using kit::Method;
using page::Right;
constexpr page::Route table[]{
    {Method::get, "/applications", Right::applicant, list, Load::shed_first},
    {Method::get, "/calls/{code}/apply", Right::applicant, apply, Load::never_shed},
    {Method::post, "/calls/{code}/apply", Right::applicant, start_draft, Load::never_shed},
    {Method::get, "/applications/{id}", Right::applicant, tasks, Load::never_shed},
    {Method::post, "/applications/{id}/parts", Right::applicant, new_part, Load::never_shed},
    {Method::post, "/applications/{id}/parts/{part}/remove", Right::applicant, take_part_away, Load::never_shed},
    {Method::get, "/applications/{id}/sections/{section}", Right::applicant, section, Load::never_shed},
    {Method::post, "/applications/{id}/sections/{section}", Right::applicant, save_section, Load::never_shed},
    {Method::get, "/applications/{id}/attachments", Right::applicant, files, Load::never_shed},
    {Method::post,
     "/applications/{id}/attachments/{place}",
     Right::applicant,
     add_files,
     Load::never_shed,
     may_add_files},
    {Method::get, "/applications/{id}/attachments/{attachment}", Right::applicant, file, Load::shed_first},
    {Method::post,
     "/applications/{id}/attachments/{attachment}/remove",
     Right::applicant,
     remove_file,
     Load::never_shed},
    {Method::get, "/applications/{id}/people", Right::applicant, people, Load::never_shed},
    {Method::post, "/applications/{id}/people", Right::applicant, invite_person, Load::never_shed},
    {Method::post, "/applications/{id}/people/{account}", Right::applicant, change_person, Load::never_shed},
    {Method::post, "/applications/{id}/invitations/{invitation}", Right::applicant, take_back_one, Load::never_shed},
    {Method::get, "/invitations/{token}", Right::applicant, invitation, Load::never_shed},
    {Method::post, "/invitations/{token}", Right::applicant, accept_invitation, Load::never_shed},
    {Method::get, "/applications/{id}/check", Right::applicant, check_answers, Load::never_shed},
    {Method::post, "/applications/{id}/send", Right::applicant, send_application, Load::never_shed},
    {Method::get, "/applications/{id}/receipt", Right::applicant, receipt, Load::never_shed},
    {Method::get, "/applications/{id}/receipt.pdf", Right::applicant, receipt_pdf, Load::shed_first},
    {Method::get, "/applications/{id}/sent", Right::applicant, sent, Load::never_shed},
    {Method::get, "/applications/{id}/sent.pdf", Right::applicant, sent_pdf, Load::shed_first},
    {Method::post, "/applications/{id}/reopen", Right::applicant, reopen_application, Load::never_shed},
    {Method::get, "/applications/{id}/withdraw", Right::applicant, ask_to_withdraw, Load::never_shed},
    {Method::post, "/applications/{id}/withdraw", Right::applicant, withdraw_application, Load::never_shed},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::application
