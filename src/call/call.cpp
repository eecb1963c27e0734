#include "call/call.h"

#include <algorithm>

#include "form/asked.h"

namespace vastin::call {

CallState state(const Window& window, Instant instant) {
    return instant < window.opens ? CallState::coming : instant <= window.closes ? CallState::open : CallState::closed;
}

std::optional<Instant> next_cut_off(const Window& window, Instant instant) {
    const auto found = std::find_if(
        window.cut_offs.begin(), window.cut_offs.end(), [&](Instant cut_off) { return instant <= cut_off; });
    return found == window.cut_offs.end() ? std::nullopt : std::optional(*found);
}

Phrase closing_words(const Window& window) {
    if (!window.endless) {
        return window.until_pot_empty ? say("Closes on {0}, or before when the money runs out", window.closes)
                                      : say("Closes on {0}", window.closes);
    }
    return window.until_pot_empty ? say("Open until the money runs out") : say("Open until further notice");
}

Phrase sentence_of(const Rule& rule, const form::Measured& measured) {
    const bool measures = !measured.allowed.empty();
    if (rule.message) {
        return measures ? say("{0} {1}", *rule.message, form::measured_sentence(measured)) : Phrase(*rule.message);
    }
    const Phrase sentence = form::measured_sentence(measured);
    return rule.name ? say("{0}: {1}", *rule.name, sentence) : sentence;
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
