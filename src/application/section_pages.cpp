#include "application/section_pages.h"

#include <algorithm>

#include "application/answer_text.h"
#include "application/application_files.h"
#include "application/field_views.h"
#include "document/attachment.h"
#include "organisation/organisation_store.h"

namespace vastin::application {

using page::Page;
using page::Visit;

namespace {

/// The sheet named by the path and ?part=N, or nothing.
std::optional<Sheet> find_sheet(const Visit& visit, const Shown& shown) {
    const bool posts = visit.request.method == kit::Method::post;
    const std::string typed = posts ? visit.request.form.get("part") : visit.request.parameters.get("part");
    const auto ordinal = typed.empty() ? std::optional<std::int64_t>(1) : read_number(typed);
    for (const Sheet& sheet : sheets(shown)) {
        const bool common = sheet.section->whose == form::Whose::common;
        if (sheet.section->key == visit.captured.at(1) && ordinal &&
            (common || shown.application.parts.at(sheet.part).ordinal == *ordinal)) {
            return sheet;
        }
    }
    return std::nullopt;
}

bool asks(const Sheet& sheet, std::string_view key) {
    return std::any_of(sheet.section->fields.begin(), sheet.section->fields.end(), [&](const form::Field& field) {
        return field.key == key;
    });
}

struct SectionPage {
    const form::Answers& answers;  // what the fields show
    std::vector<Reason> reasons;
    const Application* saved = nullptr;  // on a conflict: what is saved meanwhile
    int status = 200;
};

/// The fields whose saved text is another than what was typed.
void conflict_rows(
    kit::View& view, const Visit& visit, const Shown& shown, const Sheet& sheet, const SectionPage& what) {
    kit::View box = view.row("CONFLICT");
    for (const form::Field& field : sheet.section->fields) {
        const std::string saved =
            as_read(visit.world.words, visit.language, *shown.call, field, answers_of(*what.saved, sheet));
        const std::string typed = as_read(visit.world.words, visit.language, *shown.call, field, what.answers);
        if (saved != typed) {
            kit::View row = box.row("DIFFERENCE");
            row.set("LABEL", field.label);
            row.set("SAVED", saved);
            row.set("TYPED", typed);
        }
    }
}

/// The address of the section that asks the days of the project, "" where none does.
std::string days_section(const Visit& visit, const Shown& shown) {
    for (const form::Section& section : shown.call->form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key::starts) {
                return page::address(visit, path_of(shown.application, Sheet{&section, 0}));
            }
        }
    }
    return {};
}

/// What the register knows under the business ID that stands in the section, where it asks for one.
void register_note(kit::View& body, const Visit& visit, const form::Answers& answers) {
    const auto typed = answers.find(key::business_id);
    const auto number = typed == answers.end() ? form::Read<organisation::Number>(tl::unexpected(Phrase()))
                                               : organisation::read_number(typed->second);
    if (!number) {
        return;
    }
    std::optional<organisation::Organisation> known;
    std::vector<organisation::Unit> units;
    visit.world.database.read([&](kit::Transaction& t) {
        known = organisation::find(t, *number);
        units = known ? organisation::units(t, known->id) : std::vector<organisation::Unit>();
    });
    if (!known || known->standing != organisation::Name::checked) {
        return;
    }
    kit::View note = body.row("KNOWN");
    note.set("NAME", say("{0} is {1} in the register of this service.", organisation::told(*number), known->name));
    for (const organisation::Unit& unit : units) {
        note.row("UNIT").set("NAME", unit.name);
    }
}

/// The files of the places that the section asks for.
std::vector<PlacedFile> placed_files(const Visit& visit, const Shown& shown, const Sheet& sheet) {
    std::vector<PlacedFile> all;
    for (const form::Field& field : sheet.section->fields) {
        if (field.kind == form::FieldKind::file) {
            for (const document::Attachment& one : files_in(shown.application, field.place)) {
                all.push_back({field.place,
                               one.name,
                               page::address(visit, path_of(shown.application, "/attachments/" + one.id.str()))});
            }
        }
    }
    return all;
}

/// Whether a button of the section does something else than going on.
bool has_buttons(const form::Section& section) {
    return std::any_of(section.fields.begin(), section.fields.end(), [](const form::Field& field) {
        return field.kind == form::FieldKind::rows || field.kind == form::FieldKind::file;
    });
}

/// Whether a page of the section shows a sum of what is typed.
bool sums(const form::Section& section) {
    return std::any_of(section.fields.begin(), section.fields.end(), [](const form::Field& field) {
        return field.kind == form::FieldKind::rows;
    });
}

/// Whether an answer may make the page ask more, or less.
bool asks_on_condition(const form::Section& section) {
    return std::any_of(section.fields.begin(), section.fields.end(), [](const form::Field& field) {
        return static_cast<bool>(field.show);
    });
}

/// The keys of the questions with a condition that the page asks now.
std::string asked_on_condition(const Shown& shown, const Sheet& sheet) {
    std::string keys;
    for (const form::Field& field : sheet.section->fields) {
        if (field.show && !hidden_in(shown, sheet).contains(field.key)) {
            keys += (keys.empty() ? "" : ",") + field.key;
        }
    }
    return keys;
}

/// Whether the plan is worked out from this section's sums.
bool computes(const Sheet& sheet) { return asks(sheet, key::pay) || asks(sheet, key::outside_private); }

kit::Response section_page(Visit& visit, const Shown& shown, const Sheet& sheet, const SectionPage& what) {
    const Application& a = shown.application;
    Page page(visit, "application/pages/section.tpl", sheet.section->title);
    dress(page, visit, shown);
    page.crumb(title_of(a), path_of(a));
    page.errors(what.reasons, what.saved != nullptr ? say("Not saved yet") : Phrase());
    kit::View& body = page.body();
    const bool part = sheet.section->whose == form::Whose::part;
    body.set("CALL", part ? part_name(a.parts[sheet.part]) : Phrase(shown.call->name));
    body.set("ACTION", page::address(visit, path_of(a, "/sections/" + sheet.section->key)));
    body.set("PART", part ? std::to_string(a.parts[sheet.part].ordinal) : std::string("1"));
    body.set("ACCOUNT", visit.signed_in().id.str());
    body.set("TITLE", sheet.section->title);
    body.set("VERSION", std::to_string(version_of(a, sheet).number));
    page::form_secret(body, visit);
    if (part) {
        register_note(body, visit, asks(sheet, key::business_id) ? what.answers : form::Answers());
    }
    if (what.saved != nullptr) {
        conflict_rows(body, visit, shown, sheet, what);
    }
    const JudgedPart& judged = shown.judged.parts.at(sheet.part);
    fields(body,
           *shown.call,
           *sheet.section,
           {what.answers,
            what.reasons,
            years(shown.judged),
            judged.money,
            days_section(visit, shown),
            placed_files(visit, shown, sheet),
            &hidden_in(shown, sheet)});
    if (asks_on_condition(*sheet.section)) {
        body.row("ON_CONDITION").set("KEYS", asked_on_condition(shown, sheet));
        body.show_if("CONDITIONAL", what.saved == nullptr);
    }
    body.show_if("ASKS_BUTTON", has_buttons(*sheet.section));
    body.show_if("COMPUTING", what.saved == nullptr && (computes(sheet) || sums(*sheet.section)));
    if (computes(sheet) && what.saved == nullptr) {
        body.show("COMPUTES");
        plan(body, *shown.call, judged.money ? std::optional(judged.money->plan) : std::nullopt);
    }
    return page.answer(what.status);
}

}  // namespace

kit::Response section(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    const auto sheet = find_sheet(visit, *found);
    if (!sheet) {
        return page::not_found(visit);
    }
    if (!editable(found->application.state)) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    const bool checked = visit.request.parameters.has("checked");
    return section_page(visit,
                        *found,
                        *sheet,
                        {answers_of(found->application, *sheet),
                         checked ? reasons_in(found->judged, *sheet, false) : std::vector<Reason>(),
                         nullptr,
                         200});
}

namespace {

kit::Response json(int status, kit::Json::Object what) {
    kit::Response response;
    response.status = status;
    response.type = "application/json; charset=utf-8";
    response.header("Cache-Control", "no-store");
    response.body = kit::Json(std::move(what)).canonical();
    return response;
}

/// What the script of the page is told.
kit::Response told(const Visit& visit, const PostedSection& posted, const Result<Application>& saved) {
    const auto text = [&](const Phrase& phrase) { return visit.world.words.text(visit.language, phrase); };
    if (saved) {
        return json(200, {{"saved", text(say("Saved {0}", saved->changed))}, {"version", posted.seen.next().number}});
    }
    const bool conflict = saved.error().kind == Refusal::Kind::conflict;
    return json(conflict ? 409 : 404,
                {{"why",
                  text(conflict ? say("Not saved: somebody else changed this section. Save it with the button to see "
                                      "both texts.")
                                : say("Not saved: the application is not there any more."))}});
}

/// Both texts, when somebody else saved the section meanwhile; else why it cannot be changed any more.
kit::Response not_saved(Visit& visit, const PostedSection& posted, const Refusal& refusal) {
    const auto now_saved = shown(visit);
    if (refusal.kind != Refusal::Kind::conflict || !now_saved || !editable(now_saved->application.state)) {
        return page::refusal(visit, refusal);
    }
    const auto sheet = find_sheet(visit, *now_saved);
    if (!sheet) {
        return page::not_found(visit);
    }
    const auto answers = form::merge(answers_of(now_saved->application, *sheet),
                                     form::take(*sheet->section, posted.fields, now_saved->call->themes));
    return section_page(visit, *now_saved, *sheet, {answers, refusal.reasons, &now_saved->application, 409});
}

/// A question of the section that is asked since this save: the form did not hold it. "" where there is none.
std::string newly_asked(const Shown& shown, const Sheet& sheet, const kit::Fields& posted) {
    const std::string there = "," + posted.get("asked") + ",";
    for (const form::Field& field : sheet.section->fields) {
        if (field.show && !hidden_in(shown, sheet).contains(field.key) &&
            there.find("," + field.key + ",") == std::string::npos) {
            return field.key;
        }
    }
    return {};
}

/// The section after this one, or the task list.
std::string next_path(const Shown& shown, const Sheet& sheet) {
    const auto all = sheets(shown);
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
        if (all[i].section == sheet.section && all[i].part == sheet.part && all[i + 1].part == sheet.part) {
            return path_of(shown.application, all[i + 1]);
        }
    }
    return path_of(shown.application);
}

std::string checked_path(const std::string& path) {
    return path + (path.find('?') == std::string::npos ? "?" : "&") + "checked=1";
}

/// Where the buttons of rows and files lead; nothing when another was pressed.
std::optional<std::string> other_way(const Shown& shown, const Sheet& sheet, const kit::Fields& posted, bool wrong) {
    if (posted.has("add_files")) {
        const std::string place = posted.get("add_files");
        return call::find_place(*shown.call, place) != nullptr
                   ? std::optional(path_of(shown.application, "/attachments#" + place_field(place)))
                   : std::nullopt;
    }
    const std::string here = path_of(shown.application, sheet);
    const std::string path = wrong ? checked_path(here) : here;
    const std::string added = posted.get("add_row"), removed = posted.get("remove_row");
    for (const form::Field& field : sheet.section->fields) {
        if (field.kind != form::FieldKind::rows || field.columns.empty()) {
            continue;
        }
        const auto rows = form::rows_shown(answers_of(shown.application, sheet), field.key);
        if (added == field.key && !rows.empty()) {
            return path + "#" + form::row_name(field, rows.back(), field.columns.front());
        }
        if (!removed.empty() && form::belongs(removed, field.key)) {
            return path + "#" + field.key;
        }
    }
    return std::nullopt;
}

}  // namespace

kit::Response save_section(Visit& visit) {
    const kit::Fields& form = visit.request.form;
    const auto version = read_number(form.get("version"));
    const auto part = form.get("part").empty() ? std::optional<std::int64_t>(1) : read_number(form.get("part"));
    if (!version || !part) {
        return not_whole(visit);
    }
    const PostedSection posted{visit.captured.at(1), *part, {*version}, form};
    const auto saved = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return save(act, visit.signed_in(), visit.captured.at(0), posted);
    });
    if (!visit.request.header("x-vastin-autosave").empty()) {
        return told(visit, posted, saved);
    }
    if (!saved) {
        return not_saved(visit, posted, saved.error());
    }
    const auto now = shown(visit);
    const auto sheet = now ? find_sheet(visit, *now) : std::nullopt;
    if (!sheet) {
        return page::redirect(visit, "/applications");
    }
    const bool wrong = !reasons_in(now->judged, *sheet, false).empty();
    if (const auto other = other_way(*now, *sheet, form, wrong)) {
        return page::redirect(visit, *other);
    }
    if (wrong || form.has("stay")) {
        return page::redirect(visit, checked_path(path_of(now->application, *sheet)));
    }
    if (const std::string key = newly_asked(*now, *sheet, form); !key.empty()) {
        return page::redirect(visit, path_of(now->application, *sheet) + "#" + key);
    }
    return page::redirect(visit, form.has("back") ? path_of(now->application) : next_path(*now, *sheet));
}

}  // namespace vastin::application
