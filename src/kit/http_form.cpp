// What a request says: fields of queries and forms, headers, cookies.
#include <algorithm>

#include "kit/http.h"
#include "kit/http_parse.h"
#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

int digit(char letter) {
    return letter >= '0' && letter <= '9'   ? letter - '0'
           : letter >= 'a' && letter <= 'f' ? letter - 'a' + 10
           : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
                                            : -1;
}

/// Decoded, valid UTF-8 without NUL; a plus is a space.
std::optional<std::string> decoded_value(std::string_view text) {
    auto value = percent_decoded(text, true);
    if (!value || value->find('\0') != std::string::npos || !is_utf8(*value)) {
        return std::nullopt;
    }
    return value;
}

bool names_repeat(const Fields& fields) {
    std::vector<std::string_view> names;
    names.reserve(fields.all().size());
    for (const auto& field : fields.all()) {
        names.emplace_back(field.first);
    }
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) != names.end();
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            const int high = at + 2 < text.size() ? digit(text[at + 1]) : -1;
            const int low = at + 2 < text.size() ? digit(text[at + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            out += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            out += text[at] == '+' && plus_is_space ? ' ' : text[at];
        }
    }
    return out;
}

std::optional<Fields> read_form(std::string_view text, int& status) {
    Fields fields;
    const auto wrong = [&status](int why) {
        status = why;
        return std::nullopt;
    };
    while (!text.empty()) {
        const std::string_view piece = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), piece.size() + 1));
        if (piece.empty()) {
            continue;
        }
        const auto equals = std::min(piece.find('='), piece.size());
        auto name = decoded_value(piece.substr(0, equals));
        auto value = decoded_value(piece.substr(std::min(piece.size(), equals + 1)));
        if (!name || !value || name->empty()) {
            return wrong(400);
        }
        if (name->size() > limits::field_name || fields.all().size() == limits::form_fields) {
            return wrong(413);
        }
        fields.add(std::move(*name), std::move(*value));
    }
    if (names_repeat(fields)) {
        return wrong(400);
    }
    return fields;
}

std::string url_escaped(std::string_view value) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(value.size());
    for (const char letter : value) {
        const bool plain = (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                           (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '.' || letter == '_' ||
                           letter == '~';
        if (plain) {
            out += letter;
        } else {
            out += '%';
            out += digits[static_cast<unsigned char>(letter) >> 4];
            out += digits[static_cast<unsigned char>(letter) & 15];
        }
    }
    return out;
}

const std::string* Fields::find(std::string_view name) const {
    for (const auto& field : all_) {
        if (field.first == name) {
            return &field.second;
        }
    }
    return nullptr;
}

std::string Fields::get(std::string_view name) const {
    const std::string* found = find(name);
    return found != nullptr ? *found : std::string();
}

std::string_view Request::header(std::string_view lower_case_name) const {
    for (const auto& [name, value] : headers) {
        if (name == lower_case_name) {
            return value;
        }
    }
    return {};
}

std::string Request::cookie(std::string_view name) const {
    std::string_view rest = header("cookie");
    while (!rest.empty()) {
        std::string_view piece = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
        piece.remove_prefix(std::min(piece.size(), piece.find_first_not_of(' ')));
        if (piece.size() > name.size() && piece[name.size()] == '=' && piece.substr(0, name.size()) == name) {
            return std::string(piece.substr(name.size() + 1));
        }
    }
    return {};
}

}  // namespace vastin::kit
