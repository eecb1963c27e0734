#include "document/content.h"

#include <algorithm>
#include <array>
#include <memory>

#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::document {

namespace {

using std::string_view_literals::operator""sv;

struct Known {
    Kind kind;
    std::string_view code, media_type, shown;
};
constexpr std::array known{
    Known{Kind::pdf, "pdf", "application/pdf", "PDF"},
    Known{Kind::docx, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
    Known{Kind::xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
    Known{Kind::pptx, "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX"},
    Known{Kind::odt, "odt", "application/vnd.oasis.opendocument.text", "ODT"},
    Known{Kind::ods, "ods", "application/vnd.oasis.opendocument.spreadsheet", "ODS"},
    Known{Kind::png, "png", "image/png", "PNG"},
    Known{Kind::jpeg, "jpeg", "image/jpeg", "JPEG"},
    Known{Kind::text, "text", "text/plain; charset=utf-8", "TXT, CSV"},
};

struct Reason {
    Fault fault;
    std::string_view code;
};
constexpr std::array faults{
    Reason{Fault::none, ""},
    Reason{Fault::empty, "empty"},
    Reason{Fault::too_big, "too_big"},
    Reason{Fault::too_much, "too_much"},
    Reason{Fault::unknown, "unknown"},
    Reason{Fault::program, "program"},
    Reason{Fault::picture, "picture"},
    Reason{Fault::archive, "archive"},
    Reason{Fault::old_office, "old_office"},
    Reason{Fault::locked, "locked"},
    Reason{Fault::macros, "macros"},
    Reason{Fault::encoding, "encoding"},
    Reason{Fault::bomb, "bomb"},
    Reason{Fault::broken, "broken"},
};

const Known& of(Kind kind) {
    return *std::find_if(known.begin(), known.end(), [&](const Known& one) { return one.kind == kind; });
}

struct Begins {
    std::string_view bytes;
    Fault fault;
};
/// What is often sent, and is none of ours.
constexpr std::array others{
    Begins{"MZ"sv, Fault::program},
    Begins{"\x7F"
           "ELF"sv,
           Fault::program},
    Begins{"\xCF\xFA\xED\xFE"sv, Fault::program},
    Begins{"\xCA\xFE\xBA\xBE"sv, Fault::program},
    Begins{"#!"sv, Fault::program},
    Begins{"GIF8"sv, Fault::picture},
    Begins{"BM"sv, Fault::picture},
    Begins{"II*\0"sv, Fault::picture},
    Begins{"MM\0*"sv, Fault::picture},
    Begins{"RIFF"sv, Fault::picture},
    Begins{"\x1F\x8B"sv, Fault::archive},
    Begins{"7z\xBC\xAF\x27\x1C"sv, Fault::archive},
    Begins{"Rar!"sv, Fault::archive},
    Begins{"\xFD"
           "7zXZ\0"sv,
           Fault::archive},
    Begins{"{\\rtf"sv, Fault::old_office},
    Begins{"%!PS"sv, Fault::unknown},
};

/// Office files of before 2007, and newer ones under a password, are both this container.
Fault look_into_compound(const Readable& file) {
    const std::string head = file.read(0, 512);
    if (head.size() < 512) {
        return Fault::broken;
    }
    const auto number = [&](std::size_t at, std::size_t bytes) {
        std::int64_t value = 0;
        for (std::size_t i = bytes; i > 0; --i) {
            value = value * 256 + static_cast<unsigned char>(head[at + i - 1]);
        }
        return value;
    };
    const std::int64_t shift = number(30, 2), first = number(48, 4);
    if (shift < 9 || shift > 12) {
        return Fault::broken;
    }
    const std::string folder = file.read((first + 1) << shift, 8192);
    constexpr std::string_view package = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv;
    return folder.find(package) != std::string::npos ? Fault::locked : Fault::old_office;
}

/// The pixels of a picture are not counted in its bytes: a small PNG may ask for gigabytes.
Found look_into_png(const std::string& head) {
    constexpr std::int64_t pixels_most = 100'000'000;
    if (head.size() < 33 || head.compare(12, 4, "IHDR") != 0) {
        return {std::nullopt, Fault::broken};
    }
    const auto number = [&](std::size_t at) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            value = value * 256 + static_cast<unsigned char>(head[at + i]);
        }
        return value;
    };
    const std::int64_t width = number(16), height = number(20);
    return width == 0 || height == 0                                 ? Found{std::nullopt, Fault::broken}
           : width > pixels_most / std::max<std::int64_t>(1, height) ? Found{std::nullopt, Fault::bomb}
                                                                     : Found{Kind::png, Fault::none};
}

/// A text is looked at to its end.
Found look_at_text(const Readable& file) {
    std::string rest;
    bool utf8 = true;
    for (std::int64_t at = 0; at < file.size;) {
        const std::string piece = file.read(at, kit::limits::upload_chunk);
        if (piece.empty()) {
            return {std::nullopt, Fault::broken};
        }
        at += static_cast<std::int64_t>(piece.size());
        const bool control = std::any_of(piece.begin(), piece.end(), [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
                   c == 0x7F;
        });
        if (control) {
            return {std::nullopt, Fault::unknown};
        }
        rest += piece;
        std::size_t read = 0;
        while (utf8 && read < rest.size() && (at == file.size || rest.size() - read >= 4)) {
            const std::size_t letter = kit::utf8_letter(rest, read);
            utf8 = letter > 0;
            read += letter;
        }
        rest.erase(0, utf8 ? read : rest.size());
    }
    return utf8 ? Found{Kind::text, Fault::none} : Found{std::nullopt, Fault::encoding};
}

}  // namespace

std::string_view code(Kind kind) { return of(kind).code; }
std::string_view media_type(Kind kind) { return of(kind).media_type; }
std::string_view shown(Kind kind) { return of(kind).shown; }

std::optional<Kind> read_kind(std::string_view text) {
    for (const Known& one : known) {
        if (one.code == text) {
            return one.kind;
        }
    }
    return std::nullopt;
}

std::string_view code(Fault fault) {
    return std::find_if(faults.begin(), faults.end(), [&](const Reason& one) { return one.fault == fault; })->code;
}

std::optional<Fault> read_fault(std::string_view text) {
    for (const Reason& one : faults) {
        if (one.code == text) {
            return one.fault;
        }
    }
    return std::nullopt;
}

Readable readable(std::string bytes) {
    const auto kept = std::make_shared<const std::string>(std::move(bytes));
    return {static_cast<std::int64_t>(kept->size()), [kept](std::int64_t offset, std::size_t most) {
                return offset < 0 || offset >= static_cast<std::int64_t>(kept->size())
                           ? std::string()
                           : kept->substr(static_cast<std::size_t>(offset), most);
            }};
}

Found look(const Readable& file) {
    if (file.size == 0) {
        return {std::nullopt, Fault::empty};
    }
    const std::string head = file.read(0, 64);
    if (head.starts_with("%PDF-")) {
        return look_into_pdf(file);
    }
    if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) {
        return look_into_zip(file);
    }
    if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) {
        return look_into_png(head);
    }
    if (head.starts_with("\xFF\xD8\xFF"sv)) {
        const std::string tail = file.read(std::max<std::int64_t>(0, file.size - 4096), 4096);
        return tail.find("\xFF\xD9"sv) != std::string::npos ? Found{Kind::jpeg, Fault::none}
                                                            : Found{std::nullopt, Fault::broken};
    }
    if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
        return {std::nullopt, look_into_compound(file)};
    }
    if (head.compare(std::min<std::size_t>(4, head.size()), 4, "ftyp") == 0) {  // HEIC of a telephone, and films
        return {std::nullopt, Fault::picture};
    }
    for (const Begins& other : others) {
        if (head.starts_with(other.bytes)) {
            return {std::nullopt, other.fault};
        }
    }
    return look_at_text(file);
}

}  // namespace vastin::document
