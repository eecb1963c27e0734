// [form] of a call: its sections and what they ask.
#include "call/call_load.h"
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

form::Field read_field(const Toml& table, const std::vector<form::Option>& goals) {
    // "goals" is `several` whose options are the agreement's goals
    static const std::vector<std::string> kinds{"line",
                                                "text",
                                                "day",
                                                "money",
                                                "choice",
                                                "several",
                                                "theme_shares",
                                                "money_by_year",
                                                "email",
                                                "phone",
                                                "web",
                                                "postal_code",
                                                "business_id",
                                                "iban",
                                                "bic",
                                                "goals"};
    form::Field field;
    field.key = table.text("key");
    const std::size_t kind = read_word(table, "kind", kinds);
    const bool of_goals = kinds[kind] == "goals";
    field.kind = of_goals ? form::FieldKind::several : static_cast<form::FieldKind>(kind);
    if (of_goals) {
        field.options = goals;
    }
    field.label = table.words("label");
    field.hint = table.words_if("hint").value_or(Localised());
    field.missing = table.words_if("missing");
    field.required = table.truth("required", false);
    if (table.has("letters")) {
        field.letters_most = read_letters(table);
    }
    field.least = table.euros_if("least").value_or(field.least);
    field.most = table.euros_if("most").value_or(field.most);
    for (const Toml& option : table.tables("options")) {
        field.options.push_back({option.text("value"), option.words("name"), {}});
    }
    if (table.has("autocomplete")) {
        field.autocomplete = table.text("autocomplete");
    }
    return field;
}

}  // namespace

form::Form load_form(const Toml& table, const Programme& programme, std::span<const form::Theme> themes) {
    const std::size_t before = table.faults();
    const auto goals = goals_of(programme, themes);
    form::Form form;
    for (const Toml& part : table.tables("sections")) {
        form::Section section;
        section.key = part.text("key");
        section.title = part.words("title");
        section.whose = static_cast<form::Whose>(read_word(part, "whose", {"common", "part"}));
        for (const Toml& field : part.tables("fields")) {
            section.fields.push_back(read_field(field, goals));
        }
        form.sections.push_back(std::move(section));
    }
    if (form.sections.empty()) {
        table.fault("sections", "expected at least one section, found none");
    }
    if (table.faults() == before) {
        for (const Phrase& why : form::unsound(form)) {
            table.fault("", plain(why));
        }
    }
    return form;
}

}  // namespace vastin::call
