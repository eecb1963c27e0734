#include "call/call_dates.h"

#include <algorithm>

namespace vastin::call {

namespace {

using Kind = CallDate::Kind;

CallDate at_moment(Kind kind, std::string key, Instant at, Phrase name, Phrase brief) {
    CallDate date{kind, std::move(key), std::move(name), std::move(brief)};
    date.at = at;
    return date;
}

std::vector<CallDate> as_listed(const Call& call) {
    const Window& window = call.window;
    std::vector<CallDate> all{
        at_moment(Kind::opens, "opens", window.opens, say("The call opens"), say("the call opens"))};
    for (std::size_t i = 0; i < window.cut_offs.size(); ++i) {
        const auto number = static_cast<std::int64_t>(i) + 1;
        all.push_back(at_moment(Kind::cut_off,
                                "cut-off-" + std::to_string(number),
                                window.cut_offs[i],
                                say("Cut-off {0}: what arrives by then is handled together.", number),
                                say("cut-off {0}", number)));
    }
    if (!window.endless) {
        const Phrase name = say("The call closes. The application must have arrived by then.");
        all.push_back(
            at_moment(Kind::closes,
                      "closes",
                      window.closes,
                      window.extended_from
                          ? say("{0} The call was extended: it was to close on {1}.", name, *window.extended_from)
                          : name,
                      say("the call closes")));
    }
    std::size_t number = 0;
    for (const Milestone& one : call.dates) {
        all.push_back({one.info_session ? Kind::info_session : Kind::other,
                       "date-" + std::to_string(++number),
                       one.name,
                       one.name,
                       one.at,
                       one.until,
                       one.day,
                       one.when,
                       one.place,
                       one.link});
    }
    if (call.recommended_start) {
        CallDate start{Kind::recommended_start,
                       "recommended-start",
                       say("Recommended start of the projects"),
                       say("recommended start of the projects")};
        start.day = call.recommended_start;
        all.push_back(std::move(start));
    }
    return all;
}

}  // namespace

std::vector<CallDate> dates_of(const Call& call, const Zone& zone) {
    std::vector<std::pair<Instant, CallDate>> placed;
    Instant last = call.window.opens;
    for (CallDate& date : as_listed(call)) {
        last = date.at ? *date.at : date.day ? zone.moment({*date.day}).at : last;
        placed.emplace_back(last, std::move(date));
    }
    std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<CallDate> all;
    for (auto& [at, date] : placed) {
        all.push_back(std::move(date));
    }
    return all;
}

Phrase window_words(const Window& window) {
    if (!window.endless) {
        return say("{0} – {1}", window.opens, window.closes);
    }
    return window.until_pot_empty ? say("From {0} until the money runs out", window.opens)
                                  : say("From {0} until further notice", window.opens);
}

}  // namespace vastin::call
