// Forms with files: judged by their head, then read in pieces that go to an Intake on threads of their own, so that
// large files neither fill the memory nor keep those waiting who send a form.
#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "kit/db.h"
#include "kit/http_connection.h"
#include "kit/log.h"
#include "kit/multipart.h"

namespace vastin::kit {

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable_t<Executor>());

/// Runs `work`; the status of what it throws: 503 for a database that is down, 500 for the rest, 0 when all is well.
template <class Work>
int status_of(const Request& request, Work&& work) {
    try {
        work();
        return 0;
    } catch (const DatabaseDown& down) {
        log("incident", {{"number", request.number}, {"what", down.what()}});
        return 503;
    } catch (const std::exception& fault) {
        log("incident", {{"number", request.number}, {"what", fault.what()}});
        return 500;
    }
}

/// A place among the forms with files that are being read.
class Slot {
  public:
    Slot(std::map<std::string, std::size_t>& all, std::string client, const HttpLimits& limits)
        : all_(all), client_(std::move(client)) {
        std::size_t total = 0;
        for (const auto& [peer, count] : all_) {
            total += count;
        }
        auto& mine = all_[client_];
        given_ = total < limits.uploads && mine < limits.uploads_per_client;
        mine += given_ ? 1 : 0;
        if (mine == 0) {
            all_.erase(client_);
        }
    }
    ~Slot() {
        if (given_ && --all_[client_] == 0) {
            all_.erase(client_);
        }
    }
    Slot(const Slot&) = delete;
    Slot& operator=(const Slot&) = delete;
    bool given() const { return given_; }

  private:
    std::map<std::string, std::size_t>& all_;
    std::string client_;
    bool given_ = false;
};

}  // namespace

/// What the reading thread and those for files share; whoever has it last lets go of it.
struct Upload {
    Request request;
    std::unique_ptr<Intake> intake;
    std::optional<Multipart> form;
    std::string piece;
    std::optional<Response> answer;  // instead of going on
    int status = 0;                  // not 0: a refusal
};

Awaitable<void> Edge::elsewhere(std::function<void()> work) {
    struct Away {
        explicit Away(asio::io_context& io) : done(io) {}
        Timer done;
    };
    const auto away = std::make_shared<Away>(io);
    away->done.expires_at(std::chrono::steady_clock::time_point::max());
    std::vector<Workers::Work> one;
    one.emplace_back([edge = shared_from_this(), away, work = std::move(work)] {
        work();
        // posted to the thread of this coroutine, so it cannot come before the wait begins
        asio::post(edge->io, [away] { away->done.cancel(); });
    });
    files.add(one);
    co_await away->done.async_wait(awaiting);
}

Awaitable<bool> Edge::serve_upload(Connection& c, Request request, Manner manner, const Head& head) {
    const std::size_t size = head.body;
    const bool waits = head.expects_continue && c.in.view().empty();
    const auto boundary = multipart_boundary(request.header("content-type"));
    const Slot slot(uploading, request.client, settings.limits);
    const int no = !receive ? 415 : !boundary || size == 0 ? 400 : !slot.given() ? 503 : 0;
    if (no != 0) {
        co_return co_await refuse(c, no, std::move(request), manner);
    }
    const auto upload = std::make_shared<Upload>();
    request.arrived = settings.now();
    upload->request = std::move(request);
    c.phase = Phase::held;
    std::function<void()> ask = [this, upload, text = *boundary] {
        const int failed = status_of(upload->request, [&] {
            Reception said = receive(upload->request);
            upload->answer = std::move(said.answer);
            upload->intake = std::move(said.intake);
            upload->status = upload->intake || upload->answer ? 0 : said.status;
            if (upload->intake) {
                upload->form.emplace(text, *upload->intake);
            }
        });
        upload->status = failed != 0 ? failed : upload->status;
    };
    co_await elsewhere(std::move(ask));
    if (!upload->form) {
        co_return co_await refuse_upload(c, upload, manner);
    }
    const bool invited = !waits || co_await invite_body(c);
    const bool read = invited && co_await read_upload(c, upload, size);
    if (!read) {
        std::vector<Workers::Work> one;
        one.emplace_back([upload] { (void)status_of(upload->request, [&] { upload->intake->abandon(); }); });
        files.add(one);
        if (upload->status != 0) {
            co_return co_await refuse_upload(c, upload, manner);
        }
        co_return co_await broken_off(c, std::move(upload->request));
    }
    Request whole = std::move(upload->request);
    whole.form = std::move(upload->form->fields());
    whole.files = std::move(upload->form->files());
    co_return co_await serve_read(c, std::move(whole), manner);
}

/// Reads and hands on piece by piece; false when it broke off (status 0) or was refused.
Awaitable<bool> Edge::read_upload(Connection& c, std::shared_ptr<Upload> upload, std::size_t size) {
    c.phase = Phase::upload;
    c.since = c.moved = steady_now();
    std::function<void()> feed = [upload] {
        const int failed = status_of(upload->request, [&] { upload->status = upload->form->feed(upload->piece); });
        upload->status = failed != 0 ? failed : upload->status;
    };
    for (std::size_t left = size; left > 0;) {
        const std::size_t wanted = std::min(left, limits::upload_chunk);
        const std::size_t at_hand = std::min(wanted, c.in.view().size());
        upload->piece.assign(c.in.view().substr(0, at_hand));
        c.in.consume(at_hand);
        upload->piece.resize(wanted);
        for (std::size_t filled = at_hand; filled < wanted;) {
            const auto room = asio::buffer(upload->piece.data() + filled, wanted - filled);
            const auto [fault, count] = co_await c.socket.async_read_some(room, awaiting);
            if (fault) {
                co_return false;
            }
            filled += count;
            c.moved = steady_now();
        }
        left -= wanted;
        c.phase = Phase::held;  // our time, not the peer's
        co_await elsewhere(feed);
        c.phase = Phase::upload;
        c.moved = steady_now();
        if (upload->status != 0) {
            co_return false;
        }
    }
    const auto& asked = upload->request.parameters.all();
    const bool twice = std::any_of(
        asked.begin(), asked.end(), [&](const auto& parameter) { return upload->form->fields().has(parameter.first); });
    upload->status = twice || !upload->form->whole() ? 400 : 0;
    co_return upload->status == 0;
}

Awaitable<bool> Edge::refuse_upload(Connection& c, std::shared_ptr<Upload> upload, Manner manner) {
    if (!upload->answer) {
        co_return co_await refuse(c, upload->status, std::move(upload->request), manner);
    }
    c.phase = Phase::held;
    if (c.turn != Turn::reader) {
        co_await turn_over(c);
    }
    if (c.broken) {
        co_return false;
    }
    manner.keep = false;
    c.request = std::move(upload->request);
    c.manner = manner;
    c.unread_may_come = true;
    co_await answer_here(c, 0, std::move(upload->answer));
    co_return false;
}

/// The pieces of an answer that is not held whole, one at a time.
Awaitable<void> Edge::send_source(Connection& c) {
    const auto source = c.response.source;
    const auto piece = std::make_shared<std::string>();
    std::size_t left = c.response.length;
    std::function<void()> fetch = [source, piece] {
        piece->clear();
        try {
            *piece = source->next();
        } catch (const std::exception& fault) {
            log("incident", {{"what", fault.what()}});
        }
    };
    while (left > 0 && !c.broken) {
        co_await elsewhere(fetch);
        if (piece->empty() || piece->size() > left) {  // cut off: the peer must see that it is not whole
            c.broken = true;
            boost::system::error_code ignored;
            c.socket.shutdown(Socket::shutdown_both, ignored);
            break;
        }
        left -= piece->size();
        c.writing_since = std::max<std::int64_t>(1, steady_now());
        const auto [fault, count] = co_await asio::async_write(c.socket, asio::buffer(*piece), awaiting);
        c.writing_since = 0;
        c.broken = c.broken || fault;
    }
}

}  // namespace vastin::kit
