#include "call/eligibility_pages.h"

#include "call/call_acts.h"
#include "call/call_pages.h"
#include "call/call_pages_rules.h"
#include "call/eligibility.h"
#include "page/field.h"

namespace vastin::call {

namespace {

using page::Page;
using page::Visit;

void fill_questions(kit::View& body, const Eligibility& result) {
    using Kind = page::FieldView::Kind;
    for (const EligibilityQuestion& question : result.questions) {
        const Kind kind = question.kind == EligibilityQuestion::Kind::choice  ? Kind::choice
                          : question.kind == EligibilityQuestion::Kind::money ? Kind::money
                                                                              : Kind::line;
        page::FieldView view{question.key, kind, question.label, question.hint, question.typed};
        view.errors = page::reasons_at(result.faults, question.key);
        for (const auto& [value, label] : question.options) {
            view.options.push_back({value, label, {}});
        }
        page::field(body, "QUESTIONS", view);
    }
}

Phrase verdict_words(Eligibility::Verdict verdict, CallState how) {
    switch (verdict) {
        case Eligibility::Verdict::can:
            return how == CallState::open     ? say("By these answers you can apply")
                   : how == CallState::coming ? say("By these answers you can apply when the call opens")
                                              : say("By these answers you could have applied, but the call has closed");
        case Eligibility::Verdict::cannot:
            return say("By these answers you cannot apply in this call");
        case Eligibility::Verdict::open:
            return say("Not everything is answered yet");
        case Eligibility::Verdict::not_asked:
            break;
    }
    return {};
}

void fill_answer(kit::View& body, const Call& call, const Eligibility& result, const Visit& visit) {
    if (result.verdict == Eligibility::Verdict::not_asked) {
        return;
    }
    kit::View answer = body.row("ANSWER");
    answer.set("VERDICT", verdict_words(result.verdict, state(call, visit.now)));
    for (const Obstacle& obstacle : result.obstacles) {
        kit::View row = answer.row("OBSTACLE");
        row.set("WHY", obstacle.why);
        if (obstacle.source != Localised{}) {
            row.row("WRITTEN").set("SOURCE", obstacle.source);
        }
    }
    if (result.verdict != Eligibility::Verdict::can) {
        answer.show_if("CHANGE", result.verdict == Eligibility::Verdict::cannot);
        return;
    }
    answer.show("REST");
    const bool may_apply = !visit.person || visit.person->role == identity::Role::applicant;
    if (may_apply && state(call, visit.now) == CallState::open) {
        answer.row("APPLY").set("ADDRESS", page::address(visit, "/calls/" + call.code.text + "/apply"));
    }
}

}  // namespace

kit::Response eligibility_page(Visit& visit) {
    std::shared_ptr<const Call> call;
    visit.world.database.read([&](kit::Transaction& t) { call = find(t, Code<Call>{visit.captured.at(0)}); });
    if (!call) {
        return page::not_found(visit);
    }
    const Eligibility result = eligibility(*call, visit.request.parameters);
    const std::string path = "/calls/" + call->code.text;
    Page page(visit, "call/pages/eligibility.tpl", say("Can you apply?"));
    page.menu("calls");
    page.crumb(say("Calls"), "/calls");
    page.crumb(Phrase(call->name), path);
    page.errors(result.faults);
    kit::View& body = page.body();
    body.set("CALL", call->name);
    body.set("TIME", time_words(*call, visit.world.words, visit.language, visit.now));
    body.set("ASK", page::address(visit, path + "/eligibility#answer"));
    body.set("BACK", page::address(visit, path));
    fill_answer(body, *call, result, visit);
    fill_questions(body, result);
    if (call->texts.applicants != Localised{}) {
        body.row("APPLICANTS").set("TEXT", call->texts.applicants);
    }
    fill_rules(body, *call);
    body.set("OFFICE", call->contact.office);
    body.set("ROLE", call->contact.role);
    if (!call->contact.web.empty()) {
        body.row("WEB").set("ADDRESS", call->contact.web);
    }
    return page.answer();
}

}  // namespace vastin::call
