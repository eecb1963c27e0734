#include "base/check.h"
#include "document/attachment.h"

namespace vastin::document {

void put_attachment(kit::Transaction& t, const std::string& about, const Attachment& a) {
    const auto [position] = t.one<std::int64_t>(
        R"sql(SELECT coalesce(max(position), 0) + 1 FROM document_attachment WHERE about = :about)sql", about);
    t.change(R"sql(INSERT INTO document_attachment (id, about, position, place, name, hash, added, adder, sent)
                   VALUES (:id, :about, :position, :place, :name, :hash, :added, :adder, 0))sql",
             a.id,
             about,
             position,
             a.place,
             a.name,
             a.file.hash,
             a.added,
             a.adder);
}

std::vector<Attachment> attachments(kit::Transaction& t, const std::string& about) {
    std::vector<Attachment> all;
    for (auto& [id, place, name, hash, size, kind, added, adder] :
         t.rows<Id<Attachment>, std::string, std::string, std::string, std::int64_t, std::string, Instant, std::string>(
             R"sql(SELECT a.id, a.place, a.name, a.hash, b.size, b.kind, a.added, a.adder
                   FROM document_attachment a JOIN document_blob b ON b.hash = a.hash
                   WHERE a.about = :about AND a.removed IS NULL ORDER BY a.position)sql",
             about)) {
        const auto read = read_kind(kind);
        check(read.has_value(), "a kind of file in the database");
        all.push_back({id, std::move(place), std::move(name), {std::move(hash), size, *read}, added, std::move(adder)});
    }
    return all;
}

bool remove_attachment(kit::Transaction& t, const std::string& about, Id<Attachment> id, Instant now) {
    return t.change(R"sql(UPDATE document_attachment SET removed = :removed
                          WHERE id = :id AND about = :about AND removed IS NULL)sql",
                    now,
                    id,
                    about) == 1;
}

void keep_for_ever(kit::Transaction& t, const std::string& about) {
    t.change(R"sql(UPDATE document_attachment SET sent = 1 WHERE about = :about AND removed IS NULL)sql", about);
}

}  // namespace vastin::document
