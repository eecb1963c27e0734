#pragma once
// How the fields of a section and their answers stand on a page. Inside application only.
#include <set>
#include <string>
#include <vector>

#include "application/shown.h"

namespace vastin::application {

/// A file in a place, as a section's page links to it.
struct PlacedFile {
    std::string place, name, address;
};
/// What a section's fields are shown with.
struct Filled {
    const form::Answers& answers;           // as typed
    const std::vector<Reason>& reasons;     // at their fields
    std::vector<int> years;                 // of the project
    const std::optional<PartMoney>& money;  // of the part; what the model computes stands under the sums by year
    std::string days_section;               // address of the section that asks the project's days, "" if none does
    std::vector<PlacedFile> files{};        // of the application
    const std::set<std::string>* hidden = nullptr;  // keys of the questions that are not asked now
};
/// Fills FIELDS of `view` with the fields of the section.
void fields(kit::View& view, const call::Call& call, const form::Section& section, const Filled& filled);

/// Fills section PLANNED and its {{>PLAN}} with costs, lines by payer with their because, and the share bar; nothing
/// while the sums cannot be read.
void plan(kit::View& view, const call::Call& call, const std::optional<funding::Plan>& plan);

/// Fills SECTION with every answer, section by section; of a group each part under the implementer's name.
void summary(kit::View& view, const page::Visit& visit, const Shown& shown, bool change_links);

}  // namespace vastin::application
