// Who says to act for whom, who decides on it, and that it gives no right.
#include "organisation/representation_acts.h"

#include <algorithm>

#include "acting.h"
#include "flow/audit.h"
#include "flow/flow_store.h"
#include "identity/account_store.h"
#include "identity/identity_acts.h"
#include "kit/limits.h"
#include "organisation/organisation_acts.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_letters.h"

namespace vastin::organisation {
namespace {

TEST(RepresentationLife, HasWordsForEveryStateAndNoWayOutOfItsEnds) {
    for (const State state : {State::said, State::confirmed, State::refused, State::ended}) {
        EXPECT_EQ(read_state(code(state)), state);
        EXPECT_FALSE(name(state).empty());
        const bool leads = std::any_of(std::begin(representation_life),
                                       std::end(representation_life),
                                       [&](const Move& move) { return move.from == state; });
        EXPECT_EQ(leads, state == State::said || state == State::confirmed);
    }
    for (const Standing standing : {Standing::representative, Standing::administrator}) {
        EXPECT_EQ(read_standing(code(standing)), standing);
        EXPECT_FALSE(name(standing).empty());
    }
}

class Representations : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        using identity::Role;
        anna = person("anna@centria.example", "Anna");
        bo = person("bo@centria.example", "Bo", Role::applicant, Language::sv);
        coordinator = person("koordinaattori@kokkola.example", "Koordinaattori", Role::coordinator);
        chief = person("hallinta@kokkola.example", "Hallinta", Role::administrator);
        centria = added("1097805-3", "Centria");
        oulu = added("0245895-5", "Oulun yliopisto");
    }
    identity::Person person(const std::string& email,
                            const std::string& name,
                            identity::Role role = identity::Role::applicant,
                            Language language = Language::en) {
        identity::Person made;
        made.id = act([&](flow::Act& a) { return identity::create(a, {email, name, "", "", role, language}); }).value();
        made.name = name;
        made.email = email;
        made.role = role;
        made.language = language;
        return made;
    }
    Id<Organisation> added(const std::string& number, const std::string& name) {
        return act([&](flow::Act& a) {
                   return find_or_add(a, {{Number::Register::business, number}, Kind::university, name}, anna.id);
               })
            .value();
    }
    Result<Id<Representation>> says(const identity::Person& who,
                                    Id<Organisation> of,
                                    std::optional<Id<Unit>> unit = {},
                                    Instant wall = cast::a_week_before) {
        return act_twice([&](flow::Act& a) { return represent(a, who, of, unit, wall); });
    }
    Done confirms(const identity::Person& who, Id<Representation> id, const Confirmation& how = {}) {
        return act_twice([&](flow::Act& a) { return confirm(a, who, id, how); });
    }
    Done declines(const identity::Person& who, Id<Representation> id, const std::string& reason = "Not known there.") {
        return act_twice([&](flow::Act& a) { return decline(a, who, id, reason); });
    }
    Done takes_back(const identity::Person& who, Id<Representation> id) {
        return act_twice([&](flow::Act& a) { return take_back(a, who, id); });
    }
    Representation found(Id<Representation> id) {
        return read([&](kit::Transaction& t) { return find_representation(t, id); }).value();
    }
    identity::NewAccount account(const identity::Person& who) {
        return read([&](kit::Transaction& t) { return identity::find_listed(t, who.id); })->account;
    }
    std::int64_t got(const std::string& to, std::string_view subject) {
        const auto all = read([](kit::Transaction& t) { return flow::newest_letters(t, 100); });
        return std::count_if(all.begin(), all.end(), [&](const flow::Posted& one) {
            return one.letter.to == to && one.letter.subject.find(subject) != std::string::npos;
        });
    }
    void TearDown() override {
        EXPECT_TRUE(flow::verify(database()).faults.empty());
        cast::Acting::TearDown();
    }
    identity::Person anna, bo, coordinator, chief;
    Id<Organisation> centria, oulu;
};
VASTIN_ON_BOTH_DATABASES(Representations);

TEST_P(Representations, WhatIsSaidStandsAsNotConfirmedAndTheCoordinatorHears) {
    const auto id = says(anna, centria).value();
    EXPECT_EQ(found(id).state, State::said);
    EXPECT_EQ(got(coordinator.email, "Anna says to act for Centria"), 1);
    EXPECT_EQ(got(chief.email, ""), 0);
    EXPECT_EQ(account(anna).organisation, "Centria") << "shown from now on";
    EXPECT_EQ(account(anna).business_id, "1097805-3");
    says(anna, oulu).value();
    EXPECT_EQ(account(anna).organisation, "Centria") << "the first stays";
}

TEST_P(Representations, TheSameIsSaidOnceAndAUnitIsAnother) {
    says(anna, centria).value();
    EXPECT_EQ(says(anna, centria).error().kind, Refusal::Kind::conflict);
    const auto unit = act([&](flow::Act& a) { return find_or_add_unit(a, centria, "TKI", anna.id); }).value();
    const auto of_unit = says(anna, centria, unit).value();
    EXPECT_EQ(whom(found(of_unit), Language::sv), "TKI, Centria");
    EXPECT_EQ(says(anna, centria, unit).error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(says(anna, oulu, unit).error().kind, Refusal::Kind::not_found) << "no unit of that one";
    EXPECT_EQ(says(anna, {}).error().kind, Refusal::Kind::not_found);
}

TEST_P(Representations, OnlyTheCoordinatorAndTheOrganisationsAdministratorDecide) {
    const auto hers = says(anna, centria).value(), his = says(bo, centria).value();
    for (const auto& who : {anna, bo, chief}) {
        EXPECT_EQ(confirms(who, hers).error().kind, Refusal::Kind::not_found) << who.name;
        EXPECT_EQ(declines(who, hers).error().kind, Refusal::Kind::not_found) << who.name;
    }
    EXPECT_TRUE(confirms(coordinator, hers, {Standing::administrator, {}}).has_value());
    EXPECT_EQ(found(hers).standing, Standing::administrator);
    EXPECT_EQ(got(anna.email, "You are confirmed as a representative of Centria"), 1);
    // she now decides on others of Centria, and of no other
    const auto elsewhere = says(bo, oulu).value();
    EXPECT_EQ(confirms(anna, elsewhere).error().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(confirms(anna, his, {Standing::administrator, {}}).has_value());
    EXPECT_EQ(found(his).standing, Standing::representative) << "only the office makes administrators";
    EXPECT_EQ(confirms(bo, hers).error().kind, Refusal::Kind::not_found) << "a representative decides on nobody";
    // and gets the letters instead of the office
    const auto cecilia = person("cecilia@centria.example", "Cecilia");
    says(cecilia, centria).value();
    EXPECT_EQ(got(anna.email, "Cecilia says to act for Centria"), 1);
    EXPECT_EQ(got(coordinator.email, "Cecilia says"), 0);
}

TEST_P(Representations, NobodyConfirmsWhatTheySaidThemselves) {
    confirms(coordinator, says(anna, centria).value(), {Standing::administrator, {}}).value();
    const auto unit = act([&](flow::Act& a) { return find_or_add_unit(a, centria, "TKI", anna.id); }).value();
    const auto own = says(anna, centria, unit).value();
    EXPECT_EQ(confirms(anna, own).error().kind, Refusal::Kind::invalid);
    EXPECT_EQ(found(own).state, State::said);
}

TEST_P(Representations, AreRefusedOrEndedWithAReasonThatIsSent) {
    const auto id = says(bo, centria).value();
    EXPECT_EQ(declines(coordinator, id, " ").error().reasons.at(0).field, "reason");
    EXPECT_EQ(declines(coordinator, id, std::string(1001, 'x')).error().reasons.at(0).field, "reason");
    EXPECT_TRUE(declines(coordinator, id).has_value());
    EXPECT_EQ(found(id).state, State::refused);
    EXPECT_EQ(found(id).reason, "Not known there.");
    EXPECT_EQ(got(bo.email, "Centria"), 1) << "in Swedish";
    EXPECT_EQ(account(bo).organisation, "") << "no longer shown";
    EXPECT_EQ(confirms(coordinator, id).error().kind, Refusal::Kind::conflict);
    EXPECT_EQ(takes_back(bo, id).error().kind, Refusal::Kind::conflict);

    const auto again = says(bo, centria).value();
    confirms(coordinator, again).value();
    EXPECT_TRUE(declines(coordinator, again, "Has left.").has_value());
    EXPECT_EQ(found(again).state, State::ended);
}

TEST_P(Representations, AreTakenBackByTheirSpeakerOnly) {
    const auto id = says(anna, centria).value();
    says(anna, oulu).value();
    EXPECT_EQ(takes_back(bo, id).error().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(takes_back(anna, id).has_value());
    EXPECT_EQ(found(id).state, State::ended);
    EXPECT_EQ(account(anna).organisation, "Oulun yliopisto") << "the other one is shown now";
    EXPECT_EQ(takes_back(anna, id).error().kind, Refusal::Kind::conflict);
}

TEST_P(Representations, WhichIsShownIsTheSpeakersChoice) {
    says(anna, centria).value();
    const auto second = says(anna, oulu).value();
    const auto show = [&](const identity::Person& who) {
        return act_twice([&](flow::Act& a) { return show_as_default(a, who, second); });
    };
    EXPECT_EQ(show(bo).error().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(show(anna).has_value());
    EXPECT_EQ(account(anna).business_id, "0245895-5");
    takes_back(anna, second).value();
    EXPECT_EQ(show(anna).error().kind, Refusal::Kind::not_found);
}

TEST_P(Representations, TheOfficeVouchesForANameThatSomebodyTyped) {
    const auto id = says(anna, centria).value();
    EXPECT_EQ(confirms(coordinator, id, {Standing::representative, Localised{"Centria", "", "Centria"}})
                  .error()
                  .reasons.at(0)
                  .field,
              "name_sv");
    EXPECT_EQ(found(id).state, State::said) << "all or nothing";
    const Localised names{"Centria-ammattikorkeakoulu", "Yrkeshögskolan Centria", "Centria UAS"};
    EXPECT_TRUE(confirms(coordinator, id, {Standing::representative, names}).has_value());
    EXPECT_EQ(found(id).organisation.name, names);
    EXPECT_EQ(found(id).organisation.standing, Name::checked);
    EXPECT_EQ(read([](kit::Transaction& t) { return search(t, "yrkeshög", 5); }).size(), 1U);
}

TEST_P(Representations, OneAccountSaysItOnlySoOften) {
    std::optional<Refusal> refused;
    for (int n = 0; n < 40 && !refused; ++n) {
        if (const auto id = says(anna, centria)) {
            takes_back(anna, *id).value();
        } else {
            refused = id.error();
        }
    }
    EXPECT_EQ(refused.value_or(Refusal{}).kind, Refusal::Kind::too_many);
    EXPECT_EQ(got(coordinator.email, "Anna says"), static_cast<std::int64_t>(kit::limits::representations_in_a_day));
    EXPECT_TRUE(says(anna, centria, {}, cast::a_week_before + hours(2)).has_value());
}

}  // namespace
}  // namespace vastin::organisation
