#include "application/field_inputs.h"

#include <algorithm>

#include "form/read.h"

namespace vastin::application {

namespace {

page::FieldView::Kind kind_of(form::FieldKind kind) {
    switch (kind) {
        case form::FieldKind::text:
            return page::FieldView::Kind::text;
        case form::FieldKind::day:
            return page::FieldView::Kind::day;
        case form::FieldKind::money:
            return page::FieldView::Kind::money;
        case form::FieldKind::choice:
            return page::FieldView::Kind::choice;
        case form::FieldKind::theme_shares:
            return page::FieldView::Kind::percent;
        case form::FieldKind::email:
            return page::FieldView::Kind::email;
        case form::FieldKind::phone:
            return page::FieldView::Kind::phone;
        case form::FieldKind::number:
            return page::FieldView::Kind::number;
        case form::FieldKind::percent:
            return page::FieldView::Kind::percent;
        case form::FieldKind::yes_no:
            return page::FieldView::Kind::choice;
        default:
            break;
    }
    return page::FieldView::Kind::line;
}

/// One input for each theme, in a group of its own.
void theme_fields(kit::View& view,
                  const call::Call& call,
                  const form::Field& field,
                  const form::Answers& answers,
                  const std::vector<Reason>& reasons) {
    kit::View group = view.row("GROUP");
    head(group, field, reasons, false);
    for (const form::Theme& theme : call.themes) {
        const std::string key = field.key + "." + theme.id;
        kit::View one = group.row("SHARES");
        page::field(one,
                    "FIELD",
                    {key,
                     page::FieldView::Kind::percent,
                     theme.name,
                     {},
                     answer(answers, key),
                     page::reasons_at(reasons, key),
                     {},
                     {}});
    }
}

/// Boxes to tick, under the name of their group.
void boxes(kit::View& view,
           const form::Field& field,
           const form::Answers& answers,
           const std::vector<Reason>& reasons) {
    kit::View several = view.row("SEVERAL");
    head(several, field, reasons, false);
    std::optional<std::string> under;
    std::optional<kit::View> listed;
    for (const form::Option& option : field.options) {
        if (!listed || under != option.group.fi) {
            listed.emplace(several.row("LISTED"));
            if (!option.group.fi.empty()) {
                kit::View name = listed->row("UNDER");
                name.set("GROUP", option.group);
                name.set("ID", field.key + "-of-" + option.value);
            }
            under = option.group.fi;
        }
        kit::View entry = listed->row("ENTRY");
        const std::string name = field.key + "." + option.value;
        entry.set("NAME", name);
        entry.set("OPTION", option.name);
        entry.show_if("TICKED", !form::trimmed(answer(answers, name)).empty());
    }
}

/// A sum typed for a year; nothing where it cannot be read.
Money sum_in(const form::Answers& answers, const std::string& name) {
    const auto read = form::read_money(answer(answers, name));
    return read ? *read : Money();
}

/// What the cost model adds to the pay, year by year, and what they sum to.
void computed_rows(kit::View& table, const call::Call& call, const std::vector<int>& years, const Filled& filled) {
    std::vector<Money> pay;
    for (int year : years) {
        pay.push_back(sum_in(filled.answers, std::string(key::pay) + "." + std::to_string(year)));
    }
    kit::View computed = table.row("COMPUTED");
    const funding::CostModel& model = call.rules.cost_models.front();
    const auto rates = funding::flat_rates(model, pay);
    kit::View rate = computed.row("RATE");
    rate.set("NAME", say("Flat rate, {0} of pay", model.rate));
    kit::View whole = computed.row("WHOLE");
    for (std::size_t i = 0; i < years.size(); ++i) {
        for (auto* row : {&rate, &whole}) {
            kit::View cell = row->row("CELL");
            cell.set("YEAR", std::to_string(years[i]));
            cell.set("SUM", row == &rate ? rates[i] : pay[i] + rates[i]);
        }
    }
    rate.set("TOTAL", filled.money->costs.added.value);
    whole.set("TOTAL", filled.money->costs.total.value);
}

/// A row of inputs, one for each calendar year.
void year_fields(kit::View& view, const call::Call& call, const form::Field& field, const Filled& filled) {
    kit::View group = view.row("YEARS");
    head(group, field, filled.reasons, true);
    const auto years = form::years_shown(filled.answers, field.key, filled.years);
    if (years.empty()) {
        group.row("NO_YEARS").set("ADDRESS", filled.days_section);
        return;
    }
    kit::View table = group.row("TABLE");
    Money total;
    for (int year : years) {
        const std::string text = std::to_string(year), name = field.key + "." + text;
        table.row("YEAR").set("YEAR", text);
        kit::View cell = table.row("CELL");
        cell.set("YEAR", text);
        cell.set("NAME", name);
        cell.set("VALUE", answer(filled.answers, name));
        cell.show_if("BAD", !page::reasons_at(filled.reasons, name).empty());
        total += sum_in(filled.answers, name);
    }
    table.set("TOTAL", total);
    // other models work out more than a year's pay tells; the plan shows it
    if (field.key == key::pay && filled.money && call.rules.cost_models.size() == 1 &&
        funding::only_flat_rate_on_pay(call.rules, call.rules.cost_models.front())) {
        computed_rows(table, call, years, filled);
    }
}

void single(kit::View& view, const form::Field& field, const Filled& filled) {
    page::FieldView shown = input(field, field.key, filled);
    shown.autocomplete = field.autocomplete;
    page::field(view, "FIELD", shown);
}

/// Two days beside each other.
void period_fields(kit::View& view, const form::Field& field, const Filled& filled) {
    kit::View group = view.row("PERIOD");
    head(group, field, filled.reasons, false);
    for (const bool first : {true, false}) {
        const std::string name = field.key + (first ? ".first" : ".last");
        kit::View day = group.row("DAY");
        page::FieldView shown;
        shown.key = name;
        shown.kind = page::FieldView::Kind::day;
        shown.label = first ? say("First day") : say("Last day");
        shown.value = answer(filled.answers, name);
        shown.errors = page::reasons_at(filled.reasons, name);
        page::field(day, "FIELD", shown);
    }
}

/// The files of a place, with a button that saves the section and opens the page on which they are added.
void place_files(kit::View& view, const call::Call& call, const form::Field& field, const Filled& filled) {
    kit::View group = view.row("PLACE_FILES");
    head(group, field, filled.reasons, false);
    group.set("PLACE", field.place);
    if (const auto* place = call::find_place(call, field.place)) {
        group.row("LIMITED").set("LIMITS", call::limits_of(*place));
    }
    bool none = true;
    for (const PlacedFile& file : filled.files) {
        if (file.place == field.place) {
            kit::View row = group.row("FILE");
            row.set("NAME", file.name);
            row.set("ADDRESS", file.address);
            none = false;
        }
    }
    group.show(none ? "NONE" : "SOME");
}

/// A text without an answer; an empty line parts its paragraphs.
void read_only(kit::View& view, const form::Field& field) {
    if (field.kind == form::FieldKind::heading) {
        kit::View heading = view.row("HEADING");
        heading.set("KEY", field.key);
        heading.set("TEXT", field.text);
        return;
    }
    kit::View guidance = view.row("GUIDANCE");
    guidance.set("KEY", field.key);
    for (const std::string& paragraph : paragraphs(field.text.in(view.language()))) {
        guidance.row("PARAGRAPH").set("TEXT", paragraph);
    }
}

}  // namespace

page::FieldView input(const form::Field& field, const std::string& name, const Filled& filled) {
    page::FieldView shown;
    shown.key = name;
    shown.kind = kind_of(field.kind);
    shown.label = field.label;
    shown.value = answer(filled.answers, name);
    shown.errors = page::reasons_at(filled.reasons, name);
    if (!field.hint.fi.empty()) {
        shown.hint = field.hint;
    }
    if (!field.unit.fi.empty()) {
        shown.unit = field.unit;
    }
    for (const form::Option& option : field.options) {
        shown.options.push_back({option.value, option.name, {}});
    }
    if (field.kind == form::FieldKind::yes_no) {
        shown.options = {{"yes", say("Yes"), {}}, {"no", say("No"), {}}};
    }
    if (field.kind == form::FieldKind::text) {
        shown.letters_most = form::letters_most(field);
    }
    return shown;
}

std::string answer(const form::Answers& answers, const std::string& key) {
    const auto found = answers.find(key);
    return found == answers.end() ? std::string() : found->second;
}

/// Label, hint and errors of a field that is a group of inputs. With `all` also the errors of its inputs.
void head(kit::View& group, const form::Field& field, const std::vector<Reason>& reasons, bool all) {
    group.set("KEY", field.key);
    group.set("LABEL", field.label);
    if (!field.hint.fi.empty()) {
        group.row("HINTED").set("HINT", field.hint);
    }
    bool wrong = false;
    for (const Reason& reason : reasons) {
        if (all ? form::belongs(reason.field, field.key) : reason.field == field.key) {
            group.row("ERROR").set("TEXT", reason.phrase);
            wrong = true;
        }
    }
    group.show_if("WRONG", wrong);
}

std::vector<std::string> paragraphs(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", at), text.size());
        const std::string_view one = form::trimmed(std::string_view(text).substr(at, end - at));
        if (!one.empty()) {
            all.emplace_back(one);
        }
        at = end + 2;
    }
    return all;
}

void fields(kit::View& view, const call::Call& call, const form::Section& section, const Filled& filled) {
    for (const form::Field& field : section.fields) {
        if (filled.hidden != nullptr && filled.hidden->contains(field.key)) {
            continue;
        }
        kit::View row = view.row("FIELDS");
        switch (field.kind) {
            case form::FieldKind::theme_shares:
                theme_fields(row, call, field, filled.answers, filled.reasons);
                break;
            case form::FieldKind::several:
                boxes(row, field, filled.answers, filled.reasons);
                break;
            case form::FieldKind::money_by_year:
                year_fields(row, call, field, filled);
                break;
            case form::FieldKind::period:
                period_fields(row, field, filled);
                break;
            case form::FieldKind::file:
                place_files(row, call, field, filled);
                break;
            case form::FieldKind::rows:
                row_fields(row, field, filled);
                break;
            case form::FieldKind::heading:
            case form::FieldKind::guidance:
                read_only(row, field);
                break;
            default: {
                kit::View plain = row.row("SINGLE");
                single(plain, field, filled);
            }
        }
    }
}

}  // namespace vastin::application
