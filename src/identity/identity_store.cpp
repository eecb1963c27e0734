#include "identity/identity_store.h"

namespace vastin::identity {

bool put_account(kit::Transaction& t, Id<Account> id, const NewAccount& a, Instant created) {
    return t.change(
               R"sql(INSERT INTO identity_account (id, email, name, organisation, business_id, role, language, created)
                          VALUES (:id, :email, :name, :organisation, :business_id, :role, :language, :created) ON CONFLICT DO NOTHING)sql",
               id,
               a.email,
               a.name,
               a.organisation,
               a.business_id,
               code(a.role),
               vastin::code(a.language),
               created) == 1;
}

std::optional<Door> find_door(kit::Transaction& t, const std::string& email) {
    auto found = t.maybe<Id<Account>, std::optional<std::string>>(
        R"sql(SELECT id, password FROM identity_account WHERE email = :email)sql", email);
    return found ? std::optional(Door{std::get<0>(*found), std::move(std::get<1>(*found))}) : std::nullopt;
}

void set_password(kit::Transaction& t, Id<Account> account, const std::string& hash) {
    t.change(R"sql(UPDATE identity_account SET password = :password WHERE id = :id)sql", hash, account);
}

std::optional<NewAccount> find_account(kit::Transaction& t, Id<Account> id) {
    auto row = t.maybe<std::string, std::string, std::string, std::string, std::string, std::string>(
        R"sql(SELECT email, name, organisation, business_id, role, language FROM identity_account WHERE id = :id)sql",
        id);
    if (!row) {
        return std::nullopt;
    }
    auto& [email, name, organisation, business_id, role, language] = *row;
    return NewAccount{std::move(email),
                      std::move(name),
                      std::move(organisation),
                      std::move(business_id),
                      read_role(role).value_or(Role::applicant),
                      read_language(language).value_or(Language::fi)};
}

void put_session(kit::Transaction& t, const std::string& token, const NewSession& session) {
    t.change(
        R"sql(INSERT INTO identity_session (token, id, account, began, seen, browser) VALUES (:token, :id, :account, :began, :seen, :browser))sql",
        token,
        session.id,
        session.account,
        session.began,
        session.began,
        session.browser);
}

std::optional<Found> find_session(kit::Transaction& t, const std::string& token) {
    auto row = t.maybe<Id<Session>,
                       Instant,
                       Instant,
                       Id<Account>,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string>(
        R"sql(SELECT s.id, s.began, s.seen, a.id, a.name, a.email, a.organisation, a.business_id, a.role, a.language
              FROM identity_session s JOIN identity_account a ON a.id = s.account WHERE s.token = :token)sql",
        token);
    if (!row) {
        return std::nullopt;
    }
    auto& [session, began, seen, id, name, email, organisation, business_id, role, language] = *row;
    return Found{{id,
                  std::move(name),
                  std::move(email),
                  std::move(organisation),
                  std::move(business_id),
                  read_role(role).value_or(Role::applicant),
                  read_language(language).value_or(Language::fi),
                  session,
                  {}},
                 began,
                 seen};
}

void touch_session(kit::Transaction& t, const std::string& token, Instant now) {
    t.change(R"sql(UPDATE identity_session SET seen = :now WHERE token = :token)sql", now, token);
}

void end_session(kit::Transaction& t, Id<Session> id) {
    t.change(R"sql(DELETE FROM identity_session WHERE id = :id)sql", id);
}

void end_sessions_of(kit::Transaction& t, Id<Account> account) {
    t.change(R"sql(DELETE FROM identity_session WHERE account = :account)sql", account);
}

void put_invitation(kit::Transaction& t, const std::string& token, Id<Account> account, Instant expires) {
    t.change(R"sql(INSERT INTO identity_invitation (token, account, expires) VALUES (:token, :account, :expires))sql",
             token,
             account,
             expires);
}

std::optional<Id<Account>> find_invitation(kit::Transaction& t, const std::string& token, Instant now) {
    auto found = t.maybe<Id<Account>>(
        R"sql(SELECT account FROM identity_invitation WHERE token = :token AND used IS NULL AND expires > :now)sql",
        token,
        now);
    return found ? std::optional(std::get<0>(*found)) : std::nullopt;
}

bool use_invitation(kit::Transaction& t, const std::string& token, Instant now) {
    return t.change(
               R"sql(UPDATE identity_invitation SET used = :now WHERE token = :token AND used IS NULL AND expires > :at)sql",
               now,
               token,
               now) == 1;
}

void end_invitations_of(kit::Transaction& t, Id<Account> account, Instant now) {
    t.change(
        R"sql(UPDATE identity_invitation SET used = :now WHERE account = :account AND used IS NULL)sql", now, account);
}

Attempts attempts(kit::Transaction& t, const std::string& who) {
    auto found =
        t.maybe<std::int64_t, Instant>(R"sql(SELECT failures, last FROM identity_attempt WHERE who = :who)sql", who);
    return found ? Attempts{std::get<0>(*found), std::get<1>(*found)} : Attempts{};
}

void forget_failures(kit::Transaction& t, const std::string& who) {
    t.change(R"sql(DELETE FROM identity_attempt WHERE who = :who)sql", who);
}

}  // namespace vastin::identity
