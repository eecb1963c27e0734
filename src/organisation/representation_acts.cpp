#include "organisation/representation_acts.h"

#include <algorithm>

#include "identity/account_store.h"
#include "identity/tries.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_letters.h"

namespace vastin::organisation {

namespace {

namespace limits = kit::limits;

constexpr auto a_day = static_cast<std::int64_t>(limits::representations_in_a_day);
constexpr identity::Bucket in_a_day{a_day, {hours(24).milliseconds / a_day}};
constexpr std::int64_t coordinators_told = 10;
constexpr std::int64_t people_asked = 200;  // of an organisation, to find its administrators
constexpr std::size_t reason_letters = 1000;

Phrase not_now() { return say("This was decided meanwhile. Look at it again."); }

Result<State> moved(State from, Event event, Side side, Own own) {
    return flow::move(std::span<const Move>(representation_life), from, event, side, own, not_now());
}

/// Who gets a letter when somebody says to act for `of`.
std::vector<Decider> deciders(flow::Act& act, Id<Organisation> of) {
    std::vector<Decider> all;
    for (const Representative& one : people_of(act.db(), of, people_asked)) {
        if (one.is.state == State::confirmed && one.is.standing == Standing::administrator) {
            all.push_back({one.email, one.language, "/account/organisations/" + of.str() + "/people"});
        }
    }
    if (all.empty()) {
        for (const auto& one : identity::accounts_of(act.db(), identity::Role::coordinator, coordinators_told)) {
            all.push_back({one.account.email, one.account.language, "/desk/representatives"});
        }
    }
    return all;
}

void show(flow::Act& act, const identity::Listed& account, const Organisation& organisation) {
    identity::change_organisation(
        act.db(), account.id, organisation.name.in(account.account.language), organisation.number.text);
}

/// When `ended` is what the account shows, another open one is shown, or none.
void show_another(flow::Act& act, const Representation& ended) {
    const auto account = identity::find_listed(act.db(), ended.account);
    if (!account || account->account.business_id != ended.organisation.number.text) {
        return;
    }
    const auto open = representations_of(act.db(), ended.account, Which::open, people_asked);
    const bool still = std::any_of(open.begin(), open.end(), [&](const Representation& one) {
        return one.organisation.id == ended.organisation.id;
    });
    if (still) {
        return;
    }
    if (open.empty()) {
        identity::change_organisation(act.db(), ended.account, {}, {});
    } else {
        show(act, *account, open.front().organisation);
    }
}

/// The representation, when `person` decides on it.
Result<Representation> to_decide(flow::Act& act, const identity::Person& person, Id<Representation> id) {
    auto found = find_representation(act.db(), id);
    if (!found || !may_decide(act.db(), person, found->organisation.id)) {
        return not_found();
    }
    return *found;
}

/// Vouches for the names of an organisation and unit that stand as typed.
Done vouch(flow::Act& act, const Representation& one, const std::optional<Localised>& names) {
    if (one.unit && one.unit->standing == Name::typed) {
        change_unit(act.db(), {one.unit->id, one.unit->name, Name::checked});
    }
    if (one.organisation.standing == Name::checked) {
        return done();
    }
    Organisation checked = one.organisation;
    checked.standing = Name::checked;
    if (names) {
        const std::pair<const char*, std::string*> each[]{
            {"name_fi", &checked.name.fi}, {"name_sv", &checked.name.sv}, {"name_en", &checked.name.en}};
        checked.name = *names;
        for (const auto& [key, name] : each) {
            const auto read = form::read_line(*name, limits::line_letters);
            if (!read || read->empty()) {
                return refuse(
                    Refusal::Kind::invalid, read ? say("Write the name of the organisation.") : read.error(), key);
            }
            *name = *read;
        }
    }
    change_organisation(act.db(), checked);
    act.record(checked.id.str(), "organisation.check", {{"name", checked.name.fi}});
    return done();
}

}  // namespace

Result<Id<Representation>> represent(
    flow::Act& act, const identity::Person& person, Id<Organisation> of, std::optional<Id<Unit>> unit, Instant wall) {
    const auto organisation = find(act.db(), of);
    const auto account = identity::find_listed(act.db(), person.id);
    const auto below = unit ? find_unit(act.db(), of, *unit) : std::nullopt;
    if (!organisation || !account || (unit && !below)) {
        return not_found();
    }
    constexpr auto most = static_cast<std::int64_t>(limits::representations_open);
    const auto open = representations_of(act.db(), person.id, Which::open, most);
    if (static_cast<std::int64_t>(open.size()) >= most ||
        !identity::pour(act.db(), in_a_day, kit::sha256("represents " + person.id.str()), wall)) {
        return refuse(Refusal::Kind::too_many,
                      say("You have said this of many organisations already. Take one back, or go on tomorrow."));
    }
    Representation said{act.new_id<Representation>(), person.id, *organisation, below};
    said.said = act.now();
    if (!put_representation(act.db(), said)) {
        return refuse(Refusal::Kind::conflict,
                      say("You have said already that you act for {0}.", whom(said, account->account.language)));
    }
    if (account->account.organisation.empty()) {
        show(act, *account, *organisation);
    }
    const Representative who{said, account->account.name, account->account.email, account->account.language};
    for (const Decider& to : deciders(act, of)) {
        act.send(said_letter(act.world(), to, who));
    }
    act.record(
        said.id.str(),
        "representation.say",
        {{"account", person.id.str()}, {"organisation", of.str()}, {"unit", below ? below->id.str() : std::string()}});
    return said.id;
}

Done take_back(flow::Act& act, const identity::Person& person, Id<Representation> id) {
    const auto found = find_representation(act.db(), id);
    if (!found || found->account != person.id) {
        return not_found();
    }
    const State to = TRY(moved(found->state, Event::take_back, Side::speaker, Own::yes));
    if (!move_representation(act.db(), id, found->state, {to, found->standing, act.now(), person.id.str(), {}})) {
        return refuse(Refusal::Kind::conflict, not_now());
    }
    show_another(act, *found);
    act.record(id.str(), "representation.take_back");
    return done();
}

Done show_as_default(flow::Act& act, const identity::Person& person, Id<Representation> id) {
    const auto found = find_representation(act.db(), id);
    const auto account = identity::find_listed(act.db(), person.id);
    const bool open = found && (found->state == State::said || found->state == State::confirmed);
    if (!open || found->account != person.id || !account) {
        return not_found();
    }
    show(act, *account, found->organisation);
    act.record(person.id.str(), "account.organisation", {{"number", found->organisation.number.text}});
    return done();
}

bool may_decide(kit::Transaction& t, const identity::Person& person, Id<Organisation> of) {
    return person.role == identity::Role::coordinator ||
           (person.role == identity::Role::applicant && is_administrator(t, person.id, of));
}

Done confirm(flow::Act& act, const identity::Person& person, Id<Representation> id, const Confirmation& confirmation) {
    Representation found = TRY(to_decide(act, person, id));
    const bool office = person.role == identity::Role::coordinator;
    const Own own = found.account == person.id ? Own::yes : Own::no;
    const State to = TRY(moved(found.state, Event::confirm, Side::decider, own));
    // an administrator of the organisation neither makes others nor takes the mark from them
    const Standing standing = office ? confirmation.standing : found.standing;
    if (!move_representation(act.db(), id, found.state, {to, standing, act.now(), person.id.str(), {}})) {
        return refuse(Refusal::Kind::conflict, not_now());
    }
    if (office) {
        TRY(vouch(act, found, confirmation.names));
    }
    found.state = to;
    found.standing = standing;
    act.send(confirmed_letter(act.world(), with_person(act.db(), found)));
    act.record(id.str(), "representation.confirm", {{"standing", std::string(code(standing))}});
    return done();
}

Done decline(flow::Act& act, const identity::Person& person, Id<Representation> id, std::string_view typed) {
    Representation found = TRY(to_decide(act, person, id));
    const auto reason = form::read_text(typed, reason_letters);
    if (!reason || reason->empty()) {
        return refuse(Refusal::Kind::invalid,
                      reason ? say("Write the reason: it is sent to the person.") : reason.error(),
                      "reason");
    }
    const State before = found.state;
    const Event event = before == State::said ? Event::refuse : Event::end;
    found.state = TRY(moved(before, event, Side::decider, Own::no));
    found.reason = *reason;
    if (!move_representation(
            act.db(), id, before, {found.state, Standing::representative, act.now(), person.id.str(), *reason})) {
        return refuse(Refusal::Kind::conflict, not_now());
    }
    show_another(act, found);
    act.send(declined_letter(act.world(), with_person(act.db(), found), before));
    act.record(
        id.str(), event == Event::refuse ? "representation.refuse" : "representation.end", {{"reason", *reason}});
    return done();
}

}  // namespace vastin::organisation
