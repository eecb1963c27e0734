#pragma once
// What a file is, by its content and never by its name; and why it is not taken. Values in, values out.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace vastin::document {

/// What may be sent in. Text is TXT and CSV: UTF-8 without control letters.
enum class Kind { pdf, docx, xlsx, pptx, odt, ods, png, jpeg, text };
inline constexpr Kind kinds[]{
    Kind::pdf, Kind::docx, Kind::xlsx, Kind::pptx, Kind::odt, Kind::ods, Kind::png, Kind::jpeg, Kind::text};
std::string_view code(Kind kind);  // "pdf"
std::optional<Kind> read_kind(std::string_view code);
std::string_view media_type(Kind kind);  // "application/pdf"
/// "PDF", "Word (DOCX)", as people know it; the same in all languages.
std::string_view shown(Kind kind);

/// Why a file is not taken.
enum class Fault {
    none,
    empty,
    too_big,
    too_much,    // of what this person sent in a day and used nowhere
    unknown,     // none of the kinds
    program,     // something that runs
    picture,     // a picture of another format
    archive,     // files packed together
    old_office,  // DOC, XLS, PPT of before 2007
    locked,      // asks for a password
    macros,      // an office file with programs in it
    encoding,    // text, but not UTF-8
    bomb,        // would unpack to something enormous
    broken       // begins as one of the kinds, but is not whole
};
std::string_view code(Fault fault);  // "too_big"; none is ""
std::optional<Fault> read_fault(std::string_view code);
/// The sentence for the sender: what is wrong with the file `name` and what to do.
Phrase told(Fault fault, const std::string& name);

/// A file to look into: its size, and a piece of it (shorter at the end).
struct Readable {
    std::int64_t size = 0;
    std::function<std::string(std::int64_t offset, std::size_t most)> read;
};
Readable readable(std::string bytes);

struct Found {
    std::optional<Kind> kind;
    Fault fault = Fault::none;  // none where there is a kind
};
/// Looks into the file. Reads little of it but for texts, which are looked at whole.
Found look(const Readable& file);

// inside: what begins as a PDF or a ZIP file
Found look_into_pdf(const Readable& file);
Found look_into_zip(const Readable& file);

/// The name a file is kept and handed out under: without folders, control letters, letters that turn the direction of
/// reading, and what file systems do not take; at most 120 letters, with an ending that fits its kind. `sent` is as it
/// came.
std::string clean_name(std::string_view sent, Kind kind);
/// For sentences about a file that was not kept: as clean_name(), but with the ending it had.
std::string shown_name(std::string_view sent);

}  // namespace vastin::document
