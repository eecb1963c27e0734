#pragma once
// What the tests share: where the source and the build are, both databases, and a small cast of named people and
// things.
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "kit/db.h"

namespace vastin::cast {

/// The checkout: src/, programmes/, migrations/ are below it.
std::string source();
/// The build: texts/*.mo are below it.
std::string build();
/// An empty folder of this test, removed when the process ends.
std::string fresh_folder();

/// A test that runs on SQLite and on PostgreSQL, each time in a fresh, migrated database. PostgreSQL is reached through
/// VASTIN_TEST_POSTGRES, an address of a cluster whose user may create schemas; where it is missing the test is red,
/// not skipped. `./check unit` starts a cluster of its own.
class OnBothDatabases : public testing::TestWithParam<kit::Engine> {
  protected:
    void SetUp() override;
    void TearDown() override;
    kit::Database& database() { return *database_; }
    std::string address() const { return address_; }

  private:
    std::string address_, schema_;
    std::unique_ptr<kit::Database> database_;
};
#define VASTIN_ON_BOTH_DATABASES(Suite)                                                \
    INSTANTIATE_TEST_SUITE_P(                                                          \
        Databases,                                                                     \
        Suite,                                                                         \
        testing::Values(vastin::kit::Engine::sqlite, vastin::kit::Engine::postgresql), \
        [](const auto& engine) { return engine.param == vastin::kit::Engine::sqlite ? "Sqlite" : "Postgresql"; })

}  // namespace vastin::cast
