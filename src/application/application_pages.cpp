#include "application/application_pages.h"

#include <algorithm>

#include "application/application_life.h"
#include "application/application_store.h"
#include "application/receipt_pages.h"
#include "application/shown.h"
#include "call/call_acts.h"
#include "kit/limits.h"

namespace vastin::application {

namespace {

using page::Page;
using page::Visit;

/// My applications, newest first.
kit::Response list(Visit& visit) {
    std::vector<Listed> mine;
    std::vector<std::shared_ptr<const call::Call>> open_calls;
    visit.world.database.read([&](kit::Transaction& t) {
        mine = of_owner(t, visit.signed_in().id, 200);
        open_calls = call::open_now(t, visit.now);
    });
    Page page(visit, "application/pages/list.tpl", say("My applications"));
    page.menu("applications");
    page.body().show_if("NONE", mine.empty());
    for (const Listed& one : mine) {
        kit::View row = page.body().row("APPLICATION");
        const bool sent = one.state == State::received;
        row.set("ADDRESS", page::address(visit, "/applications/" + one.id.str() + (sent ? "/receipt" : "")));
        row.set("TITLE",
                one.title.empty() ? say("Project without a name") : Phrase(Localised{one.title, one.title, one.title}));
        row.set("ORGANISATION", one.organisation);
        row.show_if("DRAFT", !sent);
        row.show_if("SENT", sent);
        row.set("WHEN",
                sent ? say("{0}, arrived {1}", *one.register_number, *one.arrived) : say("Saved {0}", one.changed));
        if (sent) {
            row.row("SUM").set("MUNICIPAL", one.asked.municipal);
        }
    }
    for (const auto& call : open_calls) {
        kit::View row = page.body().row("CALL");
        row.set("NAME", call->name);
        row.set("ADDRESS", page::address(visit, "/calls/" + call->code.text + "/apply"));
        row.set("CLOSES", visit.world.words.moment(visit.language, call->window.closes));
    }
    return page.answer();
}

/// The call's link: the draft that is there already, else a page with the one button.
kit::Response apply(Visit& visit) {
    const call::Code<call::Call> code{visit.captured.at(0)};
    std::shared_ptr<const call::Call> call;
    std::optional<Id<Application>> draft;
    visit.world.database.read([&](kit::Transaction& t) {
        call = call::find(t, code);
        draft = call ? newest_draft(t, visit.signed_in().id, code) : std::nullopt;
    });
    if (!call) {
        return page::not_found(visit);
    }
    if (draft && !visit.request.parameters.has("another")) {
        return page::redirect(visit, "/applications/" + draft->str());
    }
    Page page(visit, "application/pages/apply.tpl", say("Start an application"));
    page.menu("applications");
    page.crumb(say("Calls"), "/calls");
    page.crumb(call->name, "/calls/" + code.text);
    page.body().set("CALL", call->name);
    page.body().set("ORGANISATION", visit.signed_in().organisation);
    if (const auto why = window_closed({*call, visit.now, true})) {
        page.body().row("CLOSED").set("WHY", *why);
    } else {
        kit::View form = page.body().row("OPEN");
        form.set("ACTION", page::address(visit, "/calls/" + code.text + "/apply"));
        form.set("WHICH", visit.request.parameters.has("another") ? "another" : "newest");
        page::form_secret(form, visit);
    }
    return page.answer();
}

kit::Response start_draft(Visit& visit) {
    const auto which = visit.request.form.get("which") == "another" ? Which::another : Which::newest;
    const auto begun = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return start(act, visit.signed_in(), {visit.captured.at(0)}, which);
    });
    return begun ? page::redirect(visit, "/applications/" + begun->str()) : page::refusal(visit, begun.error());
}

/// What the task list says of a section.
void section_state(kit::View& row, const Shown& shown, const form::Section& section) {
    const auto& answers = answers_of(shown.application, section);
    const bool started = std::any_of(section.fields.begin(), section.fields.end(), [&](const form::Field& field) {
        return std::any_of(answers.begin(), answers.end(), [&](const auto& answer) {
            return !answer.second.empty() && (answer.first == field.key || answer.first.starts_with(field.key + "."));
        });
    });
    const bool wrong = !reasons_in(shown.judged, section, false).empty();
    const bool whole = reasons_in(shown.judged, section, true).empty();
    row.show_if("WRONG", started && wrong);
    row.show_if("DONE", started && whole);
    row.show_if("BEGUN", started && !wrong && !whole);
    row.show_if("EMPTY", !started);
}

kit::Response tasks(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    if (found->application.state == State::received) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    const Application& a = found->application;
    Page page(visit, "application/pages/tasks.tpl", title_of(a));
    dress(page, visit, *found);
    kit::View& body = page.body();
    body.set("CALL", found->call->name);
    body.set("TITLE", title_of(a));
    std::int64_t whole = 0, all = 0;
    for (const form::Section& section : found->call->form.sections) {
        kit::View row = body.row("TASK");
        row.set("ADDRESS", page::address(visit, path_of(a, "/sections/" + section.key)));
        row.set("TITLE", section.title);
        row.set("WHO",
                section.whose == form::Whose::common ? say("Common part")
                                                     : say("Part of {0}", a.parts.front().organisation));
        section_state(row, *found, section);
        ++all;
        whole += reasons_in(found->judged, section, true).empty() ? 1 : 0;
    }
    body.set("PROGRESS", say_count(whole, "{0} part of {1} is ready.", "{0} parts of {1} are ready.", whole, all));
    kit::View check_row = body.row("CHECK");
    check_row.set("ADDRESS", page::address(visit, path_of(a, "/check")));
    check_row.set("WHO", whole == all ? say("Everything is filled in.") : say("You see there what is still missing."));
    const Asked sums = asked(found->judged, *found->call);
    if (sums.municipal > Money()) {
        body.row("ASKED").set("MUNICIPAL", sums.municipal);
    }
    body.set("ORGANISATION", a.parts.front().organisation);
    body.set("ANOTHER", page::address(visit, "/calls/" + a.call.text + "/apply?another=1"));
    return page.answer();
}

struct SectionPage {
    const form::Answers& answers;  // what the fields show
    std::vector<Reason> reasons;
    const Application* saved = nullptr;  // on a conflict: what is saved meanwhile
    int status = 200;
};

/// The fields whose saved text is another than what was typed.
void conflict_rows(
    kit::View& view, const Visit& visit, const Shown& shown, const form::Section& section, const SectionPage& what) {
    kit::View box = view.row("CONFLICT");
    for (const form::Field& field : section.fields) {
        const std::string saved =
            as_read(visit.world.words, visit.language, *shown.call, field, answers_of(*what.saved, section));
        const std::string typed = as_read(visit.world.words, visit.language, *shown.call, field, what.answers);
        if (saved != typed) {
            kit::View row = box.row("DIFFERENCE");
            row.set("LABEL", field.label);
            row.set("SAVED", saved);
            row.set("TYPED", typed);
        }
    }
}

kit::Response section_page(Visit& visit, const Shown& shown, const form::Section& section, const SectionPage& what) {
    Page page(visit, "application/pages/section.tpl", section.title);
    dress(page, visit, shown);
    page.crumb(title_of(shown.application), path_of(shown.application));
    if (!what.reasons.empty()) {
        page.errors(what.reasons);
    }
    kit::View& body = page.body();
    body.set("CALL", shown.call->name);
    body.set("ACTION", page::address(visit, path_of(shown.application, "/sections/" + section.key)));
    body.set("TITLE", section.title);
    set_guards(body, visit, shown.application);
    if (what.saved != nullptr) {
        conflict_rows(body, visit, shown, section, what);
    }
    fields(body, *shown.call, section, what.answers, what.reasons);
    if (section.whose == form::Whose::part && what.saved == nullptr) {
        body.show("COMPUTES");
        plan(body, *shown.call, shown.judged.money.front());
    }
    return page.answer(what.status);
}

kit::Response section(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const form::Section* one = find_section(found->call->form, visit.captured.at(1));
    if (one == nullptr) {
        return page::not_found(visit);
    }
    if (found->application.state == State::received) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    const bool checked = visit.request.parameters.has("checked");
    return section_page(visit,
                        *found,
                        *one,
                        {answers_of(found->application, *one),
                         checked ? reasons_in(found->judged, *one, false) : std::vector<Reason>(),
                         nullptr,
                         200});
}

kit::Response save_section(Visit& visit) {
    auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const form::Section* one = find_section(found->call->form, visit.captured.at(1));
    const auto versions = posted_seen(visit.request);
    if (one == nullptr || !versions) {
        return one == nullptr
                   ? page::not_found(visit)
                   : page::refusal(
                         visit,
                         {Refusal::Kind::invalid,
                          {{say("The form was not whole. Open the page again and write the answers there."), {}}}});
    }
    const bool common = one->whose == form::Whose::common;
    form::Answers typed = form::take(found->call->form, one->whose, visit.request.form, found->call->themes);
    const Posted posted{common ? typed : form::Answers(), common ? form::Answers() : typed};
    const auto saved = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return save(act, visit.signed_in(), found->application, *versions, posted);
    });
    if (!saved && saved.error().kind == Refusal::Kind::conflict) {
        const auto now_saved = shown(visit);
        if (now_saved && now_saved->application.state == State::draft) {
            typed = form::merge(answers_of(found->application, *one), typed);
            return section_page(visit, *now_saved, *one, {typed, saved.error().reasons, &now_saved->application, 409});
        }
    }
    if (!saved) {
        return page::refusal(visit, saved.error());
    }
    Application& a = found->application;
    (common ? a.answers : a.parts.front().answers) = form::merge(answers_of(a, *one), typed);
    const bool wrong = !reasons_in(judge(a, *found->call), *one, false).empty();
    if (wrong || visit.request.form.has("stay")) {
        return page::redirect(visit, path_of(a, "/sections/" + one->key + "?checked=1"));
    }
    return page::redirect(visit, path_of(a));
}

constexpr page::Route table[]{
    {kit::Method::get, "/applications", page::Right::applicant, list, kit::Load::shed_first},
    {kit::Method::get, "/calls/{code}/apply", page::Right::applicant, apply, kit::Load::never_shed},
    {kit::Method::post, "/calls/{code}/apply", page::Right::applicant, start_draft, kit::Load::never_shed},
    {kit::Method::get, "/applications/{id}", page::Right::applicant, tasks, kit::Load::never_shed},
    {kit::Method::get, "/applications/{id}/sections/{section}", page::Right::applicant, section, kit::Load::never_shed},
    {kit::Method::post,
     "/applications/{id}/sections/{section}",
     page::Right::applicant,
     save_section,
     kit::Load::never_shed},
    {kit::Method::get, "/applications/{id}/check", page::Right::applicant, check_answers, kit::Load::never_shed},
    {kit::Method::post, "/applications/{id}/send", page::Right::applicant, send_application, kit::Load::never_shed},
    {kit::Method::get, "/applications/{id}/receipt", page::Right::applicant, receipt, kit::Load::never_shed},
    {kit::Method::get, "/applications/{id}/sent", page::Right::applicant, sent, kit::Load::never_shed},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::application
