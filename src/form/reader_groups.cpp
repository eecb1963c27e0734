// Fields of several inputs.
#include <algorithm>

#include "form/reader.h"

namespace vastin::form {

void Reader::theme_shares(const Field& field) {
    ThemeShares shares;
    Share sum;
    bool readable = true, empty = true;
    for (const Theme& theme : around.themes) {
        const std::string key = field.key + "." + theme.id;
        const std::string_view text = trimmed(typed(answers, key));
        if (text.empty()) {
            continue;
        }
        empty = false;
        const auto read = read_percent(text);
        if (!read) {
            fault(theme.name, read.error(), key);
            readable = false;
        } else if (*read > Share{}) {
            shares.push_back({theme.id, *read});
            sum.basis_points += read->basis_points;
        }
    }
    if (empty) {
        missing(field);
    } else if (readable && sum < whole_share) {
        const Share off{whole_share.basis_points - sum.basis_points};
        fault(field.label, say("The shares sum to {0}: {1} is missing.", sum, off), field.key);
    } else if (readable && sum > whole_share) {
        const Share off{sum.basis_points - whole_share.basis_points};
        fault(field.label, say("The shares sum to {0}: {1} too much.", sum, off), field.key);
    } else if (readable) {
        out.values[field.key] = std::move(shares);
    }
}

void Reader::several(const Field& field) {
    Chosen chosen;
    for (const Option& option : field.options) {
        if (!trimmed(typed(answers, field.key + "." + option.value)).empty()) {
            chosen.values.push_back(option.value);
        }
    }
    if (chosen.values.empty()) {
        missing(field);
    } else {
        out.values[field.key] = std::move(chosen);
    }
}

void Reader::money_by_year(const Field& field) {
    YearSums sums;
    Money sum;
    bool readable = true;
    for (int year : years_shown(answers, field.key, around.years)) {
        const std::string named = std::to_string(year), key = field.key + "." + named;
        const std::string_view text = trimmed(typed(answers, key));
        if (text.empty()) {
            continue;
        }
        const auto read = read_money(text);
        const bool outside =
            !around.years.empty() && std::find(around.years.begin(), around.years.end(), year) == around.years.end();
        if (!read) {
            fault(say("{0} {1}", field.label, named), read.error(), key);
        } else if (outside && *read > Money()) {
            fault(say("{0} {1}", field.label, named),
                  say("The project does not run in this year. Take the sum away or change the days of the project."),
                  key);
        } else if (*read > field.most || sum > field.most - *read) {
            fault(say("{0} {1}", field.label, named), say("The years sum to more than {0}.", field.most), key);
        } else {
            sums.push_back({year, *read});
            sum += *read;
            continue;
        }
        readable = false;
    }
    if (!readable) {
        return;
    }
    if (sums.empty()) {
        missing(field);
    } else if (sum < field.least) {
        fault(field.label, say("At least {0}; this is {1}.", field.least, sum), field.key);
    } else {
        out.values[field.key] = std::move(sums);
    }
}

void Reader::period(const Field& field) {
    const std::string ends[] = {field.key + ".first", field.key + ".last"};
    std::optional<Date> days[2];
    bool empty[2] = {};
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string& text = typed(answers, ends[i]);
        empty[i] = trimmed(text).empty();
        if (empty[i]) {
            continue;
        }
        const auto read = read_day(text);
        if (read) {
            days[i] = *read;
        } else {
            fault(field.label, read.error(), ends[i]);
        }
    }
    if (empty[0] && empty[1]) {
        missing(field);
    } else if (empty[0] || empty[1]) {
        Phrase sentence = empty[0] ? say("{0}: write the first day, too.", field.label)
                                   : say("{0}: write the last day, too.", field.label);
        out.findings.push_back({{std::move(sentence), empty[0] ? ends[0] : ends[1]}, true});
    } else if (days[0] && days[1]) {
        if (auto wrong = end_before_start(*days[0], *days[1], ends[1])) {
            fault(field.label, std::move(wrong->phrase), ends[1]);
        } else {
            out.values[field.key] = Period{*days[0], *days[1]};
        }
    }
}

void Reader::file(const Field& field) {
    const auto place = std::find_if(
        around.places.begin(), around.places.end(), [&](const Place& one) { return one.key == field.place; });
    if (place == around.places.end() || place->files == 0) {
        missing(field);
    } else {
        out.values[field.key] = place->files;
    }
}

bool Reader::row(const Field& field, Row& row) {
    const auto number = static_cast<std::int64_t>(row.number);
    const std::size_t before = out.findings.size();
    bool readable = true;
    for (const Field& column : field.columns) {
        const std::string name = row_name(field, row.number, column);
        auto read = read_simple(column, typed(answers, name));
        if (!read) {
            fault(say("{0}, row {1}, {2}", field.label, number, column.label), std::move(read).error(), name);
            readable = false;
        } else if (*read) {
            row.cells.emplace(column.key, std::move(**read));
        } else if (column.required) {
            out.findings.push_back(
                {{say("{0}, row {1}: {2}", field.label, number, missing_sentence(column)), name}, true});
        }
    }
    if (readable && row.cells.empty()) {  // nothing but marks that are not seen: an empty row lacks nothing
        out.findings.resize(before);
    }
    return readable;
}

void Reader::rows(const Field& field) {
    Rows all;
    bool readable = true;
    for (const std::size_t number : rows_shown(answers, field.key)) {
        Row one{number, {}};
        readable = row(field, one) && readable;
        if (!one.cells.empty()) {
            all.push_back(std::move(one));
        }
    }
    if (!readable) {
        return;
    }
    const std::size_t count = all.size();
    if (count == 0) {
        missing(field);
        return;
    }
    if (count < field.rows_least) {
        out.findings.push_back({{missing_sentence(field), field.key}, true});
    } else if (count > field.rows_most) {
        const auto most = static_cast<std::int64_t>(field.rows_most);
        fault(field.label, say("At most {0} rows; these are {1}.", most, static_cast<std::int64_t>(count)), field.key);
    }
    out.values[field.key] = std::move(all);
}

}  // namespace vastin::form
