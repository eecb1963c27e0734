// [form] of a call: its sections and what they ask.
#include <algorithm>

#include "call/call_load.h"
#include "form/unsound.h"
#include "kit/limits.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::Programme;
using programme::read_word;

constexpr std::int64_t letters_limit = static_cast<std::int64_t>(kit::limits::text_letters);

std::size_t read_letters(const Toml& table) {
    return static_cast<std::size_t>(table.number("letters", 1, letters_limit));
}

void add_goals(const std::vector<programme::Goal>& goals, const Localised& theme, std::vector<form::Option>& options) {
    for (const programme::Goal& goal : goals) {
        options.push_back({goal.code.text, goal.text, theme});
        add_goals(goal.goals, theme, options);
    }
}

/// The goals of the themes that are open in the call, as options grouped by theme.
std::vector<form::Option> goals_of(const Programme& programme, std::span<const form::Theme> themes) {
    std::vector<form::Option> options;
    for (const form::Theme& open : themes) {
        if (const auto* theme = find_theme(programme, open.id)) {
            add_goals(theme->goals, theme->name, options);
        }
    }
    return options;
}

/// What a field may be answered by.
struct Known {
    const std::vector<form::Option>& goals;
    std::span<const FilePlace> places;
};

constexpr std::string_view of_goals = "goals";  // `several` whose options are the agreement's goals

form::FieldKind read_kind(const Toml& table, bool& goals) {
    using enum form::FieldKind;
    // clang-format off
    static const std::vector<std::pair<std::string, form::FieldKind>> kinds{
        {"line", line}, {"text", text}, {"day", day}, {"money", money}, {"choice", choice}, {"several", several},
        {"theme_shares", theme_shares}, {"money_by_year", money_by_year}, {"email", email}, {"phone", phone},
        {"web", web}, {"postal_code", postal_code}, {"business_id", business_id}, {"iban", iban}, {"bic", bic},
        {std::string(of_goals), several}, {"number", number}, {"percent", percent}, {"period", period},
        {"yes_no", yes_no}, {"file", file}, {"rows", rows}, {"heading", heading}, {"guidance", guidance}};
    // clang-format on
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all;
        for (const auto& [word, kind] : kinds) {
            all.push_back(word);
        }
        return all;
    }();
    const auto& [word, kind] = kinds.at(read_word(table, "kind", words));
    goals = word == of_goals;
    return kind;
}

void read_number_limits(const Toml& table, form::Field& field) {
    const auto limit = [&](std::string_view key, std::int64_t otherwise) {
        return table.has(key) ? table.number(key, -form::largest_number, form::largest_number) : otherwise;
    };
    field.number_least = limit("least", field.number_least);
    field.number_most = limit("most", field.number_most);
    field.unit = table.words_if("unit").value_or(Localised());
}

void read_place(const Toml& table, const Known& known, form::Field& field) {
    field.place = table.text("place");
    const bool there = std::any_of(
        known.places.begin(), known.places.end(), [&](const FilePlace& place) { return place.key == field.place; });
    if (!there && !field.place.empty()) {
        table.fault("place", say("expected the key of one of [[attachments]], found \"{0}\"", field.place));
    }
}

form::Field read_field(const Toml& table, const Known& known);

void read_rows(const Toml& table, const Known& known, form::Field& field) {
    const auto most = static_cast<std::int64_t>(kit::limits::rows_per_field);
    field.layout = table.has("layout") ? static_cast<form::Layout>(read_word(table, "layout", {"table", "group"}))
                                       : form::Layout::table;
    if (table.has("rows_least")) {
        field.rows_least = static_cast<std::size_t>(table.number("rows_least", 0, most));
    }
    if (table.has("rows_most")) {
        field.rows_most = static_cast<std::size_t>(table.number("rows_most", 1, most));
    }
    for (const Toml& column : table.tables("columns")) {
        field.columns.push_back(read_field(column, known));
        if (!form::may_be_column(field.columns.back().kind)) {
            column.fault("kind", say("expected line, text, number, percent, money, day, choice or yes_no in a column"));
        }
    }
}

/// What only fields of its kind have; another's keys are never asked for, and so are faults.
void read_of_kind(const Toml& table, const Known& known, form::Field& field) {
    switch (field.kind) {
        case form::FieldKind::number:
            read_number_limits(table, field);
            break;
        case form::FieldKind::file:
            read_place(table, known, field);
            break;
        case form::FieldKind::rows:
            read_rows(table, known, field);
            break;
        default:
            field.least = table.euros_if("least").value_or(field.least);
            field.most = table.euros_if("most").value_or(field.most);
    }
}

form::Field read_field(const Toml& table, const Known& known) {
    form::Field field;
    bool goals = false;
    field.key = table.text("key");
    field.kind = read_kind(table, goals);
    if (!form::asks(field.kind)) {
        field.text = table.words("text");
        return field;
    }
    if (goals) {
        field.options = known.goals;
    }
    field.label = table.words("label");
    field.hint = table.words_if("hint").value_or(Localised());
    field.missing = table.words_if("missing");
    field.required = table.truth("required", false);
    if (table.has("letters")) {
        field.letters_most = read_letters(table);
    }
    read_of_kind(table, known, field);
    for (const Toml& option : table.tables("options")) {
        field.options.push_back({option.text("value"), option.words("name"), {}});
    }
    if (table.has("autocomplete")) {
        field.autocomplete = table.text("autocomplete");
    }
    return field;
}

/// The table of the question or section that is unsound, or [form].
Toml place_of(const Toml& form, const form::Unsound& one) {
    if (!one.section) {
        return form;
    }
    const Toml section = form.tables("sections").at(*one.section);
    return one.field ? section.tables("fields").at(*one.field) : section;
}

}  // namespace

form::Form load_form(const Toml& table,
                     const Programme& programme,
                     std::span<const form::Theme> themes,
                     std::span<const FilePlace> places) {
    const std::size_t before = table.faults();
    const auto goals = goals_of(programme, themes);
    form::Form form;
    for (const Toml& part : table.tables("sections")) {
        form::Section section;
        section.key = part.text("key");
        section.title = part.words("title");
        section.whose = static_cast<form::Whose>(read_word(part, "whose", {"common", "part"}));
        for (const Toml& field : part.tables("fields")) {
            section.fields.push_back(read_field(field, {goals, places}));
        }
        form.sections.push_back(std::move(section));
    }
    if (form.sections.empty()) {
        table.fault("sections", say("expected at least one section, found none"));
    }
    if (table.faults() == before) {
        for (const form::Unsound& one : form::unsound_at(form)) {
            place_of(table, one).fault(one.key, one.why);
        }
    }
    return form;
}

}  // namespace vastin::call
