#pragma once
// How the applications of a call will be judged, what is said to people by event, in which languages. Data for the
// pages now; assessment and messages use it when they come.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"

namespace vastin::call {

/// One ground of choice. Of `pass` everything depends on it and nothing is scored; a `score` stands on its scale.
struct Criterion {
    enum class Kind { pass, score };
    std::string key;  // "impact"
    Localised name;
    std::optional<Localised> text;  // what is looked at
    Kind kind = Kind::score;
    std::int64_t least_score = 0, most_score = 0;  // the scale, both ends included
    std::optional<Share> weight;                   // of the whole; those of a call sum to 100 % where given
    std::optional<std::int64_t> minimum;           // below it the application is not funded; within the scale
    Localised source;
};

/// What holds for the scores together.
struct Scoring {
    std::optional<std::int64_t> minimum_total;  // sum of the scores, unweighted
    Localised source;
};

/// What the call adds, in its own words, to the letter of an event.
struct Message {
    std::string event;  // one of message_events
    Localised text;
};
inline constexpr std::array<std::string_view, 7> message_events{
    "received", "extended", "revised", "closing", "supplement", "decision", "payment"};

/// The languages that an application may be written in, and those that the decision is given in; empty: not said.
struct Tongues {
    std::vector<Language> application, decision;
};

}  // namespace vastin::call
