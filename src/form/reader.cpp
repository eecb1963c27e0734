// Fields of one input.
#include "form/reader.h"

#include <algorithm>

#include "base/check.h"
#include "form/read_codes.h"

namespace vastin::form {

const std::string& typed(const Answers& answers, const std::string& name) {
    static const std::string nothing;
    const auto found = answers.find(name);
    return found == answers.end() ? nothing : found->second;
}

namespace {

Phrase missing_rows(const Field& field) {
    const auto least = static_cast<std::int64_t>(std::max<std::size_t>(field.rows_least, 1));
    return say_count(least, "{1}: fill in at least one row.", "{1}: fill in at least {0} rows.", least, field.label);
}

}  // namespace

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
        case FieldKind::number:
            return say("{0}: write a number.", field.label);
        case FieldKind::percent:
            return say("{0}: write a percent.", field.label);
        case FieldKind::period:
            return say("{0}: write the first and the last day.", field.label);
        case FieldKind::yes_no:
            return say("{0}: choose yes or no.", field.label);
        case FieldKind::file:
            return say("{0}: add a file.", field.label);
        case FieldKind::rows:
            return missing_rows(field);
        default:
            break;
    }
    return say("{0}: write an answer.", field.label);
}

namespace {

using Simple = std::optional<SimpleValue>;

template <class T>
Read<Simple> simple_of(Read<T> read) {
    return read ? Read<Simple>(Simple(std::move(*read))) : Read<Simple>(tl::unexpected(std::move(read).error()));
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

Read<Simple> read_letters(const Field& field, std::string_view typed) {
    const std::size_t most = letters_most(field);
    auto read = field.kind == FieldKind::line ? read_line(typed, most) : read_text(typed, most);
    return read && read->empty() ? Read<Simple>(Simple()) : simple_of(std::move(read));
}

/// A value between the limits of its field.
template <class T>
Read<Simple> within(const Read<T>& read, T least, T most) {
    if (read && *read < least) {
        return tl::unexpected(say("At least {0}; this is {1}.", least, *read));
    }
    if (read && *read > most) {
        return tl::unexpected(say("At most {0}; this is {1}.", most, *read));
    }
    return simple_of(read);
}

Read<Simple> read_choice(const Field& field, std::string_view value) {
    const bool known = field.kind == FieldKind::yes_no
                           ? value == "yes" || value == "no"
                           : std::any_of(field.options.begin(), field.options.end(), [&](const Option& option) {
                                 return option.value == value;
                             });
    if (!known) {
        return tl::unexpected(say("Choose one of the answers that are offered."));
    }
    return Simple(Choice{std::string(value)});
}

}  // namespace

Read<Simple> read_simple(const Field& field, std::string_view typed) {
    if (field.kind == FieldKind::line || field.kind == FieldKind::text) {
        return read_letters(field, typed);
    }
    if (trimmed(typed).empty()) {
        return Simple();
    }
    switch (field.kind) {
        case FieldKind::day:
            return simple_of(read_day(typed));
        case FieldKind::money:
            return within(read_money(typed), field.least, field.most);
        case FieldKind::number:
            return within(read_number(typed), field.number_least, field.number_most);
        case FieldKind::percent:
            return simple_of(read_percent(typed));
        case FieldKind::choice:
        case FieldKind::yes_no:
            return read_choice(field, trimmed(typed));
        default:
            break;
    }
    return simple_of(read_code(field.kind, typed));
}

void Reader::fault(Phrase label, Phrase why, std::string name) {
    out.findings.push_back({{say("{0}: {1}", std::move(label), std::move(why)), std::move(name)}, false});
}

void Reader::missing(const Field& field) {
    if (field.required) {
        out.findings.push_back({form::missing(field), true});
    }
}

void Reader::simple(const Field& field) {
    auto read = read_simple(field, typed(answers, field.key));
    if (!read) {
        fault(field.label, std::move(read).error(), field.key);
    } else if (!*read) {
        missing(field);
    } else {
        out.values[field.key] = std::visit([](auto& value) { return Value(std::move(value)); }, **read);
    }
}

void Reader::read(const Field& field) {
    switch (field.kind) {
        case FieldKind::theme_shares:
            return theme_shares(field);
        case FieldKind::several:
            return several(field);
        case FieldKind::money_by_year:
            return money_by_year(field);
        case FieldKind::period:
            return period(field);
        case FieldKind::file:
            return file(field);
        case FieldKind::rows:
            return rows(field);
        case FieldKind::heading:
        case FieldKind::guidance:
            return;
        default:
            return simple(field);
    }
}

}  // namespace vastin::form
