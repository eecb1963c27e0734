#include "application/application_send.h"

#include "application/application_entrance.h"
#include "application/application_entrance_store.h"
#include "application/application_life.h"
#include "application/application_people_store.h"
#include "application/application_store.h"
#include "application/letters.h"
#include "call/asked_store.h"
#include "call/call_acts.h"

namespace vastin::application {

namespace {

/// What was worked out before the transaction.
struct Prepared {
    Application application;  // with the posted answers in it
    std::shared_ptr<const call::Call> call;
    document::Frozen frozen;
    Asked asked;
    std::int64_t number = 1;  // of the submission
    bool part_changed = false;
    std::optional<std::string> place;  // where the call takes one project
};

Phrase changed_meanwhile() {
    return say(
        "The application was changed in another window or by somebody else. Check what is saved now, and send it "
        "again.");
}

Result<Receipt> receipt_of(kit::Transaction& t, const Application& application) {
    const auto sent = document::newest(t, application.id.str());
    check(sent && application.register_number && application.arrived,
          "a received application has its document and number");
    return Receipt{*application.register_number, sent->arrived, sent->frozen.hash};
}

/// Inside the transaction: everything that may have changed since it was prepared, then the arrival.
Result<Receipt> arrive(flow::Act& act, const identity::Person& person, const Prepared& prepared) {
    const Application& a = prepared.application;
    const auto right = right_of(act.db(), a.id, person.id);
    if (!right) {
        return not_found();
    }
    const auto call = call::find(act.db(), a.call);
    if (!call || call->rules_hash != prepared.call->rules_hash) {
        return refuse(Refusal::Kind::conflict,
                      say("The rules of the call were just changed. Check the application and send it again."));
    }
    TRY(flow::move(std::span<const Move>(life),
                   a.state,
                   Event::send,
                   who(*right),
                   Facts{*call, act.now(), true, a.arrived},
                   not_editable(a.state)));
    if (auto reasons = entrance(act.db(), a, *call, prepared.place); !reasons.empty()) {
        return refuse(std::move(reasons));
    }
    if (prepared.place && take_place(act.db(), a.call.text, *prepared.place, a.id) != a.id.str()) {
        return refuse(entrance(act.db(), a, *call, prepared.place));  // another one came between
    }
    for (const Part& part : a.parts) {
        const bool changed = part.ordinal == 1 && prepared.part_changed;
        if (changed ? !save_part(act.db(), part) : !move_part_on(act.db(), part.id, part.version)) {
            return refuse(Refusal::Kind::conflict, changed_meanwhile());
        }
    }
    document::put(
        act.db(), act.new_id<document::Submission>(), a.id.str(), prepared.number, prepared.frozen, act.now());
    document::keep_for_ever(act.db(), a.id.str());
    act.follow("application", "send", a.id.text);
    act.record(a.id.str(), "application.send", {{"hash", prepared.frozen.hash}, {"rules", prepared.frozen.rules}});
    return Receipt{{}, act.now(), prepared.frozen.hash};
}

/// The very last of the transaction: all sends of a series stand in line for its number. What was reopened has its own.
Done number(flow::Act& act, const identity::Person& person, const Prepared& prepared, Receipt& receipt) {
    const Application& a = prepared.application;
    const std::string& series = prepared.call->register_series;
    receipt.register_number =
        a.register_number ? *a.register_number : register_number(series, next_number(act.db(), series));
    if (auto empty = pot_empty(act.db(), a, *prepared.call)) {  // all who send stand in line here
        return refuse({std::move(*empty)});
    }
    const Money before = a.arrived ? support_asked(act.db(), a.id) : Money();
    if (!receive(act.db(), a, {receipt.register_number, receipt.arrived, prepared.asked})) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    call::add_asked(act.db(), a.call, prepared.asked.support - before);
    act.send(receipt_letter(act.world(), person, a, *prepared.call, receipt));
    return done();
}

/// Puts what was posted over the saved answers and works out everything that needs no transaction.
Result<Prepared> prepare(Prepared prepared, const identity::Person& person, Instant now, const kit::Fields& form) {
    Application& a = prepared.application;
    const call::Call& call = *prepared.call;
    a.answers = form::merge(std::move(a.answers), form::take(call.form, form::Whose::common, form, call.themes));
    a.title = title_in(a.answers);
    a.changed_by = person.name;
    const auto of_part = form::take(call.form, form::Whose::part, form, call.themes);
    prepared.part_changed = !of_part.empty();
    if (prepared.part_changed) {
        a.parts.front().answers = form::merge(std::move(a.parts.front().answers), of_part);
        name_organisation(a.parts.front());
    }
    if (auto why = window_closed({call, now, true, a.arrived})) {
        return refuse(Refusal::Kind::invalid, std::move(*why));
    }
    const Judged judged = judge(a, call);
    if (auto reasons = judged.all(); !reasons.empty()) {
        return refuse(std::move(reasons));
    }
    prepared.asked = asked(judged, call);
    prepared.place = place_key(judged, call);
    prepared.frozen = document::freeze(document(a, judged, call, person.id.str(), now), call.rules_hash.text);
    return prepared;
}

/// The receipt of what another request has sent, once it is durable; not_found while there is none.
Result<Receipt> receipt_again(const flow::World& world, const identity::Person& person, std::string_view id) {
    Result<Receipt> receipt = not_found();
    world.database.read_durable([&](kit::Transaction& t) {
        const auto saved = open(t, person, id);
        receipt = saved && saved->state == State::received ? receipt_of(t, *saved) : not_found();
    });
    return receipt;
}

Result<Receipt> try_to_send(const flow::World& world,
                            const identity::Person& person,
                            Instant now,
                            std::string_view id,
                            const Seen& seen_versions,
                            const kit::Fields& form) {
    Prepared found;
    Result<Application> opened = not_found();
    world.database.read([&](kit::Transaction& t) {
        opened = open(t, person, id);
        if (opened && opened->state == State::reopened) {
            const auto before = document::newest(t, opened->id.str());
            check(before.has_value(), "a reopened application was sent");
            found.number = before->number + 1;
        }
        found.call = opened ? call::find(t, opened->call) : nullptr;
    });
    if (!opened) {
        return tl::unexpected(std::move(opened).error());
    }
    if (opened->state == State::received) {
        return receipt_again(world, person, id);
    }
    check(found.call != nullptr, "an application has its call");
    TRY(flow::move(std::span<const Move>(life),
                   opened->state,
                   Event::send,
                   who(opened->right),
                   Facts{*found.call, now, true, opened->arrived},
                   not_editable(opened->state)));
    if (seen(*opened) != seen_versions) {
        return refuse(Refusal::Kind::conflict, changed_meanwhile());
    }
    found.application = std::move(*opened);
    const Prepared prepared = TRY(prepare(std::move(found), person, now, form));
    return flow::perform(
        world,
        person.actor(),
        now,
        [&](flow::Act& act) { return arrive(act, person, prepared); },
        [&](flow::Act& act, Receipt& receipt) { return number(act, person, prepared, receipt); });
}

}  // namespace

std::string register_number(const std::string& series, std::int64_t number) {
    std::string digits = std::to_string(number);
    return series + "-" + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

Result<Receipt> send(const flow::World& world,
                     const identity::Person& person,
                     Instant now,
                     std::string_view id,
                     const Seen& seen_versions,
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

namespace {

/// The application and where `event` leads it, judged by the life.
Result<std::pair<Application, State>> may(flow::Act& act,
                                          const identity::Person& person,
                                          std::string_view id,
                                          Event event) {
    Application a = TRY(open(act.db(), person, id));
    const auto call = call::find(act.db(), a.call);
    check(call != nullptr, "an application has its call");
    const Phrase not_now = a.state == State::withdrawn ? say("The application has been withdrawn already.")
                           : a.state == State::draft   ? say("The application has not been sent.")
                                                       : say("The application is open for changes already.");
    const State to = TRY(flow::move(
        std::span<const Move>(life), a.state, event, who(a.right), Facts{*call, act.now(), true, a.arrived}, not_now));
    if (!move_on(act.db(), a.id, a.version, a.state, to)) {
        return refuse(Refusal::Kind::conflict, say("Somebody else just changed the application. Try again."));
    }
    return std::pair(std::move(a), to);
}

}  // namespace

Done reopen(flow::Act& act, const identity::Person& person, std::string_view id) {
    const auto [a, to] = TRY(may(act, person, id, Event::reopen));
    act.record(a.id.str(), "application.reopen");
    return done();
}

Done withdraw(flow::Act& act, const identity::Person& person, std::string_view id) {
    const auto [a, to] = TRY(may(act, person, id, Event::withdraw));
    act.follow("application", "withdraw", a.id.text);
    leave_place(act.db(), a.id);
    call::add_asked(act.db(), a.call, -support_asked(act.db(), a.id));
    act.record(a.id.str(), "application.withdraw", {{"number", *a.register_number}});
    act.send(withdrawal_letter(act.world(), person, a));
    return done();
}

}  // namespace vastin::application
