#include "programme/programme_store.h"

namespace vastin::programme {

std::optional<Hash> current_hash(kit::Transaction& t) {
    auto row = t.maybe<std::string>(R"sql(SELECT hash FROM programme_version ORDER BY number DESC LIMIT 1)sql");
    return row ? std::optional(Hash{std::move(std::get<0>(*row))}) : std::nullopt;
}

std::optional<SourceFile> published_file(kit::Transaction& t, const Hash& hash) {
    auto row = t.maybe<std::string, std::string>(
        R"sql(SELECT file, content FROM programme_version WHERE hash = :hash ORDER BY number LIMIT 1)sql", hash.text);
    return row ? std::optional(SourceFile{std::move(std::get<0>(*row)), std::move(std::get<1>(*row))}) : std::nullopt;
}

std::int64_t count_versions(kit::Transaction& t) {
    return std::get<0>(t.one<std::int64_t>(R"sql(SELECT COUNT(*) FROM programme_version)sql"));
}

void put_version(kit::Transaction& t, const Hash& hash, const SourceFile& file, Instant published) {
    t.change(R"sql(INSERT INTO programme_version (number, hash, file, content, published)
                   SELECT COALESCE(MAX(number), 0) + 1, :hash, :file, :content, :published FROM programme_version)sql",
             hash.text,
             file.name,
             file.text,
             published);
}

}  // namespace vastin::programme
