// What a letter looks like on its way: RFC 5322, 2045, 2047.
#include <sodium.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <stdexcept>

#include "kit/mail.h"
#include "kit/utf8.h"

namespace vastin::kit {
namespace {

constexpr std::size_t plain_letters = 60;  // of a header that stands as it is
constexpr std::size_t word_bytes = 45;     // of one encoded word: 60 letters of base64, 75 is the most (RFC 2047, 2)
constexpr std::size_t line_letters = 76;   // of base64 (RFC 2045, 6.8)

std::string base64(std::string_view bytes) {
    std::string made(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(made.data(),
                      made.size(),
                      reinterpret_cast<const unsigned char*>(bytes.data()),
                      bytes.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    made.pop_back();  // its NUL
    return made;
}

/// Without control letters, and valid UTF-8 whatever came.
std::string one_line(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_letter(text, at);
        const auto first = static_cast<unsigned char>(text[at]);
        if (length == 0) {
            made += '?';
        } else if (first < 0x20 || first == 0x7F) {
            made += ' ';
        } else {
            made += text.substr(at, length);
        }
        at += length == 0 ? 1 : length;
    }
    return made;
}

bool is_plain(std::string_view text) {
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) >= 0x7F) {
            return false;
        }
    }
    return text.size() <= plain_letters && text.find("=?") == std::string_view::npos;
}

/// Encoded words, each of whole letters, each on its line.
std::string encoded(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && end + utf8_letter(text, end) - at <= word_bytes) {
            end += utf8_letter(text, end);
        }
        made += (made.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + base64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return made;
}

std::string header_text(std::string_view text) {
    const std::string line = one_line(text);
    return is_plain(line) ? line : encoded(line);
}

std::string mailbox(const Sender& sender) {
    const std::string name = one_line(sender.name);
    if (name.empty()) {
        return sender.address;
    }
    const bool quotable = is_plain(name) && name.find_first_of("\"\\") == std::string::npos;
    return (quotable ? '"' + name + '"' : encoded(name)) + " <" + sender.address + ">";
}

/// "Mon, 02 Jun 2025 13:15:00 +0000"
std::string date_of(Instant at) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t whole = at.milliseconds / 1000;
    std::tm parts{};
    ::gmtime_r(&whole, &parts);
    std::array<char, 64> made{};
    std::snprintf(made.data(),
                  made.size(),
                  "%s, %02d %s %04d %02d:%02d:%02d +0000",
                  days.at(static_cast<std::size_t>(parts.tm_wday)),
                  parts.tm_mday,
                  months.at(static_cast<std::size_t>(parts.tm_mon)),
                  parts.tm_year + 1900,
                  parts.tm_hour,
                  parts.tm_min,
                  parts.tm_sec);
    return made.data();
}

}  // namespace

bool may_be_written_to(std::string_view address) {
    const auto at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == address.size() || address.rfind('@') != at ||
        address.size() > 254) {
        return false;
    }
    for (const char letter : address) {
        if (letter <= ' ' || letter >= 0x7F ||
            std::string_view("<>()[]\\,;:\"").find(letter) != std::string_view::npos) {
            return false;
        }
    }
    return true;
}

Sender read_sender(std::string_view text) {
    Sender made{"", std::string(text)};
    const auto open = text.find('<');
    if (open != std::string_view::npos && text.ends_with('>')) {
        made.address = text.substr(open + 1, text.size() - open - 2);
        const auto end = text.substr(0, open).find_last_not_of(' ');
        made.name = end == std::string_view::npos ? "" : text.substr(0, end + 1);
    }
    if (!may_be_written_to(made.address)) {
        throw std::runtime_error("--mail-from: “" + std::string(text) + "” is not an e-mail address.");
    }
    return made;
}

std::string message_of(const Mail& mail, const Sender& from) {
    std::string message = "From: " + mailbox(from) + "\r\nTo: " + one_line(mail.to) +
                          "\r\nSubject: " + header_text(mail.subject) + "\r\nDate: " + date_of(mail.at) +
                          "\r\nMessage-ID: <" + one_line(mail.id) + from.address.substr(from.address.find('@')) +
                          ">\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8"
                          "\r\nContent-Transfer-Encoding: base64\r\nContent-Language: " +
                          one_line(mail.language) + "\r\nAuto-Submitted: auto-generated\r\n\r\n";
    std::string lines;  // of text end in CR LF before they are encoded (RFC 2046, 4.1.1)
    for (const char letter : mail.text) {
        if (letter == '\n') {
            lines += "\r\n";
        } else if (letter != '\r') {
            lines += letter;
        }
    }
    const std::string body = base64(lines);
    for (std::size_t at = 0; at < body.size(); at += line_letters) {
        message.append(body, at, line_letters).append("\r\n");
    }
    return message;
}

}  // namespace vastin::kit
