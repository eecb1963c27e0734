// Several made-up applications, and conditions looked at on one.
#include "application/application_rules.h"
#include "application/made_up.h"

namespace vastin::application {

std::vector<MadeUp> made_up(const call::Call& call, std::uint64_t seed, std::size_t count) {
    constexpr int tries = 200;
    std::vector<MadeUp> all;
    Inventor inventor(call, seed);
    while (all.size() < count) {
        std::optional<MadeUp> best;
        inventor.watch = [&](const MadeUp& made) {
            const auto against = [](const MadeUp& one) { return std::pair(!one.judged.plan, one.broken.size()); };
            if (!best || against(made) < against(*best)) {
                best = made;
            }
        };
        auto found = inventor.find({}, tries);
        all.push_back(found ? std::move(*found) : std::move(*best));
    }
    return all;
}

form::Truth holds_for(const form::Condition& condition, bool in_part, const MadeUp& made, const call::Call& call) {
    const form::Worked worked = worked_of(made.judged, call);
    form::Facts facts{&made.judged.common, {}, &worked, std::nullopt};
    for (const JudgedPart& part : made.judged.parts) {
        facts.parts.push_back(&part.answers);
    }
    if (!in_part) {
        return form::holds(condition, facts);
    }
    form::Truth all = form::Truth::no;
    for (std::size_t i = 0; i < facts.parts.size(); ++i) {
        facts.part = i;
        const form::Truth one = form::holds(condition, facts);
        all = one == form::Truth::yes || all == form::Truth::no ? one : all;
        if (all == form::Truth::yes) {
            break;
        }
    }
    return all;
}

}  // namespace vastin::application
