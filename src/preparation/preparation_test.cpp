#include "preparation/preparation.h"

#include <gtest/gtest.h>

#include "preparation/typed.h"
#include "programme/test_town.h"

namespace vastin::preparation {
namespace {

using kit::TomlNode;

struct Case {
    const char* path;
    const char* typed;
    TomlNode value;
    const char* shown;
};

const std::vector<Case> cases{
    {"pots[1].sum", "560 000,50 €", {std::string("560000.50")}, "560000,50"},
    {"pots[1].sum", "560000", {std::int64_t{560000}}, "560000"},
    {"funding.rounding_unit", "0,01", {std::string("0.01")}, "0,01"},
    {"funding.payers[1].percent", "7,5 %", {7.5}, "7,5"},
    {"funding.payers[1].percent", "60", {std::int64_t{60}}, "60"},
    {"recommended_start", "1.11.2026", {*Date::of(2026, 11, 1)}, "1.11.2026"},
    {"window.opens", "4.5.2026 9.00", {LocalTime{*Date::of(2026, 5, 4), 9, 0, 0}}, "4.5.2026 9.00"},
    {"window.opens", "4.5.2026 klo 16:15", {LocalTime{*Date::of(2026, 5, 4), 16, 15, 0}}, "4.5.2026 16.15"},
    {"window.opens", "2026-05-04T09:00", {LocalTime{*Date::of(2026, 5, 4), 9, 0, 0}}, "4.5.2026 9.00"},
    {"window.cut_offs",
     "4.5.2026 9.00\n\n1.6.2026 16.15",
     {TomlNode::List{{LocalTime{*Date::of(2026, 5, 4), 9, 0, 0}}, {LocalTime{*Date::of(2026, 6, 1), 16, 15, 0}}}},
     "4.5.2026 9.00\n1.6.2026 16.15"},
    {"funding.longest.months", "36", {std::int64_t{36}}, "36"},
    {"code", " 2026 ", {std::string("2026")}, "2026"},
};

TEST(Typed, IsReadIntoTheKindOfTheFileAndShownAgain) {
    for (const Case& one : cases) {
        const auto read = read_typed(*call::find_row(one.path), one.typed);
        ASSERT_TRUE(read.has_value() && read->has_value()) << one.typed;
        EXPECT_EQ(**read, one.value) << one.typed;
        EXPECT_EQ(as_typed(*call::find_row(one.path), &**read), one.shown);
    }
}

TEST(Typed, EmptyTakesTheKeyAwayAndNonsenseIsRefused) {
    EXPECT_FALSE(read_typed(*call::find_row("pots[1].sum"), "  ").value().has_value());
    for (const auto& [path, typed] : {std::pair("pots[1].sum", "many"),
                                      std::pair("window.opens", "4.5.2026"),
                                      std::pair("window.opens", "4.5.2026 25.00"),
                                      std::pair("window.opens", "tomorrow 9.00"),
                                      std::pair("funding.longest.months", "3.5"),
                                      std::pair("funding.payers[1].percent", "110"),
                                      std::pair("recommended_start", "31.2.2026")}) {
        EXPECT_FALSE(read_typed(*call::find_row(path), typed).has_value()) << typed;
    }
}

TEST(Changes, TakeAwayTablesThatAreEmptyAndMayBeMissing) {
    kit::TomlTree tree = tree_of("[funding.longest]\nmonths = 36\n[name]\nfi = \"Haku\"\n[[pots]]\ncode = \"a\"\n");
    ASSERT_TRUE(apply(tree, {{"funding.longest.months", std::nullopt}, {"name.fi", std::nullopt}}).has_value());
    EXPECT_EQ(tree.get("funding.longest"), nullptr);
    EXPECT_EQ(tree.get("name"), nullptr);
    ASSERT_TRUE(apply(tree, {{"pots[1].code", std::nullopt}}).has_value());
    EXPECT_NE(tree.get("pots[1]"), nullptr);
}

TEST(Changes, OfAChoiceTakeAwayWhatIsNotAskedBesideIt) {
    kit::TomlTree tree =
        tree_of("[[funding.payers]]\nkey = \"own\"\nbound = \"exact\"\npercent = 40\nbase = \"net_costs\"\n");
    ASSERT_TRUE(apply(tree, {{"funding.payers[1].bound", TomlNode{"open"}}}).has_value());
    EXPECT_EQ(tree, tree_of("[[funding.payers]]\nkey = \"own\"\nbound = \"open\"\n"));
}

TEST(MissingTexts, AreToldByLanguageAndPage) {
    kit::TomlTree tree = tree_of(programme::real_file("calls/2025.toml").text);
    EXPECT_TRUE(missing_texts(tree).empty());
    tree.remove("name.sv");
    tree.remove("form.sections[1].fields[1].label");
    tree.remove("sources");
    const auto missing = missing_texts(tree);
    ASSERT_EQ(missing.size(), 4U);
    EXPECT_EQ(missing[0].path, "name.sv");
    EXPECT_EQ(missing[0].page, call::EditorPage::basics);
    EXPECT_EQ(missing[3].path, "form.sections[1].fields[1].label.en");
    EXPECT_EQ(missing[3].page, call::EditorPage::form);
}

TEST(Differences, MatchElementsByTheirKeys) {
    const kit::TomlTree before = tree_of(programme::real_file("calls/2025.toml").text);
    kit::TomlTree after = before;
    after.move("funding.payers", 1, 3);
    ASSERT_EQ(differences(before, after).size(), 1U);  // the same shares, in another order
    EXPECT_EQ(*differences(before, after)[0].after->text(), "city, own, eu");
    after.move("funding.payers", 3, 1);
    EXPECT_TRUE(differences(before, after).empty());
    after.set("funding.payers[1].percent", {std::int64_t{55}});
    after.remove("steps[2]");
    after.set("form.sections[1].fields[1].label.sv", {std::string("Namn")});
    const auto all = differences(before, after);
    ASSERT_GE(all.size(), 3U);
    EXPECT_EQ(all[0].path, "funding.payers[1].percent");
    EXPECT_EQ(std::get<std::int64_t>(all[0].before->value), 60);
    EXPECT_EQ(all[1].path, "form.sections[1].fields[1].label.sv");
}

TEST(EmptyCall, CanBeRead) {
    const kit::TomlTree tree = tree_of(empty_call());
    EXPECT_EQ(tree_of(call::canonical(tree)), tree);
    EXPECT_TRUE(missing_texts(tree).size() > 10U);
}

}  // namespace
}  // namespace vastin::preparation
