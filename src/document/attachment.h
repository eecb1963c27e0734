#pragma once
// Attachments: files named by the hash of their content, kept in the database, each content once. What was removed from
// a draft is kept a while (FEATURES, lesson 20), what was sent is kept for ever.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "document/content.h"
#include "kit/db.h"
#include "kit/http.h"
#include "kit/json.h"

namespace vastin::document {

/// A file by its content.
struct Blob {
    std::string hash;  // SHA-256
    std::int64_t size = 0;
    Kind kind = Kind::pdf;
    friend bool operator==(const Blob&, const Blob&) = default;
};

/// A file of a case, in one of the places that its call names.
struct Attachment {
    Id<Attachment> id;
    std::string place;  // "main-funder-application"
    std::string name;   // cleaned: clean_name()
    Blob file;
    Instant added;
    std::string adder;  // the account
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// What takes the files that `account` sends: it writes them as chunks, outside any act, hashes them and looks into
/// them. Each comes out as a kit::UploadedFile whose kind and fault are code(Kind) and code(Fault); with a fault
/// nothing is kept. What no act puts into a case is removed by forget_files().
std::unique_ptr<kit::Intake> make_intake(kit::Database& database, std::string account, Instant (*now)());

/// The file that an intake has just kept, or nothing: then it has been removed again meanwhile, and must be sent anew.
std::optional<Blob> find_blob(kit::Transaction& t, const std::string& hash);
void put_attachment(kit::Transaction& t, const std::string& about, const Attachment& attachment);
/// What belongs to the case now, in the order in which it was added.
std::vector<Attachment> attachments(kit::Transaction& t, const std::string& about);
/// Takes it out of the case; false when it is not there (any more).
bool remove_attachment(kit::Transaction& t, const std::string& about, Id<Attachment> id, Instant now);
/// What belongs to the case now is part of a submission: it is never deleted.
void keep_for_ever(kit::Transaction& t, const std::string& about);

/// The manifest that stands in a frozen document, and back.
kit::Json manifest(const std::vector<Attachment>& all);
std::vector<Attachment> read_manifest(const kit::Json& document);

/// The file as an answer: its kind, its name (RFC 6266), in pieces, never shown in the browser as a page of ours
/// (RELIABILITY 2, lines 17 and 51).
kit::Response download(kit::Database& database, const Attachment& attachment);

/// Removes what nobody needs: uploads that broke off or that no act took (`wall` minus a day), and files that were
/// removed from drafts long ago (`town` minus 30 days) unless they were sent. Gives how many files went.
std::int64_t forget_files(kit::Database& database, Instant wall, Instant town);
/// Hashes every file anew, and looks that each file of a submission is there. One sentence for each fault.
std::vector<std::string> verify_files(kit::Database& database, std::int64_t& read);

}  // namespace vastin::document
