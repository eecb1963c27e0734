// An application written by several people, as their browsers do it: saved while one types, invited, reopened,
// withdrawn.
#include "kit/json.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::hidden;
using cast::holds;
using cast::Visitor;
using cast::WholeTown;

class Editing : public testing::Test {
  protected:
    Editing() : town(Mode::demo), anna(town.visitor(cast::owner)), oskar(town.visitor(cast::other)) {}

    /// Posts a section as the script of the page does.
    kit::Response autosave(const Visitor& who, const std::string& path, form::Answers fields) {
        kit::Request made = town.request(kit::Method::post, who, "/fi" + path + "/sections/project");
        made.headers.emplace_back("x-vastin-autosave", "1");
        fields.emplace("form_secret", who.form_secret);
        for (const auto& [key, value] : fields) {
            made.form.add(key, value);
        }
        return town.answer(made);
    }
    std::string newest_link(const std::string& part) {
        const auto box = town.get(anna, "/fi/demo/mailbox").body;
        const auto at = box.find(part);
        return at == std::string::npos ? "" : box.substr(at, part.size() + 32);
    }
    WholeTown town;
    Visitor anna, oskar;
};

TEST_F(Editing, TheScriptIsToldTheNewVersionAndAConflict) {
    const std::string path = town.draft(anna);
    const auto first = autosave(anna, path, {{"version", "1"}, {"project_name", "Kirjoitan"}});
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.type, "application/json; charset=utf-8");
    const auto told = kit::Json::read(first.body).value();
    EXPECT_EQ(*told["version"].number(), 2);
    EXPECT_TRUE(told.text_or("saved").starts_with("Tallennettu ")) << first.body;
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/sections/project"), "value=\"Kirjoitan\""));
    const auto stale = autosave(anna, path, {{"version", "1"}, {"project_name", "Vanha ikkuna"}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_FALSE(kit::Json::read(stale.body).value().text_or("why").empty());
    EXPECT_EQ(autosave(oskar, path, {{"version", "2"}, {"project_name", "vieras"}}).status, 404);
}

TEST_F(Editing, AColleagueIsInvitedFillsInAndMayNotSend) {
    const std::string path = town.whole_draft(anna);
    EXPECT_EQ(town.get(oskar, "/fi" + path).status, 404);
    EXPECT_EQ(town.post(anna, "/fi" + path + "/people", {{"email", "tutkija@oulu.example"}, {"may", "prepare"}}).status,
              303);
    const std::string link = newest_link("/fi/invitations/");
    ASSERT_EQ(link.size(), std::string("/fi/invitations/").size() + 32);
    EXPECT_TRUE(holds(town.get(oskar, link), "Sivuvirrat käyttöön"));
    EXPECT_EQ(header(town.post(oskar, link, {}), "Location"), "/fi" + path);
    EXPECT_EQ(town.get(oskar, link).status, 404) << "once";
    EXPECT_TRUE(holds(town.get(oskar, "/fi/applications"), path));
    EXPECT_EQ(town.save(oskar, path, "plan", {{"need", "Oskarin teksti"}}).status, 303);
    const auto check = town.get(oskar, "/fi" + path + "/check");
    EXPECT_EQ(check.status, 200) << "everybody may run the completeness check";
    EXPECT_FALSE(holds(check, path + "/send\""));
    EXPECT_TRUE(holds(check, "Projektipäällikkö · Centria")) << "who may send";
    EXPECT_EQ(town.post(oskar, "/fi" + path + "/send", {{"version", "8"}, {"part_version", "4"}}).status, 403);
    EXPECT_EQ(town.post(oskar, "/fi" + path + "/people", {{"email", "x@y.example"}}).status, 403);
    EXPECT_EQ(town.send(anna, path).status, 303);
    EXPECT_EQ(town.get(oskar, "/fi" + path + "/receipt").status, 200);
    EXPECT_EQ(town.post(oskar, "/fi" + path + "/reopen", {}).status, 403);
    EXPECT_EQ(town.post(oskar, "/fi" + path + "/withdraw", {}).status, 403);
    EXPECT_EQ(town.post(oskar, "/fi" + path + "/people/" + oskar.account.str(), {{"out", "1"}}).status, 303);
    EXPECT_EQ(town.get(oskar, "/fi" + path + "/receipt").status, 404) << "who has left sees nothing of it";
}

TEST_F(Editing, WhatIsReopenedStandsOnTheReceiptAndOnTheDesk) {
    const std::string path = town.whole_draft(anna, "Ensimmäinen");
    ASSERT_EQ(town.send(anna, path).status, 303);
    EXPECT_EQ(town.post(anna, "/fi" + path + "/reopen", {}).status, 303);
    EXPECT_EQ(town.save(anna, path, "project", {{"project_name", "Toinen"}}).status, 303);
    const Visitor coordinator = town.visitor(cast::coordinator);
    for (const auto& page : {town.get(anna, "/fi" + path + "/sent"), town.get(coordinator, "/fi/desk" + path)}) {
        EXPECT_TRUE(holds(page, "Ensimmäinen"));
        EXPECT_FALSE(holds(page, "Toinen")) << "what is not sent is nobody else's";
    }
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path), "Viimeksi lähettämäsi on voimassa"));
    EXPECT_EQ(town.send(anna, path).status, 303);
    EXPECT_TRUE(holds(town.get(coordinator, "/fi/desk" + path), "Toinen"));
    const auto receipt = town.get(anna, "/fi" + path + "/receipt");
    EXPECT_TRUE(holds(receipt, "KOK-2025-001") && holds(receipt, "Saapui ensimmäisen kerran"));
    EXPECT_EQ(town.post(anna, "/fi" + path + "/withdraw", {}).status, 303);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/receipt"), "Peruutettu"));
    EXPECT_EQ(town.get(coordinator, "/fi/desk" + path).status, 200) << "it stays with its number";
}

TEST_F(Editing, AGroupGetsPartsOnItsTaskList) {
    const std::string path = town.whole_draft(anna);
    EXPECT_EQ(town.save(anna, path, "project", {{"project_kind", "group"}}).status, 303);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/check"), "Ryhmässä on vähintään kaksi toteuttajaa"));
    EXPECT_EQ(town.post(anna, "/fi" + path + "/parts", {}).status, 303);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path), "/sections/budget?part=2\""));
    const auto page = town.get(anna, "/fi" + path + "/sections/applicant?part=2");
    EXPECT_EQ(hidden(page, "part"), "2");
    EXPECT_EQ(town.post(anna,
                        "/fi" + path + "/sections/applicant",
                        {{"version", "1"}, {"part", "2"}, {"official_name", "Toinen toteuttaja"}})
                  .status,
              303);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path), "Toinen toteuttaja"));
    EXPECT_EQ(town.get(anna, "/fi" + path + "/sections/applicant?part=3").status, 404);
    EXPECT_EQ(town.post(anna, "/fi" + path + "/parts/2/remove", {{"part_version", "2"}}).status, 303);
    EXPECT_FALSE(holds(town.get(anna, "/fi" + path), "Toinen toteuttaja"));
}

TEST_F(Editing, TheSamePostBeginsOneDraftAndALinkListsThem) {
    const auto page = town.get(anna, "/fi/calls/2025/apply");
    const form::Answers first{{"which", hidden(page, "which")}, {"drawn", hidden(page, "drawn")}};
    const std::string path = header(town.post(anna, "/fi/calls/2025/apply", first), "Location");
    EXPECT_EQ(header(town.post(anna, "/fi/calls/2025/apply", first), "Location"), path);
    const auto list = town.get(anna, "/fi/calls/2025/apply");
    EXPECT_TRUE(holds(list, path.substr(3)));
    const form::Answers another{{"which", hidden(list, "which")}, {"drawn", hidden(list, "drawn")}};
    const std::string second = header(town.post(anna, "/fi/calls/2025/apply", another), "Location");
    EXPECT_NE(second, path);
    EXPECT_EQ(header(town.post(anna, "/fi/calls/2025/apply", another), "Location"), second) << "a repeat makes none";
    EXPECT_EQ(town.post(oskar, "/fi/calls/2025/apply", another).status, 404) << "another's id is no key";
    EXPECT_EQ(cast::count(town.database(), "application_application"), 2);
}

}  // namespace
}  // namespace vastin::town
