// Dates that cross, and moments when nobody is there to help.
#include <algorithm>
#include <array>

#include "base/holiday.h"
#include "preparation/lint_parts.h"

namespace vastin::preparation {

namespace {

constexpr int open_days_least = 14;  // shorter, and a group hardly finds its partners
// Office hours as the registries of Finnish cities keep them (asetus valtion virastojen aukiolosta 332/1994: to 16.15).
constexpr int office_opens = 8 * 60, office_closes = 16 * 60 + 15;

Phrase law_of_days() { return say("Act on the calculation of prescribed time limits (150/1930), section 5"); }

void look_at_day(Lint& lint, const char* path, Instant at, bool cut_off) {
    const Date day = lint.programme.zone.day(at);
    const auto closed = closed_day(day);
    if (!closed) {
        return;
    }
    lint.warn("closed-day",
              path,
              cut_off
                  ? say("The cut-off {0} falls on a day when offices are closed ({1}). Choose a working day, so that "
                        "applicants get help.",
                        day,
                        *closed)
                  : say("The call closes on {0}, when offices are closed ({1}). Choose a working day, so that "
                        "applicants get help on the last day.",
                        day,
                        *closed),
              law_of_days());
}

void look_at_hour(Lint& lint, const char* path, Instant at) {
    const LocalTime time = lint.programme.zone.local(at);
    const int minute = time.hour * 60 + time.minute;
    if (minute < office_opens || minute > office_closes) {
        lint.warn(
            "office-hours",
            path,
            say("{0} is outside office hours (8.00–16.15): nobody helps those who are late or stuck. Choose a time "
                "within them.",
                at));
    }
}

void look_at_window(Lint& lint) {
    const call::Window& window = lint.call.window;
    const Zone& zone = lint.programme.zone;
    for (const Instant cut_off : window.cut_offs) {
        if (window.endless || cut_off != window.closes) {
            look_at_day(lint, "window.cut_offs", cut_off, true);
            look_at_hour(lint, "window.cut_offs", cut_off);
        }
    }
    if (window.endless) {
        return;
    }
    look_at_day(lint, "window.closes", window.closes, false);
    look_at_hour(lint, "window.closes", window.closes);
    const int days = days_between(zone.day(window.opens), zone.day(window.closes));
    if (days < open_days_least) {
        lint.warn("short-window",
                  "window.closes",
                  say_count(days,
                            "The call is open for one day only. Leave at least {1} days: partners and signatures take "
                            "time.",
                            "The call is open for {0} days only. Leave at least {1} days: partners and signatures take "
                            "time.",
                            std::int64_t{days},
                            std::int64_t{open_days_least}));
    }
}

void look_at_now(Lint& lint, Instant now) {
    const call::Window& window = lint.call.window;
    const call::Call* before = lint.around.before;
    if (before != nullptr && call::state(*before, now) != call::CallState::coming) {
        return;  // it has opened already, and may have closed: what may be changed then is said elsewhere
    }
    if (!window.endless && window.closes < now) {
        lint.stop(
            "over", "window.closes", say("The call would have closed already, {0}. Correct its dates.", window.closes));
    } else if (window.opens < now) {
        lint.warn("opened",
                  "window.opens",
                  say("The call would have opened already, {0}: it opens at the moment when it is published. Move the "
                      "opening, or publish it so.",
                      window.opens));
    }
}

void look_at_start(Lint& lint) {
    const auto& start = lint.call.recommended_start;
    const call::Window& window = lint.call.window;
    const Date last = lint.programme.zone.day(window.endless ? window.opens : window.closes);
    if (start && *start <= last) {
        lint.warn("start-before-close",
                  "recommended_start",
                  say("The recommended start, {0}, is not after the call closes, {1}. Move it to a day when decisions "
                      "have been made.",
                      *start,
                      last));
    }
    const Period& agreement = lint.programme.agreement.period;
    const bool known = !lint.programme.agreement.name.fi.empty();  // a call alone in its file says no period
    const Date first = start.value_or(last);
    if (known && first > agreement.last) {
        lint.warn("after-agreement",
                  start ? "recommended_start" : "window.closes",
                  say("Projects would begin on {0} or later, after the agreement has ended ({1}). Correct the date, or "
                      "see that the money is still there.",
                      first,
                      agreement.last));
    }
}

/// Whether the name of a date speaks of one of these.
bool speaks_of(const Localised& name, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(), [&](const char* word) {
        return name.fi.find(word) != std::string::npos || name.sv.find(word) != std::string::npos ||
               name.en.find(word) != std::string::npos;
    });
}

void look_at_milestones(Lint& lint) {
    const call::Window& window = lint.call.window;
    const Date closes = lint.programme.zone.day(window.endless ? window.opens : window.closes);
    std::optional<Date> before;
    for (std::size_t i = 0; i < lint.call.dates.size(); ++i) {
        const call::Milestone& date = lint.call.dates[i];
        if (!date.day) {
            continue;
        }
        const std::string path = "dates[" + std::to_string(i + 1) + "].day";
        if (before && *date.day < *before) {
            lint.warn(
                "dates-order",
                path,
                say("\"{0}\", {1}, stands after a later day, {2}. Put the dates in order of time, or correct them.",
                    date.name,
                    *date.day,
                    *before));
        }
        if (!window.endless && *date.day > closes && speaks_of(date.name, {"Info", "info"})) {
            lint.warn("info-after-close",
                      path,
                      say("\"{0}\", {1}, comes after the call has closed, {2}. Hold it while one can still apply.",
                          date.name,
                          *date.day,
                          closes));
        }
        if (!window.endless && *date.day <= closes && speaks_of(date.name, {"Päätö", "päätö", "Beslut", "ecision"})) {
            lint.warn("decision-before-close",
                      path,
                      say("\"{0}\", {1}, comes before the call has closed, {2}. Correct one of the dates.",
                          date.name,
                          *date.day,
                          closes));
        }
        before = before ? std::max(*before, *date.day) : *date.day;
    }
}

void look_at_stage(Lint& lint) {
    const auto& stage = lint.call.stage;
    if (!stage) {
        return;
    }
    const call::Call* first = lint.around.first_stage;
    if (first == nullptr) {
        if (lint.around.now) {
            lint.warn(
                "first-stage-missing",
                "stage.after",
                say("The call of the first stage, \"{0}\", is not published: nobody could enter. Publish it first, "
                    "or correct its code.",
                    stage->after.text));
        }
    } else if (first->window.endless || lint.call.window.opens <= first->window.closes) {
        lint.warn(
            "stages-cross",
            "window.opens",
            say("The second stage opens on {0}, before the first, \"{1}\", has closed. Open it when those who go on "
                "have been chosen.",
                lint.call.window.opens,
                first->name));
    }
}

/// Limits of law are taken on one day; a limit that changes while the call is open should be looked at.
void look_at_limits(Lint& lint) {
    const funding::Rules& rules = lint.call.rules;
    const Date opens = lint.programme.zone.day(lint.call.window.opens);
    const Date closes = lint.call.window.endless ? opens : lint.programme.zone.day(lint.call.window.closes);
    for (std::size_t i = 0; i < rules.limits.size(); ++i) {
        const funding::Limit& limit = rules.limits[i];
        const std::string path = "funding.limits[" + std::to_string(i + 1) + "].";
        const bool first_of_kind = std::none_of(rules.limits.begin(),
                                                rules.limits.begin() + static_cast<std::ptrdiff_t>(i),
                                                [&](const funding::Limit& one) { return one.kind == limit.kind; });
        if (first_of_kind && limit_on(rules, limit.kind, closes) == nullptr) {
            lint.warn(
                "no-limit",
                path + (limit.until ? "until" : "from"),
                say("No limit of law of this kind holds on {0}, the day whose limits bind. Add the one that does.",
                    closes));
        }
        if (limit.until && opens <= *limit.until && *limit.until < closes) {
            lint.warn(
                "limit-ends",
                path + "until",
                say("This limit of law ends on {0}, while the call is open: the one that holds when it closes binds "
                    "everybody. See that the texts say so.",
                    *limit.until));
        }
    }
}

}  // namespace

void look_at_dates(Lint& lint) {
    if (lint.around.now) {
        look_at_now(lint, *lint.around.now);
    }
    look_at_window(lint);
    look_at_start(lint);
    look_at_milestones(lint);
    look_at_stage(lint);
    look_at_limits(lint);
}

}  // namespace vastin::preparation
