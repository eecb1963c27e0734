#include "project/project_load.h"

#include <gtest/gtest.h>

#include <numeric>

#include "programme/test_town.h"

namespace vastin::project {
namespace {

using programme::Break;
using programme::real_file;
using programme::SourceFile;

const programme::Programme& kokkola() {
    static const programme::Programme loaded = [] {
        kit::Faults faults;
        return programme::load(real_file("programme.toml"), faults);
    }();
    return loaded;
}

std::vector<Project> real() {
    kit::Faults faults;
    auto projects = load(real_file("projects.toml"), kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return projects;
}

TEST(ProjectsOfTheDeck, AreFiveWithTheirSumsAndPeriods) {
    std::string text;
    for (const Project& project : real()) {
        const Summary& summary = project.summary;
        text += summary.code.text + " " + write_date(summary.period.first) + " " + write_date(summary.period.last) +
                " " + std::to_string(summary.support.count()) + ":";
        for (const Implementer& one : summary.implementers) {
            text += " " + one.name.fi;
        }
        text += "\n";
        EXPECT_TRUE(project.goals.empty()) << "the deck tags no goals";
        EXPECT_FALSE(project.source.fi.empty());
    }
    EXPECT_EQ(text,
              "battvalley 2021-06-01 2021-12-31 2821000: Oulun yliopisto\n"
              "kip-competence-center 2024-03-01 2025-07-31 20216800: Oulun yliopisto Jyväskylän yliopisto\n"
              "teollisuuden-big-data 2023-09-01 2026-08-31 63163100: Oulun yliopisto Jyväskylän yliopisto\n"
              "sensori-esiselvitys 2021-08-01 2022-02-28 7112300: Kokkolan yliopistokeskus Chydenius KPEDU "
              "Centria-ammattikorkeakoulu\n"
              "dustsense 2024-05-01 2027-04-30 36336100: Jyväskylän yliopisto\n");
}

TEST(ProjectsOfTheDeck, SumByThemeToWhatTheDeckPrintsWhenCut) {
    Money battery, smart;
    for (const Project& project : real()) {
        for (const ThemeShare& share : project.summary.shares) {
            EXPECT_EQ(share.strand.has_value(), share.theme.text == "circular");
            (share.theme.text == "battery" ? battery : smart) += share.support;
        }
    }
    EXPECT_EQ(battery, Money::cents(54'619'350));
    EXPECT_EQ(smart, Money::cents(75'029'950));
    // the deck's own figures stand in programme.toml
    EXPECT_EQ(cut_to_hundredths_of_a_million(battery), kokkola().stated[0].sum);
    EXPECT_EQ(cut_to_hundredths_of_a_million(smart), kokkola().stated[1].sum);
}

TEST(ProjectsOfTheDeck, SayWhatIsOnlyAssumedOfThem) {
    const auto about = [](const Project& project) {
        return std::accumulate(
            project.notes.begin(), project.notes.end(), std::string(), [](std::string text, const Note& note) {
                return text + note.about + " ";
            });
    };
    const auto projects = real();
    EXPECT_EQ(about(projects[0]), "support ");
    EXPECT_EQ(about(projects[2]), "support starts themes ");
    EXPECT_EQ(about(projects[3]), "support implementers ");  // Chydenius acts under another's business ID
    EXPECT_EQ(about(projects[4]), "support ");
}

// clang-format off
const std::vector<Break> project_breaks{
    {"duplicate code", "code = \"battvalley\"", "code = \"dustsense\"",
        "code = \"dustsense\"\nname = \"Dust", "projects[5].code", "taken already"},
    {"shares not 100", "strand = \"smart\"\npercent = 50", "strand = \"smart\"\npercent = 49",
        "[[projects.themes]]\ntheme = \"battery\"\npercent = 50", "projects[3].themes", "sum to 100"},
    {"unknown theme", "theme = \"circular\"\nstrand = \"smart\"\npercent = 50", "theme = \"solar\"\npercent = 50",
        "theme = \"solar\"", "projects[3].themes[2].theme", "found \"solar\""},
    {"unknown strand", "strand = \"smart\"\npercent = 50", "strand = \"sharp\"\npercent = 50",
        "strand = \"sharp\"", "projects[3].themes[2].strand", "found \"sharp\""},
    {"wrong check digit", "\"1097805-3\"", "\"1097805-4\"",
        "\"1097805-4\"", "organisations[5].business_id", "found \"1097805-4\""},
    {"unknown organisation", "[\"chydenius\", \"kpedu\"", "[\"chydenius\", \"kpetu\"",
        "[\"chydenius\", \"kpetu\"", "projects[4].implementers", "found \"kpetu\""},
    {"organisation twice", "[\"chydenius\", \"kpedu\"", "[\"kpedu\", \"kpedu\"",
        "[\"kpedu\", \"kpedu\"", "projects[4].implementers", "stands twice"},
    {"ends before it starts", "ends = 2027-04-30", "ends = 2024-04-30",
        "ends = 2024-04-30", "projects[5].ends", "not before the project starts"},
    {"no such day", "ends = 2025-07-31", "ends = \"31.7.2025\"",
        "ends = \"31.7.2025\"", "projects[2].ends", "expected a day"},
    {"unit of nobody", "unit_of = \"jyvaskyla\"", "unit_of = \"turku\"",
        "unit_of = \"turku\"", "organisations[3].unit_of", "found \"turku\""},
    {"unit under another ID", "unit_of = \"jyvaskyla\"", "unit_of = \"oulu\"",
        "business_id = \"0245894-7\"\nunit_of", "organisations[3].business_id", "0245895-5"},
    {"unknown goal", "support = 363_361", "support = 363_361\ngoals = [\"2.4\", \"1.1\"]",
        "goals =", "projects[5].goals", "found \"1.1\""},
    {"unknown key", "support = 363_361", "support = 363_361\nstate = \"running\"",
        "state =", "projects[5].state", "unknown key"},
    {"bad money", "support = 363_361", "support = \"363 361\"",
        "support = \"363 361\"", "projects[5].support", "expected euros"},
};
// clang-format on

TEST(ProjectLoad, TellsEachMistakeWithFileAndLine) {
    for (const Break& way : project_breaks) {
        expect_fault(real_file("projects.toml"), way, [](const SourceFile& file, kit::Faults& faults) {
            load(file, kokkola(), faults);
        });
    }
}

}  // namespace
}  // namespace vastin::project
