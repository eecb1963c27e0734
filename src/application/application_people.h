#pragma once
// Who takes part in an application: invited by name, for this application only, with the least that is needed. Only
// who manages decides it. An organisation named in an application gives no right to it.
#include <string>

#include "application/application_people_store.h"
#include "flow/act.h"

namespace vastin::application {

/// Invites `email` and sends a letter with a link that is used once, within kit/limits.h. Refusal: not_found,
/// forbidden, invalid (no address), too_many.
Done invite(flow::Act& act, const identity::Person& person, std::string_view id, const std::string& email, Right right);
/// Takes an invitation back; its link opens nothing any more.
Done take_back(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view invitation);
/// Takes part by an invitation's token; gives the application. Refusal not_found: unknown, used or expired.
Result<Id<Application>> accept(flow::Act& act, const identity::Person& person, const std::string& token);

/// Gives a member another right. One who manages must stay. Refusal: not_found, forbidden, invalid.
Done give_right(
    flow::Act& act, const identity::Person& person, std::string_view id, std::string_view account, Right right);
/// Takes a member out; everybody may leave themselves. One who manages must stay.
Done take_out(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view account);

}  // namespace vastin::application
