#pragma once
// From calls/*.toml to a Call.
#include "call/call.h"

namespace vastin::call {

/// The call in `file`, checked against `programme` (themes, payers, funders, sources, zone). Every mistake is noted in
/// `faults`; the value is of use only when there are none. Rules that cannot be computed yet are faults, too.
Call load(const programme::SourceFile& file, const programme::Programme& programme, kit::Faults& faults);

/// A call that stands alone in its file, without a programme.toml beside it: what it needs of one it says itself under
/// [agreement] (docs/calls.md). For trying a call out; one is published only with its programme.
struct LoadedAlone {
    Call call;
    programme::Programme programme;
};
LoadedAlone load_alone(const programme::SourceFile& file, kit::Faults& faults);

/// [window]; used by load(). Times are local to `zone` and must come exactly once there.
Window load_window(const kit::Toml& table, const Zone& zone, const programme::Sources& sources);
/// The moment of the local time at `key`; a fault where it is no time, or none that comes exactly once in `zone`.
Instant load_moment(const kit::Toml& table, std::string_view key, const Zone& zone);
/// [contact_before], [one_project] and [stage]; used by load() when the form is read.
void load_entrance(const kit::Toml& root, const programme::Sources& sources, Call& call);

/// [funding] as rules; used by load(). `limits_day`: the day whose limits of law bind, that on which the call closes,
/// or opens where it has no end.
funding::Rules load_rules(const kit::Toml& table,
                          const programme::Sources& sources,
                          const std::vector<programme::Assumption>& assumptions,
                          Date limits_day);
/// What the fields of the form, as far as they ask for money, must be to go with the rules; used by load().
void judge_money_fields(const kit::Toml& root, const Call& call);
/// [form] as a form; used by load(). A field of kind "goals" offers the goals of `themes`, those open in the call; one
/// of kind "file" names one of `places`.
form::Form load_form(const kit::Toml& table,
                     const programme::Programme& programme,
                     std::span<const form::Theme> themes,
                     std::span<const FilePlace> places);

/// [[attachments]] as places for files; used by load().
std::vector<FilePlace> load_places(const kit::Toml& root, const programme::Sources& sources);

/// [[criteria]], [scoring], [[messages]] and [languages], into `call`; used by load().
void load_criteria(const kit::Toml& root, const programme::Sources& sources, Call& call);
/// [[rules]] and every condition of the form, the attachments and the payers, parsed; used by load() when form and
/// money rules are read. A wrong condition is a fault at its place.
void load_conditions(const kit::Toml& root, const programme::Sources& sources, Call& call);

/// "eu_and_state": whose money it is, as the file says it.
std::string_view code(funding::PayerClass payer);

}  // namespace vastin::call
