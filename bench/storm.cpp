// The load: one thread, N kept connections, the next request of each as soon as its answer is whole. Prints one JSON
// object.
//   storm PORT CONNECTIONS SECONDS get FILE       FILE: a path a line, taken in turn; the cookie is STORM_COOKIE
//   storm PORT CONNECTIONS SECONDS send FILE ACKS FILE: "token form_secret id" a line, each sent once; ACKS gets the
//   ids acknowledged
//   storm PORT CONNECTIONS SECONDS save FILE      FILE as for send; one section of each in turn, as the script of the
//   page saves it while somebody types
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Work {
    std::string request, id;
    std::size_t line = 0;
};

std::string first_line(const char* name) {
    std::ifstream in(std::string(VASTIN_BENCH) + "/" + name);
    std::string line;
    std::getline(in, line);
    return line;
}

/// Where the next request comes from.
class Source {
  public:
    Source(std::string kind, const std::string& file) : kind_(std::move(kind)) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) {
            lines_.push_back(line);
        }
        versions_.assign(lines_.size(), 1);
        if (kind_ != "get") {
            answers_ = first_line(kind_ == "send" ? "send.form" : "save.form");
        }
        if (const char* cookie = std::getenv("STORM_COOKIE")) {
            cookie_ = "Cookie: vastin=" + std::string(cookie) + "\r\n";
        }
    }
    /// False when everything was sent.
    bool next(Work& work) {
        if (kind_ == "send" && at_ == lines_.size()) {
            return false;
        }
        work.line = at_++ % lines_.size();
        const std::string& line = lines_[work.line];
        if (kind_ == "get") {
            work.request = "GET " + line + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + cookie_ + "\r\n";
            return true;
        }
        std::istringstream words(line);
        std::string token, secret;
        words >> token >> secret >> work.id;
        if (kind_ == "send") {
            post(work,
                 "/send",
                 token,
                 "",
                 "form_secret=" + secret + "&version=1&part_version=1&project_name=Sivuvirrat+" + work.id + "&" +
                     answers_);
        } else {
            post(work,
                 "/sections/plan",
                 token,
                 "X-Vastin-Autosave: 1\r\n",
                 "form_secret=" + secret + "&version=" + std::to_string(versions_[work.line]) + "&part=1&" + answers_);
        }
        return true;
    }
    /// Whether the answer acknowledges the work.
    bool good(const Work& work, const std::string& answer) {
        if (kind_ == "send") {
            return answer.compare(9, 3, "303") == 0 && answer.find("/receipt") != std::string::npos;
        }
        const bool ok = answer.compare(9, 3, "200") == 0;
        versions_[work.line] += ok ? 1 : 0;
        return ok;
    }

  private:
    static void post(Work& work,
                     const std::string& rest,
                     const std::string& token,
                     const std::string& header,
                     const std::string& body) {
        work.request =
            "POST /fi/applications/" + work.id + rest +
            " HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nCookie: vastin=" + token + "\r\n" + header +
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
            "\r\n\r\n" + body;
    }
    std::string kind_, answers_, cookie_;
    std::vector<std::string> lines_;
    std::vector<int> versions_;  // of the section of each draft, as the answers told
    std::size_t at_ = 0;
};

struct Connection {
    int socket = -1;
    Work work;
    std::string answer;
    std::size_t whole = 0;  // bytes of head and body, once the head is read
    Clock::time_point asked;
};

struct Totals {
    std::vector<double> milliseconds;
    std::vector<std::string> acknowledged;
    std::size_t good = 0, bad = 0, bytes = 0;
    std::string first_bad;
};

int connect_to(int port) {
    const int s = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(s, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) {
        std::perror("connect");
        std::exit(2);
    }
    const int yes = 1;
    setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    return s;
}

/// Small requests fit into the socket's buffer at once.
bool ask(Connection& c, Source& source) {
    if (!source.next(c.work)) {
        return false;
    }
    c.answer.clear();
    c.whole = 0;
    c.asked = Clock::now();
    if (write(c.socket, c.work.request.data(), c.work.request.size()) != static_cast<ssize_t>(c.work.request.size())) {
        std::perror("write");
        std::exit(2);
    }
    return true;
}

/// Reads what is there; true when the answer is whole.
bool take(Connection& c) {
    static char buffer[256 * 1024];
    const ssize_t n = read(c.socket, buffer, sizeof buffer);
    if (n <= 0) {
        std::fprintf(stderr, "connection lost\n");
        std::exit(2);
    }
    c.answer.append(buffer, static_cast<std::size_t>(n));
    if (c.whole == 0) {
        const auto head = c.answer.find("\r\n\r\n");
        if (head == std::string::npos) {
            return false;
        }
        auto at = c.answer.find("Content-Length: ");
        at = at == std::string::npos ? c.answer.find("content-length: ") : at;
        c.whole = head + 4 + (at < head ? std::strtoul(c.answer.c_str() + at + 16, nullptr, 10) : 0);
    }
    return c.answer.size() >= c.whole;
}

void count(Totals& totals, const Connection& c, Source& source, bool sends) {
    totals.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - c.asked).count());
    totals.bytes += c.answer.size();
    const bool good = source.good(c.work, c.answer);
    (good ? totals.good : totals.bad)++;
    if (good && sends) {
        totals.acknowledged.push_back(c.work.id);
    } else if (!good && totals.first_bad.empty()) {
        totals.first_bad = c.answer.substr(0, 400);
    }
}

double quantile(std::vector<double>& sorted, double q) {
    return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 6) {
        std::fprintf(stderr, "storm PORT CONNECTIONS SECONDS get|send|save FILE [ACKS]\n");
        return 2;
    }
    const bool sends = std::string(argv[4]) == "send";
    Source source(argv[4], argv[5]);
    std::vector<Connection> connections(static_cast<std::size_t>(std::atoi(argv[2])));
    const int poll = epoll_create1(0);
    for (std::size_t i = 0; i < connections.size(); ++i) {
        connections[i].socket = connect_to(std::atoi(argv[1]));
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        epoll_ctl(poll, EPOLL_CTL_ADD, connections[i].socket, &event);
    }
    Totals totals;
    const auto began = Clock::now();
    const auto ends = began + std::chrono::milliseconds(static_cast<long>(std::atof(argv[3]) * 1000));
    std::size_t under_way = 0;
    for (Connection& c : connections) {
        under_way += ask(c, source) ? 1 : 0;
    }
    while (under_way > 0) {
        epoll_event events[64];
        const int n = epoll_wait(poll, events, 64, 30000);
        if (n <= 0) {
            std::fprintf(stderr, "no answer in 30 s\n");
            return 2;
        }
        for (int i = 0; i < n; ++i) {
            Connection& c = connections[events[i].data.u64];
            if (take(c)) {
                count(totals, c, source, sends);
                if (Clock::now() >= ends || !ask(c, source)) {
                    --under_way;
                }
            }
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    if (argc > 6) {
        std::ofstream acks(argv[6]);
        for (const std::string& id : totals.acknowledged) {
            acks << id << "\n";
        }
    }
    std::sort(totals.milliseconds.begin(), totals.milliseconds.end());
    std::printf(
        "{\"good\":%zu,\"bad\":%zu,\"seconds\":%.3f,\"a_second\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"bytes_each\":%"
        "zu}\n",
        totals.good,
        totals.bad,
        seconds,
        static_cast<double>(totals.good) / seconds,
        quantile(totals.milliseconds, 0.5),
        quantile(totals.milliseconds, 0.99),
        totals.milliseconds.empty() ? 0 : totals.bytes / totals.milliseconds.size());
    if (!totals.first_bad.empty()) {
        std::fprintf(stderr, "first other answer: %s\n", totals.first_bad.c_str());
    }
    return totals.bad == 0 ? 0 : 1;
}
