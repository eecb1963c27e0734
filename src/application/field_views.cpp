#include "application/field_views.h"

#include "form/read.h"
#include "form/read_codes.h"

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
        default:
            break;
    }
    return page::FieldView::Kind::line;
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
    rate.set("TOTAL", filled.money->costs.flat_rate.value);
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
    if (field.key == key::pay && filled.money && !call.rules.cost_models.empty()) {
        computed_rows(table, call, years, filled);
    }
}

void single(kit::View& view, const form::Field& field, const Filled& filled) {
    page::FieldView shown{field.key,
                          kind_of(field.kind),
                          field.label,
                          {},
                          answer(filled.answers, field.key),
                          page::reasons_at(filled.reasons, field.key),
                          {},
                          field.autocomplete};
    if (!field.hint.fi.empty()) {
        shown.hint = field.hint;
    }
    for (const form::Option& option : field.options) {
        shown.options.push_back({option.value, option.name, {}});
    }
    if (field.kind == form::FieldKind::text) {
        shown.letters_most = form::letters_most(field);
    }
    page::field(view, "FIELD", shown);
}

}  // namespace

void fields(kit::View& view, const call::Call& call, const form::Section& section, const Filled& filled) {
    for (const form::Field& field : section.fields) {
        kit::View row = view.row("FIELDS");
        if (field.kind == form::FieldKind::theme_shares) {
            theme_fields(row, call, field, filled.answers, filled.reasons);
        } else if (field.kind == form::FieldKind::several) {
            boxes(row, field, filled.answers, filled.reasons);
        } else if (field.kind == form::FieldKind::money_by_year) {
            year_fields(row, call, field, filled);
        } else {
            kit::View plain = row.row("SINGLE");
            single(plain, field, filled);
        }
    }
}

std::string as_read(const kit::Words& words,
                    Language language,
                    const call::Call& call,
                    const form::Field& field,
                    const form::Answers& answers) {
    if (field.kind == form::FieldKind::theme_shares) {
        std::string all;
        for (const form::Theme& theme : call.themes) {
            const std::string typed = answer(answers, field.key + "." + theme.id);
            const auto share = form::read_percent(typed);
            if (!form::trimmed(typed).empty() && !(share && share->basis_points == 0)) {
                all += (all.empty() ? "" : ", ") + theme.name.in(language) + " " +
                       (share ? words.share(language, *share) : typed);
            }
        }
        return all;
    }
    if (field.kind == form::FieldKind::several) {
        std::vector<std::string> ticked;
        for (const form::Option& option : field.options) {
            if (!form::trimmed(answer(answers, field.key + "." + option.value)).empty()) {
                ticked.push_back(option.name.in(language));
            }
        }
        std::string all = ticked.size() == 1 ? ticked.front() : std::string();
        for (std::size_t i = 0; ticked.size() > 1 && i < ticked.size(); ++i) {
            all += (i == 0 ? "– " : "\n– ") + ticked[i];
        }
        return all;
    }
    if (field.kind == form::FieldKind::money_by_year) {
        std::string all;
        for (int year : form::years_shown(answers, field.key, {})) {
            const std::string text = std::to_string(year), typed = answer(answers, field.key + "." + text);
            const auto sum = form::read_money(typed);
            all += (all.empty() ? "" : "\n") + text + ": " + (sum ? words.money(language, *sum) : typed);
        }
        return all;
    }
    const std::string typed = answer(answers, field.key);
    if (field.kind == form::FieldKind::iban) {
        const auto iban = form::read_iban(typed);
        return iban ? form::write_iban(*iban) : typed;
    }
    if (field.kind == form::FieldKind::choice) {
        for (const form::Option& option : field.options) {
            if (option.value == typed) {
                return option.name.in(language);
            }
        }
    }
    if (field.kind == form::FieldKind::money) {
        const auto sum = form::read_money(typed);
        return sum ? words.money(language, *sum) : typed;
    }
    if (field.kind == form::FieldKind::day) {
        const auto day = form::read_day(typed);
        return day ? words.day(language, *day) : typed;
    }
    return typed;
}

void plan(kit::View& view, const call::Call& call, const std::optional<funding::Plan>& made) {
    if (!made || made->lines.empty()) {
        return;
    }
    kit::View plan = view.row("PLANNED").part("PLAN", "application/pages/plan.tpl");
    plan.set("TOTAL", made->total_costs.value);
    page::because(plan, "TOTAL_BECAUSE", made->total_costs);
    std::vector<page::Segment> segments;
    for (const funding::Line& line : made->lines) {
        kit::View row = plan.row("LINE");
        const std::string hue(funding::hue(line.payer));
        row.set("PAYER", hue);
        row.set("NAME", line.name);
        row.set("SUM", line.sum.value);
        row.set("BASE",
                line.payer == funding::PayerClass::own_private ? say("{0} of the costs, private money", line.share)
                : made->shared.value == made->public_funding.value
                    ? say("{0} of the public funding", line.share)
                    : say("{0} of the costs without outside money", line.share));
        page::because(row, "BECAUSE", line.sum, hue);
        segments.push_back({hue, line.sum.value.count(), {}});
    }
    if (made->outside.value > Money()) {
        kit::View row = plan.row("OUTSIDE");
        row.set("SUM", made->outside.value);
        segments.push_back({"outside", made->outside.value.count(), {}});
    }
    page::share_bar(plan, "BAR", segments, "mid");
    for (const Phrase& note : made->notes) {
        plan.row("NOTE").set("TEXT", note);
    }
    plan.set("SOURCE", call.rules.rounding_source);
}

void summary(kit::View& view, const page::Visit& visit, const Shown& shown, bool change_links) {
    for (const Sheet& sheet : sheets(shown)) {
        const Application& a = shown.application;
        kit::View block = view.row("SECTION");
        block.set("TITLE", sheet.section->title);
        if (sheet.section->whose == form::Whose::part && a.parts.size() > 1) {
            block.row("OF").set("NAME", part_name(a.parts[sheet.part]));
        }
        if (change_links) {
            const std::string path = path_of(a, sheet);
            kit::View change = block.row("CHANGE");
            change.set("ADDRESS",
                       page::address(visit, path + (path.find('?') == std::string::npos ? "?" : "&") + "checked=1"));
            change.set("TITLE", sheet.section->title);
        }
        for (const form::Field& field : sheet.section->fields) {
            kit::View row = block.row("ANSWER");
            row.set("LABEL", field.label);
            const std::string text =
                as_read(visit.world.words, visit.language, *shown.call, field, answers_of(a, sheet));
            row.set("TEXT", text.empty() ? visit.world.words.text(visit.language, say("Not given")) : text);
        }
    }
}

}  // namespace vastin::application
