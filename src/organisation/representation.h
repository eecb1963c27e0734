#pragma once
// "Represents": an account says that it acts for an organisation or a unit of it. That gives it no right to anything of
// the organisation; it is shown as not confirmed until the organisation's administrator (a confirmed representative
// marked so) or the office confirms.
#include <optional>
#include <string>

#include "flow/life.h"
#include "identity/identity.h"
#include "organisation/organisation.h"

namespace vastin::organisation {

enum class State { said, confirmed, refused, ended };
std::string_view code(State state);
std::optional<State> read_state(std::string_view code);
Phrase name(State state);  // "Not confirmed yet"

/// An administrator also confirms others of the same organisation.
enum class Standing { representative, administrator };
std::string_view code(Standing standing);
std::optional<Standing> read_standing(std::string_view code);
Phrase name(Standing standing);

struct Representation {
    Id<Representation> id{};
    Id<identity::Account> account{};
    Organisation organisation{};
    std::optional<Unit> unit{};  // without: the whole organisation
    State state = State::said;
    Standing standing = Standing::representative;
    Instant said{};
    std::optional<Instant> decided{};
    std::string reason{};  // of refusing or ending, as written
};

/// With the person it is about, for those who decide.
struct Representative {
    Representation is{};
    std::string name{}, email{};
    Language language = Language::fi;
};

enum class Event { confirm, refuse, take_back, end };
/// Who said it; who may decide on it.
enum class Side { speaker, decider };
/// Whether the one who decides said it.
enum class Own { no, yes };
using Move = flow::Move<State, Event, Side, Own>;

inline std::optional<Phrase> own_claim(const Own& own) {
    return own == Own::yes ? std::optional(say("Nobody confirms what they have said themselves. Ask somebody else."))
                           : std::nullopt;
}

// clang-format off
inline constexpr Move representation_life[]{
    //   from              event             to                who             unless
    Move{State::said,      Event::confirm,   State::confirmed, Side::decider,  own_claim},
    Move{State::said,      Event::refuse,    State::refused,   Side::decider,  nullptr  },
    Move{State::said,      Event::take_back, State::ended,     Side::speaker,  nullptr  },
    Move{State::confirmed, Event::confirm,   State::confirmed, Side::decider,  own_claim},  // with another standing
    Move{State::confirmed, Event::end,       State::ended,     Side::decider,  nullptr  },
    Move{State::confirmed, Event::take_back, State::ended,     Side::speaker,  nullptr  },
};
// clang-format on

}  // namespace vastin::organisation
