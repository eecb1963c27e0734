// What is said of a file that is not taken, and the names that files get.
#include <algorithm>
#include <array>

#include "document/content.h"
#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::document {

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;
constexpr std::size_t name_letters = 120;

}  // namespace

Phrase told(Fault fault, const std::string& name) {
    switch (fault) {
        case Fault::none:
            return {};
        case Fault::empty:
            return say("The file “{0}” is empty. Check that it was saved, and choose it again.", name);
        case Fault::too_big:
            return say(
                "The file “{0}” is larger than {1} MB. Save it smaller, for example with smaller pictures, or in "
                "two parts.",
                name,
                static_cast<std::int64_t>(kit::limits::upload_file) / megabyte);
        case Fault::too_much:
            return say(
                "The file “{0}” was not kept: you have sent more than {1} MB today that is not used anywhere. Go "
                "on tomorrow.",
                name,
                static_cast<std::int64_t>(kit::limits::upload_unlinked) / megabyte);
        case Fault::program:
            return say("The file “{0}” is a program, whatever its name says. Send a document.", name);
        case Fault::picture:
            return say(
                "The file “{0}” is a picture or film in a form that is not taken. Save the picture as PNG or "
                "JPEG.",
                name);
        case Fault::archive:
            return say("The file “{0}” is a packed folder. Unpack it and add the files one by one.", name);
        case Fault::old_office:
            return say("The file “{0}” is in an old form of office programs. Save it as PDF, or as DOCX, XLSX or PPTX.",
                       name);
        case Fault::locked:
            return say(
                "The file “{0}” asks for a password. Save it without one: the officials must be able to open it.",
                name);
        case Fault::macros:
            return say("The file “{0}” holds macros, which are programs. Save it without them, or as PDF.", name);
        case Fault::encoding:
            return say(
                "The text in the file “{0}” is not saved as UTF-8, so its letters would be wrong. Save it as UTF-8 "
                "or as PDF.",
                name);
        case Fault::bomb:
            return say("The file “{0}” would grow too large when it is opened. Save it as PDF.", name);
        case Fault::broken:
            return say("The file “{0}” is not whole and cannot be opened. Save it again, and choose it again.", name);
        case Fault::unknown:
            break;
    }
    return say("The file “{0}” is not what its name says, or in a form that is not taken. Save it as PDF.", name);
}

namespace {

/// The code point of the letter of `length` bytes at `at`.
char32_t code_point(std::string_view text, std::size_t at, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (length == 1) {
        return byte(0);
    }
    char32_t value = byte(0) & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    return value;
}

/// Control letters, marks of direction, letters without width.
bool unseen(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF0 && c <= 0xFFFF) || (c >= 0xE0000 && c <= 0xE0FFF);
}

/// The letters of the name that may stay, each as its bytes.
std::string plain_letters(std::string_view sent) {
    const auto folder = sent.find_last_of("/\\");
    sent.remove_prefix(folder == std::string_view::npos ? 0 : folder + 1);
    std::string plain;
    for (std::size_t at = 0; at < sent.size();) {
        const std::size_t length = kit::utf8_letter(sent, at);
        if (length == 0) {
            ++at;
            continue;
        }
        const char32_t letter = code_point(sent, at, length);
        if (letter < 0x80 && std::string_view(":*?\"<>|").find(static_cast<char>(letter)) != std::string_view::npos) {
            plain += '-';
        } else if (!unseen(letter)) {
            plain += sent.substr(at, length);
        }
        at += length;
    }
    plain.erase(0, std::min(plain.size(), plain.find_first_not_of(" .")));
    plain.erase(plain.find_last_not_of(" .") + 1);
    return plain;
}

/// At most `most` letters of it.
std::string cut(const std::string& text, std::size_t most) {
    std::size_t at = 0;
    for (std::size_t letters = 0; at < text.size() && letters < most; ++letters) {
        at += std::max<std::size_t>(1, kit::utf8_letter(text, at));
    }
    std::string kept = text.substr(0, at);
    kept.erase(kept.find_last_not_of(" .") + 1);
    return kept;
}

std::string ending_of(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos || dot == 0 || name.size() - dot > 6 ? std::string() : name.substr(dot);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return text;
}

std::string whole(std::string stem, const std::string& ending) {
    stem = cut(stem, name_letters - ending.size());
    return (stem.empty() ? "file" : stem) + ending;
}

}  // namespace

std::string clean_name(std::string_view sent, Kind kind) {
    const std::string name = plain_letters(sent), ending = ending_of(name), plain = lower(ending);
    const bool fits = kind == Kind::jpeg   ? plain == ".jpg" || plain == ".jpeg"
                      : kind == Kind::text ? plain == ".txt" || plain == ".csv"
                                           : plain == "." + std::string(code(kind));
    if (fits) {
        return whole(name.substr(0, name.size() - ending.size()), plain);
    }
    return whole(name, kind == Kind::jpeg ? ".jpg" : kind == Kind::text ? ".txt" : "." + std::string(code(kind)));
}

std::string shown_name(std::string_view sent) {
    const std::string name = plain_letters(sent), ending = ending_of(name);
    return whole(name.substr(0, name.size() - ending.size()), ending);
}

}  // namespace vastin::document
