#include "kit/db.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "kit/db_soci.h"

namespace vastin::kit {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

std::string to_hex(std::string_view bytes) {
    std::string hex = "\\x";
    hex.reserve(2 + 2 * bytes.size());
    for (const char byte : bytes) {
        hex += hex_digits[static_cast<unsigned char>(byte) >> 4];
        hex += hex_digits[static_cast<unsigned char>(byte) & 15];
    }
    return hex;
}

/// The bytes of PostgreSQL's bytea_output "hex", which is its default.
std::string from_hex(std::string_view hex) {
    check(hex.starts_with("\\x") && hex.size() % 2 == 0, "bytes from PostgreSQL as hex");
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t at = 2; at < hex.size(); at += 2) {
        bytes += static_cast<char>(hex_digits.find(hex[at]) * 16 + hex_digits.find(hex[at + 1]));
    }
    return bytes;
}

}  // namespace

SociStatement::SociStatement(soci::session& session,
                             Engine engine,
                             const char* sql,
                             std::span<const Cell::Kind> in_kinds,
                             std::span<const Cell::Kind> out_kinds)
    : statement_(session),
      engine_(engine),
      in_state_(in_kinds.size(), soci::i_ok),
      out_state_(out_kinds.size(), soci::i_ok),
      in_numbers_(in_kinds.size()),
      out_numbers_(out_kinds.size()),
      in_blobs_(in_kinds.size()),
      out_blobs_(out_kinds.size()),
      in_hex_(in_kinds.size()) {
    const auto blob = [&](Cell::Kind kind) {
        return kind == Cell::Kind::bytes && engine == Engine::sqlite ? std::make_unique<soci::blob>(session) : nullptr;
    };
    in.resize(in_kinds.size());
    out.resize(out_kinds.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        in[i].kind = in_kinds[i];
        if (in_kinds[i] == Cell::Kind::number) {
            statement_.exchange(soci::use(in_numbers_[i], in_state_[i]));
        } else if ((in_blobs_[i] = blob(in_kinds[i]))) {
            statement_.exchange(soci::use(*in_blobs_[i], in_state_[i]));
        } else if (in_kinds[i] == Cell::Kind::bytes) {
            statement_.exchange(soci::use(in_hex_[i], in_state_[i]));
        } else {
            statement_.exchange(soci::use(in[i].text, in_state_[i]));
        }
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].kind = out_kinds[i];
        if (out_kinds[i] == Cell::Kind::number) {
            statement_.exchange(soci::into(out_numbers_[i], out_state_[i]));
        } else if ((out_blobs_[i] = blob(out_kinds[i]))) {
            statement_.exchange(soci::into(*out_blobs_[i], out_state_[i]));
        } else {
            statement_.exchange(soci::into(out[i].text, out_state_[i]));
        }
    }
    statement_.alloc();
    statement_.prepare(sql);
    statement_.define_and_bind();
}

void SociStatement::fill(bool row) {
    if (!row) {
        return;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].null = out_state_[i] == soci::i_null;
        out[i].number = out_numbers_[i];
        if (out[i].kind != Cell::Kind::bytes || out[i].null) {
            continue;
        }
        if (soci::blob* blob = out_blobs_[i].get()) {
            out[i].text.resize(blob->get_len());
            if (!out[i].text.empty()) {
                blob->read(0, out[i].text.data(), out[i].text.size());
            }
        } else {
            out[i].text = from_hex(out[i].text);
        }
    }
}

bool SociStatement::first() {
    for (std::size_t i = 0; i < in.size(); ++i) {
        in_numbers_[i] = in[i].number;
        in_state_[i] = in[i].null ? soci::i_null : soci::i_ok;
        if (in[i].kind == Cell::Kind::bytes && in_blobs_[i]) {
            if (in_blobs_[i]->get_len() > 0) {
                in_blobs_[i]->trim(0);
            }
            in_blobs_[i]->write(0, in[i].text.data(), in[i].text.size());
        } else if (in[i].kind == Cell::Kind::bytes) {
            in_hex_[i] = to_hex(in[i].text);
        }
    }
    const bool row = statement_.execute(true);
    fill(row);
    return row;
}

bool SociStatement::next() {
    const bool row = statement_.fetch();
    fill(row);
    return row;
}

std::int64_t SociStatement::change() {
    first();
    return statement_.get_affected_rows();
}

Connection::Connection(const soci::backend_factory& backend, const std::string& address, Engine engine)
    : session_(backend, address), engine_(engine) {}

Statement& Connection::prepared(const char* sql, std::span<const Cell::Kind> in, std::span<const Cell::Kind> out) {
    auto& kept = statements_[sql];
    if (!kept) {
        kept = std::make_unique<SociStatement>(session_, engine_, sql, in, out);
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
