// What is refused, as raw bytes, and what is let through.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/http_parse.h"
#include "kit/http_test.h"
#include "kit/limits.h"

namespace vastin::kit {
namespace {

struct Vector {
    const char* what;
    std::string bytes;
    int status;
};

std::string head(std::string_view lines) { return "GET / HTTP/1.1\r\nHost: x\r\n" + std::string(lines) + "\r\n"; }
std::string sent(std::string_view lines, std::string_view body) {
    return "POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n" + std::string(lines) +
           "\r\n" + std::string(body);
}
std::string target(std::string_view target) { return "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n\r\n"; }

std::string many_fields(int count) {
    std::string body;
    for (int i = 0; i < count; ++i) {
        body += "f" + std::to_string(i) + "=1&";
    }
    return body;
}

std::string many_headers(std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines += "X-" + std::to_string(i) + ": 1\r\n";
    }
    return lines;
}

// clang-format off
const std::vector<Vector> vectors = {
    {"two ways to say the length", sent("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "a=1"), 400},
    {"the same, other order", sent("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400},
    {"two lengths that differ", sent("Content-Length: 3\r\nContent-Length: 4\r\n", "a=1"), 400},
    {"two lengths that agree", sent("Content-Length: 3\r\nContent-Length: 3\r\n", "a=1"), 400},
    {"a list of lengths", sent("Content-Length: 3, 3\r\n", "a=1"), 400},
    {"a signed length", sent("Content-Length: +3\r\n", "a=1"), 400},
    {"a negative length", sent("Content-Length: -3\r\n", "a=1"), 400},
    {"a length with a leading nought", sent("Content-Length: 03\r\n", "a=1"), 400},
    {"a hexadecimal length", sent("Content-Length: 0x3\r\n", "a=1"), 400},
    {"an empty length", sent("Content-Length: \r\n", "a=1"), 400},
    {"a length past 64 bits", sent("Content-Length: 99999999999999999999\r\n", "a=1"), 400},
    {"a length past the limit", sent("Content-Length: 262145\r\n", ""), 413},
    {"chunks", sent("Transfer-Encoding: chunked\r\n", "3\r\na=1\r\n0\r\n\r\n"), 411},
    {"chunks with extensions", sent("Transfer-Encoding: chunked\r\n", "3;x=y\r\na=1\r\n0\r\n\r\n"), 411},
    {"another coding", sent("Transfer-Encoding: gzip, chunked\r\n", ""), 400},
    {"an unknown coding", sent("Transfer-Encoding: xchunked\r\n", ""), 400},
    {"two codings", sent("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", ""), 400},
    {"chunks of HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"a folded header", head("A: b\r\n c\r\n"), 400},
    {"a header folded by a tab", head("A: b\r\n\tc\r\n"), 400},
    {"a folded first header", "GET / HTTP/1.1\r\n Host: x\r\n\r\n", 400},
    {"a bare LF after the request line", "GET / HTTP/1.1\nHost: x\r\n\r\n", 400},
    {"bare LF everywhere", "GET / HTTP/1.1\nHost: x\n\n", 400},
    {"a bare CR in a header", head("A: b\rc\r\n"), 400},
    {"a bare CR before the end of a line", head("A: b\r\r\n"), 400},
    {"a space before the colon", head("A : b\r\n"), 400},
    {"a header without a name", head(": b\r\n"), 400},
    {"a header without a colon", head("abc\r\n"), 400},
    {"a NUL in a header", head(std::string_view("A: b\0c\r\n", 8)), 400},
    {"a control letter in a header", head("A: b\x01\r\n"), 400},
    {"a space in a name", head("A b: c\r\n"), 400},
    {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"two hosts", head("Host: y\r\n"), 400},
    {"an empty host", "GET / HTTP/1.1\r\nHost: \r\n\r\n", 400},
    {"a host with a path", "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
    {"two cookies headers", head("Cookie: a=1\r\nCookie: a=2\r\n"), 400},
    {"two origins", head("Origin: a\r\nOrigin: b\r\n"), 400},
    {"no version", "GET /\r\nHost: x\r\n\r\n", 400},
    {"version 0.9", "GET / HTTP/0.9\r\nHost: x\r\n\r\n", 400},
    {"version 1.2", "GET / HTTP/1.2\r\nHost: x\r\n\r\n", 400},
    {"version 2.0", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
    {"a version in small letters", "GET / http/1.1\r\nHost: x\r\n\r\n", 400},
    {"two spaces in the request line", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"a space in the target", target("/a b"), 400},
    {"a tab in the request line", "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"an empty line first", "\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"TLS", std::string("\x16\x03\x01\x02\x00\x01", 6), 400},
    {"the whole address as target", target("http://x/"), 400},
    {"a target without slash", target("a"), 400},
    {"a fragment", target("/a#b"), 400},
    {"a hidden slash", target("/a%2fb"), 400},
    {"a hidden slash in capitals", target("/a%2Fb"), 400},
    {"a hidden backslash", target("/a%5cb"), 400},
    {"a backslash", target("/a\\b"), 400},
    {"two slashes", target("/a//b"), 400},
    {"two slashes first", target("//a"), 400},
    {"up", target("/a/../b"), 400},
    {"up at the end", target("/a/.."), 400},
    {"hidden up", target("/a/%2e%2E/b"), 400},
    {"here", target("/a/./b"), 400},
    {"NUL in the path", target("/a%00"), 400},
    {"a line break in the path", target("/a%0d%0ab"), 400},
    {"bad UTF-8 in the path", target("/%ff"), 400},
    {"overlong UTF-8 in the path", target("/%c0%af"), 400},
    {"a surrogate in the path", target("/%ed%a0%80"), 400},
    {"raw letters past ASCII in the path", target("/\xC3\xA4"), 400},
    {"half an escape", target("/a%4"), 400},
    {"no escape", target("/a%zz"), 400},
    {"NUL in the query", target("/?a=%00"), 400},
    {"bad UTF-8 in the query", target("/?a=%ff"), 400},
    {"a name twice in the query", target("/?a=1&b=2&a=3"), 400},
    {"a name twice, once hidden", target("/?a=1&%61=3"), 400},
    {"a value without a name", target("/?=1"), 400},
    {"a name twice in the form", sent("Content-Length: 7\r\n", "a=1&a=2"), 400},
    {"a name in query and form", "POST /?a=1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
                                 "Content-Type: application/x-www-form-urlencoded\r\n\r\na=2", 400},
    {"NUL in the form", sent("Content-Length: 5\r\n", "a=%00"), 400},
    {"bad UTF-8 in the form", sent("Content-Length: 3\r\n", "a=\xFF"), 400},
    {"a form that is none", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                            "Content-Type: application/json\r\n\r\n{}", 415},
    {"a form of parts", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                        "Content-Type: multipart/form-data; boundary=a\r\n\r\n--", 415},
    {"a body without a type", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na=1", 415},
    {"a GET with a body", head("Content-Length: 3\r\n") + "a=1", 400},
    {"an expectation", sent("Content-Length: 3\r\nExpect: miracles\r\n", "a=1"), 417},
    {"OPTIONS", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    {"TRACE", "TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    {"CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    {"PUT", "PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", 405},
    {"an unknown method", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    {"a method in small letters", "get / HTTP/1.1\r\nHost: x\r\n\r\n", 405},
    {"a long request line", target("/" + std::string(limits::request_line, 'a')), 414},
    {"a long method", std::string(limits::request_line + 1, 'A'), 414},
    {"a long head", head("A: " + std::string(limits::request_head, 'a') + "\r\n"), 431},
    {"a head without end", "GET / HTTP/1.1\r\nHost: " + std::string(limits::request_head, 'a'), 431},
    {"many headers", head(many_headers(limits::request_headers)), 431},
    {"many fields", sent("Content-Length: " + std::to_string(many_fields(10'000).size()) + "\r\n", many_fields(10'000)), 413},
    {"a long name", target("/?" + std::string(limits::field_name + 1, 'a') + "=1"), 413},
};
// clang-format on

TEST(HttpParse, what_could_be_read_in_two_ways_is_refused) {
    Server server;
    for (const auto& [what, bytes, status] : vectors) {
        const std::string answer = server.ask(bytes);
        EXPECT_EQ(status_of(answer), status) << what;
        EXPECT_TRUE(holds(answer, "Content-Security-Policy: default-src 'none'")) << what;
        EXPECT_EQ(holds(answer, "\r\nAllow: GET, HEAD, POST\r\n"), status == 405) << what;
    }
    EXPECT_EQ(server.handled, 0);
}

TEST(HttpParse, nothing_after_a_refused_head_is_read) {
    Server server;
    for (const auto& [what, bytes, status] : vectors) {
        HeadScan scan;
        Request request;
        int early = 0;
        const std::size_t end = scan.find_end(bytes, early);
        const bool by_head = early != 0 || read_head(std::string_view(bytes).substr(0, end), request).status != 0;
        if (by_head) {
            Peer peer(server.port());
            const std::string all = peer.send(bytes + get("/smuggled")).rest();
            EXPECT_EQ(status_of(all), status) << what;
            EXPECT_TRUE(holds(all, "\r\nConnection: close\r\n")) << what;
            EXPECT_EQ(all.rfind("HTTP/1.1"), 0u) << what << ": " << all;
        }
    }
    EXPECT_EQ(server.handled, 0);
}

TEST(HttpParse, good_requests_pass_to_the_edges_of_the_limits) {
    const std::vector<std::string> good = {
        target("/"),
        target("/a/"),
        target("/a.b/..c/.d"),
        target("/?a=|^{}[]'()*"),
        target("/?a=1&&b"),
        target("/?a=%2f..%2f&b=//"),
        target("/?" + std::string(limits::field_name, 'a') + "=1"),
        target("/" + std::string(limits::request_line - 15, 'a')),
        head(many_headers(limits::request_headers - 1)),
        head("Content-Length: 0\r\n"),
        head("Empty:\r\nTab:\ta\t\r\nLatin: \xE4\r\n"),
        sent("Content-Length: 0\r\n", ""),
        sent("", ""),
        sent("Content-Length: " + std::to_string(many_fields(400).size()) + "\r\n", many_fields(400)),
        sent("Content-Length: 262144\r\n", "a=" + std::string(262142, 'b')),
        "GET / HTTP/1.0\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n"
        "Content-Type: Application/X-WWW-Form-Urlencoded ; charset=UTF-8\r\n\r\na=1",
    };
    Server server;
    for (const auto& bytes : good) {
        EXPECT_EQ(status_of(server.ask(bytes)), 200) << bytes.substr(0, 200);
    }
    EXPECT_EQ(server.handled, static_cast<int>(good.size()));
}

TEST(HttpParse, a_form_is_decoded_once) {
    int status = 0;
    const auto fields = read_form("a=1+2%2B3&%C3%A4=%E2%82%AC&b=%2541&c&d=&e=x=y&f=a%0D%0Ab", status);
    ASSERT_TRUE(fields);
    EXPECT_EQ(fields->get("a"), "1 2+3");
    EXPECT_EQ(fields->get("\xC3\xA4"), "\xE2\x82\xAC");
    EXPECT_EQ(fields->get("b"), "%41");
    EXPECT_TRUE(fields->has("c"));
    EXPECT_EQ(fields->get("d"), "");
    EXPECT_EQ(fields->get("e"), "x=y");
    EXPECT_EQ(fields->get("f"), "a\r\nb");
    EXPECT_FALSE(fields->has("g"));
    EXPECT_EQ(fields->all().size(), 7u);
}

RC_GTEST_PROP(HttpParse, what_is_escaped_is_read_back, (const std::vector<unsigned> points)) {
    std::string text;
    for (const unsigned point : points) {  // any letter but NUL
        const char32_t c = 1 + point % 0xD7FF;
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else if (c < 0x800) {
            text += {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 63))};
        } else {
            text += {static_cast<char>(0xE0 | (c >> 12)),
                     static_cast<char>(0x80 | ((c >> 6) & 63)),
                     static_cast<char>(0x80 | (c & 63))};
        }
    }
    int status = 0;
    const auto fields = read_form("n=" + url_escaped(text), status);
    RC_ASSERT(fields.has_value());
    RC_ASSERT(fields->get("n") == text);
}

/// Whatever is damaged: a head that passes keeps what handlers rely on.
RC_GTEST_PROP(HttpParse, damage_is_refused_or_harmless, ()) {
    std::string bytes = *rc::gen::elementOf(
        std::vector<std::string>{get("/fi/calls/2025?page=2&q=a+b", "Cookie: session=1; b=2\r\nAccept: */*\r\n"),
                                 post("/fi/applications/1/check", "a=1", "Origin: https://x\r\n"),
                                 target("/%C3%A4/..a/b?c=%C3%A4&d=%25")});
    const std::string_view odd("\0\r\n\t /.%?#&=:;,\\\x7F\xC3\xFF\"2eF", 23);
    for (int left = *rc::gen::inRange(1, 6); left > 0; --left) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        const char letter = odd[*rc::gen::inRange<std::size_t>(0, odd.size())];
        *rc::gen::arbitrary<bool>() ? bytes.insert(at, 1, letter) : bytes.replace(at, 1, 1, letter);
    }
    HeadScan scan;
    Request request;
    int status = 0;
    const std::size_t end = scan.find_end(bytes, status);
    if (end == 0 || status != 0 || read_head(std::string_view(bytes).substr(0, end), request).status != 0) {
        return;
    }
    RC_ASSERT(request.path[0] == '/');
    const std::string closed = request.path + "/";  // so that "/.." at the end is seen too
    for (const char* never : {"/../", "/./", "\\", "\r", "\n", "\x7F"}) {
        RC_ASSERT(!holds(closed, never));
    }
    RC_ASSERT(!holds(request.path, "//") && !holds(request.path, std::string_view("\0", 1)));
    for (const auto& [name, value] : request.headers) {
        RC_ASSERT(!name.empty() && !holds(name, " ") && !holds(value, "\r") && !holds(value, "\n"));
    }
}

/// However the bytes of a head are cut, the same is found.
RC_GTEST_PROP(HttpParse, cuts_change_nothing, ()) {
    const Vector& vector = vectors[*rc::gen::inRange<std::size_t>(0, vectors.size())];
    HeadScan whole_scan, cut_scan;
    int whole_status = 0, cut_status = 0;
    const std::size_t whole = whole_scan.find_end(vector.bytes, whole_status);
    std::size_t cut = 0;
    for (std::size_t read = 0; read < vector.bytes.size() && cut == 0 && cut_status == 0;) {
        read = std::min(vector.bytes.size(), read + *rc::gen::inRange<std::size_t>(1, 2000));
        cut = cut_scan.find_end(std::string_view(vector.bytes).substr(0, read), cut_status);
    }
    RC_ASSERT(whole == cut);
    RC_ASSERT(whole_status == cut_status);
}

}  // namespace
}  // namespace vastin::kit
