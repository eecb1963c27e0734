// What an official sees of an application as a case: who sent it and what that person has said of the organisation,
// what happened, and nothing of what its people have not sent.
#include "organisation/organisation_store.h"
#include "organisation/representation_acts.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::holds;
using cast::Visitor;
using cast::WholeTown;

class Case : public testing::Test {
  protected:
    Case() : town(Mode::demo), anna(town.visitor(cast::owner)), official(town.visitor(cast::coordinator)) {
        path = town.whole_draft(anna, "Ensimmäinen");
        EXPECT_EQ(town.send(anna, path).status, 303);
    }
    kit::Response shown() { return town.get(official, "/fi/desk" + path); }
    identity::Person person(const Visitor& who, identity::Role role) {
        identity::Person made;
        made.id = who.account;
        made.role = role;
        return made;
    }
    WholeTown town;
    Visitor anna, official;
    std::string path;
};

TEST_F(Case, TellsWhetherTheSenderRepresentsTheOrganisation) {
    EXPECT_TRUE(holds(shown(), "ei ole ilmoittanut edustavansa organisaatiota"));
    std::optional<organisation::Organisation> centria;
    town.database().read([&](kit::Transaction& t) {
        centria = organisation::find(t, {organisation::Number::Register::business, "1097805-3"});
    });
    ASSERT_TRUE(centria);
    const auto perform = [&](auto deed) { return flow::perform(town.world(), {"", "test"}, town.clock().now(), deed); };
    const auto said = perform([&](flow::Act& a) {
        return organisation::represent(a, person(anna, identity::Role::applicant), centria->id, {}, kit::wall_now());
    });
    ASSERT_TRUE(said);
    EXPECT_TRUE(holds(shown(), "ilmoittaa edustavansa organisaatiota, vahvistamatta"));
    EXPECT_TRUE(holds(town.get(official, "/fi/desk"), "1 henkilö odottaa"));
    ASSERT_TRUE(perform([&](flow::Act& a) {
        return organisation::confirm(a, person(official, identity::Role::coordinator), *said, {});
    }));
    EXPECT_TRUE(holds(shown(), "edustaa organisaatiota, vahvistettu"));
    EXPECT_FALSE(holds(town.get(official, "/fi/desk"), "odottaa, että edustus"));
}

TEST_F(Case, KeepsWhatWasSentWhileItsPeopleChangeNameAndOrganisation) {
    EXPECT_EQ(town.post(anna, "/fi" + path + "/reopen", {}).status, 303);
    EXPECT_EQ(town.save(anna, path, "project", {{"project_name", "Toinen"}}).status, 303);
    EXPECT_EQ(town.save(anna, path, "applicant", {{"business_id", "0245894-7"}}).status, 303);
    for (const char* page : {"/fi/desk", "/fi/desk/calls/2025", "/fi/desk/arrived"}) {
        const auto seen = town.get(official, page);
        EXPECT_TRUE(holds(seen, "Ensimmäinen")) << page;
        EXPECT_FALSE(holds(seen, "Toinen")) << page;
        EXPECT_TRUE(holds(seen, "Centria")) << page;
        EXPECT_FALSE(holds(seen, "Jyväskylän")) << page;
    }
}

TEST_F(Case, TellsOneLineOfWhatWasDoneOverAndOver) {
    const auto page = shown();
    EXPECT_TRUE(holds(page, "9 kertaa")) << "nine sections were saved";
    EXPECT_TRUE(holds(page, "Hakemus lähetettiin"));
}

}  // namespace
}  // namespace vastin::town
