// The worker's side of a connection: running the handler and sending its answer.
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <cerrno>

#include "kit/db.h"
#include "kit/http_connection.h"
#include "kit/log.h"

namespace vastin::kit {

namespace {

constexpr const char* retry_after = "5";  // seconds, with 503
constexpr std::size_t secret_letters = 32;

void incident(const Request& request, const char* what) {
    log("incident", {{"number", request.number}, {"what", what}});
}

/// The path for the log: a segment that has the form of kit::secret() is one, and a log holds no secrets.
std::string loggable(const std::string& path) {
    std::string out;
    for (std::string_view rest = path; !rest.empty();) {
        const std::string_view segment = rest.substr(0, rest.find('/'));
        const bool secret =
            segment.size() == secret_letters && segment.find_first_not_of("0123456789abcdef") == std::string_view::npos;
        out += secret ? "*" : segment;
        rest.remove_prefix(segment.size());
        if (!rest.empty()) {
            out += '/';
            rest.remove_prefix(1);
        }
    }
    return out;
}

const char* name(Method method) { return method == Method::get ? "GET" : method == Method::head ? "HEAD" : "POST"; }

}  // namespace

int read_post(Request& request) {
    if (request.body.empty()) {
        return 0;
    }
    if (media_type(request.header("content-type")) != "application/x-www-form-urlencoded") {
        return 415;
    }
    int status = 0;
    auto form = read_form(request.body, status);
    if (!form) {
        return status;
    }
    request.form = std::move(*form);
    const auto& asked = request.parameters.all();
    const bool twice = std::any_of(
        asked.begin(), asked.end(), [&](const auto& parameter) { return request.form.has(parameter.first); });
    return twice ? 400 : 0;  // a name in query and body has two values
}

void Edge::work(Connection& c) {
    const std::int64_t begun = steady_now();
    Request request = std::move(c.request);
    if (const int status = read_post(request); status != 0) {
        respond_problem(c, request, status);
    } else {
        respond(c, request);
    }
    const int status = c.response.status;
    const std::size_t bytes = answer_size(c.response, c.manner);
    const bool more = bytes > answer_body(c.response, c.manner).size();
    if (send_now(c) && !more) {
        finish(c);
    } else {
        asio::co_spawn(
            io,
            [](Edge& edge, std::shared_ptr<Connection> self, bool from_source) -> Awaitable<void> {
                co_await edge.send_rest(*self);
                if (from_source) {
                    co_await edge.send_source(*self);
                }
                edge.finish(*self);
            }(*this, c.shared_from_this(), more),
            asio::detached);
    }
    log_request(request, status, bytes, begun);
}

void Edge::respond(Connection& c, const Request& request) {
    int status = 500;
    try {
        c.response = handler(request);
        answer_known(c.response, request);
        c.manner.keep = c.manner.keep && !stopping;
        write_answer_head(c.head, c.response, c.manner, settings.now());
        c.sent = 0;
        return;
    } catch (const DatabaseDown& down) {
        incident(request, down.what());
        status = 503;
    } catch (const std::exception& fault) {
        incident(request, fault.what());
    } catch (...) {
        incident(request, "something that is no exception was thrown");
    }
    respond_problem(c, request, status);
}

void Edge::respond_problem(Connection& c, const Request& request, int status) {
    try {
        c.response = problem(status, request);
        c.response.status = status;
        if (status == 405) {
            c.response.header("Allow", "GET, HEAD, POST");
        } else if (status == 503) {
            c.response.header("Retry-After", retry_after);
        }
        write_answer_head(c.head, c.response, c.manner, settings.now());
    } catch (const std::exception& fault) {
        incident(request, fault.what());
        c.response = Response{};
        c.response.status = status;
        c.response.type = "text/plain; charset=utf-8";
        c.response.body = std::to_string(status) + " " + request.number + "\n";
        write_answer_head(c.head, c.response, c.manner, settings.now());
    }
    c.sent = 0;
}

/// An answer made beforehand: before the body of a form with files was read.
void Edge::respond_ready(Connection& c, const Request& request, Response ready) {
    try {
        c.response = std::move(ready);
        write_answer_head(c.head, c.response, c.manner, settings.now());
        c.sent = 0;
    } catch (const std::exception& fault) {
        incident(request, fault.what());
        respond_problem(c, request, 500);
    }
}

bool Edge::send_now(Connection& c) {
    const std::string_view body = answer_body(c.response, c.manner);
    std::array<iovec, 2> parts = {iovec{c.head.data(), c.head.size()},
                                  iovec{const_cast<char*>(body.data()), body.size()}};  // sendmsg only reads it
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = body.empty() ? 1 : 2;
    ssize_t count = 0;
    do {
        count = ::sendmsg(c.socket.native_handle(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (count < 0 && errno == EINTR);
    if (count < 0 && errno != EAGAIN && errno != EWOULDBLOCK) {
        c.broken = true;
        return true;
    }
    c.sent = count > 0 ? static_cast<std::size_t>(count) : 0;
    return c.sent == c.head.size() + body.size();
}

void Edge::finish(Connection& c) {
    c.response = Response{};
    c.answered_at.store(steady_now(), std::memory_order_relaxed);
    if (c.turn.exchange(Turn::reader) == Turn::worker_awaited) {
        asio::post(io, [self = c.shared_from_this()] { self->wake.cancel(); });
    }
}

void log_request(const Request& request, int status, std::size_t bytes, std::int64_t begun) {
    LogValues values;
    values.reserve(7);
    values.emplace_back("number", request.number);
    values.emplace_back("client", request.client);
    values.emplace_back("method", name(request.method));
    values.emplace_back("path", loggable(request.path));
    values.emplace_back("status", std::to_string(status));
    values.emplace_back("bytes", std::to_string(bytes));
    values.emplace_back("ms", std::to_string(steady_now() - begun));
    log("request", values);
}

}  // namespace vastin::kit
