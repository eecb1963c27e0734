#pragma once
// Finding or adding organisations and units, and taking over the register file of the programme.
#include <span>

#include "flow/act.h"
#include "identity/identity.h"
#include "organisation/organisation_load.h"

namespace vastin::organisation {

/// An organisation that may be new here.
struct NewOrganisation {
    Number number;
    Kind kind = Kind::other;
    std::string name;  // as typed; used, in all languages, only where the number is not known yet
};

/// The organisation with this number, added where it is not there: its name then stands as typed until the office has
/// looked. Gives `by` no right to anything of it. Refusal invalid: a name is needed and missing or too long; too_many:
/// this account has added kit::limits::organisations_added already.
Result<Id<Organisation>> find_or_add(flow::Act& act, const NewOrganisation& organisation, Id<identity::Account> by);

/// The unit of this name, added where it is not there; likewise.
Result<Id<Unit>> find_or_add_unit(flow::Act& act, Id<Organisation> of, std::string_view name, Id<identity::Account> by);

/// What taking over a register file changed.
struct Imported {
    std::int64_t added = 0, changed = 0, unchanged = 0;
    friend bool operator==(const Imported&, const Imported&) = default;
};
/// Takes over the register file: new ones are added, changed ones and those somebody had typed get the file's names,
/// none is taken away. Doing it twice changes nothing.
Result<Imported> import(flow::Act& act, std::span<const Entry> entries);

}  // namespace vastin::organisation
