#include "document/files_store.h"

#include "base/check.h"

namespace vastin::document {

void put_upload(kit::Transaction& t, Id<Upload> id, const std::string& account, Instant began) {
    t.change(R"sql(INSERT INTO document_upload (id, account, began, size) VALUES (:id, :account, :began, 0))sql",
             id,
             account,
             began);
}

std::int64_t unused_bytes(kit::Transaction& t, const std::string& account, Instant since) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT CAST(coalesce(sum(u.size), 0) AS BIGINT) FROM document_upload u
              WHERE u.account = :account AND u.began > :since
                AND NOT EXISTS (SELECT 1 FROM document_attachment a WHERE a.hash = u.hash))sql",
        account,
        since));
}

void put_chunk(kit::Transaction& t, Id<Upload> id, std::int64_t position, const kit::Bytes& bytes, std::int64_t size) {
    t.change(R"sql(INSERT INTO document_chunk (upload, position, bytes) VALUES (:upload, :position, :bytes))sql",
             id,
             position,
             bytes);
    t.change(R"sql(UPDATE document_upload SET size = :size WHERE id = :id)sql", size, id);
}

std::optional<std::string> chunk(kit::Transaction& t, const std::string& upload, std::int64_t position) {
    auto row = t.maybe<kit::Bytes>(
        R"sql(SELECT bytes FROM document_chunk WHERE upload = :upload AND position = :position)sql", upload, position);
    return row ? std::optional(std::move(std::get<0>(*row).data)) : std::nullopt;
}

void become_blob(kit::Transaction& t, Id<Upload> id, const Blob& blob, Instant now) {
    t.change(R"sql(UPDATE document_upload SET hash = :hash WHERE id = :id)sql", blob.hash, id);
    const bool first = t.change(R"sql(INSERT INTO document_blob (hash, upload, size, kind, touched)
                                      VALUES (:hash, :upload, :size, :kind, :touched) ON CONFLICT DO NOTHING)sql",
                                blob.hash,
                                id,
                                blob.size,
                                code(blob.kind),
                                now) == 1;
    if (!first) {
        t.change(R"sql(UPDATE document_blob SET touched = :touched WHERE hash = :hash)sql", now, blob.hash);
        t.change(R"sql(DELETE FROM document_chunk WHERE upload = :upload)sql", id);
    }
}

void drop_upload(kit::Transaction& t, const std::string& upload) {
    t.change(R"sql(DELETE FROM document_chunk WHERE upload = :upload)sql", upload);
    t.change(R"sql(DELETE FROM document_upload WHERE id = :id)sql", upload);
}

namespace {

Blob blob_of(std::string hash, std::int64_t size, std::string_view kind) {
    const auto read = read_kind(kind);
    check(read.has_value(), "a kind of file in the database");
    return {std::move(hash), size, *read};
}

}  // namespace

std::optional<Blob> find_blob(kit::Transaction& t, const std::string& hash) {
    auto row =
        t.maybe<std::int64_t, std::string>(R"sql(SELECT size, kind FROM document_blob WHERE hash = :hash)sql", hash);
    return row ? std::optional(blob_of(hash, std::get<0>(*row), std::get<1>(*row))) : std::nullopt;
}

std::optional<std::string> upload_of(kit::Transaction& t, const std::string& hash) {
    auto row = t.maybe<std::string>(R"sql(SELECT upload FROM document_blob WHERE hash = :hash)sql", hash);
    return row ? std::optional(std::move(std::get<0>(*row))) : std::nullopt;
}

std::vector<StoredBlob> blobs_after(kit::Transaction& t, const std::string& hash, std::int64_t most) {
    std::vector<StoredBlob> all;
    for (auto& [found, size, kind, upload] : t.rows<std::string, std::int64_t, std::string, std::string>(
             R"sql(SELECT hash, size, kind, upload FROM document_blob WHERE hash > :hash ORDER BY hash LIMIT :most)sql",
             hash,
             most)) {
        all.push_back({blob_of(std::move(found), size, kind), std::move(upload)});
    }
    return all;
}

namespace {

std::vector<std::string> texts(std::vector<std::tuple<std::string>> rows) {
    std::vector<std::string> all;
    for (auto& [text] : rows) {
        all.push_back(std::move(text));
    }
    return all;
}

}  // namespace

std::vector<std::string> forgotten_uploads(kit::Transaction& t, Instant before, std::int64_t most) {
    return texts(t.rows<std::string>(
        R"sql(SELECT u.id FROM document_upload u WHERE u.began < :before
                AND NOT EXISTS (SELECT 1 FROM document_blob b WHERE b.hash = u.hash AND b.upload = u.id)
              ORDER BY u.began LIMIT :most)sql",
        before,
        most));
}

std::vector<std::string> forgotten_blobs(kit::Transaction& t, Instant before, Instant removed, std::int64_t most) {
    return texts(t.rows<std::string>(
        R"sql(SELECT b.hash FROM document_blob b WHERE b.touched < :before
                AND NOT EXISTS (SELECT 1 FROM document_attachment a WHERE a.hash = b.hash
                                  AND (a.removed IS NULL OR a.sent = 1 OR a.removed >= :removed))
              ORDER BY b.touched LIMIT :most)sql",
        before,
        removed,
        most));
}

bool drop_blob(kit::Transaction& t, const std::string& hash, Instant before, Instant removed) {
    const auto upload = upload_of(t, hash);
    if (!upload) {
        return false;
    }
    t.change(R"sql(DELETE FROM document_attachment WHERE hash = :hash AND removed < :removed AND sent = 0)sql",
             hash,
             removed);
    // somebody may have sent it in again; an attachment that is there holds it by its reference
    const bool gone = t.change(R"sql(DELETE FROM document_blob WHERE hash = :hash AND touched < :before
                                       AND NOT EXISTS (SELECT 1 FROM document_attachment a WHERE a.hash = :same))sql",
                               hash,
                               before,
                               hash) == 1;
    if (gone) {
        drop_upload(t, *upload);
    }
    return gone;
}

}  // namespace vastin::document
