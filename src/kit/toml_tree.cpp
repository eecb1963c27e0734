#include "kit/toml_tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "kit/limits.h"
#include "kit/toml_node.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

constexpr std::string_view bare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

bool writable(std::string_view text) { return text.find('\0') == std::string_view::npos && is_utf8(text); }

/// Whether everything in `node` may be written.
bool writable(const TomlNode& node) {
    if (const auto* text = node.text()) {
        return writable(*text);
    }
    if (const auto* number = std::get_if<double>(&node.value)) {
        return std::isfinite(*number);
    }
    if (const auto* list = node.list()) {
        return std::all_of(list->begin(), list->end(), [](const TomlNode& one) { return writable(one); });
    }
    if (const auto* table = node.table()) {
        return std::all_of(table->begin(), table->end(), [](const auto& member) {
            return writable(member.first) && writable(member.second);
        });
    }
    return true;
}

/// A step down: a key of a table, or a position in a list.
struct Step {
    std::string key;
    std::size_t position = 0;  // 0: the key
};

/// The key that begins at `at`, which is moved behind it; nothing where none stands.
std::optional<std::string> key_at(std::string_view path, std::size_t& at) {
    std::string key;
    if (at < path.size() && path[at] == '"') {
        for (++at; at < path.size() && path[at] != '"'; ++at) {
            if (path[at] == '\\' && at + 1 < path.size()) {
                ++at;
            }
            key += path[at];
        }
        return at++ < path.size() ? std::optional(key) : std::nullopt;
    }
    const std::size_t end = std::min(path.find_first_not_of(bare, at), path.size());
    key = path.substr(at, end - at);
    at = end;
    return key.empty() ? std::nullopt : std::optional(key);
}

/// The steps of a path; nothing when it is none.
std::optional<std::vector<Step>> steps_of(std::string_view path) {
    std::vector<Step> steps;
    for (std::size_t at = 0; at < path.size();) {
        if (path[at] == '[') {
            std::size_t position = 0;
            const auto [end, error] = std::from_chars(path.data() + at + 1, path.data() + path.size(), position);
            at = static_cast<std::size_t>(end - path.data());
            if (error != std::errc() || position == 0 || at >= path.size() || path[at] != ']' || steps.empty()) {
                return std::nullopt;
            }
            ++at;
            steps.push_back({"", position});
            continue;
        }
        if (!steps.empty() && path[at++] != '.') {
            return std::nullopt;
        }
        auto key = key_at(path, at);
        if (!key) {
            return std::nullopt;
        }
        steps.push_back({std::move(*key), 0});
    }
    return steps;
}

TomlNode* down(TomlNode& node, const Step& step) {
    if (step.position > 0) {
        auto* list = std::get_if<TomlNode::List>(&node.value);
        return list != nullptr && step.position <= list->size() ? &(*list)[step.position - 1] : nullptr;
    }
    auto* table = std::get_if<TomlNode::Table>(&node.value);
    const auto found = table == nullptr ? TomlNode::Table::iterator() : table->find(step.key);
    return table == nullptr || found == table->end() ? nullptr : &found->second;
}

/// The node at the end of `steps`, or null.
TomlNode* find(TomlNode& root, const std::vector<Step>& steps) {
    TomlNode* node = &root;
    for (const Step& step : steps) {
        node = node == nullptr ? nullptr : down(*node, step);
    }
    return node;
}

/// The node at the end of `steps`, with the tables on the way made; null, and nothing made, where the way is blocked.
TomlNode* make(TomlNode& root, const std::vector<Step>& steps) {
    TomlNode* node = &root;
    std::size_t known = 0;
    for (; known < steps.size(); ++known) {
        TomlNode* next = down(*node, steps[known]);
        if (next == nullptr) {
            break;
        }
        node = next;
    }
    for (std::size_t i = known; i < steps.size(); ++i) {
        if (steps[i].position > 0 || (i == known && node->table() == nullptr)) {
            return nullptr;
        }
    }
    for (; known < steps.size(); ++known) {
        node = &std::get<TomlNode::Table>(node->value)[steps[known].key];
    }
    return node;
}

/// From toml++ to a tree.
class Reader {
  public:
    Reader(std::string file, Faults& faults) : file_(std::move(file)), faults_(faults) {}

    TomlNode node(const toml::node& from, const std::string& path) {
        if (const auto* table = from.as_table()) {
            TomlNode::Table made;
            for (const auto& [key, value] : *table) {
                if (!writable(key.str())) {
                    fault(value, path, "expected a key without NUL");
                }
                const std::string step = toml_key(key.str());
                made.emplace(std::string(key.str()), node(value, path.empty() ? step : path + "." + step));
            }
            return {std::move(made)};
        }
        if (const auto* list = from.as_array()) {
            TomlNode::List made;
            for (const auto& value : *list) {
                made.push_back(node(value, path + "[" + std::to_string(made.size() + 1) + "]"));
            }
            return {std::move(made)};
        }
        return simple(from, path);
    }

  private:
    TomlNode simple(const toml::node& from, const std::string& path) {
        if (const auto* text = from.as_string()) {
            if (!writable(text->get())) {
                fault(from, path, "expected a text without NUL");
            }
            return {text->get()};
        }
        if (const auto* number = from.as_integer()) {
            return {number->get()};
        }
        if (const auto* number = from.as_floating_point(); number != nullptr && std::isfinite(number->get())) {
            return {number->get()};
        }
        if (const auto* truth = from.as_boolean()) {
            return {truth->get()};
        }
        if (const auto* day = from.as_date()) {
            if (const auto date = Date::of(day->get().year, day->get().month, day->get().day)) {
                return {*date};
            }
        }
        if (const auto* moment = from.as_date_time(); moment != nullptr && moment->get().is_local()) {
            const auto& [day, time, offset] = moment->get();
            const auto date = Date::of(day.year, day.month, day.day);
            if (date && time.nanosecond == 0) {
                return {LocalTime{*date, time.hour, time.minute, time.second}};
            }
        }
        fault(from, path, "expected a text, number, truth, day or local time, found " + shown(from));
        return {std::string()};
    }
    void fault(const toml::node& at, const std::string& path, std::string message) {
        const Place place = place_at(at.source());
        faults_.all.push_back({file_, place.line, place.column, path, std::move(message), {}});
    }
    std::string file_;
    Faults& faults_;
};

}  // namespace

const TomlNode* TomlNode::at(std::string_view key) const {
    const auto* members = table();
    const auto found = members == nullptr ? Table::const_iterator() : members->find(key);
    return members == nullptr || found == members->end() ? nullptr : &found->second;
}

std::string toml_key(std::string_view key) {
    if (!key.empty() && key.find_first_not_of(bare) == std::string_view::npos) {
        return std::string(key);
    }
    std::string quoted = "\"";
    for (const char letter : key) {
        quoted += letter == '"' || letter == '\\' ? "\\" : "";
        quoted += letter;
    }
    return quoted + "\"";
}

std::string toml_pattern(std::string_view path) {
    std::string pattern;
    bool inside = false, quoted = false;
    for (const char letter : path) {
        quoted = letter == '"' ? !quoted : quoted;
        if (!inside || letter == ']') {
            pattern += letter;
        }
        inside = !quoted && (letter == '[' || (inside && letter != ']'));
    }
    return pattern;
}

std::optional<TomlTree> TomlTree::parse(const std::string& file, std::string_view text, Faults& faults) {
    const std::size_t before = faults.all.size();
    const auto broken = [&](Place place, std::string message) {
        faults.all.push_back({file, place.line, place.column, "", std::move(message), {}});
    };
    if (text.size() > limits::data_file) {
        broken(
            {},
            "expected at most " + std::to_string(limits::data_file) + " bytes, found " + std::to_string(text.size()));
        return std::nullopt;
    }
    TomlTree tree;
    try {
        tree.root_ = Reader(file, faults).node(toml::parse(text, file), "");
    } catch (const toml::parse_error& error) {
        broken(place_at(error.source()), std::string(error.description()));
    }
    return faults.all.size() == before ? std::optional(std::move(tree)) : std::nullopt;
}

const TomlNode* TomlTree::get(std::string_view path) const {
    const auto steps = steps_of(path);
    return steps ? find(const_cast<TomlNode&>(root_), *steps) : nullptr;  // NOLINT: find() changes nothing
}

bool TomlTree::set(std::string_view path, TomlNode node) {
    const auto steps = steps_of(path);
    if (!steps || steps->empty() || !writable(node)) {
        return false;
    }
    TomlNode* place = make(root_, *steps);
    if (place != nullptr) {
        *place = std::move(node);
    }
    return place != nullptr;
}

bool TomlTree::remove(std::string_view path) {
    auto steps = steps_of(path);
    if (!steps || steps->empty()) {
        return false;
    }
    const Step last = std::move(steps->back());
    steps->pop_back();
    TomlNode* holder = find(root_, *steps);
    if (holder == nullptr || down(*holder, last) == nullptr) {
        return false;
    }
    if (last.position == 0) {
        std::get<TomlNode::Table>(holder->value).erase(last.key);
    } else {
        auto& list = std::get<TomlNode::List>(holder->value);
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(last.position - 1));
    }
    return true;
}

bool TomlTree::insert(std::string_view list, std::size_t position, TomlNode node) {
    const auto steps = steps_of(list);
    if (!steps || steps->empty() || !writable(node)) {
        return false;
    }
    TomlNode* there = find(root_, *steps);
    const std::size_t size = there == nullptr || there->list() == nullptr ? 0 : there->list()->size();
    if (position == 0 || position > size + 1 || (there != nullptr && there->list() == nullptr)) {
        return false;
    }
    if (there == nullptr) {
        there = make(root_, *steps);
        if (there == nullptr) {
            return false;
        }
        there->value = TomlNode::List();
    }
    auto& all = std::get<TomlNode::List>(there->value);
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(position - 1), std::move(node));
    return true;
}

bool TomlTree::move(std::string_view list, std::size_t from, std::size_t to) {
    const auto steps = steps_of(list);
    TomlNode* there = steps ? find(root_, *steps) : nullptr;
    auto* all = there == nullptr ? nullptr : std::get_if<TomlNode::List>(&there->value);
    if (all == nullptr || from == 0 || to == 0 || from > all->size() || to > all->size()) {
        return false;
    }
    const auto at = [&](std::size_t position) { return all->begin() + static_cast<std::ptrdiff_t>(position) - 1; };
    if (from < to) {
        std::rotate(at(from), at(from) + 1, at(to) + 1);
    } else {
        std::rotate(at(to), at(from), at(from) + 1);
    }
    return true;
}

}  // namespace vastin::kit
