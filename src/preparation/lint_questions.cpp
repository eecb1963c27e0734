// The form as it is read from top to bottom: what is asked too late, what the program needs to know and nobody asks.
#include <algorithm>
#include <map>

#include "application/application.h"
#include "form/silent.h"
#include "preparation/lint_parts.h"

namespace vastin::preparation {

namespace {

namespace key = application::key;

struct Place {
    std::size_t section = 0, field = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

std::string section_path(std::size_t section) { return "form.sections[" + std::to_string(section + 1) + "]"; }
std::string field_path(Place at) { return section_path(at.section) + ".fields[" + std::to_string(at.field + 1) + "]"; }

/// A question that appears by an answer further down surprises: one has passed it by then.
void look_at_order(Lint& lint) {
    const auto& sections = lint.call.form.sections;
    std::map<std::string, Place> places;
    for (std::size_t s = 0; s < sections.size(); ++s) {
        for (std::size_t f = 0; f < sections[s].fields.size(); ++f) {
            places.emplace(sections[s].fields[f].key, Place{s, f});
        }
    }
    const auto look = [&](const form::Condition& show, Place at, const std::string& path, const Phrase& what) {
        for (const std::string& name : show.names()) {
            const auto asked = places.find(name.substr(0, name.find('.')));
            if (asked != places.end() && asked->second > at) {
                const form::Field& later = sections[asked->second.section].fields[asked->second.field];
                lint.warn(
                    "asked-later",
                    path,
                    say("\"{0}\" is shown by the answer to \"{1}\", which is asked further down. Move that question "
                        "before it.",
                        what,
                        later.label));
                return;
            }
        }
    };
    for (std::size_t s = 0; s < sections.size(); ++s) {
        look(sections[s].show, {s, 0}, section_path(s) + ".show", sections[s].title);
        for (std::size_t f = 0; f < sections[s].fields.size(); ++f) {
            const form::Field& field = sections[s].fields[f];
            look(field.show, {s, f}, field_path({s, f}) + ".show", form::asks(field.kind) ? field.label : field.text);
        }
    }
}

/// Whether the form asks `key` of everybody.
bool asked_of_all(const call::Call& call, const char* key) {
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key) {
                return field.required && !field.show && !section.show;
            }
        }
    }
    return false;
}

void look_at_needed(Lint& lint) {
    const call::Call& call = lint.call;
    if (!asked_of_all(call, key::name)) {
        lint.warn(
            "no-name",
            "form.sections",
            say("The form does not ask everybody for the name of the project (project_name): lists and letters show "
                "none. Add the question, required."));
    }
    const bool dated = asked_of_all(call, key::starts) && asked_of_all(call, key::ends);
    if (call.rules.longest && !dated) {
        lint.warn(
            "no-days",
            "funding.longest.months",
            say("A project lasts at most {0} months, but the form does not ask everybody for its first and last day "
                "(starts, ends): nobody is judged by it. Add the questions, required.",
                std::int64_t{call.rules.longest->count}));
    }
}

/// A rule that is not known is not broken: who leaves the question empty gets past it.
void look_at_silence(Lint& lint) {
    const auto& rules = lint.call.own_rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        for (const std::string& key : form::unknown_when_empty(rules[i].check)) {
            const form::Field* field = form::find_field(lint.call.form, key);
            const bool thought_of = field == nullptr || field->required || field->require || rules[i].wish ||
                                    form::asks_whether_answered(rules[i].check, key) ||
                                    form::asks_whether_answered(rules[i].when, key);
            if (!thought_of) {
                lint.warn("silent-rule",
                          "rules[" + std::to_string(i + 1) + "].check",
                          say("The rule \"{0}\" is not broken where \"{1}\" is left empty: it is not known then. Make "
                              "the question required, or add \"{2} is answered\" to the rule.",
                              rules[i].name ? Phrase(*rules[i].name) : say("{0}", rules[i].key),
                              field->label,
                              key));
            }
        }
    }
}

}  // namespace

void look_at_questions(Lint& lint) {
    look_at_order(lint);
    look_at_needed(lint);
    look_at_silence(lint);
}

}  // namespace vastin::preparation
