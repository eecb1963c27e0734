#include "page/page_frame.h"

namespace vastin::page {

namespace {

Phrase heading(Refusal::Kind kind) {
    switch (kind) {
        case Refusal::Kind::not_found:
            return say("There is no such page");
        case Refusal::Kind::forbidden:
            return say("You may not do this");
        case Refusal::Kind::conflict:
            return say("Something changed meanwhile");
        case Refusal::Kind::invalid:
            return say("This could not be done");
        case Refusal::Kind::too_many:
            return say("Too many tries");
    }
    return say("This could not be done");
}

int status(Refusal::Kind kind) {
    switch (kind) {
        case Refusal::Kind::not_found:
            return 404;
        case Refusal::Kind::forbidden:
            return 403;
        case Refusal::Kind::conflict:
            return 409;
        case Refusal::Kind::invalid:
            return 422;
        case Refusal::Kind::too_many:
            return 429;
    }
    return 422;
}

Phrase otherwise(Refusal::Kind kind) {
    switch (kind) {
        case Refusal::Kind::not_found:
            return say(
                "The address may be mistyped, the page may have been removed, or you may need to sign in with another "
                "account to see it.");
        case Refusal::Kind::forbidden:
            return say("Your account does not have the right to do this. Nothing was changed.");
        case Refusal::Kind::conflict:
            return say("Somebody else changed this while you had it open. Open it again and look at what is new.");
        case Refusal::Kind::too_many:
            return say("Wait a moment and try again.");
        case Refusal::Kind::invalid:
            break;
    }
    return say("Nothing was changed. Go back and check what you wrote.");
}

}  // namespace

kit::Response problem_page(Visit& visit, int status_code, const Problem& problem) {
    Page page(visit, "page/pages/problem.tpl", problem.heading);
    page.body().set("HEADING", problem.heading);
    for (const Phrase& reason : problem.reasons) {
        page.body().row("REASON").set("TEXT", reason);
    }
    if (!problem.number.empty()) {
        page.body().row("NUMBERED").set("NUMBER", problem.number);
    }
    const bool own_link = !problem.link.empty();
    kit::View link = page.body().row("LINK");
    link.set("NAME", own_link ? problem.link : say("To the front page"));
    link.set("ADDRESS", own_link ? problem.link_to : address(visit, ""));
    return page.answer(status_code);
}

kit::Response refusal(Visit& visit, const Refusal& why) {
    Problem problem;
    problem.heading = heading(why.kind);
    for (const Reason& reason : why.reasons) {
        problem.reasons.push_back(reason.phrase);
    }
    if (problem.reasons.empty()) {
        problem.reasons.push_back(otherwise(why.kind));
    }
    return problem_page(visit, status(why.kind), problem);
}

kit::Response not_found(Visit& visit) { return refusal(visit, {Refusal::Kind::not_found, {}}); }

}  // namespace vastin::page
