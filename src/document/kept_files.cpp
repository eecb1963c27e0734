// Files that are kept: read in pieces, named in a manifest, forgotten when nobody needs them, verified.
#include <set>

#include "base/check.h"
#include "document/document.h"
#include "document/files_store.h"
#include "kit/hash.h"
#include "kit/limits.h"

namespace vastin::document {

namespace {

constexpr auto size_of_chunk = static_cast<std::int64_t>(kit::limits::upload_chunk);

}  // namespace

Readable chunks(kit::Database& database, const std::string& upload, std::int64_t size) {
    return {size, [&database, upload](std::int64_t offset, std::size_t most) {
                std::string piece;
                while (offset >= 0 && piece.size() < most) {
                    const std::int64_t at = offset + static_cast<std::int64_t>(piece.size());
                    std::optional<std::string> one;
                    database.read([&](kit::Transaction& t) { one = chunk(t, upload, at / size_of_chunk); });
                    const auto within = static_cast<std::size_t>(at % size_of_chunk);
                    if (!one || within >= one->size()) {
                        break;
                    }
                    piece.append(*one, within, most - piece.size());
                }
                return piece;
            }};
}

kit::Json manifest(const std::vector<Attachment>& all) {
    kit::Json::List list;
    for (const Attachment& one : all) {
        list.push_back(kit::Json::Object{{"added", one.added.milliseconds},
                                         {"adder", one.adder},
                                         {"bytes", one.file.size},
                                         {"id", one.id.str()},
                                         {"kind", std::string(code(one.file.kind))},
                                         {"name", one.name},
                                         {"place", one.place},
                                         {"sha256", one.file.hash}});
    }
    return list;
}

std::vector<Attachment> read_manifest(const kit::Json& document) {
    std::vector<Attachment> all;
    const auto* list = document["attachments"].list();
    for (const kit::Json& one : list != nullptr ? *list : kit::Json::List()) {
        const auto id = Id<Attachment>::read(one.text_or("id"));
        const auto kind = read_kind(one.text_or("kind"));
        const auto *size = one["bytes"].number(), *added = one["added"].number();
        check(id && kind && size != nullptr && added != nullptr, "a manifest as we write it");
        all.push_back({*id,
                       one.text_or("place"),
                       one.text_or("name"),
                       {one.text_or("sha256"), *size, *kind},
                       Instant{*added},
                       one.text_or("adder")});
    }
    return all;
}

std::int64_t forget_files(kit::Database& database, Instant wall, Instant town) {
    constexpr std::int64_t at_once = 100;
    const Instant before = wall - kit::limits::upload_kept, removed = town - kit::limits::attachment_kept;
    std::vector<std::string> uploads, blobs;
    database.read([&](kit::Transaction& t) {
        uploads = forgotten_uploads(t, before, at_once);
        blobs = forgotten_blobs(t, before, removed, at_once);
    });
    std::int64_t gone = 0;
    for (const std::string& upload : uploads) {
        gone += database.write([&](kit::Transaction& t) {
            drop_upload(t, upload);
            return true;
        });
    }
    for (const std::string& hash : blobs) {
        gone += database.write([&](kit::Transaction& t) { return drop_blob(t, hash, before, removed); });
    }
    return gone;
}

namespace {

/// Every file that some submission names.
std::set<std::string> named_in_submissions(kit::Database& database) {
    constexpr std::int64_t a_time = 500;
    std::set<std::string> all;
    Id<Submission> last{*IdText::read("00000000000000000000000000")};
    std::vector<Sent> some;
    do {
        database.read([&](kit::Transaction& t) { some = after(t, last, a_time); });
        for (const Sent& sent : some) {
            last = sent.id;
            const auto content = kit::Json::read(sent.frozen.content);  // a document that was changed is told elsewhere
            for (const Attachment& one : content ? read_manifest(*content) : std::vector<Attachment>()) {
                all.insert(one.file.hash);
            }
        }
    } while (!some.empty());
    return all;
}

}  // namespace

std::vector<std::string> verify_files(kit::Database& database, std::int64_t& read) {
    std::vector<std::string> faults;
    std::set<std::string> wanted = named_in_submissions(database);
    std::string last;
    std::vector<StoredBlob> some;
    read = 0;
    do {
        database.read([&](kit::Transaction& t) { some = blobs_after(t, last, 100); });
        for (const auto& [blob, upload] : some) {
            last = blob.hash;
            ++read;
            wanted.erase(blob.hash);
            kit::Sha256 hash;
            const Readable file = chunks(database, upload, blob.size);
            std::int64_t size = 0;
            for (std::string piece;
                 size <= blob.size && !(piece = file.read(size, kit::limits::upload_chunk)).empty();) {
                hash.add(piece);
                size += static_cast<std::int64_t>(piece.size());
            }
            if (hash.end() != blob.hash || size != blob.size) {
                faults.push_back("file " + blob.hash + " is not what was sent in");
            }
        }
    } while (!some.empty());
    for (const std::string& hash : wanted) {
        faults.push_back("file " + hash + " of a submission is missing");
    }
    return faults;
}

}  // namespace vastin::document
