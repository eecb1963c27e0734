// PostgreSQL: a pooled connection each, READ COMMITTED; an act that lost a race for a lock is run again.
#include <soci/postgresql/soci-postgresql.h>

#include <libpq-fe.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "kit/db_soci.h"

namespace vastin::kit {

namespace {

PGconn* handle(Connection& c) {
    return static_cast<soci::postgresql_session_backend*>(c.session().get_backend())->conn_;
}

/// The statement's own failure, by SQLSTATE; "" where it was something else.
std::string state_of(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const soci::postgresql_soci_error& error) {
        return error.sqlstate();
    } catch (...) {
        return {};
    }
}

/// Lost connection, out of room or memory, shutting down: classes 08, 53, 57, 58.
bool machine_fails(const std::string& state) {
    const std::string kind = state.substr(0, 2);
    return kind == "08" || kind == "53" || kind == "57" || kind == "58";
}

/// Lost a race: serialization failure or deadlock; nothing was kept, the act may run again.
bool may_run_again(const std::string& state) { return state == "40001" || state == "40P01"; }

void execute(Connection& c, const std::string& sql) {
    PGresult* result = PQexec(handle(c), sql.c_str());
    const auto status = PQresultStatus(result);
    const std::string message = PQresultErrorMessage(result);
    const char* code = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const std::string state = code != nullptr ? code : "08006";
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        if (machine_fails(state)) {
            throw DatabaseDown("PostgreSQL: " + message);
        }
        throw std::runtime_error("PostgreSQL: " + state + " " + message);
    }
}

/// Returns when everything that this session has seen committed is flushed: a commit that holds a record of its own
/// flushes all that stand before it in the log. It must be the same session: a server that fell and came back has ended
/// them all, and with them what it had not flushed.
void flush(Connection& c) { execute(c, "SELECT pg_logical_emit_message(true, 'vastin', '')"); }

class Pool {
  public:
    Pool(std::string address, int size, bool writes) : address_(std::move(address)), writes_(writes) {
        for (int i = 0; i < size; ++i) {
            free_.push_back(connect());
        }
    }
    std::unique_ptr<Connection> take() {
        std::unique_lock guard(mutex_);
        changed_.wait(guard, [this] { return !free_.empty(); });
        auto c = std::move(free_.back());
        free_.pop_back();
        guard.unlock();
        if (!c || PQstatus(handle(*c)) != CONNECTION_OK) {
            try {
                c = connect();
            } catch (const std::exception& error) {
                give_back(nullptr);
                throw DatabaseDown(error.what());
            }
        }
        return c;
    }
    void give_back(std::unique_ptr<Connection> c) {
        {
            const std::lock_guard guard(mutex_);
            free_.push_back(std::move(c));
        }
        changed_.notify_one();
    }

  private:
    std::unique_ptr<Connection> connect() {
        auto c = std::make_unique<Connection>(soci::postgresql, address_, Engine::postgresql);
        execute(
            *c,
            "SET client_min_messages=warning; SET TimeZone='UTC'; SET lock_timeout='5s'; SET statement_timeout='30s'");
        if (!writes_) {
            execute(*c, "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY");
        }
        return c;
    }
    std::string address_;
    bool writes_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::unique_ptr<Connection>> free_;
};

/// Runs `f` with a connection of the pool that comes back whatever happens.
template <class F>
void with(Pool& pool, F&& f) {
    auto c = pool.take();
    try {
        f(*c);
    } catch (...) {
        const auto failure = std::current_exception();
        const bool lost = PQstatus(handle(*c)) != CONNECTION_OK;
        pool.give_back(lost ? nullptr : std::move(c));
        if (lost || machine_fails(state_of(failure))) {
            throw DatabaseDown("PostgreSQL cannot answer now");
        }
        std::rethrow_exception(failure);
    }
    pool.give_back(std::move(c));
}

class Postgresql : public Database {
  public:
    explicit Postgresql(const DatabaseSettings& settings)
        : readers_(settings.address, settings.readers, false),
          writers_(settings.address, settings.read_only ? 0 : settings.writers, true) {}

    Engine engine() const override { return Engine::postgresql; }

    void read(const std::function<void(Transaction&)>& f) override {
        with(readers_, [&](Connection& c) { f(c); });
    }

    void read_one_state(const std::function<void(Transaction&)>& f) override {
        with(readers_, [&](Connection& c) {
            execute(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            try {
                f(c);
                execute(c, "COMMIT");
            } catch (...) {
                const auto failure = std::current_exception();
                if (PQstatus(handle(c)) == CONNECTION_OK) {
                    execute(c, "ROLLBACK");
                }
                std::rethrow_exception(failure);
            }
        });
    }

    void read_durable(const std::function<void(Transaction&)>& f) override {
        with(writers_, [&](Connection& c) {
            f(c);
            flush(c);
        });
    }

    bool write(const std::function<bool(Transaction&)>& f) override {
        bool kept = false;
        with(writers_, [&](Connection& c) {
            if (run(c, f, kept)) {
                flush(c);
            }
        });
        return kept;
    }

    void migrate(const std::string& folder) override {
        const auto all = read_migrations(folder, Engine::postgresql);
        write([&](Transaction& t) {
            auto& c = dynamic_cast<Connection&>(t);
            execute(c, "SELECT pg_advisory_xact_lock(8417202611)");  // one node at a time
            t.change("CREATE TABLE IF NOT EXISTS kit_migration (name TEXT PRIMARY KEY)");
            std::vector<std::string> known;
            for (auto& [name] : t.rows<std::string>("SELECT name FROM kit_migration ORDER BY name")) {
                known.push_back(std::move(name));
            }
            for (const Migration& m : missing_migrations(all, known)) {
                execute(c, m.sql);
                t.change("INSERT INTO kit_migration (name) VALUES (:name)", m.name);
            }
            return true;
        });
    }

    std::vector<std::string> try_prepare(const std::vector<std::string>& statements) override {
        std::vector<std::string> faults;
        with(readers_, [&](Connection& c) {
            for (const std::string& sql : statements) {
                try {
                    soci::statement s(c.session());
                    s.alloc();
                    s.prepare(sql);
                } catch (const soci::soci_error& error) {
                    faults.push_back(std::string("PostgreSQL: ") + error.what() + ": " + sql);
                }
            }
        });
        return faults;
    }

  private:
    /// Runs `f` until it did not lose a race; true when it committed without waiting for the flush.
    static bool run(Connection& c, const std::function<bool(Transaction&)>& f, bool& kept) {
        for (int tries = 1;; ++tries) {
            c.take_early();
            execute(c, "BEGIN");
            try {
                kept = f(c);
                const bool early = c.take_early() && kept;
                execute(c, !kept ? "ROLLBACK" : early ? "SET LOCAL synchronous_commit=off; COMMIT" : "COMMIT");
                return early;
            } catch (...) {
                const auto failure = std::current_exception();
                if (PQstatus(handle(c)) == CONNECTION_OK) {
                    execute(c, "ROLLBACK");
                }
                if (tries == 5 || !may_run_again(state_of(failure))) {
                    std::rethrow_exception(failure);
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(tries * 5));
            }
        }
    }

    Pool readers_, writers_;
};

}  // namespace

std::unique_ptr<Database> open_postgresql(const DatabaseSettings& settings) {
    return std::make_unique<Postgresql>(settings);
}

}  // namespace vastin::kit
