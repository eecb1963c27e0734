#pragma once
// The life of an application. This table runs: pages ask it what may happen next, acts ask it whether they may.
#include <array>

#include "application/application.h"
#include "flow/life.h"

namespace vastin::application {

enum class Event { send, reopen, withdraw };
enum class Who { editor, sender };
/// Who a person is for the life, by the right to this application.
inline Who who(Right right) { return right == Right::prepare ? Who::editor : Who::sender; }

/// What `unless` looks at.
struct Facts {
    const call::Call& call;
    Instant now;
    bool complete = false;
    std::optional<Instant> arrived{};  // the first time; it has its place in a batch from then on
};

/// Why the call's window does not take it at `now`, or nothing: open iff opens <= now <= closes. What arrived is sent
/// anew only until the cut-off of its batch: it is handled after that.
std::optional<Phrase> window_closed(const Facts& facts);
/// Why it is not whole yet, or nothing.
std::optional<Phrase> incomplete(const Facts& facts);
/// Both, the window first.
std::optional<Phrase> may_not_be_sent(const Facts& facts);
/// Why it can no longer be reopened, or nothing: after the deadline nothing new could be sent.
std::optional<Phrase> may_not_be_reopened(const Facts& facts);

using Move = flow::Move<State, Event, Who, Facts>;
// clang-format off
inline constexpr std::array life{
//       from              event            to                who          unless
    Move{State::draft,     Event::send,     State::received,  Who::sender, may_not_be_sent    },
    Move{State::received,  Event::reopen,   State::reopened,  Who::sender, may_not_be_reopened},
    Move{State::reopened,  Event::send,     State::received,  Who::sender, may_not_be_sent    },
    Move{State::received,  Event::withdraw, State::withdrawn, Who::sender                     },
    Move{State::reopened,  Event::withdraw, State::withdrawn, Who::sender                     },
};
// clang-format on

}  // namespace vastin::application
