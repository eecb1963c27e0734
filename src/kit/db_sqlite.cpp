// SQLite: one writer thread takes all waiting writes into one transaction, each in its own savepoint, and answers them
// after the one commit.
#include <soci/sqlite3/soci-sqlite3.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "kit/db_soci.h"
#include "kit/limits.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

using namespace sqlite_api;  // where SOCI puts SQLite's own header

sqlite3* handle(Connection& c) { return static_cast<soci::sqlite3_session_backend*>(c.session().get_backend())->conn_; }

/// A full disk, a lost file, a lock held too long: the town cannot write now.
bool machine_fails(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
        case SQLITE_IOERR:
        case SQLITE_BUSY:
        case SQLITE_CANTOPEN:
        case SQLITE_NOMEM:
        case SQLITE_READONLY:
            return true;
        default:
            return false;
    }
}

/// After a failed fsync nobody knows what the disk holds: the process ends, and the next start recovers from the log.
void end_if_flush_failed(int extended) {
    if (extended == SQLITE_IOERR_FSYNC || extended == SQLITE_IOERR_DIR_FSYNC) {
        log("incident", {{"what", "the disk did not take a flush; the process ends"}});
        std::_Exit(70);
    }
}

void execute(Connection& c, const char* sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle(c), sql, nullptr, nullptr, &message) != SQLITE_OK) {
        const std::string what = message != nullptr ? message : "unknown";
        sqlite3_free(message);
        const int code = sqlite3_extended_errcode(handle(c));
        end_if_flush_failed(code);
        if (machine_fails(code)) {
            throw DatabaseDown("SQLite: " + what);
        }
        throw std::runtime_error("SQLite: " + what);
    }
}

/// A statement without values, prepared once.
class Command {
  public:
    Command(Connection& c, const char* sql) : c_(c) {
        sqlite3_prepare_v3(handle(c), sql, -1, SQLITE_PREPARE_PERSISTENT, &s_, nullptr);
    }
    ~Command() { sqlite3_finalize(s_); }
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    void run() {
        const int code = sqlite3_step(s_);
        const int extended = sqlite3_extended_errcode(handle(c_));
        sqlite3_reset(s_);
        if (code != SQLITE_DONE) {
            end_if_flush_failed(extended);
            throw DatabaseDown(std::string("SQLite: ") + sqlite3_errstr(extended));
        }
    }

  private:
    Connection& c_;
    sqlite3_stmt* s_ = nullptr;
};

/// What went wrong in a function of ours, made DatabaseDown where the machine failed.
std::exception_ptr told(Connection& c) {
    const int code = sqlite3_extended_errcode(handle(c));
    end_if_flush_failed(code);
    try {
        throw;
    } catch (const soci::soci_error& error) {
        if (machine_fails(code)) {
            return std::make_exception_ptr(DatabaseDown(error.what()));
        }
        return std::current_exception();
    } catch (...) {
        return std::current_exception();
    }
}

/// Where a thread waits for its write: its own lock, so that those who are woken do not queue for the writer's.
struct Waiter {
    std::mutex mutex;
    std::condition_variable turn;
    bool ended = false;
};

struct Job {
    const std::function<bool(Transaction&)>* deed = nullptr;
    bool kept = false;
    std::exception_ptr failure;
    Waiter* waiter = nullptr;

    /// The job may be gone as soon as this has let go of the waiter's lock; the waiter itself lives as long as its
    /// thread.
    void end() {
        const std::lock_guard guard(waiter->mutex);
        waiter->ended = true;
        waiter->turn.notify_one();
    }
};

std::unique_ptr<Connection> connect(const std::string& path, bool writes) {
    auto c = std::make_unique<Connection>(soci::sqlite3, "db=\"" + path + "\" timeout=5", Engine::sqlite);
    sqlite3_extended_result_codes(handle(*c), 1);
    execute(*c, "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=0; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF");
    if (writes) {
        execute(*c,
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA "
                "cache_size=-16000");
    } else {
        execute(*c, "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-4000");
    }
    return c;
}

/// A connection that only reads, with what opens and closes its view of the database.
struct Reader {
    explicit Reader(const std::string& path)
        : connection(connect(path, false)), begin(*connection, "BEGIN"), commit(*connection, "COMMIT") {}
    std::unique_ptr<Connection> connection;
    Command begin, commit;
};

class Sqlite : public Database {
  public:
    explicit Sqlite(const DatabaseSettings& settings) : path_(settings.address), read_only_(settings.read_only) {
        if (!read_only_) {
            take_lock();
            writer_ = connect(path_, true);
            if (!settings.lasting) {
                execute(*writer_, "PRAGMA synchronous=OFF");
            }
            thread_ = std::thread([this] { work(); });
        }
        for (int i = 0; i < settings.readers; ++i) {
            readers_.push_back(std::make_unique<Reader>(path_));
        }
    }

    ~Sqlite() override {
        if (thread_.joinable()) {
            {
                const std::lock_guard guard(mutex_);
                ending_ = true;
            }
            wake_.notify_one();
            thread_.join();
        }
        readers_.clear();
        writer_.reset();  // the last connection to go: it checkpoints and removes the log
        if (lock_ >= 0) {
            close(lock_);
        }
    }

    Engine engine() const override { return Engine::sqlite; }

    void read(const std::function<void(Transaction&)>& f) override {
        auto reader = take_reader();
        Connection& c = *reader->connection;
        try {
            reader->begin.run();
            f(c);
            reader->commit.run();
        } catch (...) {
            auto failure = told(c);
            sqlite3_exec(handle(c), "ROLLBACK", nullptr, nullptr, nullptr);
            give_back(std::move(reader));
            std::rethrow_exception(failure);
        }
        give_back(std::move(reader));
    }

    void read_one_state(const std::function<void(Transaction&)>& f) override { read(f); }

    bool write(const std::function<bool(Transaction&)>& f) override {
        check(!read_only_, "the database was opened to be read");
        static thread_local Waiter waiter;
        waiter.ended = false;
        Job job;
        job.deed = &f;
        job.waiter = &waiter;
        bool first = false;
        {
            const std::lock_guard guard(mutex_);
            if (ending_) {
                throw DatabaseDown("the town is closing");
            }
            waiting_.push_back(&job);
            first = waiting_.size() == 1;
        }
        if (first) {
            wake_.notify_one();
        }
        {
            std::unique_lock guard(waiter.mutex);
            waiter.turn.wait(guard, [&] { return waiter.ended; });
        }
        if (job.failure) {
            std::rethrow_exception(job.failure);
        }
        return job.kept;
    }

    void migrate(const std::string& folder) override {
        auto all = read_migrations(folder, Engine::sqlite);
        write([&](Transaction& t) {
            auto& c = dynamic_cast<Connection&>(t);
            t.change("CREATE TABLE IF NOT EXISTS kit_migration (name TEXT PRIMARY KEY) STRICT");
            std::vector<std::string> known;
            for (auto& [name] : t.rows<std::string>("SELECT name FROM kit_migration ORDER BY name")) {
                known.push_back(std::move(name));
            }
            for (const Migration& m : missing_migrations(std::move(all), known)) {
                execute(c, m.sql.c_str());
                t.change("INSERT INTO kit_migration (name) VALUES (:name)", m.name);
            }
            return true;
        });
    }

    std::vector<std::string> try_prepare(const std::vector<std::string>& statements) override {
        std::vector<std::string> faults;
        auto reader = take_reader();
        Connection* c = reader->connection.get();
        for (const std::string& sql : statements) {
            sqlite3_stmt* s = nullptr;
            if (sqlite3_prepare_v2(handle(*c), sql.c_str(), -1, &s, nullptr) != SQLITE_OK) {
                faults.push_back(std::string("SQLite: ") + sqlite3_errmsg(handle(*c)) + ": " + sql);
            }
            sqlite3_finalize(s);
        }
        give_back(std::move(reader));
        return faults;
    }

  private:
    void take_lock() {
        const std::string file = path_ + ".lock";
        lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock_ < 0) {
            throw std::runtime_error("cannot write " + file + ": does the folder exist, and is it yours?");
        }
        if (flock(lock_, LOCK_EX | LOCK_NB) != 0) {
            close(lock_);
            throw std::runtime_error("another vastin runs on " + path_ + ": one process a town");
        }
    }

    std::unique_ptr<Reader> take_reader() {
        std::unique_lock guard(readers_mutex_);
        free_.wait(guard, [this] { return !readers_.empty(); });
        auto reader = std::move(readers_.back());
        readers_.pop_back();
        return reader;
    }

    void give_back(std::unique_ptr<Reader> reader) {
        {
            const std::lock_guard guard(readers_mutex_);
            readers_.push_back(std::move(reader));
        }
        free_.notify_one();
    }

    /// The writer thread.
    void work() {
        Command begin(*writer_, "BEGIN IMMEDIATE"), commit(*writer_, "COMMIT"), rollback(*writer_, "ROLLBACK");
        Command mark(*writer_, "SAVEPOINT act"), keep(*writer_, "RELEASE act"), undo(*writer_, "ROLLBACK TO act");
        for (;;) {
            std::vector<Job*> batch;
            {
                std::unique_lock guard(mutex_);
                wake_.wait(guard, [this] { return ending_ || !waiting_.empty(); });
                if (waiting_.empty()) {
                    return;
                }
                const std::size_t n = std::min(waiting_.size(), limits::write_batch);
                batch.assign(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(n));
                waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(n));
            }
            try {
                begin.run();
                for (Job* job : batch) {
                    mark.run();
                    run(*job);
                    // a full disk rolls the whole batch back and turns autocommit on: then nothing of it may be
                    // answered
                    if (sqlite3_get_autocommit(handle(*writer_)) != 0) {
                        throw DatabaseDown("SQLite gave the whole transaction up");
                    }
                    if (!job->kept) {
                        undo.run();
                    }
                    keep.run();
                }
                commit.run();
            } catch (...) {
                const auto failure = told(*writer_);
                if (sqlite3_get_autocommit(handle(*writer_)) == 0) {
                    sqlite3_exec(handle(*writer_), "ROLLBACK", nullptr, nullptr, nullptr);
                }
                for (Job* job : batch) {
                    job->failure = failure;
                }
            }
            for (Job* job : batch) {
                job->end();
            }
        }
    }

    void run(Job& job) {
        try {
            job.kept = (*job.deed)(*writer_);
        } catch (...) {
            job.kept = false;
            job.failure = told(*writer_);
        }
    }

    std::string path_;
    bool read_only_ = false;
    int lock_ = -1;
    std::unique_ptr<Connection> writer_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Job*> waiting_;
    bool ending_ = false;
    std::thread thread_;

    std::mutex readers_mutex_;
    std::condition_variable free_;
    std::vector<std::unique_ptr<Reader>> readers_;
};

}  // namespace

std::unique_ptr<Database> open_sqlite(const DatabaseSettings& settings) { return std::make_unique<Sqlite>(settings); }

}  // namespace vastin::kit
