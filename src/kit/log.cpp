// Lines are formatted into one buffer and leave with one write: at once, but for the frequent ones ("request",
// "refused"), which wait up to 200 ms for company.
#include "kit/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "kit/clock.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

constexpr auto flush_step = std::chrono::milliseconds(200);
constexpr std::size_t flush_size = 64 * 1024;  // bytes held before the writer of a line writes by itself

void append_digits(std::string& out, unsigned value, int count) {
    std::array<char, 10> digits{};
    for (int i = count - 1; i >= 0; --i, value /= 10) {
        digits[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
    }
    out.append(digits.data(), static_cast<std::size_t>(count));
}

/// 2026-11-24T23:58:01.123Z
void append_time(std::string& out, Instant at) {
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(at.milliseconds)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const auto part = [&](auto value, int count, char after) {
        append_digits(out, static_cast<unsigned>(value), count);
        out += after;
    };
    const auto of_day = (moment - day).count();
    part(static_cast<int>(date.year()), 4, '-');
    part(static_cast<unsigned>(date.month()), 2, '-');
    part(static_cast<unsigned>(date.day()), 2, 'T');
    part(of_day / 3'600'000, 2, ':');
    part(of_day / 60'000 % 60, 2, ':');
    part(of_day / 1000 % 60, 2, '.');
    part(of_day % 1000, 3, 'Z');
}

/// A JSON text in which nothing can break the line, move a terminal's cursor or be bad UTF-8.
void append_text(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = utf8_letter(text, at);
        const bool control = byte < 0x20 || byte == 0x7F ||
                             (byte == 0xC2 && length == 2 && static_cast<unsigned char>(text[at + 1]) < 0xA0);
        if (length == 0) {
            out += "\\ufffd";
        } else if (control) {
            const auto code = static_cast<unsigned char>(text[at + length - 1]);
            out += "\\u00";
            out += digits[code >> 4];
            out += digits[code & 15];
        } else {
            if (byte == '"' || byte == '\\') {
                out += '\\';
            }
            out.append(text, at, length);
        }
        at += length == 0 ? 1 : length;
    }
    out += '"';
}

class Sink {
  public:
    static Sink& one() {
        static Sink sink;
        return sink;
    }
    ~Sink() {
        {
            const std::lock_guard lock(mutex_);
            ending_ = true;
        }
        due_.notify_one();
        if (flusher_.joinable()) {
            flusher_.join();
        }
        const std::lock_guard lock(mutex_);
        flush();
    }

    std::atomic<bool> quiet{false};

    void put(std::string_view event, const LogValues& values, bool at_once) {
        const Instant now = wall_now();
        const std::lock_guard lock(mutex_);
        const bool first = held_.empty();
        held_ += "{\"at\":\"";
        append_time(held_, now);
        held_ += "\",\"event\":";
        append_text(held_, event);
        for (const auto& [name, value] : values) {
            held_ += ',';
            append_text(held_, name);
            held_ += ':';
            append_text(held_, value);
        }
        held_ += "}\n";
        if (at_once || held_.size() >= flush_size) {
            flush();
        } else if (!flusher_.joinable() && !ending_) {
            flusher_ = std::thread([this] { flush_in_steps(); });
        } else if (first) {
            due_.notify_one();
        }
    }

    void open(const std::string& path) {
        const int opened = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
        if (opened < 0) {
            throw std::runtime_error("cannot write the log " + path + ": " + std::strerror(errno));
        }
        const std::lock_guard lock(mutex_);
        flush();
        if (file_ != STDERR_FILENO) {
            ::close(file_);
        }
        file_ = opened;
    }

  private:
    /// Under mutex_. A log that cannot be written must not stop the town: what does not go out is dropped.
    void flush() {
        for (std::size_t done = 0; done < held_.size();) {
            const auto wrote = ::write(file_, held_.data() + done, held_.size() - done);
            if (wrote < 0 && errno != EINTR) {
                break;
            }
            done += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
        }
        held_.clear();
    }

    void flush_in_steps() {
        std::unique_lock lock(mutex_);
        while (!ending_) {
            due_.wait(lock, [this] { return ending_ || !held_.empty(); });
            due_.wait_for(lock, flush_step, [this] { return ending_; });
            flush();
        }
    }

    std::mutex mutex_;
    std::condition_variable due_;
    std::string held_;
    int file_ = STDERR_FILENO;
    bool ending_ = false;
    std::thread flusher_;
};

}  // namespace

void log(std::string_view event, const LogValues& values) {
    Sink& sink = Sink::one();
    if (!sink.quiet.load(std::memory_order_relaxed) || event == "incident") {
        sink.put(event, values, event != "request" && event != "refused");
    }
}

void log_to_file(const std::string& path) { Sink::one().open(path); }

void log_quietly(bool quiet) { Sink::one().quiet = quiet; }

}  // namespace vastin::kit
