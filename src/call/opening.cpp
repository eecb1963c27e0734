#include "call/opening.h"

#include <algorithm>

namespace vastin::call {

std::vector<Batch> batches(const Window& window) {
    std::vector<Batch> all;
    Instant after{};
    for (const Instant cut_off : window.cut_offs) {
        all.push_back({static_cast<std::int64_t>(all.size()) + 1, after, cut_off});
        after = cut_off;
    }
    if (all.empty() || after < window.closes) {
        all.push_back({static_cast<std::int64_t>(all.size()) + 1, after, window.closes, window.endless});
    }
    return all;
}

Batch batch_of(const Window& window, Instant instant) {
    const auto all = batches(window);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Batch& one) { return instant <= one.by; });
    return found == all.end() ? all.back() : *found;
}

Phrase name_of(const Batch& batch) {
    return batch.endless ? say("Batch {0}, after {1}", batch.number, batch.after)
                         : say("Batch {0}, by {1}", batch.number, batch.by);
}

std::vector<Instant> deadlines(const Window& window) {
    std::vector<Instant> all;
    for (const Batch& one : batches(window)) {
        if (!one.endless) {
            all.push_back(one.by);
        }
    }
    return all;
}

std::optional<Instant> deadline_at(const Window& window, Instant instant) {
    const auto all = deadlines(window);
    if (all.empty()) {
        return std::nullopt;
    }
    const auto found = std::find_if(all.begin(), all.end(), [&](Instant one) { return instant <= one; });
    return found == all.end() ? all.back() : *found;
}

Phrase standing_words(const Window& window, Instant now) {
    switch (state(window, now)) {
        case CallState::coming:
            return say("Opens on {0}", window.opens);
        case CallState::open:
            return closing_words(window);
        case CallState::closed:
            return say("Closed on {0}", window.closes);
    }
    return {};
}

namespace {

Phrase in_order_of_arrival(const Window& window) {
    return window.order == Window::Order::arrival ? say("Applications are handled in the order in which they arrive.")
                                                  : Phrase();
}

}  // namespace

Phrase handling_words(const Window& window, Instant now) {
    if (state(window, now) == CallState::closed) {
        return {};
    }
    if (window.cut_offs.empty()) {
        return in_order_of_arrival(window);
    }
    const auto all = batches(window);
    const Batch batch = batch_of(window, std::max(now, window.opens));
    if (batch.endless) {
        return say("The next cut-off has not been set yet: what is sent now is handled after it.");
    }
    if (batch.number == static_cast<std::int64_t>(all.size())) {
        return say("What is sent by {0} is handled in the last batch.", batch.by);
    }
    const Batch& next = all[static_cast<std::size_t>(batch.number)];
    return next.endless
               ? say("What is sent by {0} is handled in that batch. The cut-off after it has not been set yet.",
                     batch.by)
               : say("What is sent by {0} is handled in that batch. The next cut-off is {1}.", batch.by, next.by);
}

Phrase handled_words(const Window& window, Instant arrived) {
    if (window.cut_offs.empty()) {
        return in_order_of_arrival(window);
    }
    const Batch batch = batch_of(window, arrived);
    return batch.endless ? say("It is handled in the batch after {0}, whose cut-off has not been set yet.", batch.after)
                         : say("It is handled in the batch of {0}.", batch.by);
}

Money support_money(const Call& call) {
    Money sum;
    for (const Pot& pot : call.pots) {
        if (pot.payer.text == call.rules.support.text) {
            sum += pot.money.sum;
        }
    }
    return sum;
}

}  // namespace vastin::call
