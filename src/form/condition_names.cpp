// What conditions may name in a form.
#include "form/condition.h"
#include "form/form.h"

namespace vastin::form {

namespace {

std::optional<TermKind> term_kind(FieldKind kind) {
    switch (kind) {
        case FieldKind::money:
        case FieldKind::money_by_year:
            return TermKind::money;
        case FieldKind::day:
            return TermKind::day;
        case FieldKind::several:
            return TermKind::chosen;
        case FieldKind::number:
        case FieldKind::file:
            return TermKind::number;
        case FieldKind::percent:
            return TermKind::percent;
        case FieldKind::theme_shares:
        case FieldKind::period:
        case FieldKind::rows:
        case FieldKind::heading:
        case FieldKind::guidance:
            return std::nullopt;
        default:
            return TermKind::text;
    }
}

std::vector<std::string> values_of(const Field& field) {
    std::vector<std::string> values;
    for (const Option& option : field.options) {
        values.push_back(option.value);
    }
    if (field.kind == FieldKind::yes_no) {
        values = {"yes", "no"};
    }
    return values;
}

void add(const Field& field, bool of_part, std::span<const Theme> themes, Names& names) {
    if (const auto kind = term_kind(field.kind)) {
        names.emplace(field.key, Known{*kind, of_part, false, false, values_of(field)});
    }
    if (field.kind == FieldKind::theme_shares) {
        for (const Theme& theme : themes) {
            names.emplace(field.key + "." + theme.id, Known{TermKind::percent, of_part});
        }
    }
    if (field.kind == FieldKind::period) {
        names.emplace(field.key + ".first", Known{TermKind::day, of_part});
        names.emplace(field.key + ".last", Known{TermKind::day, of_part});
    }
    for (const Field& column : field.columns) {
        if (const auto kind = term_kind(column.kind)) {
            names.emplace(field.key + "." + column.key, Known{*kind, of_part, true, false, values_of(column)});
        }
    }
}

}  // namespace

Names names_of(const Form& form, std::span<const Theme> themes) {
    Names names;
    for (const Section& section : form.sections) {
        for (const Field& field : section.fields) {
            add(field, section.whose == Whose::part, themes, names);
        }
    }
    return names;
}

}  // namespace vastin::form
