#include "organisation/organisation_acts.h"

#include "kit/limits.h"
#include "organisation/organisation_store.h"

namespace vastin::organisation {

namespace {

namespace limits = kit::limits;

/// A name as typed, in all languages; `field` is where the reason belongs.
Result<Localised> typed_name(std::string_view typed, const Phrase& missing, const char* field) {
    const auto read = form::read_line(typed, limits::line_letters);
    if (!read) {
        return refuse(Refusal::Kind::invalid, read.error(), field);
    }
    if (read->empty()) {
        return refuse(Refusal::Kind::invalid, missing, field);
    }
    return Localised{*read, *read, *read};
}

Done may_add(flow::Act& act, Id<identity::Account> by) {
    if (count_added(act.db(), by.str()) >= static_cast<std::int64_t>(limits::organisations_added)) {
        return refuse(Refusal::Kind::too_many,
                      say("You have added {0} organisations and units. Ask the coordinator of the call to add more.",
                          static_cast<std::int64_t>(limits::organisations_added)));
    }
    return done();
}

/// Brings the units of `of` to what the file says; gives whether anything changed.
bool import_units(flow::Act& act, Id<Organisation> of, const std::vector<Localised>& names) {
    bool changed = false;
    for (const Localised& name : names) {
        auto unit = find_unit(act.db(), of, std::string_view(name.fi));
        if (!unit) {
            put_unit(act.db(), of, {act.new_id<Unit>(), name, Name::checked}, {"", act.now()});
            changed = true;
        } else if (unit->name != name || unit->standing != Name::checked) {
            change_unit(act.db(), {unit->id, name, Name::checked});
            changed = true;
        }
    }
    return changed;
}

}  // namespace

Result<Id<Organisation>> find_or_add(flow::Act& act, const NewOrganisation& made, Id<identity::Account> by) {
    if (const auto found = find(act.db(), made.number)) {
        return found->id;
    }
    const Localised name = TRY(typed_name(made.name, say("Write the name of the organisation."), "name"));
    TRY(may_add(act, by));
    const Organisation added{act.new_id<Organisation>(), made.number, made.kind, name, Name::typed};
    if (!put_organisation(act.db(), added, {by.str(), act.now()})) {
        // somebody added it at the same moment: theirs counts
        const auto found = find(act.db(), made.number);
        check(found.has_value(), "a number that is taken is there");
        return found->id;
    }
    act.record(added.id.str(),
               "organisation.add",
               {{"number", made.number.text}, {"name", name.fi}, {"kind", std::string(code(made.kind))}});
    return added.id;
}

Result<Id<Unit>> find_or_add_unit(flow::Act& act,
                                  Id<Organisation> of,
                                  std::string_view typed,
                                  Id<identity::Account> by) {
    if (!find(act.db(), of)) {
        return not_found();
    }
    const Localised name = TRY(typed_name(typed, say("Write the name of the unit."), "unit_name"));
    if (const auto found = find_unit(act.db(), of, std::string_view(name.fi))) {
        return found->id;
    }
    TRY(may_add(act, by));
    const Unit added{act.new_id<Unit>(), name, Name::typed};
    if (!put_unit(act.db(), of, added, {by.str(), act.now()})) {
        const auto found = find_unit(act.db(), of, std::string_view(name.fi));
        check(found.has_value(), "a unit whose name is taken is there");
        return found->id;
    }
    act.record(of.str(), "unit.add", {{"unit", added.id.str()}, {"name", name.fi}});
    return added.id;
}

Result<Imported> import(flow::Act& act, std::span<const Entry> entries) {
    Imported imported;
    for (const Entry& entry : entries) {
        const auto found = find(act.db(), entry.number);
        const Organisation now{
            found ? found->id : act.new_id<Organisation>(), entry.number, entry.kind, entry.name, Name::checked};
        if (!found) {
            put_organisation(act.db(), now, {"", act.now()});
        }
        const bool other =
            found && (found->name != now.name || found->kind != now.kind || found->standing != now.standing);
        if (other) {
            change_organisation(act.db(), now);
        }
        const bool units = import_units(act, now.id, entry.units);
        ++(!found ? imported.added : other || units ? imported.changed : imported.unchanged);
        if (!found || other || units) {
            act.record(now.id.str(), "organisation.import", {{"number", entry.number.text}, {"name", entry.name.fi}});
        }
    }
    return imported;
}

}  // namespace vastin::organisation
