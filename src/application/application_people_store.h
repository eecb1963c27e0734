#pragma once
// The SQL of who takes part in an application.
#include <optional>
#include <string>
#include <vector>

#include "application/application.h"
#include "kit/db.h"

namespace vastin::application {

struct Invitation {};

/// Somebody who takes part.
struct Member {
    Id<identity::Account> account;
    Right right = Right::prepare;
    Instant added;
    std::string name{}, email{};  // of the account; filled by members()
};
/// Somebody who is invited and has not come yet.
struct Invited {
    Id<Invitation> id;
    std::string email;
    Right right = Right::prepare;
    Instant expires;
};

/// The right of `account` to the application, or nothing.
std::optional<Right> right_of(kit::Transaction& t, Id<Application> id, Id<identity::Account> account);
/// Adds a member, or gives the higher of both rights to one who is there.
void put_member(kit::Transaction& t, Id<Application> id, const Member& member);
bool change_right(kit::Transaction& t, Id<Application> id, Id<identity::Account> account, Right right);
bool remove_member(kit::Transaction& t, Id<Application> id, Id<identity::Account> account);
/// Those who take part, first come first.
std::vector<Member> members(kit::Transaction& t, Id<Application> id);
/// From here to the end of the transaction nobody else changes who takes part.
void hold_members(kit::Transaction& t, Id<Application> id);

void put_invitation(
    kit::Transaction& t, Id<Application> application, const Invited& invited, const std::string& token, Instant now);
/// Invitations that are not used and not expired at `now`.
std::vector<Invited> invitations(kit::Transaction& t, Id<Application> application, Instant now);
/// What a token's hash opens at `now`, or nothing.
struct Door {
    Id<Application> application;
    Id<Invitation> id;
    Right right = Right::prepare;
};
std::optional<Door> find_invitation(kit::Transaction& t, const std::string& token, Instant now);
/// Marks it used; false when it was used meanwhile.
bool use_invitation(kit::Transaction& t, const std::string& token, Instant now);
bool remove_invitation(kit::Transaction& t, Id<Application> application, Id<Invitation> id);

}  // namespace vastin::application
