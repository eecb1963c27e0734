#include "form/form.h"

#include <algorithm>

#include "base/check.h"
#include "form/read.h"
#include "form/read_codes.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

std::string theme_key(const Field& field, const Theme& theme) { return field.key + "." + theme.id; }

const std::string& typed(const Answers& answers, const std::string& key) {
    static const std::string nothing;
    const auto found = answers.find(key);
    return found == answers.end() ? nothing : found->second;
}

/// The sentence for a required field that is empty.
Phrase missing_sentence(const Field& field) {
    if (field.missing) {
        return *field.missing;
    }
    switch (field.kind) {
        case FieldKind::several:
            return say("{0}: choose at least one.", field.label);
        case FieldKind::money_by_year:
            return say("{0}: write a sum for at least one year.", field.label);
        case FieldKind::day:
            return say("{0}: write a day.", field.label);
        case FieldKind::money:
            return say("{0}: write a sum.", field.label);
        case FieldKind::choice:
            return say("{0}: choose one.", field.label);
        case FieldKind::theme_shares:
            return say("{0}: divide 100 % between the themes.", field.label);
        default:
            break;
    }
    return say("{0}: write an answer.", field.label);
}

/// A line of a known shape, read.
Read<std::string> read_code(FieldKind kind, std::string_view typed) {
    switch (kind) {
        case FieldKind::email:
            return read_email(typed);
        case FieldKind::phone:
            return read_phone(typed);
        case FieldKind::web:
            return read_web(typed);
        case FieldKind::postal_code:
            return read_postal_code(typed);
        case FieldKind::business_id:
            return read_business_id(typed);
        case FieldKind::iban:
            return read_iban(typed);
        case FieldKind::bic:
            return read_bic(typed);
        default:
            break;
    }
    vastin::check(false, "a kind of field that has a known shape");
    return {};
}

/// Reads one form; each function adds what it found to `out`.
struct Reader {
    const Answers& answers;
    const Around& around;
    Checked out;

    void fault(Phrase label, Phrase why, std::string key) {
        out.findings.push_back({{say("{0}: {1}", std::move(label), std::move(why)), std::move(key)}, false});
    }
    void missing(const Field& field) {
        if (field.required) {
            out.findings.push_back({form::missing(field), true});
        }
    }
    template <class T>
    void keep(const Field& field, const Read<T>& read) {
        if (read) {
            out.values[field.key] = *read;
        } else {
            fault(field.label, read.error(), field.key);
        }
    }

    void letters(const Field& field) {
        const std::string& text = typed(answers, field.key);
        const std::size_t most = letters_most(field);
        const auto read = field.kind == FieldKind::line ? read_line(text, most) : read_text(text, most);
        if (read && read->empty()) {
            missing(field);
        } else {
            keep(field, read);
        }
    }

    void money(const Field& field) {
        const auto read = read_money(typed(answers, field.key));
        if (read && *read < field.least) {
            fault(field.label, say("At least {0}; this is {1}.", field.least, *read), field.key);
        } else if (read && *read > field.most) {
            fault(field.label, say("At most {0}; this is {1}.", field.most, *read), field.key);
        } else {
            keep(field, read);
        }
    }

    void choice(const Field& field) {
        const std::string_view value = trimmed(typed(answers, field.key));
        const bool known = std::any_of(
            field.options.begin(), field.options.end(), [&](const Option& option) { return option.value == value; });
        if (known) {
            out.values[field.key] = Choice{std::string(value)};
        } else {
            fault(field.label, say("Choose one of the answers that are offered."), field.key);
        }
    }

    void theme_shares(const Field& field) {
        ThemeShares shares;
        Share sum;
        bool readable = true, empty = true;
        for (const Theme& theme : around.themes) {
            const std::string key = theme_key(field, theme);
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

    void several(const Field& field) {
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

    void money_by_year(const Field& field) {
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
            const bool outside = !around.years.empty() &&
                                 std::find(around.years.begin(), around.years.end(), year) == around.years.end();
            if (!read) {
                fault(say("{0} {1}", field.label, named), read.error(), key);
            } else if (outside && *read > Money()) {
                fault(
                    say("{0} {1}", field.label, named),
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

    void read(const Field& field) {
        if (field.kind == FieldKind::theme_shares) {
            theme_shares(field);
        } else if (field.kind == FieldKind::several) {
            several(field);
        } else if (field.kind == FieldKind::money_by_year) {
            money_by_year(field);
        } else if (field.kind == FieldKind::line || field.kind == FieldKind::text) {
            letters(field);
        } else if (trimmed(typed(answers, field.key)).empty()) {
            missing(field);
        } else if (field.kind == FieldKind::day) {
            keep(field, read_day(typed(answers, field.key)));
        } else if (field.kind == FieldKind::money) {
            money(field);
        } else if (field.kind == FieldKind::choice) {
            choice(field);
        } else {
            keep(field, read_code(field.kind, typed(answers, field.key)));
        }
    }
};

std::vector<Reason> reasons_of(const std::vector<Finding>& findings, bool faults, bool missing) {
    std::vector<Reason> reasons;
    for (const Finding& finding : findings) {
        if (finding.missing ? missing : faults) {
            reasons.push_back(finding.reason);
        }
    }
    return reasons;
}

}  // namespace

std::vector<Reason> Checked::faults() const { return reasons_of(findings, true, false); }
std::vector<Reason> Checked::missing() const { return reasons_of(findings, false, true); }
std::vector<Reason> Checked::all() const { return reasons_of(findings, true, true); }

Money total(const YearSums& sums) {
    Money sum;
    for (const YearSum& one : sums) {
        sum += one.sum;
    }
    return sum;
}

Checked check(const Form& form, Whose whose, const Answers& answers, const Around& around) {
    Reader reader{answers, around, {}};
    for (const Section& section : form.sections) {
        if (section.whose == whose) {
            for (const Field& field : section.fields) {
                reader.read(field);
            }
        }
    }
    return std::move(reader.out);
}

Reason missing(const Field& field) { return {missing_sentence(field), field.key}; }

const Field* find_field(const Form& form, std::string_view key) {
    for (const Section& section : form.sections) {
        for (const Field& field : section.fields) {
            if (field.key == key) {
                return &field;
            }
        }
    }
    return nullptr;
}

std::size_t letters_most(const Field& field) {
    const std::size_t limit = field.kind == FieldKind::line ? kit::limits::line_letters : kit::limits::text_letters;
    return std::min(field.letters_most.value_or(limit), limit);
}

std::optional<Reason> end_before_start(Date first, Date last, std::string field) {
    if (last >= first) {
        return std::nullopt;
    }
    return Reason{say("The last day, {0}, is before the first day, {1}.", last, first), std::move(field)};
}

std::optional<Reason> too_long(Date first, Date last, Months most, std::string field) {
    const Date latest = days_later(months_later(first, most), -1);
    if (last <= latest) {
        return std::nullopt;
    }
    return Reason{say_count(most.count,
                            "The time is at most one month: with the first day {1} the last day is {2} at the latest.",
                            "The time is at most {0} months: with the first day {1} the last day is {2} at the latest.",
                            std::int64_t{most.count},
                            first,
                            latest),
                  std::move(field)};
}

}  // namespace vastin::form
