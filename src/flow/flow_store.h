#pragma once
// The SQL of flow: audit chains, seals, outbox. Functions of a transaction.
#include <optional>
#include <string>
#include <vector>

#include "flow/act.h"
#include "kit/db.h"

namespace vastin::flow {

struct Message {};

/// One record of a chain. `hash` covers all of it and the hash before it.
struct Record {
    std::string about;
    std::int64_t position = 0;  // 1, 2, 3 ... in its chain, without a gap
    Instant at;
    std::string actor, actor_name, deed;
    std::string details;  // canonical JSON
    std::string hash;
};
struct Head {
    std::string about;
    std::int64_t position = 0;
    std::string hash;
    std::int64_t sealed = 0;
};
/// Over every head that moved since the seal before: "about position hash" a line.
struct Seal {
    std::int64_t number = 0;
    Instant at;
    std::string heads;
    std::string hash;
};

/// The head of the chain of `about`, begun when there is none; on PostgreSQL its row is locked until the transaction
/// ends.
Head take_head(kit::Transaction& t, const std::string& about);
void put_record(kit::Transaction& t, const Record& record);
void move_head(kit::Transaction& t, const std::string& about, std::int64_t position, const std::string& hash);

/// Records after (about, position), in that order, at most `most`.
std::vector<Record> records_after(kit::Transaction& t,
                                  const std::string& about,
                                  std::int64_t position,
                                  std::int64_t most);
/// Those of one deed, likewise.
std::vector<Record> records_of_deed_after(
    kit::Transaction& t, std::string_view deed, const std::string& about, std::int64_t position, std::int64_t most);
std::vector<Head> heads_after(kit::Transaction& t, const std::string& about, std::int64_t most);
std::optional<std::string> record_hash(kit::Transaction& t, const std::string& about, std::int64_t position);
std::vector<Head> unsealed_heads(kit::Transaction& t, std::int64_t most);
std::optional<Seal> last_seal(kit::Transaction& t);
std::vector<Seal> seals_after(kit::Transaction& t, std::int64_t number, std::int64_t most);
void put_seal(kit::Transaction& t, const Seal& seal);
void mark_sealed(kit::Transaction& t, const std::string& about, std::int64_t position);

/// A letter on its way or sent.
struct Posted {
    Id<Message> id;
    Instant at;
    Letter letter;
    std::optional<Instant> sent;
};
void put_letter(kit::Transaction& t, Id<Message> id, Instant at, const Letter& letter);
std::vector<Posted> waiting_letters(kit::Transaction& t, std::int64_t most);
/// Those of them whose next try has come by `wall`.
std::vector<Posted> due_letters(kit::Transaction& t, Instant wall, std::int64_t most);
/// Takes a due letter for one try and counts the try; until `next` no other process takes it, and no later one after a
/// crash. Gives which try it is, or nothing when another process was faster.
std::optional<std::int64_t> take_letter(kit::Transaction& t, Id<Message> id, Instant wall, Instant next);
/// Puts back a letter whose try did not count: no server heard of it.
void give_back_letter(kit::Transaction& t, Id<Message> id, Instant next);
/// Sets the next try of a letter that was taken.
void postpone_letter(kit::Transaction& t, Id<Message> id, Instant next);
/// Refused for good: it is not tried again.
void mark_failed(kit::Transaction& t, Id<Message> id, Instant at);
std::vector<Posted> newest_letters(kit::Transaction& t, std::int64_t most);
void mark_sent(kit::Transaction& t, Id<Message> id, Instant at);
/// Takes the text out of letters whose link has ended; one that could not leave until then has failed. Gives how many.
std::int64_t fade_letters(kit::Transaction& t, Instant wall);

}  // namespace vastin::flow
