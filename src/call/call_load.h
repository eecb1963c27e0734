#pragma once
// From calls/*.toml to a Call.
#include "call/call.h"

namespace vastin::call {

/// The call in `file`, checked against `programme` (themes, payers, funders, sources, zone). Every mistake is noted in
/// `faults`; the value is of use only when there are none. Rules that cannot be computed yet are faults, too.
Call load(const programme::SourceFile& file, const programme::Programme& programme, kit::Faults& faults);

/// [funding] as rules; used by load().
funding::Rules load_rules(const kit::Toml& table,
                          const programme::Sources& sources,
                          const std::vector<programme::Assumption>& assumptions);
/// [form] as a form; used by load(). A field of kind "goals" offers the goals of `themes`, those open in the call.
form::Form load_form(const kit::Toml& table,
                     const programme::Programme& programme,
                     std::span<const form::Theme> themes);

/// [[attachments]] as places for files; used by load().
std::vector<FilePlace> load_places(const kit::Toml& root, const programme::Sources& sources);

/// [[criteria]], [scoring], [[messages]] and [languages], into `call`; used by load().
void load_criteria(const kit::Toml& root, const programme::Sources& sources, Call& call);

/// A phrase in plain English, for the messages of faults.
std::string plain(const Phrase& phrase);

}  // namespace vastin::call
