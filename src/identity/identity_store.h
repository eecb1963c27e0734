#pragma once
// The SQL of identity. Tokens come in as their SHA-256.
#include <optional>
#include <string>
#include <vector>

#include "identity/identity.h"
#include "kit/db.h"

namespace vastin::identity {

/// False when the address has an account already.
bool put_account(kit::Transaction& t, Id<Account> id, const NewAccount& account, Instant created);
struct Door {
    Id<Account> account;
    std::optional<std::string> password;  // argon2id, or none yet
};
std::optional<Door> find_door(kit::Transaction& t, const std::string& email);
void set_password(kit::Transaction& t, Id<Account> account, const std::string& hash);
/// An account in a list.
struct Listed {
    Id<Account> id;
    NewAccount account;
};

/// The account, or nothing.
std::optional<NewAccount> find_account(kit::Transaction& t, Id<Account> id);

struct NewSession {
    Id<Session> id;
    Id<Account> account;
    Instant began;
    std::string browser;
};
void put_session(kit::Transaction& t, const std::string& token, const NewSession& session);
struct Found {
    Person person;  // without form_secret
    Instant began, seen;
};
std::optional<Found> find_session(kit::Transaction& t, const std::string& token);
void touch_session(kit::Transaction& t, const std::string& token, Instant now);
void end_session(kit::Transaction& t, Id<Session> id);
void end_sessions_of(kit::Transaction& t, Id<Account> account);

void put_invitation(kit::Transaction& t, const std::string& token, Id<Account> account, Instant expires);
/// The account of an unused invitation that has not expired.
std::optional<Id<Account>> find_invitation(kit::Transaction& t, const std::string& token, Instant now);
/// False when it was used or expired meanwhile.
bool use_invitation(kit::Transaction& t, const std::string& token, Instant now);
/// Uses up what other invitations `account` still has.
void end_invitations_of(kit::Transaction& t, Id<Account> account, Instant now);

struct Attempts {
    std::int64_t failures = 0;
    Instant last;
};
Attempts attempts(kit::Transaction& t, const std::string& who);
void forget_failures(kit::Transaction& t, const std::string& who);

}  // namespace vastin::identity
