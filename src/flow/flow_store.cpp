#include "flow/flow_store.h"

namespace vastin::flow {

Head take_head(kit::Transaction& t, const std::string& about) {
    auto [position, hash] = t.one<std::int64_t, std::string>(
        R"sql(INSERT INTO flow_head (case_id, position, hash, sealed) VALUES (:about, 0, '', 0)
              ON CONFLICT (case_id) DO UPDATE SET sealed = flow_head.sealed RETURNING position, hash)sql",
        about);
    return {about, position, std::move(hash), 0};
}

void put_record(kit::Transaction& t, const Record& r) {
    t.change(R"sql(INSERT INTO flow_audit (case_id, position, at, actor, actor_name, deed, details, hash)
                   VALUES (:about, :position, :at, :actor, :name, :deed, :details, :hash))sql",
             r.about,
             r.position,
             r.at,
             r.actor,
             r.actor_name,
             r.deed,
             r.details,
             r.hash);
}

void move_head(kit::Transaction& t, const std::string& about, std::int64_t position, const std::string& hash) {
    t.change(R"sql(UPDATE flow_head SET position = :position, hash = :hash WHERE case_id = :about)sql",
             position,
             hash,
             about);
}

namespace {

using RecordRow =
    std::tuple<std::string, std::int64_t, Instant, std::string, std::string, std::string, std::string, std::string>;
std::vector<Record> records(std::vector<RecordRow> rows) {
    std::vector<Record> all;
    for (auto& [about, position, at, actor, name, deed, details, hash] : rows) {
        all.push_back({std::move(about),
                       position,
                       at,
                       std::move(actor),
                       std::move(name),
                       std::move(deed),
                       std::move(details),
                       std::move(hash)});
    }
    return all;
}

}  // namespace

std::vector<Record> records_after(kit::Transaction& t,
                                  const std::string& about,
                                  std::int64_t position,
                                  std::int64_t most) {
    return records(
        t.rows<std::string, std::int64_t, Instant, std::string, std::string, std::string, std::string, std::string>(
            R"sql(SELECT case_id, position, at, actor, actor_name, deed, details, hash FROM flow_audit
                  WHERE (case_id, position) > (:about, :position) ORDER BY case_id, position LIMIT :most)sql",
            about,
            position,
            most));
}

std::vector<Record> records_of_deed_after(
    kit::Transaction& t, std::string_view deed, const std::string& about, std::int64_t position, std::int64_t most) {
    return records(
        t.rows<std::string, std::int64_t, Instant, std::string, std::string, std::string, std::string, std::string>(
            R"sql(SELECT case_id, position, at, actor, actor_name, deed, details, hash FROM flow_audit
                  WHERE (case_id, position) > (:about, :position) AND deed = :deed ORDER BY case_id, position LIMIT :most)sql",
            about,
            position,
            deed,
            most));
}

std::vector<Head> heads_after(kit::Transaction& t, const std::string& about, std::int64_t most) {
    std::vector<Head> all;
    for (
        auto& [about_, position, hash, sealed] : t.rows<std::string, std::int64_t, std::string, std::int64_t>(
            R"sql(SELECT case_id, position, hash, sealed FROM flow_head WHERE case_id > :about ORDER BY case_id LIMIT :most)sql",
            about,
            most)) {
        all.push_back({std::move(about_), position, std::move(hash), sealed});
    }
    return all;
}

std::optional<std::string> record_hash(kit::Transaction& t, const std::string& about, std::int64_t position) {
    auto found = t.maybe<std::string>(
        R"sql(SELECT hash FROM flow_audit WHERE case_id = :about AND position = :position)sql", about, position);
    return found ? std::optional(std::get<0>(std::move(*found))) : std::nullopt;
}

std::vector<Head> unsealed_heads(kit::Transaction& t, std::int64_t most) {
    std::vector<Head> all;
    for (
        auto& [about, position, hash, sealed] : t.rows<std::string, std::int64_t, std::string, std::int64_t>(
            R"sql(SELECT case_id, position, hash, sealed FROM flow_head WHERE position > sealed ORDER BY case_id LIMIT :most)sql",
            most)) {
        all.push_back({std::move(about), position, std::move(hash), sealed});
    }
    return all;
}

namespace {

using SealRow = std::tuple<std::int64_t, Instant, std::string, std::string>;
Seal seal_of(SealRow row) {
    auto& [number, at, heads, hash] = row;
    return {number, at, std::move(heads), std::move(hash)};
}

}  // namespace

std::optional<Seal> last_seal(kit::Transaction& t) {
    auto found = t.maybe<std::int64_t, Instant, std::string, std::string>(
        R"sql(SELECT number, at, heads, hash FROM flow_seal ORDER BY number DESC LIMIT 1)sql");
    return found ? std::optional(seal_of(std::move(*found))) : std::nullopt;
}

std::vector<Seal> seals_after(kit::Transaction& t, std::int64_t number, std::int64_t most) {
    std::vector<Seal> all;
    for (
        auto& row : t.rows<std::int64_t, Instant, std::string, std::string>(
            R"sql(SELECT number, at, heads, hash FROM flow_seal WHERE number > :number ORDER BY number LIMIT :most)sql",
            number,
            most)) {
        all.push_back(seal_of(std::move(row)));
    }
    return all;
}

void put_seal(kit::Transaction& t, const Seal& s) {
    t.change(R"sql(INSERT INTO flow_seal (number, at, heads, hash) VALUES (:number, :at, :heads, :hash))sql",
             s.number,
             s.at,
             s.heads,
             s.hash);
}

void mark_sealed(kit::Transaction& t, const std::string& about, std::int64_t position) {
    t.change(R"sql(UPDATE flow_head SET sealed = :position WHERE case_id = :about)sql", position, about);
}

void put_letter(kit::Transaction& t, Id<Message> id, Instant at, const Letter& l) {
    t.change(R"sql(INSERT INTO flow_outbox (id, at, recipient, language, subject, content, about, fades)
                   VALUES (:id, :at, :recipient, :language, :subject, :content, :about, :fades))sql",
             id,
             at,
             l.to,
             code(l.language),
             l.subject,
             l.text,
             l.about,
             l.fades);
}

namespace {

using LetterRow = std::tuple<Id<Message>,
                             Instant,
                             std::string,
                             std::string,
                             std::string,
                             std::string,
                             std::string,
                             std::optional<Instant>>;
std::vector<Posted> posted(std::vector<LetterRow> rows) {
    std::vector<Posted> all;
    for (auto& [id, at, to, language, subject, text, about, sent] : rows) {
        all.push_back({id,
                       at,
                       {std::move(to),
                        read_language(language).value_or(Language::fi),
                        std::move(subject),
                        std::move(text),
                        std::move(about),
                        {}},
                       sent});
    }
    return all;
}

}  // namespace

std::vector<Posted> waiting_letters(kit::Transaction& t, std::int64_t most) {
    return posted(t.rows<Id<Message>,
                         Instant,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::optional<Instant>>(
        R"sql(SELECT id, at, recipient, language, subject, content, about, sent FROM flow_outbox
              WHERE sent IS NULL AND failed IS NULL ORDER BY id LIMIT :most)sql",
        most));
}

std::vector<Posted> due_letters(kit::Transaction& t, Instant wall, std::int64_t most) {
    return posted(t.rows<Id<Message>,
                         Instant,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::optional<Instant>>(
        R"sql(SELECT id, at, recipient, language, subject, content, about, sent FROM flow_outbox
              WHERE sent IS NULL AND failed IS NULL AND next_try <= :wall ORDER BY id LIMIT :most)sql",
        wall,
        most));
}

std::optional<std::int64_t> take_letter(kit::Transaction& t, Id<Message> id, Instant wall, Instant next) {
    const auto taken = t.maybe<std::int64_t>(
        R"sql(UPDATE flow_outbox SET tries = tries + 1, next_try = :next
              WHERE id = :id AND sent IS NULL AND failed IS NULL AND next_try <= :wall RETURNING tries)sql",
        next,
        id,
        wall);
    return taken ? std::optional(std::get<0>(*taken)) : std::nullopt;
}

void give_back_letter(kit::Transaction& t, Id<Message> id, Instant next) {
    t.change(R"sql(UPDATE flow_outbox SET tries = tries - 1, next_try = :next WHERE id = :id AND sent IS NULL)sql",
             next,
             id);
}

void postpone_letter(kit::Transaction& t, Id<Message> id, Instant next) {
    t.change(R"sql(UPDATE flow_outbox SET next_try = :next WHERE id = :id AND sent IS NULL)sql", next, id);
}

void mark_failed(kit::Transaction& t, Id<Message> id, Instant at) {
    t.change(R"sql(UPDATE flow_outbox SET failed = :at WHERE id = :id AND sent IS NULL)sql", at, id);
}

std::vector<Posted> newest_letters(kit::Transaction& t, std::int64_t most) {
    return posted(t.rows<Id<Message>,
                         Instant,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::string,
                         std::optional<Instant>>(
        R"sql(SELECT id, at, recipient, language, subject, content, about, sent FROM flow_outbox ORDER BY id DESC LIMIT :most)sql",
        most));
}

void mark_sent(kit::Transaction& t, Id<Message> id, Instant at) {
    t.change(R"sql(UPDATE flow_outbox SET sent = :at WHERE id = :id AND sent IS NULL)sql", at, id);
}

std::int64_t fade_letters(kit::Transaction& t, Instant wall) {
    return t.change(
        R"sql(UPDATE flow_outbox SET content = '', fades = NULL,
                  failed = CASE WHEN sent IS NULL THEN COALESCE(failed, :at) ELSE failed END WHERE fades <= :wall)sql",
        wall,
        wall);
}

}  // namespace vastin::flow
