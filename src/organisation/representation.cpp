#include "organisation/representation.h"

#include <algorithm>
#include <array>

namespace vastin::organisation {

namespace {
constexpr std::array states{State::said, State::confirmed, State::refused, State::ended};
}

std::string_view code(State state) {
    switch (state) {
        case State::confirmed:
            return "confirmed";
        case State::refused:
            return "refused";
        case State::ended:
            return "ended";
        case State::said:
            break;
    }
    return "said";
}

std::optional<State> read_state(std::string_view text) {
    const auto* found = std::find_if(states.begin(), states.end(), [&](State state) { return code(state) == text; });
    return found == states.end() ? std::nullopt : std::optional(*found);
}

Phrase name(State state) {
    switch (state) {
        case State::confirmed:
            return say("Confirmed");
        case State::refused:
            return say("Not accepted");
        case State::ended:
            return say("Ended");
        case State::said:
            break;
    }
    return say("Not confirmed yet");
}

std::string_view code(Standing standing) {
    return standing == Standing::administrator ? "administrator" : "representative";
}

std::optional<Standing> read_standing(std::string_view text) {
    return text == "administrator"    ? std::optional(Standing::administrator)
           : text == "representative" ? std::optional(Standing::representative)
                                      : std::nullopt;
}

Phrase name(Standing standing) {
    return standing == Standing::administrator ? say("Representative who also confirms others") : say("Representative");
}

}  // namespace vastin::organisation
