#include "organisation/organisation_load.h"

#include <algorithm>

namespace vastin::organisation {

namespace {

using kit::Toml;

/// A number of `table` at `key`, which must be written as it is kept.
Number number_at(const Toml& table, std::string_view key, Number::Register of) {
    const std::string typed = table.text(key);
    const auto read =
        of == Number::Register::business ? form::read_business_id(typed) : form::read_association_number(typed);
    if (!read || *read != typed) {
        table.fault(key,
                    std::string("expected ") +
                        (of == Number::Register::business ? "a business ID such as 0245895-5, its check digit fitting"
                                                          : "an association number such as 123.456") +
                        ", found \"" + typed + "\"");
    }
    return {of, typed};
}

Number read_number(const Toml& table) {
    const auto association = table.text_if("association_number");
    if (association && table.has("business_id")) {
        table.fault("association_number", "an organisation with a business ID is known by it alone");
    }
    return association ? number_at(table, "association_number", Number::Register::association)
                       : number_at(table, "business_id", Number::Register::business);
}

Kind read_kind_of(const Toml& table) {
    const std::string word = table.text("kind");
    const auto kind = read_kind(word);
    if (!kind && !word.empty()) {
        std::string known;
        for (const Kind one : kinds) {
            known += (known.empty() ? "" : ", ") + std::string(code(one));
        }
        table.fault("kind", "expected one of " + known + ", found \"" + word + "\"");
    }
    return kind.value_or(Kind::other);
}

std::vector<Localised> read_units(const Toml& table) {
    std::vector<Localised> units;
    for (const Toml& unit : table.tables("units")) {
        Localised name = unit.words("name");
        const bool twice = std::any_of(
            units.begin(), units.end(), [&](const Localised& other) { return folded(other.fi) == folded(name.fi); });
        if (twice && !name.fi.empty()) {
            unit.fault("name", "\"" + name.fi + "\" stands twice");
        }
        units.push_back(std::move(name));
    }
    return units;
}

}  // namespace

std::vector<Entry> load(const std::string& name, std::string_view text, kit::Faults& faults) {
    const Toml root = Toml::read(name, text, faults);
    std::vector<Entry> all;
    for (const Toml& table : root.tables("organisations")) {
        Entry entry{read_number(table), read_kind_of(table), table.words("name"), read_units(table)};
        const bool twice =
            std::any_of(all.begin(), all.end(), [&](const Entry& other) { return other.number == entry.number; });
        if (twice && !entry.number.text.empty()) {
            table.fault(entry.number.of == Number::Register::business ? "business_id" : "association_number",
                        "\"" + entry.number.text + "\" stands twice");
        }
        all.push_back(std::move(entry));
    }
    root.finish();
    return all;
}

}  // namespace vastin::organisation
