// What makes a form of the data unusable, told when the call is loaded.
#include <set>

#include "form/form.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

bool has_all(const Localised& text) { return !text.fi.empty() && !text.sv.empty() && !text.en.empty(); }

bool good_key(std::string_view key, std::string_view also = {}) {
    return !key.empty() && key.size() <= kit::limits::field_name / 2 &&
           key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_" + std::string(also)) == std::string_view::npos;
}

void judge_options(const Field& field, std::vector<Phrase>& faults) {
    if (field.kind == FieldKind::choice && field.options.size() < 2) {
        faults.push_back(say("Field {0}: a choice has at least two options.", field.key));
    }
    if (field.kind == FieldKind::several && field.options.empty()) {
        faults.push_back(say("Field {0}: there is nothing to choose from.", field.key));
    }
    if (field.kind != FieldKind::choice && field.kind != FieldKind::several && !field.options.empty()) {
        faults.push_back(say("Field {0}: only a choice has options.", field.key));
    }
    std::set<std::string> values;
    for (const Option& option : field.options) {
        if (!good_key(option.value, ".") || !has_all(option.name)) {
            faults.push_back(
                say("Field {0}: an option has a value of a-z, 0-9 and _ and a name in each language.", field.key));
        }
        if (!values.insert(option.value).second) {
            faults.push_back(say("Field {0}: the option {1} stands twice.", field.key, option.value));
        }
    }
}

void judge_field(const Field& field, std::vector<Phrase>& faults) {
    if (!good_key(field.key)) {
        faults.push_back(say("\"{0}\" is no key of a field: use a-z, 0-9 and _, at most {1} letters.",
                             field.key,
                             static_cast<std::int64_t>(kit::limits::field_name / 2)));
    }
    if (!has_all(field.label)) {
        faults.push_back(say("Field {0}: the label is missing in some language.", field.key));
    }
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
    if (field.least < Money() || field.most > largest_sum || field.least > field.most) {
        faults.push_back(say(
            "Field {0}: the limits of the sum must lie between 0 and {1}, the least first.", field.key, largest_sum));
    }
    judge_options(field, faults);
}

}  // namespace

std::vector<Phrase> unsound(const Form& form) {
    std::vector<Phrase> faults;
    std::set<std::string> keys;
    std::set<std::string> sections;
    for (const Section& section : form.sections) {
        if (!good_key(section.key) || !sections.insert(section.key).second) {
            faults.push_back(say("\"{0}\" is no key of a section, or stands twice.", section.key));
        }
        if (!has_all(section.title)) {
            faults.push_back(say("Section {0}: the title is missing in some language.", section.key));
        }
        for (const Field& field : section.fields) {
            judge_field(field, faults);
            if (!keys.insert(field.key).second) {
                faults.push_back(say("The key {0} stands twice in the form.", field.key));
            }
        }
    }
    return faults;
}

}  // namespace vastin::form
