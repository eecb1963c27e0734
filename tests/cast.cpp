#include "cast.h"

#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <mutex>

#include "kit/hash.h"

namespace vastin::cast {

std::string source() { return VASTIN_SOURCE; }
std::string build() { return VASTIN_BUILD; }

namespace {

struct Folders {
    std::string root;
    std::atomic<int> next = 0;
    Folders() {
        std::string name = (std::filesystem::temp_directory_path() / "vastin-test-XXXXXX").string();
        root = mkdtemp(name.data());
    }
    ~Folders() {
        std::error_code ignored;
        std::filesystem::remove_all(root, ignored);
    }
};

kit::DatabaseSettings postgresql(const std::string& schema) {
    const char* address = std::getenv("VASTIN_TEST_POSTGRES");
    if (address == nullptr) {
        return {};
    }
    kit::DatabaseSettings settings{.address = address};
    settings.readers = settings.writers = 3;
    if (!schema.empty()) {
        settings.address += settings.address.find('?') == std::string::npos ? "?" : "&";
        settings.address += "options=-csearch_path%3D" + schema;
    }
    return settings;
}

/// A statement made in the test, under an address that stays: connections keep what they prepared by it.
const char* kept(const std::string& sql) {
    static std::mutex mutex;
    static std::map<std::string, std::string> all;
    const std::lock_guard guard(mutex);
    return all.emplace(sql, sql).first->second.c_str();
}

std::vector<std::string> texts(kit::Transaction& t, const std::string& sql) {
    std::vector<std::string> all;
    for (auto& [text] : t.rows<std::string>(kept(sql))) {
        all.push_back(std::move(text));
    }
    return all;
}

}  // namespace

Rows everything(kit::Database& database, const std::set<std::string>& without) {
    const bool sqlite = database.engine() == kit::Engine::sqlite;
    Rows rows;
    database.read_one_state([&](kit::Transaction& t) {
        rows.clear();
        for (const std::string& table : texts(
                 t,
                 sqlite
                     ? "SELECT name FROM sqlite_master WHERE type = 'table'"
                     : "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema")) {
            std::string whole;
            for (const std::string& column :
                 texts(t,
                       sqlite ? "SELECT name FROM pragma_table_info('" + table + "')"
                              : "SELECT column_name::text FROM information_schema.columns WHERE table_schema = "
                                "current_schema AND table_name = '" +
                                    table + "' ORDER BY ordinal_position")) {
                if (!without.contains(table + "." + column)) {
                    whole +=
                        (whole.empty() ? "" : " || ' | ' || ") + ("coalesce(CAST(" + column + " AS TEXT), 'null')");
                }
            }
            auto& all = rows[table];
            all = texts(t, "SELECT " + whole + " FROM " + table);
            std::sort(all.begin(), all.end());
        }
    });
    return rows;
}

std::int64_t count(kit::Database& database, const std::string& table) {
    std::int64_t rows = 0;
    database.read(
        [&](kit::Transaction& t) { rows = std::get<0>(t.one<std::int64_t>(kept("SELECT count(*) FROM " + table))); });
    return rows;
}

std::int64_t tamper(kit::Database& database, const std::string& sql) {
    std::int64_t rows = 0;
    database.write([&](kit::Transaction& t) {
        rows = t.change(kept(sql));
        return true;
    });
    return rows;
}

bool RunsTwice::write(const std::function<bool(kit::Transaction&)>& f) {
    ++writes_;
    bool first = false;
    inner_.write([&](kit::Transaction& t) {
        first = f(t);
        return false;
    });
    const bool second = inner_.write(f);
    EXPECT_EQ(first, second) << "an act that ran twice was kept once";
    return second;
}

std::string fresh_folder() {
    static Folders folders;
    const std::string folder = folders.root + "/" + std::to_string(folders.next++);
    std::filesystem::create_directory(folder);
    return folder;
}

void OnBothDatabases::SetUp() {
    kit::DatabaseSettings settings{.address = fresh_folder() + "/town.db"};
    settings.readers = 3;
    if (GetParam() == kit::Engine::postgresql) {
        schema_ = "test_" + kit::secret();
        const auto whole = postgresql({});
        ASSERT_FALSE(whole.address.empty()) << "VASTIN_TEST_POSTGRES is not set: run ./check unit";
        kit::Database::open(whole)->write([&](kit::Transaction& t) {
            t.change(("CREATE SCHEMA " + schema_).c_str());
            return true;
        });
        settings = postgresql(schema_);
    }
    address_ = settings.address;
    database_ = kit::Database::open(settings);
    database_->migrate(source() + "/migrations");
}

void OnBothDatabases::TearDown() {
    database_.reset();
    if (!schema_.empty()) {
        kit::Database::open(postgresql({}))->write([&](kit::Transaction& t) {
            t.change(("DROP SCHEMA " + schema_ + " CASCADE").c_str());
            return true;
        });
    }
}

}  // namespace vastin::cast
