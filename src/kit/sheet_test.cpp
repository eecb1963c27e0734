// Sheets: what people typed stays text; sums, days and times are what they are.
#include "kit/sheet.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace vastin::kit {
namespace {

Sheet one_of_each() {
    Sheet sheet("Haku: 2025 [kaikki]", {{"Teksti"}, {"Luku"}, {"Summa"}, {"Osuus"}, {"Päivä"}, {"Aika"}, {"Tyhjä"}});
    sheet.add({std::string("Sivuvirrat; \"käyttöön\"\nrivi 2"),
               std::int64_t{12},
               Money::cents(123450),
               Share{2550},
               *Date::of(2025, 6, 2),
               LocalTime{*Date::of(2025, 6, 2), 16, 15, 7},
               std::monostate()});
    return sheet;
}

TEST(Sheet, IsCsvAsFinnishAndSwedishProgramsReadIt) {
    EXPECT_EQ(one_of_each().csv(Language::fi),
              "\xEF\xBB\xBFTeksti;Luku;Summa;Osuus;Päivä;Aika;Tyhjä\r\n"
              "\"Sivuvirrat; \"\"käyttöön\"\"\nrivi 2\";12;1234,50;25,50;2025-06-02;2025-06-02 16:15:07;\r\n");
    EXPECT_NE(one_of_each().csv(Language::en).find(";1234.50;25.50;"), std::string::npos);
}

TEST(Sheet, NoTextOfPeopleIsAFormula) {
    for (const char* typed : {"=1+1",
                              "+358 40 123",
                              "-2",
                              "@SUM(A1)",
                              "\t=1",
                              "\r=1",
                              " =cmd|' /C calc'!A0",
                              "'=1",
                              "\"=1",
                              "\u00a0=1",
                              "＝1+1",
                              "|calc",
                              "%0A"}) {
        Sheet sheet("x", {{"a"}});
        sheet.add({std::string(typed)});
        const std::string csv = sheet.csv(Language::fi);
        const auto cell = csv.find("\r\n") + 2;
        EXPECT_TRUE(csv[cell] == '\'' || csv.substr(cell, 2) == "\"'") << csv;
    }
    Sheet sheet("x", {{"a"}, {"b"}});
    sheet.add({std::string("a = b"), Money::cents(-5)});
    EXPECT_NE(sheet.csv(Language::fi).find("\na = b;-0,05\r\n"), std::string::npos) << "a sum may be negative";
}

TEST(Sheet, IsAnXlsxFileThatLeavesNothingBehind) {
    const std::string file = one_of_each().xlsx();
    EXPECT_EQ(file.substr(0, 4), std::string("PK\x03\x04", 4));
    EXPECT_NE(file.find("xl/worksheets/sheet1.xml"), std::string::npos);
    EXPECT_NE(file.find("xl/workbook.xml"), std::string::npos);
    Sheet large("x", {{"a"}, {"b"}});
    for (std::int64_t i = 0; i < 5000; ++i) {
        large.add({std::string(40, 'x'), i});
    }
    large.add({std::string(100000, 'y') + "ä", std::int64_t{1}});
    EXPECT_GT(large.xlsx().size(), 10000U);
    EXPECT_EQ(Sheet("empty", {{"a"}}).xlsx().substr(0, 2), "PK");
}

TEST(Sheet, EveryRowHasEveryColumn) {
    Sheet sheet("x", {{"a"}, {"b"}});
    EXPECT_THROW(sheet.add({std::string("only one")}), Bug);
    EXPECT_THROW(Sheet("x", {}), Bug);
}

}  // namespace
}  // namespace vastin::kit
