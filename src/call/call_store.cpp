#include "call/call_store.h"

namespace vastin::call {

std::optional<Hash> current_hash(kit::Transaction& t, const Code<Call>& code) {
    auto row = t.maybe<std::string>(R"sql(SELECT hash FROM call_current WHERE code = :code)sql", code.text);
    return row ? std::optional(Hash{std::move(std::get<0>(*row))}) : std::nullopt;
}

std::vector<Hash> current_hashes(kit::Transaction& t) {
    std::vector<Hash> all;
    for (auto& [hash] : t.rows<std::string>(R"sql(SELECT hash FROM call_current ORDER BY code)sql")) {
        all.push_back({std::move(hash)});
    }
    return all;
}

std::optional<Publication> publication(kit::Transaction& t, const Code<Call>& code) {
    const auto row = t.maybe<std::string, std::int64_t, std::int64_t, std::int64_t>(
        R"sql(SELECT c.hash, c.number, v.published, f.published FROM call_current c
              JOIN call_version v ON v.code = c.code AND v.number = c.number
              JOIN call_version f ON f.code = c.code AND f.number = 1
              WHERE c.code = :code)sql",
        code.text);
    if (!row) {
        return std::nullopt;
    }
    const auto& [hash, number, published, first] = *row;
    return Publication{{hash}, number, {published}, {first}};
}

std::vector<Publication> publications(kit::Transaction& t) {
    std::vector<Publication> all;
    for (const auto& [hash, number, published, first] : t.rows<std::string, std::int64_t, std::int64_t, std::int64_t>(
             R"sql(SELECT c.hash, c.number, v.published, f.published FROM call_current c
                   JOIN call_version v ON v.code = c.code AND v.number = c.number
                   JOIN call_version f ON f.code = c.code AND f.number = 1
                   ORDER BY c.code)sql")) {
        all.push_back({{hash}, number, {published}, {first}});
    }
    return all;
}

std::optional<Version> published_version(kit::Transaction& t, const Hash& hash) {
    auto row = t.maybe<std::string, std::string, std::string>(
        R"sql(SELECT file, content, programme FROM call_version WHERE hash = :hash ORDER BY number LIMIT 1)sql",
        hash.text);
    if (!row) {
        return std::nullopt;
    }
    auto& [file, content, programme] = *row;
    return Version{{std::move(file), std::move(content)}, {std::move(programme)}};
}

std::int64_t count_versions(kit::Transaction& t, const Code<Call>& code) {
    return std::get<0>(t.one<std::int64_t>(R"sql(SELECT COUNT(*) FROM call_version WHERE code = :code)sql", code.text));
}

std::optional<Hash> folder_hash(kit::Transaction& t, const Code<Call>& code) {
    auto row = t.maybe<std::string>(
        R"sql(SELECT hash FROM call_version WHERE code = :code AND origin = 'folder' ORDER BY number DESC LIMIT 1)sql",
        code.text);
    return row ? std::optional(Hash{std::move(std::get<0>(*row))}) : std::nullopt;
}

std::vector<VersionNote> versions(kit::Transaction& t, const Code<Call>& code, std::int64_t most) {
    std::vector<VersionNote> all;
    for (auto& [number, hash, published, changed] : t.rows<std::int64_t, std::string, Instant, std::string>(
             R"sql(SELECT number, hash, published, changed FROM call_version WHERE code = :code
                   ORDER BY number DESC LIMIT :most)sql",
             code.text,
             most)) {
        all.push_back({number, {std::move(hash)}, published, read_changes(changed)});
    }
    return all;
}

void put_version(kit::Transaction& t, const Call& call, const NewVersion& made) {
    const auto [number] = t.one<std::int64_t>(
        R"sql(SELECT COALESCE(MAX(number), 0) + 1 FROM call_version WHERE code = :code)sql", call.code.text);
    t.change(
        R"sql(INSERT INTO call_version (code, number, hash, programme, file, content, published, changed, told, origin)
              VALUES (:code, :number, :hash, :programme, :file, :content, :published, :changed, :told, :origin))sql",
        call.code.text,
        number,
        call.rules_hash.text,
        call.programme.text,
        call.file.name,
        call.file.text,
        made.published,
        written(made.changes),
        std::int64_t{made.told ? 1 : 0},
        made.by == Publisher::folder ? "folder" : "desk");
    t.change(R"sql(INSERT INTO call_current (code, number, hash) VALUES (:code, :number, :hash)
                   ON CONFLICT (code) DO UPDATE SET number = excluded.number, hash = excluded.hash)sql",
             call.code.text,
             number,
             call.rules_hash.text);
}

}  // namespace vastin::call
