// The canonical text of a TomlTree.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/phrase.h"
#include "kit/toml_tree.h"

namespace vastin::kit {

namespace {

constexpr std::size_t short_line = 400;  // bytes of { } with words in three languages

/// A letter below U+0020 or U+007F as an escape; "" for every other.
std::string escape(char letter) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x20 && byte != 0x7F) {
        return "";
    }
    switch (letter) {
        case '\n':
            return "\\n";
        case '\t':
            return "\\t";
        case '\r':
            return "\\r";
        default:
            return std::string("\\u00") + digits[byte / 16] + digits[byte % 16];
    }
}

std::string quoted(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char letter) { return escape(letter).empty(); });
    if (plain && text.find('"') != std::string_view::npos && text.find('\'') == std::string_view::npos) {
        return "'" + std::string(text) + "'";  // conditions: 'project_kind = "group"'
    }
    std::string made = "\"";
    for (const char letter : text) {
        const std::string escaped = escape(letter);
        made += letter == '"' || letter == '\\' ? "\\" : "";
        made += escaped.empty() ? std::string(1, letter) : escaped;
    }
    return made + "\"";
}

std::string key_text(std::string_view key) {
    const std::string step = toml_key(key);
    return step[0] == '"' ? (quoted(key)[0] == '\'' ? "'" + std::string(key) + "'" : quoted(key)) : step;
}

/// Text of many lines between """ """.
std::string lines(std::string_view text) {
    std::string made = "\"\"\"\n";
    for (const char letter : text) {
        const std::string escaped = letter == '\n' || letter == '\t' ? std::string() : escape(letter);
        made += letter == '"' || letter == '\\' ? "\\" : "";
        made += escaped.empty() ? std::string(1, letter) : escaped;
    }
    return made + "\"\"\"";
}

std::string fraction(double number) {
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
    std::string made(buffer.data(), end);
    return made.find_first_of(".e") == std::string::npos ? made + ".0" : made;
}

class Writer {
  public:
    explicit Writer(const TomlLayout& layout) : layout_(layout) {}

    /// The members of a table: first those that stand on lines of their own, then the tables below it.
    void table(const TomlNode::Table& table, const std::string& path, const std::string& pattern) {
        const auto members = ordered(table, pattern);
        for (const auto* member : members) {
            if (!stands_below(member->second, below(pattern, member->first))) {
                out_ += key_text(member->first) + " = " + value(member->second, below(pattern, member->first)) + "\n";
            }
        }
        for (const auto* member : members) {
            const std::string there = (path.empty() ? "" : path + ".") + key_text(member->first);
            const std::string pattern_there = below(pattern, member->first);
            if (!stands_below(member->second, pattern_there)) {
                continue;
            }
            if (const auto* inner = member->second.table()) {
                head("[" + there + "]");
                this->table(*inner, there, pattern_there);
            } else if (const auto* list = member->second.list()) {
                for (const TomlNode& one : *list) {
                    head("[[" + there + "]]");
                    this->table(*one.table(), there, pattern_there + "[]");
                }
            }
        }
    }
    std::string text() && { return std::move(out_); }

  private:
    static std::string below(const std::string& pattern, const std::string& key) {
        return pattern.empty() ? toml_key(key) : pattern + "." + toml_key(key);
    }
    void head(const std::string& text) { out_ += (out_.empty() ? "" : "\n") + text + "\n"; }

    std::vector<const TomlNode::Table::value_type*> ordered(const TomlNode::Table& table,
                                                            const std::string& pattern) const {
        std::vector<std::pair<std::size_t, const TomlNode::Table::value_type*>> placed;
        const bool words = std::all_of(
            table.begin(), table.end(), [](const auto& member) { return language(member.first) < languages.size(); });
        for (const auto& member : table) {
            const std::size_t place = layout_.place ? layout_.place(pattern, member.first) : 0;
            placed.emplace_back(words ? language(member.first) : place, &member);
        }
        std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<const TomlNode::Table::value_type*> all;
        for (const auto& one : placed) {
            all.push_back(one.second);
        }
        return all;
    }

    static std::size_t language(std::string_view key) {
        static constexpr std::array<std::string_view, 3> order{"fi", "sv", "en"};
        return static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
    }
    /// Words in three languages (or fewer) that go on one line.
    static bool words(const TomlNode& node) {
        const auto* table = node.table();
        std::size_t bytes = 0;
        return table != nullptr && !table->empty() &&
               std::all_of(table->begin(), table->end(), [&](const auto& member) {
                   const auto* text = member.second.text();
                   bytes += text == nullptr ? 0 : text->size();
                   return language(member.first) < languages.size() && text != nullptr &&
                          text->find('\n') == std::string::npos && bytes <= short_line;
               });
    }
    static bool flat(const TomlNode& node) {
        const auto* table = node.table();
        return table != nullptr && std::all_of(table->begin(), table->end(), [](const auto& member) {
                   return words(member.second) || (!member.second.list() && !member.second.table());
               });
    }
    /// Whether it is a [table] or [[tables]], and not a value on a line.
    bool stands_below(const TomlNode& node, const std::string& pattern) const {
        if (node.table() != nullptr) {
            return !words(node);
        }
        const auto* list = node.list();
        if (list == nullptr || list->empty() ||
            !std::all_of(list->begin(), list->end(), [](const TomlNode& one) { return one.table() != nullptr; })) {
            return false;
        }
        return !(layout_.compact && layout_.compact(pattern) && std::all_of(list->begin(), list->end(), flat));
    }

    std::string value(const TomlNode& node, const std::string& pattern) const {
        if (const auto* text = node.text()) {
            return text->find('\n') != std::string::npos ? lines(*text) : quoted(*text);
        }
        return on_a_line(node, pattern);
    }
    std::string members(const TomlNode::Table& table, const std::string& pattern) const {
        std::string made;
        for (const auto* member : ordered(table, pattern)) {
            made += (made.empty() ? " " : ", ") + key_text(member->first) + " = " +
                    on_a_line(member->second, below(pattern, member->first));
        }
        return "{" + made + (made.empty() ? "}" : " }");
    }
    std::string on_a_line(const TomlNode& node, const std::string& pattern) const {
        struct Simple {
            std::string operator()(const std::string& text) const { return quoted(text); }
            std::string operator()(std::int64_t number) const { return std::to_string(number); }
            std::string operator()(double number) const { return fraction(number); }
            std::string operator()(bool truth) const { return truth ? "true" : "false"; }
            std::string operator()(Date day) const { return write_date(day); }
            std::string operator()(LocalTime time) const { return write_local_time(time); }
            std::string operator()(const TomlNode::List&) const { return ""; }
            std::string operator()(const TomlNode::Table&) const { return ""; }
        };
        if (const auto* table = node.table()) {
            return members(*table, pattern);
        }
        const auto* list = node.list();
        if (list == nullptr) {
            return std::visit(Simple(), node.value);
        }
        const bool tables = std::any_of(list->begin(), list->end(), [](const auto& one) { return one.table(); });
        std::string made;
        for (const TomlNode& one : *list) {
            made += (tables         ? "\n    "
                     : made.empty() ? ""
                                    : ", ") +
                    on_a_line(one, pattern + "[]") + (tables ? "," : "");
        }
        return "[" + made + (tables ? "\n]" : "]");
    }
    const TomlLayout& layout_;
    std::string out_;
};

}  // namespace

std::string TomlTree::write(const TomlLayout& layout) const {
    Writer writer(layout);
    writer.table(*root_.table(), "", "");
    return std::move(writer).text();
}

}  // namespace vastin::kit
