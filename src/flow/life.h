#pragma once
// A life is a table, and the table is what runs: from, event, to, who, unless. `unless` gives the Reason why not, so
// that a page can say beside a closed button why it is closed.
#include <optional>
#include <span>
#include <string_view>

#include "base/result.h"

namespace vastin::flow {

/// One row of a life. State, Event and Who are enums of the area; Facts is what `unless` may look at.
template <class State, class Event, class Who, class Facts>
struct Move {
    State from;
    Event event;
    State to;
    Who who;
    std::optional<Phrase> (*unless)(const Facts&) = nullptr;
};

/// The row for `event` in `from`, or nothing: then the event does not belong to this state.
template <class State, class Event, class Who, class Facts>
const Move<State, Event, Who, Facts>* find_move(std::span<const Move<State, Event, Who, Facts>> life,
                                                State from,
                                                Event event,
                                                Who who) {
    for (const auto& move : life) {
        if (move.from == from && move.event == event && move.who == who) {
            return &move;
        }
    }
    return nullptr;
}

/// Where the event leads, or the Refusal: 403 when the state knows the event but not from `who`, 409 with `not_now`
/// when it does not know it, 422 with the reason of `unless`.
template <class State, class Event, class Who, class Facts>
Result<State> move(std::span<const Move<State, Event, Who, Facts>> life,
                   State from,
                   Event event,
                   Who who,
                   const Facts& facts,
                   const Phrase& not_now) {
    const auto* row = find_move(life, from, event, who);
    if (row == nullptr) {
        for (const auto& other : life) {
            if (other.from == from && other.event == event) {
                return tl::unexpected(Refusal{Refusal::Kind::forbidden, {}});
            }
        }
        return refuse(Refusal::Kind::conflict, not_now);
    }
    if (row->unless != nullptr) {
        if (auto why = row->unless(facts)) {
            return refuse(Refusal::Kind::invalid, std::move(*why));
        }
    }
    return row->to;
}

}  // namespace vastin::flow
