#include "identity/sign_in_acts.h"

#include "identity/account_store.h"
#include "identity/identity_acts.h"
#include "identity/tries.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "kit/log.h"

namespace vastin::identity {

namespace {

namespace limits = kit::limits;

constexpr Bucket of_network{limits::network_tries, limits::network_leak};

/// A hash of nobody's password, so that an unknown address takes as long as a known one.
const std::string& nobody() {
    static const std::string hash = kit::password_hash("nobody has this password");
    return hash;
}

/// Under which names the tries of one account from one place are counted.
struct Names {
    std::string pair;      // account and address together: an outsider cannot lock a victim out
    std::string network;   // any account
    std::string familiar;  // account and network: who has come in from there before
    Names(const std::string& email, const Caller& caller)
        : pair(kit::sha256(email + "\n" + caller.client)),
          network(kit::sha256("network\n" + identity::network(caller.client))),
          familiar(kit::sha256("familiar\n" + email + "\n" + identity::network(caller.client))) {}
};

Refusal too_many(Duration wait) {
    const std::int64_t in_minutes = (wait.milliseconds + 59999) / 60000;
    return {Refusal::Kind::too_many,
            {{say_count(in_minutes,
                        "Too many wrong tries. Wait one minute and try again.",
                        "Too many wrong tries. Wait {0} minutes and try again.",
                        in_minutes),
              ""}}};
}

/// Counts a try before it is judged, unless it has to wait.
Done begin_try(const flow::World& world, const Names& names, Instant wall) {
    std::optional<Refusal> refused;
    world.database.write([&](kit::Transaction& t) {
        refused.reset();
        const Attempts before = hold_attempts(t, names.pair);
        const Instant free = before.last + wait_after(before.failures);
        if (before.failures > 0 && wall < free) {
            refused = too_many(wait_after(before.failures));
        } else if (is_full(t, of_network, names.network, wall) &&
                   !is_familiar(t, names.familiar, wall - limits::familiar_kept)) {
            refused = too_many(limits::network_leak);
        } else {
            set_attempts(t, names.pair, {before.failures + 1, wall});
        }
        return !refused;
    });
    if (refused) {
        kit::log("refused", {{"what", "sign-in"}, {"why", "too many tries"}});
        return tl::unexpected(std::move(*refused));
    }
    return done();
}

/// The try was wrong, which is counted already for the account; the network remembers it, too.
void note_wrong(const flow::World& world, const Names& names, Instant wall) {
    world.database.write([&](kit::Transaction& t) {
        add(t, of_network, names.network, wall);
        return true;
    });
    kit::log("refused", {{"what", "sign-in"}, {"why", "wrong"}});
}

void note_right(kit::Transaction& t, const Names& names, Instant wall) {
    forget_failures(t, names.pair);
    make_familiar(t, names.familiar, wall);
}

}  // namespace

Result<std::string> sign_in(const flow::World& world,
                            std::string_view typed,
                            std::string_view password,
                            const Caller& caller) {
    const std::string email = read_email(typed).value_or(std::string());
    const Names names(email, caller);
    TRY(begin_try(world, names, caller.wall));
    std::optional<Door> door;
    world.database.read([&](kit::Transaction& t) { door = find_door(t, email); });
    const bool fits = kit::password_fits(door && door->password ? *door->password : nobody(), password);
    if (!fits || !door || !door->password) {
        note_wrong(world, names, caller.wall);
        return refuse(
            Refusal::Kind::invalid, say("The e-mail address and the password do not belong together."), "email");
    }
    return flow::perform(world,
                         {door->account.str(), "session"},
                         world.clock.town(caller.wall),
                         [&](flow::Act& act) -> Result<std::string> {
                             // the password may have been changed while this one was looked at
                             if (password_of(act.db(), door->account) != door->password) {
                                 return refuse(Refusal::Kind::invalid,
                                               say("The e-mail address and the password do not belong together."),
                                               "email");
                             }
                             note_right(act.db(), names, caller.wall);
                             return begin_session(act, door->account, caller.wall, rough_browser(caller.browser));
                         });
}

Done prove(const flow::World& world, const Person& person, std::string_view password, const Caller& caller) {
    std::optional<std::string> kept;
    world.database.read([&](kit::Transaction& t) { kept = password_of(t, person.id); });
    if (!kept) {
        return done();
    }
    const Names names(person.email, caller);
    TRY(begin_try(world, names, caller.wall));
    if (!kit::password_fits(*kept, password)) {
        note_wrong(world, names, caller.wall);
        return refuse(Refusal::Kind::invalid, say("This is not your password. Write it again."), "current_password");
    }
    world.database.write([&](kit::Transaction& t) {
        note_right(t, names, caller.wall);
        return true;
    });
    return done();
}

}  // namespace vastin::identity
