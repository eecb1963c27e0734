#include "call/call_format.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "call/call_load.h"
#include "cast.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

/// The files of all calls of all programmes.
std::vector<programme::SourceFile> all_calls() {
    std::vector<programme::SourceFile> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(cast::source() + "/programmes")) {
        if (entry.path().extension() == ".toml" && entry.path().parent_path().filename() == "calls") {
            std::ifstream file(entry.path(), std::ios::binary);
            all.push_back({entry.path(), {std::istreambuf_iterator<char>(file), {}}});
        }
    }
    return all;
}

kit::TomlTree parsed(const programme::SourceFile& file) {
    kit::Faults faults;
    const auto tree = kit::TomlTree::parse(file.name, file.text, faults);
    EXPECT_EQ(faults.text(), "");
    return tree.value_or(kit::TomlTree());
}

/// Paths below `node` that the table does not know.
void unknown_keys(const kit::TomlNode& node, const std::string& path, std::set<std::string>& unknown) {
    if (const auto* table = node.table()) {
        for (const auto& [key, value] : *table) {
            const std::string there = (path.empty() ? "" : path + ".") + kit::toml_key(key);
            if (find_row(there) == nullptr) {
                unknown.insert(kit::toml_pattern(there));
            }
            unknown_keys(value, there, unknown);
        }
    } else if (const auto* list = node.list()) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            unknown_keys((*list)[i], path + "[" + std::to_string(i + 1) + "]", unknown);
        }
    }
}

TEST(Format, KnowsEveryKeyOfEveryCall) {
    std::set<std::string> unknown;
    for (const auto& file : all_calls()) {
        unknown_keys(parsed(file).root(), "", unknown);
    }
    EXPECT_EQ(testing::PrintToString(unknown), "{}") << "add a row in src/call/call_format_*.cpp";
}

/// The keys that the loader asks for in each table of `file`, as it says when it meets one that it does not know.
std::set<std::string> asked(programme::SourceFile file, const programme::Programme& programme) {
    kit::Faults before;
    kit::TomlTree tree = *kit::TomlTree::parse(file.name, file.text, before);
    std::set<std::string> tables;
    for (const FormatRow& row : format()) {
        tables.insert(std::string(row.holder()));
    }
    std::set<std::string> keys;
    for (const std::string& table : tables) {
        std::string path;
        for (const char letter : table) {
            path += letter == ']' ? std::string("1]") : std::string(1, letter);
        }
        kit::TomlTree probed = tree;
        if ((!path.empty() && tree.get(path) == nullptr) ||
            !probed.set((path.empty() ? "" : path + ".") + "zz", {true})) {
            continue;
        }
        kit::Faults faults;
        load({file.name, canonical(probed)}, programme, faults);
        for (const kit::Fault& fault : faults.all) {
            const auto at = fault.message.find("known here: ");
            for (std::size_t from = at == std::string::npos ? at : at + 12; from < fault.message.size();) {
                const std::size_t to = std::min(fault.message.find(", ", from), fault.message.size());
                keys.insert((table.empty() ? "" : table + ".") + fault.message.substr(from, to - from));
                from = to + 2;
            }
        }
    }
    return keys;
}

TEST(Format, KnowsEveryKeyThatTheLoaderAsksFor) {
    kit::Faults faults;
    const auto programme = programme::load(programme::real_file("programme.toml"), faults);
    std::set<std::string> unknown;
    const auto keys = asked(programme::real_file("calls/2025.toml"), programme);
    EXPECT_GT(keys.size(), 60U);
    for (const std::string& key : keys) {
        if (find_row(key) == nullptr) {
            unknown.insert(key);
        }
    }
    EXPECT_EQ(testing::PrintToString(unknown), "{}") << "add a row in src/call/call_format_*.cpp";
}

TEST(Format, HasEachKeyOnceBelowATableThatItKnows) {
    std::set<std::string> seen;
    for (const FormatRow& row : format()) {
        EXPECT_TRUE(seen.insert(row.path).second) << row.path;
        std::string holder(row.holder());
        if (holder.ends_with("[]")) {
            holder.resize(holder.size() - 2);
        }
        EXPECT_TRUE(holder.empty() || seen.contains(holder)) << row.path;
        EXPECT_FALSE(row.label.empty()) << row.path;
    }
}

TEST(Format, CanonicalTextMeansTheSameCall) {
    kit::Faults faults;
    const auto programme = programme::load(programme::real_file("programme.toml"), faults);
    for (const char* name : {"calls/2021.toml", "calls/2022.toml", "calls/2025.toml"}) {
        const auto file = programme::real_file(name);
        const std::string text = canonical(parsed(file));
        EXPECT_EQ(load({file.name, text}, programme, faults).rules_hash, load(file, programme, faults).rules_hash);
        EXPECT_EQ(canonical(parsed({file.name, text})), text);
        EXPECT_TRUE(text.starts_with("code = ")) << text.substr(0, 200);
    }
    EXPECT_EQ(faults.text(), "");
}

TEST(Format, FindsTheRowOfAPath) {
    EXPECT_EQ(find_row("form.sections[2].fields[1].label.fi")->path, "form.sections[].fields[].label");
    EXPECT_EQ(find_row("sources.council-2021.en")->path, "sources.*");
    EXPECT_EQ(find_row("assumptions[3].sv")->path, "assumptions[].fi");
    EXPECT_EQ(find_row("nothing"), nullptr);
    EXPECT_EQ(find_row("name.de"), nullptr);
}

}  // namespace
}  // namespace vastin::call
