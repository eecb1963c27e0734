#include "form/form.h"

#include <algorithm>

#include "form/reader.h"
#include "kit/limits.h"

namespace vastin::form {

namespace {

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
    constexpr int end = 2200 * 12;  // the calendar ends with 2199: who gets beyond it is not too long
    if (first.year() * 12 + first.month() - 1 + most.count >= end) {
        return std::nullopt;
    }
    const Date latest = days_later(months_later(first, most), -1);
    if (last <= latest) {
        return std::nullopt;
    }
    return Reason{
        say_count(most.count,
                  "The project lasts at most one month: with the first day {1} the last day is {2} at the latest.",
                  "The project lasts at most {0} months: with the first day {1} the last day is {2} at the latest.",
                  std::int64_t{most.count},
                  first,
                  latest),
        std::move(field)};
}

}  // namespace vastin::form
