#pragma once
// For the tests of kit/http: a peer that sends raw bytes, and a server that answers what it was asked.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "kit/http.h"
#include "kit/log.h"

namespace vastin::kit {

/// One connection to 127.0.0.1. Waits at most five seconds for anything.
class Peer {
  public:
    explicit Peer(std::uint16_t port, int receive_buffer = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        const timeval wait{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        if (receive_buffer > 0) {
            ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    }
    ~Peer() { ::close(socket_); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    Peer& send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) {
                break;  // the server has closed: its answer tells
            }
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return *this;
    }
    void end_sending() { ::shutdown(socket_, SHUT_WR); }

    /// The next answer with its body (none for 304, and for HEAD when `body_less`), or what came of it.
    std::string answer(bool body_less = false) {
        while (read_.find("\r\n\r\n") == std::string::npos && receive()) {
        }
        const std::size_t head = read_.find("\r\n\r\n") + 4;
        const std::size_t length = read_.find("\r\nContent-Length: ");
        std::size_t size = head;
        if (length != std::string::npos && length < head && !body_less) {
            size += std::stoul(read_.substr(length + 18));
        }
        while (read_.size() < size && receive()) {
        }
        std::string one = read_.substr(0, size);
        read_.erase(0, size);
        return one;
    }
    /// Everything until the server closes; "(open)" at the end when it did not within the wait.
    std::string rest() {
        while (receive()) {
        }
        return std::exchange(read_, {}) + (open_ ? "(open)" : "");
    }

  private:
    bool receive() {
        std::string more(64 * 1024, '\0');
        const auto count = ::recv(socket_, more.data(), more.size(), 0);
        open_ = count > 0 || (count < 0 && errno != ECONNRESET);
        read_.append(more, 0, count > 0 ? static_cast<std::size_t>(count) : 0);
        return count > 0;
    }
    int socket_;
    bool open_ = true;
    std::string read_;
};

/// The status of an answer; 0 for none.
inline int status_of(const std::string& answer) {
    return answer.rfind("HTTP/1.1 ", 0) == 0 ? std::stoi(answer.substr(9, 3)) : 0;
}
inline std::string body_of(const std::string& answer) {
    const auto at = answer.find("\r\n\r\n");
    return at == std::string::npos ? std::string() : answer.substr(at + 4);
}
inline bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// A server on a free port. Without a handler it answers the path.
struct Server {
    std::atomic<int> handled{0};
    HttpServer http;

    explicit Server(HttpServer::Handler handler = {}, HttpSettings settings = {})
        : http(
              at_any_port(std::move(settings)),
              [this, handler = std::move(handler)](const Request& request) {
                  ++handled;
                  return handler ? handler(request) : said(request.path);
              },
              [](const Request& request) {
                  return request.method == Method::post ? Load::never_shed : Load::shed_first;
              },
              [](int status, const Request& request) {
                  return said("problem " + std::to_string(status) + " " + request.number);
              }) {
        log_quietly(true);
        http.start();
    }
    std::uint16_t port() const { return http.port(); }
    std::string ask(std::string_view bytes) { return Peer(port()).send(bytes).answer(); }

    static Response said(std::string text) {
        Response response;
        response.type = "text/plain";
        response.body = std::move(text);
        return response;
    }
    static HttpSettings at_any_port(HttpSettings settings) {
        settings.port = 0;
        return settings;
    }
};

/// Whether `holds_now` comes true within three seconds.
inline bool soon(const std::function<bool()>& holds_now) {
    for (int i = 0; i < 600 && !holds_now(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return holds_now();
}

inline std::string get(std::string_view path, std::string_view more = {}) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(more) + "\r\n";
}
inline std::string post(std::string_view path, std::string_view body, std::string_view more = {}) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + std::string(more) + "\r\n" + std::string(body);
}

}  // namespace vastin::kit
