// Forms with files through the edge: pieces, limits, refusals before and after the body, answers given in pieces.
#include <mutex>

#include "kit/db.h"
#include "kit/http_test.h"

namespace vastin::kit {
namespace {

/// What the intakes of a server were told, from several threads.
struct Seen {
    std::mutex mutex;
    std::string said;
    std::size_t bytes = 0, largest = 0;
    std::atomic<int> abandoned{0}, open{0};
    std::function<int()> on_begin = [] { return 0; };
    std::function<void()> on_take = [] {};
};

class Counting : public Intake {
  public:
    explicit Counting(Seen& seen) : seen_(seen) { ++seen_.open; }
    ~Counting() override { --seen_.open; }
    int begin(const Fields& before, const std::string& field, const std::string& name) override {
        const std::lock_guard guard(seen_.mutex);
        seen_.said += field + "/" + name + " after " + std::to_string(before.all().size()) + ";";
        size_ = 0;
        file_ = {field, name, 0, "hash", "text", ""};
        return seen_.on_begin();
    }
    void take(std::string_view bytes) override {
        seen_.on_take();
        const std::lock_guard guard(seen_.mutex);
        seen_.bytes += bytes.size();
        seen_.largest = std::max(seen_.largest, bytes.size());
        size_ += bytes.size();
    }
    UploadedFile end() override {
        file_.size = static_cast<std::int64_t>(size_);
        return file_;
    }
    void abandon() override { ++seen_.abandoned; }

  private:
    Seen& seen_;
    std::size_t size_ = 0;
    UploadedFile file_;
};

/// Says what it was sent. "/no" takes no files, "/mine" answers by itself, "/down" has no database.
struct FileServer {
    Seen seen;
    HttpServer http;

    explicit FileServer(HttpSettings settings = {}, HttpServer::Handler handler = {})
        : http(
              Server::at_any_port(std::move(settings)),
              [handler = std::move(handler)](const Request& request) {
                  if (handler) {
                      return handler(request);
                  }
                  std::string said = "form:";
                  for (const auto& [name, value] : request.form.all()) {
                      said += name + "=" + value + ";";
                  }
                  for (const UploadedFile& file : request.files) {
                      said += file.field + "/" + file.name + "=" + std::to_string(file.size) + " " + file.hash + ";";
                  }
                  return Server::said(said);
              },
              [](const Request&) { return Load::never_shed; },
              [](int status, const Request&) { return Server::said("problem " + std::to_string(status)); },
              [this](const Request& request) {
                  Reception made;
                  if (request.path == "/mine") {
                      made.answer = Server::said("no entry");
                      made.answer->status = 404;
                  } else if (request.path == "/down") {
                      throw DatabaseDown("gone");
                  } else if (request.path != "/no") {
                      made.intake = std::make_unique<Counting>(seen);
                  }
                  return made;
              }) {
        log_quietly(true);
        http.start();
    }
    std::string ask(const std::string& bytes) { return Peer(http.port()).send(bytes).answer(); }
};

std::string head(const std::string& path, std::size_t size, const std::string& more = {}) {
    return "POST " + path +
           " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
           std::to_string(size) + "\r\n" + more + "\r\n";
}
std::string form(const std::string& content, const std::string& name = "a.txt") {
    return "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n--b\r\nContent-Disposition: "
           "form-data; "
           "name=\"file\"; filename=\"" +
           name + "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--b--\r\n";
}
std::string upload(const std::string& path, const std::string& content) {
    const std::string body = form(content);
    return head(path, body.size()) + body;
}

TEST(HttpUpload, FieldsAndFilesReachTheHandlerAndTheConnectionGoesOn) {
    FileServer server;
    Peer peer(server.http.port());
    peer.send(upload("/a", "hi") + upload("/a", "") + get("/b"));
    EXPECT_EQ(body_of(peer.answer()), "form:note=hello;file/a.txt=2 hash;");
    EXPECT_EQ(body_of(peer.answer()), "form:note=hello;file/a.txt=0 hash;");
    EXPECT_EQ(body_of(peer.answer()), "form:");
    EXPECT_EQ(server.seen.said, "file/a.txt after 1;file/a.txt after 1;");
    EXPECT_TRUE(soon([&] { return server.seen.open == 0; }));
    EXPECT_EQ(server.seen.abandoned, 0);
}

TEST(HttpUpload, AFileOfManyMegabytesComesInPieces) {
    FileServer server;
    const std::string answer = server.ask(upload("/a", std::string(20'000'000, 'x')));
    EXPECT_EQ(body_of(answer), "form:note=hello;file/a.txt=20000000 hash;");
    EXPECT_EQ(server.seen.bytes, 20'000'000U);
    EXPECT_LE(server.seen.largest, limits::upload_chunk + 100);
}

TEST(HttpUpload, IsRefusedBeforeTheBodyIsReadWhereNoFilesAreTaken) {
    FileServer server;
    for (const auto& [path, status, words] : {std::tuple("/no", 415, "problem 415"),
                                              std::tuple("/mine", 404, "no entry"),
                                              std::tuple("/down", 503, "problem 503")}) {
        Peer peer(server.http.port());
        const std::string body = form(std::string(1'000'000, 'x'));
        peer.send(head(path, body.size()));
        const std::string answer = peer.answer();  // before a byte of the body was sent
        EXPECT_EQ(status_of(answer), status) << path;
        EXPECT_EQ(body_of(answer), words);
        EXPECT_TRUE(holds(answer, "Connection: close"));
        // a browser that goes on sending still gets to read why
        EXPECT_EQ(status_of(server.ask(head(path, body.size()) + body)), status) << path;
    }
    EXPECT_EQ(server.seen.said, "");
    EXPECT_TRUE(holds(server.ask(upload("/down", "x")), "Retry-After"));
    EXPECT_EQ(status_of(Server().ask(upload("/a", "x"))), 415) << "a server without files";
}

TEST(HttpUpload, SaysGoOnOnlyToWhomItTakes) {
    FileServer server;
    const std::string body = form("hi");
    Peer waits(server.http.port());
    waits.send(head("/a", body.size(), "Expect: 100-continue\r\n"));
    EXPECT_TRUE(holds(waits.answer(), "100 Continue"));
    waits.send(body);
    EXPECT_EQ(body_of(waits.answer()), "form:note=hello;file/a.txt=2 hash;");
    EXPECT_EQ(status_of(server.ask(head("/no", body.size(), "Expect: 100-continue\r\n"))), 415);
}

TEST(HttpUpload, WhatIsBrokenIsRefusedAndAbandoned) {
    FileServer server;
    const std::string good = form("hi");
    std::string short_end = good.substr(0, good.size() - 8);
    EXPECT_EQ(status_of(server.ask(head("/a", short_end.size()) + short_end)), 400) << "no end";
    std::string other = good;
    other.replace(0, 3, "--c");
    EXPECT_EQ(status_of(server.ask(head("/a", other.size()) + other)), 400) << "another boundary";
    EXPECT_EQ(status_of(server.ask(head("/a?note=1", good.size()) + good)), 400) << "a name with two values";
    EXPECT_EQ(
        status_of(server.ask("POST /a HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: "
                             "2\r\n\r\nxx")),
        400)
        << "no boundary named";
    EXPECT_EQ(status_of(server.ask(head("/a", limits::upload_body + 1))), 413);
    EXPECT_TRUE(soon([&] { return server.seen.abandoned == 3 && server.seen.open == 0; })) << server.seen.abandoned;
    server.seen.on_begin = [] { return 403; };
    EXPECT_EQ(status_of(server.ask(upload("/a", std::string(3'000'000, 'x')))), 403) << "at the file, after the fields";
    server.seen.on_begin = [] { return 0; };
    server.seen.on_take = [] { throw DatabaseDown("full"); };
    EXPECT_EQ(status_of(server.ask(upload("/a", std::string(3'000'000, 'x')))), 503);
    server.seen.on_take = [] { throw std::runtime_error("bug"); };
    EXPECT_EQ(status_of(server.ask(upload("/a", "x"))), 500);
    EXPECT_TRUE(soon([&] { return server.seen.abandoned == 6 && server.seen.open == 0; }));
    server.seen.on_take = [] {};
    EXPECT_EQ(status_of(server.ask(upload("/a", "x"))), 200) << "and the server goes on";
}

TEST(HttpUpload, AVisitorWhoGoesAwayLeavesNothingOpen) {
    FileServer server;
    {
        Peer peer(server.http.port());
        peer.send(upload("/a", std::string(2'000'000, 'x')).substr(0, 1'000'000));
        EXPECT_TRUE(soon([&] { return server.seen.open == 1; }));
    }
    EXPECT_TRUE(soon([&] { return server.seen.abandoned == 1 && server.seen.open == 0; }));
}

TEST(HttpUpload, ASlowOneIsTold) {
    HttpSettings settings;
    settings.limits.upload_silence = Duration{100};
    FileServer server(settings);
    Peer silent(server.http.port());
    silent.send(upload("/a", "hi").substr(0, 200));
    EXPECT_EQ(status_of(silent.answer()), 408);
    EXPECT_TRUE(soon([&] { return server.seen.abandoned == 1; }));

    HttpSettings whole;
    whole.limits.upload_time = Duration{300};
    FileServer patient(whole);
    Peer drips(patient.http.port());
    drips.send(head("/a", 1000));
    int status = 0;
    for (int i = 0; i < 40 && status == 0; ++i) {
        drips.send("-");
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(status_of(drips.answer()), 408);
}

TEST(HttpUpload, OnlySoManyAtOnceAndFewFromOneAddress) {
    HttpSettings settings;
    settings.limits.uploads_per_client = 2;
    settings.trusted_proxy = "127.0.0.1";
    settings.limits.uploads = 3;
    FileServer server(settings);
    const auto from = [&](Peer& peer, const std::string& client) {
        peer.send(head("/a", 1000, "X-Forwarded-For: " + client + "\r\n") + "--b\r\n");
    };
    Peer one(server.http.port()), two(server.http.port()), three(server.http.port());
    from(one, "192.0.2.1");
    from(two, "192.0.2.1");
    EXPECT_TRUE(soon([&] { return server.seen.open == 2; }));
    from(three, "192.0.2.1");
    EXPECT_EQ(status_of(three.answer()), 503) << "a third from one address";
    Peer other(server.http.port()), last(server.http.port());
    from(other, "192.0.2.2");
    EXPECT_TRUE(soon([&] { return server.seen.open == 3; }));
    from(last, "192.0.2.3");
    const std::string told = last.answer();
    EXPECT_EQ(status_of(told), 503) << "a fourth of all";
    EXPECT_TRUE(holds(told, "Retry-After"));
    one.end_sending();
    EXPECT_TRUE(soon([&] { return server.seen.open == 2; }));
    EXPECT_EQ(status_of(server.ask(upload("/a", "x"))), 200) << "a place is free again";
}

TEST(HttpUpload, FormsAreAnsweredWhileFilesWait) {
    HttpSettings settings;
    settings.workers = 1;
    FileServer server(settings);
    std::mutex held;
    std::unique_lock hold(held);
    server.seen.on_take = [&] { const std::lock_guard wait(held); };
    std::vector<std::unique_ptr<Peer>> slow;
    for (int i = 0; i < 6; ++i) {
        slow.push_back(std::make_unique<Peer>(server.http.port()));
        slow.back()->send(upload("/a", "hi"));
    }
    EXPECT_TRUE(soon([&] { return server.seen.open >= limits::upload_threads; }));
    EXPECT_EQ(status_of(server.ask(get("/b"))), 200);
    hold.unlock();
    for (auto& peer : slow) {
        EXPECT_EQ(status_of(peer->answer()), 200);
    }
}

/// Gives `pieces` times 100 000 letters, then nothing, or throws.
struct Letters : Source {
    int pieces = 0;
    bool breaks = false;
    std::string next() override {
        if (pieces-- > 0) {
            return std::string(100'000, 'x');
        }
        if (breaks) {
            throw std::runtime_error("gone");
        }
        return {};
    }
};

TEST(HttpSource, AnAnswerComesInPiecesAndTheConnectionGoesOn) {
    FileServer server({}, [](const Request& request) {
        Response response = Server::said("");
        auto letters = std::make_shared<Letters>();
        letters->pieces = request.path == "/short" || request.path == "/throws" ? 3 : 50;
        letters->breaks = request.path == "/throws";
        response.source = letters;
        response.length = 5'000'000;
        return response;
    });
    Peer peer(server.http.port());
    peer.send(get("/a") + "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n" + get("/a"));
    EXPECT_EQ(body_of(peer.answer()).size(), 5'000'000U);
    EXPECT_TRUE(holds(peer.answer(true), "Content-Length: 5000000"));
    EXPECT_EQ(body_of(peer.answer()), std::string(5'000'000, 'x'));
    for (const char* cut : {"/short", "/throws"}) {
        Peer other(server.http.port());
        other.send(get(cut));
        const std::string rest = other.rest();
        EXPECT_TRUE(rest.size() < 400'000 && !holds(rest, "(open)")) << "closed, so that one sees it is not whole";
    }
}

}  // namespace
}  // namespace vastin::kit
