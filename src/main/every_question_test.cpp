// A call that asks every kind of question, from its file to what was sent: answered, read, frozen, shown, exported.
#include "kit/json.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::hidden;
using cast::holds;
using cast::Visitor;
using cast::WholeTown;

class EveryQuestion : public testing::Test {
  protected:
    EveryQuestion()
        : town(Mode::demo, false, "every-question.toml"),
          anna(town.visitor(cast::owner)),
          path(town.draft(anna, "every")) {}

    kit::Response page(const std::string& section) { return town.get(anna, "/fi" + path + "/sections/" + section); }
    void whole() {
        town.add_file(anna, path, "aie.txt", "Aiomme olla mukana.");
        const auto saved = [&](const char* section, const form::Answers& answers) {
            EXPECT_EQ(town.save(anna, path, section, answers).status, 303) << section;
        };
        saved(
            "project",
            {{"project_name", "Pilotti"}, {"project_kind", "single"}, {"starts", "1.11.2025"}, {"ends", "31.10.2027"}});
        saved("simple",
              {{"hours", "1 720"},
               {"women", "52,5"},
               {"pilot.first", "1.2.2026"},
               {"pilot.last", "31.3.2026"},
               {"state_aid", "no"}});
        saved("rows",
              {{"staff.1.post", "Tutkija <b>"},
               {"staff.1.hours", "1720"},
               {"staff.1.pay", "40 000,50"},
               {"staff.1.hired", "yes"},
               {"staff.2.post", "Kehittäjä"},
               {"staff.2.hours", ""},
               {"staff.2.pay", "9 999,50"},
               {"staff.2.hired", ""},
               {"staff.3.post", ""},
               {"partners.1.name", "Lähde Oy"},
               {"partners.1.role", "adviser"},
               {"partners.1.joins", "1.3.2026"},
               {"partners.1.brings", "5 000"},
               {"partners.1.does", "Neuvoo\nja auttaa."}});
        form::Answers part = cast::whole_part();
        std::shared_ptr<const call::Call> call;
        town.database().read([&](kit::Transaction& t) { call = call::find(t, {"every"}); });
        for (const form::Section& section : call->form.sections) {
            if (section.whose == form::Whose::part) {
                saved(section.key.c_str(), cast::of_section(part, section));
            }
        }
    }
    WholeTown town;
    Visitor anna;
    std::string path;
};

TEST_F(EveryQuestion, StandsOnItsPage) {
    const auto simple = page("simple");
    EXPECT_EQ(simple.status, 200);
    for (const char* part : {"Tässä osassa kysytään pilotista",
                             "<p class=\"v-pre\">Luvut ovat arvioita",
                             "name=\"hours\" type=\"text\"",
                             "inputmode=\"numeric\"",
                             "id=\"hours-unit\">tuntia",
                             "name=\"pilot.first\"",
                             "name=\"pilot.last\"",
                             "type=\"radio\" id=\"state_aid\" name=\"state_aid\" value=\"yes\"",
                             "Kyllä",
                             ">Asiakirjat</h2>",
                             "Ei vielä tiedostoa",
                             "name=\"add_files\" value=\"other\""}) {
        EXPECT_TRUE(holds(simple, part)) << part;
    }
    const auto rows = page("rows");
    for (const char* part : {"name=\"staff.1.post\"",
                             "aria-labelledby=\"staff-1 staff-hours\"",
                             "<select class=\"ds-input\" id=\"staff.1.hired\"",
                             "name=\"remove_row\" value=\"staff.1\"",
                             "name=\"add_row\" value=\"staff\"",
                             "name=\"partners.1.name\"",
                             "name=\"partners.1.role\" value=\"pilot\"",
                             "<textarea class=\"ds-input\" id=\"partners.1.does\""}) {
        EXPECT_TRUE(holds(rows, part)) << part;
    }
    EXPECT_LT(rows.body.find("v-first-button"), rows.body.find("name=\"remove_row\""))
        << "the Enter key goes on, it takes no row away";
}

TEST_F(EveryQuestion, ARowIsAddedAndTakenAwayWithoutScripts) {
    const auto added =
        town.save(anna, path, "rows", {{"staff.1.post", "Tutkija"}, {"staff.1.pay", "paljon"}, {"add_row", "staff"}});
    EXPECT_EQ(added.status, 303);
    EXPECT_EQ(header(added, "Location"), "/fi" + path + "/sections/rows?checked=1#staff.2.post");
    auto shown = town.get(anna, "/fi" + path + "/sections/rows?checked=1");
    EXPECT_TRUE(holds(shown, "name=\"staff.2.post\""));
    EXPECT_TRUE(holds(shown, "value=\"paljon\"")) << "what was typed is kept";
    EXPECT_TRUE(holds(shown, "Henkilöstö, rivi 1, Palkka: ")) << "the fault is told at its cell";
    EXPECT_TRUE(holds(shown, "href=\"#staff.1.pay\""));
    EXPECT_TRUE(holds(shown, "aria-describedby=\"staff.1.pay-error\""));
    const auto gone = town.save(anna,
                                path,
                                "rows",
                                {{"staff.1.post", "Tutkija"},
                                 {"staff.1.pay", "paljon"},
                                 {"staff.2.post", "Kehittäjä"},
                                 {"remove_row", "staff.1"}});
    EXPECT_EQ(header(gone, "Location"), "/fi" + path + "/sections/rows#staff");
    shown = page("rows");
    EXPECT_TRUE(holds(shown, "id=\"staff.1.post\" name=\"staff.1.post\" value=\"Kehittäjä\""));
    EXPECT_FALSE(holds(shown, "staff.2.post"));
}

TEST_F(EveryQuestion, TheButtonOfFilesSavesFirst) {
    const auto saved = town.save(anna, path, "simple", {{"hours", "12"}, {"add_files", "other"}});
    EXPECT_EQ(header(saved, "Location"), "/fi" + path + "/attachments#attachments.other");
    EXPECT_TRUE(holds(page("simple"), "value=\"12\""));
    town.add_file(anna, path, "aie.txt", "Aiomme olla mukana.");
    EXPECT_TRUE(holds(page("simple"), ">aie.txt</a>"));
}

TEST_F(EveryQuestion, WhatIsMissingIsListedWithItsPlace) {
    town.save(anna, path, "rows", {{"staff.1.hours", "5"}});
    const auto check = town.get(anna, "/fi" + path + "/check");
    for (const char* part : {"sections/simple?checked=1#letters_of_intent\">Aiesopimukset: lisää tiedosto.",
                             "sections/simple?checked=1#pilot\">",
                             "sections/rows?checked=1#staff.1.post\">Henkilöstö, rivi 1: Tehtävä: "}) {
        EXPECT_TRUE(holds(check, part)) << part;
    }
}

TEST_F(EveryQuestion, IsFrozenShownAndExported) {
    whole();
    const auto checked = town.get(anna, "/fi" + path + "/check");
    EXPECT_TRUE(holds(checked, "Lähetä hakemus")) << checked.body;
    ASSERT_EQ(town.send(anna, path).status, 303);
    const auto sent = town.get(anna, "/fi" + path + "/sent");
    for (const char* part : {"1\xC2\xA0"
                             "720\xC2\xA0tuntia",
                             "52,5\xC2\xA0%",
                             "1.2.2026–31.3.2026",
                             "Ei</dd>",
                             "aie.txt",
                             "Tutkija &lt;b&gt;",
                             "50\xC2\xA0"
                             "000,00\xC2\xA0€",
                             "Rooli: Neuvonantaja"}) {
        EXPECT_TRUE(holds(sent, part)) << part;
    }
    EXPECT_FALSE(holds(sent, "Tässä osassa kysytään")) << "what is only read is no answer";
    std::optional<document::Sent> frozen;
    town.database().read([&](kit::Transaction& t) { frozen = document::newest(t, path.substr(path.rfind('/') + 1)); });
    const auto document = kit::Json::read(frozen.value().frozen.content).value();
    const kit::Json& read = document["common"]["read_as"];
    EXPECT_EQ(*read["hours"].number(), 1720);
    EXPECT_EQ(*read["women"].number(), 5250);
    EXPECT_EQ(read["pilot"].text_or("first"), "2026-02-01");
    EXPECT_EQ(read.text_or("state_aid"), "no");
    ASSERT_EQ(read["staff"].list()->size(), 2U);
    EXPECT_EQ(*(*read["staff"].list())[0]["pay"].number(), 4000050);
    EXPECT_EQ((*read["staff"].list())[1].text_or("post"), "Kehittäjä");
    EXPECT_EQ(document["common"]["answers"].text_or("staff.1.pay"), "40 000,50") << "as typed";

    const Visitor official = town.visitor(cast::coordinator);
    const auto list = town.post(official, "/fi/desk/calls/every/export", {{"format", "csv"}});
    for (const char* part : {";1720;52,50;1.2.2026–31.3.2026;Ei;1;", "1. Tehtävä: Tutkija <b>; Tunnit: 1"}) {
        EXPECT_TRUE(holds(list, part)) << part << list.body;
    }
}

}  // namespace
}  // namespace vastin::town
