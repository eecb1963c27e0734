#include "programme/programme.h"

#include <gtest/gtest.h>

#include "kit/clock.h"
#include "programme/test_town.h"

namespace vastin::programme {
namespace {

Programme real() {
    kit::Faults faults;
    Programme programme = load(real_file("programme.toml"), faults);
    EXPECT_EQ(faults.text(), "");
    return programme;
}

TEST(Programme, IsTheAgreementOfTheDeck) {
    const Programme kokkola = real();
    EXPECT_EQ(kokkola.agreement.city, (Localised{"Kokkola", "Karleby", "Kokkola"}));
    EXPECT_EQ(write_date(kokkola.agreement.period.first), "2021-01-01");
    EXPECT_EQ(write_date(kokkola.agreement.period.last), "2027-12-31");
    EXPECT_EQ(kokkola.zone.name(), "Europe/Helsinki");
    std::string hues;
    for (const Payer& payer : kokkola.payers) {
        hues += payer.code.text + "=" + payer.hue + " ";
    }
    EXPECT_EQ(hues, "eu=eu city=city own=own outside=outside ");
    EXPECT_EQ(find_funder(kokkola, "council")->payer.text, "eu");
    EXPECT_EQ(kokkola.funders.size(), 5U);  // the main funder and four municipal ones
    ASSERT_EQ(kokkola.frames.size(), 1U);
    EXPECT_EQ(kokkola.frames[0].yearly.sum, Money::euros(560'000));
    EXPECT_EQ(kokkola.frames[0].yearly.precision, Announced::Precision::about);
    EXPECT_NE(assumed(kokkola.assumptions, "frames[1].yearly"), nullptr);
    EXPECT_EQ(assumed(kokkola.assumptions, "frames[10]"), nullptr);
    EXPECT_EQ(assumed(kokkola.assumptions, "themes"), nullptr);
}

TEST(Programme, HasEveryGoalLineOfTheDeck) {
    const Programme kokkola = real();
    ASSERT_EQ(kokkola.themes.size(), 2U);
    const Theme& battery = kokkola.themes[0];
    const Theme& circular = kokkola.themes[1];
    EXPECT_EQ(battery.name.fi, "Akkukemia");
    EXPECT_EQ(battery.goals.size(), 5U);
    EXPECT_EQ(battery.goals[0].goals.size(), 2U);
    EXPECT_EQ(count_goals(battery.goals), 7U);
    EXPECT_EQ(circular.name.fi, "Kiertotalous ja teollisuutta tukevat älykkäät ratkaisut");
    EXPECT_EQ(circular.goals.size(), 14U);
    EXPECT_EQ(count_goals(circular.goals), 14U);
    EXPECT_EQ(find_goal(battery.goals, "1.1.2")->text.fi,
              "Alueen näkyvyyden ja roolin vahvistaminen erityisesti EU-tasolla");
    EXPECT_EQ(find_goal(circular.goals, "2.8")->text.fi,
              "Teollisuuspuistojen sisäiset ja väliset verkostot ja alihankintaverkoston logistiikan digitaaliset "
              "alustat");
    EXPECT_EQ(find_goal(circular.goals, "1.1"), nullptr);
    EXPECT_EQ(find_theme(kokkola, "solar"), nullptr);
}

TEST(Programme, StatesTheSumsThatTheDeckPrints) {
    std::string stated;
    for (const Stated& one : real().stated) {
        stated += one.theme.text + (one.strand ? "/" + one.strand->text : "") + " " +
                  std::to_string(one.sum.count() / 100) + (one.projects_named ? "" : " without projects") + "\n";
    }
    EXPECT_EQ(stated, "battery 540000\ncircular/smart 750000\ncircular/economy 570000 without projects\n");
}

TEST(Programme, NamesItsHashByWhatItSaysAndNotByHow) {
    const SourceFile file = real_file("programme.toml");
    kit::Faults faults;
    const Hash hash = load(file, faults).hash;
    EXPECT_EQ(hash.text.size(), 64U);
    SourceFile other{file.name, "# a comment more\n\n" + file.text};
    EXPECT_EQ(load(other, faults).hash, hash);
    EXPECT_NE(load(broken(file, "yearly = 560_000", "yearly = 560_001"), faults).hash, hash);
    EXPECT_EQ(faults.text(), "");
}

TEST(Programme, SaysHowItsAccessibilityWasAssessedLessThanAYearAgo) {
    const Programme kokkola = real();
    EXPECT_EQ(kokkola.accessibility.answer_days, 14);
    EXPECT_NE(assumed(kokkola.assumptions, "accessibility.authority"), nullptr) << "to be confirmed by the city";
    EXPECT_LE(days_between(kokkola.accessibility.assessed, kokkola.zone.day(kit::wall_now())), 366)
        << "assess the service anew and write the day into programmes/kokkola/programme.toml";
}

// clang-format off
const std::vector<Break> programme_breaks{
    {"syntax", "number = 1\n", "number = \n",
        "number = \n", "", ""},
    {"missing key", "first_year = 2021\n", "",
        "[agreement]\n", "agreement.first_year", "found nothing"},
    {"wrong type", "number = 2", "number = \"two\"",
        "number = \"two\"", "themes[2].number", "found \"two\""},
    {"unknown key", "number = 2", "number = 2\ncolour = \"red\"",
        "colour = \"red\"", "themes[2].colour", "unknown key"},
    {"missing language", "fi = \"Kiertotalousosaamisen kehittäminen koulutuksessa\"\n", "",
        "[[themes.goals]]\ncode = \"2.13\"", "themes[2].goals[13].fi", "expected a text, found nothing"},
    {"duplicate code", "code = \"1.2\"", "code = \"1.1\"",
        "code = \"1.1\"\nfi = \"Uusien", "themes[1].goals[2].code", "\"1.1\" is taken already"},
    {"unknown zone", "Europe/Helsinki\"", "Europe/Kokkola\"",
        "zone =", "agreement.zone", "found \"Europe/Kokkola\""},
    {"bad code", "code = \"1.3\"", "code = \"1,3\"",
        "code = \"1,3\"", "themes[1].goals[3].code", "found \"1,3\""},
    {"unknown payer", "payer = \"eu\"\nkind", "payer = \"us\"\nkind",
        "payer = \"us\"", "funders[1].payer", "eu, city"},
    {"unknown hue", "hue = \"own\"", "hue = \"pink\"",
        "hue = \"pink\"", "payers[3].hue", "found \"pink\""},
    {"unknown source", "source = \"deck-theme-1\"", "source = \"deck\"",
        "source = \"deck\"", "themes[1].source", "expected a key of [sources], found \"deck\""},
    {"frame too long", "first_year = 2025", "first_year = 2023",
        "last_year = 2026", "frames[1].last_year", "at most 2 years"},
    {"frame outside", "first_year = 2025\nlast_year = 2026", "first_year = 2029\nlast_year = 2030",
        "[[frames]]", "frames[1]", "within the years"},
    {"assumed key", "keys = [\"frames[1]\"]", "keys = [\"frames[2]\"]",
        "keys = [\"frames[2]\"]", "assumptions[1].keys", "found \"frames[2]\""},
    {"unknown strand", "strand = \"smart\"", "strand = \"clever\"",
        "strand = \"clever\"", "stated[2].strand", "found \"clever\""},
    {"no days to answer in", "answer_days = 14", "answer_days = 0",
        "answer_days = 0", "accessibility.answer_days", "from 1 to 90"},
    {"bad money", "euros = 570_000", "euros = 570_000.5",
        "euros = 570_000.5", "stated[3].euros", "expected euros"},
};
// clang-format on

TEST(Programme, TellsEachMistakeWithFileAndLine) {
    for (const Break& way : programme_breaks) {
        expect_fault(
            real_file("programme.toml"), way, [](const SourceFile& file, kit::Faults& faults) { load(file, faults); });
    }
}

}  // namespace
}  // namespace vastin::programme
