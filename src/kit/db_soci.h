#pragma once
// Inside kit/db only: a connection through SOCI with its prepared statements.
#include <soci/soci.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kit/db.h"

namespace vastin::kit {

/// A statement of SOCI bound once to the cells of Statement.
class SociStatement : public Statement {
  public:
    SociStatement(soci::session& session,
                  Engine engine,
                  const char* sql,
                  std::span<const Cell::Kind> in_kinds,
                  std::span<const Cell::Kind> out_kinds);
    bool first() override;
    bool next() override;
    std::int64_t change() override;

  private:
    void fill(bool row);
    soci::statement statement_;
    Engine engine_;
    std::vector<soci::indicator> in_state_, out_state_;
    std::vector<long long> in_numbers_, out_numbers_;  // SOCI knows long long, not int64_t
    // bytes: a blob on SQLite; on PostgreSQL, where SOCI's blob means a large object, hex text both ways
    std::vector<std::unique_ptr<soci::blob>> in_blobs_, out_blobs_;
    std::vector<std::string> in_hex_;
};

/// One connection; the transaction it is in is opened and closed by its owner.
class Connection : public Transaction {
  public:
    Connection(const soci::backend_factory& backend, const std::string& address, Engine engine);
    soci::session& session() { return session_; }
    void let_go_early() override { early_ = true; }
    /// Whether the transaction that ends now asked for it; asked once.
    bool take_early() { return std::exchange(early_, false); }
    void forget_statements() { statements_.clear(); }

  private:
    Statement& prepared(const char* sql, std::span<const Cell::Kind> in, std::span<const Cell::Kind> out) override;
    soci::session session_;
    bool early_ = false;
    Engine engine_;
    std::unordered_map<const char*, std::unique_ptr<SociStatement>> statements_;
};

std::unique_ptr<Database> open_sqlite(const DatabaseSettings& settings);
std::unique_ptr<Database> open_postgresql(const DatabaseSettings& settings);

/// A file of migrations/, its dialect words replaced.
struct Migration {
    std::string name, sql;
};
/// The *.sql files of `folder` by name; schema.sql is not one. {{bigint}}, {{bytes}} and {{strict}} are spoken for
/// `engine`.
std::vector<Migration> read_migrations(const std::string& folder, Engine engine);
/// Those not yet in `known`; throws std::runtime_error when `known` has a name that the program lacks: the database is
/// newer.
std::vector<Migration> missing_migrations(std::vector<Migration> all, const std::vector<std::string>& known);

}  // namespace vastin::kit
