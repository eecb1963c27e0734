#include "kit/db.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "cast.h"

namespace vastin::kit {
namespace {

class Db : public cast::OnBothDatabases {
  protected:
    void SetUp() override {
        cast::OnBothDatabases::SetUp();
        database().write([](Transaction& t) {
            t.change("CREATE TABLE kit_try (id TEXT PRIMARY KEY, sum BIGINT, day TEXT)");
            return true;
        });
    }
    static std::int64_t rows(Database& database) {
        std::int64_t n = 0;
        database.read([&](Transaction& t) { n = std::get<0>(t.one<std::int64_t>("SELECT count(*) FROM kit_try")); });
        return n;
    }
};
VASTIN_ON_BOTH_DATABASES(Db);

TEST_P(Db, KeepsSumsBeyondThirtyTwoBitsAndNullsAndLetters) {
    const auto sum = Money::cents(99'999'999'999);
    database().write([&](Transaction& t) {
        t.change("INSERT INTO kit_try (id, sum, day) VALUES (:id, :sum, :day)",
                 "äö €😀 'quoted'",
                 sum,
                 std::optional<std::string>());
        return true;
    });
    database().read([&](Transaction& t) {
        const auto [id, read, day] =
            t.one<std::string, Money, std::optional<std::string>>("SELECT id, sum, day FROM kit_try");
        EXPECT_EQ(id, "äö €😀 'quoted'");
        EXPECT_EQ(read, sum);
        EXPECT_FALSE(day.has_value());
    });
}

TEST_P(Db, ARefusedActLeavesNothingAndTheOthersStay) {
    std::vector<std::thread> people;
    std::atomic<int> kept = 0;
    for (int i = 0; i < 20; ++i) {
        people.emplace_back([&, i] {
            kept += database().write([&](Transaction& t) {
                t.change("INSERT INTO kit_try (id) VALUES (:id)", std::to_string(i));
                return i % 2 == 0;
            });
        });
    }
    for (auto& person : people) {
        person.join();
    }
    EXPECT_EQ(kept, 10);
    EXPECT_EQ(rows(database()), 10);
}

TEST_P(Db, AnActThatLetsGoEarlyLosesNothingAndCountsWithoutAGap) {
    database().write([](Transaction& t) {
        t.change("INSERT INTO kit_try (id, sum) VALUES ('last', 0)");
        return true;
    });
    std::vector<std::thread> people;
    for (int i = 0; i < 20; ++i) {
        people.emplace_back([&, i] {
            const bool kept = database().write([&](Transaction& t) {
                t.let_go_early();
                const auto [number] =
                    t.one<std::int64_t>("UPDATE kit_try SET sum = sum + 1 WHERE id = 'last' RETURNING sum");
                t.change("INSERT INTO kit_try (id, sum) VALUES (:id, :sum)", std::to_string(i), number);
                return i % 4 != 3;
            });
            EXPECT_EQ(kept, i % 4 != 3);
        });
    }
    for (auto& person : people) {
        person.join();
    }
    database().read_durable([](Transaction& t) {
        const auto [all, different, highest] = t.one<std::int64_t, std::int64_t, std::int64_t>(
            "SELECT count(*), count(DISTINCT sum), max(sum) FROM kit_try WHERE id <> 'last'");
        EXPECT_EQ(all, 15);
        EXPECT_EQ(different, 15);
        EXPECT_EQ(highest, 15);
    });
}

TEST_P(Db, AThrowingActLeavesNothingAndTheDatabaseGoesOn) {
    EXPECT_THROW(database().write([](Transaction& t) -> bool {
        t.change("INSERT INTO kit_try (id) VALUES (:id)", "a");
        throw std::logic_error("no");
    }),
                 std::logic_error);
    EXPECT_THROW(database().write([](Transaction& t) {
        t.change("INSERT INTO kit_try (id) VALUES (:id)", "b");
        t.change("INSERT INTO kit_try (id) VALUES (:id)", "b");
        return true;
    }),
                 std::exception);
    EXPECT_EQ(rows(database()), 0);
    database().write([](Transaction& t) { return t.change("INSERT INTO kit_try (id) VALUES (:id)", "c") == 1; });
    EXPECT_EQ(rows(database()), 1);
}

TEST_P(Db, ADuplicateIsNoFaultWithOnConflict) {
    std::int64_t second = -1;
    database().write([&](Transaction& t) {
        t.change("INSERT INTO kit_try (id) VALUES (:id)", "a");
        second = t.change("INSERT INTO kit_try (id) VALUES (:id) ON CONFLICT DO NOTHING", "a");
        return true;
    });
    EXPECT_EQ(second, 0);
}

TEST_P(Db, ReturningGivesTheNewValue) {
    database().write([&](Transaction& t) {
        t.change("INSERT INTO kit_try (id, sum) VALUES (:id, :sum)", "a", 5);
        const auto [now] = t.one<std::int64_t>("UPDATE kit_try SET sum = sum + 1 WHERE id = :id RETURNING sum", "a");
        EXPECT_EQ(now, 6);
        return true;
    });
}

TEST_P(Db, AReaderCannotWrite) {
    EXPECT_ANY_THROW(database().read([](Transaction& t) { t.change("INSERT INTO kit_try (id) VALUES (:id)", "a"); }));
    EXPECT_EQ(rows(database()), 0);
}

TEST_P(Db, KeepsBytesAsTheyAre) {
    std::string all(300'000, '\0');
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i] = static_cast<char>(i * 31 % 256);
    }
    const bool sqlite = database().engine() == Engine::sqlite;
    database().write([&](Transaction& t) {
        t.change(sqlite ? "CREATE TABLE kit_bytes (id TEXT, bytes BLOB) STRICT"
                        : "CREATE TABLE kit_bytes (id TEXT, bytes BYTEA)");
        return true;
    });
    for (const std::string& bytes : {all, std::string(), std::string("a"), std::string("\\x00 '\0", 7)}) {
        database().write([&](Transaction& t) {
            return t.change("INSERT INTO kit_bytes (id, bytes) VALUES (:id, :bytes)", "a", Bytes{bytes}) == 1;
        });
        database().read([&](Transaction& t) {
            const auto [size, read] =
                t.one<std::int64_t, Bytes>("SELECT length(bytes), bytes FROM kit_bytes WHERE id = 'a'");
            EXPECT_EQ(size, static_cast<std::int64_t>(bytes.size()));
            EXPECT_TRUE(read.data == bytes) << bytes.size();
        });
        database().write([](Transaction& t) { return t.change("DELETE FROM kit_bytes") == 1; });
    }
    database().write([](Transaction& t) {
        t.change("INSERT INTO kit_bytes (id, bytes) VALUES (:id, :bytes)", "none", std::optional<Bytes>());
        t.change("INSERT INTO kit_bytes (id, bytes) VALUES (:id, :bytes)", "some", std::optional(Bytes{"x"}));
        const auto rows = t.rows<std::optional<Bytes>>("SELECT bytes FROM kit_bytes ORDER BY id");
        EXPECT_FALSE(std::get<0>(rows.at(0)).has_value());
        EXPECT_EQ(std::get<0>(rows.at(1))->data, "x");
        return true;
    });
}

TEST_P(Db, ANullWhereAValueWasExpectedIsABug) {
    database().write([](Transaction& t) { return t.change("INSERT INTO kit_try (id) VALUES (:id)", "a") == 1; });
    EXPECT_THROW(database().read([](Transaction& t) { t.one<Money>("SELECT sum FROM kit_try"); }), Bug);
}

TEST_P(Db, ADatabaseNewerThanTheProgramIsRefused) {
    database().write([](Transaction& t) {
        return t.change("INSERT INTO kit_migration (name) VALUES (:name)", "9999_later.sql") == 1;
    });
    EXPECT_THROW(database().migrate(cast::source() + "/migrations"), std::runtime_error);
}

TEST(Sqlite, OneProcessATown) {
    const auto folder = cast::fresh_folder();
    const DatabaseSettings settings{.address = folder + "/town.db"};
    const auto first = Database::open(settings);
    EXPECT_THROW(Database::open(settings), std::runtime_error);
}

TEST(Sqlite, WhatWasAnsweredIsThereWhenOpenedAgain) {
    const auto folder = cast::fresh_folder();
    const DatabaseSettings settings{.address = folder + "/town.db"};
    {
        auto database = Database::open(settings);
        database->write([](Transaction& t) {
            t.change("CREATE TABLE kit_try (id TEXT)");
            return true;
        });
    }
    auto again = Database::open(settings);
    again->read([](Transaction& t) { EXPECT_EQ(std::get<0>(t.one<std::int64_t>("SELECT count(*) FROM kit_try")), 0); });
}

}  // namespace
}  // namespace vastin::kit
