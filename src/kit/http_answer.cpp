#include "kit/http_answer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "base/check.h"

namespace vastin::kit {

namespace {

struct Standard {
    std::string_view name, value;
};
/// RELIABILITY 2, lines 14 and 15. HSTS belongs to whoever ends TLS.
constexpr std::array<Standard, 4> security = {{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

struct Reason {
    int status;
    std::string_view words;
};
constexpr Reason reasons[] = {{200, "OK"},
                              {201, "Created"},
                              {204, "No Content"},
                              {301, "Moved Permanently"},
                              {302, "Found"},
                              {303, "See Other"},
                              {304, "Not Modified"},
                              {308, "Permanent Redirect"},
                              {400, "Bad Request"},
                              {401, "Unauthorized"},
                              {403, "Forbidden"},
                              {404, "Not Found"},
                              {405, "Method Not Allowed"},
                              {408, "Request Timeout"},
                              {409, "Conflict"},
                              {410, "Gone"},
                              {411, "Length Required"},
                              {413, "Content Too Large"},
                              {414, "URI Too Long"},
                              {415, "Unsupported Media Type"},
                              {417, "Expectation Failed"},
                              {422, "Unprocessable Content"},
                              {429, "Too Many Requests"},
                              {431, "Request Header Fields Too Large"},
                              {500, "Internal Server Error"},
                              {503, "Service Unavailable"}};

std::string_view reason(int status) {
    const auto* found = std::find_if(
        std::begin(reasons), std::end(reasons), [status](const Reason& one) { return one.status == status; });
    return found != std::end(reasons) ? found->words : "Status";
}

bool same_name(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

bool has(const Response& response, std::string_view name) {
    return std::any_of(response.headers.begin(), response.headers.end(), [&](const auto& header) {
        return same_name(header.first, name);
    });
}

void append_number(std::string& out, std::size_t number) {
    std::array<char, 24> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

void append_two(std::string& out, std::int64_t value) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
}

/// "Tue, 24 Nov 2026 21:58:01 GMT", made once a second on each thread.
const std::string& date_header(Instant now) {
    namespace chrono = std::chrono;
    thread_local std::int64_t second = -1;
    thread_local std::string text;
    if (now.milliseconds / 1000 == second) {
        return text;
    }
    constexpr std::string_view day_names = "SunMonTueWedThuFriSat",
                               month_names = "JanFebMarAprMayJunJulAugSepOctNovDec";
    second = now.milliseconds / 1000;
    const chrono::sys_seconds moment{chrono::seconds(second)};
    const auto day = chrono::floor<chrono::days>(moment);
    const chrono::year_month_day date(day);
    text = day_names.substr(chrono::weekday(day).c_encoding() * 3, 3);
    text += ", ";
    append_two(text, static_cast<unsigned>(date.day()));
    text += ' ';
    text += month_names.substr((static_cast<unsigned>(date.month()) - 1) * 3, 3);
    text += ' ';
    append_number(text, static_cast<std::size_t>(static_cast<int>(date.year())));
    const auto of_day = (moment - day).count();
    for (const auto& [before, value] : {std::pair(' ', of_day / 3600), {':', of_day / 60 % 60}, {':', of_day % 60}}) {
        text += before;
        append_two(text, value);
    }
    text += " GMT";
    return text;
}

bool is_clean(std::string_view text) {
    return std::none_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    out += value;
    out += "\r\n";
}

bool has_body(const Response& response) { return response.status != 204 && response.status != 304; }

std::string_view content(const Response& response) { return response.shared ? *response.shared : response.body; }

/// An entity tag without the mark of weakness that a compressing proxy adds.
std::string_view strong(std::string_view tag) { return tag.substr(0, 2) == "W/" ? tag.substr(2) : tag; }

bool lists(std::string_view known, std::string_view tag) {
    while (!known.empty()) {
        std::string_view one = known.substr(0, known.find(','));
        known.remove_prefix(std::min(known.size(), one.size() + 1));
        one.remove_prefix(std::min(one.size(), one.find_first_not_of(' ')));
        one = one.substr(0, one.find_last_not_of(' ') + 1);
        if (strong(one) == strong(tag)) {
            return true;
        }
    }
    return false;
}

}  // namespace

void answer_known(Response& response, const Request& request) {
    if (response.status != 200 || request.method == Method::post) {
        return;
    }
    const std::string_view known = request.header("if-none-match");
    if (known.empty()) {
        return;
    }
    for (const auto& [name, value] : response.headers) {
        if (same_name(name, "etag") && lists(known, value)) {
            response.status = 304;
            return;
        }
    }
}

void write_answer_head(std::string& out, const Response& response, Manner manner, Instant now) {
    out.assign("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(response.status));
    out += ' ';
    out += reason(response.status);
    out += "\r\n";
    append_header(out, "Date", date_header(now));
    if (has_body(response)) {
        check(is_clean(response.type), "a content type with a control letter");
        append_header(out, "Content-Type", response.type);
        out += "Content-Length: ";
        append_number(out, response.source ? response.length : content(response).size());
        out += "\r\n";
    }
    for (const auto& [name, value] : response.headers) {
        check(is_clean(name) && is_clean(value), "a header with a control letter");
        append_header(out, name, value);
    }
    for (const Standard& standard : security) {
        if (!has(response, standard.name)) {
            append_header(out, standard.name, standard.value);
        }
    }
    if (!manner.keep) {
        append_header(out, "Connection", "close");
    } else if (manner.old) {
        append_header(out, "Connection", "keep-alive");
    }
    out += "\r\n";
}

std::size_t answer_size(const Response& response, Manner manner) {
    return manner.body_less || !has_body(response) ? 0 : response.source ? response.length : content(response).size();
}

std::string_view answer_body(const Response& response, Manner manner) {
    return manner.body_less || !has_body(response) ? std::string_view() : content(response);
}

}  // namespace vastin::kit
