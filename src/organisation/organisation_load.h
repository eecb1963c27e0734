#pragma once
// The register file of a programme, organisations.toml: the organisations that are known from the start.
#include <string>
#include <string_view>
#include <vector>

#include "kit/toml.h"
#include "organisation/organisation.h"

namespace vastin::organisation {

/// One organisation as the file gives it.
struct Entry {
    Number number;
    Kind kind = Kind::other;
    Localised name;
    std::vector<Localised> units;
};

/// Reads `text` of the file `name`. Faults: a number whose check digit does not fit or that stands twice, an unknown
/// kind, a name that is missing in a language, a unit named twice, an unknown key.
std::vector<Entry> load(const std::string& name, std::string_view text, kit::Faults& faults);

}  // namespace vastin::organisation
