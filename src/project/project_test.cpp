#include "project/project.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "project/project_json.h"
#include "project/project_store.h"

namespace vastin::project {
namespace {

Date day(int year, int month, int of_month) { return Date::of(year, month, of_month).value(); }

TEST(Project, RunsFromItsFirstToItsLastDay) {
    const Period period{day(2024, 5, 1), day(2027, 4, 30)};
    EXPECT_EQ(state(period, day(2024, 4, 30)), ProjectState::coming);
    EXPECT_EQ(state(period, day(2024, 5, 1)), ProjectState::running);
    EXPECT_EQ(state(period, day(2027, 4, 30)), ProjectState::running);
    EXPECT_EQ(state(period, day(2027, 5, 1)), ProjectState::ended);
}

TEST(Project, KnowsBusinessIdsByTheirCheckDigit) {
    for (const char* real : {"0245895-5", "0245894-7", "1097805-3", "0208916-8", "0244629-2", "0244680-7"}) {
        EXPECT_TRUE(is_business_id(real)) << real;
    }
    for (const char* wrong :
         {"0245895-6", "0245985-5", "245895-5", "0245895-55", "02458955", "0245895 5", "024589a-5", ""}) {
        EXPECT_FALSE(is_business_id(wrong)) << wrong;
    }
    EXPECT_FALSE(is_business_id("0000002-1") || is_business_id("0000006-0"));  // 24 mod 11 = 2; 12 mod 11 = 1: no ID
    EXPECT_TRUE(is_business_id("0000000-0"));
}

TEST(Project, PartsItsSupportByCuttingAndLosesNothing) {
    EXPECT_EQ(part_support(Money::euros(631'631), {Share{5000}, Share{5000}}),
              (std::vector<Money>{Money::cents(31'581'550), Money::cents(31'581'550)}));
    EXPECT_EQ(part_support(Money::cents(101), {Share{3333}, Share{3333}, Share{3334}}),
              (std::vector<Money>{Money::cents(33), Money::cents(33), Money::cents(35)}));
}

TEST(Project, SumsArePrintedAsTheDeckPrintsThem) {
    EXPECT_EQ(cut_to_hundredths_of_a_million(Money::cents(54'619'350)), Money::euros(540'000));
    EXPECT_EQ(cut_to_hundredths_of_a_million(Money::cents(75'029'950)), Money::euros(750'000));
    EXPECT_EQ(cut_to_hundredths_of_a_million(Money::cents(54'999'999)), Money::euros(540'000));
}

TEST(Project, SmallLettersAreFinnishSwedishAndTheirNeighbours) {
    EXPECT_EQ(lowered("ÄLYKÄS Åland ÖLJY Ÿ É×÷ Šakki Žen KIP-1"), "älykäs åland öljy Ÿ é×÷ šakki žen kip-1");
}

RC_GTEST_PROP(Project, LoweringTwiceIsLoweringOnce, (const std::string& text)) {
    RC_ASSERT(lowered(lowered(text)) == lowered(text));
    RC_ASSERT(lowered(text).size() == text.size());
}

TEST(Project, IsTheSameAfterItsRow) {
    Project project;
    project.summary.implementers = {{{"a"}, {"Yksikkö", "Enhet", "Unit"}, "0245894-7", Code<Implementer>{"b"}},
                                    {{"b"}, {"Koko", "Hela", "Whole"}, "0245894-7", std::nullopt}};
    project.summary.shares = {{{"battery"}, std::nullopt, Share{2500}, Money::cents(1)},
                              {{"circular"}, Code<programme::Strand>{"smart"}, Share{7500}, Money::cents(3)}};
    project.goals = {{"1.1"}, {"2.14"}};
    project.notes = {{"support", {"f", "s", "e"}}};
    project.source = {"lähde", "källa", "source"};
    EXPECT_EQ(read_implementers(write_implementers(project.summary.implementers)), project.summary.implementers);
    EXPECT_EQ(read_shares(write_shares(project.summary.shares)), project.summary.shares);
    Project read;
    read_details(write_details(project), read);
    read.summary = project.summary;
    EXPECT_EQ(read, project);
    EXPECT_THROW(read_shares(kit::Json("no list")), Bug);
}

TEST(Project, APlaceInTheListStandsInAnAddress) {
    const Place place{day(2024, 5, 1), {"dustsense"}};
    EXPECT_EQ(write_place(place), "2024-05-01.dustsense");
    ASSERT_TRUE(read_place("2024-05-01.dustsense"));
    EXPECT_EQ(read_place("2024-05-01.dustsense")->starts, place.starts);
    EXPECT_EQ(read_place("2024-05-01.dustsense")->code, place.code);
    for (const char* wrong : {"", "2024-05-01", "2024-05-01.", "2024-02-30.a", "2024-05-01-a", "x"}) {
        EXPECT_FALSE(read_place(wrong)) << wrong;
    }
}

}  // namespace
}  // namespace vastin::project
