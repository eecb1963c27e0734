#pragma once
// What the accessibility statement says of itself. Facts that no source of the programme confirms stand here alone, so
// that a city changes them in one place.
#include "base/phrase.h"
#include "base/time.h"

namespace vastin::registry {

struct StatementFacts {
    Date made;  // when the service was last assessed; older than twelve months is a fault (a test says so)
    // Supervision was to move to Traficom on 1.1.2025 (bill HE 71/2024): to be confirmed by the city.
    Localised authority;
    const char* authority_web = "";
};
extern const StatementFacts statement_facts;

}  // namespace vastin::registry
