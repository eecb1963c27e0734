#include "call/call_pages_criteria.h"

namespace vastin::call {

namespace {

/// "1–5 points, at least 2, weight 30 %".
Phrase scale_words(const Criterion& one) {
    if (one.kind == Criterion::Kind::pass) {
        return say("Must hold");
    }
    const Phrase scale = say("Points {0}–{1}", one.least_score, one.most_score);
    const Phrase least = one.minimum ? say("{0}, at least {1}", scale, *one.minimum) : scale;
    return one.weight ? say("{0}, weight {1}", least, *one.weight) : least;
}

}  // namespace

void fill_criteria(kit::View& view, const Call& call) {
    if (call.criteria.empty()) {
        return;
    }
    kit::View list = view.row("JUDGED");
    for (const Criterion& one : call.criteria) {
        kit::View row = list.row("CRITERION");
        row.set("NAME", one.name);
        row.set("SCALE", scale_words(one));
        if (one.text) {
            row.row("WHAT").set("TEXT", *one.text);
        }
    }
    if (call.scoring.minimum_total) {
        list.row("LEAST").set("TEXT", say("All points together must be at least {0}.", *call.scoring.minimum_total));
    }
}

}  // namespace vastin::call
