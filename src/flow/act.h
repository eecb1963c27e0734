#pragma once
// One deed, one act, one transaction. The Act is person + instant + transaction + audit + outbox in one argument;
// guards live in acts, never in pages.
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "flow/world.h"
#include "kit/json.h"

namespace vastin::flow {

/// A thing whose audit chain this is: an application, a call, an account.
struct Case {};
/// Somebody who acts; identity::Account is one.
struct Actor {
    std::string account;  // id of the account; "" for the clock, the demo and the command line
    std::string name;     // "clock", "demo", "command line", or the role in words; never an e-mail address
};

/// A message to a person, written in the act that causes it and sent by a job after the commit, at least once, with one
/// Message-ID.
struct Letter {
    std::string to;  // e-mail address
    Language language = Language::fi;
    std::string subject;
    std::string text;
    std::string about;                  // id of the case
    std::optional<Instant> fades = {};  // of a letter with a one-time link: when the link ends, by the wall clock
};

class Act {
  public:
    kit::Transaction& db() { return *transaction_; }
    const World& world() const { return world_; }
    const Actor& actor() const { return actor_; }
    /// The instant of the act in the town: when the last byte of the request was read. Judged, stored and shown.
    Instant now() const { return now_; }

    /// A new id: the same one when the act runs twice.
    template <class Thing>
    Id<Thing> new_id() {
        return Id<Thing>{next_id()};
    }
    /// 128 bits of chance as text: the same when the act runs twice.
    std::string secret();

    /// Adds a record to the chain of `about` (the id of the case): who, when, what, details. Every act that changes
    /// something calls it.
    void record(const std::string& about, std::string_view deed, kit::Json::Object details = {});
    /// Queues a letter in this transaction.
    void send(const Letter& letter);
    /// Runs what main bound to `event` of `life`.
    void follow(std::string_view life, std::string_view event, const IdText& thing);

    Act(const World& world, Actor actor, Instant now);
    /// For perform(): begins a run on `transaction`; what was drawn before is given out again in the same order.
    void begin(kit::Transaction& transaction);
    /// For perform(): writes what was recorded to the chains, at the end of the act, so that each head is touched once.
    void end();

  private:
    struct Noted {
        std::string about, deed, details;
    };
    IdText next_id();
    const World& world_;
    Actor actor_;
    Instant now_;
    kit::Transaction* transaction_ = nullptr;
    std::vector<IdText> ids_;
    std::vector<std::string> secrets_;
    std::vector<Noted> records_;
    std::size_t ids_given_ = 0, secrets_given_ = 0;
    bool ended_ = false;
};

/// As perform() below, for an act that also takes a row which many want at once, a dense number. `last` is a Done(Act&,
/// T&) that may complete the value of `deed`; it runs after everything else, the audit records too, directly before the
/// commit, because from its first statement on such acts stand in line. It records nothing. Its Refusal, too, rolls
/// everything back.
template <class Deed, class Last>
auto perform(const World& world, const Actor& actor, Instant now, Deed&& deed, Last&& last)
    -> std::invoke_result_t<Deed, Act&> {
    Act act(world, actor, now);
    std::optional<std::invoke_result_t<Deed, Act&>> result;
    world.database.write([&](kit::Transaction& transaction) {
        act.begin(transaction);
        result.emplace(deed(act));
        if (!result->has_value()) {
            return false;
        }
        act.end();
        transaction.let_go_early();
        if (Done ended = last(act, **result); !ended) {
            result.emplace(tl::unexpected(std::move(ended).error()));
        }
        return result->has_value();
    });
    return std::move(*result);
}

/// Runs `deed` in one transaction as `actor` at `now` (the town's time) and gives its Result when it is durable. A
/// Refusal rolls everything back. `deed` is a function of Act& that returns a Result<T>; it may run twice.
template <class Deed>
auto perform(const World& world, const Actor& actor, Instant now, Deed&& deed) -> std::invoke_result_t<Deed, Act&> {
    Act act(world, actor, now);
    std::optional<std::invoke_result_t<Deed, Act&>> result;
    world.database.write([&](kit::Transaction& transaction) {
        act.begin(transaction);
        result.emplace(deed(act));
        if (result->has_value()) {
            act.end();
        }
        return result->has_value();
    });
    return std::move(*result);
}

}  // namespace vastin::flow
