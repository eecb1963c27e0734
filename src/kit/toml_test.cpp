#include "kit/toml.h"

#include <gtest/gtest.h>

#include "kit/limits.h"

namespace vastin::kit {
namespace {

/// Reads `text` with `use`, finishes, and gives the faults as text.
template <class Use>
std::string faults_of(std::string_view text, Use&& use) {
    Faults faults;
    const Toml root = Toml::read("a.toml", text, faults);
    use(root);
    root.finish();
    return faults.text();
}

TEST(Toml, GivesValuesOfEachKind) {
    Faults faults;
    const Toml root = Toml::read("a.toml",
                                 R"toml(
name = "Akku"
count = 7
yes = true
whole = 560_000
cents = "560000.50"
sixty = 60
part = 7.5
day = 2025-11-01
opens = 2025-05-02T09:00:00
title = { fi = "Haku", sv = "Utlysning", en = "Call" }
list = ["a", "b"]
[inner]
x = "y"
[[pots]]
sum = 1
[[pots]]
sum = 2
)toml",
                                 faults);
    EXPECT_EQ(root.text("name"), "Akku");
    EXPECT_EQ(root.number("count", 0, 9), 7);
    EXPECT_TRUE(root.truth("yes", false));
    EXPECT_EQ(root.euros("whole"), Money::euros(560'000));
    EXPECT_EQ(root.euros("cents"), Money::cents(56'000'050));
    EXPECT_EQ(root.percent("sixty"), Share{6000});
    EXPECT_EQ(root.percent("part"), Share{750});
    EXPECT_EQ(write_date(root.day("day")), "2025-11-01");
    EXPECT_EQ(write_local_time(root.time("opens")), "2025-05-02T09:00:00");
    EXPECT_EQ(root.words("title"), (Localised{"Haku", "Utlysning", "Call"}));
    EXPECT_EQ(root.texts("list"), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(root.table("inner").text("x"), "y");
    ASSERT_EQ(root.tables("pots").size(), 2U);
    EXPECT_EQ(root.tables("pots")[1].euros("sum"), Money::euros(2));
    EXPECT_EQ(root.tables("pots")[1].line(), 17);
    EXPECT_EQ(root.tables("none").size(), 0U);
    EXPECT_FALSE(root.text_if("none") || root.euros_if("none") || root.percent_if("none") || root.day_if("none") ||
                 root.words_if("none") || root.table_if("none"));
    root.tables("pots")[0].euros("sum");
    root.finish();
    EXPECT_EQ(faults.text(), "");
}

TEST(Toml, TellsAllMistakesAtOnceWithTheirLines) {
    const auto faults = faults_of("name = 7\nday = 2025-02-30x\n", [](const Toml& root) { root.text("name"); });
    EXPECT_EQ(faults.substr(0, 9), "a.toml:2:") << faults;  // bad syntax: nothing else is read
    EXPECT_EQ(faults.find("name"), std::string::npos) << faults;

    EXPECT_EQ(faults_of("name = 7\n\nday = \"1.11.2025\"\nspare = 1\n[title]\nfi = \"Haku\"\nsv = \" \"\n",
                        [](const Toml& root) {
                            root.text("name");
                            root.day("day");
                            root.words("title");
                            root.euros("sum");
                        }),
              "a.toml:1:1: sum: expected euros such as 560000 or \"560000.50\", found nothing\n"
              "a.toml:1:8: name: expected a text, found 7\n"
              "a.toml:3:7: day: expected a day such as 2025-11-01, found \"1.11.2025\"; did you mean 2025-11-01?\n"
              "a.toml:4:1: spare: unknown key; known here: day, name, sum, title\n"
              "a.toml:5:2: title.en: expected a text, found nothing\n"
              "a.toml:7:6: title.sv: expected a text, found \" \"\n");
}

TEST(Toml, SaysWhatWasMeant) {
    struct Slip {
        const char *text, *hint;
    };
    for (const Slip& slip : {
             Slip{"a = 12.1.2027 9.00", "; did you mean 2027-01-12T09:00:00?"},
             Slip{"a = 12.1.2027 klo 16.15 # late", "; did you mean 2027-01-12T16:15:00?"},
             Slip{"a = 12.1.2027", "; did you mean 2027-01-12?"},
             Slip{"a = 2027-01-12 09:00", "; did you mean 2027-01-12T09:00:00?"},
             Slip{"a = 7,5", "; did you mean 7.5?"},
             Slip{"a = 1 200 000", "; did you mean 1_200_000?"},
             Slip{"a = 60 %", "; did you mean 60?"},
             Slip{"a = “text”", "; write straight quotes (\") in the place of “"},
         }) {
        const std::string told = faults_of(slip.text, [](const Toml&) {});
        EXPECT_TRUE(told.ends_with(std::string(slip.hint) + "\n")) << told;
    }
    const auto day = [](const Toml& root) { root.time("a"); };
    EXPECT_TRUE(faults_of("a = \"2027-01-12 9.00\"", day).ends_with("; did you mean 2027-01-12T09:00:00?\n"));
    EXPECT_EQ(faults_of("a = \"yes\"", [](const Toml& root) { root.truth("a", false); }),
              "a.toml:1:5: a: expected true or false, found \"yes\"; did you mean true?\n");
    EXPECT_EQ(faults_of("nmae = 1",
                        [](const Toml& root) {
                            root.text_if("name");
                            root.finish();
                        }),
              "a.toml:1:1: nmae: unknown key; did you mean \"name\"?\n");
}

TEST(Toml, RefusesTextsThatMisleadOrAreTooLong) {
    const auto text = [](const Toml& root) { root.text("a"); };
    EXPECT_EQ(faults_of("a = \"x\\u202Ey\"", text),
              "a.toml:1:5: a: expected a text of letters that one sees, found \\u202E\n");
    EXPECT_EQ(faults_of("a = \"x\\u0000y\"", text), "a.toml:1:5: a: expected a text, found \"x\\u0000y\"\n");
    EXPECT_EQ(faults_of("a = \"" + std::string(20001, 'x') + "\"", text),
              "a.toml:1:5: a: expected at most 20000 letters, found 20001\n");
    std::string finnish;
    for (int i = 0; i < 20000; ++i) {
        finnish += "ä";
    }
    EXPECT_EQ(faults_of("a = \"" + finnish + "\"", text), "");
}

TEST(Toml, RefusesWhatOnlyLooksLikeAValue) {
    const auto one = [](std::string_view text, auto&& use) { return !faults_of(text, use).empty(); };
    const auto euros = [](const Toml& root) { root.euros("a"); };
    const auto percent = [](const Toml& root) { root.percent("a"); };
    const auto time = [](const Toml& root) { root.time("a"); };
    const auto number = [](const Toml& root) { root.number("a", 1, 5); };
    const auto text = [](const Toml& root) { root.text("a"); };
    const auto texts = [](const Toml& root) { root.texts("a"); };
    for (const char* bad : {"a = 560000.50",
                            "a = \"560000,50\"",
                            "a = \"5.5\"",
                            "a = \"1 000.00\"",
                            "a = -1",
                            "a = 1_000_000_000",
                            "a = \"\"",
                            "a = true"}) {
        EXPECT_TRUE(one(bad, euros)) << bad;
    }
    for (const char* bad : {"a = 101", "a = -1", "a = 7.555", "a = \"60\"", "a = nan"}) {
        EXPECT_TRUE(one(bad, percent)) << bad;
    }
    for (const char* bad :
         {"a = 2025-05-02", "a = 2025-05-02T09:00:00Z", "a = 2025-05-02T09:00:00.5", "a = 09:00:00"}) {
        EXPECT_TRUE(one(bad, time)) << bad;
    }
    for (const char* bad : {"a = 0", "a = 6", "a = 1.0", "a = \"3\""}) {
        EXPECT_TRUE(one(bad, number)) << bad;
    }
    EXPECT_TRUE(one("a = \"x\\u0000y\"", text));  // PostgreSQL would cut it there
    EXPECT_TRUE(one("a = [\"x\", 1]", texts));
    EXPECT_TRUE(one("a = \"x\"", texts));
    EXPECT_FALSE(one("a = \"0.01\"", euros));
    EXPECT_FALSE(one("a = 7.55", percent));
    EXPECT_FALSE(one("a = []", texts));
}

TEST(Toml, AMissingTableIsToldOnceAndNotItsKeysToo) {
    EXPECT_EQ(faults_of("x = 1\n",
                        [](const Toml& root) {
                            root.number("x", 0, 1);
                            root.table("window").time("opens");
                            root.table("window").table("deeper").text("a");
                        }),
              "a.toml:1:1: window: expected a table, found nothing\n");
    EXPECT_EQ(faults_of("window = 3\n", [](const Toml& root) { root.table("window").time("opens"); }),
              "a.toml:1:10: window: expected a table, found 3\n");
}

TEST(Toml, FindsUnknownKeysInTablesAndLists) {
    const auto use = [](const Toml& root) {
        for (const Toml& pot : root.tables("pots")) {
            pot.text("code");
        }
        root.table_if("window");
    };
    EXPECT_EQ(faults_of("[[pots]]\ncode = \"a\"\n[[pots]]\ncode = \"b\"\ncolour = 1\n[window]\nopen = 1\n", use),
              "a.toml:5:1: pots[2].colour: unknown key; known here: code\n"
              "a.toml:7:1: window.open: unknown key\n");
    EXPECT_EQ(faults_of("pots = [1]\n", use), "a.toml:1:1: pots: expected a list of tables, found 1\n");
}

TEST(Toml, KnowsItsPathsAndItsOneText) {
    Faults faults;
    const Toml a = Toml::read("a.toml", "# one\nx = 1\ny = [{ z = 7.5 }]\nd = 2025-01-02\n", faults);
    const Toml b = Toml::read("b.toml", "d = 2025-01-02 # two\n\ny = [ { z=7.50 } ]\nx = 0x1\n", faults);
    const Toml c = Toml::read("c.toml", "x = 2\ny = [{ z = 7.5 }]\nd = 2025-01-02\n", faults);
    EXPECT_EQ(a.canonical(), R"({"d":"2025-01-02","x":1,"y":[{"z":"7.5"}]})");
    EXPECT_EQ(a.canonical(), b.canonical());
    EXPECT_NE(a.canonical(), c.canonical());
    EXPECT_TRUE(a.has("x") && a.has("y[1]") && a.has("y[1].z"));
    EXPECT_FALSE(a.has("y[0]") || a.has("y[2]") || a.has("y[1].w") || a.has("x.z") || a.has("y[") || a.has(""));
    EXPECT_EQ(a.keys(), (std::vector<std::string>{"d", "x", "y"}));
    EXPECT_EQ(faults.text(), "");
}

TEST(Toml, RefusesAFileThatIsTooLarge) {
    const std::string text = "# " + std::string(limits::data_file, 'x') + "\n";
    EXPECT_EQ(faults_of(text, [](const Toml& root) { root.text("name"); }),
              "a.toml:1:1: expected at most 1048576 bytes, found 1048579\n");
}

/// Where byte `offset` of the text `check` of a file stands.
std::string place_of(const std::string& text, std::size_t offset) {
    return faults_of(text, [&](const Toml& root) {
        root.text("check");
        root.fault_in("check", offset, say("here"));
    });
}

TEST(Toml, TellsThePlaceInsideAText) {
    EXPECT_EQ(place_of("check = 'pay > 1'\n", 4), "a.toml:1:14: check: here\n");
    EXPECT_EQ(place_of("\ncheck = \"pay > \\\"a\\\"\"\n", 7), "a.toml:2:18: check: here\n");
    EXPECT_EQ(place_of("check = \"\\u00e4bc\"\n", 2), "a.toml:1:16: check: here\n");
    EXPECT_EQ(place_of("check = \"äbc\"\n", 2), "a.toml:1:11: check: here\n");
    EXPECT_EQ(place_of("check = \"\"\"\nfirst\n  second\"\"\"\n", 8), "a.toml:3:3: check: here\n");
    EXPECT_EQ(place_of("check = \"\"\"\\\n   first\"\"\"\n", 2), "a.toml:2:6: check: here\n");
    EXPECT_EQ(place_of("check = 'pay'\n", 3), "a.toml:1:13: check: here\n");
}

}  // namespace
}  // namespace vastin::kit
