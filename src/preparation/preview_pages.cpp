// The draft as an applicant will see it: the page of the call and each section, drawn by their own pages from the
// draft.
#include <algorithm>

#include "application/field_views.h"
#include "call/call_pages.h"
#include "preparation/draft_page.h"

namespace vastin::preparation {

using page::Page;
using page::Visit;

namespace {

/// Whether the money rules can be shown: a page of a call works sums out with them.
bool money_whole(const std::vector<Fault>& faults) {
    return std::none_of(faults.begin(), faults.end(), [](const Fault& fault) {
        return !fault.page || fault.page == call::EditorPage::shares || fault.page == call::EditorPage::pots ||
               fault.page == call::EditorPage::costs;
    });
}

/// What both previews have: the mark, links to the call's page and to each section.
void frame(kit::View& body, const Visit& visit, const Opened& opened, const call::Call& call, const std::string& here) {
    const Summary& s = opened.draft.summary;
    body.set("BACK", page::address(visit, path_of(s)));
    kit::View first = body.row("LINK");
    first.set("NAME", say("Page of the call"));
    first.set("ADDRESS", page::address(visit, path_of(s, "/preview")));
    first.show_if("HERE", here.empty());
    for (const form::Section& section : call.form.sections) {
        kit::View link = body.row("LINK");
        link.set("NAME", section.title.in(visit.language).empty() ? say("{0}", section.key) : Phrase(section.title));
        link.set("ADDRESS", page::address(visit, path_of(s, "/preview/" + kit::url_escaped(section.key))));
        link.show_if("HERE", here == section.key);
    }
}

/// What of a section comes and goes, or must be answered, with other answers.
void conditions(kit::View& view, const form::Section& section) {
    struct Row {
        Phrase name, what;
        const form::Condition* condition;
    };
    std::vector<Row> rows;
    if (section.show) {
        rows.push_back({section.title, say("The section is asked when"), &section.show});
    }
    for (const form::Field& field : section.fields) {
        for (const auto& [condition, what] : {std::pair(&field.show, say("Asked when")),
                                              std::pair(&field.require, say("Must be answered when")),
                                              std::pair(&field.valid, say("Must hold:"))}) {
            if (*condition) {
                rows.push_back({field.label, what, condition});
            }
        }
    }
    if (rows.empty()) {
        return;
    }
    kit::View list = view.row("CONDITIONS");
    for (const Row& row : rows) {
        kit::View one = list.row("CONDITION");
        one.set("NAME", row.name);
        one.set("WHAT", row.what);
        one.set("TEXT", row.condition->text());
    }
}

}  // namespace

kit::Response preview(Visit& visit) {
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const Judged judged = judge(found->draft.summary.code, found->draft.content, *found->programme);
    Page page(visit, "preparation/pages/preview.tpl", say("Preview"));
    dress(page, visit, *found);
    page.crumb(title_of(found->draft.summary), path_of(found->draft.summary));
    kit::View& body = page.body();
    frame(body, visit, *found, judged.call, "");
    if (!money_whole(faults_of(found->tree, judged.faults))) {
        body.show("NOT_YET");
        return page.answer();
    }
    kit::View shown = body.row("CALL");
    kit::View part = shown.part("PAGE", "call/pages/call.tpl");
    call::fill_call(part, visit, judged.call, *found->programme);
    return page.answer();
}

kit::Response preview_section(Visit& visit) {
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const Judged judged = judge(found->draft.summary.code, found->draft.content, *found->programme);
    const auto& sections = judged.call.form.sections;
    const auto section = std::find_if(
        sections.begin(), sections.end(), [&](const auto& one) { return one.key == visit.captured.at(1); });
    if (section == sections.end()) {
        return page::not_found(visit);
    }
    Page page(visit, "preparation/pages/preview.tpl", say("Preview"));
    dress(page, visit, *found);
    page.crumb(title_of(found->draft.summary), path_of(found->draft.summary));
    kit::View& body = page.body();
    frame(body, visit, *found, judged.call, section->key);
    kit::View shown = body.row("SECTION");
    kit::View part = shown.part("PAGE", "application/pages/section.tpl");
    part.set("CALL", Phrase(judged.call.name));
    part.set("TITLE", section->title);
    part.set("ACTION", "#");
    part.set("FORM_SECRET", "");
    part.set("VERSION", "0");
    part.set("PART", "1");
    part.set("ACCOUNT", "");
    application::fields(part, judged.call, *section, {{}, {}, {}, std::nullopt, ""});
    conditions(shown, *section);
    return page.answer();
}

}  // namespace vastin::preparation
