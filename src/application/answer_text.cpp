// Answers in words.
#include "application/answer_text.h"

#include "form/read.h"
#include "form/read_codes.h"

namespace vastin::application {

namespace {

std::string answer(const form::Answers& answers, const std::string& key) {
    const auto found = answers.find(key);
    return found == answers.end() ? std::string() : found->second;
}

/// Writes answers in one language.
struct Writer {
    const kit::Words& words;
    Language language;

    template <class T, class Write>
    static std::string readable(const form::Read<T>& read, const std::string& typed, Write&& write) {
        return read ? write(*read) : typed;
    }

    std::string day(const std::string& typed) const {
        return readable(form::read_day(typed), typed, [&](Date day) { return words.day(language, day); });
    }
    std::string money(const std::string& typed) const {
        return readable(form::read_money(typed), typed, [&](Money sum) { return words.money(language, sum); });
    }
    std::string share(const std::string& typed) const {
        return readable(form::read_percent(typed), typed, [&](Share share) { return words.share(language, share); });
    }

    std::string choice(const form::Field& field, const std::string& typed) const {
        for (const form::Option& option : field.options) {
            if (option.value == typed) {
                return option.name.in(language);
            }
        }
        return typed;
    }

    std::string number(const form::Field& field, const std::string& typed) const {
        const auto number = form::read_number(typed);
        if (!number || field.unit.fi.empty()) {
            return number ? words.number(language, *number) : typed;
        }
        return words.number(language, *number) + "\u00A0" + field.unit.in(language);
    }

    /// One input.
    std::string simple(const form::Field& field, const std::string& typed) const {
        if (form::trimmed(typed).empty()) {
            return {};
        }
        switch (field.kind) {
            case form::FieldKind::iban:
                return readable(form::read_iban(typed), typed, form::write_iban);
            case form::FieldKind::choice:
                return choice(field, typed);
            case form::FieldKind::yes_no:
                return typed == "yes"  ? words.text(language, say("Yes"))
                       : typed == "no" ? words.text(language, say("No"))
                                       : typed;
            case form::FieldKind::money:
                return money(typed);
            case form::FieldKind::day:
                return day(typed);
            case form::FieldKind::percent:
                return share(typed);
            case form::FieldKind::number:
                return number(field, typed);
            default:
                return typed;
        }
    }

    std::string theme_shares(const call::Call& call, const form::Field& field, const form::Answers& answers) const {
        std::string all;
        for (const form::Theme& theme : call.themes) {
            const std::string typed = answer(answers, field.key + "." + theme.id);
            const auto read = form::read_percent(typed);
            if (!form::trimmed(typed).empty() && !(read && read->basis_points == 0)) {
                all += (all.empty() ? "" : ", ") + theme.name.in(language) + " " + share(typed);
            }
        }
        return all;
    }

    std::string several(const form::Field& field, const form::Answers& answers) const {
        std::vector<std::string> ticked;
        for (const form::Option& option : field.options) {
            if (!form::trimmed(answer(answers, field.key + "." + option.value)).empty()) {
                ticked.push_back(option.name.in(language));
            }
        }
        std::string all = ticked.size() == 1 ? ticked.front() : std::string();
        for (std::size_t i = 0; ticked.size() > 1 && i < ticked.size(); ++i) {
            all += (i == 0 ? "– " : "\n– ") + ticked[i];
        }
        return all;
    }

    std::string money_by_year(const form::Field& field, const form::Answers& answers) const {
        std::string all;
        for (int year : form::years_shown(answers, field.key, {})) {
            const std::string text = std::to_string(year);
            all += (all.empty() ? "" : "\n") + text + ": " + money(answer(answers, field.key + "." + text));
        }
        return all;
    }

    std::string period(const form::Field& field, const form::Answers& answers) const {
        const std::string first = answer(answers, field.key + ".first"), last = answer(answers, field.key + ".last");
        const auto from = form::read_day(first), until = form::read_day(last);
        if (from && until) {
            return words.period(language, {*from, *until});
        }
        const bool none = form::trimmed(first).empty() && form::trimmed(last).empty();
        return none ? std::string() : day(first) + " – " + day(last);
    }

    /// One line a row of a table: "1. Name: Anna; Hours: 120 h"; of a group each cell on its own line.
    std::string rows(const form::Field& field, const form::Answers& answers) const {
        const bool group = field.layout == form::Layout::group;
        std::string all;
        std::int64_t shown = 0;
        for (const std::size_t number : form::rows_shown(answers, field.key)) {
            std::string row;
            for (const form::Field& column : field.columns) {
                const std::string cell = simple(column, answer(answers, form::row_name(field, number, column)));
                if (!cell.empty()) {
                    row += (row.empty() ? "" : group ? "\n" : "; ") + column.label.in(language) + ": " + cell;
                }
            }
            if (!row.empty()) {
                all += (all.empty() ? "" : group ? "\n\n" : "\n") + std::to_string(++shown) + ". " + row;
            }
        }
        return all;
    }
};

}  // namespace

std::string as_read(const kit::Words& words,
                    Language language,
                    const call::Call& call,
                    const form::Field& field,
                    const form::Answers& answers) {
    const Writer writer{words, language};
    switch (field.kind) {
        case form::FieldKind::theme_shares:
            return writer.theme_shares(call, field, answers);
        case form::FieldKind::several:
            return writer.several(field, answers);
        case form::FieldKind::money_by_year:
            return writer.money_by_year(field, answers);
        case form::FieldKind::period:
            return writer.period(field, answers);
        case form::FieldKind::rows:
            return writer.rows(field, answers);
        case form::FieldKind::file:
        case form::FieldKind::heading:
        case form::FieldKind::guidance:
            return {};
        default:
            return writer.simple(field, answer(answers, field.key));
    }
}

std::string as_read(const kit::Words& words, Language language, const form::Field& field, const std::string& typed) {
    return Writer{words, language}.simple(field, typed);
}

std::string sum_of_column(const kit::Words& words,
                          Language language,
                          const form::Field& rows,
                          const form::Field& column,
                          const form::Answers& answers) {
    form::Rows all;
    for (const std::size_t number : form::rows_shown(answers, rows.key)) {
        const std::string typed = answer(answers, form::row_name(rows, number, column));
        const auto sum = form::read_money(typed);
        const auto count = form::read_number(typed);
        if (column.kind == form::FieldKind::money && sum) {
            all.push_back({number, {{column.key, *sum}}});
        } else if (column.kind == form::FieldKind::number && count) {
            all.push_back({number, {{column.key, *count}}});
        }
    }
    const auto sum = form::sum(all, column);
    if (all.empty() || !sum) {
        return {};
    }
    const Money* money = std::get_if<Money>(&*sum);
    return money != nullptr ? words.money(language, *money) : words.number(language, std::get<std::int64_t>(*sum));
}

}  // namespace vastin::application
