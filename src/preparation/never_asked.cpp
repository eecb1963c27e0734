#include "preparation/never_asked.h"

#include <algorithm>
#include <set>

#include "application/made_up_values.h"
#include "form/asked.h"
#include "form/condition_values.h"

namespace vastin::preparation {

namespace {

using form::FieldKind;

constexpr std::size_t cases_most = 2000;

/// A question whose answer counts, with one answer of each kind; "" none.
struct Asked {
    std::string key;
    bool of_part = false;
    std::vector<std::string> answers;
};

struct Deciding {
    const call::Call& call;
    const application::Compared compared;
    std::vector<Asked> all{};
    std::set<std::string> seen{};
    std::size_t cases = 1;

    explicit Deciding(const call::Call& of) : call(of), compared(application::compared_in(of)) {}

    /// Adds what `condition` depends on; false where that cannot be gone through.
    bool add(const form::Condition& condition) {
        if (!condition) {
            return true;
        }
        const auto known = [&](const std::string& name) { return seen.contains(name) || add_question(name); };
        return form::decided_by_answers(condition) &&
               std::all_of(condition.names().begin(), condition.names().end(), known);
    }
    bool add_question(const std::string& key) {
        seen.insert(key);
        for (const form::Section& section : call.form.sections) {
            for (const form::Field& field : section.fields) {
                if (field.key != key) {
                    continue;
                }
                Asked asked{key, section.whose == form::Whose::part, kinds_of_answers(field)};
                cases *= asked.answers.size();
                all.push_back(std::move(asked));
                return !all.back().answers.empty() && cases <= cases_most && add(section.show) && add(field.show);
            }
        }
        return false;
    }
    /// None where they cannot be told apart.
    std::vector<std::string> kinds_of_answers(const form::Field& field) const {
        std::vector<std::string> answers{""};
        switch (field.kind) {
            case FieldKind::choice:
                for (const form::Option& option : field.options) {
                    answers.push_back(option.value);
                }
                return answers;
            case FieldKind::yes_no:
                return {"", "yes", "no"};
            case FieldKind::money:
                answers.insert(answers.end(),
                               {application::typed_sum(field.least), application::typed_sum(field.most)});
                break;
            case FieldKind::number:
                answers.insert(answers.end(), {std::to_string(field.number_least), std::to_string(field.number_most)});
                break;
            case FieldKind::percent:
                answers.insert(answers.end(), {"0", "100"});
                break;
            case FieldKind::day:
                answers.insert(answers.end(), {"1990-01-01", "2190-01-01"});
                break;
            default:
                return {};
        }
        const auto found = compared.find(field.key);
        if (found != compared.end()) {
            answers.insert(answers.end(), found->second.begin(), found->second.end());
        }
        return answers;
    }
};

}  // namespace

bool surely_never_asked(const call::Call& call, const std::string& key) {
    Deciding deciding(call);
    bool of_part = false;
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key) {
                of_part = section.whose == form::Whose::part;
                if (!deciding.add(section.show) || !deciding.add(field.show)) {
                    return false;
                }
            }
        }
    }
    for (std::size_t number = 0; number < deciding.cases; ++number) {
        form::Answers common, part;
        std::size_t rest = number;
        for (const Asked& asked : deciding.all) {
            (asked.of_part ? part : common)[asked.key] = asked.answers[rest % asked.answers.size()];
            rest /= asked.answers.size();
        }
        form::Checked common_read = form::check(call.form, form::Whose::common, common, {call.themes, {}});
        form::Checked part_read = form::check(call.form, form::Whose::part, part, {call.themes, {}});
        const std::array<form::Checked*, 1> parts{&part_read};
        form::leave_out(call.form, common_read, parts);
        if (!(of_part ? part_read : common_read).hidden.contains(key)) {
            return false;
        }
    }
    return true;
}

}  // namespace vastin::preparation
