#pragma once
// A mail server of a test: plain sockets on 127.0.0.1, one connection at a time, each with its script.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vastin::cast {

class SmtpServer {
  public:
    /// The next answers to a command's first word ("RCPT", "DATA", "." for the end of a letter, "HELLO" for the
    /// greeting); "" closes the line instead. Without one it accepts.
    using Script = std::map<std::string, std::deque<std::string>>;

    SmtpServer() {
        listener_ = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in place{};
        place.sin_family = AF_INET;
        place.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof place;
        EXPECT_EQ(::bind(listener_, reinterpret_cast<sockaddr*>(&place), size), 0);
        EXPECT_EQ(::listen(listener_, 8), 0);
        EXPECT_EQ(::getsockname(listener_, reinterpret_cast<sockaddr*>(&place), &size), 0);
        port_ = ::ntohs(place.sin_port);
        thread_ = std::thread([this] { work(); });
    }
    ~SmtpServer() {
        ending_ = true;
        ::shutdown(listener_, SHUT_RDWR);
        {
            const std::lock_guard guard(mutex_);
            ::shutdown(line_, SHUT_RDWR);
        }
        thread_.join();
        ::close(listener_);
    }
    SmtpServer(const SmtpServer&) = delete;
    SmtpServer& operator=(const SmtpServer&) = delete;

    std::string address() const { return "smtp://127.0.0.1:" + std::to_string(port_); }
    void answer(const std::string& word, const std::string& line) {
        const std::lock_guard guard(mutex_);
        script_[word].push_back(line);
    }
    /// Whole letters that it took, with their headers.
    std::vector<std::string> letters() const {
        const std::lock_guard guard(mutex_);
        return letters_;
    }
    /// Every command that it heard.
    std::vector<std::string> commands() const {
        const std::lock_guard guard(mutex_);
        return commands_;
    }

  private:
    void work() {
        while (!ending_) {
            const int line = ::accept(listener_, nullptr, nullptr);
            if (line < 0) {
                return;
            }
            {
                const std::lock_guard guard(mutex_);
                line_ = line;
            }
            speak(line);
            const std::lock_guard guard(mutex_);
            ::close(line);
            line_ = -1;
        }
    }
    /// One line without its end; false when the peer has gone.
    static bool hear(int line, std::string& waiting, std::string& said) {
        for (;;) {
            if (const auto end = waiting.find("\r\n"); end != std::string::npos) {
                said = waiting.substr(0, end);
                waiting.erase(0, end + 2);
                return true;
            }
            char bytes[4096];
            const auto count = ::recv(line, bytes, sizeof bytes, 0);
            if (count <= 0) {
                return false;
            }
            waiting.append(bytes, static_cast<std::size_t>(count));
        }
    }
    /// What the script answers to `word`.
    std::string next(const std::string& word, const std::string& usual) {
        const std::lock_guard guard(mutex_);
        auto& own = script_[word];
        if (own.empty()) {
            return usual;
        }
        std::string line = own.front();
        own.pop_front();
        return line;
    }
    /// False when the answer closes the line.
    static bool say(int line, const std::string& answer) {
        const std::string whole = answer + "\r\n";
        return !answer.empty() && ::send(line, whole.data(), whole.size(), MSG_NOSIGNAL) > 0;
    }
    void speak(int line) {
        std::string waiting, said;
        bool open = say(line, next("HELLO", "220 test"));
        while (open && hear(line, waiting, said)) {
            {
                const std::lock_guard guard(mutex_);
                commands_.push_back(said);
            }
            const std::string word = said.substr(0, 4);
            const std::string answer = next(word,
                                            word == "DATA"   ? "354 go on"
                                            : word == "EHLO" ? "250-test\r\n250 AUTH PLAIN"
                                                             : "250 ok");
            open = say(line, answer) && (word != "DATA" || !answer.starts_with("354") || take(line, waiting));
        }
    }
    /// Hears a letter to its end and answers; it stands in the list before its sender knows.
    bool take(int line, std::string& waiting) {
        std::string letter, said;
        while (hear(line, waiting, said)) {
            if (said == ".") {
                const std::string answer = next(".", "250 taken");
                if (answer.starts_with("2")) {
                    const std::lock_guard guard(mutex_);
                    letters_.push_back(letter);
                }
                return say(line, answer);
            }
            letter += (said.starts_with("..") ? said.substr(1) : said) + "\r\n";
        }
        return false;
    }

    int listener_ = -1, line_ = -1;
    std::uint16_t port_ = 0;
    std::atomic<bool> ending_{false};
    mutable std::mutex mutex_;
    Script script_;
    std::vector<std::string> letters_, commands_;
    std::thread thread_;
};

}  // namespace vastin::cast
