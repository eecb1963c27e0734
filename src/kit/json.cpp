#include "kit/json.h"

#include <algorithm>
#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <limits>

#include "kit/json_read.h"
#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

// ---- writing

constexpr std::array<bool, 256> must_escape = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) {
        table[byte] = true;
    }
    table['"'] = table['\\'] = true;
    return table;
}();

void write_escape(std::string& out, char letter) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view shorts = "\"\\\b\f\n\r\t", shown = "\"\\bfnrt";
    out += '\\';
    if (const auto at = shorts.find(letter); at != std::string_view::npos) {
        out += shown[at];
        return;
    }
    const auto byte = static_cast<unsigned char>(letter);
    out += "u00";
    out += digits[byte >> 4];
    out += digits[byte & 15];
}

void write_text(std::string& out, std::string_view text) {
    out += '"';
    const char* plain = text.data();
    const char* const end = plain + text.size();
    for (const char* at = plain; at != end; ++at) {
        if (must_escape[static_cast<unsigned char>(*at)]) {
            out.append(plain, at);
            write_escape(out, *at);
            plain = at + 1;
        }
    }
    out.append(plain, end);
    out += '"';
}

void write(std::string& out, const Json& json) {
    if (const auto* text = json.text()) {
        write_text(out, *text);
    } else if (const auto* number = json.number()) {
        std::array<char, 24> digits{};
        out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), *number).ptr);
    } else if (const auto* truth = json.truth()) {
        out += *truth ? "true" : "false";
    } else if (const auto* list = json.list()) {
        out += '[';
        for (const Json& item : *list) {
            write(out, item);
            out += ',';
        }
        list->empty() ? out.push_back(']') : void(out.back() = ']');
    } else if (const auto* object = json.object()) {
        out += '{';
        for (const auto& [key, value] : *object) {  // std::map: already sorted by bytes
            write_text(out, key);
            out += ':';
            write(out, value);
            out += ',';
        }
        object->empty() ? out.push_back('}') : void(out.back() = '}');
    } else {
        out += "null";
    }
}

// ---- reading

using Fault = boost::system::error_code;
using Piece = boost::json::string_view;

/// Takes what Boost's parser finds and builds our values; stops the parser at fractions, great numbers and repeated
/// keys, which it would let pass.
struct Builder {
    static constexpr std::size_t max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr std::size_t max_array_size = max_object_size;
    static constexpr std::size_t max_key_size = max_object_size;
    static constexpr std::size_t max_string_size = max_object_size;

    struct Level {  // a list or an object not yet closed
        bool in_list = false;
        Json::List list;
        Json::Object object;
        std::string key;
    };
    std::vector<Level> levels;
    Json whole;
    std::string text;  // of a text or key that comes in pieces

    std::string cause;  // why it was stopped, where it was

    bool stop(Fault& fault, std::string why) {
        fault = boost::json::error::syntax;
        cause = std::move(why);
        return false;
    }
    void put(Json value) {
        if (levels.empty()) {
            whole = std::move(value);
        } else if (levels.back().in_list) {
            levels.back().list.push_back(std::move(value));
        } else {
            levels.back().object.insert_or_assign(std::move(levels.back().key), std::move(value));
        }
    }
    bool put_closed() {
        Level level = std::move(levels.back());
        levels.pop_back();
        put(level.in_list ? Json(std::move(level.list)) : Json(std::move(level.object)));
        return true;
    }
    bool add(Piece piece) {
        text.append(piece.data(), piece.size());
        return true;
    }

    bool on_document_begin(Fault&) { return true; }
    bool on_document_end(Fault&) { return true; }
    bool on_object_begin(Fault&) { return levels.emplace_back(), true; }
    bool on_object_end(std::size_t, Fault&) { return put_closed(); }
    bool on_array_begin(Fault&) { return levels.emplace_back().in_list = true; }
    bool on_array_end(std::size_t, Fault&) { return put_closed(); }
    bool on_key_part(Piece piece, std::size_t, Fault&) { return add(piece); }
    bool on_key(Piece piece, std::size_t, Fault& fault) {
        add(piece);
        levels.back().key = std::exchange(text, {});
        return !levels.back().object.contains(levels.back().key) ||
               stop(fault, "expected each key once, found \"" + levels.back().key + "\" again");
    }
    bool on_string_part(Piece piece, std::size_t, Fault&) { return add(piece); }
    bool on_string(Piece piece, std::size_t, Fault&) {
        add(piece);
        put(Json(std::exchange(text, {})));
        return true;
    }
    bool on_number_part(Piece, Fault&) { return true; }
    bool on_int64(std::int64_t number, Piece, Fault&) { return put(Json(number)), true; }
    bool on_uint64(std::uint64_t, Piece, Fault& fault) {
        return stop(fault, "expected a smaller number");
    }  // past int64
    bool on_double(double, Piece, Fault& fault) {
        return stop(fault, "expected a whole number or a text, found a fraction (write \"7,5\" as a text)");
    }
    bool on_bool(bool truth, Fault&) { return put(Json(truth)), true; }
    bool on_null(Fault&) { return put(Json()), true; }
    bool on_comment_part(Piece, Fault& fault) { return stop(fault, "expected no comment"); }
    bool on_comment(Piece, Fault& fault) { return stop(fault, "expected no comment"); }
};

}  // namespace

const Json& Json::operator[](std::string_view key) const {
    static const Json null;
    if (const auto* members = object()) {
        if (const auto found = members->find(key); found != members->end()) {
            return found->second;
        }
    }
    return null;
}

std::string Json::text_or(std::string_view key, std::string otherwise) const {
    const auto* found = (*this)[key].text();
    return found != nullptr ? *found : std::move(otherwise);
}

std::string Json::canonical() const {
    std::string out;
    write(out, *this);
    return out;
}

std::optional<Json> Json::read(std::string_view text) {
    auto read = read_json(text);
    return read ? std::optional(std::move(*read)) : std::nullopt;
}

namespace {

/// What stands at `at`, for a sentence.
std::string found_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return "the end of the text";
    }
    const std::size_t length = utf8_letter(text, at);
    if (length == 0) {
        return "a byte that is no UTF-8";
    }
    return static_cast<unsigned char>(text[at]) < 0x20 ? "a control letter or the end of the line"
                                                       : "\"" + std::string(text.substr(at, length)) + "\"";
}

std::string syntax(std::string_view text, std::size_t at, const Fault& fault) {
    if (fault == boost::json::error::too_deep) {
        return "expected at most " + std::to_string(limits::json_depth) + " levels, found more";
    }
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t\r\n");
    if (before != std::string_view::npos && text[before] == ',' && at < text.size() &&
        (text[at] == '}' || text[at] == ']')) {
        return "expected another value after the comma, found " + found_at(text, at);
    }
    return "expected JSON, found " + found_at(text, at);
}

JsonFault fault_at(std::string_view text, std::size_t at, std::string message) {
    JsonFault fault{1, 1, std::move(message)};
    for (std::size_t i = 0; i < std::min(at, text.size()); i += std::max<std::size_t>(1, utf8_letter(text, i))) {
        text[i] == '\n' ? void((++fault.line, fault.column = 1)) : void(++fault.column);
    }
    return fault;
}

}  // namespace

tl::expected<Json, JsonFault> read_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = limits::json_depth;
    boost::json::basic_parser<Builder> parser(options);
    Fault fault;
    std::size_t at = parser.write_some(false, text.data(), text.size(), fault);
    if (std::string& cause = parser.handler().cause; fault && !cause.empty()) {
        while (at > 0 && std::string_view("0123456789.eE+-").find(text[at - 1]) != std::string_view::npos) {
            --at;  // to where the number begins
        }
        return tl::unexpected(fault_at(text, at, std::move(cause)));
    }
    if (!fault && at != text.size()) {
        return tl::unexpected(fault_at(text, at, "expected the end after the value, found " + found_at(text, at)));
    }
    if (fault || !parser.done()) {
        return tl::unexpected(fault_at(text, at, syntax(text, at, fault)));
    }
    return std::move(parser.handler().whole);
}

}  // namespace vastin::kit
