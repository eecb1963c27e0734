// Names in a post: which field takes which, and which years have a sum.
#include <algorithm>
#include <set>

#include "form/form.h"
#include "form/read.h"

namespace vastin::form {

namespace {

std::string theme_key(const Field& field, const Theme& theme) { return field.key + "." + theme.id; }

/// The year at the end of "pay.2026", or nothing.
std::optional<int> year_in(std::string_view name, std::string_view key) {
    if (!belongs(name, key) || name.size() != key.size() + 5) {
        return std::nullopt;
    }
    int year = 0;
    for (char figure : name.substr(key.size() + 1)) {
        if (figure < '0' || figure > '9') {
            return std::nullopt;
        }
        year = year * 10 + (figure - '0');
    }
    return year >= 1900 && year <= 2199 ? std::optional(year) : std::nullopt;
}

/// The name under which a field takes `name` from a post, or nothing.
bool takes(const Field& field, std::string_view name, std::span<const Theme> themes) {
    if (field.kind == FieldKind::theme_shares) {
        return std::any_of(
            themes.begin(), themes.end(), [&](const Theme& theme) { return theme_key(field, theme) == name; });
    }
    if (field.kind == FieldKind::money_by_year) {
        return year_in(name, field.key).has_value();
    }
    return field.kind != FieldKind::several && name == field.key;
}

void take_several(const Field& field, const kit::Fields& posted, Answers& taken) {
    const bool whole = posted.has(field.key);
    for (const Option& option : field.options) {
        const std::string name = field.key + "." + option.value;
        if (posted.has(name)) {
            taken[name] = posted.get(name).empty() ? "" : "1";
        } else if (whole) {
            taken[name] = "";
        }
    }
}

}  // namespace

Answers take(const Form& form, Whose whose, const kit::Fields& posted, std::span<const Theme> themes) {
    Answers taken;
    for (const Section& section : form.sections) {
        if (section.whose == whose) {
            const Answers more = take(section, posted, themes);
            taken.insert(more.begin(), more.end());
        }
    }
    return taken;
}

Answers take(const Section& section, const kit::Fields& posted, std::span<const Theme> themes) {
    Answers taken;
    for (const Field& field : section.fields) {
        if (field.kind == FieldKind::several) {
            take_several(field, posted, taken);
        }
    }
    for (const auto& [name, value] : posted.all()) {
        const std::string_view key = std::string_view(name).substr(0, name.find('.'));
        const auto field = std::find_if(
            section.fields.begin(), section.fields.end(), [&](const Field& one) { return one.key == key; });
        if (field != section.fields.end() && takes(*field, name, themes)) {
            taken[name] = value;
        }
    }
    return taken;
}

bool belongs(std::string_view name, std::string_view key) {
    return name.starts_with(key) && (name.size() == key.size() || name[key.size()] == '.');
}

std::vector<int> years_shown(const Answers& answers, std::string_view key, std::span<const int> years) {
    std::set<int> all(years.begin(), years.end());
    for (auto at = answers.lower_bound(std::string(key)); at != answers.end() && at->first.starts_with(key); ++at) {
        const auto year = year_in(at->first, key);
        if (year && !trimmed(at->second).empty()) {
            all.insert(*year);
        }
    }
    return {all.begin(), all.end()};
}

std::vector<int> years_of(Date first, Date last) {
    constexpr int most = 20;
    std::vector<int> years;
    for (int year = first.year(); first <= last && year <= last.year() && years.size() <= most; ++year) {
        years.push_back(year);
    }
    return years.size() > most ? std::vector<int>() : years;
}

Answers merge(Answers saved, const Answers& newer) {
    for (const auto& [key, value] : newer) {
        saved[key] = value;
    }
    return saved;
}

}  // namespace vastin::form
