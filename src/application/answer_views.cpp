// Answers as a reader reads them, and the plan: on the check page, as sent, in papers.
#include "application/answer_text.h"
#include "application/application_files.h"
#include "application/field_views.h"

namespace vastin::application {

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
        const funding::PayerRule* rule = funding::find_payer(call.rules, line.key);
        row.set("BASE",
                rule != nullptr && rule->bound == funding::Bound::open ? say("no share is set")
                : line.base == funding::Base::total_costs              ? say("{0} of the total costs", line.share)
                : line.base == funding::Base::net_costs                ? say("{0} of the net costs", line.share)
                : line.payer == funding::PayerClass::own_private ? say("{0} of the costs, private money", line.share)
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
    if (made->income.value > Money()) {
        plan.row("INCOME").set("SUM", made->income.value);
    }
    page::share_bar(plan, "BAR", segments, "mid");
    for (const Phrase& note : made->notes) {
        plan.row("NOTE").set("TEXT", note);
    }
    plan.set("SOURCE", call.rules.rounding_source);
}

namespace {

/// Rows of a table as a table, with the sums of its columns. Empty rows are left out.
void answered_table(kit::View& row, const page::Visit& visit, const form::Field& field, const form::Answers& answers) {
    const auto& words = visit.world.words;
    kit::View table = row.part("ROWS", "application/pages/answer_rows.tpl");
    table.set("LABEL", field.label);
    bool sums = false;
    for (const form::Field& column : field.columns) {
        kit::View head = table.row("COLUMN");
        head.set("NAME", column.label);
        head.show_if("NUMBERS", form::summed(column));
        sums = sums || form::summed(column);
    }
    for (const std::size_t number : form::rows_shown(answers, field.key)) {
        std::vector<std::string> cells;
        bool empty = true;
        for (const form::Field& column : field.columns) {
            const auto typed = answers.find(form::row_name(field, number, column));
            cells.push_back(typed == answers.end() ? std::string()
                                                   : as_read(words, visit.language, column, typed->second));
            empty = empty && cells.back().empty();
        }
        if (empty) {
            continue;
        }
        kit::View one = table.row("ROW");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            kit::View cell = one.row("CELL");
            cell.set("NAME", field.columns[i].label);
            cell.set("TEXT", cells[i]);
            cell.show_if("NUMBERS", form::summed(field.columns[i]));
        }
    }
    if (!sums) {
        return;
    }
    kit::View foot = table.row("SUMS");
    for (const form::Field& column : field.columns) {
        kit::View cell = foot.row("SUM");
        cell.set("NAME", column.label);
        cell.set("TEXT", sum_of_column(words, visit.language, field, column, answers));
        cell.show_if("NUMBERS", form::summed(column));
    }
}

void answered(kit::View& block,
              const page::Visit& visit,
              const Shown& shown,
              const form::Field& field,
              const form::Answers& answers) {
    kit::View row = block.row("ANSWER");
    row.set("LABEL", field.label);
    std::string text = as_read(visit.world.words, visit.language, *shown.call, field, answers);
    if (field.kind == form::FieldKind::file) {
        for (const document::Attachment& one : files_in(shown.application, field.place)) {
            text += (text.empty() ? "" : "\n") + one.name;
        }
    }
    const bool table = field.kind == form::FieldKind::rows && field.layout == form::Layout::table && !text.empty();
    if (table) {
        answered_table(row, visit, field, answers);
        text.clear();
    } else if (text.empty()) {
        text = visit.world.words.text(visit.language, say("Not given"));
    }
    row.set("TEXT", text);
}

}  // namespace

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
            if (form::asks(field.kind) && !hidden_in(shown, sheet).contains(field.key)) {
                answered(block, visit, shown, field, answers_of(a, sheet));
            }
        }
    }
}

}  // namespace vastin::application
