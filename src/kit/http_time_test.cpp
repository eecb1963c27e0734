// The edge under time and load: slow peers, full queues, stopping. Times are shortened.
#include <gtest/gtest.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "kit/clock.h"
#include "kit/http_test.h"

namespace vastin::kit {
namespace {

using std::chrono::milliseconds;

/// A door in a handler: it waits until the test opens.
class Door {
  public:
    void open() {
        {
            const std::lock_guard lock(mutex_);
            open_ = true;
        }
        opened_.notify_all();
    }
    void pass() {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, [this] { return open_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable opened_;
    bool open_ = false;
};

TEST(HttpTime, a_slow_head_or_body_is_told_and_ended) {
    HttpSettings settings;
    settings.limits.head_time = settings.limits.body_time = {150};
    settings.limits.idle_time = {400};
    Server server({}, settings);
    Peer head(server.port()), body(server.port()), idle(server.port()), drip(server.port());
    const Instant begun = wall_now();
    head.send("GET / HTTP/1.1\r\nHo");
    body.send(post("/", "a=1").substr(0, post("/", "a=1").size() - 1));
    drip.send("GET / HTTP/1.1\r\n");
    for (int i = 0; i < 8; ++i) {  // a byte now and then buys no time
        drip.send("A");
        std::this_thread::sleep_for(milliseconds(40));
    }
    EXPECT_EQ(status_of(drip.answer()), 408);
    EXPECT_EQ(status_of(head.answer()), 408);
    EXPECT_EQ(status_of(body.answer()), 408);
    EXPECT_EQ(idle.rest(), "");  // a kept connection without a request is closed without a word
    EXPECT_GE(wall_now() - begun, Duration{350});
    EXPECT_EQ(server.handled, 0);
    EXPECT_EQ(status_of(server.ask(get("/"))), 200);
}

TEST(HttpTime, the_time_of_a_handler_is_not_the_peers) {
    HttpSettings settings;
    settings.limits.head_time = settings.limits.body_time = settings.limits.idle_time = {60};
    Server server(
        [](const Request& request) {
            std::this_thread::sleep_for(milliseconds(250));
            return Server::said(request.path);
        },
        settings);
    Peer peer(server.port());
    peer.send(get("/a") + "GET /b HT");
    EXPECT_EQ(body_of(peer.answer()), "/a");
    peer.send("TP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(body_of(peer.answer()), "/b");
}

TEST(HttpTime, a_great_answer_waits_for_its_reader_but_not_for_ever) {
    const auto page = std::make_shared<const std::string>(16 * 1024 * 1024, 'x');
    HttpSettings settings;
    settings.workers = 1;
    const auto handler = [&](const Request& request) {
        Response response;
        response.shared = request.path == "/great" ? page : nullptr;
        return response;
    };
    {
        Server server(handler, settings);
        Peer peer(server.port());
        peer.send(get("/great") + get("/small"));
        ASSERT_TRUE(soon([&] { return server.handled == 1; }));
        EXPECT_EQ(status_of(server.ask(get("/"))), 200);  // the only worker does not wait for that peer
        EXPECT_EQ(server.handled, 2);
        EXPECT_EQ(body_of(peer.answer()).size(), page->size());
        EXPECT_EQ(status_of(peer.answer()), 200);
    }
    settings.limits.write_time = {200};
    Server server(handler, settings);
    Peer lazy(server.port(), 16 * 1024);
    lazy.send(get("/great") + get("/small"));
    ASSERT_TRUE(soon([&] { return server.handled == 1; }));
    EXPECT_TRUE(soon([&] { return page.use_count() == 1; }));  // the answer is dropped
    EXPECT_LT(body_of(lazy.rest()).size(), page->size());
    EXPECT_EQ(server.handled, 1);  // "/small" was never asked of the handler
}

TEST(HttpTime, lists_are_shed_first_and_sends_never_before_all) {
    Door door;
    HttpSettings settings;
    settings.workers = 1;
    settings.limits.queue_reads = 4;
    settings.limits.queue_all = 8;
    Server server(
        [&](const Request& request) {
            door.pass();
            return Server::said(request.path);
        },
        settings);
    std::vector<std::unique_ptr<Peer>> held;
    const auto hold = [&](const std::string& bytes) {
        held.push_back(std::make_unique<Peer>(server.port()));
        held.back()->send(bytes);
        std::this_thread::sleep_for(milliseconds(10));
    };
    hold(get("/0"));
    ASSERT_TRUE(soon([&] { return server.handled == 1; }));
    for (int i = 1; i <= 4; ++i) {
        hold(get("/" + std::to_string(i)));
    }
    Peer peer(server.port());
    const std::string shed = peer.send(get("/list")).answer();
    EXPECT_EQ(status_of(shed), 503);
    EXPECT_TRUE(holds(shed, "\r\nRetry-After: 5\r\n"));
    EXPECT_FALSE(holds(shed, "Connection: close"));
    for (int i = 5; i <= 8; ++i) {
        hold(post("/" + std::to_string(i), "a=1"));
    }
    EXPECT_EQ(status_of(server.ask(post("/send", "a=1"))), 503);
    door.open();
    for (std::size_t i = 0; i < held.size(); ++i) {
        EXPECT_EQ(body_of(held[i]->answer()), "/" + std::to_string(i));
    }
    EXPECT_EQ(body_of(peer.send(get("/list")).answer()), "/list");
}

TEST(HttpTime, a_handler_that_waits_holds_nobody_up) {
    Door door;
    HttpSettings settings;
    settings.workers = 3;
    Server server(
        [&](const Request& request) {
            if (request.path == "/wait") {
                door.pass();
            }
            return Server::said(request.path);
        },
        settings);
    Peer first(server.port()), second(server.port());
    first.send(get("/wait"));
    second.send(get("/wait"));
    ASSERT_TRUE(soon([&] { return server.handled == 2; }));
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(status_of(server.ask(get("/"))), 200);
    }
    door.open();
    EXPECT_EQ(body_of(first.answer()) + body_of(second.answer()), "/wait/wait");
}

TEST(HttpTime, stopping_finishes_what_is_under_way) {
    Door door;
    Server server([&](const Request& request) {
        door.pass();
        return Server::said(request.path);
    });
    Peer peer(server.port()), idle(server.port());
    peer.send(get("/under-way"));
    ASSERT_TRUE(soon([&] { return server.handled == 1; }));
    std::atomic<bool> stopped{false};
    std::thread stopper([&] {
        server.http.stop();
        stopped = true;
    });
    EXPECT_EQ(idle.rest(), "");
    std::this_thread::sleep_for(milliseconds(50));
    EXPECT_FALSE(stopped);
    door.open();
    const std::string answer = peer.rest();
    EXPECT_EQ(body_of(answer), "/under-way");
    EXPECT_TRUE(holds(answer, "\r\nConnection: close\r\n"));
    stopper.join();
    const int later = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_NE(::connect(later, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::close(later);
}

TEST(HttpTime, a_handler_that_never_ends_does_not_stop_the_stop) {
    log_to_file("/dev/null");
    Door door;
    std::atomic<bool> left{false};
    HttpSettings settings;
    settings.limits.stop_time = {100};
    Server server(
        [&](const Request& request) {
            door.pass();
            left = true;
            return Server::said(request.path);
        },
        settings);
    Peer peer(server.port());
    peer.send(get("/"));
    ASSERT_TRUE(soon([&] { return server.handled == 1; }));
    const Instant begun = wall_now();
    server.http.stop();
    EXPECT_LT(wall_now() - begun, seconds(3));
    EXPECT_FALSE(left);
    door.open();
    EXPECT_TRUE(soon([&] { return left.load(); }));
    log_to_file("/dev/stderr");
}

TEST(HttpTime, answers_never_change_places) {
    Server server;
    std::atomic<int> right{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 6; ++t) {
        threads.emplace_back([&, t] {
            for (int round = 0; round < 10; ++round) {
                Peer peer(server.port());
                std::string many;
                const auto path = [&](int i) {
                    return "/" + std::to_string(t) + "/" + std::to_string(round * 100 + i);
                };
                for (int i = 0; i < 20; ++i) {
                    many += i % 2 == 0 ? get(path(i)) : post(path(i), "a=" + std::string(3000, 'b'));
                }
                peer.send(many);
                for (int i = 0; i < 20; ++i) {
                    right += body_of(peer.answer()) == path(i);
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(right, 1200);
}

TEST(HttpTime, bytes_may_come_one_by_one) {
    Server server([](const Request& request) { return Server::said(request.path + request.form.get("a")); });
    Peer peer(server.port());
    for (const char byte : post("/drops", "a=1&b=2") + get("/next")) {
        peer.send({&byte, 1});
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    EXPECT_EQ(body_of(peer.answer()), "/drops1");
    EXPECT_EQ(body_of(peer.answer()), "/next");
}

TEST(HttpTime, connections_past_the_limit_wait_for_a_place) {
    HttpSettings settings;
    settings.limits.connections = 2;
    settings.limits.requests_per_connection = 3;
    Server server({}, settings);
    Peer second(server.port());
    {
        Peer first(server.port());
        EXPECT_EQ(status_of(first.send(get("/")).answer()), 200);
        EXPECT_EQ(status_of(second.send(get("/")).answer()), 200);
        Peer third(server.port());
        third.send(get("/third"));
        std::this_thread::sleep_for(milliseconds(50));
        EXPECT_EQ(server.handled, 2);
        first.end_sending();
        EXPECT_EQ(body_of(third.answer()), "/third");
    }
    EXPECT_EQ(status_of(second.send(get("/")).answer()), 200);
    EXPECT_EQ(body_of(second.send(get("/end")).rest()), "/end");  // the third of three requests closes
}

}  // namespace
}  // namespace vastin::kit
