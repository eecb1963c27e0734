#include "call/call_format.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "call/call_format_rows.h"

namespace vastin::call {

namespace {

constexpr std::array<std::string_view, editor_pages> page_codes{"basics",
                                                                "pots",
                                                                "who",
                                                                "shares",
                                                                "costs",
                                                                "form",
                                                                "rules",
                                                                "attachments",
                                                                "criteria",
                                                                "messages",
                                                                "texts",
                                                                "contact",
                                                                "sources"};

constexpr std::string_view fields_path = "form.sections[].fields[]";

/// The columns of a table of answers are fields of simple kinds: their rows are those of fields.
void add_columns(std::vector<FormatRow>& rows, const std::vector<FormatRow>& form) {
    static constexpr std::array<std::string_view, 15> kept{"key",
                                                           "kind",
                                                           "label",
                                                           "hint",
                                                           "required",
                                                           "missing",
                                                           "letters",
                                                           "least",
                                                           "most",
                                                           "unit",
                                                           "options",
                                                           "options[].value",
                                                           "options[].name",
                                                           "valid",
                                                           "invalid"};
    for (const FormatRow& row : form) {
        const std::string_view path = row.path;
        if (path.starts_with(fields_path) && path.size() > fields_path.size() &&
            std::find(kept.begin(), kept.end(), path.substr(fields_path.size() + 1)) != kept.end()) {
            FormatRow column = row;
            column.path.insert(fields_path.size(), ".columns[]");
            rows.push_back(std::move(column));
        }
    }
}

std::vector<FormatRow> made() {
    std::vector<FormatRow> rows;
    for (const auto* some : {&basics_rows, &money_rows, &form_rows, &page_rows}) {
        rows.insert(rows.end(), some->begin(), some->end());
    }
    add_columns(rows, form_rows);
    return rows;
}

/// Rows by path, and the place of each among all.
struct Index {
    std::map<std::string, std::size_t, std::less<>> places;
    Index() {
        for (const FormatRow& row : format()) {
            places.emplace(row.path, places.size());
        }
    }
    static const Index& get() {
        static const Index index;
        return index;
    }
    std::size_t place(std::string_view path) const {
        const auto found = places.find(path);
        return found == places.end() ? format().size() : found->second;
    }
};

bool language(std::string_view step) { return step == "fi" || step == "sv" || step == "en"; }

/// The path up to its last full stop that stands outside quotes, and the step behind it.
std::pair<std::string_view, std::string_view> last_step(std::string_view path) {
    std::size_t dot = std::string_view::npos;
    bool quoted = false;
    for (std::size_t at = 0; at < path.size(); ++at) {
        quoted = path[at] == '"' ? !quoted : quoted;
        dot = path[at] == '.' && !quoted ? at : dot;
    }
    return dot == std::string_view::npos ? std::pair(std::string_view(), path)
                                         : std::pair(path.substr(0, dot), path.substr(dot + 1));
}

std::size_t place_of(std::string_view table, std::string_view key) {
    const std::string path = table.empty() ? std::string(key) : std::string(table) + "." + std::string(key);
    return Index::get().place(path);
}

}  // namespace

std::string_view FormatRow::key() const { return last_step(path).second; }
std::string_view FormatRow::holder() const { return last_step(path).first; }
bool FormatRow::holds() const {
    return kind == ValueKind::table || kind == ValueKind::flat || kind == ValueKind::tables || kind == ValueKind::named;
}

bool FormatRow::asked(const kit::TomlNode& beside) const {
    const auto colon = only.find(':');
    if (colon == std::string::npos) {
        return true;
    }
    const auto* node = beside.at(only.substr(0, colon));
    const auto* value = node == nullptr ? nullptr : node->text();
    return value != nullptr && ("," + only.substr(colon + 1) + ",").find("," + *value + ",") != std::string::npos;
}

std::span<const FormatRow> format() {
    static const std::vector<FormatRow> rows = made();
    return rows;
}

const FormatRow* find_row(std::string_view path) {
    const std::string pattern = kit::toml_pattern(path);
    const auto exactly = [](std::string_view wanted) -> const FormatRow* {
        const std::size_t place = Index::get().place(wanted);
        return place < format().size() ? &format()[place] : nullptr;
    };
    if (const FormatRow* row = exactly(pattern)) {
        return row;
    }
    const auto [holder, step] = last_step(pattern);
    if (language(step)) {
        const FormatRow* own = exactly(std::string(holder) + ".fi");
        return own != nullptr ? own : find_row(holder);
    }
    const FormatRow* table = holder.empty() ? nullptr : exactly(holder);
    return table != nullptr && table->kind == ValueKind::named ? exactly(std::string(holder) + ".*") : nullptr;
}

std::vector<const FormatRow*> rows_below(std::string_view pattern) {
    std::vector<const FormatRow*> found;
    for (const FormatRow& row : format()) {
        if (row.holder() == pattern) {
            found.push_back(&row);
        }
    }
    return found;
}

std::string_view code(EditorPage page) { return page_codes.at(static_cast<std::size_t>(page)); }

std::optional<EditorPage> read_editor_page(std::string_view code) {
    const auto found = std::find(page_codes.begin(), page_codes.end(), code);
    return found == page_codes.end() ? std::nullopt
                                     : std::optional(static_cast<EditorPage>(found - page_codes.begin()));
}

Phrase page_name(EditorPage page) {
    static const std::array<Phrase, editor_pages> names{say("Basics and dates"),
                                                        say("Pots"),
                                                        say("Who may apply"),
                                                        say("Shares and rounding"),
                                                        say("Cost models"),
                                                        say("Sections and questions"),
                                                        say("Rules"),
                                                        say("Attachments"),
                                                        say("Criteria"),
                                                        say("Messages"),
                                                        say("Texts"),
                                                        say("Contact, steps and dates"),
                                                        say("Sources and assumptions")};
    return names.at(static_cast<std::size_t>(page));
}

const kit::TomlLayout& call_layout() {
    static const kit::TomlLayout layout{
        place_of, [](std::string_view list) { return list.ends_with(".options") || list.ends_with(".columns"); }};
    return layout;
}

}  // namespace vastin::call
