// Names in a post: which field takes which, and which years have a sum.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "form/form.h"
#include "form/read.h"
#include "form/takes.h"

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

/// Whether a field takes `name` from a post.
bool takes(const Field& field, std::string_view name, std::span<const Theme> themes) {
    switch (field.kind) {
        case FieldKind::theme_shares:
            return std::any_of(
                themes.begin(), themes.end(), [&](const Theme& theme) { return theme_key(field, theme) == name; });
        case FieldKind::money_by_year:
            return year_in(name, field.key).has_value();
        case FieldKind::period:
            return name == field.key + ".first" || name == field.key + ".last";
        case FieldKind::rows:
            return takes_cell(field, name);
        case FieldKind::several:  // by take_several()
        case FieldKind::file:
        case FieldKind::heading:
        case FieldKind::guidance:
            return false;
        default:
            return name == field.key;
    }
}

using Posted = std::map<std::string_view, std::string_view>;

void take_several(const Field& field, const Posted& posted, Answers& taken) {
    const bool whole = posted.contains(field.key);
    for (const Option& option : field.options) {
        std::string name = field.key + "." + option.value;
        const auto ticked = posted.find(name);
        if (ticked != posted.end() || whole) {
            taken.emplace(std::move(name), ticked == posted.end() || ticked->second.empty() ? "" : "1");
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
    const Posted names(posted.all().begin(), posted.all().end());
    std::unordered_map<std::string_view, const Field*> fields;
    for (const Field& field : section.fields) {
        fields.emplace(field.key, &field);
        if (field.kind == FieldKind::several) {
            take_several(field, names, taken);
        }
    }
    for (const auto& [name, value] : posted.all()) {
        const auto field = fields.find(std::string_view(name).substr(0, name.find('.')));
        if (field != fields.end() && takes(*field->second, name, themes)) {
            taken[name] = value;
        }
    }
    return taken;
}

bool takes_answer(const Field& field, std::string_view name, std::span<const Theme> themes) {
    if (field.kind != FieldKind::several) {
        return takes(field, name, themes);
    }
    return std::any_of(field.options.begin(), field.options.end(), [&](const Option& option) {
        return name == field.key + "." + option.value;
    });
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
