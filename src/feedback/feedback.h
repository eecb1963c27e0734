#pragma once
// Feedback on accessibility as a case: what was told, until when it is to be answered, the answer.
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace vastin::feedback {

enum class State { open, answered };
std::string_view code(State state);
std::optional<State> read_state(std::string_view code);
Phrase state_name(State state);

/// What a person typed, untouched. Only `text` must be there.
struct Given {
    std::string page;  // where: an address or words
    std::string text;  // what does not work
    std::string name, email;
};

/// What is wrong with it; fields "page", "text", "name", "email". Empty: it is taken.
std::vector<Reason> faults(const Given& given);

struct Answer {
    Instant at;
    std::string text;
    std::string by;  // the official's role in words
};

struct Case {
    Id<Case> id;
    std::int64_t number = 0;
    State state = State::open;
    Instant arrived;
    Date due;  // the last day to answer
    Language language = Language::fi;
    Given given;
    std::optional<Answer> answer;
};

/// The last day to answer what arrived on `arrived`, when the law gives `days`: 14 days from 26 May is 9 June.
Date due_day(Date arrived, std::int64_t days);
/// "7 days left", "today is the last day", "2 days late".
Phrase days_left(Date today, Date due);

}  // namespace vastin::feedback
