#include "project/data_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "programme/test_town.h"

namespace vastin::project {
namespace {

/// A copy of programmes/kokkola that may be broken.
std::string copy_of_kokkola() {
    const std::string folder = cast::fresh_folder() + "/kokkola";
    std::filesystem::copy(cast::source() + "/programmes/kokkola", folder, std::filesystem::copy_options::recursive);
    return folder;
}
void write(const std::string& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }
std::string faults_of(const std::string& folder) { return kit::Faults{check_folder(folder)}.text(); }

TEST(DataFolder, OfKokkolaHasNoFault) {
    EXPECT_EQ(faults_of(cast::source() + "/programmes/kokkola"), "");
    kit::Faults faults;
    const DataFolder data = load_folder(cast::source() + "/programmes/kokkola", faults);
    EXPECT_EQ(data.calls.size(), 3U);
    EXPECT_EQ(data.projects.size(), 5U);
}

TEST(DataFolder, TellsTheMistakesOfAllFilesAtOnce) {
    const std::string folder = copy_of_kokkola();
    for (const auto& [name, there, instead] : {std::tuple{"programme.toml", "number = 2", "number = 200"},
                                               std::tuple{"calls/2025.toml", "sum = 560_000", "sum = -1"},
                                               std::tuple{"projects.toml", "support = 28_210", "support = true"}}) {
        const auto file = programme::broken(programme::real_file(name), there, instead);
        write(folder + "/" + name, file.text);
    }
    const auto faults = check_folder(folder);
    ASSERT_EQ(faults.size(), 3U) << kit::Faults{faults}.text();
    EXPECT_EQ(faults[0].file, folder + "/programme.toml");
    EXPECT_EQ(faults[0].key, "themes[2].number");
    EXPECT_EQ(faults[1].file, folder + "/calls/2025.toml");
    EXPECT_EQ(faults[1].key, "pots[1].sum");
    EXPECT_EQ(faults[2].file, folder + "/projects.toml");
    EXPECT_EQ(faults[2].key, "projects[1].support");
    for (const kit::Fault& fault : faults) {
        EXPECT_GT(fault.line, 1);
    }
}

TEST(DataFolder, ACallTwiceIsTold) {
    const std::string folder = copy_of_kokkola();
    std::filesystem::copy(folder + "/calls/2025.toml", folder + "/calls/2025-again.toml");
    EXPECT_EQ(faults_of(folder),
              folder + "/calls/2025.toml:1:1: code: \"2025\" is taken already by calls/2025-again.toml\n");
}

TEST(DataFolder, AFileThatNobodyReadsIsTold) {
    const std::string folder = copy_of_kokkola();
    std::filesystem::rename(folder + "/projects.toml", folder + "/project.toml");
    EXPECT_EQ(faults_of(folder),
              folder +
                  "/project.toml:1:1: unknown file; known here: programme.toml, organisations.toml, projects.toml, "
                  "calls/*.toml\n");
}

TEST(DataFolder, WithoutAProgrammeIsTold) {
    EXPECT_EQ(faults_of("/nowhere"), "/nowhere/programme.toml:0:1: this file cannot be read\n");
}

TEST(DataFolder, AProgrammeThatCannotBeReadIsNotToldAgainByEveryCall) {
    const std::string folder = copy_of_kokkola();
    write(folder + "/programme.toml", "[agreement\n");
    write(folder + "/calls/2025.toml", "\ncode = \n");
    const auto faults = check_folder(folder);
    ASSERT_EQ(faults.size(), 2U) << kit::Faults{faults}.text();
    EXPECT_EQ(faults[0].file, folder + "/programme.toml");
    EXPECT_EQ(faults[1].file, folder + "/calls/2025.toml");
    EXPECT_EQ(faults[1].line, 2);
}

}  // namespace
}  // namespace vastin::project
