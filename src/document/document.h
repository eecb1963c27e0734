#pragma once
// A submission is a document: canonical JSON, SHA-256, the hash of the rules. Shown and printed as sent, for ever;
// never changed, never deleted.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "kit/db.h"
#include "kit/json.h"

namespace vastin::document {

struct Submission {};

/// A document ready to be frozen; made outside the transaction, because hashing needs no database.
struct Frozen {
    std::string content;  // canonical JSON
    std::string hash;     // SHA-256 of content, 64 letters
    std::string rules;    // hash of the rules it was judged by
};
Frozen freeze(const kit::Json& document, std::string rules);

/// One frozen document of a case; `number` counts from 1 for each case.
struct Sent {
    Id<Submission> id;
    std::string about;
    std::int64_t number = 0;
    Frozen frozen;
    Instant arrived;
};

void put(kit::Transaction& t,
         Id<Submission> id,
         const std::string& about,
         std::int64_t number,
         const Frozen& frozen,
         Instant arrived);
/// The newest submission of the case, or nothing.
std::optional<Sent> newest(kit::Transaction& t, const std::string& about);
/// The submission whose content has this hash, or nothing. Two cannot: each holds its case and its moment.
std::optional<Sent> with_hash(kit::Transaction& t, const std::string& hash);
/// Submissions after `id`, in order, at most `most`: for verify.
std::vector<Sent> after(kit::Transaction& t, const Id<Submission>& id, std::int64_t most);

/// Hashes every frozen document anew and holds it against the audit records of `deed` ("application.send"), whose
/// details name hash and rules of what was sent: the n-th record of a case is its submission n. One sentence for each
/// document that is changed, missing, or was never sent. `read` is how many were looked at.
std::vector<std::string> verify(kit::Database& database, std::string_view deed, std::int64_t& read);

}  // namespace vastin::document
