#pragma once
// The SQL of organisations and units.
#include <optional>
#include <string>
#include <vector>

#include "kit/db.h"
#include "organisation/organisation.h"

namespace vastin::organisation {

std::optional<Organisation> find(kit::Transaction& t, const Number& number);
std::optional<Organisation> find(kit::Transaction& t, Id<Organisation> id);
/// Its units, by Finnish name.
std::vector<Unit> units(kit::Transaction& t, Id<Organisation> of);
std::optional<Unit> find_unit(kit::Transaction& t, Id<Organisation> of, Id<Unit> unit);
std::optional<Unit> find_unit(kit::Transaction& t, Id<Organisation> of, std::string_view name);
/// Those whose number or a name in any language holds `text`, by Finnish name, at most `most`; only checked names are
/// searched, so that nobody's typing is shown to everybody. Nothing for an empty text.
std::vector<Organisation> search(kit::Transaction& t, std::string_view text, std::int64_t most);

/// Who wrote it and when; `by` is the id of an account, or "" for the programme's data.
struct Added {
    std::string by;
    Instant at;
};
/// False when the number is there already.
bool put_organisation(kit::Transaction& t, const Organisation& organisation, const Added& added);
/// Kind, names and standing anew.
void change_organisation(kit::Transaction& t, const Organisation& organisation);
/// False when the organisation has a unit of this name already.
bool put_unit(kit::Transaction& t, Id<Organisation> of, const Unit& unit, const Added& added);
void change_unit(kit::Transaction& t, const Unit& unit);
/// How many organisations and units the account `by` has added.
std::int64_t count_added(kit::Transaction& t, const std::string& by);

}  // namespace vastin::organisation
