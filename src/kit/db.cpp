#include "kit/db.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "kit/db_soci.h"

namespace vastin::kit {

SociStatement::SociStatement(soci::session& session,
                             const char* sql,
                             std::span<const Cell::Kind> in_kinds,
                             std::span<const Cell::Kind> out_kinds)
    : statement_(session),
      in_state_(in_kinds.size(), soci::i_ok),
      out_state_(out_kinds.size(), soci::i_ok),
      in_numbers_(in_kinds.size()),
      out_numbers_(out_kinds.size()) {
    in.resize(in_kinds.size());
    out.resize(out_kinds.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        in[i].kind = in_kinds[i];
        if (in_kinds[i] == Cell::Kind::number) {
            statement_.exchange(soci::use(in_numbers_[i], in_state_[i]));
        } else {
            statement_.exchange(soci::use(in[i].text, in_state_[i]));
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].kind = out_kinds[i];
        if (out_kinds[i] == Cell::Kind::number) {
            statement_.exchange(soci::into(out_numbers_[i], out_state_[i]));
        } else {
            statement_.exchange(soci::into(out[i].text, out_state_[i]));
        }
    }
    statement_.alloc();
    statement_.prepare(sql);
    statement_.define_and_bind();
}

void SociStatement::fill() {
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].null = out_state_[i] == soci::i_null;
        out[i].number = out_numbers_[i];
    }
}

bool SociStatement::first() {
    for (std::size_t i = 0; i < in.size(); ++i) {
        in_numbers_[i] = in[i].number;
        in_state_[i] = in[i].null ? soci::i_null : soci::i_ok;
    }
    const bool row = statement_.execute(true);
    fill();
    return row;
}

bool SociStatement::next() {
    const bool row = statement_.fetch();
    fill();
    return row;
}

std::int64_t SociStatement::change() {
    first();
    return statement_.get_affected_rows();
}

Connection::Connection(const soci::backend_factory& backend, const std::string& address) : session_(backend, address) {}

Statement& Connection::prepared(const char* sql, std::span<const Cell::Kind> in, std::span<const Cell::Kind> out) {
    auto& kept = statements_[sql];
    if (!kept) {
        kept = std::make_unique<SociStatement>(session_, sql, in, out);
    }
    check(kept->in.size() == in.size() && kept->out.size() == out.size(), "one statement, one use");
    return *kept;
}

std::vector<Migration> read_migrations(const std::string& folder, Engine engine) {
    std::vector<Migration> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() != ".sql" || name == "schema.sql") {
            continue;
        }
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        std::string sql = text.str();
        const bool sqlite = engine == Engine::sqlite;
        for (const auto& [word, spoken] :
             {std::pair<std::string, std::string>{"{{bigint}}", sqlite ? "INTEGER" : "BIGINT"},
              {"{{bytes}}", sqlite ? "BLOB" : "BYTEA"},
              {"{{strict}}", sqlite ? "STRICT" : ""}}) {
            for (auto at = sql.find(word); at != std::string::npos; at = sql.find(word, at + spoken.size())) {
                sql.replace(at, word.size(), spoken);
            }
        }
        all.push_back({name, std::move(sql)});
    }
    std::sort(all.begin(), all.end(), [](const Migration& a, const Migration& b) { return a.name < b.name; });
    if (all.empty()) {
        throw std::runtime_error("no migrations in " + folder);
    }
    return all;
}

std::vector<Migration> missing_migrations(std::vector<Migration> all, const std::vector<std::string>& known) {
    for (const std::string& name : known) {
        if (std::none_of(all.begin(), all.end(), [&](const Migration& m) { return m.name == name; })) {
            throw std::runtime_error("the database is newer than this program: it has had " + name);
        }
    }
    std::erase_if(all,
                  [&](const Migration& m) { return std::find(known.begin(), known.end(), m.name) != known.end(); });
    return all;
}

std::unique_ptr<Database> Database::open(const DatabaseSettings& settings) {
    const bool postgresql =
        settings.address.starts_with("postgresql://") || settings.address.starts_with("postgres://");
    return postgresql ? open_postgresql(settings) : open_sqlite(settings);
}

}  // namespace vastin::kit
