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
        // that a commit outlives a power cut is not what these tests are about; without it they are much faster
        settings.address += "options=-csearch_path%3D" + schema + "%20-csynchronous_commit%3Doff";
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

namespace {

/// The schema of this process on PostgreSQL: made once, because tables are dear there, and emptied before each test.
class Schema {
  public:
    Schema() { (void)kept(""); }  // outlives this: it is needed to drop the schema
    ~Schema() {
        try {
            drop();
        } catch (const std::exception&) {  // the cluster is gone, and the schema with it
        }
    }
    const std::string& name() const { return name_; }
    /// A schema with every table and no rows.
    void make_empty() {
        if (!name_.empty() && emptied()) {
            return;
        }
        drop();
        name_ = "test_" + kit::secret();
        kit::Database::open(postgresql({}))->write([&](kit::Transaction& t) {
            t.change(kept("CREATE SCHEMA " + name_));
            return true;
        });
        auto settings = postgresql(name_);
        settings.readers = settings.writers = 1;
        keeper_ = kit::Database::open(settings);
        keeper_->migrate(source() + "/migrations");
        keeper_->read([&](kit::Transaction& t) {
            tables_ = tables(t);
            migrations_ = texts(t, "SELECT name FROM kit_migration ORDER BY name");
        });
    }

  private:
    /// Newest first: what refers to a table is younger than it.
    static std::vector<std::string> tables(kit::Transaction& t) {
        return texts(t,
                     "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                     "current_schema::regnamespace ORDER BY oid DESC");
    }
    /// False when a test has done something that cannot be taken back.
    bool emptied() {
        bool clean = false;
        keeper_->write([&](kit::Transaction& t) {
            for (const std::string& table : tables(t)) {
                if (std::find(tables_.begin(), tables_.end(), table) == tables_.end()) {
                    t.change(kept("DROP TABLE " + table));
                }
            }
            clean = tables(t) == tables_ && texts(t, "SELECT name FROM kit_migration ORDER BY name") == migrations_;
            for (const std::string& table : tables_) {
                if (clean && table != "kit_migration") {
                    t.change(kept("DELETE FROM " + table));
                }
            }
            return clean;
        });
        return clean;
    }
    void drop() {
        keeper_.reset();
        if (!name_.empty()) {
            kit::Database::open(postgresql({}))->write([&](kit::Transaction& t) {
                t.change(kept("DROP SCHEMA " + name_ + " CASCADE"));
                return true;
            });
        }
    }
    std::string name_;
    std::unique_ptr<kit::Database> keeper_;
    std::vector<std::string> tables_, migrations_;
};

}  // namespace

void OnBothDatabases::SetUp() {
    kit::DatabaseSettings settings{.address = fresh_folder() + "/town.db"};
    settings.readers = 3;
    if (GetParam() == kit::Engine::postgresql) {
        static Schema schema;
        ASSERT_FALSE(postgresql({}).address.empty()) << "VASTIN_TEST_POSTGRES is not set: run ./check unit";
        schema.make_empty();
        settings = postgresql(schema.name());
    }
    address_ = settings.address;
    database_ = kit::Database::open(settings);
    if (GetParam() == kit::Engine::sqlite) {
        database_->migrate(source() + "/migrations");
    }
}

void OnBothDatabases::TearDown() { database_.reset(); }

}  // namespace vastin::cast
