#pragma once
// One SQL text for SQLite and PostgreSQL (SOCI). Statements are literals in R"sql(...)sql" in stores, with :names in
// the order of the values; they are prepared once per connection. Only one(), maybe(), rows(), change(): each reads its
// result to the end.
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/check.h"
#include "base/id.h"
#include "base/money.h"
#include "base/time.h"

namespace vastin::kit {

/// The database cannot do it now: full disk, lost connection, too long a wait. Nothing was written. The edge answers
/// 503.
struct DatabaseDown : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Any bytes, for a column declared {{bytes}}.
struct Bytes {
    std::string data;
};

/// A value on its way in or out: a number, a text or bytes, or null.
struct Cell {
    enum class Kind { number, text, bytes };
    Kind kind = Kind::number;
    bool null = false;
    std::int64_t number = 0;
    std::string text;  // of bytes, too
};

/// How a C++ type stands in a column. Specialise for enums of an area beside its store.
template <class T>
struct Column;
template <>
struct Column<std::int64_t> {
    static constexpr Cell::Kind kind = Cell::Kind::number;
    static void put(Cell& c, std::int64_t v) { c.number = v; }
    static std::int64_t get(const Cell& c) { return c.number; }
};
template <>
struct Column<bool> {
    static constexpr Cell::Kind kind = Cell::Kind::number;
    static void put(Cell& c, bool v) { c.number = v ? 1 : 0; }
    static bool get(const Cell& c) { return c.number != 0; }
};
template <>
struct Column<std::string> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, std::string_view v) { c.text.assign(v); }
    static std::string get(Cell& c) { return std::move(c.text); }
};
template <>
struct Column<Bytes> {
    static constexpr Cell::Kind kind = Cell::Kind::bytes;
    static void put(Cell& c, const Bytes& v) { c.text.assign(v.data); }
    static Bytes get(Cell& c) { return {std::move(c.text)}; }
};
template <>
struct Column<Money> {
    static constexpr Cell::Kind kind = Cell::Kind::number;
    static void put(Cell& c, Money v) { c.number = v.count(); }
    static Money get(const Cell& c) { return Money::cents(c.number); }
};
template <>
struct Column<Instant> {
    static constexpr Cell::Kind kind = Cell::Kind::number;
    static void put(Cell& c, Instant v) { c.number = v.milliseconds; }
    static Instant get(const Cell& c) { return {c.number}; }
};
template <>
struct Column<Version> {
    static constexpr Cell::Kind kind = Cell::Kind::number;
    static void put(Cell& c, Version v) { c.number = v.number; }
    static Version get(const Cell& c) { return {c.number}; }
};
template <>
struct Column<Date> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, Date v) { c.text = write_date(v); }
    static Date get(const Cell& c) {
        const auto date = read_date(c.text);
        check(date.has_value(), "a day in the database");
        return *date;
    }
};
template <class Thing>
struct Column<Id<Thing>> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, const Id<Thing>& v) { c.text = v.str(); }
    static Id<Thing> get(const Cell& c) {
        const auto id = Id<Thing>::read(c.text);
        check(id.has_value(), "an id in the database");
        return *id;
    }
};
template <class T>
struct Column<std::optional<T>> {
    static constexpr Cell::Kind kind = Column<T>::kind;
    static void put(Cell& c, const std::optional<T>& v) {
        c.null = !v;
        if (v) {
            Column<T>::put(c, *v);
        }
    }
    static std::optional<T> get(Cell& c) { return c.null ? std::nullopt : std::optional<T>(Column<T>::get(c)); }
};

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

/// A statement prepared on one connection, with room for its values. Inside kit/db only, but for the templates below.
class Statement {
  public:
    virtual ~Statement() = default;
    std::vector<Cell> in, out;
    virtual bool first() = 0;           // runs; true when a row stands in `out`
    virtual bool next() = 0;            // the next row
    virtual std::int64_t change() = 0;  // runs; rows touched
};

/// One transaction on one connection, given to the function of Database::read or write.
class Transaction {
  public:
    virtual ~Transaction() = default;

    /// For an act whose last statements touch a row that many acts want at once: others get it as soon as this one has
    /// committed, before the flush. write() returns after the flush all the same. SQLite flushes many acts at once and
    /// needs no such thing.
    virtual void let_go_early() {}

    /// All rows, each a tuple of `Columns`.
    template <class... Columns, class... Values>
    std::vector<std::tuple<Columns...>> rows(const char* sql, const Values&... values) {
        Statement& s = bound<Columns...>(sql, values...);
        std::vector<std::tuple<Columns...>> all;
        for (bool more = s.first(); more; more = s.next()) {
            all.push_back(row<Columns...>(s, std::index_sequence_for<Columns...>()));
        }
        return all;
    }
    /// The only row, or nothing. More than one is a Bug.
    template <class... Columns, class... Values>
    std::optional<std::tuple<Columns...>> maybe(const char* sql, const Values&... values) {
        auto all = rows<Columns...>(sql, values...);
        check(all.size() <= 1, sql);
        return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
    }
    /// The only row. None is a Bug.
    template <class... Columns, class... Values>
    std::tuple<Columns...> one(const char* sql, const Values&... values) {
        auto found = maybe<Columns...>(sql, values...);
        check(found.has_value(), sql);
        return std::move(*found);
    }
    /// Inserts, updates or deletes; gives the number of rows touched.
    template <class... Values>
    std::int64_t change(const char* sql, const Values&... values) {
        return bound<>(sql, values...).change();
    }

  private:
    virtual Statement& prepared(const char* sql, std::span<const Cell::Kind> in, std::span<const Cell::Kind> out) = 0;

    template <class... Columns, class... Values>
    Statement& bound(const char* sql, const Values&... values) {
        static constexpr std::array<Cell::Kind, sizeof...(Values)> in{kind_of<Values>()...};
        static constexpr std::array<Cell::Kind, sizeof...(Columns)> out{Column<Columns>::kind...};
        Statement& s = prepared(sql, in, out);
        std::size_t at = 0;
        ((s.in[at].null = false, put(s.in[at++], values)), ...);
        return s;
    }
    template <class Value>
    static constexpr Cell::Kind kind_of() {
        if constexpr (std::is_convertible_v<Value, std::string_view>) {
            return Cell::Kind::text;
        } else if constexpr (std::is_same_v<Value, int>) {
            return Cell::Kind::number;
        } else {
            return Column<Value>::kind;
        }
    }
    template <class Value>
    static void put(Cell& cell, const Value& value) {
        if constexpr (std::is_convertible_v<Value, std::string_view>) {
            cell.text.assign(std::string_view(value));
        } else if constexpr (std::is_same_v<Value, int>) {
            cell.number = value;
        } else {
            Column<Value>::put(cell, value);
        }
    }
    template <class... Columns, std::size_t... At>
    static std::tuple<Columns...> row(Statement& s, std::index_sequence<At...>) {
        (check(!s.out[At].null || is_optional<Columns>, "a null where a value was expected"), ...);
        return {Column<Columns>::get(s.out[At])...};
    }
};

enum class Engine { sqlite, postgresql };

struct DatabaseSettings {
    std::string address;     // a file path for SQLite, or postgresql://... for PostgreSQL
    int readers = 4;         // connections that only read
    int writers = 4;         // connections that write, PostgreSQL only: SQLite has one
    bool read_only = false;  // tools beside a running server
    bool lasting = true;     // false, SQLite only: nothing is synced; for a database that is thrown away
};

/// A town's database. Safe from any thread.
class Database {
  public:
    /// Opens and takes the town's lock (SQLite: a lock file, unless read_only). Throws std::runtime_error with a clear
    /// sentence.
    static std::unique_ptr<Database> open(const DatabaseSettings& settings);
    virtual ~Database() = default;
    virtual Engine engine() const = 0;

    /// Runs `f` on a connection that cannot write; exceptions pass through.
    virtual void read(const std::function<void(Transaction&)>& f) = 0;
    /// As read(), but all statements of `f` see one state of the database, on both engines.
    virtual void read_one_state(const std::function<void(Transaction&)>& f) = 0;
    /// As read(), and returns when what `f` saw is durable: for an answer that acknowledges what another act wrote and
    /// let go early.
    virtual void read_durable(const std::function<void(Transaction&)>& f) { read(f); }
    /// Runs `f` in a transaction and returns when what it wrote is durable. `f` says whether to keep it: false rolls
    /// back, and write() returns false. `f` may run twice: it draws nothing (no clock, no chance) and moves nothing out
    /// of what it captured. An exception rolls back and passes through.
    virtual bool write(const std::function<bool(Transaction&)>& f) = 0;

    /// Brings the schema up to the newest of the *.sql files in `folder`, each in one transaction, by name; refuses a
    /// database that is newer than the program.
    virtual void migrate(const std::string& folder) = 0;
    /// Prepares every statement given; returns the faults. For the check.
    virtual std::vector<std::string> try_prepare(const std::vector<std::string>& statements) = 0;
};

}  // namespace vastin::kit
