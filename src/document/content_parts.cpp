// Looking into PDF and ZIP files, far enough to know what they are and whether they ask for a password; nothing is
// unpacked.
#include <algorithm>
#include <charconv>
#include <vector>

#include "document/content.h"

namespace vastin::document {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t tail_most = 4096;                    // where a PDF says its end
constexpr std::size_t table_most = 2 * 1024 * 1024;        // of a PDF's old cross-reference table, or a ZIP's directory
constexpr std::int64_t unpacked_most = 512 * 1024 * 1024;  // bytes of all that a ZIP file holds
constexpr std::int64_t unpacked_little = 50 * 1024 * 1024;  // below it nobody asks how well it was packed
constexpr std::int64_t packed_best = 100;                   // to one; office files reach about 30

Found no(Fault fault) { return {std::nullopt, fault}; }

/// The text from `offset` to the next `end`, at most `most` bytes; "" where there is no such end.
std::string until(const Readable& file, std::int64_t offset, std::string_view end, std::size_t most) {
    std::string text;
    while (text.size() < most) {
        const std::string piece = file.read(offset + static_cast<std::int64_t>(text.size()), tail_most);
        if (piece.empty()) {
            return {};
        }
        const std::size_t from = text.size() < end.size() ? 0 : text.size() - end.size();
        text += piece;
        if (const auto at = text.find(end, from); at != std::string::npos) {
            return text.substr(0, at);
        }
    }
    return {};
}

}  // namespace

/// A PDF says at its end where its table of contents begins; the dictionary there names Encrypt when it is locked.
Found look_into_pdf(const Readable& file) {
    const std::string tail =
        file.read(std::max<std::int64_t>(0, file.size - static_cast<std::int64_t>(tail_most)), tail_most);
    const auto said = tail.rfind("startxref");
    if (said == std::string::npos || tail.find("%%EOF", said) == std::string::npos) {
        return no(Fault::broken);
    }
    const std::size_t digits = std::min(tail.size(), tail.find_first_of("0123456789", said));
    std::int64_t offset = 0;
    std::from_chars(tail.data() + digits, tail.data() + tail.size(), offset);
    std::string dictionary;
    if (file.read(offset, 4) == "xref") {
        const std::string table = until(file, offset, "trailer", table_most);
        dictionary = until(file, offset + static_cast<std::int64_t>(table.size()), "startxref", table_most);
    } else if (offset > 0) {
        dictionary = until(file, offset, "stream", tail_most * 4);
    }
    if (dictionary.find("/XRef") == std::string::npos && dictionary.find("/Root") == std::string::npos) {
        dictionary = tail;  // a table that is not where it should be: readers search for it, so do we
    }
    return dictionary.find("/Encrypt") != std::string::npos ? no(Fault::locked) : Found{Kind::pdf, Fault::none};
}

namespace {

std::int64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::int64_t value = 0;
    for (std::size_t i = size; i > 0; --i) {
        value = value * 256 + static_cast<unsigned char>(bytes[at + i - 1]);
    }
    return value;
}

struct Entry {
    std::string name;
    std::int64_t flags = 0, method = 0, packed = 0, unpacked = 0, attributes = 0, offset = 0;
};

/// The directory at the end of a ZIP file; nothing when it is not whole.
std::optional<std::vector<Entry>> directory(const Readable& file) {
    constexpr std::size_t end_size = 22, comment_most = 65535, entry_size = 46;
    const std::int64_t from = std::max<std::int64_t>(0, file.size - static_cast<std::int64_t>(end_size + comment_most));
    const std::string tail = file.read(from, end_size + comment_most);
    const auto at = tail.rfind("PK\x05\x06"sv);
    if (at == std::string::npos || tail.size() - at < end_size) {
        return std::nullopt;
    }
    const std::int64_t count = number(tail, at + 10, 2), size = number(tail, at + 12, 4),
                       offset = number(tail, at + 16, 4);
    if (size > static_cast<std::int64_t>(table_most) || offset + size > from + static_cast<std::int64_t>(at)) {
        return std::nullopt;
    }
    const std::string table = file.read(offset, static_cast<std::size_t>(size));
    std::vector<Entry> all;
    for (std::size_t place = 0; place < table.size();) {
        if (table.size() - place < entry_size || table.compare(place, 4, "PK\x01\x02") != 0) {
            return std::nullopt;
        }
        const auto name = static_cast<std::size_t>(number(table, place + 28, 2));
        const auto more = static_cast<std::size_t>(number(table, place + 30, 2) + number(table, place + 32, 2));
        if (table.size() - place - entry_size < name + more) {
            return std::nullopt;
        }
        all.push_back({table.substr(place + entry_size, name),
                       number(table, place + 8, 2),
                       number(table, place + 10, 2),
                       number(table, place + 20, 4),
                       number(table, place + 24, 4),
                       number(table, place + 38, 4),
                       number(table, place + 42, 4)});
        place += entry_size + name + more;
    }
    return static_cast<std::int64_t>(all.size()) == count ? std::optional(std::move(all)) : std::nullopt;
}

/// A name that leaves its folder, or an entry that is a link: no office program writes them.
bool odd(const Entry& entry) {
    const bool link = ((entry.attributes >> 16) & 0xF000) == 0xA000;
    return link || entry.name.empty() || entry.name.front() == '/' || entry.name.find("..") != std::string::npos ||
           entry.name.find('\\') != std::string::npos || entry.name.find('\0') != std::string::npos;
}

Fault judge(const std::vector<Entry>& all) {
    std::int64_t unpacked = 0, packed = 0;
    for (const Entry& entry : all) {
        unpacked += entry.unpacked;
        packed += entry.packed;
        if ((entry.flags & 1) != 0) {
            return Fault::locked;
        }
        if (odd(entry)) {
            return Fault::broken;
        }
    }
    const bool too_well = unpacked > unpacked_little && unpacked / std::max<std::int64_t>(1, packed) > packed_best;
    return unpacked > unpacked_most || too_well ? Fault::bomb : Fault::none;
}

/// The first bytes of what an entry holds, as they stand in the file.
std::string begins(const Readable& file, const Entry& entry, std::size_t most) {
    const std::string head = file.read(entry.offset, 30);
    if (head.size() < 30 || !head.starts_with("PK\x03\x04"sv)) {
        return {};
    }
    return file.read(entry.offset + 30 + number(head, 26, 2) + number(head, 28, 2), most);
}

}  // namespace

Found look_into_zip(const Readable& file) {
    const auto all = directory(file);
    if (!all) {
        return no(Fault::broken);
    }
    if (const Fault fault = judge(*all); fault != Fault::none) {
        return no(fault);
    }
    const auto find = [&](std::string_view name) {
        const auto at = std::find_if(all->begin(), all->end(), [&](const Entry& one) { return one.name == name; });
        return at == all->end() ? nullptr : &*at;
    };
    if (const Entry* type = find("mimetype")) {
        const std::string said =
            begins(file, *type, static_cast<std::size_t>(std::min<std::int64_t>(type->unpacked, 100)));
        const Entry* content = find("content.xml");
        // an ODF file under a password stores what it has enciphered; an open one packs its text
        if (find("encrypted-package") != nullptr ||
            (content != nullptr && content->method == 0 && !begins(file, *content, 5).starts_with("<?xml"))) {
            return no(Fault::locked);
        }
        for (const Kind kind : {Kind::odt, Kind::ods}) {
            if (said == media_type(kind) && content != nullptr) {
                return {kind, Fault::none};
            }
        }
        return no(Fault::unknown);
    }
    const bool office = find("[Content_Types].xml") != nullptr;
    const bool macros =
        std::any_of(all->begin(), all->end(), [](const Entry& one) { return one.name.ends_with("vbaProject.bin"); });
    if (office && macros) {
        return no(Fault::macros);
    }
    for (const auto& [part, kind] : {std::pair("word/document.xml", Kind::docx),
                                     {"xl/workbook.xml", Kind::xlsx},
                                     {"ppt/presentation.xml", Kind::pptx}}) {
        if (office && find(part) != nullptr) {
            return {kind, Fault::none};
        }
    }
    return no(office ? Fault::unknown : Fault::archive);
}

}  // namespace vastin::document
