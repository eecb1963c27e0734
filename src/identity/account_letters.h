#pragma once
// Letters about an account, each in its reader's language. Those with a one-time link fade when the link ends.
#include <string>

#include "identity/account_store.h"

namespace vastin::identity {

/// Who reads it.
struct Reader {
    std::string email;
    Language language = Language::fi;
};
Reader reader(const Listed& account);

/// What a link carries: its token, when it ends, and where the person was going (a path of our own, or "").
struct Sent {
    std::string token;
    Instant ends{};
    std::string next{};
};
/// "Finish your account": the link that makes one.
flow::Letter register_letter(const flow::World& world, const Reader& to, const Sent& link);
/// To somebody who asked for an account and has one: only the letter tells, never the page.
flow::Letter has_account_letter(const flow::World& world, const Listed& account, const std::string& next);
/// The link behind which a forgotten password is set anew.
flow::Letter forgotten_letter(const flow::World& world, const Listed& account, const std::string& token, Instant ends);
flow::Letter password_changed_letter(const flow::World& world, const Listed& account);
/// To the new address: the link that moves the account there.
flow::Letter new_email_letter(const flow::World& world, const Reader& to, const std::string& token, Instant ends);
/// To the new address, which another account has.
flow::Letter taken_email_letter(const flow::World& world, const Reader& to);
/// To the old address, when a move is asked for and when it is done; they say so that the owner can act in time.
flow::Letter email_asked_letter(const flow::World& world, const Listed& account);
flow::Letter email_changed_letter(const flow::World& world, const Listed& before);
/// What the account may do from now on.
flow::Letter role_letter(const flow::World& world, const Listed& account);

}  // namespace vastin::identity
