// The floors of the machine, measured in the same run: rows of BYTES, each transaction durable. Prints one JSON object.
//   floors sqlite FILE BYTES SECONDS ROWS_A_TRANSACTION
//   floors postgresql ADDRESS BYTES SECONDS CLIENTS
#include <libpq-fe.h>
#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::milliseconds(static_cast<long>(seconds * 1000));
}

void must(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "%s\n", what);
        std::exit(2);
    }
}

double sqlite(const char* file, const std::string& row, double seconds, int a_transaction) {
    sqlite3* db = nullptr;
    must(sqlite3_open(file, &db) == SQLITE_OK, "cannot open");
    must(sqlite3_exec(db,
                      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS floor (id INTEGER "
                      "PRIMARY KEY, row TEXT)",
                      nullptr,
                      nullptr,
                      nullptr) == SQLITE_OK,
         "cannot begin");
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(db, "INSERT INTO floor (row) VALUES (?)", -1, &insert, nullptr);
    sqlite3_bind_text(insert, 1, row.data(), static_cast<int>(row.size()), SQLITE_STATIC);
    const auto began = Clock::now(), ends = after(seconds);
    std::size_t rows = 0;
    while (Clock::now() < ends) {
        sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int i = 0; i < a_transaction; ++i, ++rows) {
            must(sqlite3_step(insert) == SQLITE_DONE, "cannot insert");
            sqlite3_reset(insert);
        }
        must(sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr) == SQLITE_OK, "cannot commit");
    }
    const double took = std::chrono::duration<double>(Clock::now() - began).count();
    sqlite3_finalize(insert);
    sqlite3_close(db);
    return static_cast<double>(rows) / took;
}

double postgresql(const char* address, const std::string& row, double seconds, int clients) {
    PGconn* first = PQconnectdb(address);
    must(PQstatus(first) == CONNECTION_OK, PQerrorMessage(first));
    PQclear(PQexec(first, "CREATE TABLE IF NOT EXISTS floor (id BIGSERIAL PRIMARY KEY, row TEXT)"));
    std::atomic<std::size_t> rows = 0;
    const auto began = Clock::now(), ends = after(seconds);
    std::vector<std::thread> all;
    for (int i = 0; i < clients; ++i) {
        all.emplace_back([&] {
            PGconn* c = PQconnectdb(address);
            must(PQstatus(c) == CONNECTION_OK, PQerrorMessage(c));
            PQclear(PQprepare(c, "insert", "INSERT INTO floor (row) VALUES ($1)", 1, nullptr));
            const char* values[]{row.c_str()};
            while (Clock::now() < ends) {
                PGresult* result = PQexecPrepared(c, "insert", 1, values, nullptr, nullptr, 0);
                must(PQresultStatus(result) == PGRES_COMMAND_OK, "cannot insert");
                PQclear(result);
                ++rows;
            }
            PQfinish(c);
        });
    }
    for (auto& one : all) {
        one.join();
    }
    const double took = std::chrono::duration<double>(Clock::now() - began).count();
    PQclear(PQexec(first, "DROP TABLE floor"));
    PQfinish(first);
    return static_cast<double>(rows) / took;
}

}  // namespace

int main(int argc, char** argv) {
    must(argc == 6, "floors sqlite|postgresql PLACE BYTES SECONDS ROWS_OR_CLIENTS");
    const std::string row(static_cast<std::size_t>(std::atoi(argv[3])), 'x');
    const double seconds = std::atof(argv[4]);
    const bool embedded = std::string(argv[1]) == "sqlite";
    std::printf("{\"a_second\":%.0f}\n",
                embedded ? sqlite(argv[2], row, seconds, std::atoi(argv[5]))
                         : postgresql(argv[2], row, seconds, std::atoi(argv[5])));
    return 0;
}
