#include "preparation/controls.h"

#include <algorithm>

#include "application/shown.h"
#include "preparation/typed.h"

namespace vastin::preparation {

using call::EditorPage;
using call::FormatRow;
using call::ValueKind;
using kit::TomlNode;
using kit::TomlTree;

std::optional<Where> where_of(const page::Visit& visit, const TomlTree& tree) {
    const auto number = application::read_number(visit.captured.at(1));
    if (visit.request.path.find("/pages/") != std::string::npos) {
        const auto page = call::read_editor_page(visit.captured.at(1));
        return page ? std::optional(Where{*page, ""}) : std::nullopt;
    }
    if (!number) {
        return std::nullopt;
    }
    Where where{EditorPage::form, "form.sections[" + std::to_string(*number) + "]"};
    if (visit.captured.size() > 2) {
        const auto field = application::read_number(visit.captured.at(2));
        if (!field) {
            return std::nullopt;
        }
        where.table += ".fields[" + std::to_string(*field) + "]";
    }
    return tree.get(where.table) != nullptr ? std::optional(where) : std::nullopt;
}

bool on_page(const FormatRow& row, const Where& where) {
    if (row.later) {
        return false;
    }
    if (!row.holds()) {
        return row.page == where.page;
    }
    const auto rows = call::format();
    const std::string below = row.path + (row.kind == ValueKind::tables ? "[]." : ".");
    return std::any_of(rows.begin(), rows.end(), [&](const FormatRow& one) {
        return one.page == where.page && !one.later && !one.holds() && one.path.starts_with(below);
    });
}

bool has_pages(const FormatRow& row) { return row.path == "form.sections" || row.path == "form.sections[].fields"; }

namespace {

bool in_languages(ValueKind kind) {
    return kind == ValueKind::words || kind == ValueKind::long_words || kind == ValueKind::own_words;
}

void collect(const TomlTree& tree,
             const Where& where,
             const std::string& path,
             std::string_view pattern,
             std::vector<Control>& all) {
    static const TomlNode nothing;
    const TomlNode* table = path.empty() ? &tree.root() : tree.get(path);
    for (const FormatRow* row : call::rows_below(pattern)) {
        if (!on_page(*row, where) || !row->asked(table == nullptr ? nothing : *table)) {
            continue;
        }
        const std::string there =
            (path.empty() ? "" : path + ".") + (row->kind == ValueKind::own_words ? "" : std::string(row->key()));
        if (in_languages(row->kind)) {
            for (const Language language : languages) {
                all.push_back(
                    {row,
                     there + (there.empty() || there.ends_with(".") ? "" : ".") + std::string(vastin::code(language))});
            }
        } else if (row->kind == ValueKind::tables) {
            const TomlNode* list = has_pages(*row) ? nullptr : tree.get(there);
            for (std::size_t i = 1; list != nullptr && list->list() != nullptr && i <= list->list()->size(); ++i) {
                collect(tree, where, there + "[" + std::to_string(i) + "]", row->path + "[]", all);
            }
        } else if (row->kind == ValueKind::named) {
            const TomlNode* named = tree.get(there);
            for (const auto& [key, value] : named == nullptr ? TomlNode::Table() : *named->table()) {
                for (const Language language : languages) {
                    all.push_back({call::find_row(there + ".*"),
                                   there + "." + kit::toml_key(key) + "." + std::string(vastin::code(language))});
                }
            }
        } else if (row->holds()) {
            collect(tree, where, there, row->path, all);
        } else {
            all.push_back({row, there});
        }
    }
}

template <class Things>
void offer(const Things& things, std::vector<Offer>& all) {
    for (const auto& thing : things) {
        all.push_back({thing.code.text, thing.name});
    }
}

/// The keys under [sources] of the agreement and of the call.
void offer_sources(const Opened& opened, std::vector<Offer>& all) {
    const TomlNode* own = opened.tree.get("sources");
    for (const auto& [key, value] : own == nullptr || own->table() == nullptr ? TomlNode::Table() : *own->table()) {
        const auto text = [&](const char* language) {
            const TomlNode* node = value.at(language);
            return node == nullptr || node->text() == nullptr ? key : *node->text();
        };
        all.push_back({key, Localised{text("fi"), text("sv"), text("en")}});
    }
    for (const auto& [key, text] : opened.programme->sources) {
        all.push_back({key, text});
    }
}

}  // namespace

std::vector<Control> controls(const TomlTree& tree, const Where& where) {
    std::vector<Control> all;
    collect(tree, where, where.table, where.pattern(), all);
    return all;
}

std::vector<Offer> offers(const FormatRow& row, const Opened& opened) {
    std::vector<Offer> all;
    switch (row.from) {
        case FormatRow::From::words:
            for (const call::FormatWord& word : row.words) {
                if (!word.later) {
                    all.push_back({word.value, word.name});
                }
            }
            break;
        case FormatRow::From::payers:
            offer(opened.programme->payers, all);
            break;
        case FormatRow::From::funders:
            offer(opened.programme->funders, all);
            break;
        case FormatRow::From::themes:
            offer(opened.programme->themes, all);
            break;
        case FormatRow::From::sources:
            offer_sources(opened, all);
            break;
        case FormatRow::From::call_payers:
            if (const TomlNode* payers = opened.tree.get("funding.payers");
                payers != nullptr && payers->list() != nullptr) {
                for (const TomlNode& one : *payers->list()) {
                    const TomlNode* key = one.at("key");
                    if (key != nullptr && key->text() != nullptr) {
                        all.push_back({*key->text(), element_label(one, *key->text())});
                    }
                }
            }
            break;
    }
    return all;
}

std::optional<std::string> typed_in(const kit::Fields& form, const Control& control, const Opened& opened) {
    if (!form.has(control.path)) {
        return std::nullopt;
    }
    if (control.row->kind == ValueKind::truth) {
        return form.has(control.path + ".yes") ? "1" : "";
    }
    if (control.row->kind == ValueKind::several) {
        std::string all;
        for (const Offer& one : offers(*control.row, opened)) {
            if (form.has(control.path + "." + one.value)) {
                all += (all.empty() ? "" : "\n") + one.value;
            }
        }
        return all;
    }
    std::string text = form.get(control.path);
    std::erase(text, '\r');
    return text;
}

}  // namespace vastin::preparation
