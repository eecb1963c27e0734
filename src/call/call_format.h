#pragma once
// The one table that knows every key of a call's file: what it is called, which kind of value it takes, on which page
// of the editor it stands. The editor's forms and the order of the canonical text come from it.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "kit/toml_tree.h"

namespace vastin::call {

/// What stands behind a key. words: one line in fi, sv and en; long_words: many lines; own_words: the keys fi, sv and
/// en beside it (the row is that of fi); choice: one of `words`, or of what `from` gives; several: a list of those;
/// codes: a list of any codes; code: a short name; table, tables: what has rows of its own below; flat: a table that
/// the editor shows without a frame; named: a table of words whose keys anybody chooses (its row is "sources.*").
enum class ValueKind {
    text,
    words,
    long_words,
    own_words,
    number,
    euros,
    percent,
    day,
    moment,
    moments,
    choice,
    several,
    codes,
    code,
    truth,
    condition,
    table,
    flat,
    tables,
    named
};

enum class EditorPage {
    basics,
    pots,
    who,
    shares,
    costs,
    form,
    rules,
    attachments,
    criteria,
    messages,
    texts,
    contact,
    sources
};
inline constexpr std::size_t editor_pages = 13;

struct FormatWord {
    std::string value;
    Phrase name;
    bool later = false;  // not loaded yet: the editor does not offer it
};

struct FormatRow {
    std::string path;  // a pattern: "form.sections[].fields[].label"
    ValueKind kind = ValueKind::text;
    EditorPage page = EditorPage::basics;
    Phrase label;
    Phrase hint{};
    bool required = false;
    bool later = false;  // call::load does not know it yet: the editor hides it
    /// Where the values of a choice come from, besides `words`: the agreement's, or keys that this call gives.
    enum class From { words, payers, funders, themes, sources, call_payers };
    From from = From::words;
    std::string only{};               // "kind:line,text": asked only where the key beside it has one of these values
    std::string first{};              // what a new table begins with, as typed
    std::vector<FormatWord> words{};  // of choice and several
    std::string_view key() const;     // the last step of the path
    std::string_view holder() const;  // the path without it; "" at the top
    bool holds() const;               // whether it has rows of its own below
    bool asked(const kit::TomlNode& beside) const;  // whether `only` holds in that table
};

/// All rows, in the order of the canonical text.
std::span<const FormatRow> format();
/// The row of a path with or without positions, or null: "name.fi" is that of "name", "sources.x.en" of "sources.*".
const FormatRow* find_row(std::string_view path);
/// The rows whose holder is `pattern` ("" for the top), in order.
std::vector<const FormatRow*> rows_below(std::string_view pattern);
/// "shares": the name of an editor's page in addresses, both ways; and in words.
std::string_view code(EditorPage page);
std::optional<EditorPage> read_editor_page(std::string_view code);
Phrase page_name(EditorPage page);

/// The layout of the canonical text of a call.
const kit::TomlLayout& call_layout();
/// The canonical text.
inline std::string canonical(const kit::TomlTree& tree) { return tree.write(call_layout()); }

}  // namespace vastin::call
