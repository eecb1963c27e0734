#pragma once
// What people can do with an application while it is written. Each is one act, one transaction, recorded; guards live
// here. Sending and what comes after it: application_send.h; who takes part: application_people.h.
#include <optional>
#include <string>

#include "application/application.h"
#include "flow/act.h"

namespace vastin::application {

/// newest: the newest draft of this person in `call`, or a new one; another: always a new one.
enum class Which { newest, another };
/// The draft to go on with. `drawn` is the id that the page with the button has drawn for it: the same post again, also
/// from another tab, leads to the same draft. A draft begins only while the call is open.
Result<Id<Application>> start(flow::Act& act,
                              const identity::Person& person,
                              const call::Code<call::Call>& call,
                              Which which,
                              Id<Application> drawn);
/// An id for a draft that may be begun.
Id<Application> draw(Instant now);

/// The application as `person` may see it: who takes part in it, with the right. Anybody else gets not_found, as for an
/// id that does not exist.
Result<Application> open(kit::Transaction& t, const identity::Person& person, std::string_view id);
/// As open(), for what changes answers: Refusal conflict with the reason when it cannot be changed any more (sent,
/// withdrawn). Any right will do.
Result<Application> open_to_edit(kit::Transaction& t, const identity::Person& person, std::string_view id);

/// One section as posted: of the common part, or of the part with that ordinal.
struct PostedSection {
    std::string section;
    std::int64_t part = 1;
    Version seen;  // of the section
    kit::Fields fields;
};
/// Keeps the answers of one section as typed, right or wrong, and gives the application as it is then. Others may save
/// other sections meanwhile. Refusal conflict: somebody (or another tab) saved this section since `seen`, or the
/// application was sent; not_found.
Result<Application> save(flow::Act& act,
                         const identity::Person& person,
                         std::string_view id,
                         const PostedSection& posted);

/// A part for one more implementer of a group; gives its ordinal. Refusal: more than kit/limits.h says, conflict as for
/// save.
Result<std::int64_t> add_part(flow::Act& act, const identity::Person& person, std::string_view id);
/// Takes a part that is not the lead's away, with its answers. Refusal not_found, conflict (changed since `seen`).
Done remove_part(
    flow::Act& act, const identity::Person& person, std::string_view id, std::int64_t ordinal, Version seen);

/// The name of the project as typed, "" while it has none.
std::string title_in(const form::Answers& answers);
/// The organisation of a part by its answers; what was known before where they do not say.
void name_organisation(Part& part);
/// Why an application in that state cannot be changed.
Phrase not_editable(State state);

}  // namespace vastin::application
