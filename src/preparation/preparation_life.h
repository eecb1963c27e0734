#pragma once
// The life of a draft of a call. This table runs.
#include <array>

#include "flow/life.h"
#include "preparation/preparation.h"

namespace vastin::preparation {

enum class Event { edit, publish, discard };
enum class Who { coordinator };

/// What `unless` looks at.
struct Facts {
    bool whole = true;       // call::load takes it
    bool code_free = true;   // no call of this code is published; a revision keeps its code
    bool ends_later = true;  // it closes after now, or had closed before it is revised
    bool overtaken = false;  // of a revision: the version that it revises does not count any more
};

/// Why it cannot be published, or nothing.
std::optional<Phrase> may_not_be_published(const Facts& facts);

using Move = flow::Move<State, Event, Who, Facts>;
// clang-format off
inline constexpr std::array life{
//       from          event           to                who               unless
    Move{State::draft, Event::edit,    State::draft,     Who::coordinator},
    Move{State::draft, Event::publish, State::published, Who::coordinator, may_not_be_published},
    Move{State::draft, Event::discard, State::discarded, Who::coordinator},
};
// clang-format on

}  // namespace vastin::preparation
