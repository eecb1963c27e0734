#include "kit/toml_node.h"

#include <charconv>
#include <sstream>

namespace vastin::kit {

std::string shown(const toml::node& node) {
    if (const auto* text = node.as_string()) {
        return "\"" + text->get() + "\"";
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

}  // namespace vastin::kit
