#include "cast.h"

#include <stdlib.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>

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

}  // namespace

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
