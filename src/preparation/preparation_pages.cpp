#include "preparation/preparation_pages.h"

#include <algorithm>

#include "application/shown.h"
#include "call/call_acts.h"
#include "call/call_pages.h"
#include "page/field.h"
#include "preparation/draft_page.h"
#include "preparation/preparation_store.h"

namespace vastin::preparation {

using page::Page;
using page::Visit;

Result<Opened> opened(Visit& visit) {
    Result<Draft> draft = not_found();
    std::shared_ptr<const programme::Programme> programme;
    visit.world.database.read([&](kit::Transaction& t) {
        draft = open(t, visit.signed_in(), visit.captured.at(0));
        programme = programme::current(t);
    });
    if (!draft) {
        return tl::unexpected(std::move(draft).error());
    }
    kit::TomlTree tree = tree_of(draft->content);
    return Opened{std::move(*draft), std::move(tree), std::move(programme)};
}

std::string path_of(const Summary& summary, std::string_view rest) {
    return "/desk/calls/drafts/" + summary.id.str() + std::string(rest);
}

namespace {

/// The number in the brackets that follow `before` at the beginning of `path`; "" where none stands.
std::string number_after(std::string_view path, std::string_view before) {
    if (!path.starts_with(before)) {
        return "";
    }
    path.remove_prefix(before.size());
    return std::string(path.substr(0, path.find(']')));
}

}  // namespace

std::string page_path(call::EditorPage page, std::string_view path) {
    constexpr std::string_view sections = "form.sections[";
    const std::string section = number_after(path, sections);
    if (!section.empty()) {
        const std::string before = std::string(sections) + section + "].fields[";
        const std::string field = number_after(path, before);
        return "/form/" + section + (field.empty() ? "" : "/" + field);
    }
    return "/pages/" + std::string(call::code(page));
}

std::string control_path(const Summary& summary, call::EditorPage page, const std::string& path) {
    return path_of(summary, page_path(page, path)) + "?checked=1" + (path.empty() ? "" : "#" + kit::url_escaped(path));
}

void dress(Page& page, const Visit& visit, const Opened& opened) {
    const Summary& s = opened.draft.summary;
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(say("Calls in preparation"), "/desk/calls");
    const Phrase saved = say("Saved {0}, {1}", s.changed, s.changed_by);
    if (s.state == State::draft) {
        page.state(Page::State::draft, say("Draft – not published"), title_of(s), saved);
    } else {
        page.state(Page::State::ended, state_name(s.state), title_of(s), saved);
    }
    (void)visit;
}

void guard(kit::View& view, const Visit& visit, const Summary& summary) {
    page::form_secret(view, visit);
    view.set("VERSION", std::to_string(summary.version.number));
}

std::optional<Version> posted_version(const Visit& visit) {
    const auto number = application::read_number(visit.request.form.get("version"));
    return number ? std::optional(Version{*number}) : std::nullopt;
}

kit::Response said_no(Visit& visit, const Refusal& refusal) { return page::refusal(visit, refusal); }

namespace {

void draft_row(kit::View& list, const Visit& visit, const Summary& s) {
    kit::View row = list.row("DRAFT");
    row.set("NAME", title_of(s));
    row.set("ADDRESS", page::address(visit, path_of(s)));
    row.set("CODE", s.code);
    row.set("ORIGIN",
            s.origin.kind == Origin::Kind::copy       ? say("Copy of the call {0}", s.origin.call_code())
            : s.origin.kind == Origin::Kind::revision ? say("Change of the call {0}", s.origin.call_code())
            : s.origin.kind == Origin::Kind::file     ? say("From the file {0}", s.origin.name)
                                                      : say("Begun from nothing"));
    row.set("CHANGED", say("{0}, {1}", s.changed, s.changed_by));
}

kit::Response show_list(Visit& visit, const std::string& typed, const std::vector<Reason>& reasons, int status) {
    std::vector<Summary> drafts;
    std::vector<std::shared_ptr<const call::Call>> calls;
    visit.world.database.read([&](kit::Transaction& t) {
        drafts = list(t, State::draft, 100);
        calls = call::all(t, visit.now);
    });
    Page page(visit, "preparation/pages/list.tpl", say("Calls in preparation"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("ACTION", page::address(visit, "/desk/calls"));
    page::form_secret(body, visit);
    body.show_if("NONE", drafts.empty());
    if (!drafts.empty()) {
        kit::View list = body.row("DRAFTS");
        for (const Summary& draft : drafts) {
            draft_row(list, visit, draft);
        }
    }
    for (const auto& one : calls) {
        kit::View row = body.row("CALL");
        row.set("NAME", one->name);
        row.set("CODE", one->code.text);
        row.set("ADDRESS", page::address(visit, "/calls/" + one->code.text));
        row.set("TIME", call::time_words(*one, visit.world.words, visit.language, visit.now));
    }
    page::field(body,
                "FILE",
                {"file",
                 page::FieldView::Kind::text,
                 say("The text of the file"),
                 say("Paste the text of a TOML file, or choose the file."),
                 typed,
                 page::reasons_at(reasons, "file")});
    return page.answer(status);
}

}  // namespace

kit::Response list_page(Visit& visit) { return show_list(visit, {}, {}, 200); }

kit::Response begin_draft(Visit& visit) {
    const kit::Fields& form = visit.request.form;
    const std::string from = form.get("from");
    std::string text = form.get("file");
    std::erase(text, '\r');  // browsers end lines with it
    const std::string name = form.get("name").empty() ? "call.toml" : form.get("name");
    const auto begun =
        flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) -> Result<Id<Draft>> {
            return from == "file"     ? begin_file(act, visit.signed_in(), name, text)
                   : from == "copy"   ? begin_copy(act, visit.signed_in(), form.get("code"))
                   : from == "change" ? begin_revision(act, visit.signed_in(), form.get("code"))
                                      : begin_empty(act, visit.signed_in());
        });
    if (!begun) {
        return begun.error().kind == Refusal::Kind::not_found
                   ? page::not_found(visit)
                   : show_list(visit,
                               form.get("file"),
                               begun.error().reasons,
                               begun.error().kind == Refusal::Kind::conflict ? 409 : 422);
    }
    return page::redirect(visit, "/desk/calls/drafts/" + begun->str());
}

namespace {

constexpr page::Route table[]{
    {kit::Method::get, "/desk/calls", page::Right::coordinator, list_page, kit::Load::shed_first},
    {kit::Method::post, "/desk/calls", page::Right::coordinator, begin_draft, kit::Load::never_shed},
    {kit::Method::get, "/desk/calls/drafts/{id}", page::Right::coordinator, overview, kit::Load::shed_first},
    {kit::Method::post,
     "/desk/calls/drafts/{id}/publish",
     page::Right::coordinator,
     publish_draft,
     kit::Load::never_shed},
    {kit::Method::post,
     "/desk/calls/drafts/{id}/discard",
     page::Right::coordinator,
     discard_draft,
     kit::Load::never_shed},
    {kit::Method::get, "/desk/calls/drafts/{id}/call.toml", page::Right::coordinator, call_file, kit::Load::shed_first},
    {kit::Method::get, "/desk/calls/drafts/{id}/pages/{page}", page::Right::coordinator, editor, kit::Load::never_shed},
    {kit::Method::post,
     "/desk/calls/drafts/{id}/pages/{page}",
     page::Right::coordinator,
     save_editor,
     kit::Load::never_shed},
    {kit::Method::get,
     "/desk/calls/drafts/{id}/form/{section}",
     page::Right::coordinator,
     editor,
     kit::Load::never_shed},
    {kit::Method::post,
     "/desk/calls/drafts/{id}/form/{section}",
     page::Right::coordinator,
     save_editor,
     kit::Load::never_shed},
    {kit::Method::get,
     "/desk/calls/drafts/{id}/form/{section}/{field}",
     page::Right::coordinator,
     editor,
     kit::Load::never_shed},
    {kit::Method::post,
     "/desk/calls/drafts/{id}/form/{section}/{field}",
     page::Right::coordinator,
     save_editor,
     kit::Load::never_shed},
    {kit::Method::get, "/desk/calls/drafts/{id}/preview", page::Right::coordinator, preview, kit::Load::shed_first},
    {kit::Method::get,
     "/desk/calls/drafts/{id}/preview/{section}",
     page::Right::coordinator,
     preview_section,
     kit::Load::shed_first},
    {kit::Method::get,
     "/desk/calls/drafts/{id}/difference",
     page::Right::coordinator,
     difference_page,
     kit::Load::shed_first},
    {kit::Method::get, "/desk/calls/drafts/{id}/rehearsal", page::Right::coordinator, rehearsal, kit::Load::shed_first},
    {kit::Method::get,
     "/desk/calls/drafts/{id}/rehearsal/{number}",
     page::Right::coordinator,
     rehearsed_application,
     kit::Load::shed_first},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::preparation
