#pragma once
// Inside document only: the SQL of files. A file being sent in is an upload with chunks; when it is whole it becomes a
// blob, which keeps those chunks.
#include <optional>
#include <string>
#include <vector>

#include "document/attachment.h"

namespace vastin::document {

struct Upload {};

void put_upload(kit::Transaction& t, Id<Upload> id, const std::string& account, Instant began);
/// Bytes that `account` has sent since `since` and that belong to no case.
std::int64_t unused_bytes(kit::Transaction& t, const std::string& account, Instant since);
void put_chunk(kit::Transaction& t, Id<Upload> id, std::int64_t position, const kit::Bytes& bytes, std::int64_t size);
/// The chunk at `position`, or nothing.
std::optional<std::string> chunk(kit::Transaction& t, const std::string& upload, std::int64_t position);
/// The upload is whole. Where this content is there already its chunks go, and the older one is touched.
void become_blob(kit::Transaction& t, Id<Upload> id, const Blob& blob, Instant now);
void drop_upload(kit::Transaction& t, const std::string& upload);

/// The chunks of an upload as a file to look into: a transaction for each piece, so that no view of the database is
/// held open meanwhile.
Readable chunks(kit::Database& database, const std::string& upload, std::int64_t size);

/// Whose chunks hold the blob.
std::optional<std::string> upload_of(kit::Transaction& t, const std::string& hash);
struct StoredBlob {
    Blob blob;
    std::string upload;
};
/// Blobs after `hash`, in order, at most `most`.
std::vector<StoredBlob> blobs_after(kit::Transaction& t, const std::string& hash, std::int64_t most);

/// Uploads that began before `before` and are no blob's.
std::vector<std::string> forgotten_uploads(kit::Transaction& t, Instant before, std::int64_t most);
/// Blobs not sent in since `before` that no case needs: none, or only cases that removed them before `removed`.
std::vector<std::string> forgotten_blobs(kit::Transaction& t, Instant before, Instant removed, std::int64_t most);
/// Removes the blob; false when somebody needs it again.
bool drop_blob(kit::Transaction& t, const std::string& hash, Instant before, Instant removed);

}  // namespace vastin::document
