#include "application/application_entrance.h"

#include "application/application_people_store.h"
#include "application/application_store.h"
#include "application/letters.h"
#include "call/asked_store.h"
#include "call/call_acts.h"
#include "call/opening.h"
#include "form/read.h"
#include "identity/identity_store.h"
#include "kit/limits.h"
#include "organisation/organisation.h"

namespace vastin::application {

namespace {

/// The answer to a question as its value is kept.
std::optional<std::string> answer(const form::Checked& checked, const std::string& key) {
    if (const auto* choice = checked.value<form::Choice>(key)) {
        return choice->value;
    }
    const auto* text = checked.value<std::string>(key);
    return text == nullptr ? std::nullopt : std::optional(*text);
}

std::string lead_number(const Application& application) {
    const auto number = organisation::read_number(application.parts.front().business_id);
    return number ? number->text : std::string();
}

Reason of_rule(Phrase why, const char* rule, const Localised& source) {
    return {std::move(why), "", rule, {}, {}, Phrase(source)};
}

}  // namespace

std::optional<std::string> place_key(const Judged& judged, const call::Call& call) {
    if (!call.one_project) {
        return std::nullopt;
    }
    const std::string& question = call.one_project->per;
    if (question.empty()) {
        return std::string();
    }
    const auto common = answer(judged.common, question);
    return common || judged.parts.empty() ? common : answer(judged.parts.front().answers, question);
}

std::vector<Reason> entrance(kit::Transaction& t,
                             const Application& application,
                             const call::Call& call,
                             const std::optional<std::string>& place_key) {
    std::vector<Reason> reasons;
    if (call.contact_before && !has_contact(t, call.code.text, lead_number(application))) {
        reasons.push_back(of_rule(say("{0} The office has not noted a contact with the organisation {1} yet.",
                                      call.contact_before->text,
                                      application.parts.front().organisation),
                                  "contact_before",
                                  call.contact_before->source));
    }
    if (call.one_project && place_key) {
        const auto holder = holder_of_place(t, call.code.text, *place_key);
        if (holder && *holder != application.id.str()) {
            reasons.push_back(of_rule(call.one_project->per.empty()
                                          ? say("This call takes one project, and one has arrived already.")
                                          : say("This call takes one project from each area, and one has arrived "
                                                "from this one already."),
                                      "one_project",
                                      call.one_project->source));
        }
    }
    if (auto empty = pot_empty(t, application, call)) {
        reasons.push_back(std::move(*empty));
    }
    return reasons;
}

std::optional<Phrase> not_let_through(kit::Transaction& t, const identity::Person& person, const call::Call& call) {
    if (!call.stage || let_through_of(t, person.id, call.stage->after.text)) {
        return std::nullopt;
    }
    return say(
        "This is the second stage of a call. Only a project that was let through in the first stage may enter it, "
        "and you have none there.");
}

std::optional<Reason> pot_empty(kit::Transaction& t, const Application& application, const call::Call& call) {
    if (!call.window.until_pot_empty || application.arrived) {
        return std::nullopt;
    }
    const Money pot = call::support_money(call), asked = call::asked_of(t, call.code);
    if (asked < pot) {
        return std::nullopt;
    }
    Reason reason = of_rule(say("The money of the call, {0}, has been applied for: the call has ended.", pot),
                            "window",
                            call.window.source);
    reason.allowed = say("{0}", pot);
    reason.found = say("{0}", asked);
    return reason;
}

Done record_contact(flow::Act& act,
                    const identity::Person& person,
                    const call::Code<call::Call>& code,
                    const ContactNote& note) {
    const auto call = call::find(act.db(), code);
    if (person.role == identity::Role::applicant || !call || !call->contact_before) {
        return not_found();
    }
    const auto number = organisation::read_number(note.business_id);
    const auto day = form::read_day(note.day);
    const auto line = form::read_line(note.note, kit::limits::line_letters);
    std::vector<Reason> reasons;
    if (!number) {
        reasons.push_back({number.error(), "business_id"});
    }
    if (!day) {
        reasons.push_back({day.error(), "day"});
    } else if (*day > act.world().words.zone().day(act.now())) {
        reasons.push_back({say("The day of the contact has not come yet."), "day"});
    }
    if (!line) {
        reasons.push_back({line.error(), "note"});
    }
    if (!reasons.empty()) {
        return refuse(std::move(reasons));
    }
    put_contact(act.db(), code.text, {number->text, *day, *line, act.now(), person.name});
    act.record("call " + code.text, "application.contact", {{"business_id", number->text}, {"day", write_date(*day)}});
    return done();
}

Done let_through(flow::Act& act, const identity::Person& person, std::string_view id) {
    const auto read = Id<Application>::read(id);
    const auto found = read && person.role != identity::Role::applicant ? find(act.db(), *read) : std::nullopt;
    if (!found) {
        return not_found();
    }
    if (found->state != State::received && found->state != State::reopened) {
        return refuse(Refusal::Kind::conflict, say("Only an application that has arrived can be let through."));
    }
    if (!put_let_through(act.db(), found->id, act.now(), person.name)) {
        return done();
    }
    act.record(found->id.str(), "application.let_through");
    for (const auto& second : call::all(act.db(), act.now())) {
        if (!second->stage || second->stage->after.text != found->call.text) {
            continue;
        }
        for (const Member& member : members(act.db(), found->id)) {
            if (const auto account = identity::find_account(act.db(), member.account)) {
                act.send(let_through_letter(act.world(), *account, *found, *second));
            }
        }
    }
    return done();
}

}  // namespace vastin::application
