#include "application/application_people.h"

#include <algorithm>

#include "application/application_acts.h"
#include "application/letters.h"
#include "call/call_acts.h"
#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::application {

namespace {

/// The application, when `person` manages it.
Result<Application> open_to_manage(flow::Act& act, const identity::Person& person, std::string_view id) {
    auto found = open(act.db(), person, id);
    if (found && found->right != Right::manage) {
        return refuse(Refusal::Kind::forbidden, say("Only who manages the application decides who takes part."));
    }
    return found;
}

/// Refused when nobody but `account` manages.
Done another_manages(kit::Transaction& t, Id<Application> id, Id<identity::Account> account) {
    const auto all = members(t, id);
    const bool another = std::any_of(all.begin(), all.end(), [&](const Member& member) {
        return member.right == Right::manage && member.account != account;
    });
    if (!another) {
        return refuse(Refusal::Kind::invalid,
                      say("Somebody has to manage the application. Give that to another first."));
    }
    return done();
}

}  // namespace

Done invite(
    flow::Act& act, const identity::Person& person, std::string_view id, const std::string& typed, Right right) {
    const Application a = TRY(open_to_manage(act, person, id));
    const auto email = identity::read_email(typed);
    if (!email) {
        return refuse(Refusal::Kind::invalid, say("“{0}” is not an e-mail address.", typed), "email");
    }
    const std::size_t all = members(act.db(), a.id).size() + invitations(act.db(), a.id, act.now()).size();
    if (all >= kit::limits::members_per_application) {
        return refuse(Refusal::Kind::too_many,
                      say("At most {0} people take part in one application.",
                          static_cast<std::int64_t>(kit::limits::members_per_application)),
                      "email");
    }
    const std::string token = act.secret();
    const Invited invited{act.new_id<Invitation>(), *email, right, act.now() + kit::limits::application_invitation};
    put_invitation(act.db(), a.id, invited, kit::sha256(token), act.now());
    act.record(a.id.str(), "application.invite", {{"right", std::string(code(right))}});
    const auto call = call::find(act.db(), a.call);
    check(call != nullptr, "an application has its call");
    act.send(invitation_letter(act.world(), person, a, *call, invited, token));
    return done();
}

Done take_back(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view invitation) {
    const Application a = TRY(open_to_manage(act, person, id));
    const auto read = Id<Invitation>::read(invitation);
    if (!read || !remove_invitation(act.db(), a.id, *read)) {
        return not_found();
    }
    act.record(a.id.str(), "application.take_invitation_back");
    return done();
}

Result<Id<Application>> accept(flow::Act& act, const identity::Person& person, const std::string& token) {
    const std::string kept = kit::sha256(token);
    const auto door = find_invitation(act.db(), kept, act.now());
    if (!door || !use_invitation(act.db(), kept, act.now())) {
        return not_found();
    }
    put_member(act.db(), door->application, {person.id, door->right, act.now(), {}, {}});
    act.record(door->application.str(), "application.take_part", {{"right", std::string(code(door->right))}});
    return door->application;
}

Done give_right(
    flow::Act& act, const identity::Person& person, std::string_view id, std::string_view account, Right right) {
    const Application a = TRY(open_to_manage(act, person, id));
    hold_members(act.db(), a.id);
    const auto who = Id<identity::Account>::read(account);
    if (!who || !right_of(act.db(), a.id, *who)) {
        return not_found();
    }
    if (right != Right::manage) {
        TRY(another_manages(act.db(), a.id, *who));
    }
    change_right(act.db(), a.id, *who, right);
    act.record(a.id.str(), "application.give_right", {{"account", who->str()}, {"right", std::string(code(right))}});
    return done();
}

Done take_out(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view account) {
    const auto who = Id<identity::Account>::read(account);
    const bool self = who && *who == person.id;
    const Application a = TRY(self ? open(act.db(), person, id) : open_to_manage(act, person, id));
    hold_members(act.db(), a.id);
    if (!who || !right_of(act.db(), a.id, *who)) {
        return not_found();
    }
    TRY(another_manages(act.db(), a.id, *who));
    remove_member(act.db(), a.id, *who);
    act.record(a.id.str(), "application.take_out", {{"account", who->str()}});
    return done();
}

}  // namespace vastin::application
