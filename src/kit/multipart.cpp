#include "kit/multipart.h"

#include <algorithm>

#include "kit/http_parse.h"
#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::size_t boundary_most = 70;  // RFC 2046

bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F; }

bool clean(std::string_view text) { return is_utf8(text) && text.find('\0') == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(" \t")));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// A header's parameters: name="value"; name=value. Each once. Nothing when they cannot be read.
using Parameters = std::vector<std::pair<std::string, std::string>>;
std::optional<Parameters> read_parameters(std::string_view text) {
    Parameters all;
    while (!(text = trimmed(text)).empty()) {
        if (text.front() != ';') {
            return std::nullopt;
        }
        text = trimmed(text.substr(1));
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) {
            return std::nullopt;
        }
        std::string name(trimmed(text.substr(0, equals)));
        text.remove_prefix(equals + 1);
        std::string value;
        if (text.starts_with('"')) {
            std::size_t end = 1;
            for (; end < text.size() && text[end] != '"'; ++end) {
                // browsers write %22 for a quote; other programs escape it
                end += text[end] == '\\' && end + 1 < text.size() && text[end + 1] == '"' ? 1 : 0;
                value += text[end];
            }
            if (end >= text.size()) {
                return std::nullopt;
            }
            text.remove_prefix(end + 1);
        } else {
            value = trimmed(text.substr(0, text.find(';')));
            text.remove_prefix(std::min(text.size(), text.find(';')));
        }
        const bool twice = std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
        if (name.empty() || twice) {
            return std::nullopt;
        }
        all.emplace_back(std::move(name), std::move(value));
    }
    return all;
}

const std::string* find(const Parameters& all, std::string_view name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.first == name; });
    return found == all.end() ? nullptr : &found->second;
}

/// The three letters that browsers escape in names, and only those.
std::string unescaped(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const std::string_view escape = name.substr(at, 3);
        const char letter = escape == "%22" ? '"' : escape == "%0D" ? '\r' : escape == "%0A" ? '\n' : '\0';
        out += letter != '\0' ? letter : name[at];
        at += letter != '\0' ? 2 : 0;
    }
    return out;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
    const auto parameters = read_parameters(content_type.substr(std::min(content_type.size(), content_type.find(';'))));
    const std::string* boundary = parameters ? find(*parameters, "boundary") : nullptr;
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos;
    };
    if (boundary == nullptr || boundary->empty() || boundary->size() > boundary_most || boundary->back() == ' ' ||
        !std::all_of(boundary->begin(), boundary->end(), allowed)) {
        return std::nullopt;
    }
    return *boundary;
}

Multipart::Multipart(const std::string& boundary, Intake& intake)
    : intake_(intake), boundary_(std::string(line_end) + "--" + boundary), held_(line_end) {}

bool Multipart::fail(int status) {
    status_ = status;
    return false;
}

int Multipart::feed(std::string_view bytes) {
    held_.append(bytes);
    while (status_ == 0 && step()) {
    }
    held_.erase(0, at_);
    at_ = 0;
    return status_;
}

bool Multipart::step() {
    switch (state_) {
        case State::first: {  // the form begins with its boundary: nothing before it means anything
            const std::string_view read = std::string_view(held_).substr(0, boundary_.size());
            if (read != std::string_view(boundary_).substr(0, read.size())) {
                return fail(400);
            }
            if (read.size() < boundary_.size()) {
                return false;
            }
            at_ = boundary_.size();
            state_ = State::delimiter;
            return true;
        }
        case State::delimiter:
            return read_delimiter();
        case State::head:
            return read_head();
        case State::field:
        case State::no_file:
        case State::file:
            return read_body();
        case State::ended:  // one line end may follow
            return held_.size() == at_ || line_end.starts_with(std::string_view(held_).substr(at_)) ? false : fail(400);
    }
    return false;
}

/// After a boundary: a line end begins a part, "--" ends the form.
bool Multipart::read_delimiter() {
    const std::string_view read = std::string_view(held_).substr(at_, 2);
    if (read.size() < 2) {
        return false;
    }
    if (read != line_end && read != "--") {
        return fail(400);
    }
    at_ += 2;
    state_ = read == "--" ? State::ended : State::head;
    return true;
}

bool Multipart::read_head() {
    if (std::string_view(held_).substr(at_).starts_with(line_end)) {
        return fail(400);  // a part without a head
    }
    const auto end = held_.find("\r\n\r\n", at_);
    const std::size_t size = std::min(end, held_.size()) - at_;
    if (size > limits::upload_part_head) {
        return fail(400);
    }
    if (end == std::string::npos) {
        return false;
    }
    std::string_view head = std::string_view(held_).substr(at_, size);
    std::optional<Parameters> disposition;
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find(line_end));
        head.remove_prefix(std::min(head.size(), line.size() + 2));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || std::any_of(line.begin(), line.end(), is_control) || !is_utf8(line)) {
            return fail(400);
        }
        const std::string name = media_type(line.substr(0, colon));  // in small letters
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (name == "content-disposition") {
            if (disposition || media_type(value) != "form-data") {
                return fail(400);
            }
            disposition = read_parameters(value.substr(std::min(value.size(), value.find(';'))));
        } else if (name == "content-transfer-encoding" && media_type(value) != "binary" &&
                   media_type(value) != "8bit" && media_type(value) != "7bit") {
            return fail(400);
        }
    }
    const std::string* name = disposition ? find(*disposition, "name") : nullptr;
    if (name == nullptr || name->empty()) {
        return fail(400);
    }
    const std::string* file = find(*disposition, "filename");
    at_ += size + 4;
    return begin_part(unescaped(*name), file == nullptr ? std::nullopt : std::optional(unescaped(*file)));
}

bool Multipart::begin_part(const std::string& name, const std::optional<std::string>& file) {
    letters_ += name.size();
    if (!clean(name)) {
        return fail(400);
    }
    if (name.size() > limits::field_name || fields_.all().size() + files_.size() >= limits::form_fields) {
        return fail(413);
    }
    name_ = name;
    value_.clear();
    if (!file) {
        state_ = State::field;
        return fields_.has(name) ? fail(400) : true;
    }
    if (file->empty()) {  // a field for a file where none was chosen
        state_ = State::no_file;
        return true;
    }
    if (files_.size() >= limits::upload_files) {
        return fail(413);
    }
    state_ = State::file;
    const int status = intake_.begin(fields_, name, *file);
    return status == 0 ? true : fail(status);
}

bool Multipart::read_body() {
    const auto end = held_.find(boundary_, at_);
    if (end != std::string::npos) {
        if (!take(std::string_view(held_).substr(at_, end - at_)) || !end_part()) {
            return false;
        }
        at_ = end + boundary_.size();
        state_ = State::delimiter;
        return true;
    }
    const std::size_t ready = held_.size() - at_, kept = boundary_.size() - 1;
    if (ready > kept) {
        if (!take(std::string_view(held_).substr(at_, ready - kept))) {
            return false;
        }
        at_ += ready - kept;
    }
    return false;
}

bool Multipart::take(std::string_view bytes) {
    if (bytes.empty()) {
        return true;
    }
    if (state_ == State::file) {
        intake_.take(bytes);
        return true;
    }
    if (state_ == State::no_file) {  // bytes of a file without a name: no browser sends them
        return fail(400);
    }
    letters_ += bytes.size();
    value_.append(bytes);
    return letters_ <= limits::request_body ? true : fail(413);
}

bool Multipart::end_part() {
    if (state_ == State::file) {
        files_.push_back(intake_.end());
    } else if (state_ == State::field) {
        if (!clean(value_)) {
            return fail(400);
        }
        fields_.add(std::move(name_), std::move(value_));
    }
    return true;
}

}  // namespace vastin::kit
