#pragma once
// What the office has recorded before applications enter a call, and the places that were taken.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "kit/db.h"

namespace vastin::application {

/// That an organisation was in contact with the office before applying.
struct Contact {
    std::string business_id;  // "1097805-3"
    Date day;
    std::string note;
    Instant noted;
    std::string noted_by;  // name of the account
};
/// Those of a call, newest first.
std::vector<Contact> contacts(kit::Transaction& t, const std::string& call);
bool has_contact(kit::Transaction& t, const std::string& call, const std::string& business_id);
/// Puts it in the place of an earlier one of the same organisation.
void put_contact(kit::Transaction& t, const std::string& call, const Contact& contact);

bool was_let_through(kit::Transaction& t, Id<Application> application);
/// False when it was let through before.
bool put_let_through(kit::Transaction& t, Id<Application> application, Instant at, const std::string& by);
/// The newest application in `call` in which `account` takes part and that was let through, or nothing.
std::optional<Id<Application>> let_through_of(kit::Transaction& t,
                                              Id<identity::Account> account,
                                              const std::string& call);

/// Takes the one place `key` of a call for `application`; gives whose it is now.
std::string take_place(kit::Transaction& t,
                       const std::string& call,
                       const std::string& key,
                       Id<Application> application);
/// Who has the place, or nothing.
std::optional<std::string> holder_of_place(kit::Transaction& t, const std::string& call, const std::string& key);
/// Gives the place back that `application` has, if any.
void leave_place(kit::Transaction& t, Id<Application> application);

/// The support that an application asks for as last sent, 0 where it never was.
Money support_asked(kit::Transaction& t, Id<Application> application);

}  // namespace vastin::application
