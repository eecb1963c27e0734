#pragma once
// What people do with their own accounts, and the administrator with roles. Who proves to be the owner with a password
// does it before (sign_in_acts.h): hashing has no place in a transaction. No answer tells whether an address has an
// account; the letter does.
#include <string>
#include <string_view>
#include <vector>

#include "identity/account_store.h"

namespace vastin::identity {

/// A stranger's wish that sends a letter.
struct Asked {
    std::string email;  // as typed
    Language language = Language::fi;
    Caller caller;
    std::string next = {};  // a path of our own, where the person was going; "" nowhere
};

/// An account for an address: a letter with a link goes there, or one that says that it has an account. Refusal: no
/// address (field "email"); too many letters from this network. Too many letters to one address: no letter, and no
/// word.
Done ask_to_register(flow::Act& act, const Asked& asked);
/// Makes the account of a link's address. `hash` is of its password. Refusal not_found: unknown, used or expired link;
/// conflict: the address got an account meanwhile; invalid: the name (field "name").
Result<Id<Account>> register_account(
    flow::Act& act, const std::string& token, std::string_view name, const std::string& hash, Instant wall);
/// A letter with a link behind which a new password is set (identity::accept), where the address has an account.
/// Refusals and silence as in ask_to_register().
Done ask_new_password(flow::Act& act, const Asked& asked);

/// A letter with a link to the new address and a notice to the present one. Refusal: no address, or the present one
/// (field "email"); too many letters.
Done ask_new_email(flow::Act& act, const Person& person, std::string_view typed, const Caller& caller);
/// Moves the account of a link to its address: one-time links to the old address end, which is told. Refusal not_found:
/// unknown, used or expired link; conflict: another account has the address.
Result<Id<Account>> take_new_email(flow::Act& act, const std::string& token, Instant wall);

/// A new password: all sessions of the account end and a new one begins, whose token it gives; one-time links end.
Result<std::string> change_password(flow::Act& act,
                                    const Person& person,
                                    const std::string& hash,
                                    const Caller& caller);
/// Refusal invalid: the name (field "name").
Done change_person(flow::Act& act, const Person& person, std::string_view name, Language language);

/// Ends one of the person's own sessions. Refusal not_found: no such session of this person.
Done end_own_session(flow::Act& act, const Person& person, Id<Session> session);
Done end_other_sessions(flow::Act& act, const Person& person);

/// Gives an account its role. Only an administrator may; the last administrator stays one. The account's sessions end,
/// and its owner is told. Refusal not_found: who asks is no administrator (any more), or there is no such account;
/// conflict: it was the last administrator.
Done give_role(flow::Act& act, const Person& administrator, Id<Account> account, Role role);

}  // namespace vastin::identity
