// A page of the editor, and what is posted from it.
#include <algorithm>

#include "preparation/controls.h"
#include "preparation/typed.h"

namespace vastin::preparation {

using call::ValueKind;
using page::Page;
using page::Visit;

namespace {

struct Shown {
    std::vector<Reason> reasons{};
    const kit::Fields* typed = nullptr;
    bool conflict = false;
    int status = 200;
};

/// The list and the position that stand behind `word` and ":" in what a button does: "remove:pots:2".
std::vector<std::string> words_of(std::string text) {
    std::vector<std::string> words;
    for (std::size_t at = text.find(':'); at != std::string::npos; at = text.find(':')) {
        words.push_back(text.substr(0, at));
        text.erase(0, at + 1);
    }
    words.push_back(text);
    return words;
}

std::size_t number_of(const std::string& text) {
    return text.empty() || text.size() > 6 || text.find_first_not_of("0123456789") != std::string::npos
               ? 0
               : static_cast<std::size_t>(std::stoul(text));
}

/// What the button that was pressed does to a list, or nothing: it saves only.
std::optional<ListDeed> posted_deed(const kit::Fields& form) {
    const auto words = words_of(form.get("do"));
    ListDeed deed;
    if (words.size() == 2 && words[0] == "add") {
        deed.kind = ListDeed::Kind::add;
        deed.key = form.get("new." + words[1]);
    } else if (words.size() == 3 && words[0] == "remove") {
        deed.kind = ListDeed::Kind::remove;
        deed.position = number_of(words[2]);
        deed.key = words[2];
    } else if (words.size() == 4 && words[0] == "move") {
        deed.kind = ListDeed::Kind::move;
        deed.position = number_of(words[2]);
        deed.to = number_of(words[3]);
    } else {
        return std::nullopt;
    }
    deed.list = words[1];
    return deed;
}

std::string sorted_lines(std::string text) {
    std::vector<std::string> lines = words_of([&] {
        std::replace(text.begin(), text.end(), '\n', ':');
        return text;
    }());
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const std::string& line : lines) {
        all += line + "\n";
    }
    return all;
}

/// Whether `typed` is what stands there already; of boxes the order does not matter.
bool same(const Control& control, const std::string& typed, const std::string& saved) {
    return control.row->kind == ValueKind::several ? sorted_lines(typed) == sorted_lines(saved) : typed == saved;
}

/// What was typed otherwise than it is saved, read; what cannot be read goes to `reasons`.
std::vector<Change> posted_changes(const kit::Fields& form,
                                   const Opened& opened,
                                   const Where& where,
                                   std::vector<Reason>& reasons) {
    std::vector<Change> changes;
    for (const Control& control : controls(opened.tree, where)) {
        const auto typed = typed_in(form, control, opened);
        if (!typed || same(control, *typed, as_typed(*control.row, opened.tree.get(control.path)))) {
            continue;
        }
        auto read = read_typed(*control.row, *typed);
        if (!read) {
            reasons.push_back({std::move(read).error(), control.path});
        } else {
            changes.push_back({control.path, std::move(*read)});
        }
    }
    return changes;
}

/// What stands in the way on this page, for its controls.
std::vector<Reason> faults_here(const Opened& opened, const Where& where) {
    std::vector<Reason> reasons;
    const Judged judged = judge(opened.draft.summary.code, opened.draft.content, *opened.programme);
    for (Fault& fault : faults_of(opened.tree, judged.faults)) {
        const bool inside = where.table.empty()
                                ? page_path(where.page, fault.reason.field).starts_with("/pages/")
                                : fault.reason.field.starts_with(where.table) &&
                                      page_path(where.page, fault.reason.field) == page_path(where.page, where.table);
        if (fault.page == where.page && inside) {
            reasons.push_back(std::move(fault.reason));
        }
    }
    return reasons;
}

void conflict_rows(kit::View& body, const Opened& opened, const Where& where, const kit::Fields& form) {
    kit::View box = body.row("CONFLICT");
    for (const Control& control : controls(opened.tree, where)) {
        const auto typed = typed_in(form, control, opened);
        const std::string saved = as_typed(*control.row, opened.tree.get(control.path));
        if (typed && !same(control, *typed, saved)) {
            kit::View row = box.row("DIFFERENCE");
            row.set("LABEL", say("{0} ({1})", control.row->label, control.path));
            row.set("SAVED", saved);
            row.set("TYPED", *typed);
        }
    }
}

Phrase title_here(const Opened& opened, const Where& where) {
    if (where.table.empty()) {
        return call::page_name(where.page);
    }
    const kit::TomlNode* node = opened.tree.get(where.table);
    const kit::TomlNode* key = node->at("key");
    return element_label(*node, key == nullptr || key->text() == nullptr ? where.table : *key->text());
}

void page_links(kit::View& body, const Visit& visit, const Summary& summary, const Where& where) {
    for (std::size_t i = 0; i < call::editor_pages; ++i) {
        const auto page = static_cast<call::EditorPage>(i);
        const auto rows = call::format();
        if (std::none_of(rows.begin(), rows.end(), [&](const auto& row) { return row.page == page && !row.later; })) {
            continue;
        }
        kit::View link = body.row("PAGE_LINK");
        link.set("NAME", call::page_name(page));
        link.set("ADDRESS", page::address(visit, path_of(summary, page_path(page, ""))));
        link.show_if("HERE", page == where.page);
    }
}

/// "Question 2 is now number 3 of 5", after a move.
void moved_note(kit::View& body, const Visit& visit, const Opened& opened) {
    const std::string path = visit.request.parameters.get("moved");
    const kit::TomlNode* node = path.empty() ? nullptr : opened.tree.get(path);
    const auto bracket = path.rfind('[');
    const kit::TomlNode* list = bracket == std::string::npos ? nullptr : opened.tree.get(path.substr(0, bracket));
    if (node == nullptr || list == nullptr || list->list() == nullptr) {
        return;
    }
    const std::string position = path.substr(bracket + 1, path.size() - bracket - 2);
    body.row("MOVED").set("TEXT",
                          say("{0} is now number {1} of {2}.",
                              element_label(*node, position),
                              static_cast<std::int64_t>(number_of(position)),
                              static_cast<std::int64_t>(list->list()->size())));
}

void crumbs_of(Page& page, const Opened& opened, const Where& where) {
    const Summary& s = opened.draft.summary;
    page.crumb(title_of(s), path_of(s));
    if (!where.table.empty()) {
        page.crumb(call::page_name(call::EditorPage::form), path_of(s, "/pages/form"));
    }
    const auto fields = where.table.find(".fields[");
    if (fields != std::string::npos) {
        const std::string section = where.table.substr(0, fields);
        page.crumb(title_here(opened, {where.page, section}), path_of(s, page_path(where.page, section)));
    }
}

kit::Response show(Visit& visit, const Opened& opened, const Where& where, const Shown& what) {
    Page page(visit, "preparation/pages/editor.tpl", title_here(opened, where));
    dress(page, visit, opened);
    crumbs_of(page, opened, where);
    page.errors(what.reasons, what.conflict ? say("Not saved yet") : Phrase());
    kit::View& body = page.body();
    const Summary& s = opened.draft.summary;
    body.set("TITLE", title_here(opened, where));
    body.set("CALL", title_of(s));
    body.set("ACTION", page::address(visit, path_of(s, page_path(where.page, where.table))));
    body.set("PREVIEW", page::address(visit, path_of(s, "/preview")));
    guard(body, visit, s);
    page_links(body, visit, s, where);
    moved_note(body, visit, opened);
    if (what.conflict) {
        conflict_rows(body, opened, where, *what.typed);
    }
    draw_table(body, visit, {opened, where, what.typed, what.reasons}, where.table);
    if (!where.table.empty()) {
        const auto bracket = where.table.rfind('[');
        kit::View remove = body.row("REMOVE_THIS");
        remove.set("DO",
                   "remove:" + where.table.substr(0, bracket) + ":" +
                       where.table.substr(bracket + 1, where.table.size() - bracket - 2));
        remove.show_if(where.table.find(".fields[") == std::string::npos ? "SECTION" : "QUESTION", true);
    }
    return page.answer(what.status);
}

/// Where one goes on: the page after this one, or the overview.
std::string next_page(const Where& where) {
    if (!where.table.empty()) {
        const auto fields = where.table.find(".fields[");
        return fields == std::string::npos ? "/pages/form" : page_path(where.page, where.table.substr(0, fields));
    }
    for (std::size_t i = static_cast<std::size_t>(where.page) + 1; i < call::editor_pages; ++i) {
        const auto page = static_cast<call::EditorPage>(i);
        const auto rows = call::format();
        if (std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.page == page && !row.later; })) {
            return page_path(page, "");
        }
    }
    return "";
}

/// Where the answer to a save leads.
std::string after(const Where& where,
                  const kit::Fields& form,
                  const std::optional<ListDeed>& deed,
                  const std::string& focus) {
    const std::string here = page_path(where.page, where.table);
    if (deed && deed->kind == ListDeed::Kind::add) {
        const std::string there = page_path(where.page, focus);
        return (there == here ? here : there) + "#" + kit::url_escaped(focus);
    }
    if (deed && deed->kind == ListDeed::Kind::remove) {
        return page_path(where.page, deed->list) + "#" + kit::url_escaped(deed->list);
    }
    if (deed) {
        return here + "?moved=" + kit::url_escaped(focus) + "&way=" + (deed->to < deed->position ? "up" : "down") +
               "#" + kit::url_escaped(focus);
    }
    return form.has("next") ? next_page(where) : here + "?checked=1";
}

}  // namespace

kit::Response editor(Visit& visit) {
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const auto where = where_of(visit, found->tree);
    if (!where) {
        return page::not_found(visit);
    }
    if (found->draft.summary.state != State::draft) {
        return page::redirect(visit, path_of(found->draft.summary));
    }
    Shown what;
    if (visit.request.parameters.has("checked")) {
        what.reasons = faults_here(*found, *where);
    }
    return show(visit, *found, *where, what);
}

kit::Response save_editor(Visit& visit) {
    const auto before = opened(visit);
    if (!before) {
        return page::refusal(visit, before.error());
    }
    const auto where = where_of(visit, before->tree);
    const auto seen = posted_version(visit);
    if (!where || !seen) {
        return page::not_found(visit);
    }
    const kit::Fields& form = visit.request.form;
    std::vector<Reason> reasons;
    Edit edits{posted_changes(form, *before, *where, reasons), posted_deed(form)};
    if (!reasons.empty() && *seen == before->draft.summary.version) {
        return show(visit, *before, *where, {std::move(reasons), &form, false, 422});
    }
    const auto saved = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return edit(act, visit.signed_in(), visit.captured.at(0), *seen, edits);
    });
    if (saved) {
        return page::redirect(visit, path_of(before->draft.summary, after(*where, form, edits.deed, saved->focus)));
    }
    const auto now = opened(visit);
    const auto place = now ? where_of(visit, now->tree) : std::nullopt;
    if (!now || !place || now->draft.summary.state != State::draft) {
        return page::refusal(visit, saved.error());
    }
    const bool conflict = saved.error().kind == Refusal::Kind::conflict;
    return show(visit, *now, *place, {saved.error().reasons, &form, conflict, conflict ? 409 : 422});
}

}  // namespace vastin::preparation
