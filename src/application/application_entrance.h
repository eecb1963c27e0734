#pragma once
// What has to be there besides the answers before an application enters its call: a contact with the office, a first
// stage that was passed, a free place where a call takes one project, money in the pot. The office records its facts.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "application/application_entrance_store.h"
#include "flow/act.h"

namespace vastin::application {

/// The key of the place that the application takes where its call has one for a project: the answer to the question
/// ("oulu"), "" for the whole call; nothing where the call has no such rule or the question is not answered.
std::optional<std::string> place_key(const Judged& judged, const call::Call& call);

/// Why the application may not enter its call now, with the rule; empty: nothing stands in its way.
std::vector<Reason> entrance(kit::Transaction& t,
                             const Application& application,
                             const call::Call& call,
                             const std::optional<std::string>& place_key);

/// Why this person may not begin in a call that is a second stage; nothing where a project of theirs was let through,
/// and in other calls.
std::optional<Phrase> not_let_through(kit::Transaction& t, const identity::Person& person, const call::Call& call);

/// Whether the whole pot is asked for by those who arrived before; nothing where the call does not end by it.
std::optional<Reason> pot_empty(kit::Transaction& t, const Application& application, const call::Call& call);

/// What a person writes of a contact.
struct ContactNote {
    std::string business_id, day, note;  // as typed
};
/// The office records that an organisation was in contact before applying to the call. Refusal: forbidden (not an
/// official), not_found (no such call, or one that asks for no contact), invalid with the fields.
Done record_contact(flow::Act& act,
                    const identity::Person& person,
                    const call::Code<call::Call>& call,
                    const ContactNote& note);
/// The office lets an arrived application through to the second stage; its people are told by letter, once. Refusal:
/// forbidden, not_found, conflict (not arrived).
Done let_through(flow::Act& act, const identity::Person& person, std::string_view application);

}  // namespace vastin::application
