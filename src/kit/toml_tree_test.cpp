#include "kit/toml_tree.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "cast.h"

namespace vastin::kit {
namespace {

const TomlLayout by_letters{};
const TomlLayout compact{{}, [](std::string_view list) { return list == "options" || list.ends_with(".options"); }};

TomlTree parsed(const std::string& text) {
    Faults faults;
    const auto tree = TomlTree::parse("test.toml", text, faults);
    EXPECT_EQ(faults.text(), "");
    return tree.value_or(TomlTree());
}

std::string told(const std::string& text) {
    Faults faults;
    EXPECT_FALSE(TomlTree::parse("test.toml", text, faults).has_value());
    return faults.text();
}

TEST(Tree, KeepsTheKindOfEachValue) {
    const std::string text =
        "day = 2025-11-01\nmoment = 2025-06-02T16:15:00\nnumber = 560000\nshare = 7.5\nsum = \"560000.50\"\n"
        "truth = true\nwhole = 40.0\n";
    EXPECT_EQ(parsed(text).write(by_letters), text);
}

TEST(Tree, WritesWordsOnALineTextsOfManyLinesAndTablesBelow) {
    TomlTree tree;
    EXPECT_TRUE(tree.set("name.en", {std::string("Call")}));
    EXPECT_TRUE(tree.set("name.fi", {std::string("Haku")}));
    EXPECT_TRUE(tree.set("texts.purpose.fi", {std::string("Yksi\nkaksi \"kolme\" \\")}));
    EXPECT_TRUE(tree.set("rule", {std::string("kind = \"group\"")}));
    EXPECT_TRUE(tree.insert("pots", 1, {TomlNode::Table{{"code", {std::string("main")}}}}));
    EXPECT_TRUE(tree.insert("options", 1, {TomlNode::Table{{"value", {std::string("fi")}}}}));
    EXPECT_EQ(tree.write(compact),
              "name = { fi = \"Haku\", en = \"Call\" }\noptions = [\n    { value = \"fi\" },\n]\n"
              "rule = 'kind = \"group\"'\n\n[[pots]]\ncode = \"main\"\n\n[texts]\n\n[texts.purpose]\n"
              "fi = \"\"\"\nYksi\nkaksi \\\"kolme\\\" \\\\\"\"\"\n");
}

TEST(Tree, IsChangedByPath) {
    TomlTree tree = parsed("[[a]]\nb = 1\n[[a]]\nb = 2\n[[a]]\nb = 3\n");
    EXPECT_TRUE(tree.move("a", 3, 1));
    EXPECT_EQ(std::get<std::int64_t>(tree.get("a[1].b")->value), 3);
    EXPECT_EQ(std::get<std::int64_t>(tree.get("a[3].b")->value), 2);
    EXPECT_TRUE(tree.move("a", 1, 3));
    EXPECT_TRUE(tree.remove("a[1]"));
    EXPECT_EQ(std::get<std::int64_t>(tree.get("a[1].b")->value), 2);
    EXPECT_TRUE(tree.set("a[2].c.d", {true}));
    EXPECT_TRUE(tree.remove("a[2].b"));
    EXPECT_EQ(tree.write(by_letters), "[[a]]\nb = 2\n\n[[a]]\n\n[a.c]\nd = true\n");
}

TEST(Tree, IsNotChangedWhereAPathLeadsNowhere) {
    TomlTree tree = parsed("a = 1\nlist = [1, 2]\n");
    const TomlTree before = tree;
    EXPECT_FALSE(tree.set("a.b", {true}));
    EXPECT_FALSE(tree.set("list[3]", {true}));
    EXPECT_FALSE(tree.set("new[1].b", {true}));
    EXPECT_FALSE(tree.set("", {true}));
    EXPECT_FALSE(tree.set("a b", {true}));
    EXPECT_FALSE(tree.insert("list", 4, {true}));
    EXPECT_FALSE(tree.insert("a", 1, {true}));
    EXPECT_FALSE(tree.remove("b"));
    EXPECT_FALSE(tree.move("list", 1, 3));
    EXPECT_FALSE(tree.move("a", 1, 1));
    EXPECT_EQ(tree, before);
}

TEST(Tree, RefusesTextThatNoFileMayHold) {
    TomlTree tree;
    EXPECT_FALSE(tree.set("a", {std::string("b\0c", 3)}));
    EXPECT_FALSE(tree.set("a", {std::string("\xff")}));
    EXPECT_EQ(told("a = \"b\\u0000c\"\n"), "test.toml:1:5: a: expected a text without NUL\n");
    EXPECT_EQ(told("\n[t]\na = inf\n").substr(0, 25), "test.toml:3:5: t.a: expec");
    EXPECT_NE(told("a = 2025-06-02T16:15:00Z\n"), "");
    EXPECT_NE(told("a = \n"), "");
}

TEST(Tree, KeepsHostileText) {
    for (const std::string& text : {std::string("\"\"\""),
                                    std::string("'''\n\"\"\""),
                                    std::string("\n\na\r\n"),
                                    std::string("\\u0041 \\"),
                                    std::string("😀 \x01\x7f\t"),
                                    std::string("{0} {{X}} <b>"),
                                    std::string(" ")}) {
        TomlTree tree;
        ASSERT_TRUE(tree.set("a", {text}));
        ASSERT_TRUE(tree.set("list", {TomlNode::List{{text}}}));
        ASSERT_TRUE(tree.set(toml_key(text), {text}));
        EXPECT_EQ(parsed(tree.write(by_letters)), tree) << text;
        EXPECT_EQ(*tree.get(toml_key(text))->text(), text);
    }
}

TEST(Tree, APatternIsAPathWithoutPositions) {
    EXPECT_EQ(toml_pattern("form.sections[2].fields[11].label.fi"), "form.sections[].fields[].label.fi");
    EXPECT_EQ(toml_pattern("sources.\"a[1]\".fi"), "sources.\"a[1]\".fi");
}

// ---- whatever stands in a tree: what is written reads as the same tree, and is written as the same bytes

rc::Gen<std::string> some_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a",
                                                                                                   "B",
                                                                                                   "7",
                                                                                                   " ",
                                                                                                   "\"",
                                                                                                   "'",
                                                                                                   "\\",
                                                                                                   "\n",
                                                                                                   "\r",
                                                                                                   "\t",
                                                                                                   "=",
                                                                                                   "#",
                                                                                                   ".",
                                                                                                   "[",
                                                                                                   "]",
                                                                                                   "{",
                                                                                                   "}",
                                                                                                   ",",
                                                                                                   "ä",
                                                                                                   "😀",
                                                                                                   "\x01",
                                                                                                   "\x7f")),
                        [](const std::vector<std::string>& letters) {
                            std::string text;
                            for (const std::string& letter : letters) {
                                text += letter;
                            }
                            return text;
                        });
}

rc::Gen<std::string> some_key() {
    return rc::gen::oneOf(rc::gen::element<std::string>("fi", "sv", "en", "options", "key", "a-b_1", ""), some_text());
}

rc::Gen<TomlNode> some_node(int depth);

rc::Gen<TomlNode> some_table(int depth) {
    return rc::gen::map(
        rc::gen::resize(5, rc::gen::container<std::map<std::string, TomlNode>>(some_key(), some_node(depth - 1))),
        [](const std::map<std::string, TomlNode>& members) {
            return TomlNode{TomlNode::Table(members.begin(), members.end())};
        });
}

rc::Gen<TomlNode> some_node(int depth) {
    const auto as_node = [](const auto& value) { return TomlNode{value}; };
    const auto simple =
        rc::gen::oneOf(rc::gen::map(some_text(), as_node),
                       rc::gen::map(rc::gen::arbitrary<std::int64_t>(), as_node),
                       rc::gen::map(rc::gen::arbitrary<double>(), as_node),
                       rc::gen::map(rc::gen::arbitrary<bool>(), as_node),
                       rc::gen::map(rc::gen::inRange(1, 29), [](int day) { return TomlNode{*Date::of(2026, 2, day)}; }),
                       rc::gen::map(rc::gen::inRange(0, 60), [](int minute) {
                           return TomlNode{LocalTime{*Date::of(2026, 2, 1), 23, minute, 59 - minute}};
                       }));
    if (depth <= 0) {
        return simple;
    }
    const auto list_of = [](const rc::Gen<TomlNode>& one) {
        return rc::gen::map(rc::gen::resize(4, rc::gen::container<TomlNode::List>(one)),
                            [](const TomlNode::List& list) { return TomlNode{list}; });
    };
    return rc::gen::oneOf(simple, some_table(depth), list_of(some_table(depth - 1)), list_of(some_node(depth - 1)));
}

RC_GTEST_PROP(Tree, WritesTheSameBytesAgain, ()) {
    TomlTree tree;
    const TomlNode node = *some_table(3);
    for (const auto& [key, value] : *node.table()) {
        RC_PRE(tree.set(toml_key(key), value));
    }
    for (const TomlLayout* layout : {&by_letters, &compact}) {
        const std::string text = tree.write(*layout);
        Faults faults;
        const auto again = TomlTree::parse("test.toml", text, faults);
        RC_ASSERT(faults.text() == "");
        RC_ASSERT(*again == tree);
        RC_ASSERT(again->write(*layout) == text);
    }
}

TEST(Tree, EveryCallOfEveryProgrammeIsWrittenTheSameAgain) {
    int calls = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cast::source() + "/programmes")) {
        if (entry.path().extension() != ".toml") {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        const TomlTree tree = parsed(text);
        const std::string written = tree.write(compact);
        EXPECT_EQ(parsed(written), tree) << entry.path();
        EXPECT_EQ(parsed(written).write(compact), written) << entry.path();
        Faults faults;
        EXPECT_EQ(Toml::read("a", written, faults).canonical(), Toml::read("b", text, faults).canonical());
        ++calls;
    }
    EXPECT_GE(calls, 5);
}

}  // namespace
}  // namespace vastin::kit
