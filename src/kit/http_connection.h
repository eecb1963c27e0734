#pragma once
// Inside kit/http: one connection and the server it belongs to.
//
// One thread (the I/O thread) accepts, reads and watches the clock. A request that was read whole is handed to a
// worker, which runs the handler and sends the answer by itself, without going back to the I/O thread; meanwhile the
// I/O thread reads on. Who may touch the answer of a connection, and its socket for writing, is said by the turn.
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "kit/http.h"
#include "kit/http_answer.h"
#include "kit/http_parse.h"
#include "kit/http_workers.h"

namespace vastin::kit {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T>
using Awaitable = asio::awaitable<T, Executor>;

/// Milliseconds of a clock that nobody sets: for time limits.
std::int64_t steady_now();

/// Bytes read and not yet used.
class ReadBuffer {
  public:
    std::string_view view() const { return std::string_view(bytes_).substr(begin_, end_ - begin_); }
    void consume(std::size_t count);
    /// Room for at least 1 KiB more; say with added() how much of it was filled.
    asio::mutable_buffer room();
    void added(std::size_t count) { end_ += count; }

  private:
    std::string bytes_;
    std::size_t begin_ = 0, end_ = 0;
};

struct Edge;

struct Connection : std::enable_shared_from_this<Connection> {
    enum class Turn { reader, worker, worker_awaited };  // worker_awaited: the reader wants to be woken after it
    enum class Phase { waiting, head, body, upload, held, lingering };

    Connection(Edge& the_edge, Socket the_socket, std::size_t the_place);

    Edge& edge;
    Socket socket;
    std::string peer;
    std::size_t place;  // in Edge::connections

    // of the I/O thread
    Timer wake;
    ReadBuffer in;
    Phase phase = Phase::waiting;
    std::int64_t since = 0;  // when the phase began
    std::int64_t moved = 0;  // when the last bytes of an upload came
    std::size_t served = 0;
    bool late = false;             // a limit on time was passed
    bool unread_may_come = false;  // after a refusal: wait for the peer to read it before closing
    bool file_may_come = false;    // a whole file, too

    // of whoever has the turn
    Request request;
    Response response;
    Manner manner;
    std::string head;
    std::size_t sent = 0;  // bytes of head and body

    std::atomic<Turn> turn{Turn::reader};
    std::atomic<bool> broken{false};           // the peer takes no more answers
    std::atomic<std::int64_t> answered_at{0};  // steady_now() of the last answer
    std::atomic<std::int64_t> writing_since{
        0};  // steady_now() when the I/O thread began to send the rest; 0: it does not
};
using Turn = Connection::Turn;
using Phase = Connection::Phase;

struct Upload;  // http_upload.cpp

/// Held by its HttpServer and by all work handed over: a handler that never ends keeps it alive.
struct Edge : std::enable_shared_from_this<Edge> {
    Edge(HttpSettings,
         HttpServer::Handler,
         std::function<Load(const Request&)>,
         HttpServer::Problem,
         HttpServer::Receive);

    HttpSettings settings;
    HttpServer::Handler handler;
    std::function<Load(const Request&)> load;
    HttpServer::Problem problem;
    HttpServer::Receive receive;

    asio::io_context io{1};
    Acceptor acceptor{io};
    Timer sweep_timer{io};
    Workers workers;
    Workers files{limits::upload_threads};  // pieces of files, in and out
    std::thread reader;
    std::promise<void> reader_ended;
    std::uint16_t port = 0;
    bool started = false;
    std::atomic<bool> stopping{false};

    // of the I/O thread
    std::vector<std::shared_ptr<Connection>> connections;
    std::vector<Workers::Work> batch;              // requests read in this round
    std::map<std::string, std::size_t> uploading;  // forms with files that are being read, by client
    std::string number_prefix;
    std::uint64_t numbers = 0;

    // http.cpp
    void listen();
    Awaitable<void> accept();
    Awaitable<void> sweep();  // ends what takes too long
    bool overdue(const Connection& c, std::int64_t now) const;
    void remove(Connection& c);

    // http_read.cpp
    Awaitable<void> serve(std::shared_ptr<Connection> c);
    Awaitable<bool> serve_one(Connection& c);  // false: the connection ends
    Awaitable<bool> read_more(Connection& c);  // false: the peer ended, or was too late
    Awaitable<bool> serve_read(Connection& c, Request request, Manner manner);
    Awaitable<bool> read_body(Connection& c, std::string& body, std::size_t size);
    Awaitable<bool> invite_body(Connection& c);
    Awaitable<bool> broken_off(Connection& c, Request request);
    Awaitable<bool> refuse(Connection& c, int status, Request request, Manner manner);
    Awaitable<void> answer_here(Connection& c, int status, std::optional<Response> ready);
    Awaitable<void> turn_over(Connection& c);  // until the answer before is out
    Awaitable<void> send_rest(Connection& c);
    Awaitable<void> linger(Connection& c);
    void hand_over(Connection& c);
    std::string next_number();

    // http_upload.cpp
    Awaitable<bool> serve_upload(Connection& c, Request request, Manner manner, const Head& head);
    Awaitable<bool> read_upload(Connection& c, std::shared_ptr<Upload> upload, std::size_t size);
    Awaitable<bool> refuse_upload(Connection& c, std::shared_ptr<Upload> upload, Manner manner);
    Awaitable<void> elsewhere(std::function<void()> work);  // on a thread for files; comes back when it is done
    Awaitable<void> send_source(Connection& c);

    // http_work.cpp
    void work(Connection& c);  // on a worker
    void respond(Connection& c, const Request& request);
    void respond_problem(Connection& c, const Request& request, int status);
    void respond_ready(Connection& c, const Request& request, Response ready);
    bool send_now(Connection& c);  // true: all is out, or nothing more can go
    void finish(Connection& c);    // gives the turn back to the reader
};

/// Reads the body of a POST into its form. 0, or the status owed: 400, 413, 415.
int read_post(Request& request);
/// One line of the log; `begun` is steady_now() when the work began.
void log_request(const Request& request, int status, std::size_t bytes, std::int64_t begun);

}  // namespace vastin::kit
