#include "identity/account_store.h"

#include "kit/limits.h"

namespace vastin::identity {

namespace {

namespace limits = kit::limits;

std::string_view code(Purpose purpose) { return purpose == Purpose::registering ? "register" : "email"; }

using AccountRow =
    std::tuple<Id<Account>, std::string, std::string, std::string, std::string, std::string, std::string>;

Listed listed(AccountRow&& row) {
    auto& [id, email, name, organisation, business_id, role, language] = row;
    return {id,
            {std::move(email),
             std::move(name),
             std::move(organisation),
             std::move(business_id),
             read_role(role).value_or(Role::applicant),
             read_language(language).value_or(Language::fi)}};
}

std::vector<Listed> listed(std::vector<AccountRow>&& rows) {
    std::vector<Listed> all;
    for (AccountRow& row : rows) {
        all.push_back(listed(std::move(row)));
    }
    return all;
}

/// `text` in small letters inside of a LIKE pattern, its own marks escaped by "!".
std::string pattern(std::string_view text) {
    std::string made = "%";
    for (char letter : text) {
        made += letter == '%' || letter == '_' || letter == '!' ? "!" : "";
        made += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    }
    return made + "%";
}

}  // namespace

void put_link(kit::Transaction& t, const std::string& token, const Link& link, Instant expires) {
    t.change(R"sql(INSERT INTO identity_link (token, purpose, account, email, language, expires)
                   VALUES (:token, :purpose, :account, :email, :language, :expires))sql",
             token,
             code(link.purpose),
             link.account ? link.account->str() : std::string(),
             link.email,
             vastin::code(link.language),
             expires);
}

std::optional<Link> find_link(kit::Transaction& t, const std::string& token, Instant wall) {
    auto row = t.maybe<std::string, std::string, std::string, std::string>(
        R"sql(SELECT purpose, account, email, language FROM identity_link
              WHERE token = :token AND used IS NULL AND expires > :wall)sql",
        token,
        wall);
    if (!row) {
        return std::nullopt;
    }
    auto& [purpose, account, email, language] = *row;
    return Link{purpose == "email" ? Purpose::new_email : Purpose::registering,
                Id<Account>::read(account),
                std::move(email),
                read_language(language).value_or(Language::fi)};
}

bool use_link(kit::Transaction& t, const std::string& token, Instant wall) {
    return t.change(
               R"sql(UPDATE identity_link SET used = :now WHERE token = :token AND used IS NULL AND expires > :at)sql",
               wall,
               token,
               wall) == 1;
}

void end_links_to(kit::Transaction& t, const std::string& email, Instant wall) {
    t.change(R"sql(UPDATE identity_link SET used = :now WHERE email = :email AND used IS NULL)sql", wall, email);
}

void end_links_of(kit::Transaction& t, Id<Account> account, Instant wall) {
    t.change(R"sql(UPDATE identity_link SET used = :now WHERE account = :account AND used IS NULL)sql", wall, account);
}

std::optional<Listed> find_listed(kit::Transaction& t, Id<Account> id) {
    auto row = t.maybe<Id<Account>, std::string, std::string, std::string, std::string, std::string, std::string>(
        R"sql(SELECT id, email, name, organisation, business_id, role, language FROM identity_account WHERE id = :id)sql",
        id);
    return row ? std::optional(listed(std::move(*row))) : std::nullopt;
}

std::optional<std::string> password_of(kit::Transaction& t, Id<Account> id) {
    auto row = t.maybe<std::optional<std::string>>(R"sql(SELECT password FROM identity_account WHERE id = :id)sql", id);
    return row ? std::get<0>(std::move(*row)) : std::nullopt;
}

void change_account(kit::Transaction& t, Id<Account> id, const std::string& name, Language language) {
    t.change(R"sql(UPDATE identity_account SET name = :name, language = :language WHERE id = :id)sql",
             name,
             vastin::code(language),
             id);
}

bool change_email(kit::Transaction& t, Id<Account> id, const std::string& email) {
    return t.change(
               R"sql(UPDATE identity_account SET email = :email WHERE id = :id
                     AND NOT EXISTS (SELECT 1 FROM identity_account WHERE email = :taken))sql",
               email,
               id,
               email) == 1;
}

void change_organisation(kit::Transaction& t,
                         Id<Account> id,
                         const std::string& organisation,
                         const std::string& business_id) {
    t.change(
        R"sql(UPDATE identity_account SET organisation = :organisation, business_id = :business_id WHERE id = :id)sql",
        organisation,
        business_id,
        id);
}

void change_role(kit::Transaction& t, Id<Account> id, Role role) {
    t.change(R"sql(UPDATE identity_account SET role = :role WHERE id = :id)sql", identity::code(role), id);
}

std::int64_t hold_administrators(kit::Transaction& t) {
    return t.change(R"sql(UPDATE identity_account SET role = role WHERE role = 'administrator')sql");
}

std::vector<Listed> accounts_after(kit::Transaction& t, std::string_view text, Id<Account> after, std::int64_t most) {
    const std::string like = pattern(text);
    return listed(t.rows<Id<Account>, std::string, std::string, std::string, std::string, std::string, std::string>(
        R"sql(SELECT id, email, name, organisation, business_id, role, language FROM identity_account
                  WHERE id > :after AND (email LIKE :address ESCAPE '!' OR lower(name) LIKE :name ESCAPE '!')
                  ORDER BY id LIMIT :most)sql",
        after.empty() ? std::string() : after.str(),
        like,
        like,
        most));
}

std::vector<Listed> accounts_of(kit::Transaction& t, Role role, std::int64_t most) {
    return listed(t.rows<Id<Account>, std::string, std::string, std::string, std::string, std::string, std::string>(
        R"sql(SELECT id, email, name, organisation, business_id, role, language FROM identity_account
                  WHERE role = :role ORDER BY id LIMIT :most)sql",
        identity::code(role),
        most));
}

std::vector<Shown> sessions_of(kit::Transaction& t, Id<Account> account, Instant wall) {
    std::vector<Shown> all;
    for (auto& [id, began, seen, browser] : t.rows<Id<Session>, Instant, Instant, std::string>(
             R"sql(SELECT id, began, seen, browser FROM identity_session
                   WHERE account = :account AND seen >= :seen AND began >= :began ORDER BY id DESC LIMIT 100)sql",
             account,
             wall - limits::session_idle,
             wall - limits::session_whole)) {
        all.push_back({id, began, seen, std::move(browser)});
    }
    return all;
}

bool end_session_of(kit::Transaction& t, Id<Account> account, Id<Session> session) {
    return t.change(R"sql(DELETE FROM identity_session WHERE id = :id AND account = :account)sql", session, account) ==
           1;
}

void end_sessions_but(kit::Transaction& t, Id<Account> account, Id<Session> kept) {
    t.change(R"sql(DELETE FROM identity_session WHERE account = :account AND id <> :kept)sql", account, kept);
}

Attempts hold_attempts(kit::Transaction& t, const std::string& who) {
    t.change(R"sql(INSERT INTO identity_attempt (who, failures, last) VALUES (:who, 0, 0)
                   ON CONFLICT (who) DO UPDATE SET failures = identity_attempt.failures)sql",
             who);
    return attempts(t, who);
}

void set_attempts(kit::Transaction& t, const std::string& who, const Attempts& now) {
    t.change(R"sql(UPDATE identity_attempt SET failures = :failures, last = :last WHERE who = :who)sql",
             now.failures,
             now.last,
             who);
}

bool is_familiar(kit::Transaction& t, const std::string& who, Instant since) {
    return t
        .maybe<Instant>(R"sql(SELECT last FROM identity_familiar WHERE who = :who AND last > :since)sql", who, since)
        .has_value();
}

void make_familiar(kit::Transaction& t, const std::string& who, Instant wall) {
    t.change(R"sql(INSERT INTO identity_familiar (who, last) VALUES (:who, :last)
                   ON CONFLICT (who) DO UPDATE SET last = excluded.last)sql",
             who,
             wall);
}

void forget_ended(kit::Transaction& t, Instant wall) {
    t.change(R"sql(DELETE FROM identity_session WHERE seen < :seen OR began < :began)sql",
             wall - limits::session_idle - limits::sessions_kept,
             wall - limits::session_whole - limits::sessions_kept);
    t.change(R"sql(DELETE FROM identity_link WHERE expires < :ended)sql", wall - limits::links_kept);
    t.change(R"sql(DELETE FROM identity_invitation WHERE expires < :ended)sql", wall - limits::links_kept);
    t.change(R"sql(DELETE FROM identity_attempt WHERE last < :ended)sql", wall - limits::attempts_kept);
    t.change(R"sql(DELETE FROM identity_familiar WHERE last < :ended)sql", wall - limits::familiar_kept);
}

}  // namespace vastin::identity
