#include "application/file_pages.h"

#include <algorithm>

#include "application/application_files.h"
#include "application/application_pages.h"
#include "application/received.h"
#include "identity/identity_store.h"

namespace vastin::application {

using page::Page;
using page::Visit;

namespace {

constexpr std::int64_t kilobyte = 1024;

/// "340 kB", "1.2 MB": for people, rounded up so that no file looks smaller than it is.
Phrase size_of(std::int64_t bytes, Language language) {
    const std::int64_t kilobytes = (bytes + kilobyte - 1) / kilobyte;
    if (kilobytes < kilobyte) {
        return say("{0} kB", kilobytes);
    }
    const std::int64_t tenths = (kilobytes * 10 + kilobyte - 1) / kilobyte;
    return say("{0} MB",
               std::to_string(tenths / 10) + (language == Language::en ? "." : ",") + std::to_string(tenths % 10));
}

std::string list_of(const std::vector<std::string>& all) {
    std::string made;
    for (const std::string& one : all) {
        made += (made.empty() ? "" : ",") + one;
    }
    return made;
}

/// What a browser offers in its choice of files; only a help, the content decides.
std::string endings(const call::FilePlace& place) {
    std::vector<std::string> all;
    for (const document::Kind kind : place.kinds) {
        const std::string name(document::code(kind));
        if (kind == document::Kind::text) {
            all.insert(all.end(), {".txt", ".csv"});
        } else if (kind == document::Kind::jpeg) {
            all.insert(all.end(), {".jpg", ".jpeg"});
        } else {
            all.push_back("." + name);
        }
    }
    return list_of(all);
}

std::string path_of_file(const Application& a, const document::Attachment& file) {
    return path_of(a, "/attachments/" + file.id.str());
}

std::string adder_of(const Visit& visit, const document::Attachment& file) {
    std::string name;
    visit.world.database.read([&](kit::Transaction& t) {
        const auto id = Id<identity::Account>::read(file.adder);
        const auto account = id ? identity::find_account(t, *id) : std::nullopt;
        name = account ? account->name : std::string();
    });
    return name;
}

void file_row(kit::View& row, const Visit& visit, const document::Attachment& one, const std::string& address) {
    row.set("NAME", one.name);
    row.set("ADDRESS", page::address(visit, address));
    row.set("KIND", document::shown(one.file.kind));
    row.set("SIZE", size_of(one.file.size, visit.language));
}

void place_rows(kit::View& body, const Visit& visit, const Shown& shown, const std::vector<Reason>& reasons) {
    const Application& a = shown.application;
    for (const call::FilePlace& place : shown.call->files) {
        const std::string key = place_field(place.key);
        const auto there = files_in(a, place.key);
        if (shown.judged.hidden_places.contains(place.key) && there.empty()) {
            continue;
        }
        kit::View view = body.row("PLACE");
        view.set("KEY", key);
        view.set("TITLE", place.title);
        view.show_if("REQUIRED", shown.judged.required_places.contains(place.key));
        if (place.hint) {
            view.row("HINTED").set("HINT", *place.hint);
        }
        view.show_if("NONE", there.empty());
        for (const document::Attachment& one : there) {
            kit::View row = view.row("FILE");
            file_row(row, visit, one, path_of_file(a, one));
            row.set("ADDED", say("Added {0}, {1}", one.added, adder_of(visit, one)));
            row.set("ACTION", page::address(visit, path_of_file(a, one) + "/remove"));
            page::form_secret(row, visit);
        }
        const auto errors = page::reasons_at(reasons, key);
        if (static_cast<std::int64_t>(there.size()) >= place.most_files && errors.empty()) {
            view.show("FULL");
            continue;
        }
        kit::View form = view.row("ADD");
        form.set("KEY", key);
        form.set("TITLE", place.title);
        form.set("ACTION", page::address(visit, path_of(a, "/attachments/" + place.key)));
        form.set("LIMITS", limits_of(place));
        form.set("ENDINGS", endings(place));
        form.show_if("MANY", place.most_files > 1);
        form.show_if("ONE", place.most_files == 1);
        form.show_if("WRONG", !errors.empty());
        for (const Phrase& error : errors) {
            form.row("ERROR").set("TEXT", error);
        }
        page::form_secret(form, visit);
    }
}

kit::Response files_page(Visit& visit, const Shown& shown, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "application/pages/files.tpl", say("Attachments"));
    dress(page, visit, shown);
    page.crumb(title_of(shown.application), path_of(shown.application));
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("CALL", shown.call->name);
    body.set("BACK", page::address(visit, path_of(shown.application)));
    place_rows(body, visit, shown, reasons);
    return page.answer(status);
}

std::string id_in(const Visit& visit) { return visit.captured.at(0); }

}  // namespace

kit::Response files(Visit& visit) {
    const auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    if (!editable(found->application.state)) {
        return page::redirect(visit, path_of(found->application, "/receipt"));
    }
    return found->call->files.empty() ? page::not_found(visit) : files_page(visit, *found, {}, 200);
}

std::optional<kit::Response> may_add_files(Visit& visit) {
    Result<Application> opened = not_found();
    visit.world.database.read([&](kit::Transaction& t) { opened = open_to_edit(t, visit.signed_in(), id_in(visit)); });
    if (!opened) {
        return page::refusal(visit, opened.error());
    }
    const auto found = shown(visit);
    return found && find_place(*found->call, visit.captured.at(1)) != nullptr ? std::nullopt
                                                                              : std::optional(page::not_found(visit));
}

kit::Response add_files(Visit& visit) {
    const auto added = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return attach(act, visit.signed_in(), id_in(visit), visit.captured.at(1), visit.request.files);
    });
    const auto& reasons = added ? added->refused : added.error().reasons;
    if (added && reasons.empty()) {
        return page::redirect(visit,
                              "/applications/" + id_in(visit) + "/attachments#" + place_field(visit.captured.at(1)));
    }
    const auto found = shown(visit);
    if (!found || !editable(found->application.state) || (!added && added.error().kind == Refusal::Kind::not_found)) {
        return page::refusal(visit, added ? found.error() : added.error());
    }
    return files_page(visit, *found, reasons, !added && added.error().kind == Refusal::Kind::conflict ? 409 : 422);
}

kit::Response remove_file(Visit& visit) {
    const auto removed = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return detach(act, visit.signed_in(), id_in(visit), visit.captured.at(1));
    });
    return removed ? page::redirect(visit, "/applications/" + id_in(visit) + "/attachments")
                   : page::refusal(visit, removed.error());
}

namespace {

const document::Attachment* find(const std::vector<document::Attachment>& all, std::string_view id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id.str() == id; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

kit::Response file(Visit& visit) {
    auto found = shown(visit);
    if (!found) {
        return page::refusal(visit, found.error());
    }
    if (const auto* of_draft = find(found->application.files, visit.captured.at(1));
        of_draft != nullptr && editable(found->application.state)) {
        return document::download(visit.world.database, *of_draft);
    }
    const auto received = received_of(visit, std::move(found));
    const auto* sent = received ? find(received->shown.application.files, visit.captured.at(1)) : nullptr;
    return sent != nullptr ? document::download(visit.world.database, *sent) : page::not_found(visit);
}

kit::Response sent_file_for_official(Visit& visit, std::string_view id, std::string_view attachment) {
    const auto received = received_of(visit, shown_to_official(visit, id));
    const auto* sent = received ? find(received->shown.application.files, attachment) : nullptr;
    return sent != nullptr ? document::download(visit.world.database, *sent) : page::not_found(visit);
}

void sent_files_for_official(kit::View& body, Visit& visit, std::string_view id) {
    if (const auto received = received_of(visit, shown_to_official(visit, id))) {
        files_summary(body, visit, received->shown, FileLinks::desk);
    }
}

bool files_task(kit::View& body, const Visit& visit, const Shown& shown) {
    const bool whole = shown.judged.files.empty(), begun = !shown.application.files.empty();
    kit::View row = body.row("FILES");
    row.set("ADDRESS", page::address(visit, path_of(shown.application, "/attachments")));
    row.show_if("DONE", whole && begun);
    row.show_if("OPTIONAL", whole && !begun);
    row.show_if("BEGUN", !whole && begun);
    row.show_if("EMPTY", !whole && !begun);
    return whole;
}

void files_summary(kit::View& body, const Visit& visit, const Shown& shown, FileLinks links) {
    const Application& a = shown.application;
    if (shown.call->files.empty() && a.files.empty()) {
        return;
    }
    kit::View section = body.row("ATTACHED").part("FILES", "application/pages/attached.tpl");
    if (links == FileLinks::draft) {
        section.row("CHANGE").set("ADDRESS", page::address(visit, path_of(a, "/attachments")));
    }
    for (const call::FilePlace& place : shown.call->files) {
        const auto there = files_in(a, place.key);
        if (shown.judged.hidden_places.contains(place.key) && there.empty()) {
            continue;
        }
        kit::View row = section.row("PLACE");
        row.set("TITLE", place.title);
        row.show_if("NONE", there.empty());
        for (const document::Attachment& one : there) {
            kit::View line = row.row("FILE");
            file_row(line, visit, one, (links == FileLinks::desk ? "/desk" : "") + path_of_file(a, one));
            if (links != FileLinks::draft) {
                line.row("SUM").set("HASH", one.file.hash);
            }
        }
    }
}

}  // namespace vastin::application
