#pragma once
// What happens when in a call, in one list: for its page, its calendar and its open data.
#include <optional>
#include <string>
#include <vector>

#include "call/call.h"

namespace vastin::call {

/// One date of a call: a moment (`at`), a day, or when in words.
struct CallDate {
    enum class Kind { opens, info_session, cut_off, closes, recommended_start, other };
    Kind kind = Kind::other;
    std::string key;  // "opens", "cut-off-2", "date-1": names it for ever within its call
    Phrase name;      // "The call closes. The application must have arrived by then."
    Phrase brief;     // behind the name of the call: "the call closes"
    std::optional<Instant> at{}, until{};
    std::optional<Date> day{};
    std::optional<Localised> when{};
    std::optional<Localised> place{};
    std::string link{};  // "" none
};

/// The dates of `call` in the order of time (`zone`: where its days are); those in words keep their place after what
/// stands before them. An endless call has no closing.
std::vector<CallDate> dates_of(const Call& call, const Zone& zone);

/// When the call is open, in a line: "from ... to ...", or from when on without end.
Phrase window_words(const Window& window);

}  // namespace vastin::call
