#include "call/call.h"

#include <algorithm>

namespace vastin::call {

CallState state(const Window& window, Instant instant) {
    return instant < window.opens ? CallState::coming : instant <= window.closes ? CallState::open : CallState::closed;
}

bool takes(const Call& call, ProjectKind kind) {
    return std::find(call.projects.begin(), call.projects.end(), kind) != call.projects.end();
}

const Pot* support_pot(const Call& call) {
    const auto found = std::find_if(
        call.pots.begin(), call.pots.end(), [&](const Pot& pot) { return pot.payer.text == call.rules.support.text; });
    return found == call.pots.end() ? nullptr : &*found;
}

}  // namespace vastin::call
