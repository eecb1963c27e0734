// Changing the tree of a draft: values, and elements of lists.
#include <algorithm>

#include "base/money.h"
#include "preparation/preparation.h"
#include "preparation/typed.h"

namespace vastin::preparation {

using call::FormatRow;
using call::ValueKind;
using kit::TomlNode;
using kit::TomlTree;

namespace {

tl::unexpected<Refusal> nowhere() {
    return refuse(Refusal::Kind::invalid, say("This form did not arrive whole. Open the page again."));
}

/// The path of the table that holds `path`, "" at the top.
std::string holder_of(const std::string& path) {
    std::size_t dot = std::string::npos;
    bool quoted = false;
    for (std::size_t at = 0; at < path.size(); ++at) {
        quoted = path[at] == '"' ? !quoted : quoted;
        dot = path[at] == '.' && !quoted ? at : dot;
    }
    return dot == std::string::npos ? std::string() : path.substr(0, dot);
}

/// Takes away tables above `path` that are empty now: words without a language, and tables that may be missing. An
/// element of a list stays.
void prune(TomlTree& tree, const std::string& path) {
    for (std::string table = holder_of(path); !table.empty() && !table.ends_with("]"); table = holder_of(table)) {
        const TomlNode* node = tree.get(table);
        const FormatRow* row = call::find_row(table);
        const bool may_go = row != nullptr && (row->kind != ValueKind::named) && (!row->holds() || !row->required) &&
                            row->path != "sources.*";
        if (!may_go || node == nullptr || node->table() == nullptr || !node->table()->empty()) {
            return;
        }
        tree.remove(table);
    }
}

/// Takes away what stands beside the choice at `path` and is not asked any more: no control would show it.
void drop_unasked(TomlTree& tree, const std::string& path) {
    const std::string holder = holder_of(path);
    const std::string governed = std::string(call::find_row(path)->key()) + ":";
    for (const FormatRow* row : call::rows_below(kit::toml_pattern(holder))) {
        const TomlNode* beside = holder.empty() ? &tree.root() : tree.get(holder);
        if (beside != nullptr && row->only.starts_with(governed) && !row->asked(*beside)) {
            tree.remove((holder.empty() ? "" : holder + ".") + std::string(row->key()));
        }
    }
}

/// The last part of a list's path in the singular, for the keys of new elements: "question" would be nicer than
/// "fields".
std::string stem_of(const std::string& list) {
    const std::string last = list.substr(list.find_last_of('.') == std::string::npos ? 0 : list.find_last_of('.') + 1);
    return last == "fields"      ? "question"
           : last == "options"   ? "choice"
           : last.ends_with("s") ? last.substr(0, last.size() - 1)
                                 : last;
}

/// All texts under the key `name` of elements of the list; for the form's fields those of all sections.
bool taken(const TomlTree& tree, const std::string& list, const std::string& name, const std::string& key) {
    const auto in = [&](const TomlNode* node) {
        const auto* all = node == nullptr ? nullptr : node->list();
        return all != nullptr && std::any_of(all->begin(), all->end(), [&](const TomlNode& one) {
                   const TomlNode* there = one.at(name);
                   return there != nullptr && there->text() != nullptr && *there->text() == key;
               });
    };
    if (kit::toml_pattern(list) != "form.sections[].fields") {
        return in(tree.get(list));
    }
    for (std::size_t i = 1; tree.get("form.sections[" + std::to_string(i) + "]") != nullptr; ++i) {
        if (in(tree.get("form.sections[" + std::to_string(i) + "].fields"))) {
            return true;
        }
    }
    return false;
}

/// The separator in keys: those of the form take no "-".
std::string free_key(const TomlTree& tree, const std::string& list, const std::string& name) {
    const std::string between = list.starts_with("form") ? "_" : "-";
    const std::string stem = stem_of(list);
    for (int i = 1;; ++i) {
        std::string key = stem;
        key += between;
        key += std::to_string(i);
        if (!taken(tree, list, name, key)) {
            return key;
        }
    }
}

/// What a new element of the list begins with.
TomlNode new_element(const TomlTree& tree, const std::string& list) {
    TomlNode::Table element;
    for (const FormatRow* row : call::rows_below(kit::toml_pattern(list) + "[]")) {
        const std::string name(row->key());
        if (!row->required && row->first.empty()) {
            continue;
        }
        const TomlNode* source = tree.get("source");
        if (row->from == FormatRow::From::sources && source != nullptr) {
            element.emplace(name, *source);
        } else if (!row->first.empty()) {
            if (auto read = read_typed(*row, row->first)) {
                element.emplace(name, read->value());
            }
        } else if (row->kind == ValueKind::choice && !row->words.empty()) {
            element.emplace(name, TomlNode{row->words.front().value});
        } else if (row->kind == ValueKind::code && row->from == FormatRow::From::words && name != "part") {
            element.emplace(name, TomlNode{free_key(tree, list, name)});
        }
    }
    return {std::move(element)};
}

std::size_t size_of(const TomlTree& tree, const std::string& list) {
    const TomlNode* node = tree.get(list);
    return node == nullptr || node->list() == nullptr ? 0 : node->list()->size();
}

std::string element_path(const std::string& list, std::size_t position) {
    return list + "[" + std::to_string(position) + "]";
}

/// [sources]: keys that anybody chooses.
Result<std::string> apply_named(TomlTree& tree, const ListDeed& deed) {
    const bool good = !deed.key.empty() && deed.key.size() <= 60 &&
                      deed.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == std::string::npos;
    const std::string path = deed.list + "." + kit::toml_key(deed.key);
    if (deed.kind == ListDeed::Kind::remove) {
        return tree.remove(path) ? Result<std::string>(deed.list) : nowhere();
    }
    if (!good) {
        return refuse(Refusal::Kind::invalid, say("Write a short name of a-z, 0-9, _ and -."), "new." + deed.list);
    }
    if (tree.get(path) != nullptr) {
        return refuse(Refusal::Kind::invalid, say("\"{0}\" is there already.", deed.key), "new." + deed.list);
    }
    return tree.set(path, {TomlNode::Table()}) ? Result<std::string>(path) : nowhere();
}

}  // namespace

Done apply(TomlTree& tree, const std::vector<Change>& changes) {
    for (const Change& change : changes) {
        if (call::find_row(change.path) == nullptr) {
            return nowhere();
        }
        if (!change.value) {
            tree.remove(change.path);
            prune(tree, change.path);
        } else if (!tree.set(change.path, *change.value)) {
            return nowhere();
        }
    }
    for (const Change& change : changes) {
        if (call::find_row(change.path)->kind == ValueKind::choice) {
            drop_unasked(tree, change.path);
        }
    }
    return done();
}

Result<std::string> apply(TomlTree& tree, const ListDeed& deed) {
    const FormatRow* row = call::find_row(deed.list);
    if (row == nullptr || (row->kind != ValueKind::tables && row->kind != ValueKind::named)) {
        return nowhere();
    }
    if (row->kind == ValueKind::named) {
        return apply_named(tree, deed);
    }
    const std::size_t size = size_of(tree, deed.list);
    if (deed.kind == ListDeed::Kind::add) {
        if (size >= elements_most) {
            return refuse(Refusal::Kind::invalid,
                          say("There are {0} already, which is the most.", static_cast<std::int64_t>(size)));
        }
        return tree.insert(deed.list, size + 1, new_element(tree, deed.list))
                   ? Result<std::string>(element_path(deed.list, size + 1))
                   : nowhere();
    }
    if (deed.kind == ListDeed::Kind::remove) {
        if (!tree.remove(element_path(deed.list, deed.position))) {
            return nowhere();
        }
        if (size == 1 && !row->required) {
            tree.remove(deed.list);
        }
        return deed.list;
    }
    return tree.move(deed.list, deed.position, deed.to) ? Result<std::string>(element_path(deed.list, deed.to))
                                                        : nowhere();
}

}  // namespace vastin::preparation
