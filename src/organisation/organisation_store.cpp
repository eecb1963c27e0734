#include "organisation/organisation_store.h"

namespace vastin::organisation {

namespace {

using Row =
    std::tuple<Id<Organisation>, std::string, std::string, std::string, std::string, std::string, std::string, bool>;

Organisation of_row(Row&& row) {
    auto& [id, of, number, kind, fi, sv, en, checked] = row;
    return {id,
            {of == "business" ? Number::Register::business : Number::Register::association, std::move(number)},
            read_kind(kind).value_or(Kind::other),
            {std::move(fi), std::move(sv), std::move(en)},
            checked ? Name::checked : Name::typed};
}

using UnitRow = std::tuple<Id<Unit>, std::string, std::string, std::string, bool>;

Unit of_row(UnitRow&& row) {
    auto& [id, fi, sv, en, checked] = row;
    return {id, {std::move(fi), std::move(sv), std::move(en)}, checked ? Name::checked : Name::typed};
}

/// What searching looks at: all names and the number, a line each.
std::string folded_of(const Organisation& one) {
    return folded(one.name.fi) + "\n" + folded(one.name.sv) + "\n" + folded(one.name.en) + "\n" + one.number.text;
}

/// `text` inside of a LIKE pattern, its own marks escaped by "!".
std::string pattern(std::string_view text) {
    std::string made = "%";
    for (char letter : text) {
        made += letter == '%' || letter == '_' || letter == '!' ? "!" : "";
        made += letter;
    }
    return made + "%";
}

}  // namespace

std::optional<Organisation> find(kit::Transaction& t, const Number& number) {
    auto row = t.maybe<Id<Organisation>,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       bool>(
        R"sql(SELECT id, register, number, kind, name_fi, name_sv, name_en, checked FROM organisation_body WHERE number = :number)sql",
        number.text);
    return row ? std::optional(of_row(std::move(*row))) : std::nullopt;
}

std::optional<Organisation> find(kit::Transaction& t, Id<Organisation> id) {
    auto row = t.maybe<Id<Organisation>,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       bool>(
        R"sql(SELECT id, register, number, kind, name_fi, name_sv, name_en, checked FROM organisation_body WHERE id = :id)sql",
        id);
    return row ? std::optional(of_row(std::move(*row))) : std::nullopt;
}

std::vector<Unit> units(kit::Transaction& t, Id<Organisation> of) {
    std::vector<Unit> all;
    for (
        auto& row : t.rows<Id<Unit>, std::string, std::string, std::string, bool>(
            R"sql(SELECT id, name_fi, name_sv, name_en, checked FROM organisation_unit WHERE organisation = :organisation ORDER BY folded)sql",
            of)) {
        all.push_back(of_row(std::move(row)));
    }
    return all;
}

std::optional<Unit> find_unit(kit::Transaction& t, Id<Organisation> of, Id<Unit> unit) {
    auto row = t.maybe<Id<Unit>, std::string, std::string, std::string, bool>(
        R"sql(SELECT id, name_fi, name_sv, name_en, checked FROM organisation_unit WHERE organisation = :organisation AND id = :id)sql",
        of,
        unit);
    return row ? std::optional(of_row(std::move(*row))) : std::nullopt;
}

std::optional<Unit> find_unit(kit::Transaction& t, Id<Organisation> of, std::string_view name) {
    auto row = t.maybe<Id<Unit>, std::string, std::string, std::string, bool>(
        R"sql(SELECT id, name_fi, name_sv, name_en, checked FROM organisation_unit WHERE organisation = :organisation AND folded = :folded)sql",
        of,
        folded(name));
    return row ? std::optional(of_row(std::move(*row))) : std::nullopt;
}

std::vector<Organisation> search(kit::Transaction& t, std::string_view text, std::int64_t most) {
    std::vector<Organisation> all;
    const std::string sought = folded(text);
    if (sought.empty()) {
        return all;
    }
    for (auto& row :
         t.rows<Id<Organisation>, std::string, std::string, std::string, std::string, std::string, std::string, bool>(
             R"sql(SELECT id, register, number, kind, name_fi, name_sv, name_en, checked FROM organisation_body
                  WHERE checked = 1 AND folded LIKE :pattern ESCAPE '!' ORDER BY folded LIMIT :most)sql",
             pattern(sought),
             most)) {
        all.push_back(of_row(std::move(row)));
    }
    return all;
}

bool put_organisation(kit::Transaction& t, const Organisation& one, const Added& added) {
    return t.change(
               R"sql(INSERT INTO organisation_body (id, register, number, kind, name_fi, name_sv, name_en, folded, checked, added_by, added)
                     VALUES (:id, :register, :number, :kind, :fi, :sv, :en, :folded, :checked, :added_by, :added) ON CONFLICT DO NOTHING)sql",
               one.id,
               code(one.number.of),
               one.number.text,
               code(one.kind),
               one.name.fi,
               one.name.sv,
               one.name.en,
               folded_of(one),
               one.standing == Name::checked,
               added.by,
               added.at) == 1;
}

void change_organisation(kit::Transaction& t, const Organisation& one) {
    t.change(
        R"sql(UPDATE organisation_body SET kind = :kind, name_fi = :fi, name_sv = :sv, name_en = :en, folded = :folded, checked = :checked
              WHERE id = :id)sql",
        code(one.kind),
        one.name.fi,
        one.name.sv,
        one.name.en,
        folded_of(one),
        one.standing == Name::checked,
        one.id);
}

bool put_unit(kit::Transaction& t, Id<Organisation> of, const Unit& unit, const Added& added) {
    return t.change(
               R"sql(INSERT INTO organisation_unit (id, organisation, name_fi, name_sv, name_en, folded, checked, added_by, added)
                     VALUES (:id, :organisation, :fi, :sv, :en, :folded, :checked, :added_by, :added) ON CONFLICT DO NOTHING)sql",
               unit.id,
               of,
               unit.name.fi,
               unit.name.sv,
               unit.name.en,
               folded(unit.name.fi),
               unit.standing == Name::checked,
               added.by,
               added.at) == 1;
}

void change_unit(kit::Transaction& t, const Unit& unit) {
    t.change(
        R"sql(UPDATE organisation_unit SET name_fi = :fi, name_sv = :sv, name_en = :en, checked = :checked WHERE id = :id)sql",
        unit.name.fi,
        unit.name.sv,
        unit.name.en,
        unit.standing == Name::checked,
        unit.id);
}

std::int64_t count_added(kit::Transaction& t, const std::string& by) {
    const auto [organisations] =
        t.one<std::int64_t>(R"sql(SELECT count(*) FROM organisation_body WHERE added_by = :added_by)sql", by);
    const auto [units] =
        t.one<std::int64_t>(R"sql(SELECT count(*) FROM organisation_unit WHERE added_by = :added_by)sql", by);
    return organisations + units;
}

}  // namespace vastin::organisation
