// The rehearsal of a draft: what was tried, the sums, each made-up application with its letters.
#include <algorithm>
#include <mutex>

#include "call/call_acts.h"
#include "kit/hash.h"
#include "preparation/draft_page.h"
#include "preparation/rehearsal.h"
#include "programme/kept.h"

namespace vastin::preparation {

using page::Page;
using page::Visit;

namespace {

/// Of each draft as it stands; it is run when it is asked for first. One at a time: it makes a town.
std::shared_ptr<const Rehearsal> rehearsal_of(const Visit& visit, const Opened& opened, const call::Call& call) {
    static programme::Kept<Rehearsal, std::string, 16> kept;
    static std::mutex one;
    const std::lock_guard lock(one);
    Rehearsed what{call, *opened.programme, nullptr, nullptr};
    visit.world.database.read([&](kit::Transaction& t) {
        what.first = call.stage ? call::find(t, call.stage->after) : nullptr;
        what.first_programme = what.first ? programme::frozen_programme(t, what.first->programme) : nullptr;
    });
    const std::string key = kit::sha256(call.file.text) + opened.programme->hash.text +
                            (what.first ? what.first->rules_hash.text : std::string());
    return kept.get(key, [&] { return rehearse(visit.world, what); });
}

/// The draft with its rehearsal; null while it cannot be run.
struct Shown {
    Opened opened;
    std::shared_ptr<const Rehearsal> rehearsal;
};
Result<Shown> shown(Visit& visit) {
    Opened found = TRY(opened(visit));
    const Judged judged = judge(found.draft.summary.code, found.draft.content, *found.programme);
    auto rehearsal = judged.faults.none() ? rehearsal_of(visit, found, judged.call) : nullptr;
    return Shown{std::move(found), std::move(rehearsal)};
}

void dress_rehearsal(Page& page, const Visit& visit, const Opened& opened) {
    dress(page, visit, opened);
    page.crumb(title_of(opened.draft.summary), path_of(opened.draft.summary));
}

void fill_payers(kit::View& view, const Rehearsal& rehearsal) {
    Money most;
    for (const RehearsedPayer& payer : rehearsal.payers) {
        most = std::max({most, payer.asked, payer.pot});
    }
    for (const RehearsedPayer& payer : rehearsal.payers) {
        kit::View row = view.row("PAYER");
        row.set("NAME", payer.name);
        row.set("HUE", payer.hue);
        row.set("WIDTH", page::percent_of(payer.asked.count(), std::max<std::int64_t>(most.count(), 1)));
        row.set("ASKED", payer.asked);
        if (payer.pot > Money()) {
            row.row("POT").set("SUM", payer.pot);
        } else {
            row.show("NO_POT");
        }
    }
}

void fill_list(kit::View& view, const Visit& visit, const Shown& shown) {
    for (const RehearsedApplication& one : shown.rehearsal->applications) {
        const auto& a = one.received.shown.application;
        const auto asked = application::asked(one.received.shown.judged, *one.received.shown.call);
        kit::View row = view.row("ONE");
        row.set("NUMBER", *a.register_number);
        row.set("ADDRESS",
                page::address(visit, path_of(shown.opened.draft.summary, "/rehearsal/" + *a.register_number)));
        row.set("TITLE", application::title_of(a));
        row.set("ORGANISATION", a.parts.front().organisation);
        row.set("WHEN", visit.world.words.second(visit.language, one.received.sent.arrived));
        row.set("SUPPORT", asked.support);
        row.set("TOTAL", asked.total_costs);
        if (a.state == application::State::withdrawn) {
            row.row("STATE").set("TEXT", application::state_name(a.state));
        }
    }
}

Phrase verdict(const Rehearsal& rehearsal) {
    const auto wrong = static_cast<std::int64_t>(std::count_if(
        rehearsal.steps.begin(), rehearsal.steps.end(), [](const RehearsedStep& step) { return !step.as_meant; }));
    return wrong == 0 ? say("Everything went as it is meant to.")
                      : say_count(wrong,
                                  "One thing did not go as it is meant to.",
                                  "{0} things did not go as they are meant to.",
                                  wrong);
}

}  // namespace

kit::Response rehearsal(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "preparation/pages/rehearsal.tpl", say("The call rehearsed"));
    dress_rehearsal(page, visit, found->opened);
    kit::View& body = page.body();
    body.set("BACK", page::address(visit, path_of(found->opened.draft.summary)));
    body.show_if("NOT_YET", found->rehearsal == nullptr);
    if (found->rehearsal == nullptr) {
        return page.answer();
    }
    kit::View ran = body.row("RAN");
    ran.set("VERDICT", verdict(*found->rehearsal));
    for (const RehearsedStep& step : found->rehearsal->steps) {
        kit::View row = ran.row("STEP");
        row.set("TRIED", step.tried);
        row.set("FOUND", step.found);
        row.show_if("GOOD", step.as_meant);
        row.show_if("BAD", !step.as_meant);
    }
    if (!found->rehearsal->applications.empty()) {
        kit::View arrived = ran.row("ARRIVED");
        fill_payers(arrived, *found->rehearsal);
        fill_list(arrived, visit, *found);
    }
    return page.answer();
}

kit::Response rehearsed_application(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const auto& all =
        found->rehearsal == nullptr ? std::vector<RehearsedApplication>() : found->rehearsal->applications;
    const auto one = std::find_if(all.begin(), all.end(), [&](const RehearsedApplication& application) {
        return *application.received.shown.application.register_number == visit.captured.at(1);
    });
    if (one == all.end()) {
        return page::not_found(visit);
    }
    Page page(visit, "preparation/pages/rehearsed.tpl", say("A made-up application"));
    dress_rehearsal(page, visit, found->opened);
    const std::string back = path_of(found->opened.draft.summary, "/rehearsal");
    page.crumb(say("The call rehearsed"), back);
    kit::View& body = page.body();
    body.set("BACK", page::address(visit, back));
    kit::View sent = body.part("SENT", "application/pages/sent.tpl");
    application::fill_sent(sent, visit, one->received);
    for (const flow::Letter& letter : one->letters) {
        kit::View row = body.row("LETTER");
        row.set("SUBJECT", letter.subject);
        row.set("LANGUAGE", vastin::code(letter.language));
        row.set("TEXT", letter.text);
    }
    return page.answer();
}

}  // namespace vastin::preparation
