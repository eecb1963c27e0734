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
/// The versions that a posted form carries; nothing when it carries none that can be read.
std::optional<Seen> posted_seen(const kit::Request& request);
/// Sets VERSION, PART_VERSION and FORM_SECRET of a form.
void set_guards(kit::View& view, const page::Visit& visit, const Application& application);

/// Crumbs, menu and state line, the same on every page of the application.
void dress(page::Page& page, const page::Visit& visit, const Shown& shown);

/// The answers that a section's fields are read from: the common part's or the first part's.
const form::Answers& answers_of(const Application& application, const form::Section& section);
const form::Section* find_section(const form::Form& form, std::string_view key);
/// Reasons that belong to the fields of this section; `missing` too, or only what is typed wrongly.
std::vector<Reason> reasons_in(const Judged& judged, const form::Section& section, bool missing);

/// Fills section FIELDS of `view` with the fields of the section, `answers` as typed, `reasons` at their fields.
void fields(kit::View& view,
            const call::Call& call,
            const form::Section& section,
            const form::Answers& answers,
            const std::vector<Reason>& reasons);
/// An answer as a reader reads it: the name of the chosen option, shares with their themes, otherwise as typed.
std::string as_read(const kit::Words& words,
                    Language language,
                    const call::Call& call,
                    const form::Field& field,
                    const form::Answers& answers);

/// Fills section PLANNED and its {{>PLAN}} with costs, lines by payer with their because, and the share bar; nothing
/// while the sums cannot be read.
void plan(kit::View& view, const call::Call& call, const std::optional<PartMoney>& money);

}  // namespace vastin::application
