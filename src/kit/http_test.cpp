// The edge as its peers see it: real sockets, raw bytes.
#include "kit/http.h"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/db.h"
#include "kit/http_test.h"

namespace vastin::kit {
namespace {

using std::chrono::milliseconds;

TEST(Http, an_answer_has_its_headers_and_no_more) {
    Server server([](const Request&) {
        Response response = Server::said("hello");
        response.header("Referrer-Policy", "no-referrer");
        return response;
    });
    const std::string answer = server.ask(get("/"));
    EXPECT_EQ(answer.rfind("HTTP/1.1 200 OK\r\nDate: ", 0), 0u) << answer;
    EXPECT_EQ(answer.substr(answer.find("\r\n", 20) - 4, 6), " GMT\r\n");
    EXPECT_TRUE(holds(answer, "\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n"));
    EXPECT_TRUE(holds(answer, "\r\nX-Content-Type-Options: nosniff\r\n"));
    EXPECT_TRUE(holds(answer, "\r\nCross-Origin-Opener-Policy: same-origin\r\n"));
    EXPECT_TRUE(holds(answer, "\r\nReferrer-Policy: no-referrer\r\n"));
    EXPECT_FALSE(holds(answer, "Referrer-Policy: same-origin"));
    EXPECT_FALSE(holds(answer, "Server:"));
    EXPECT_FALSE(holds(answer, "Connection:"));
    EXPECT_EQ(body_of(answer), "hello");
}

TEST(Http, the_handler_gets_what_was_sent) {
    Request seen;
    HttpSettings settings;
    settings.now = [] { return Instant{1'764'000'000'000}; };
    Server server(
        [&seen](const Request& request) {
            seen = request;
            return Response{};
        },
        settings);
    server.ask(
        post("/fi/%C3%A4?page=2&q=a+b", "nimi=%C3%84&tyhj%C3%A4=", "Cookie: a=1; session=x=y; b=2\r\nX-Y:  z \r\n"));
    EXPECT_EQ(seen.method, Method::post);
    EXPECT_EQ(seen.path, "/fi/\xC3\xA4");
    EXPECT_EQ(seen.query, "page=2&q=a+b");
    EXPECT_EQ(seen.parameters.get("q"), "a b");
    EXPECT_EQ(seen.form.get("nimi"), "\xC3\x84");
    EXPECT_TRUE(seen.form.has("tyhj\xC3\xA4"));
    EXPECT_EQ(seen.body, "nimi=%C3%84&tyhj%C3%A4=");
    EXPECT_EQ(seen.header("x-y"), "z");
    EXPECT_EQ(seen.header("missing"), "");
    EXPECT_EQ(seen.cookie("session"), "x=y");
    EXPECT_EQ(seen.cookie("a"), "1");
    EXPECT_EQ(seen.cookie("b"), "2");
    EXPECT_EQ(seen.cookie("sess"), "");
    EXPECT_EQ(seen.client, "127.0.0.1");
    EXPECT_EQ(seen.arrived, Instant{1'764'000'000'000});
    EXPECT_FALSE(seen.number.empty());
    const std::string first = seen.number;
    server.ask(get("/"));
    EXPECT_NE(seen.number, first);
}

TEST(Http, only_the_trusted_proxy_says_who_asks) {
    const auto client = [](const char* trusted, const char* lines) {
        HttpSettings settings;
        settings.trusted_proxy = trusted;
        Server server([](const Request& request) { return Server::said(request.client); }, settings);
        return body_of(server.ask(get("/", lines)));
    };
    EXPECT_EQ(client("", "X-Forwarded-For: 10.1.1.1\r\n"), "127.0.0.1");
    EXPECT_EQ(client("10.9.9.9", "X-Forwarded-For: 10.1.1.1\r\n"), "127.0.0.1");
    EXPECT_EQ(client("127.0.0.1", "X-Forwarded-For: 10.1.1.1\r\n"), "10.1.1.1");
    EXPECT_EQ(client("127.0.0.1", "X-Forwarded-For: 6.6.6.6, 10.1.1.1\r\n"),
              "10.1.1.1");  // the first is the peer's lie
    EXPECT_EQ(client("127.0.0.1", "X-Forwarded-For: 6.6.6.6\r\nX-Forwarded-For: 2001:db8::1\r\n"), "2001:db8::1");
    EXPECT_EQ(client("127.0.0.1", "X-Forwarded-For: nobody\r\n"), "127.0.0.1");
}

TEST(Http, a_kept_connection_answers_in_order) {
    Server server([](const Request& request) {
        if (request.path == "/slow") {
            std::this_thread::sleep_for(milliseconds(30));
        }
        return Server::said(request.path);
    });
    Peer peer(server.port());
    std::string many;
    for (int i = 0; i < 50; ++i) {
        many += i % 10 == 0  ? get("/slow")
                : i % 3 == 0 ? post("/p" + std::to_string(i), "a=1")
                             : get("/" + std::to_string(i));
    }
    peer.send(many);
    for (int i = 0; i < 50; ++i) {
        const std::string path =
            i % 10 == 0 ? "/slow" : (i % 3 == 0 ? "/p" : "/") + (i % 10 == 0 ? "" : std::to_string(i));
        ASSERT_EQ(body_of(peer.answer()), path);
    }
    EXPECT_EQ(body_of(peer.send(get("/last", "Connection: close\r\n")).rest()), "/last");
}

TEST(Http, http_1_0_is_kept_only_where_asked) {
    Server server;
    const std::string closed = Peer(server.port()).send("GET /a HTTP/1.0\r\n\r\n").rest();
    EXPECT_TRUE(holds(closed, "\r\nConnection: close\r\n"));
    EXPECT_EQ(body_of(closed), "/a");
    Peer peer(server.port());
    EXPECT_TRUE(holds(peer.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").answer(),
                      "\r\nConnection: keep-alive\r\n"));
    EXPECT_EQ(body_of(peer.send("GET /b HTTP/1.0\r\n\r\n").rest()), "/b");
}

TEST(Http, head_is_get_without_its_body) {
    Server server;
    Peer peer(server.port());
    peer.send("HEAD /four HTTP/1.1\r\nHost: x\r\n\r\n" + get("/next"));
    const std::string answer = peer.answer(true);
    EXPECT_TRUE(holds(answer, "\r\nContent-Length: 5\r\n")) << answer;
    EXPECT_EQ(body_of(answer), "");
    EXPECT_EQ(body_of(peer.answer()), "/next");
}

TEST(Http, what_is_known_is_not_sent_again) {
    Server server([](const Request&) {
        Response response = Server::said("page");
        response.header("ETag", "\"v1\"");
        response.header("Cache-Control", "no-cache");
        return response;
    });
    Peer peer(server.port());
    const auto ask = [&](const char* known) { return peer.send(get("/", known)).answer(); };
    EXPECT_EQ(status_of(ask("")), 200);
    EXPECT_EQ(status_of(ask("If-None-Match: \"v2\"\r\n")), 200);
    EXPECT_EQ(status_of(ask("If-None-Match: v1\r\n")), 200);
    for (const char* known : {"If-None-Match: \"v1\"\r\n", "If-None-Match: \"v0\", W/\"v1\"\r\n"}) {
        const std::string answer = ask(known);
        EXPECT_EQ(status_of(answer), 304);
        EXPECT_TRUE(holds(answer, "ETag: \"v1\"") && holds(answer, "Cache-Control: no-cache"));
        EXPECT_FALSE(holds(answer, "Content-Length"));
    }
    EXPECT_EQ(status_of(peer.send(post("/", "a=1", "If-None-Match: \"v1\"\r\n")).answer()), 200);
}

TEST(Http, a_fault_is_an_incident_and_the_server_lives) {
    char path[] = "/tmp/vastin_http_XXXXXX";
    ::close(::mkstemp(path));
    log_to_file(path);
    Server server([](const Request& request) -> Response {
        if (request.path == "/down") {
            throw DatabaseDown("disk full");
        }
        if (request.path == "/odd") {
            throw 42;
        }
        if (request.path == "/split") {
            Response response;
            response.header("X", "a\r\nSet-Cookie: b");
            return response;
        }
        throw std::runtime_error("it broke\nbadly");
    });
    Peer peer(server.port());
    const std::string answer = peer.send(get("/")).answer();
    EXPECT_EQ(status_of(answer), 500);
    const std::string number = body_of(answer).substr(12);
    const std::string down = peer.send(get("/down")).answer();
    EXPECT_EQ(status_of(down), 503);
    EXPECT_TRUE(holds(down, "\r\nRetry-After: "));
    EXPECT_EQ(status_of(peer.send(get("/odd")).answer()), 500);
    const std::string split = peer.send(get("/split")).answer();
    EXPECT_EQ(status_of(split), 500);
    EXPECT_FALSE(holds(split, "Set-Cookie"));
    log_to_file("/dev/stderr");
    std::ifstream in(path);
    const std::string log((std::istreambuf_iterator<char>(in)), {});
    ::unlink(path);
    EXPECT_TRUE(holds(log, "\"event\":\"incident\",\"number\":\"" + number + "\",\"what\":\"it broke\\u000abadly\""))
        << log;
    EXPECT_TRUE(holds(log, "disk full"));
}

TEST(Http, a_problem_page_that_fails_is_replaced) {
    log_quietly(true);
    log_to_file("/dev/null");
    HttpSettings settings;
    settings.port = 0;
    HttpServer http(
        settings,
        [](const Request&) -> Response { throw std::runtime_error("handler"); },
        [](const Request&) { return Load::never_shed; },
        [](int, const Request&) -> Response { throw std::runtime_error("page"); });
    http.start();
    EXPECT_EQ(status_of(Peer(http.port()).send(get("/")).answer()), 500);
    EXPECT_EQ(status_of(Peer(http.port()).send(get("/a//b")).answer()), 400);
    log_to_file("/dev/stderr");
}

TEST(Http, a_body_cut_in_the_middle_reaches_no_handler) {
    Server server;
    const std::string whole = post("/send", "a=1&b=2");
    for (const std::size_t cut : {whole.size() - 1, whole.size() - 6, whole.size() / 2}) {
        Peer peer(server.port());
        peer.send(whole.substr(0, cut)).end_sending();
        EXPECT_EQ(peer.rest(), "");
    }
    EXPECT_EQ(server.handled, 0);
    Peer peer(server.port());  // but who only stops sending after the request gets its answer
    peer.send(whole).end_sending();
    EXPECT_EQ(body_of(peer.rest()), "/send");
}

TEST(Http, a_peer_that_asks_may_send_its_body) {
    Server server([](const Request& request) { return Server::said(request.form.get("a")); });
    Peer peer(server.port());
    const std::string whole = post("/", "a=1", "Expect: 100-continue\r\n");
    peer.send(whole.substr(0, whole.size() - 3));
    EXPECT_EQ(peer.answer(), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(body_of(peer.send("a=1").answer()), "1");
}

TEST(Http, a_taken_port_is_told_in_words) {
    Server server;
    HttpSettings settings;
    settings.port = server.port();
    const auto start = [](const HttpSettings& with) -> std::string {
        try {
            HttpServer http(
                with,
                [](const Request&) { return Response{}; },
                [](const Request&) { return Load::shed_first; },
                [](int, const Request&) { return Response{}; });
            http.start();
        } catch (const std::runtime_error& fault) {
            return fault.what();
        }
        return "";
    };
    EXPECT_TRUE(holds(start(settings), "another program has this port"));
    settings.address = "town hall";
    EXPECT_TRUE(holds(start(settings), "not an IP address"));
}

}  // namespace
}  // namespace vastin::kit
