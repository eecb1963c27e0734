#include "identity/identity_acts.h"

#include "identity/account_letters.h"
#include "identity/account_store.h"
#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::identity {

namespace limits = kit::limits;

Result<Id<Account>> create(flow::Act& act, const NewAccount& account) {
    NewAccount made = account;
    const auto email = read_email(account.email);
    if (!email) {
        return refuse(Refusal::Kind::invalid, say("“{0}” is not an e-mail address.", account.email), "email");
    }
    if (account.name.empty()) {
        return refuse(Refusal::Kind::invalid, say("Write the name or the role of the person."), "name");
    }
    made.email = *email;
    const auto id = act.new_id<Account>();
    if (!put_account(act.db(), id, made, act.now())) {
        return refuse(Refusal::Kind::conflict, say("The address {0} has an account already.", made.email), "email");
    }
    act.record(id.str(), "account.create", {{"role", std::string(code(made.role))}});
    return id;
}

Result<std::string> invite(flow::Act& act, Id<Account> account, Instant wall) {
    const std::string token = act.secret();
    put_invitation(act.db(), kit::sha256(token), account, wall + limits::invitation);
    act.record(account.str(), "account.invite");
    return token;
}

Result<Id<Account>> accept(flow::Act& act, const std::string& token, const std::string& hash, Instant wall) {
    const std::string kept = kit::sha256(token);
    const auto account = find_invitation(act.db(), kept, wall);
    if (!account || !use_invitation(act.db(), kept, wall)) {
        return not_found();
    }
    set_password(act.db(), *account, hash);
    end_invitations_of(act.db(), *account, wall);  // an older link must not open the door again
    end_sessions_of(act.db(), *account);
    const auto whose = find_listed(act.db(), *account);
    check(whose.has_value(), "a link belongs to an account");
    act.send(password_changed_letter(act.world(), *whose));
    act.record(account->str(), "account.password");
    return *account;
}

Result<std::string> begin_session(flow::Act& act, Id<Account> account, Instant wall, const std::string& browser) {
    const std::string token = act.secret();
    put_session(act.db(), kit::sha256(token), {act.new_id<Session>(), account, wall, browser});
    act.record(account.str(), "session.begin");
    return token;
}

Done end_session(flow::Act& act, const Person& person) {
    end_session(act.db(), person.session);
    act.record(person.id.str(), "session.end");
    return done();
}

std::string_view cookie_name(const flow::World& world) { return world.secure ? "__Host-vastin" : "vastin"; }

std::string cookie(const flow::World& world, std::string_view token) {
    std::string line(cookie_name(world));
    line += "=" + std::string(token) + "; Path=/; HttpOnly; SameSite=Lax";
    line += world.secure ? "; Secure" : "";
    line += token.empty() ? "; Max-Age=0" : "";
    return line;
}

std::optional<Person> person_of(const kit::Request& request, const flow::World& world) {
    const std::string token = request.cookie(cookie_name(world));
    if (token.size() != 32) {
        return std::nullopt;
    }
    const std::string kept = kit::sha256(token);
    std::optional<Found> found;
    world.database.read([&](kit::Transaction& t) { found = find_session(t, kept); });
    const Instant now = request.arrived;
    if (!found || now > found->seen + limits::session_idle || now > found->began + limits::session_whole) {
        return std::nullopt;
    }
    const bool seen = now > found->seen + limits::session_seen_step;
    found->person.session_ends =
        std::min((seen ? now : found->seen) + limits::session_idle, found->began + limits::session_whole);
    if (seen) {
        world.database.write([&](kit::Transaction& t) {
            touch_session(t, kept, now);
            return true;
        });
    }
    found->person.form_secret = kit::keyed_hash(token, "form");
    return std::move(found->person);
}

}  // namespace vastin::identity
