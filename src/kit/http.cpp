// Accepting connections, watching their time, starting and stopping.
#include "kit/http.h"

#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <stdexcept>

#include "base/check.h"
#include "base/id.h"
#include "kit/clock.h"
#include "kit/hash.h"
#include "kit/http_connection.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

constexpr Duration linger_time = seconds(2);  // for a refused peer to read why
constexpr int waiting_peers = 4096;           // in the system's listen queue
constexpr auto stop_step = std::chrono::milliseconds(10);
constexpr auto accept_pause = std::chrono::milliseconds(20);  // when there is no room for one more connection
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>());

/// Each connection is an open file; many systems allow 1024 unless asked.
void allow_open_files(std::size_t count) {
    rlimit files{};
    if (::getrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur < count) {
        files.rlim_cur = std::min<rlim_t>(count, files.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &files);
    }
}

/// Pages of 40 KB and more come and go with each request. The allocator gives such memory back to the system at once,
/// and each new page then costs page faults: 110 us of CPU a request became 24 us by keeping it (40 KB, measured).
void keep_freed_memory() {
    ::mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    ::mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    ::mallopt(M_TOP_PAD, 1024 * 1024);
}

/// How often the clock is looked at: often enough for the shortest limit.
std::chrono::milliseconds sweep_step(const HttpLimits& limits) {
    const auto shortest = std::min({limits.head_time,
                                    limits.body_time,
                                    limits.idle_time,
                                    limits.write_time,
                                    limits.upload_time,
                                    limits.upload_silence});
    return std::chrono::milliseconds(std::clamp<std::int64_t>(shortest.milliseconds / 5, 10, 250));
}

std::string written(const Socket& socket) {
    boost::system::error_code fault;
    auto address = socket.remote_endpoint(fault).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    }
    return address.to_string();
}

}  // namespace

std::int64_t steady_now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

Connection::Connection(Edge& the_edge, Socket the_socket, std::size_t the_place)
    : edge(the_edge),
      socket(std::move(the_socket)),
      peer(written(socket)),
      place(the_place),
      wake(socket.get_executor()) {}

Edge::Edge(HttpSettings the_settings,
           HttpServer::Handler the_handler,
           std::function<Load(const Request&)> the_load,
           HttpServer::Problem the_problem,
           HttpServer::Receive the_receive)
    : settings(std::move(the_settings)),
      handler(std::move(the_handler)),
      load(std::move(the_load)),
      problem(std::move(the_problem)),
      receive(std::move(the_receive)),
      workers(settings.workers) {
    if (!settings.now) {
        settings.now = wall_now;
    }
    // numbers of two runs of the program differ in their first letters
    number_prefix = IdText::make(Instant{}, chance()).str().substr(10, 5) + "-";
}

void Edge::listen() {
    boost::system::error_code fault;
    const auto address = asio::ip::make_address(settings.address, fault);
    const auto must = [&](const char* what) {
        if (fault) {
            throw std::runtime_error("Cannot listen on " + settings.address + ":" + std::to_string(settings.port) +
                                     ": " + what + " (" + fault.message() + ")");
        }
    };
    must("this is not an IP address");
    const asio::ip::tcp::endpoint endpoint(address, settings.port);
    acceptor.open(endpoint.protocol(), fault);
    must("no socket");
    acceptor.set_option(asio::socket_base::reuse_address(true), fault);
    acceptor.bind(endpoint, fault);
    must(fault == asio::error::address_in_use ? "another program has this port" : "this address cannot be taken");
    acceptor.listen(waiting_peers, fault);
    must("another program has this port");
    port = acceptor.local_endpoint().port();
    allow_open_files(settings.limits.connections + 512);
}

Awaitable<void> Edge::accept() {
    Timer pause(io);
    while (acceptor.is_open()) {
        const bool full = connections.size() >= settings.limits.connections;
        if (full) {
            pause.expires_after(accept_pause);
            co_await pause.async_wait(awaiting);
            continue;
        }
        auto [fault, socket] = co_await acceptor.async_accept(awaiting);
        if (fault) {  // no more files, or the peer has gone: neither ends the server
            pause.expires_after(accept_pause);
            co_await pause.async_wait(awaiting);
            continue;
        }
        boost::system::error_code ignored;
        socket.set_option(asio::ip::tcp::no_delay(true), ignored);
        connections.push_back(std::make_shared<Connection>(*this, std::move(socket), connections.size()));
        asio::co_spawn(io, serve(connections.back()), asio::detached);
    }
}

void Edge::remove(Connection& c) {
    const auto last = std::move(connections.back());
    connections.pop_back();
    if (last.get() != &c) {
        last->place = c.place;
        connections[c.place] = last;
    }
}

bool Edge::overdue(const Connection& c, std::int64_t now) const {
    const HttpLimits& limits = settings.limits;
    if (const std::int64_t since = c.writing_since; since != 0) {
        return now - since > limits.write_time.milliseconds;
    }
    if (c.turn != Turn::reader || c.phase == Phase::held) {
        return false;  // waits for us, not we for it
    }
    const std::int64_t waited = now - std::max<std::int64_t>(c.since, c.answered_at);
    switch (c.phase) {
        case Phase::waiting:
            return stopping || waited > limits.idle_time.milliseconds;
        case Phase::head:
            return waited > limits.head_time.milliseconds;
        case Phase::body:
            return waited > limits.body_time.milliseconds;
        case Phase::upload:
            return now - c.since > limits.upload_time.milliseconds ||
                   now - c.moved > limits.upload_silence.milliseconds;
        default:
            return waited > (c.file_may_come ? limits.upload_silence : linger_time).milliseconds;
    }
}

Awaitable<void> Edge::sweep() {
    const auto step = sweep_step(settings.limits);
    while (!stopping || !connections.empty()) {
        sweep_timer.expires_after(stopping ? stop_step : step);
        co_await sweep_timer.async_wait(awaiting);
        const std::int64_t now = steady_now();
        for (const auto& c : connections) {
            if (overdue(*c, now)) {
                c->late = true;
                boost::system::error_code ignored;
                c->socket.cancel(ignored);  // ends what it waits for; its coroutine goes on from there
            }
        }
    }
}

struct HttpServer::Inside {
    std::shared_ptr<Edge> edge;
};

HttpServer::HttpServer(
    HttpSettings settings, Handler handler, std::function<Load(const Request&)> load, Problem problem, Receive receive)
    : inside_(std::make_unique<Inside>(Inside{std::make_shared<Edge>(
          std::move(settings), std::move(handler), std::move(load), std::move(problem), std::move(receive))})) {}

HttpServer::~HttpServer() { stop(); }

std::uint16_t HttpServer::port() const { return inside_->edge->port; }

void HttpServer::start() {
    check(!inside_->edge->started, "a server starts once");
    Edge& edge = *inside_->edge;
    edge.listen();
    keep_freed_memory();
    edge.started = true;
    asio::co_spawn(edge.io, edge.accept(), asio::detached);
    asio::co_spawn(edge.io, edge.sweep(), asio::detached);
    edge.reader = std::thread([&edge] {
        edge.io.run();
        edge.reader_ended.set_value();
    });
}

void HttpServer::stop() {
    Edge& edge = *inside_->edge;
    if (!edge.started || edge.stopping.exchange(true)) {
        return;
    }
    const std::int64_t patience = edge.settings.limits.stop_time.milliseconds, end = steady_now() + patience;
    asio::post(edge.io, [&edge] {
        boost::system::error_code ignored;
        edge.acceptor.close(ignored);
        edge.sweep_timer.cancel();
    });
    auto ended = edge.reader_ended.get_future();
    if (ended.wait_for(std::chrono::milliseconds(patience)) != std::future_status::ready) {
        edge.io.stop();
    }
    edge.reader.join();
    const bool files_ended = edge.files.stop({std::max<std::int64_t>(100, end - steady_now())});
    if (!edge.workers.stop({std::max<std::int64_t>(100, end - steady_now())}) || !files_ended) {
        log("incident", {{"what", "a handler did not end when the server stopped"}});
    }
}

}  // namespace vastin::kit
