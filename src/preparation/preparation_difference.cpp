// What differs between two files of calls, value by value.
#include <algorithm>
#include <map>
#include <set>

#include "preparation/preparation.h"

namespace vastin::preparation {

using call::FormatRow;
using kit::TomlNode;

namespace {

std::string text_at(const TomlNode& table, std::string_view key) {
    const TomlNode* node = table.at(key);
    return node == nullptr || node->text() == nullptr ? std::string() : *node->text();
}

/// By what an element of a list is known in both files: its key, or where it stands.
std::vector<std::string> names_of(const TomlNode::List& list) {
    std::vector<std::string> names;
    for (const TomlNode& one : list) {
        std::string name;
        for (const char* key : {"key", "code", "value", "event"}) {
            name = name.empty() ? text_at(one, key) : name;
        }
        names.push_back(name.empty() ? "#" + std::to_string(names.size() + 1) : name);
    }
    return names;
}

class Comparer {
  public:
    void tables(const TomlNode* before, const TomlNode* after, std::string_view pattern, const std::string& path) {
        for (const FormatRow* row : call::rows_below(pattern)) {
            if (row->kind == call::ValueKind::own_words) {
                words(before, after, *row, path, row->label);
                continue;
            }
            const std::string key(row->key());
            const TomlNode* old = key == "*" || before == nullptr ? nullptr : before->at(key);
            const TomlNode* now = key == "*" || after == nullptr ? nullptr : after->at(key);
            const std::string there = (path.empty() ? "" : path + ".") + key;
            if (key == "*") {
                named(before, after, path);
            } else if (row->kind == call::ValueKind::tables) {
                labels_.push_back(row->label);
                lists(old, now, row->path + "[]", there);
                labels_.pop_back();
            } else if (row->holds()) {
                const bool named_by_it = row->kind != call::ValueKind::flat;  // a frame that the editor shows, too
                labels_.resize(labels_.size() + (named_by_it ? 1 : 0), row->label);
                tables(old, now, row->path, there);
                labels_.resize(labels_.size() - (named_by_it ? 1 : 0));
            } else if (row->kind == call::ValueKind::words || row->kind == call::ValueKind::long_words) {
                words(old, now, *row, there, row->label);
            } else {
                value(old, now, there, row->label);
            }
        }
    }
    std::vector<Difference> found() && { return std::move(found_); }

  private:
    static std::optional<TomlNode> copy_of(const TomlNode* node) {
        return node == nullptr ? std::nullopt : std::optional(*node);
    }
    /// The names that both have, as one text: another when elements were moved.
    static std::string order_of(const std::vector<std::string>& names, const std::vector<std::string>& others) {
        std::string all;
        for (const std::string& name : names) {
            if (std::find(others.begin(), others.end(), name) != others.end()) {
                all += (all.empty() ? "" : ", ") + name;
            }
        }
        return all;
    }
    void value(const TomlNode* before, const TomlNode* after, const std::string& path, const Phrase& label) {
        if ((before == nullptr && after == nullptr) || (before != nullptr && after != nullptr && *before == *after)) {
            return;
        }
        auto labels = labels_;
        labels.push_back(label);
        found_.push_back({path, std::move(labels), copy_of(before), copy_of(after)});
    }
    void words(
        const TomlNode* before, const TomlNode* after, const FormatRow&, const std::string& path, const Phrase& label) {
        for (const Language language : languages) {
            const auto key = vastin::code(language);
            value(before == nullptr ? nullptr : before->at(key),
                  after == nullptr ? nullptr : after->at(key),
                  (path.empty() ? "" : path + ".") + std::string(key),
                  say("{0} ({1})", label, std::string(key)));
        }
    }
    void named(const TomlNode* before, const TomlNode* after, const std::string& path) {
        std::set<std::string> keys;
        for (const TomlNode* side : {before, after}) {
            for (const auto& [key, unused] : side == nullptr ? TomlNode::Table() : *side->table()) {
                keys.insert(key);
            }
        }
        const FormatRow* row = call::find_row(path + ".*");
        for (const std::string& key : keys) {
            words(before == nullptr ? nullptr : before->at(key),
                  after == nullptr ? nullptr : after->at(key),
                  *row,
                  path + "." + kit::toml_key(key),
                  say("{0}", key));
        }
    }
    void lists(const TomlNode* before, const TomlNode* after, const std::string& pattern, const std::string& path) {
        static const TomlNode::List none;
        const auto& old = before == nullptr || before->list() == nullptr ? none : *before->list();
        const auto& now = after == nullptr || after->list() == nullptr ? none : *after->list();
        const auto old_names = names_of(old), now_names = names_of(now);
        const TomlNode old_order{order_of(old_names, now_names)}, now_order{order_of(now_names, old_names)};
        value(&old_order, &now_order, path, say("Order"));
        for (std::size_t i = 0; i < now.size(); ++i) {
            const auto same = std::find(old_names.begin(), old_names.end(), now_names[i]);
            labels_.push_back(element_label(now[i], now_names[i]));
            tables(same == old_names.end() ? nullptr : &old[static_cast<std::size_t>(same - old_names.begin())],
                   &now[i],
                   pattern,
                   path + "[" + std::to_string(i + 1) + "]");
            labels_.pop_back();
        }
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (std::find(now_names.begin(), now_names.end(), old_names[i]) == now_names.end()) {
                found_.push_back({path, labels_, old[i], std::nullopt});
                found_.back().labels.push_back(element_label(old[i], old_names[i]));
            }
        }
    }
    std::vector<Phrase> labels_;
    std::vector<Difference> found_;
};

}  // namespace

Phrase element_label(const TomlNode& element, const std::string& otherwise) {
    for (const char* key : {"label", "title", "name"}) {
        const TomlNode* node = element.at(key);
        if (node != nullptr && node->table() != nullptr && !text_at(*node, "fi").empty()) {
            return Localised{text_at(*node, "fi"), text_at(*node, "sv"), text_at(*node, "en")};
        }
    }
    return say("{0}", otherwise);
}

std::vector<Difference> differences(const kit::TomlTree& before, const kit::TomlTree& after) {
    Comparer comparer;
    comparer.tables(&before.root(), &after.root(), "", "");
    return std::move(comparer).found();
}

}  // namespace vastin::preparation
