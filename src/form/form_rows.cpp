// Rows: tables and repeated groups, of simple fields.
#include <algorithm>
#include <set>

#include "form/form.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

/// The number of the row in "staff.2.name", or nothing: from 1, without zeros before it.
std::optional<std::size_t> row_in(std::string_view name, std::string_view key) {
    if (name.size() <= key.size() + 2 || !belongs(name, key)) {
        return std::nullopt;
    }
    const std::string_view rest = name.substr(key.size() + 1);
    const std::string_view figures = rest.substr(0, rest.find('.'));
    if (figures.size() == rest.size() || figures.empty() || figures.size() > 4 || figures.front() == '0' ||
        figures.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    std::size_t number = 0;
    for (char figure : figures) {
        number = number * 10 + static_cast<std::size_t>(figure - '0');
    }
    return number;
}

/// The names of `answers` that begin with "<key>.", by a search in the sorted names.
template <class Each>
void each_under(const Answers& answers, std::string_view key, Each&& each) {
    const std::string prefix = std::string(key) + ".";
    for (auto at = answers.lower_bound(prefix); at != answers.end() && at->first.starts_with(prefix); ++at) {
        each(at->first);
    }
}

}  // namespace

bool may_be_column(FieldKind kind) {
    switch (kind) {
        case FieldKind::line:
        case FieldKind::text:
        case FieldKind::number:
        case FieldKind::money:
        case FieldKind::day:
        case FieldKind::choice:
        case FieldKind::yes_no:
        case FieldKind::percent:
            return true;
        default:
            return false;
    }
}

const Field* find_column(const Field& rows, std::string_view key) {
    const auto found =
        std::find_if(rows.columns.begin(), rows.columns.end(), [&](const Field& column) { return column.key == key; });
    return found == rows.columns.end() ? nullptr : &*found;
}

std::string row_name(const Field& rows, std::size_t number, const Field& column) {
    return rows.key + "." + std::to_string(number) + "." + column.key;
}

bool takes_cell(const Field& rows, std::string_view name) {
    const auto number = row_in(name, rows.key);
    return number && *number <= kit::limits::rows_per_field &&
           find_column(rows, name.substr(name.find('.', rows.key.size() + 1) + 1)) != nullptr;
}

std::vector<std::size_t> rows_shown(const Answers& answers, std::string_view key) {
    std::set<std::size_t> numbers;
    each_under(answers, key, [&](const std::string& name) {
        if (const auto number = row_in(name, key)) {
            numbers.insert(*number);
        }
    });
    return {numbers.begin(), numbers.end()};
}

Answers with_row(Answers answers, const Field& field) {
    const auto there = rows_shown(answers, field.key);
    const std::size_t next = there.empty() ? 1 : there.back() + 1;
    if (there.size() < field.rows_most && next <= kit::limits::rows_per_field && !field.columns.empty()) {
        answers.emplace(row_name(field, next, field.columns.front()), "");
    }
    return answers;
}

Answers without_row(Answers answers, const Field& field, std::size_t number) {
    std::map<std::size_t, std::vector<std::string>> names;  // of every row
    each_under(answers, field.key, [&](const std::string& name) {
        if (const auto row = row_in(name, field.key)) {
            names[*row].push_back(name);
        }
    });
    if (names.erase(number) == 0) {
        return answers;
    }
    Answers left;
    for (const auto& [name, answer] : answers) {
        if (!row_in(name, field.key)) {
            left.emplace(name, answer);
        }
    }
    std::size_t moved = 0;
    for (const auto& [row, cells] : names) {
        ++moved;
        for (const std::string& name : cells) {
            const std::string column = name.substr(name.find('.', field.key.size() + 1));
            left.emplace(field.key + "." + std::to_string(moved) + column, answers.at(name));
        }
    }
    return left;
}

Answers with_buttons(Answers answers, const Section& section, const kit::Fields& posted) {
    const std::string added = posted.get("add_row"), removed = posted.get("remove_row");
    if (added.empty() && removed.empty()) {
        return answers;
    }
    for (const Field& field : section.fields) {
        if (field.kind != FieldKind::rows) {
            continue;
        }
        if (added == field.key) {
            answers = with_row(std::move(answers), field);
        }
        const auto number = row_in(removed + ".", field.key);
        if (number && removed == field.key + "." + std::to_string(*number)) {
            answers = without_row(std::move(answers), field, *number);
        }
    }
    return answers;
}

std::optional<ColumnSum> sum(const Rows& rows, const Field& column) {
    const bool money = column.kind == FieldKind::money;
    if (!money && column.kind != FieldKind::number) {
        return std::nullopt;
    }
    Money sums;
    std::int64_t numbers = 0;
    for (const Row& row : rows) {
        const auto cell = row.cells.find(column.key);
        if (cell == row.cells.end()) {
            continue;
        }
        if (const Money* one = std::get_if<Money>(&cell->second)) {
            sums += *one;
        } else if (const std::int64_t* number = std::get_if<std::int64_t>(&cell->second)) {
            numbers += *number;
        }
    }
    return money ? ColumnSum(sums) : ColumnSum(numbers);
}

}  // namespace vastin::form
