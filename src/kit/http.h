#pragma once
// The edge: an asynchronous server (Boost.Beast) that reads a request whole, within limits.h, and hands it to a bounded
// pool of worker threads; a handler is a plain function from Request to Response.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "kit/limits.h"

namespace vastin::kit {

enum class Method { get, head, post };

/// Names and values in the order they came, decoded once, valid UTF-8 without NUL.
class Fields {
  public:
    void add(std::string name, std::string value) { all_.emplace_back(std::move(name), std::move(value)); }
    /// The value of `name`, or nothing. A name given twice never reaches a handler: the edge answers 400.
    const std::string* find(std::string_view name) const;
    std::string get(std::string_view name) const;  // "" where missing
    bool has(std::string_view name) const { return find(name) != nullptr; }
    const std::vector<std::pair<std::string, std::string>>& all() const { return all_; }

  private:
    std::vector<std::pair<std::string, std::string>> all_;
};

struct Request {
    Method method = Method::get;
    std::string path;   // decoded, "/fi/calls"; always begins with "/", never "//", "." or ".." segments
    std::string query;  // as it came, without "?"
    Fields parameters;  // of the query
    Fields form;        // of an application/x-www-form-urlencoded body
    std::string body;   // as it came
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string client;  // address of the peer (of the proxy's word where a proxy is trusted)
    Instant arrived;     // when the last byte was read: the instant of the act (wall clock)
    std::string number;  // request number for the log and for incidents
    std::string_view header(std::string_view lower_case_name) const;  // "" where missing
    std::string cookie(std::string_view name) const;                  // "" where missing
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::shared_ptr<const std::string> shared;  // instead of `body`: bytes kept elsewhere (files), not copied
    std::vector<std::pair<std::string, std::string>> headers;
    void header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

/// What the edge needs to know of a request before it is queued.
enum class Load { shed_first, never_shed };

/// The limits of the edge that tests shorten; the product runs with those of limits.h.
struct HttpLimits {
    Duration head_time = limits::head_time;
    Duration body_time = limits::body_time;
    Duration idle_time = limits::idle_time;
    Duration write_time = limits::write_time;
    Duration stop_time = seconds(10);  // for requests under way
    std::size_t connections = limits::connections;
    std::size_t requests_per_connection = limits::requests_per_connection;
    std::size_t queue_reads = limits::queue_reads;
    std::size_t queue_all = limits::queue_all;
};

struct HttpSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;     // 0: any free one, see HttpServer::port()
    int workers = 4;               // threads that run handlers
    std::string trusted_proxy;     // peer address whose X-Forwarded-For is believed; "" none
    std::function<Instant()> now;  // the wall clock; empty: the machine's
    HttpLimits limits = {};
};

/// Serves until stop(). `handler` may throw: the edge answers 500 (DatabaseDown: 503) with the request's number and
/// logs it. `load` says what is shed first. `problem` makes the page of an answer that the edge gives by itself (400,
/// 405, 408, 411, 413, 414, 415, 417, 431, 500, 503); the request holds what was read of it. All three are called from
/// several threads at once. A response with the header ETag that the request's If-None-Match names leaves as 304.
class HttpServer {
  public:
    using Handler = std::function<Response(const Request&)>;
    using Problem = std::function<Response(int status, const Request&)>;
    HttpServer(HttpSettings settings, Handler handler, std::function<Load(const Request&)> load, Problem problem);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    /// Binds and starts; throws std::runtime_error with a clear sentence when the port is taken.
    void start();
    std::uint16_t port() const;
    /// Takes no new connection, finishes requests under way (at most 10 s), returns. A handler that takes longer is
    /// left behind on its thread and logged as an incident.
    void stop();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Fields of an application/x-www-form-urlencoded text. Nothing when it breaks a limit, repeats a name, is not UTF-8,
/// or holds NUL; `status` then says which answer is owed (400 or 413).
std::optional<Fields> read_form(std::string_view text, int& status);
/// Escapes a value for a query or a path segment.
std::string url_escaped(std::string_view value);

}  // namespace vastin::kit
