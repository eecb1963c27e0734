#include "preparation/preparation.h"

#include <algorithm>

#include "base/check.h"
#include "call/call_load.h"
#include "preparation/preparation_life.h"

namespace vastin::preparation {

std::string_view code(State state) {
    return state == State::draft ? "draft" : state == State::published ? "published" : "discarded";
}

std::optional<State> read_state(std::string_view text) {
    for (const State state : {State::draft, State::published, State::discarded}) {
        if (code(state) == text) {
            return state;
        }
    }
    return std::nullopt;
}

Phrase state_name(State state) {
    return state == State::draft ? say("Draft") : state == State::published ? say("Published") : say("Discarded");
}

std::string_view code(Origin::Kind kind) {
    switch (kind) {
        case Origin::Kind::copy:
            return "copy";
        case Origin::Kind::file:
            return "file";
        case Origin::Kind::revision:
            return "revision";
        case Origin::Kind::nothing:
            break;
    }
    return "nothing";
}

std::optional<Origin::Kind> read_origin(std::string_view text) {
    for (const auto kind : {Origin::Kind::nothing, Origin::Kind::copy, Origin::Kind::file, Origin::Kind::revision}) {
        if (code(kind) == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::optional<Phrase> may_not_be_published(const Facts& facts) {
    if (!facts.whole) {
        return say("The call is not whole yet.");
    }
    if (facts.overtaken) {
        return say("The call was changed by somebody else since this revision was begun. Begin a new one.");
    }
    if (!facts.code_free) {
        return say("A call with this code is published already. Give this call another code.");
    }
    if (!facts.ends_later) {
        return say("The call would have closed already. Correct its dates.");
    }
    return std::nullopt;
}

Phrase title_of(const Summary& summary) {
    Localised name = summary.name;
    for (std::string* one : {&name.fi, &name.sv, &name.en}) {
        if (one->empty()) {
            *one = !summary.name.fi.empty()   ? summary.name.fi
                   : !summary.name.sv.empty() ? summary.name.sv
                                              : summary.name.en;
        }
    }
    return name.fi.empty() ? say("A call without a name") : Phrase(name);
}

kit::TomlTree tree_of(std::string_view content) {
    kit::Faults faults;
    auto tree = kit::TomlTree::parse("call", content, faults);
    check(tree.has_value(), "the file of a draft can be read");
    return std::move(*tree);
}

void name_by(const kit::TomlTree& tree, Summary& summary) {
    const auto text = [&](std::string_view path) {
        const kit::TomlNode* node = tree.get(path);
        return node == nullptr || node->text() == nullptr ? std::string() : *node->text();
    };
    summary.code = text("code");
    summary.name = {text("name.fi"), text("name.sv"), text("name.en")};
}

Judged judge(const std::string& code, std::string_view content, const programme::Programme& programme) {
    Judged judged;
    const std::string name = "calls/" + (code.empty() ? "call" : code) + ".toml";
    judged.call = call::load({name, std::string(content)}, programme, judged.faults);
    return judged;
}

namespace {

/// The row that speaks for a path: its own, or that of a table above it.
const call::FormatRow* row_above(std::string path) {
    while (!path.empty()) {
        if (const call::FormatRow* row = call::find_row(path)) {
            return row;
        }
        path.resize(std::min(path.find_last_of(".["), path.size() - 1));
    }
    return nullptr;
}

bool language_step(std::string_view path) {
    return path.ends_with(".fi") || path.ends_with(".sv") || path.ends_with(".en");
}

Phrase language_name(std::string_view path) {
    return path.ends_with(".fi") ? say("Finnish") : path.ends_with(".sv") ? say("Swedish") : say("English");
}

}  // namespace

std::optional<call::EditorPage> page_of(const std::string& path) {
    const call::FormatRow* row = row_above(path);
    return row == nullptr ? std::nullopt : std::optional(row->page);
}

std::vector<Fault> faults_of(const kit::TomlTree& tree, const kit::Faults& faults) {
    std::vector<Fault> all;
    for (const kit::Fault& told : faults.all) {
        Fault fault;
        fault.line = told.line;
        const Phrase said = told.said.empty() ? say("{0}", told.message) : told.said;
        fault.reason = {said, told.key};
        if (const call::FormatRow* row = row_above(told.key)) {
            fault.page = row->page;
            const bool empty = tree.get(told.key) == nullptr;
            const bool in_language = language_step(told.key) && row->path.find(".fi") == std::string::npos;
            fault.reason.phrase = empty && in_language ? say("{0}: missing in {1}", row->label, language_name(told.key))
                                  : empty              ? say("{0}: missing", row->label)
                                                       : say("{0}: {1}", row->label, said);
        }
        all.push_back(std::move(fault));
    }
    return all;
}

namespace {

/// The languages of words that stand at `path`; told when some are there and some not, or none though they must.
void look_at_words(const kit::TomlTree& tree,
                   const std::string& path,
                   bool required,
                   call::EditorPage page,
                   std::vector<MissingText>& missing) {
    std::vector<Language> empty;
    for (const Language language : languages) {
        const kit::TomlNode* node = tree.get(path + "." + std::string(vastin::code(language)));
        if (node == nullptr || node->text() == nullptr || node->text()->empty()) {
            empty.push_back(language);
        }
    }
    if (empty.size() == languages.size() && !required) {
        return;
    }
    for (const Language language : empty) {
        missing.push_back({path + "." + std::string(vastin::code(language)), language, page});
    }
}

void look_below(const kit::TomlTree& tree,
                const kit::TomlNode& table,
                const std::string& path,
                std::string_view pattern,
                std::vector<MissingText>& missing) {
    using call::ValueKind;
    for (const call::FormatRow* row : call::rows_below(pattern)) {
        const std::string there = (path.empty() ? "" : path + ".") + std::string(row->key());
        const kit::TomlNode* node = tree.get(there);
        if (row->kind == ValueKind::own_words) {
            look_at_words(tree, path, row->required, row->page, missing);
        } else if (row->kind == ValueKind::words || row->kind == ValueKind::long_words) {
            if (row->path != "sources.*") {
                look_at_words(tree, there, row->required && !row->later && row->asked(table), row->page, missing);
            }
        } else if (node == nullptr) {
            continue;
        } else if (row->kind == ValueKind::tables && node->list() != nullptr) {
            for (std::size_t i = 0; i < node->list()->size(); ++i) {
                look_below(
                    tree, (*node->list())[i], there + "[" + std::to_string(i + 1) + "]", row->path + "[]", missing);
            }
        } else if (row->kind == ValueKind::named && node->table() != nullptr) {
            for (const auto& [key, value] : *node->table()) {
                look_at_words(tree, there + "." + kit::toml_key(key), true, row->page, missing);
            }
        } else if (row->holds()) {
            look_below(tree, *node, there, row->path, missing);
        }
    }
}

}  // namespace

std::vector<MissingText> missing_texts(const kit::TomlTree& tree) {
    std::vector<MissingText> missing;
    look_below(tree, tree.root(), "", "", missing);
    return missing;
}

}  // namespace vastin::preparation
