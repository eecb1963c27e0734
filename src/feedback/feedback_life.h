#pragma once
// The life of feedback. This table runs.
#include <array>

#include "feedback/feedback.h"
#include "flow/life.h"

namespace vastin::feedback {

enum class Event { answer };
enum class Who { official };
struct Facts {};

using Move = flow::Move<State, Event, Who, Facts>;
// clang-format off
inline constexpr std::array life{
//       from         event          to               who
    Move{State::open, Event::answer, State::answered, Who::official},
};
// clang-format on

}  // namespace vastin::feedback
