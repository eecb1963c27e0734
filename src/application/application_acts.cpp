#include "application/application_acts.h"

#include "application/application_life.h"
#include "application/application_store.h"
#include "application/letters.h"
#include "call/call_acts.h"
#include "form/read.h"
#include "kit/limits.h"

namespace vastin::application {

namespace {

Phrase changed_meanwhile() {
    return say(
        "The application was changed in another window or by somebody else. Below are both: what is saved and what you "
        "typed.");
}

Phrase sent_already() { return say("The application has been sent already; it can no longer be changed here."); }

std::string title_of(const form::Answers& answers) {
    const auto name = answers.find(key::name);
    return name == answers.end() ? std::string() : std::string(form::trimmed(name->second));
}

}  // namespace

Result<Id<Application>> start(flow::Act& act,
                              const identity::Person& person,
                              const call::Code<call::Call>& code,
                              Which which) {
    const auto call = call::find(act.db(), code);
    if (!call) {
        return not_found();
    }
    hold_drafts(act.db(), person.id);
    if (which == Which::newest) {
        if (const auto draft = newest_draft(act.db(), person.id, code)) {
            return *draft;
        }
    }
    if (auto why = window_closed({*call, act.now(), true})) {
        return refuse(Refusal::Kind::conflict, std::move(*why));
    }
    if (count_drafts(act.db(), person.id) >= static_cast<std::int64_t>(kit::limits::drafts_per_person)) {
        return refuse(Refusal::Kind::too_many,
                      say("You already have {0} drafts. Go on with one of them.",
                          static_cast<std::int64_t>(kit::limits::drafts_per_person)));
    }
    Application made;
    made.id = act.new_id<Application>();
    made.call = code;
    made.owner = person.id;
    made.version = {1};
    made.created = made.changed = act.now();
    made.parts.push_back({act.new_id<Part>(), 1, person.organisation, person.business_id, {1}, {}});
    put(act.db(), made);
    act.record(made.id.str(), "application.start", {{"call", code.text}, {"rules", call->rules_hash.text}});
    return made.id;
}

Result<Application> open(kit::Transaction& t, const identity::Person& person, std::string_view id) {
    const auto read = Id<Application>::read(id);
    auto found = read ? find(t, *read) : std::nullopt;
    if (!found || found->owner != person.id) {
        return not_found();
    }
    return std::move(*found);
}

Posted take(const call::Call& call, const kit::Fields& form) {
    return {form::take(call.form, form::Whose::common, form, call.themes),
            form::take(call.form, form::Whose::part, form, call.themes)};
}

Result<Seen> save(flow::Act& act,
                  const identity::Person& person,
                  const Application& application,
                  Seen seen_versions,
                  const Posted& posted) {
    if (application.owner != person.id) {
        return not_found();
    }
    if (application.state != State::draft) {
        return refuse(Refusal::Kind::conflict, sent_already());
    }
    const Part& part = application.parts.front();
    kit::Json::Object what;
    if (!posted.common.empty()) {
        const auto answers = form::merge(application.answers, posted.common);
        if (!save_common(act.db(), application.id, seen_versions.common, title_of(answers), answers, act.now())) {
            return refuse(Refusal::Kind::conflict, changed_meanwhile());
        }
        seen_versions.common = seen_versions.common.next();
        what.emplace("common", seen_versions.common.number);
    }
    if (!posted.part.empty()) {
        if (!save_part(act.db(), part.id, seen_versions.part, form::merge(part.answers, posted.part))) {
            return refuse(Refusal::Kind::conflict, changed_meanwhile());
        }
        seen_versions.part = seen_versions.part.next();
        what.emplace("part", seen_versions.part.number);
    }
    if (!what.empty()) {
        act.record(application.id.str(), "application.save", std::move(what));
    }
    return seen_versions;
}

namespace {

/// What was worked out before the transaction.
struct Prepared {
    Application application;  // with the posted answers in it
    std::shared_ptr<const call::Call> call;
    document::Frozen frozen;
    Asked asked;
    bool part_changed = false;
};

Result<Receipt> receipt_of(kit::Transaction& t, const Application& application) {
    const auto sent = document::newest(t, application.id.str());
    check(sent && application.register_number && application.arrived,
          "a received application has its document and number");
    return Receipt{*application.register_number, *application.arrived, sent->frozen.hash};
}

/// Inside the transaction: everything that may have changed since it was prepared, then the arrival.
Result<Receipt> arrive(flow::Act& act, const Prepared& prepared, Seen seen_versions) {
    const Application& a = prepared.application;
    const auto call = call::find(act.db(), a.call);
    if (!call || call->rules_hash != prepared.call->rules_hash) {
        return refuse(Refusal::Kind::conflict,
                      say("The rules of the call were just changed. Check the application and send it again."));
    }
    TRY(flow::move(std::span<const Move>(life),
                   State::draft,
                   Event::send,
                   Who::applicant,
                   Facts{*call, act.now(), true},
                   sent_already()));
    if (prepared.part_changed &&
        !save_part(act.db(), a.parts.front().id, seen_versions.part, a.parts.front().answers)) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    if (!prepared.part_changed && !move_part_on(act.db(), a.parts.front().id, seen_versions.part)) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    document::put(act.db(), act.new_id<document::Submission>(), a.id.str(), 1, prepared.frozen, act.now());
    act.follow("application", "send", a.id.text);
    act.record(a.id.str(), "application.send", {{"hash", prepared.frozen.hash}, {"rules", prepared.frozen.rules}});
    return Receipt{{}, act.now(), prepared.frozen.hash};
}

/// The very last of the transaction: all sends of a series stand in line for its number.
Done number(flow::Act& act, const identity::Person& person, const Prepared& prepared, Seen seen_versions, Receipt& r) {
    const std::string& series = prepared.call->register_series;
    r.register_number = register_number(series, next_number(act.db(), series));
    if (!receive(
            act.db(), prepared.application, seen_versions.common, {r.register_number, r.arrived, prepared.asked})) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    act.send(receipt_letter(act.world(), person, prepared.application, *prepared.call, r));
    return done();
}

}  // namespace

std::string register_number(const std::string& series, std::int64_t number) {
    std::string digits = std::to_string(number);
    return series + "-" + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

namespace {

/// The receipt of what another request has sent, once it is durable; not_found while there is none.
Result<Receipt> receipt_again(const flow::World& world, const identity::Person& person, std::string_view id) {
    Result<Receipt> receipt = not_found();
    world.database.read_durable([&](kit::Transaction& t) {
        const auto saved = open(t, person, id);
        receipt = saved && saved->state != State::draft ? receipt_of(t, *saved) : not_found();
    });
    return receipt;
}

Result<Receipt> try_to_send(const flow::World& world,
                            const identity::Person& person,
                            Instant now,
                            std::string_view id,
                            Seen seen_versions,
                            const kit::Fields& form) {
    Prepared prepared;
    Result<Application> opened = not_found();
    world.database.read([&](kit::Transaction& t) {
        opened = open(t, person, id);
        if (opened) {
            prepared.call = call::find(t, opened->call);
        }
    });
    if (!opened) {
        return tl::unexpected(std::move(opened).error());
    }
    if (opened->state != State::draft) {
        return receipt_again(world, person, id);
    }
    check(prepared.call != nullptr, "an application has its call");
    if (seen(*opened) != seen_versions) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    prepared.application = std::move(*opened);
    Application& a = prepared.application;
    const Posted posted = take(*prepared.call, form);
    a.answers = form::merge(std::move(a.answers), posted.common);
    a.title = title_of(a.answers);
    prepared.part_changed = !posted.part.empty();
    a.parts.front().answers = form::merge(std::move(a.parts.front().answers), posted.part);
    const Judged judged = judge(a, *prepared.call);
    if (auto why = window_closed({*prepared.call, now, true})) {
        return refuse(Refusal::Kind::invalid, std::move(*why));
    }
    if (auto reasons = judged.all(); !reasons.empty()) {
        return refuse(std::move(reasons));
    }
    prepared.asked = asked(judged, *prepared.call);
    prepared.frozen =
        document::freeze(document(a, judged, *prepared.call, person.id.str(), now), prepared.call->rules_hash.text);
    return flow::perform(
        world,
        person.actor(),
        now,
        [&](flow::Act& act) { return arrive(act, prepared, seen_versions); },
        [&](flow::Act& act, Receipt& r) { return number(act, person, prepared, seen_versions, r); });
}

}  // namespace

Result<Receipt> send(const flow::World& world,
                     const identity::Person& person,
                     Instant now,
                     std::string_view id,
                     Seen seen_versions,
                     const kit::Fields& form) {
    auto receipt = try_to_send(world, person, now, id, seen_versions, form);
    if (!receipt && receipt.error().kind == Refusal::Kind::conflict) {
        // another click on the same button was faster: its receipt is this one's, too
        if (auto again = receipt_again(world, person, id)) {
            receipt = std::move(again);
        }
    }
    return receipt;
}

}  // namespace vastin::application
