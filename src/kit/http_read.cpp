// The I/O thread's side of a connection: reading requests whole, within limits, in order.
#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "kit/http_connection.h"
#include "kit/http_parse.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

constexpr std::size_t small_buffer = 4 * 1024;    // what a connection holds while nothing comes
constexpr std::size_t least_room = 1024;          // for one more read
constexpr std::size_t linger_most = 1024 * 1024;  // bytes thrown away after a refusal, unless a file may come
constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>());

void enter(Connection& c, Phase phase) {
    c.phase = phase;
    c.since = steady_now();
}

/// The word of the proxy that is trusted: the last address of the last X-Forwarded-For. What comes before it was
/// written by strangers.
void believe_proxy(const std::string& trusted, Request& request) {
    if (trusted.empty() || request.client != trusted) {
        return;
    }
    const auto last = std::find_if(request.headers.rbegin(), request.headers.rend(), [](const auto& header) {
        return header.first == "x-forwarded-for";
    });
    if (last == request.headers.rend()) {
        return;
    }
    std::string_view word = last->second;
    word = word.substr(word.find_last_of(", \t") + 1);
    boost::system::error_code fault;
    const auto address = asio::ip::make_address(word, fault);
    if (!fault) {
        request.client = address.to_string();
    }
}

}  // namespace

void ReadBuffer::consume(std::size_t count) {
    begin_ += count;
    if (begin_ == end_) {
        begin_ = end_ = 0;
        if (bytes_.size() > small_buffer) {
            std::string(small_buffer, '\0').swap(bytes_);
        }
    }
}

asio::mutable_buffer ReadBuffer::room() {
    if (begin_ > 0) {
        bytes_.erase(0, begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (bytes_.size() < end_ + least_room) {
        bytes_.resize(std::max(small_buffer, end_ * 2 + least_room));
    }
    return asio::buffer(bytes_.data() + end_, bytes_.size() - end_);
}

std::string Edge::next_number() {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string number = number_prefix;
    const std::uint64_t count = numbers++;
    int shift = 0;
    while (count >> shift >= 32) {
        shift += 5;
    }
    for (; shift >= 0; shift -= 5) {
        number += alphabet[(count >> shift) & 31];
    }
    return number;
}

Awaitable<void> Edge::serve(std::shared_ptr<Connection> c) {
    try {
        bool more = true;
        while (more) {
            more = co_await serve_one(*c);
        }
    } catch (const std::exception& fault) {  // no memory, or a bug: ends this connection only
        log("incident", {{"client", c->peer}, {"what", fault.what()}});
    }
    if (c->turn != Turn::reader) {
        co_await turn_over(*c);  // the socket is closed only when nobody else writes to it
    }
    if (c->unread_may_come) {
        co_await linger(*c);
    }
    boost::system::error_code ignored;
    if (c->broken) {  // the system need not go on sending what the peer does not take
        c->socket.set_option(asio::socket_base::linger(true, 0), ignored);
    }
    c->socket.close(ignored);
    remove(*c);
}

Awaitable<bool> Edge::serve_one(Connection& c) {
    Request request;
    request.path = "/";
    request.client = c.peer;
    HeadScan scan;
    Head head;
    std::size_t size = 0;
    c.file_may_come = false;
    enter(c, c.in.view().empty() ? Phase::waiting : Phase::head);
    while ((size = scan.find_end(c.in.view(), head.status)) == 0 && head.status == 0) {
        const bool more = co_await read_more(c);
        if (!more) {
            co_return co_await broken_off(c, std::move(request));
        }
        if (c.phase == Phase::waiting) {
            enter(c, Phase::head);
        }
    }
    request.number = next_number();
    if (head.status == 0) {
        head = read_head(c.in.view().substr(0, size), request);
        c.in.consume(size);
        believe_proxy(settings.trusted_proxy, request);
    }
    const Manner manner{head.keep, head.old, request.method == Method::head};
    c.file_may_come = head.multipart;
    if (head.status != 0) {
        co_return co_await refuse(c, head.status, std::move(request), manner);
    }
    if (head.multipart) {
        co_return co_await serve_upload(c, std::move(request), manner, head);
    }
    if (head.body > 0) {
        const bool invited = !head.expects_continue || !c.in.view().empty() || co_await invite_body(c);
        if (!invited || !co_await read_body(c, request.body, head.body)) {
            co_return co_await broken_off(c, std::move(request));
        }
    }
    co_return co_await serve_read(c, std::move(request), manner);
}

/// A request that was read whole goes to a worker, or is shed.
Awaitable<bool> Edge::serve_read(Connection& c, Request request, Manner manner) {
    request.arrived = settings.now();
    enter(c, Phase::held);
    if (c.turn != Turn::reader) {
        co_await turn_over(c);
    }
    if (c.broken) {
        co_return false;
    }
    manner.keep = manner.keep && ++c.served < settings.limits.requests_per_connection && !stopping;
    c.request = std::move(request);
    c.manner = manner;
    const std::size_t queue = workers.waiting() + batch.size();
    if (queue >= settings.limits.queue_all ||
        (queue >= settings.limits.queue_reads && load(c.request) == Load::shed_first)) {
        co_await answer_here(c, 503, std::nullopt);
    } else {
        hand_over(c);
    }
    co_return manner.keep;
}

Awaitable<bool> Edge::read_more(Connection& c) {
    const auto [fault, count] = co_await c.socket.async_read_some(c.in.room(), awaiting);
    c.in.added(count);
    co_return !fault;
}

Awaitable<bool> Edge::read_body(Connection& c, std::string& body, std::size_t size) {
    enter(c, Phase::body);
    for (;;) {
        const std::size_t taken = std::min(c.in.view().size(), size - body.size());
        body.append(c.in.view().substr(0, taken));
        c.in.consume(taken);
        if (body.size() == size) {
            co_return true;
        }
        const bool more = co_await read_more(c);
        if (!more) {
            co_return false;
        }
    }
}

Awaitable<bool> Edge::invite_body(Connection& c) {
    enter(c, Phase::body);
    if (c.turn != Turn::reader) {
        co_await turn_over(c);
    }
    if (c.broken) {
        co_return false;
    }
    static constexpr std::string_view invitation = "HTTP/1.1 100 Continue\r\n\r\n";
    const auto [fault, count] =
        co_await asio::async_write(c.socket, asio::buffer(invitation.data(), invitation.size()), awaiting);
    co_return !fault;
}

/// The peer ended in the middle of a request, or was too slow: only the slow one is told.
Awaitable<bool> Edge::broken_off(Connection& c, Request request) {
    if (!c.late || c.phase == Phase::waiting || c.broken) {
        co_return false;
    }
    if (request.number.empty()) {
        request.number = next_number();
    }
    co_return co_await refuse(c, 408, std::move(request), Manner{});
}

Awaitable<bool> Edge::refuse(Connection& c, int status, Request request, Manner manner) {
    enter(c, Phase::held);
    if (c.turn != Turn::reader) {
        co_await turn_over(c);
    }
    if (c.broken) {
        co_return false;
    }
    request.arrived = settings.now();
    manner.keep = false;
    c.request = std::move(request);
    c.manner = manner;
    c.unread_may_come = true;
    co_await answer_here(c, status, std::nullopt);
    co_return false;
}

/// Answers what the edge decides by itself, on this thread: under overload the workers have enough to do.
Awaitable<void> Edge::answer_here(Connection& c, int status, std::optional<Response> ready) {
    const std::int64_t begun = steady_now();
    const Request request = std::move(c.request);
    if (ready) {
        respond_ready(c, request, std::move(*ready));
        status = c.response.status;
    } else {
        respond_problem(c, request, status);
    }
    const std::size_t bytes = answer_body(c.response, c.manner).size();
    const bool all = send_now(c);
    if (!all) {
        co_await send_rest(c);
    }
    finish(c);
    log_request(request, status, bytes, begun);
}

Awaitable<void> Edge::turn_over(Connection& c) {
    auto now = Turn::worker;
    if (c.turn.compare_exchange_strong(now, Turn::worker_awaited)) {
        // finish() posts the end of this wait to this thread, so it cannot come before the wait begins
        c.wake.expires_at(std::chrono::steady_clock::time_point::max());
        co_await c.wake.async_wait(awaiting);
    }
}

Awaitable<void> Edge::send_rest(Connection& c) {
    c.writing_since = std::max<std::int64_t>(1, steady_now());
    const std::string_view body = answer_body(c.response, c.manner);
    const std::size_t of_head = std::min(c.sent, c.head.size()), of_body = c.sent - of_head;
    const std::array<asio::const_buffer, 2> rest = {
        asio::const_buffer(c.head.data() + of_head, c.head.size() - of_head),
        asio::const_buffer(body.data() + of_body, body.size() - of_body)};
    const auto [fault, count] = co_await asio::async_write(c.socket, rest, awaiting);
    if (fault) {
        c.broken = true;
    }
    c.writing_since = 0;
}

/// Closing while the peer still sends would throw away the answer on its side: it gets two seconds to read it.
Awaitable<void> Edge::linger(Connection& c) {
    boost::system::error_code ignored;
    c.socket.shutdown(Socket::shutdown_send, ignored);
    enter(c, Phase::lingering);
    const std::size_t most = c.file_may_come ? limits::upload_body : linger_most;
    std::vector<char> thrown_away(c.file_may_come ? limits::upload_chunk : small_buffer);
    for (std::size_t total = 0; total < most;) {
        const auto [fault, count] = co_await c.socket.async_read_some(asio::buffer(thrown_away), awaiting);
        if (fault) {
            break;
        }
        total += count;
    }
}

/// Requests read in one round of the loop go to the workers together: one lock and at most one wake-up for all.
void Edge::hand_over(Connection& c) {
    c.turn.store(Turn::worker, std::memory_order_relaxed);
    batch.emplace_back([edge = shared_from_this(), self = c.shared_from_this()] { edge->work(*self); });
    if (batch.size() == 1) {
        asio::post(io, [this] { workers.add(batch); });
    }
}

}  // namespace vastin::kit
