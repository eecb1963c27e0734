#pragma once
// What a person should see before a call is published, besides what the loader refuses: dates that cross or fall on
// days when nobody is there, rules that nobody was found to keep, questions that nobody sees, words that were not
// translated. Rules that are judged by trying are tried with made-up applications (application/made_up.h), always the
// same for the same call.
#include <optional>
#include <string>
#include <vector>

#include "call/call.h"

namespace vastin::preparation {

/// Where something is corrected: the path of a control of the editor, and how it is called.
struct Spot {
    std::string path;  // "window.closes"
    Phrase label;
};

struct Finding {
    /// stops: the call is not published with it; warns: somebody has to have seen it.
    enum class Weight { stops, warns };
    Weight weight = Weight::warns;
    std::string kind;         // "closed-day": what was looked for, for tests and tools
    Phrase sentence;          // what is wrong, and what to do
    std::vector<Spot> spots;  // at least one; the first is where one begins
    Phrase source{};          // the law that says so; may be empty
};

/// What else is known when a call is looked at.
struct Surroundings {
    std::optional<Instant> now{};             // nothing: what is over is not looked at
    const call::Call* first_stage = nullptr;  // the published call that this one is the second stage of
    const call::Call* before = nullptr;       // the published call whose place it is to take
};

/// Everything found, what stops first. `call` was loaded without faults.
std::vector<Finding> lint(const call::Call& call,
                          const programme::Programme& programme,
                          const Surroundings& around = {});

bool stops(const std::vector<Finding>& findings);
/// Names what is warned of: who has seen these warnings says so with it, and another one has to be seen again. "" where
/// nothing is.
std::string warnings_token(const std::vector<Finding>& findings);

}  // namespace vastin::preparation
