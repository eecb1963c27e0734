#include "desk/desk_export.h"

#include <algorithm>

#include "application/answer_text.h"
#include "call/call_acts.h"
#include "call/opening.h"
#include "desk/desk_filter.h"
#include "desk/desk_noting.h"
#include "desk/desk_pages.h"
#include "desk/desk_store.h"
#include "document/document.h"
#include "flow/act.h"
#include "kit/limits.h"

namespace vastin::desk {

namespace {

using form::FieldKind;
using kit::SheetCell;

/// What one application is written from.
struct Source {
    Row row;
    document::Sent sent;
    kit::Json document;
    std::vector<ThemeSums> themes;
    std::optional<Instant> looked_at;
};

/// Answers that stand in a column: short ones, and no bank account, which only a payment needs.
bool has_column(const form::Field& field) {
    return form::asks(field.kind) && field.kind != FieldKind::text && field.kind != FieldKind::theme_shares &&
           field.kind != FieldKind::iban && field.kind != FieldKind::bic && field.key != application::key::name;
}

struct Sheetmaker {
    const flow::World& world;
    const call::Call& call;
    Language language;

    std::string say_it(const Phrase& phrase) const { return world.words.text(language, phrase); }
    LocalTime local(Instant at) const { return world.words.zone().local(at); }

    std::vector<kit::SheetColumn> columns() const {
        std::vector<kit::SheetColumn> all;
        const auto add = [&](const Phrase& heading, int width) { all.push_back({say_it(heading), width}); };
        add(say("Register number"), 16);
        add(say("State"), 16);
        add(say("Arrived"), 20);
        if (!call.window.cut_offs.empty()) {
            add(say("Batch"), 30);
        }
        add(say("Last sent"), 20);
        add(say("Looked at"), 20);
        add(say("Project"), 40);
        add(say("Organisation"), 30);
        add(say("Business ID"), 12);
        add(say("Other implementers"), 30);
        for (const form::Theme& theme : call.themes) {
            add(say("{0}, %", theme.name), 12);
        }
        add(say("Total costs"), 16);
        add(say("EU and State"), 16);
        add(say("Of the city"), 16);
        add(say("Other public money"), 16);
        add(say("Own"), 16);
        add(say("Private money from outside"), 16);
        for (const form::Section& section : call.form.sections) {
            for (const form::Field& field : section.fields) {
                if (has_column(field)) {
                    add(Phrase(field.label), 20);
                }
            }
        }
        add(say("Checksum"), 20);
        add(say("Address"), 40);
        return all;
    }

    /// The other implementers of a group, with their business IDs.
    static std::string others(const kit::Json& document) {
        std::string names;
        const auto* parts = document["parts"].list();
        for (std::size_t i = 1; parts != nullptr && i < parts->size(); ++i) {
            const std::string id = (*parts)[i].text_or("business_id");
            names += (names.empty() ? "" : ", ") + (*parts)[i].text_or("organisation") + (id.empty() ? "" : " " + id);
        }
        return names;
    }

    std::string option_name(const form::Field& field, const std::string& value) const {
        for (const form::Option& option : field.options) {
            if (option.value == value) {
                return option.name.in(language);
            }
        }
        return value;
    }

    /// Of the kinds that are written in their own way: numbers, shares, periods, yes or no, rows; else nothing.
    std::optional<SheetCell> own_answer(const kit::Json& holder,
                                        const kit::Json& read,
                                        const form::Field& field) const {
        const auto* number = read.number();
        switch (field.kind) {
            case FieldKind::number:
            case FieldKind::file:
                return number == nullptr ? SheetCell() : SheetCell(*number);
            case FieldKind::percent:
                return number == nullptr ? SheetCell() : SheetCell(Share{static_cast<std::int32_t>(*number)});
            case FieldKind::period:
            case FieldKind::yes_no:
            case FieldKind::rows:
                return SheetCell(application::as_read(world.words, language, call, field, answers_in(holder)));
            default:
                return std::nullopt;
        }
    }
    static form::Answers answers_in(const kit::Json& holder) {
        form::Answers answers;
        if (const auto* all = holder["answers"].object()) {
            for (const auto& [name, answer] : *all) {
                answers.emplace(name, answer.text() == nullptr ? std::string() : *answer.text());
            }
        }
        return answers;
    }

    /// What a field was read as, in the lead's part or the common one; as typed where it was read as it stands.
    SheetCell answer(const kit::Json& holder, const form::Field& field) const {
        const kit::Json& read = holder["read_as"][field.key];
        if (const auto own = own_answer(holder, read, field)) {
            return *own;
        }
        if (const auto* text = read.text(); text != nullptr) {
            if (field.kind == FieldKind::day) {
                const auto day = read_date(*text);
                return day ? SheetCell(*day) : SheetCell(*text);
            }
            return option_name(field, *text);
        }
        if (const auto* cents = read.number(); cents != nullptr) {
            return Money::cents(*cents);
        }
        if (const auto* chosen = read.list(); chosen != nullptr) {
            std::string names;
            for (const kit::Json& one : *chosen) {
                names += (names.empty() ? "" : "; ") + (one.text() == nullptr ? "" : option_name(field, *one.text()));
            }
            return names;
        }
        if (const auto* by_year = read.object(); by_year != nullptr) {
            Money sum;
            for (const auto& [year, cents] : *by_year) {
                sum += cents.number() == nullptr ? Money() : Money::cents(*cents.number());
            }
            return sum;
        }
        return option_name(field, holder["answers"].text_or(field.key));
    }

    void fixed(const Source& one, std::vector<SheetCell>& cells) const {
        cells.emplace_back(one.row.register_number);
        cells.emplace_back(say_it(state_words(one.row.state)));
        cells.emplace_back(local(one.row.arrived));
        if (!call.window.cut_offs.empty()) {
            cells.emplace_back(say_it(call::name_of(call::batch_of(call.window, one.row.arrived))));
        }
        cells.emplace_back(local(one.sent.arrived));
        cells.push_back(one.looked_at ? SheetCell(local(*one.looked_at)) : SheetCell());
        cells.emplace_back(one.row.title);
        cells.emplace_back(one.row.organisation);
        cells.emplace_back(one.row.business_id);
        cells.emplace_back(others(one.document));
        Sums sums;
        for (const ThemeSums& part : one.themes) {
            sums += part.sums;
        }
        for (const form::Theme& theme : call.themes) {
            const auto found =
                std::find_if(one.themes.begin(), one.themes.end(), [&](const auto& t) { return t.theme == theme.id; });
            cells.push_back(found == one.themes.end() ? SheetCell(Share{0}) : SheetCell(found->share));
        }
        for (const Money sum : {sums.total(), sums.support, sums.city, sums.other, sums.own, sums.outside}) {
            cells.emplace_back(sum);
        }
    }

    std::vector<SheetCell> row(const Source& one) const {
        std::vector<SheetCell> cells;
        fixed(one, cells);
        const auto* parts = one.document["parts"].list();
        for (const form::Section& section : call.form.sections) {
            const bool common = section.whose == form::Whose::common;
            for (const form::Field& field : section.fields) {
                if (!has_column(field)) {
                    continue;
                }
                cells.push_back(common || parts == nullptr || parts->empty() ? answer(one.document["common"], field)
                                                                             : answer(parts->front(), field));
            }
        }
        cells.emplace_back(one.sent.frozen.hash);
        cells.emplace_back(world.address + "/" + std::string(vastin::code(language)) + "/desk/applications/" +
                           one.row.id.str());
        return cells;
    }
};

/// The next rows with their documents.
std::vector<Source> next(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most) {
    std::vector<Source> all;
    for (Row& row : list(t, call, filter, after, most)) {
        auto sent = document::newest(t, row.id.str());
        auto document = sent ? kit::Json::read(sent->frozen.content) : std::nullopt;
        check(document.has_value(), "what arrived has a document that can be read");
        const auto rules = call::frozen_call(t, {sent->frozen.rules});
        auto themes = sums_by_theme(*document, rules->rules);
        const auto looked_at = ended(t, arrived_task, row.id.str());
        all.push_back({std::move(row), std::move(*sent), std::move(*document), std::move(themes), looked_at});
    }
    return all;
}

kit::Response file(std::string name, std::string type, std::string body) {
    kit::Response response;
    response.type = std::move(type);
    response.body = std::move(body);
    response.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.header("Cache-Control", "no-store");
    return response;
}

}  // namespace

kit::Sheet sheet_of(
    const flow::World& world, const call::Call& call, const Filter& filter, Language language, std::int64_t most) {
    constexpr std::int64_t a_read = 200;
    const Sheetmaker maker{world, call, language};
    kit::Sheet sheet(call.name.in(language), maker.columns());
    Place after = from_the_first;
    for (;;) {
        const std::int64_t left = most - static_cast<std::int64_t>(sheet.rows());
        std::vector<Source> some;
        world.database.read(
            [&](kit::Transaction& t) { some = next(t, call.code.text, filter, after, std::min(left, a_read)); });
        for (const Source& one : some) {
            sheet.add(maker.row(one));
        }
        if (some.empty() || static_cast<std::int64_t>(sheet.rows()) >= most) {
            return sheet;
        }
        after = {some.back().row.arrived, some.back().row.id};
    }
}

kit::Response export_list(page::Visit& visit) {
    std::shared_ptr<const call::Call> call;
    visit.world.database.read([&](kit::Transaction& t) { call = call::find(t, {visit.captured.at(0)}); });
    const std::string format = visit.request.form.get("format");
    if (!call || (format != "csv" && format != "xlsx")) {
        return page::not_found(visit);
    }
    const Chosen chosen = read_filter(visit.request.form, *call);
    const kit::Sheet sheet = sheet_of(
        visit.world, *call, chosen.filter, visit.language, static_cast<std::int64_t>(kit::limits::export_rows));
    const auto recorded = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        act.record(
            "call " + call->code.text,
            "desk.export",
            {{"format", format}, {"rows", static_cast<std::int64_t>(sheet.rows())}, {"filter", query_of(chosen)}});
        return done();
    });
    check(recorded.has_value(), "an export is recorded");
    const std::string name = "vastin-" + call->code.text + "-" + write_date(visit.world.words.zone().day(visit.now));
    return format == "csv"
               ? file(name + ".csv", "text/csv; charset=utf-8", sheet.csv(visit.language))
               : file(
                     name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheet.xlsx());
}

}  // namespace vastin::desk
