// Rows of simple fields on a section's page: a table, or a group for each row.
#include <algorithm>

#include "application/answer_text.h"
#include "application/field_inputs.h"

namespace vastin::application {

namespace {

/// The rows that have inputs: those that stand in the answers, and empty ones up to what is asked at least.
std::vector<std::size_t> numbers_of(const form::Field& field, const form::Answers& answers) {
    std::vector<std::size_t> numbers = form::rows_shown(answers, field.key);
    const std::size_t least = std::clamp<std::size_t>(field.rows_least, 1, field.rows_most);
    while (numbers.size() < least) {
        numbers.push_back(numbers.empty() ? 1 : numbers.back() + 1);
    }
    return numbers;
}

/// The control of a cell: named by its row and its column.
void cell(kit::View& view, const form::Field& column, const page::FieldView& shown) {
    view.set("NAME", shown.key);
    view.set("VALUE", shown.value);
    const auto mark = [&](kit::View& control) {
        if (!shown.errors.empty()) {
            control.show("BAD");
        }
    };
    if (shown.kind == page::FieldView::Kind::choice) {
        kit::View control = view.row("SELECT");
        mark(control);
        for (const page::Option& option : shown.options) {
            kit::View one = control.row("OPTION");
            one.set("VALUE", option.value);
            one.set("LABEL", option.label);
            one.show_if("CHOSEN", option.value == shown.value);
        }
    } else if (shown.kind == page::FieldView::Kind::text) {
        kit::View control = view.row("LONG");
        mark(control);
        control.set("TYPED", shown.value.starts_with('\n') ? "\n" + shown.value : shown.value);
    } else {
        kit::View control = view.row("SHORT");
        mark(control);
        const bool money = column.kind == form::FieldKind::money, percent = column.kind == form::FieldKind::percent;
        const bool number = column.kind == form::FieldKind::number;
        control.set("BOX",
                    money                                 ? "money"
                    : percent                             ? "percent"
                    : number                              ? "number"
                    : column.kind == form::FieldKind::day ? "day"
                                                          : "line");
        control.show_if("DECIMAL", money || percent);
        control.show_if("NUMERIC", number);
    }
    if (!shown.errors.empty()) {
        kit::View faulty = view.row("FAULTY");
        for (const Phrase& error : shown.errors) {
            faulty.row("CELL_ERROR").set("TEXT", error);
        }
    }
}

void table(kit::View& group, const form::Field& field, const std::vector<std::size_t>& numbers, const Filled& filled) {
    kit::View table = group.row("TABLE");
    bool sums = false;
    for (const form::Field& column : field.columns) {
        kit::View head = table.row("COLUMN");
        head.set("COLUMN_KEY", column.key);
        head.set("COLUMN_LABEL", column.label);
        head.show_if("NUMBERS", form::summed(column));
        if (!column.unit.fi.empty()) {
            head.row("UNITED").set("UNIT", column.unit);
        }
        if (!column.hint.fi.empty()) {
            head.row("COLUMN_HINTED").set("HINT", column.hint);
        }
        sums = sums || form::summed(column);
    }
    for (const std::size_t number : numbers) {
        kit::View row = table.row("ROW");
        row.set("NUMBER", static_cast<std::int64_t>(number));
        for (const form::Field& column : field.columns) {
            kit::View one = row.row("CELL");
            one.set("COLUMN_KEY", column.key);
            one.set("COLUMN_LABEL", column.label);
            cell(one, column, input(column, form::row_name(field, number, column), filled));
        }
    }
    if (!sums || numbers.size() < 2) {
        return;
    }
    kit::View foot = table.row("SUMS");
    for (const form::Field& column : field.columns) {
        kit::View one = foot.row("SUM");
        one.set("COLUMN_LABEL", form::summed(column) ? Phrase(column.label) : Phrase());
        one.set("TOTAL",
                form::summed(column) ? sum_of_column(group.words(), group.language(), field, column, filled.answers)
                                     : std::string());
    }
}

void groups(kit::View& group, const form::Field& field, const std::vector<std::size_t>& numbers, const Filled& filled) {
    for (const std::size_t number : numbers) {
        kit::View part = group.row("PART");
        part.set("NUMBER", static_cast<std::int64_t>(number));
        for (const form::Field& column : field.columns) {
            kit::View one = part.row("INPUT");
            page::field(one, "FIELD", input(column, form::row_name(field, number, column), filled));
        }
    }
    for (const form::Field& column : field.columns) {
        if (form::summed(column) && numbers.size() > 1) {
            kit::View sum = group.row("GROUP_SUM");
            sum.set("NAME", say("{0} together", column.label));
            sum.set("TOTAL", sum_of_column(group.words(), group.language(), field, column, filled.answers));
        }
    }
}

}  // namespace

void row_fields(kit::View& view, const form::Field& field, const Filled& filled) {
    const auto numbers = numbers_of(field, filled.answers);
    kit::View holder = view.row("ROWS");
    kit::View group = holder.part("ROWS_FIELD", "application/pages/rows.tpl");
    head(group, field, filled.reasons, false);
    if (field.layout == form::Layout::table) {
        table(group, field, numbers, filled);
    } else {
        groups(group, field, numbers, filled);
    }
    if (numbers.size() < field.rows_most) {
        group.show("ADD");
    } else {
        group.row("FULL").set("WHY",
                              say("There are {0} rows: no more are taken.", static_cast<std::int64_t>(numbers.size())));
    }
}

}  // namespace vastin::application
