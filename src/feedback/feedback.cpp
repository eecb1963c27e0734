#include "feedback/feedback.h"

#include "form/read.h"
#include "identity/identity.h"
#include "kit/limits.h"

namespace vastin::feedback {

std::string_view code(State state) { return state == State::answered ? "answered" : "open"; }

std::optional<State> read_state(std::string_view text) {
    return text == "open"       ? std::optional(State::open)
           : text == "answered" ? std::optional(State::answered)
                                : std::nullopt;
}

Phrase state_name(State state) {
    switch (state) {
        case State::open:
            return say("Waits for an answer");
        case State::answered:
            return say("Answered");
    }
    return {};
}

std::vector<Reason> faults(const Given& given) {
    std::vector<Reason> all;
    if (auto page = form::read_line(given.page, kit::limits::line_letters); !page) {
        all.push_back({std::move(page).error(), "page"});
    }
    if (form::trimmed(given.text).empty()) {
        all.push_back({say("Write what does not work for you."), "text"});
    } else if (auto text = form::read_text(given.text, kit::limits::feedback_letters); !text) {
        all.push_back({std::move(text).error(), "text"});
    }
    if (auto name = form::read_line(given.name, kit::limits::line_letters); !name) {
        all.push_back({std::move(name).error(), "name"});
    }
    if (!form::trimmed(given.email).empty() && !identity::read_email(given.email)) {
        all.push_back({say("“{0}” is not an e-mail address.", given.email), "email"});
    }
    return all;
}

Date due_day(Date arrived, std::int64_t days) { return days_later(arrived, static_cast<int>(days)); }

Phrase days_left(Date today, Date due) {
    const std::int64_t left = days_between(today, due);
    if (left < 0) {
        return say_count(-left, "One day late", "{0} days late", -left);
    }
    return left == 0 ? say("Today is the last day") : say_count(left, "One day left", "{0} days left", left);
}

}  // namespace vastin::feedback
