#pragma once
// What the pages of a draft share. Inside preparation only.
#include <memory>
#include <optional>
#include <string>

#include "page/page.h"
#include "preparation/preparation_acts.h"
#include "programme/programme_acts.h"

namespace vastin::preparation {

/// A draft with its tree and the agreement it is judged by.
struct Opened {
    Draft draft;
    kit::TomlTree tree;
    std::shared_ptr<const programme::Programme> programme;
};
/// The draft named in the path's first place, or not_found.
Result<Opened> opened(page::Visit& visit);

/// "/desk/calls/drafts/ID" + rest.
std::string path_of(const Summary& summary, std::string_view rest = {});
/// "/pages/shares" or "/form/2/1": where the control of a path stands, without the fragment.
std::string page_path(call::EditorPage page, std::string_view path);
/// page_path() with "#" and the control.
std::string control_path(const Summary& summary, call::EditorPage page, const std::string& path);

/// Crumbs, menu and state line, the same on every page of the draft.
void dress(page::Page& page, const page::Visit& visit, const Opened& opened);
/// Sets FORM_SECRET and VERSION.
void guard(kit::View& view, const page::Visit& visit, const Summary& summary);
/// The version that guard() gave; nothing when the post carries none.
std::optional<Version> posted_version(const page::Visit& visit);
/// The page of a no to an act on a draft that has no form to show it in.
kit::Response said_no(page::Visit& visit, const Refusal& refusal);

/// Of a draft that is to take the place of a published call, whom it touches, into {{>REVISION}}; else nothing.
void fill_revision(kit::View& body, const page::Visit& visit, const Opened& opened, const Judged& judged);

// Handlers, by file.
kit::Response list_page(page::Visit& visit);
kit::Response begin_draft(page::Visit& visit);
kit::Response overview(page::Visit& visit);
kit::Response publish_draft(page::Visit& visit);
kit::Response discard_draft(page::Visit& visit);
kit::Response call_file(page::Visit& visit);
kit::Response editor(page::Visit& visit);
kit::Response save_editor(page::Visit& visit);
kit::Response preview(page::Visit& visit);
kit::Response preview_section(page::Visit& visit);
kit::Response difference_page(page::Visit& visit);
kit::Response rehearsal(page::Visit& visit);
kit::Response rehearsed_application(page::Visit& visit);

}  // namespace vastin::preparation
