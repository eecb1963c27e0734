// Who takes part in an application: invited by name, with the least that is needed, and nobody else.
#include "application/application_people.h"

#include "town_cast.h"

namespace vastin::application {
namespace {

using cast::a_week_before;
using Kind = Refusal::Kind;

class People : public cast::Applicants {
  protected:
    /// The token in the newest letter to `email`.
    std::string token_to(const std::string& email) {
        std::string token;
        for (const auto& waiting : read([](kit::Transaction& t) { return flow::waiting_letters(t, 50); })) {
            const auto at = waiting.letter.text.find("/invitations/");
            if (waiting.letter.to == email && at != std::string::npos) {
                token = waiting.letter.text.substr(at + 13, 32);
            }
        }
        return token;
    }
    Done ask(const std::string& email, Right right, const identity::Person& by) {
        return act_twice(
            [&](flow::Act& a) { return invite(a, by, id.str(), email, right); }, a_week_before, by.actor());
    }
    Result<Id<Application>> join(const identity::Person& who, const std::string& token, Instant now = a_week_before) {
        return act_twice([&](flow::Act& a) { return accept(a, who, token); }, now, who.actor());
    }
    std::optional<Right> right(const identity::Person& who) {
        return read([&](kit::Transaction& t) { return right_of(t, id, who.id); });
    }
    void SetUp() override {
        Applicants::SetUp();
        id = whole_draft(anna).id;
    }
    Id<Application> id;
};
VASTIN_ON_BOTH_DATABASES(People);

TEST_P(People, AnInvitedPersonFillsInButDoesNotSend) {
    ask("Oskar@JYU.example ", Right::prepare, anna).value();
    EXPECT_FALSE(right(oskar).has_value()) << "an invitation alone gives nothing";
    EXPECT_EQ(join(oskar, token_to("oskar@jyu.example")).value(), id);
    save(oskar, found(id), "plan", {{"need", "Oskarin teksti"}}).value();
    EXPECT_EQ(found(id).changed_by, oskar.name);
    refused(Kind::forbidden, [&] { return send(oskar, found(id)); });
    refused(Kind::forbidden, [&] { return ask("third@example.fi", Right::prepare, oskar); });
    send(anna, found(id)).value();
    refused(Kind::forbidden, [&] { return act([&](flow::Act& a) { return reopen(a, oskar, id.str()); }); });
    refused(Kind::forbidden, [&] { return act([&](flow::Act& a) { return withdraw(a, oskar, id.str()); }); });
    expect_whole();
}

TEST_P(People, WhoMaySendSendsAndStillDoesNotDecideWhoTakesPart) {
    ask("oskar@jyu.example", Right::submit, anna).value();
    join(oskar, token_to("oskar@jyu.example")).value();
    refused(Kind::forbidden, [&] {
        return act([&](flow::Act& a) { return give_right(a, oskar, id.str(), oskar.id.str(), Right::manage); });
    });
    EXPECT_TRUE(send(oskar, found(id)).has_value());
}

TEST_P(People, AnInvitationWorksOnceInItsTimeAndNotWhenTakenBack) {
    ask("oskar@jyu.example", Right::prepare, anna).value();
    const std::string token = token_to("oskar@jyu.example");
    refused(Kind::not_found,
            [&] { return join(oskar, token, a_week_before + kit::limits::application_invitation + Duration{1}); });
    refused(Kind::not_found, [&] { return join(oskar, "00000000000000000000000000000000"); });
    join(oskar, token).value();
    const auto third = person("third@example.fi", "Kolmas", "Yhtiö", Language::fi);
    refused(Kind::not_found, [&] { return join(third, token); });
    ask("third@example.fi", Right::prepare, anna).value();
    const auto open_ones = read([&](kit::Transaction& t) { return invitations(t, id, a_week_before); });
    ASSERT_EQ(open_ones.size(), 1U) << "a used one is not listed";
    act([&](flow::Act& a) { return take_back(a, anna, id.str(), open_ones[0].id.str()); }).value();
    refused(Kind::not_found, [&] { return join(third, token_to("third@example.fi")); });
    expect_whole();
}

TEST_P(People, SomebodyAlwaysManages) {
    const auto leave = [&](const identity::Person& who) {
        return act_twice([&](flow::Act& a) { return take_out(a, who, id.str(), who.id.str()); });
    };
    const auto lower = [&] {
        return act_twice([&](flow::Act& a) { return give_right(a, anna, id.str(), anna.id.str(), Right::prepare); });
    };
    refused(Kind::invalid, [&] { return leave(anna); });
    refused(Kind::invalid, lower);
    ask("oskar@jyu.example", Right::manage, anna).value();
    join(oskar, token_to("oskar@jyu.example")).value();
    EXPECT_TRUE(lower().has_value());
    EXPECT_TRUE(leave(anna).has_value());
    refused(Kind::not_found, [&] { return save(anna, found(id), "plan", {{"need", "x"}}); });
    refused(Kind::invalid, [&] { return leave(oskar); });
}

TEST_P(People, ASecondInvitationNeverLowersARight) {
    ask("anna@centria.example", Right::prepare, anna).value();
    join(anna, token_to("anna@centria.example")).value();
    EXPECT_EQ(right(anna), Right::manage);
}

TEST_P(People, AStrangerSeesNothingOfIt) {
    refused(Kind::not_found, [&] { return ask("third@example.fi", Right::prepare, oskar); });
    refused(Kind::not_found,
            [&] { return act([&](flow::Act& a) { return take_out(a, oskar, id.str(), anna.id.str()); }); });
    refused(Kind::not_found,
            [&] { return act([&](flow::Act& a) { return take_out(a, oskar, id.str(), oskar.id.str()); }); });
    refused(Kind::invalid, [&] { return ask("not an address", Right::prepare, anna); });
}

}  // namespace
}  // namespace vastin::application
