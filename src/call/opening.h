#pragma once
// How a call is open, in words for every page and letter, beside closing_words(); and what is handled together.
#include <optional>
#include <vector>

#include "call/call.h"

namespace vastin::call {

/// What is handled together: what arrived after `after`, and at `by` at the latest. A call without cut-offs is one
/// batch; one with cut-offs has another after the last of them, unless it closes with it.
struct Batch {
    std::int64_t number = 1;  // from 1
    Instant after, by;        // the first one begins before all time
    bool endless = false;     // no end has been set: nothing shows `by` then
};
/// All of a call, in the order of time.
std::vector<Batch> batches(const Window& window);
/// That of what arrives at `instant`; of what never arrived in time, the nearest.
Batch batch_of(const Window& window, Instant instant);
/// "Batch 2, by 30 September 2026 at 16:15", "Batch 3, after 30 September 2026 at 16:15".
Phrase name_of(const Batch& batch);

/// Each moment by which one has to send: cut-offs and the end, in the order of time. None where there is no end.
std::vector<Instant> deadlines(const Window& window);
/// The first of them at or after `instant`; after all of them, the last. Nothing where there is none.
std::optional<Instant> deadline_at(const Window& window, Instant instant);

/// How it stands at `now`: "Opens on ...", what closing_words() says while it is open, "Closed on ...".
Phrase standing_words(const Window& window, Instant now);
/// How what is sent at `now`, or after the opening, is handled: in which batch, and which is the next, or in the order
/// of arrival. "" of a call that is handled as a whole after its end, and of one that has closed.
Phrase handling_words(const Window& window, Instant now);
/// The same of what arrived at `arrived`.
Phrase handled_words(const Window& window, Instant arrived);

/// What all pots of the payer of the support hold.
Money support_money(const Call& call);

}  // namespace vastin::call
