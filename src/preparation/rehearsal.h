#pragma once
// A call rehearsed before it opens: made-up people send made-up applications to it, by the same acts as everybody's, in
// a town of its own that is thrown away. Nothing of it comes near real data, and no letter leaves.
#include <memory>
#include <vector>

#include "application/received.h"
#include "flow/world.h"

namespace vastin::preparation {

/// How many applications a rehearsal makes up.
inline constexpr std::size_t rehearsed_applications = 8;

/// One thing that was tried, and what came of it.
struct RehearsedStep {
    Phrase tried, found;
    bool as_meant = false;
};

/// A made-up application that arrived.
struct RehearsedApplication {
    application::Received received;
    std::vector<flow::Letter> letters;  // about it, in the order in which they were written
};

/// What a payer would pay of all that arrived, against its pots.
struct RehearsedPayer {
    Localised name;
    std::string_view hue;
    Money asked, pot;
};

struct Rehearsal {
    std::vector<RehearsedStep> steps;
    std::vector<RehearsedApplication> applications;  // by register number
    std::vector<RehearsedPayer> payers;
    bool as_meant() const;
};

/// What a rehearsal starts from.
struct Rehearsed {
    const call::Call& call;  // loaded without faults
    const programme::Programme& programme;
    /// The published call of its first stage with its programme, where it is a second stage.
    std::shared_ptr<const call::Call> first;
    std::shared_ptr<const programme::Programme> first_programme;
};
/// Runs the call from the day before it opens to the moment after it closes. `real` lends words, templates, followers
/// and the folder of migrations; its database is not touched. The same call gives the same but for ids. Throws
/// std::runtime_error where no folder can be made for it.
Rehearsal rehearse(const flow::World& real, const Rehearsed& what);

}  // namespace vastin::preparation
