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

/// A file of a form, when it was read to its end: what the Intake told of it.
struct UploadedFile {
    std::string field, name;  // name as sent: nothing to trust
    std::int64_t size = 0;    // bytes
    std::string hash;         // SHA-256; "" where it was not kept
    std::string kind;         // what it is by its content, in the Intake's words
    std::string fault;        // why it was not kept, in the Intake's words; "" where it was
};

struct Request {
    Method method = Method::get;
    std::string path;   // decoded, "/fi/calls"; always begins with "/", never "//", "." or ".." segments
    std::string query;  // as it came, without "?"
    Fields parameters;  // of the query
    Fields form;        // of an application/x-www-form-urlencoded body
    std::string body;   // as it came; of a form with files nothing
    std::vector<UploadedFile> files;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string client;  // address of the peer (of the proxy's word where a proxy is trusted)
    Instant arrived;     // when the last byte was read: the instant of the act (wall clock)
    std::string number;  // request number for the log and for incidents
    std::string_view header(std::string_view lower_case_name) const;  // "" where missing
    std::string cookie(std::string_view name) const;                  // "" where missing
};

/// The body of an answer that is too large to be held whole.
class Source {
  public:
    virtual ~Source() = default;
    /// The next bytes, on some thread of the pool for files; "" at the end. A throw cuts the answer off.
    virtual std::string next() = 0;
};

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body;
    std::shared_ptr<const std::string> shared;  // instead of `body`: bytes kept elsewhere (files), not copied
    std::shared_ptr<Source> source;             // instead of `body`: `length` bytes, given out in pieces
    std::size_t length = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    void header(std::string name, std::string value) { headers.emplace_back(std::move(name), std::move(value)); }
};

/// Takes the files of one form while it is read; called by one thread at a time, in the order of the form, away from
/// the threads that answer pages. A throw is answered as one of a handler.
class Intake {
  public:
    virtual ~Intake() = default;
    /// A file begins; `before` are the fields that came before it. 0, or the status of a refusal: then nothing more is
    /// read.
    virtual int begin(const Fields& before, const std::string& field, const std::string& name) = 0;
    /// Its next bytes, at most limits::upload_chunk and a little.
    virtual void take(std::string_view bytes) = 0;
    /// It is whole.
    virtual UploadedFile end() = 0;
    /// The form broke off or was refused: nothing of it is needed.
    virtual void abandon() = 0;
};
/// What is said to a form with files when its head was read: an intake, an answer, or a status whose page is made by
/// `problem`.
struct Reception {
    std::unique_ptr<Intake> intake;
    std::optional<Response> answer;
    int status = 415;
};

/// What the edge needs to know of a request before it is queued.
enum class Load { shed_first, never_shed };

/// The limits of the edge that tests shorten; the product runs with those of limits.h.
struct HttpLimits {
    Duration head_time = limits::head_time;
    Duration body_time = limits::body_time;
    Duration idle_time = limits::idle_time;
    Duration write_time = limits::write_time;
    Duration upload_time = limits::upload_time;
    Duration upload_silence = limits::upload_silence;
    std::size_t uploads = limits::uploads;
    std::size_t uploads_per_client = limits::uploads_per_client;
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
/// 403, 405, 408, 411, 413, 414, 415, 417, 431, 500, 503); the request holds what was read of it. `receive` is asked
/// when the head of a multipart/form-data form was read; without it such forms get 415. All are called from several
/// threads at once. A response with the header ETag that the request's If-None-Match names leaves as 304.
class HttpServer {
  public:
    using Handler = std::function<Response(const Request&)>;
    using Problem = std::function<Response(int status, const Request&)>;
    using Receive = std::function<Reception(const Request&)>;
    HttpServer(HttpSettings settings,
               Handler handler,
               std::function<Load(const Request&)> load,
               Problem problem,
               Receive receive = {});
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
