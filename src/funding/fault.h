#pragma once
// What a rule says against costs or a plan: a Reason that names the rule, what it allows and what was found.
#include <string>

#include "base/money.h"
#include "base/result.h"

namespace vastin::funding {

/// The sentence says how far off it is. `rule` is where it stands in the call's file: "funding.payers.city".
using Fault = Reason;

inline Fault fault(Phrase phrase, std::string field, std::string rule) {
    Fault made;
    made.phrase = std::move(phrase);
    made.field = std::move(field);
    made.rule = std::move(rule);
    return made;
}

/// One about a sum.
inline Fault fault(Phrase phrase, std::string field, std::string rule, Phrase source, Money allowed, Money found) {
    Fault made = fault(std::move(phrase), std::move(field), std::move(rule));
    made.source = std::move(source);
    made.allowed = say("{0}", allowed);
    made.found = say("{0}", found);
    return made;
}

/// A text of the data as a phrase; no text, no phrase.
inline Phrase phrase_of(const Localised& text) { return text == Localised{} ? Phrase() : Phrase(text); }

}  // namespace vastin::funding
