#include "identity/account_acts.h"

#include "identity/account_letters.h"
#include "identity/identity_acts.h"
#include "identity/tries.h"
#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::identity {

namespace {

namespace limits = kit::limits;

constexpr Bucket to_address{limits::letters_to_address, limits::address_leak};
constexpr Bucket of_network{limits::letters_of_network, limits::network_leak};

Refusal no_address() {
    return {Refusal::Kind::invalid,
            {{say("Write one e-mail address with the letters a to z, such as anna.malli@example.fi, without spaces."),
              "email"}}};
}

enum class Letters { may_go, kept_back };

/// Counts a letter that a stranger causes. Refusal too_many: so many from one network.
Result<Letters> count_letter(flow::Act& act, const std::string& email, const Caller& caller) {
    if (!pour(act.db(), of_network, kit::sha256("letters of\n" + network(caller.client)), caller.wall)) {
        return refuse(Refusal::Kind::too_many,
                      say("Too many letters were asked for from your network. Wait a few minutes and try again."));
    }
    const bool may_go = pour(act.db(), to_address, kit::sha256("letters to\n" + email), caller.wall);
    return may_go ? Letters::may_go : Letters::kept_back;
}

}  // namespace

Done ask_to_register(flow::Act& act, const Asked& asked) {
    const auto email = read_email(asked.email);
    if (!email) {
        return tl::unexpected(no_address());
    }
    const Letters letters = TRY(count_letter(act, *email, asked.caller));
    const std::string token = act.secret();  // drawn and kept in any case: both ways take the same time
    const Instant ends = asked.caller.wall + limits::registration;
    const auto door = find_door(act.db(), *email);
    put_link(act.db(), kit::sha256(token), {Purpose::registering, {}, *email, asked.language}, door ? Instant{} : ends);
    if (letters == Letters::kept_back) {
        return done();
    }
    if (door) {
        act.send(has_account_letter(act.world(), find_listed(act.db(), door->account).value(), asked.next));
    } else {
        act.send(register_letter(act.world(), {*email, asked.language}, {token, ends, asked.next}));
    }
    return done();
}

Result<Id<Account>> register_account(
    flow::Act& act, const std::string& token, std::string_view typed, const std::string& hash, Instant wall) {
    const std::string kept = kit::sha256(token);
    const auto link = find_link(act.db(), kept, wall);
    if (!link || link->purpose != Purpose::registering) {
        return not_found();
    }
    const auto name = read_name(typed);
    if (!name) {
        return refuse(Refusal::Kind::invalid, name.error(), "name");
    }
    const NewAccount made{link->email, *name, {}, {}, Role::applicant, link->language};
    const auto id = TRY(create(act, made));
    if (!use_link(act.db(), kept, wall)) {
        return not_found();
    }
    end_links_to(act.db(), link->email, wall);
    set_password(act.db(), id, hash);
    act.record(id.str(), "account.register");
    return id;
}

Done ask_new_password(flow::Act& act, const Asked& asked) {
    const auto email = read_email(asked.email);
    if (!email) {
        return tl::unexpected(no_address());
    }
    const Letters letters = TRY(count_letter(act, *email, asked.caller));
    const std::string token = act.secret();
    const auto door = find_door(act.db(), *email);
    if (!door || letters == Letters::kept_back) {
        // as much is written as for an address that has an account; nobody has the token of this link
        put_link(act.db(), kit::sha256(token), {Purpose::registering, {}, *email, asked.language}, Instant{});
        return done();
    }
    const Instant ends = asked.caller.wall + limits::new_password;
    put_invitation(act.db(), kit::sha256(token), door->account, ends);
    act.send(forgotten_letter(act.world(), find_listed(act.db(), door->account).value(), token, ends));
    act.record(door->account.str(), "account.forgotten");
    return done();
}

Done ask_new_email(flow::Act& act, const Person& person, std::string_view typed, const Caller& caller) {
    const auto email = read_email(typed);
    const auto account = find_listed(act.db(), person.id);
    check(account.has_value(), "a person has an account");
    if (!email) {
        return tl::unexpected(no_address());
    }
    if (*email == account->account.email) {
        return refuse(Refusal::Kind::invalid, say("This is your address already."), "email");
    }
    const Letters letters = TRY(count_letter(act, *email, caller));
    const std::string token = act.secret();
    const Instant ends = caller.wall + limits::new_email;
    end_links_of(act.db(), person.id, caller.wall);  // the newest wish counts
    const bool taken = find_door(act.db(), *email).has_value();
    put_link(act.db(),
             kit::sha256(token),
             {Purpose::new_email, person.id, *email, account->account.language},
             taken ? Instant{} : ends);
    if (letters == Letters::may_go) {
        const Reader to{*email, account->account.language};
        act.send(taken ? taken_email_letter(act.world(), to) : new_email_letter(act.world(), to, token, ends));
    }
    act.send(email_asked_letter(act.world(), *account));
    act.record(person.id.str(), "account.ask_email");
    return done();
}

Result<Id<Account>> take_new_email(flow::Act& act, const std::string& token, Instant wall) {
    const std::string kept = kit::sha256(token);
    const auto link = find_link(act.db(), kept, wall);
    if (!link || link->purpose != Purpose::new_email || !link->account) {
        return not_found();
    }
    const auto before = find_listed(act.db(), *link->account);
    if (!before || !use_link(act.db(), kept, wall)) {
        return not_found();
    }
    if (!change_email(act.db(), before->id, link->email)) {
        return refuse(Refusal::Kind::conflict,
                      say("This address belongs to another account now. Nothing was changed."));
    }
    end_invitations_of(act.db(), before->id, wall);  // they were sent to the old address
    end_links_to(act.db(), link->email, wall);
    act.send(email_changed_letter(act.world(), *before));
    act.record(before->id.str(), "account.email");
    return before->id;
}

Result<std::string> change_password(flow::Act& act,
                                    const Person& person,
                                    const std::string& hash,
                                    const Caller& caller) {
    const auto account = find_listed(act.db(), person.id);
    check(account.has_value(), "a person has an account");
    set_password(act.db(), person.id, hash);
    end_invitations_of(act.db(), person.id, caller.wall);
    end_sessions_of(act.db(), person.id);
    act.send(password_changed_letter(act.world(), *account));
    act.record(person.id.str(), "account.password");
    return begin_session(act, person.id, caller.wall, rough_browser(caller.browser));
}

Done change_person(flow::Act& act, const Person& person, std::string_view typed, Language language) {
    const auto name = read_name(typed);
    if (!name) {
        return refuse(Refusal::Kind::invalid, name.error(), "name");
    }
    change_account(act.db(), person.id, *name, language);
    act.record(person.id.str(), "account.change", {{"language", std::string(vastin::code(language))}});
    return done();
}

Done end_own_session(flow::Act& act, const Person& person, Id<Session> session) {
    if (!end_session_of(act.db(), person.id, session)) {
        return not_found();
    }
    act.record(person.id.str(), "session.end");
    return done();
}

Done end_other_sessions(flow::Act& act, const Person& person) {
    end_sessions_but(act.db(), person.id, person.session);
    act.record(person.id.str(), "session.end_others");
    return done();
}

Done give_role(flow::Act& act, const Person& administrator, Id<Account> id, Role role) {
    const std::int64_t administrators = hold_administrators(act.db());
    const auto asks = find_listed(act.db(), administrator.id);
    auto account = find_listed(act.db(), id);
    if (!asks || asks->account.role != Role::administrator || !account) {
        return not_found();  // the role is read anew: it may have been taken since the request began
    }
    const Role before = account->account.role;
    if (before == role) {
        return done();
    }
    if (before == Role::administrator && administrators <= 1) {
        return refuse(Refusal::Kind::conflict,
                      say("This is the last administrator. Give the role to somebody else first."),
                      "role");
    }
    change_role(act.db(), id, role);
    end_sessions_of(act.db(), id);
    account->account.role = role;
    act.send(role_letter(act.world(), *account));
    act.record(id.str(),
               "account.role",
               {{"before", std::string(identity::code(before))}, {"now", std::string(identity::code(role))}});
    return done();
}

}  // namespace vastin::identity
