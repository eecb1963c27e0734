#include "feedback/feedback_acts.h"

#include "feedback/feedback_life.h"
#include "feedback/feedback_store.h"
#include "form/read.h"
#include "kit/limits.h"

namespace vastin::feedback {

Result<Id<Case>> give(flow::Act& act, const Given& given, Language language, std::int64_t answer_days) {
    if (auto wrong = faults(given); !wrong.empty()) {
        return refuse(std::move(wrong));
    }
    constexpr auto most = static_cast<std::int64_t>(kit::limits::feedback_a_day);
    if (count_since(act.db(), act.now() - hours(24), most) >= most) {
        return refuse(Refusal::Kind::too_many,
                      say("More feedback has come today than can be taken here. Please write to the coordinator."));
    }
    Case made;
    made.id = act.new_id<Case>();
    made.arrived = act.now();
    made.due = due_day(act.world().words.zone().day(act.now()), answer_days);
    made.language = language;
    made.given = given;
    made.number = next_number(act.db());
    put(act.db(), made);
    act.record(made.id.str(), "feedback.give", {{"number", made.number}});
    act.follow("feedback", "give", made.id.text);
    return made.id;
}

namespace {

Phrase answered_already(const Case& feedback) {
    return feedback.answer ? say("{0} has answered already, {1}.", feedback.answer->by, feedback.answer->at)
                           : say("This has been answered already.");
}

flow::Letter letter(const flow::World& world, const Case& feedback, const std::string& answer) {
    const auto text = [&](const Phrase& phrase) { return world.words.text(feedback.language, phrase); };
    return {*identity::read_email(feedback.given.email),
            feedback.language,
            text(say("Answer to your feedback on accessibility, number {0}", feedback.number)),
            answer + "\n\n" + text(say("You wrote to us:")) + "\n" + feedback.given.text + "\n\n" +
                text(say("Your feedback and this answer:")) + "\n" + world.address + "/" +
                std::string(vastin::code(feedback.language)) + "/accessibility-feedback/" + feedback.id.str() + "\n",
            feedback.id.str()};
}

}  // namespace

Done answer(flow::Act& act, const identity::Person& official, std::string_view id, const std::string& text) {
    const auto read = Id<Case>::read(id);
    const auto found = read ? find(act.db(), *read) : std::nullopt;
    if (!found) {
        return not_found();
    }
    TRY(flow::move(
        std::span<const Move>(life), found->state, Event::answer, Who::official, Facts{}, answered_already(*found)));
    if (form::trimmed(text).empty()) {
        return refuse(Refusal::Kind::invalid, say("Write the answer."), "answer");
    }
    if (auto good = form::read_text(text, kit::limits::feedback_letters); !good) {
        return refuse(Refusal::Kind::invalid, std::move(good).error(), "answer");
    }
    if (!put_answer(act.db(), found->id, {act.now(), text, official.name})) {
        return refuse(Refusal::Kind::conflict, answered_already(*found));
    }
    if (!form::trimmed(found->given.email).empty()) {
        act.send(letter(act.world(), *found, text));
    }
    act.record(found->id.str(), "feedback.answer", {{"number", found->number}});
    act.follow("feedback", "answer", found->id.text);
    return done();
}

}  // namespace vastin::feedback
