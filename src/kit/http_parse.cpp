#include "kit/http_parse.h"

#include <algorithm>
#include <array>
#include <boost/beast/http/basic_parser.hpp>
#include <charconv>

#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

namespace beast = boost::beast;
using Piece = beast::string_view;
using Fault = beast::error_code;

std::string_view view(Piece piece) { return {piece.data(), piece.size()}; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

/// Line folding, a bare CR and other control letters, which Beast unfolds or lets pass in places.
bool has_doubtful_bytes(std::string_view head) {
    for (std::size_t at = 0; at < head.size(); ++at) {
        const auto byte = static_cast<unsigned char>(head[at]);
        if (byte >= 0x20 && byte != 0x7F) {
            continue;
        }
        const bool line_end = byte == '\r' && at + 1 < head.size() && head[at + 1] == '\n';
        const bool folded = line_end && at + 2 < head.size() && (head[at + 2] == ' ' || head[at + 2] == '\t');
        if ((byte != '\t' && !line_end) || folded) {
            return true;
        }
        at += line_end ? 1 : 0;
    }
    return false;
}

bool has_odd_segment(std::string_view path) {
    for (path.remove_prefix(1); !path.empty();) {
        const std::string_view segment = path.substr(0, path.find('/'));
        const bool last = segment.size() == path.size();
        if (segment == "." || segment == ".." || segment.empty()) {
            return true;
        }
        path.remove_prefix(last ? path.size() : segment.size() + 1);
    }
    return false;
}

/// The decoded path, or nothing when it can be read in two ways.
std::optional<std::string> read_path(std::string_view raw) {
    if (raw.empty() || raw[0] != '/') {  // absolute form, authority form, "*"
        return std::nullopt;
    }
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const std::string_view escape = raw.substr(at, 3);
        if (escape == "%2f" || escape == "%2F") {
            return std::nullopt;
        }
    }
    auto path = percent_decoded(raw, false);
    const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; };
    if (!path || std::any_of(path->begin(), path->end(), control) || has_odd_segment(*path) || !is_utf8(*path)) {
        return std::nullopt;
    }
    return path;
}

/// "kokkola.fi", "10.0.0.1:8080", "[::1]:8080".
bool is_host(std::string_view value) {
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == ':' || c == '[' ||
               c == ']';
    });
}

/// Headers that must not come twice: two readers might each take another one.
constexpr std::array<std::string_view, 7> only_once = {
    "authorization", "content-length", "content-type", "cookie", "host", "origin", "transfer-encoding"};

class Reader : public beast::http::basic_parser<true> {
  public:
    Reader(Head& head, Request& request) : head_(head), request_(request) {
        header_limit(static_cast<std::uint32_t>(limits::request_head) + 1);
        body_limit(boost::none);  // judged by us, with 413
    }
    void wrong(int status) { head_.status = head_.status == 0 || status == 400 ? status : head_.status; }

  private:
    void on_request_impl(beast::http::verb verb, Piece, Piece target, int version, Fault&) override {
        head_.old = version < 11;
        if (verb == beast::http::verb::get) {
            request_.method = Method::get;
        } else if (verb == beast::http::verb::head) {
            request_.method = Method::head;
        } else if (verb == beast::http::verb::post) {
            request_.method = Method::post;
        } else {
            return wrong(405);
        }
        read_target(view(target));
    }
    void read_target(std::string_view target) {
        const auto letter = [](char c) { return c > 0x20 && c < 0x7F && c != '#'; };
        const auto mark = std::min(target.find('?'), target.size());
        auto path = read_path(target.substr(0, mark));
        if (!path || !std::all_of(target.begin(), target.end(), letter)) {
            return wrong(400);
        }
        request_.path = std::move(*path);
        request_.query = target.substr(std::min(target.size(), mark + 1));
        int status = 0;
        if (auto fields = read_form(request_.query, status)) {
            request_.parameters = std::move(*fields);
        } else {
            wrong(status);
        }
    }
    void on_field_impl(beast::http::field, Piece name, Piece value, Fault&) override {
        request_.headers.emplace_back(lower(view(name)), view(value));
    }
    void on_response_impl(int, Piece, int, Fault&) override {}
    void on_header_impl(Fault&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, Fault&) override {}
    std::size_t on_body_impl(Piece, Fault&) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, Piece, Fault&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, Piece, Fault&) override { return 0; }
    void on_finish_impl(Fault&) override {}

    Head& head_;
    Request& request_;
};

const std::string* find(const Request& request, std::string_view name) {
    for (const auto& header : request.headers) {
        if (header.first == name) {
            return &header.second;
        }
    }
    return nullptr;
}

bool repeats(const Request& request) {
    return std::any_of(only_once.begin(), only_once.end(), [&](std::string_view name) {
        return std::count_if(request.headers.begin(), request.headers.end(), [&](const auto& header) {
                   return header.first == name;
               }) > 1;
    });
}

/// What the headers say of the body: its size, or the status owed.
void judge_body(Head& head, const Request& request, Reader& reader) {
    const auto* length = find(request, "content-length");
    if (const auto* coding = find(request, "transfer-encoding")) {
        return reader.wrong(length == nullptr && !head.old && *coding == "chunked" ? 411 : 400);
    }
    if (length == nullptr) {
        return;
    }
    const char* const end = length->data() + length->size();
    const auto read = std::from_chars(length->data(), end, head.body);
    const bool digits = std::all_of(length->begin(), length->end(), [](char c) { return c >= '0' && c <= '9'; });
    if (length->empty() || !digits || (length->size() > 1 && length->front() == '0')) {
        return reader.wrong(400);
    }
    const auto* type = find(request, "content-type");
    head.multipart = request.method == Method::post && type != nullptr && media_type(*type) == "multipart/form-data";
    if (read.ec != std::errc() || head.body > (head.multipart ? limits::upload_body : limits::request_body)) {
        return reader.wrong(413);
    }
    if (head.body > 0 && request.method != Method::post) {
        reader.wrong(400);  // a GET with a body: some servers read it, some take it for the next request
    }
}

}  // namespace

std::string media_type(std::string_view content_type) {
    std::string type = lower(content_type.substr(0, content_type.find(';')));
    type.erase(type.find_last_not_of(" \t") + 1);
    return type;
}

std::size_t HeadScan::find_end(std::string_view read, int& status) {
    if (!read.empty() && !is_letter(read[0])) {  // an empty line, TLS, noise
        status = 400;
        return 0;
    }
    while (status == 0 && seen_ < read.size()) {
        const std::size_t at = std::min(read.find('\n', seen_), read.size());
        if (lines_ == 0 && at > limits::request_line) {
            status = 414;
        } else if (at > limits::request_head) {
            status = 431;
        } else if (at < read.size() && (at == 0 || read[at - 1] != '\r')) {
            status = 400;  // a bare LF
        } else if (at < read.size() && at == line_ + 1) {
            return at + 1;
        } else if (at < read.size() && ++lines_ > limits::request_headers + 1) {
            status = 431;
        }
        line_ = at < read.size() ? at + 1 : line_;
        seen_ = std::min(at + 1, read.size());
    }
    return 0;
}

Head read_head(std::string_view text, Request& request) {
    Head head;
    Reader reader(head, request);
    if (has_doubtful_bytes(text)) {
        reader.wrong(400);
        return head;
    }
    Fault fault;
    const std::size_t used = reader.put(boost::asio::const_buffer(text.data(), text.size()), fault);
    // Beast refuses a bad transfer coding or length by itself; 400 as for every other bad head.
    if (fault || used != text.size() || !reader.is_header_done()) {
        reader.wrong(400);
        return head;
    }
    const auto* host = find(request, "host");
    if (repeats(request) || (host == nullptr ? !head.old : !is_host(*host))) {
        reader.wrong(400);
    }
    judge_body(head, request, reader);
    head.keep = reader.keep_alive();
    if (const auto* expected = find(request, "expect")) {
        head.expects_continue = lower(*expected) == "100-continue" && !head.old;
        if (!head.expects_continue) {
            reader.wrong(417);
        }
    }
    return head;
}

}  // namespace vastin::kit
