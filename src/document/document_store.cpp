#include "document/document.h"

namespace vastin::document {

void put(kit::Transaction& t,
         Id<Submission> id,
         const std::string& about,
         std::int64_t number,
         const Frozen& frozen,
         Instant arrived) {
    t.change(R"sql(INSERT INTO document_submission (id, about, number, content, hash, rules, arrived)
                   VALUES (:id, :about, :number, :content, :hash, :rules, :arrived))sql",
             id,
             about,
             number,
             frozen.content,
             frozen.hash,
             frozen.rules,
             arrived);
}

namespace {

using Row = std::tuple<Id<Submission>, std::string, std::int64_t, std::string, std::string, std::string, Instant>;
Sent sent_of(Row row) {
    auto& [id, about, number, content, hash, rules, arrived] = row;
    return {id, std::move(about), number, {std::move(content), std::move(hash), std::move(rules)}, arrived};
}

}  // namespace

std::optional<Sent> newest(kit::Transaction& t, const std::string& about) {
    auto row = t.maybe<Id<Submission>, std::string, std::int64_t, std::string, std::string, std::string, Instant>(
        R"sql(SELECT id, about, number, content, hash, rules, arrived FROM document_submission
              WHERE about = :about ORDER BY number DESC LIMIT 1)sql",
        about);
    return row ? std::optional(sent_of(std::move(*row))) : std::nullopt;
}

std::optional<Sent> with_hash(kit::Transaction& t, const std::string& hash) {
    auto row = t.maybe<Id<Submission>, std::string, std::int64_t, std::string, std::string, std::string, Instant>(
        R"sql(SELECT id, about, number, content, hash, rules, arrived FROM document_submission
              WHERE hash = :hash ORDER BY id LIMIT 1)sql",
        hash);
    return row ? std::optional(sent_of(std::move(*row))) : std::nullopt;
}

std::vector<Sent> after(kit::Transaction& t, const Id<Submission>& id, std::int64_t most) {
    std::vector<Sent> all;
    for (auto& row : t.rows<Id<Submission>, std::string, std::int64_t, std::string, std::string, std::string, Instant>(
             R"sql(SELECT id, about, number, content, hash, rules, arrived FROM document_submission
                   WHERE id > :id ORDER BY id LIMIT :most)sql",
             id,
             most)) {
        all.push_back(sent_of(std::move(row)));
    }
    return all;
}

}  // namespace vastin::document
