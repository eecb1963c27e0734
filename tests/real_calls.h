#pragma once
// The real calls under programmes/, for tests that hold of every one of them.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "call/call_load.h"
#include "cast.h"

namespace vastin::cast {

inline std::string file_text(const std::filesystem::path& name) {
    std::ifstream file(name, std::ios::binary);
    EXPECT_TRUE(file.is_open()) << name;
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct RealCall {
    std::string name;  // "oulu/2024-5.toml"
    call::Call call;
    programme::Programme programme;
};

inline programme::Programme programme_in(const std::filesystem::path& folder) {
    kit::Faults faults;
    auto programme = programme::load({"programme.toml", file_text(folder / "programme.toml")}, faults);
    EXPECT_EQ(faults.text(), "");
    return programme;
}

/// Every call of every programme, by name.
inline const std::vector<RealCall>& real_calls() {
    namespace files = std::filesystem;
    static const std::vector<RealCall> calls = [] {
        std::vector<RealCall> all;
        for (const auto& folder : files::directory_iterator(source() + "/programmes")) {
            const auto programme = programme_in(folder.path());
            for (const auto& file : files::directory_iterator(folder.path() / "calls")) {
                const std::string name = file.path().filename().string();
                kit::Faults faults;
                auto call = call::load({"calls/" + name, file_text(file.path())}, programme, faults);
                EXPECT_EQ(faults.text(), "");
                all.push_back({folder.path().filename().string() + "/" + name, std::move(call), programme});
            }
        }
        std::sort(all.begin(), all.end(), [](const RealCall& a, const RealCall& b) { return a.name < b.name; });
        return all;
    }();
    return calls;
}

}  // namespace vastin::cast
