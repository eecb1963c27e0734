// What makes a form of the data unusable, told when the call is loaded.
#include "form/unsound.h"

#include <set>

#include "form/letters.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

bool has_all(const Localised& text) { return !text.fi.empty() && !text.sv.empty() && !text.en.empty(); }

bool good_key(std::string_view key, std::string_view also = {}) {
    return !key.empty() && key.size() <= kit::limits::field_name / 2 && key.back() != '-' &&
           key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-" + std::string(also)) ==
               std::string_view::npos;
}

void judge_options(const Field& field, std::vector<Phrase>& faults) {
    if (field.kind == FieldKind::choice && field.options.size() < 2) {
        faults.push_back(say("Field {0}: a choice has at least two options.", field.key));
    }
    if (field.kind == FieldKind::several && field.options.empty()) {
        faults.push_back(say("Field {0}: there is nothing to choose from.", field.key));
    }
    if (field.options.size() > kit::limits::form_fields / 2) {
        faults.push_back(
            say("Field {0}: at most {1} options.", field.key, static_cast<std::int64_t>(kit::limits::form_fields / 2)));
    }
    if (field.kind != FieldKind::choice && field.kind != FieldKind::several && !field.options.empty()) {
        faults.push_back(say("Field {0}: only a choice has options.", field.key));
    }
    std::set<std::string> values;
    for (const Option& option : field.options) {
        if (!good_key(option.value, ".") || !has_all(option.name)) {
            faults.push_back(say(
                "Field {0}: an option has a value of a-z, 0-9, _, - and . and a name in each language.", field.key));
        }
        if (!values.insert(option.value).second) {
            faults.push_back(say("Field {0}: the option {1} stands twice.", field.key, option.value));
        }
    }
}

void judge_letters(const Field& field, std::vector<Phrase>& faults) {
    const bool letters = field.kind == FieldKind::line || field.kind == FieldKind::text;
    if (field.letters_most && !letters) {
        faults.push_back(say("Field {0}: only a line or a text counts letters.", field.key));
    }
    if (field.letters_most && letters && (*field.letters_most == 0 || letters_most(field) != *field.letters_most)) {
        Field unlimited = field;
        unlimited.letters_most.reset();
        faults.push_back(say("Field {0}: the most letters must be from 1 to {1}.",
                             field.key,
                             static_cast<std::int64_t>(letters_most(unlimited))));
    }
}

/// Heading and guidance: nothing but text.
void judge_text(const Field& field, std::vector<Phrase>& faults) {
    const std::size_t most = field.kind == FieldKind::heading ? kit::limits::line_letters : kit::limits::text_letters;
    if (!has_all(field.text)) {
        faults.push_back(say("Field {0}: the text is missing in some language.", field.key));
    }
    for (const Language language : languages) {
        if (count_letters(field.text.in(language)) > most) {
            faults.push_back(say("Field {0}: a text of at most {1} letters is expected; here are {2}.",
                                 field.key,
                                 static_cast<std::int64_t>(most),
                                 static_cast<std::int64_t>(count_letters(field.text.in(language)))));
        }
    }
}

void judge_field(const Field& field, std::vector<Phrase>& faults) {
    if (!good_key(field.key)) {
        faults.push_back(say("\"{0}\" is no key of a field: use a-z, 0-9, _ and -, at most {1} letters.",
                             field.key,
                             static_cast<std::int64_t>(kit::limits::field_name / 2)));
    }
    // names that a page posts beside its fields
    static const std::set<std::string_view> of_the_page{
        "form_secret", "version", "part", "stay", "back", "add_row", "remove_row", "add_files"};
    if (of_the_page.contains(field.key)) {
        faults.push_back(say("\"{0}\" cannot be the key of a field: the page uses it itself.", field.key));
    }
    if (!asks(field.kind)) {
        judge_text(field, faults);
        return;
    }
    if (!has_all(field.label)) {
        faults.push_back(say("Field {0}: the label is missing in some language.", field.key));
    }
    judge_letters(field, faults);
    if (field.least < Money() || field.most > largest_sum || field.least > field.most) {
        faults.push_back(say(
            "Field {0}: the limits of the sum must lie between 0 and {1}, the least first.", field.key, largest_sum));
    }
    if (field.number_least < -largest_number || field.number_most > largest_number ||
        field.number_least > field.number_most) {
        faults.push_back(say("Field {0}: the least number must not be above the most.", field.key));
    }
    judge_options(field, faults);
}

/// The columns of rows, and how many rows there may be.
void judge_rows(const Field& field, std::vector<Phrase>& faults) {
    const auto most = static_cast<std::int64_t>(kit::limits::rows_per_field);
    if (field.rows_most == 0 || field.rows_most > kit::limits::rows_per_field || field.rows_least > field.rows_most) {
        faults.push_back(say("Field {0}: at most {1} rows, and the least not above the most.", field.key, most));
    }
    if (field.columns.empty() || field.columns.size() > kit::limits::columns_per_field) {
        faults.push_back(say("Field {0}: rows have from 1 to {1} columns.",
                             field.key,
                             static_cast<std::int64_t>(kit::limits::columns_per_field)));
    }
    std::set<std::string> keys;
    for (const Field& column : field.columns) {
        judge_field(column, faults);
        if (!may_be_column(column.kind)) {
            faults.push_back(
                say("Field {0}: the column {1} is of a kind that a row cannot ask.", field.key, column.key));
        }
        if (!keys.insert(column.key).second) {
            faults.push_back(say("Field {0}: the column {1} stands twice.", field.key, column.key));
        }
        if (field.key.size() + column.key.size() + 4 > kit::limits::field_name) {
            faults.push_back(
                say("Field {0}: its key and that of the column {1} are too long together.", field.key, column.key));
        }
    }
}

/// How many names a page of the section posts at most.
std::size_t inputs(const Section& section) {
    constexpr std::size_t themes_at_most = 20, years_at_most = 20;
    std::size_t all = 0;
    for (const Field& field : section.fields) {
        switch (field.kind) {
            case FieldKind::several:
                all += field.options.size() + 1;
                break;
            case FieldKind::theme_shares:
                all += themes_at_most;
                break;
            case FieldKind::money_by_year:
                all += years_at_most;
                break;
            case FieldKind::period:
                all += 2;
                break;
            case FieldKind::rows:
                all += field.rows_most * field.columns.size();
                break;
            case FieldKind::file:
            case FieldKind::heading:
            case FieldKind::guidance:
                break;
            default:
                ++all;
        }
    }
    return all;
}

void judge_section(const Section& section, std::vector<Phrase>& faults) {
    constexpr std::size_t of_the_page = 10;  // secret, version, the button
    if (!has_all(section.title)) {
        faults.push_back(say("Section {0}: the title is missing in some language.", section.key));
    }
    const std::size_t posted = inputs(section), most = kit::limits::form_fields - of_the_page;
    if (posted > most) {
        faults.push_back(
            say("Section {0}: one page holds at most {1} inputs; this has {2}. Part it into several sections.",
                section.key,
                static_cast<std::int64_t>(most),
                static_cast<std::int64_t>(posted)));
    }
}

}  // namespace

std::vector<Unsound> unsound_at(const Form& form) {
    std::vector<Unsound> all;
    std::set<std::string> keys, sections;
    std::size_t questions = 0;
    for (std::size_t s = 0; s < form.sections.size(); ++s) {
        const Section& section = form.sections[s];
        std::vector<Phrase> faults;
        const auto add = [&](std::optional<std::size_t> field, const std::string& key) {
            for (Phrase& why : faults) {
                all.push_back({std::move(why), s, field, key});
            }
            faults.clear();
        };
        if (!good_key(section.key) || !sections.insert(section.key).second) {
            faults.push_back(say("\"{0}\" is no key of a section, or stands twice.", section.key));
        }
        add({}, "key");
        judge_section(section, faults);
        add({}, "");
        questions += section.fields.size();
        for (std::size_t f = 0; f < section.fields.size(); ++f) {
            const Field& field = section.fields[f];
            judge_field(field, faults);
            if (field.kind == FieldKind::rows) {
                judge_rows(field, faults);
            }
            add(f, "");
            if (!keys.insert(field.key).second) {
                faults.push_back(say("The key {0} stands twice in the form.", field.key));
            }
            add(f, "key");
        }
    }
    if (questions > kit::limits::questions_per_call) {
        all.push_back({say("A form asks at most {0} questions; this asks {1}.",
                           static_cast<std::int64_t>(kit::limits::questions_per_call),
                           static_cast<std::int64_t>(questions))});
    }
    return all;
}

std::vector<Phrase> unsound(const Form& form) {
    std::vector<Phrase> all;
    for (Unsound& one : unsound_at(form)) {
        all.push_back(std::move(one.why));
    }
    return all;
}

}  // namespace vastin::form
