#pragma once
// What a new version of a call does to the applications that are written or were sent to it.
#include <string>
#include <vector>

#include "application/application.h"
#include "call/call_revision.h"

namespace vastin::application {

/// An answer to a question that the call does not ask any more. It is kept as typed.
struct DroppedAnswer {
    std::int64_t part = 0;  // ordinal of the part; 0: the common part
    std::string name;       // of the answer: "staff.2.name"
    std::string text;
    friend bool operator==(const DroppedAnswer&, const DroppedAnswer&) = default;
};
/// Those that are not empty, in the order of their names.
std::vector<DroppedAnswer> dropped_answers(const Application& application, const call::Call& call);

/// What `after` finds in an application that `before` did not.
struct Touched {
    std::vector<Reason> anew;            // wrong or missing now, and not before
    std::vector<DroppedAnswer> dropped;  // answers to questions that `before` still asked
    bool any() const { return !anew.empty() || !dropped.empty(); }
};
Touched touched(const Application& application, const call::Call& before, const call::Call& after);

/// Whom a new version touches, before it is published.
struct Impact {
    std::int64_t drafts = 0, drafts_touched = 0;  // never sent; whose they are is nobody's business yet
    std::int64_t sent = 0;                        // received and reopened
    struct Sent {
        Id<Application> id;
        std::string register_number, title;  // as last sent
        Touched touched;                     // of what was sent last
    };
    std::vector<Sent> sent_touched;  // at most `shown_most`
    std::int64_t sent_touched_all = 0;
    std::int64_t people = 0;  // who take part in any of them: letters that are written
    bool more = false;        // there are more applications than are looked at
};
inline constexpr std::int64_t impact_most = 500;  // applications that are looked at
inline constexpr std::size_t shown_most = 50;
Impact impact(kit::Transaction& t, const call::Call& before, const call::Call& after);

/// Whether somebody has sent an application to the call; withdrawn ones count.
bool anybody_sent(kit::Transaction& t, const call::Code<call::Call>& call);
/// As call::not_revisable(), with what has been sent.
std::vector<Reason> not_revisable(kit::Transaction& t, const call::Call& before, const call::Call& after, Instant now);

}  // namespace vastin::application
