#pragma once
// The SQL of what people do with their own accounts, and of the administrator's list. Tokens come in as their SHA-256.
#include <optional>
#include <string>
#include <vector>

#include "identity/identity.h"
#include "identity/identity_store.h"
#include "kit/db.h"

namespace vastin::identity {

/// A one-time link to an address that is not yet an account's.
enum class Purpose { registering, new_email };
struct Link {
    Purpose purpose = Purpose::registering;
    std::optional<Id<Account>> account{};  // that moves to the address
    std::string email{};
    Language language = Language::fi;
};
void put_link(kit::Transaction& t, const std::string& token, const Link& link, Instant expires);
/// An unused link that has not expired.
std::optional<Link> find_link(kit::Transaction& t, const std::string& token, Instant wall);
/// False when it was used or expired meanwhile.
bool use_link(kit::Transaction& t, const std::string& token, Instant wall);
/// Uses up the other links to an address, and those of an account.
void end_links_to(kit::Transaction& t, const std::string& email, Instant wall);
void end_links_of(kit::Transaction& t, Id<Account> account, Instant wall);

std::optional<Listed> find_listed(kit::Transaction& t, Id<Account> id);
/// The hash of its password, or nothing where none is set.
std::optional<std::string> password_of(kit::Transaction& t, Id<Account> id);
void change_account(kit::Transaction& t, Id<Account> id, const std::string& name, Language language);
/// False when another account has the address.
bool change_email(kit::Transaction& t, Id<Account> id, const std::string& email);
void change_organisation(kit::Transaction& t,
                         Id<Account> id,
                         const std::string& organisation,
                         const std::string& business_id);
void change_role(kit::Transaction& t, Id<Account> id, Role role);
/// How many administrators there are; their rows stay as they are until this transaction ends.
std::int64_t hold_administrators(kit::Transaction& t);
/// Accounts after `after` in the order they were made, whose name or address holds `text` (empty: all).
std::vector<Listed> accounts_after(kit::Transaction& t, std::string_view text, Id<Account> after, std::int64_t most);
/// Accounts of one role, in the order they were made.
std::vector<Listed> accounts_of(kit::Transaction& t, Role role, std::int64_t most);

/// A session as its owner sees it.
struct Shown {
    Id<Session> id{};
    Instant began{}, seen{};
    std::string browser{};
};
/// The sessions of `account` that still live at `wall`, newest first.
std::vector<Shown> sessions_of(kit::Transaction& t, Id<Account> account, Instant wall);
/// False when `account` has no such session.
bool end_session_of(kit::Transaction& t, Id<Account> account, Id<Session> session);
void end_sessions_but(kit::Transaction& t, Id<Account> account, Id<Session> kept);

/// The count of tries of `who`, whose row nobody else changes until this transaction ends.
Attempts hold_attempts(kit::Transaction& t, const std::string& who);
void set_attempts(kit::Transaction& t, const std::string& who, const Attempts& attempts);
bool is_familiar(kit::Transaction& t, const std::string& who, Instant since);
void make_familiar(kit::Transaction& t, const std::string& who, Instant wall);

/// Takes away what has ended at `wall`: sessions, links, counts of tries, networks that were long not seen.
void forget_ended(kit::Transaction& t, Instant wall);

}  // namespace vastin::identity
