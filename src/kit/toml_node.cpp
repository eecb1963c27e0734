#include "kit/toml_node.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "kit/toml_meant.h"

[[noreturn]] void toml_tripped(const char* expected) { throw vastin::kit::TomlTripped(expected); }

namespace vastin::kit {

namespace {

/// The number of bytes of the first `lines` lines.
std::size_t bytes_of(std::string_view text, std::size_t lines) {
    std::size_t at = 0;
    for (; lines > 0 && at != std::string_view::npos; --lines) {
        at = text.find('\n', at);
        at = at == std::string_view::npos ? at : at + 1;
    }
    return std::min(at, text.size());
}

bool trips(std::string_view text) {
    try {
        static_cast<void>(toml::parse(text));
    } catch (const TomlTripped&) {
        return true;
    } catch (const toml::parse_error&) {
    }
    return false;
}

}  // namespace

std::string_view line_at(std::string_view text, int line) {
    const std::size_t from = bytes_of(text, static_cast<std::size_t>(std::max(line, 1) - 1));
    return text.substr(from, std::min(text.find('\n', from), text.size()) - from);
}

toml::table parse_toml(std::string_view text, const std::string& file) {
    try {
        return toml::parse(text, file);
    } catch (const TomlTripped&) {
        std::size_t sound = 0, tripped = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
        while (tripped - sound > 1) {
            const std::size_t middle = (sound + tripped) / 2;
            (trips(text.substr(0, bytes_of(text, middle))) ? tripped : sound) = middle;
        }
        throw TomlTripped(std::to_string(tripped));
    }
}

std::string shown(const toml::node& node) {
    if (const auto* text = node.as_string()) {
        return "\"" + legible(text->get()) + "\"";
    }
    if (node.is_table()) {
        return "a table";
    }
    if (node.is_array()) {
        return "a list";
    }
    std::ostringstream out;
    node.visit([&](const auto& value) {
        if constexpr (toml::is_value<decltype(value)>) {
            out << value;
        }
    });
    return out.str();
}

std::optional<Money> read_euros(std::string_view text) {
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto cents = dot == std::string_view::npos ? std::string_view("00") : text.substr(dot + 1);
    const auto digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!digits(whole) || !digits(cents) || cents.size() != 2 || whole.size() > 9) {
        return std::nullopt;
    }
    std::int64_t euros = 0, rest = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), euros);
    std::from_chars(cents.data(), cents.data() + cents.size(), rest);
    return Money::cents(euros * 100 + rest);
}

Place place_at(const toml::source_region& region) {
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

namespace {

std::size_t bytes_of_letter(std::string_view text, std::size_t at) {
    std::size_t bytes = 1;
    while (at + bytes < text.size() && (static_cast<unsigned char>(text[at + bytes]) & 0xC0U) == 0x80U) {
        ++bytes;
    }
    return bytes;
}

/// Walks through a file letter by letter.
struct Walker {
    std::string_view text;
    std::size_t at = 0;
    Place place;

    bool done() const { return at >= text.size(); }
    void letter() {
        if (text[at] == '\n') {
            place = {place.line + 1, 1};
        } else {
            ++place.column;
        }
        at += bytes_of_letter(text, at);
    }
    void letters(std::size_t count) {
        for (; count > 0 && !done(); --count) {
            letter();
        }
    }
    /// A mark such as \n or \u00e4; how many bytes of the value it stands for.
    std::size_t escape() {
        const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
        if (kind == 'u' || kind == 'U') {
            const std::size_t figures = kind == 'u' ? 4 : 8;
            unsigned code = 0;
            const auto hex = text.substr(std::min(at + 2, text.size()), figures);
            std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
            letters(2 + figures);
            return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        }
        if (kind == '\n' || kind == ' ' || kind == '\t' || kind == '\r') {  // a line that goes on: nothing of it counts
            letters(1);
            while (!done() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos) {
                letter();
            }
            return 0;
        }
        letters(2);
        return 1;
    }
};

}  // namespace

Place place_inside(std::string_view text, Place begins, std::size_t offset) {
    Walker walker{text, 0, {}};
    while (!walker.done() && walker.place < begins) {
        walker.letter();
    }
    const auto rest = text.substr(walker.at);
    const bool many = rest.starts_with("'''") || rest.starts_with("\"\"\"");
    const bool literal = rest.starts_with('\'');
    walker.letters(many ? 3 : 1);
    if (many && !walker.done() && text.substr(walker.at).starts_with("\r\n")) {
        walker.letters(1);
    }
    if (many && !walker.done() && text[walker.at] == '\n') {
        walker.letters(1);
    }
    for (std::size_t bytes = 0; bytes < offset && !walker.done();) {
        if (!literal && text[walker.at] == '\\') {
            bytes += walker.escape();
        } else {
            bytes += bytes_of_letter(text, walker.at);
            walker.letter();
        }
    }
    return walker.place;
}

std::optional<LocalTime> local_time(const toml::node& node) {
    const auto* moment = node.as_date_time();
    if (moment == nullptr || !moment->get().is_local() || moment->get().time.nanosecond != 0) {
        return std::nullopt;
    }
    const auto& [date, time, offset] = moment->get();
    const auto day = Date::of(date.year, date.month, date.day);
    return day ? std::optional(LocalTime{*day, time.hour, time.minute, time.second}) : std::nullopt;
}

/// Fractions stand as texts: the JSON of kit knows none, and no key takes both.
Json canonical_of(const toml::node& node) {
    if (const auto* table = node.as_table()) {
        Json::Object object;
        for (const auto& [key, value] : *table) {
            object.emplace(std::string(key.str()), canonical_of(value));
        }
        return object;
    }
    if (const auto* array = node.as_array()) {
        Json::List list;
        for (const auto& value : *array) {
            list.push_back(canonical_of(value));
        }
        return list;
    }
    if (const auto* text = node.as_string()) {
        return text->get();
    }
    if (const auto* number = node.as_integer()) {
        return number->get();
    }
    if (const auto* truth = node.as_boolean()) {
        return truth->get();
    }
    return shown(node);
}

const toml::node* node_at(const toml::table& root, std::string_view key, Place& at) {
    const toml::node* node = &root;
    for (std::size_t from = 0; from <= key.size();) {
        const auto to = std::min(key.find('.', from), key.size());
        const auto step = key.substr(from, to - from);
        const auto bracket = step.find('[');
        const auto* table = node->as_table();
        node = table == nullptr ? nullptr : table->get(step.substr(0, bracket));
        if (node != nullptr && bracket != std::string_view::npos) {
            std::size_t position = 0;
            std::from_chars(step.data() + bracket + 1, step.data() + step.size(), position);
            const auto* array = node->as_array();
            node = array == nullptr || position == 0 ? nullptr : array->get(position - 1);
        }
        if (node == nullptr) {
            return nullptr;
        }
        at = place_at(node->source());
        from = to + 1;
    }
    return node;
}

}  // namespace vastin::kit
