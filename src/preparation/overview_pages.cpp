// The overview of a draft: its pages with what is missing, all faults as links, publishing, the file, what differs.
#include <algorithm>
#include <map>

#include "call/call_acts.h"
#include "preparation/draft_page.h"
#include "preparation/revision.h"
#include "preparation/typed.h"

namespace vastin::preparation {

using page::Page;
using page::Visit;

namespace {

/// Whether anything of that page can be edited now: rules come when call::load knows them.
bool offered(call::EditorPage page) {
    const auto rows = call::format();
    return std::any_of(
        rows.begin(), rows.end(), [&](const call::FormatRow& row) { return row.page == page && !row.later; });
}

Phrase missing_words(const std::vector<MissingText>& missing, call::EditorPage page) {
    std::map<Language, std::int64_t> count;
    for (const MissingText& one : missing) {
        count[one.language] += one.page == page ? 1 : 0;
    }
    std::vector<Phrase> parts;
    for (const auto& [language, number] : count) {
        if (number > 0) {
            parts.push_back(
                language == Language::fi
                    ? say_count(number, "One text missing in Finnish", "{0} texts missing in Finnish", number)
                : language == Language::sv
                    ? say_count(number, "One text missing in Swedish", "{0} texts missing in Swedish", number)
                    : say_count(number, "One text missing in English", "{0} texts missing in English", number));
        }
    }
    Phrase all;
    for (Phrase& part : parts) {
        all = all.empty() ? std::move(part) : say("{0}; {1}", all, part);
    }
    return all;
}

/// The page where one begins to mend it.
call::EditorPage page_for(const Finding& finding) {
    return page_of(finding.spots.front().path).value_or(call::EditorPage::basics);
}

/// How many findings of that weight are first mended on the page.
std::int64_t count_on(const std::vector<Finding>& findings, Finding::Weight weight, call::EditorPage page) {
    return std::count_if(findings.begin(), findings.end(), [&](const Finding& one) {
        return one.weight == weight && page_for(one) == page;
    });
}

void page_rows(kit::View& body,
               const Visit& visit,
               const Opened& opened,
               const std::vector<Fault>& faults,
               const std::vector<Finding>& findings) {
    const std::vector<MissingText> missing = missing_texts(opened.tree);
    for (std::size_t i = 0; i < call::editor_pages; ++i) {
        const auto page = static_cast<call::EditorPage>(i);
        if (!offered(page)) {
            continue;
        }
        const std::int64_t wrong =
            std::count_if(faults.begin(), faults.end(), [&](const Fault& fault) { return fault.page == page; }) +
            count_on(findings, Finding::Weight::stops, page);
        const std::int64_t warned = count_on(findings, Finding::Weight::warns, page);
        kit::View row = body.row("PAGE");
        row.set("NAME", call::page_name(page));
        row.set("ADDRESS", page::address(visit, path_of(opened.draft.summary, page_path(page, ""))));
        if (wrong > 0) {
            row.row("WRONG").set("COUNT", say_count(wrong, "One thing to correct", "{0} things to correct", wrong));
        }
        const Phrase texts = missing_words(missing, page);
        if (!texts.empty()) {
            row.row("MISSING").set("TEXT", texts);
        }
        if (warned > 0) {
            row.row("WARNED").set("COUNT", say_count(warned, "One thing to look at", "{0} things to look at", warned));
        }
        row.show_if("GOOD", wrong == 0 && warned == 0 && texts.empty());
    }
}

void fault_rows(kit::View& body, const Visit& visit, const Opened& opened, const std::vector<Fault>& faults) {
    if (faults.empty()) {
        return;
    }
    kit::View list = body.row("FAULTS");
    const auto count = static_cast<std::int64_t>(faults.size());
    list.set("COUNT", say_count(count, "One thing stands in the way", "{0} things stand in the way", count));
    for (const Fault& fault : faults) {
        kit::View row = list.row("FAULT");
        row.show_if("ANY", true);
        kit::View text = row.row(fault.page ? "LINKED" : "PLAIN");
        text.set("TEXT", fault.reason.phrase);
        if (fault.page) {
            text.set("ADDRESS",
                     page::address(visit, control_path(opened.draft.summary, *fault.page, fault.reason.field)));
        }
    }
}

/// The findings of one weight, under the page of the editor where each is mended first.
void finding_rows(kit::View& list, const Visit& visit, const Summary& summary, const std::vector<Finding>& findings) {
    for (std::size_t i = 0; i < call::editor_pages; ++i) {
        const auto page = static_cast<call::EditorPage>(i);
        std::optional<kit::View> group;
        for (const Finding& one : findings) {
            if (page_for(one) != page) {
                continue;
            }
            if (!group) {
                group = list.row("GROUP");
                group->set("NAME", call::page_name(page));
            }
            kit::View row = group->row("FINDING");
            row.set("TEXT", one.sentence);
            if (!one.source.empty()) {
                row.row("SOURCE").set("TEXT", one.source);
            }
            for (const Spot& spot : one.spots) {
                if (spot.path.empty()) {
                    continue;  // about the whole: nothing of it alone would mend it
                }
                kit::View link = row.row("SPOT");
                link.set("LABEL", spot.label);
                const auto there = page_of(spot.path).value_or(page);
                link.set("ADDRESS", page::address(visit, control_path(summary, there, spot.path)));
            }
        }
    }
}

void findings_of(kit::View& body, const Visit& visit, const Summary& summary, const std::vector<Finding>& findings) {
    const auto count = static_cast<std::int64_t>(findings.size());
    if (findings.empty()) {
        return;
    }
    const bool stop = findings.front().weight == Finding::Weight::stops;
    kit::View list = body.row("FINDINGS");
    list.set("ID", stop ? "stops" : "warnings");
    list.set(
        "COUNT",
        stop ? say_count(count, "One thing stands in the way", "{0} things stand in the way", count)
             : say_count(
                   count, "One thing to look at before publishing", "{0} things to look at before publishing", count));
    finding_rows(list, visit, summary, findings);
}

void publish_form(kit::View& body, const Visit& visit, const Prepared& prepared, bool asked) {
    const Summary& s = prepared.draft.summary;
    kit::View publishing = body.row("PUBLISH");
    publishing.set("ACTION", page::address(visit, path_of(s, "/publish")));
    guard(publishing, visit, s);
    const bool whole = prepared.judged.faults.none() && !stops(prepared.findings);
    const std::string token = warnings_token(prepared.findings);
    const bool change = s.origin.kind == Origin::Kind::revision;
    publishing.set("BUTTON", change ? say("Publish the change") : say("Publish the call"));
    publishing.show_if("WHOLE", whole && token.empty() && !change);
    publishing.show_if("CHANGE", whole && token.empty() && change);
    publishing.show_if("NOT_WHOLE", !whole);
    publishing.show_if("LOOK", whole && !token.empty());
    if (whole && !token.empty()) {
        kit::View box = publishing.row("SEEN");
        box.set("TOKEN", token);
        box.show_if("ASKED", asked);
    }
}

kit::Response show(Visit& visit, const Opened& opened, const std::vector<Reason>& reasons, int status) {
    const Summary& s = opened.draft.summary;
    Page page(visit, "preparation/pages/overview.tpl", title_of(s));
    dress(page, visit, opened);
    page.errors(reasons, reasons.empty() ? Phrase() : say("Not published"));
    kit::View& body = page.body();
    body.set("NAME", title_of(s));
    const auto address = [&](std::string_view rest) { return page::address(visit, path_of(s, rest)); };
    body.set("PREVIEW", address("/preview"));
    body.set("FILE", address("/call.toml"));
    body.set("REHEARSAL", address("/rehearsal"));
    body.set("DIFFERENCE", address("/difference"));
    if (s.state == State::published) {
        body.row("PUBLISHED").set("ADDRESS", page::address(visit, "/calls/" + s.code));
        return page.answer(status);
    }
    if (s.state == State::discarded) {
        body.show("DISCARDED");
        return page.answer(status);
    }
    const auto prepared = prepare(visit.world, visit.signed_in(), visit.now, visit.captured.at(0));
    if (!prepared) {
        return page::refusal(visit, prepared.error());
    }
    const auto faults = faults_of(opened.tree, prepared->judged.faults);
    fault_rows(body, visit, opened, faults);
    const auto warns = std::find_if(prepared->findings.begin(), prepared->findings.end(), [](const Finding& one) {
        return one.weight == Finding::Weight::warns;
    });
    findings_of(body, visit, s, {prepared->findings.begin(), warns});
    findings_of(body, visit, s, {warns, prepared->findings.end()});
    kit::View editing = body.row("EDITING");
    page_rows(editing, visit, opened, faults, prepared->findings);
    const bool asked =
        std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) { return reason.field == "seen"; });
    publish_form(body, visit, *prepared, asked);
    fill_revision(body, visit, opened, prepared->judged);
    kit::View discarding = body.row("DISCARD");
    discarding.set("ACTION", address("/discard"));
    guard(discarding, visit, s);
    return page.answer(status);
}

}  // namespace

kit::Response overview(Visit& visit) {
    const auto found = opened(visit);
    return found ? show(visit, *found, {}, 200) : page::refusal(visit, found.error());
}

kit::Response publish_draft(Visit& visit) {
    const auto seen = posted_version(visit).value_or(Version{});
    const auto published =
        publish(visit.world, visit.signed_in(), visit.now, visit.captured.at(0), seen, visit.request.form.get("seen"));
    if (published) {
        return page::redirect(visit, "/desk/calls/drafts/" + visit.captured.at(0));
    }
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    std::vector<Reason> reasons = published.error().reasons;
    for (Reason& reason : reasons) {
        if (reason.field != "seen") {
            reason.field.clear();  // the list below links to the pages
        }
    }
    return show(visit, *found, reasons, published.error().kind == Refusal::Kind::conflict ? 409 : 422);
}

kit::Response discard_draft(Visit& visit) {
    const auto seen = posted_version(visit).value_or(Version{});
    const auto gone = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return discard(act, visit.signed_in(), visit.captured.at(0), seen);
    });
    if (gone) {
        return page::redirect(visit, "/desk/calls");
    }
    const auto found = opened(visit);
    return found && gone.error().kind == Refusal::Kind::conflict ? show(visit, *found, gone.error().reasons, 409)
                                                                 : page::refusal(visit, gone.error());
}

kit::Response call_file(Visit& visit) {
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const std::string& code = found->draft.summary.code;
    const bool plain =
        !code.empty() && code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") == std::string::npos;
    kit::Response response;
    response.type = "application/toml; charset=utf-8";
    response.body = found->draft.content;
    response.header("Content-Disposition", "attachment; filename=\"" + (plain ? code : "call") + ".toml\"");
    response.header("Cache-Control", "no-store");
    response.header("X-Content-Type-Options", "nosniff");
    return response;
}

namespace {

/// A value as it is read in the table of differences: of a choice its words.
std::string told(const Visit& visit, const std::string& path, const std::optional<kit::TomlNode>& node) {
    const call::FormatRow* row = call::find_row(path);
    if (row == nullptr || !node) {
        return "";
    }
    const std::string text = as_typed(*row, &*node);
    for (const call::FormatWord& word : row->words) {
        if (word.value == text) {
            return visit.world.words.text(visit.language, word.name);
        }
    }
    return row->kind == call::ValueKind::truth
               ? visit.world.words.text(visit.language, text == "1" ? say("Yes") : say("No"))
           : row->kind == call::ValueKind::percent ? text + " %"
           : row->kind == call::ValueKind::euros   ? text + " €"
                                                   : text;
}

/// The file that this draft is compared with: the call it was copied from, or the one published last.
std::shared_ptr<const call::Call> compared(const Visit& visit, const Opened& opened) {
    std::shared_ptr<const call::Call> last;
    const Origin& origin = opened.draft.summary.origin;
    visit.world.database.read([&](kit::Transaction& t) {
        if (origin.kind == Origin::Kind::copy || origin.kind == Origin::Kind::revision) {
            last = call::frozen_call(t, origin.call_hash());
            return;
        }
        for (const auto& one : call::all(t, visit.now)) {
            const bool newer = last == nullptr || one->window.opens > last->window.opens;
            last = newer && one->code.text != opened.draft.summary.code ? one : last;
        }
    });
    return last;
}

}  // namespace

kit::Response difference_page(Visit& visit) {
    const auto found = opened(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "preparation/pages/difference.tpl", say("What differs from the last call"));
    dress(page, visit, *found);
    page.crumb(title_of(found->draft.summary), path_of(found->draft.summary));
    kit::View& body = page.body();
    const auto last = compared(visit, *found);
    body.show_if("NO_CALL", last == nullptr);
    if (last == nullptr) {
        return page.answer();
    }
    body.row("LAST").set("NAME", last->name);
    const kit::TomlTree before = tree_of(last->file.text);
    const auto all = differences(before, found->tree);
    body.show_if("SAME", all.empty());
    if (all.empty()) {
        return page.answer();
    }
    kit::View list = body.row("TABLE");
    for (const Difference& one : all) {
        Phrase label;
        for (const Phrase& part : one.labels) {
            label = label.empty() ? part : say("{0}: {1}", label, part);
        }
        kit::View row = list.row("DIFFERENCE_ROW");
        row.set("LABEL", label);
        row.set("BEFORE", told(visit, one.path, one.before));
        row.set("AFTER", told(visit, one.path, one.after));
        row.show_if("NEW", !one.before);
        row.show_if("GONE", !one.after);
    }
    return page.answer();
}

}  // namespace vastin::preparation
