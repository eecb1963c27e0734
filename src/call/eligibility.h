#pragma once
// "Can we apply?": a few questions made from the rules of a call, and what the rules say to the answers. No account, no
// draft: everything stands in the address, so that it can be sent to a colleague.
#include <string>
#include <utility>
#include <vector>

#include "call/call.h"
#include "kit/http.h"

namespace vastin::call {

/// One question, and what was answered.
struct EligibilityQuestion {
    enum class Kind { choice, number, money };
    std::string key;  // "theme": stands in the address
    Kind kind = Kind::choice;
    Phrase label, hint;                                   // hint may be empty
    std::vector<std::pair<std::string, Phrase>> options;  // of a choice
    std::string typed;
};

/// A rule that the answers break, in its own words, and where it is written.
struct Obstacle {
    Phrase why;
    Localised source;  // may be empty
};

struct Eligibility {
    /// open: nothing stands against it so far, and something is not answered.
    enum class Verdict { not_asked, cannot, open, can };
    Verdict verdict = Verdict::not_asked;
    std::vector<EligibilityQuestion> questions;
    std::vector<Obstacle> obstacles;
    std::vector<Reason> faults;  // what cannot be read, by key of the question
};

/// The questions that the rules of `call` give reason to ask, and the answer to what was typed: themes, number and kind
/// of implementers, time, total costs, and at most six questions of the form that the call's own rules name (yes or no,
/// a choice). Only rules that can be judged by these are judged; sending judges all.
Eligibility eligibility(const Call& call, const kit::Fields& typed);

}  // namespace vastin::call
