#pragma once
// What the tests share: where the source and the build are, both databases, and a small cast of named people and
// things.
#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "kit/db.h"

namespace vastin::cast {

/// The checkout: src/, programmes/, migrations/ are below it.
std::string source();
/// The build: texts/*.mo are below it.
std::string build();
/// An empty folder of this test, removed when the process ends.
std::string fresh_folder();

/// Every row of every table as text, sorted, by table; columns in `without` ("identity_session.seen") are left out.
using Rows = std::map<std::string, std::vector<std::string>>;
Rows everything(kit::Database& database, const std::set<std::string>& without = {});
/// How many rows a table has.
std::int64_t count(kit::Database& database, const std::string& table);
/// Runs one statement behind the back of the acts; gives how many rows it touched.
std::int64_t tamper(kit::Database& database, const std::string& sql);

/// A database that runs every write twice: the first time it is rolled back, as after a lost race. What an act gives
/// and writes must not depend on that.
class RunsTwice : public kit::Database {
  public:
    explicit RunsTwice(kit::Database& inner) : inner_(inner) {}
    kit::Engine engine() const override { return inner_.engine(); }
    void read(const std::function<void(kit::Transaction&)>& f) override { inner_.read(f); }
    void read_one_state(const std::function<void(kit::Transaction&)>& f) override { inner_.read_one_state(f); }
    void read_durable(const std::function<void(kit::Transaction&)>& f) override { inner_.read_durable(f); }
    bool write(const std::function<bool(kit::Transaction&)>& f) override;
    void migrate(const std::string& folder) override { inner_.migrate(folder); }
    std::vector<std::string> try_prepare(const std::vector<std::string>& statements) override {
        return inner_.try_prepare(statements);
    }
    int writes() const { return writes_; }

  private:
    kit::Database& inner_;
    int writes_ = 0;
};

/// A test that runs on SQLite and on PostgreSQL, each time in a migrated database without rows. PostgreSQL is reached
/// through VASTIN_TEST_POSTGRES, an address of a cluster whose user may create schemas; where it is missing the test is
/// red, not skipped. `./check unit` starts a cluster of its own.
class OnBothDatabases : public testing::TestWithParam<kit::Engine> {
  protected:
    void SetUp() override;
    void TearDown() override;
    kit::Database& database() { return *database_; }
    std::string address() const { return address_; }

  private:
    std::string address_;
    std::unique_ptr<kit::Database> database_;
};
#define VASTIN_ON_BOTH_DATABASES(Suite)                                                \
    INSTANTIATE_TEST_SUITE_P(                                                          \
        Databases,                                                                     \
        Suite,                                                                         \
        testing::Values(vastin::kit::Engine::sqlite, vastin::kit::Engine::postgresql), \
        [](const auto& engine) { return engine.param == vastin::kit::Engine::sqlite ? "Sqlite" : "Postgresql"; })

}  // namespace vastin::cast
