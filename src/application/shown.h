#pragma once
// What the pages of an application share: reading one for a visit, the state line, fields of a section, the plan.
// Inside application only.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "application/application_acts.h"
#include "page/field.h"
#include "page/page.h"

namespace vastin::application {

/// An application of the visitor with the call it belongs to, judged.
struct Shown {
    Application application;
    std::shared_ptr<const call::Call> call;
    Judged judged;
};
/// The application named in the path's first place, or not_found.
Result<Shown> shown(page::Visit& visit);
/// Any application that was sent, for a route whose right is an official's.
Result<Shown> shown_to_official(page::Visit& visit, std::string_view id);

/// The path "/applications/ID" + rest.
std::string path_of(const Application& application, std::string_view rest = {});
/// The name of the project as typed, or that it has none.
Phrase title_of(const Application& application);
/// The name of a part: its organisation, or its number.
Phrase part_name(const Part& part);
/// Sets FORM_SECRET, and VERSION and PART_VERSION of what is sent: the versions of the whole.
void set_guards(kit::View& view, const page::Visit& visit, const Application& application);
/// The versions that set_guards() gave; nothing when the post carries none that can be read.
std::optional<Seen> posted_seen(const kit::Request& request);
/// A version or ordinal as posted, from 1; nothing when it cannot be read.
std::optional<std::int64_t> read_number(const std::string& text);
/// The page of a form that came without what every form of ours carries.
kit::Response not_whole(page::Visit& visit);

/// Crumbs, menu and state line, the same on every page of the application.
void dress(page::Page& page, const page::Visit& visit, const Shown& shown);
/// "Saved 10.38", by whom if not by the reader, and how much there is to correct.
Phrase saved_line(const Application& application, const Judged& judged, const identity::Person& reader);

/// A section, of the common part or of one implementer's.
struct Sheet {
    const form::Section* section = nullptr;
    std::size_t part = 0;  // index into Application::parts; 0 for the common part
};
/// All sections in the order in which they are asked: those of the common part, then part by part; without those whose
/// questions are all not asked now.
std::vector<Sheet> sheets(const Shown& shown);
/// Keys of the questions of the sheet's part that are not asked now.
const std::set<std::string>& hidden_in(const Shown& shown, const Sheet& sheet);
/// Its page.
std::string path_of(const Application& application, const Sheet& sheet);
/// The answers that its fields are read from.
const form::Answers& answers_of(const Application& application, const Sheet& sheet);
Version version_of(const Application& application, const Sheet& sheet);
/// Reasons that belong to the fields of this section, in their order; `missing` too, or only what is typed wrongly.
std::vector<Reason> reasons_in(const Judged& judged, const Sheet& sheet, bool missing);

}  // namespace vastin::application
