#include "application/application_files.h"

#include <algorithm>

#include "application/application_store.h"
#include "call/call_acts.h"

namespace vastin::application {

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

/// Why this file cannot stand in the place, by its kind, size and the room there; nothing when it can.
std::optional<Phrase> unfit(const kit::UploadedFile& file,
                            const document::Blob& blob,
                            const call::FilePlace& place,
                            std::size_t there) {
    const std::string name = document::shown_name(file.name);
    if (std::find(place.kinds.begin(), place.kinds.end(), blob.kind) == place.kinds.end()) {
        std::string taken;
        for (const document::Kind kind : place.kinds) {
            taken += (taken.empty() ? "" : ", ") + std::string(document::shown(kind));
        }
        return say("The file “{0}” is of the form {1}. Here these are taken: {2}.",
                   name,
                   std::string(document::shown(blob.kind)),
                   taken);
    }
    if (blob.size > place.most_megabytes * megabyte) {
        return say(
            "The file “{0}” is larger than {1} MB. Save it smaller, for example with smaller pictures, or in two "
            "parts.",
            name,
            place.most_megabytes);
    }
    if (static_cast<std::int64_t>(there) >= place.most_files) {
        return say_count(place.most_files,
                         "The file “{1}” was not added: only one file belongs here. Remove the one that is here first.",
                         "The file “{1}” was not added: at most {0} files belong here. Remove one first.",
                         place.most_files,
                         name);
    }
    return std::nullopt;
}

/// Puts one file into the place, or says why not.
std::optional<Phrase> put_one(flow::Act& act,
                              Application& a,
                              const identity::Person& person,
                              const call::FilePlace& place,
                              const kit::UploadedFile& file,
                              std::int64_t& added) {
    const auto fault = document::read_fault(file.fault);
    if (!fault || *fault != document::Fault::none) {
        return document::told(fault.value_or(document::Fault::unknown), document::shown_name(file.name));
    }
    const auto blob = document::find_blob(act.db(), file.hash);
    if (!blob) {
        return say("The file “{0}” was not kept. Choose it again.", document::shown_name(file.name));
    }
    const std::string name = document::clean_name(file.name, blob->kind);
    const auto there = files_in(a, place.key);
    const auto same =
        std::find_if(there.begin(), there.end(), [&](const auto& one) { return one.file.hash == blob->hash; });
    if (same != there.end()) {  // the same form again, or the same file under two names
        return same->name == name
                   ? std::nullopt
                   : std::optional(say("The same file is here already under the name “{0}”.", same->name));
    }
    if (auto why = unfit(file, *blob, place, there.size())) {
        return why;
    }
    const document::Attachment made{
        act.new_id<document::Attachment>(), place.key, name, *blob, act.now(), person.id.str()};
    document::put_attachment(act.db(), a.id.str(), made);
    act.record(a.id.str(),
               "application.attach",
               {{"place", place.key},
                {"attachment", made.id.str()},
                {"name", name},
                {"kind", std::string(document::code(blob->kind))},
                {"bytes", blob->size},
                {"sha256", blob->hash}});
    a.files.push_back(made);
    ++added;
    return std::nullopt;
}

Phrase meanwhile() { return say("Somebody else just changed the application. Try again."); }

}  // namespace

Result<Attached> attach(flow::Act& act,
                        const identity::Person& person,
                        std::string_view id,
                        std::string_view place_key,
                        const std::vector<kit::UploadedFile>& files) {
    Application a = TRY(open_to_edit(act.db(), person, id));
    const auto call = call::find(act.db(), a.call);
    check(call != nullptr, "an application has its call");
    const call::FilePlace* place = find_place(*call, place_key);
    if (place == nullptr) {
        return not_found();
    }
    if (files.empty()) {
        return refuse({{say("Choose a file first."), place_field(place_key)}});
    }
    a.changed = act.now();
    a.changed_by = person.name;
    // the version of the common part counts the files, too: who sends what he saw, sends these
    if (!save_common(act.db(), a)) {
        return refuse(Refusal::Kind::conflict, meanwhile());
    }
    Attached made;
    for (const kit::UploadedFile& file : files) {
        if (auto why = put_one(act, a, person, *place, file, made.added)) {
            made.refused.push_back({std::move(*why), place_field(place_key)});
        }
    }
    if (made.added == 0 && !made.refused.empty()) {
        return refuse(std::move(made.refused));
    }
    return made;
}

Done detach(flow::Act& act, const identity::Person& person, std::string_view id, std::string_view attachment) {
    Application a = TRY(open_to_edit(act.db(), person, id));
    const auto read = Id<document::Attachment>::read(attachment);
    const auto found =
        std::find_if(a.files.begin(), a.files.end(), [&](const auto& one) { return read && one.id == *read; });
    if (found == a.files.end()) {
        return not_found();
    }
    a.changed = act.now();
    a.changed_by = person.name;
    if (!save_common(act.db(), a) || !document::remove_attachment(act.db(), a.id.str(), *read, act.now())) {
        return refuse(Refusal::Kind::conflict, meanwhile());
    }
    act.record(a.id.str(),
               "application.detach",
               {{"place", found->place},
                {"attachment", found->id.str()},
                {"name", found->name},
                {"sha256", found->file.hash}});
    return done();
}

std::vector<document::Attachment> files_in(const Application& application, std::string_view place) {
    std::vector<document::Attachment> all;
    std::copy_if(application.files.begin(), application.files.end(), std::back_inserter(all), [&](const auto& one) {
        return one.place == place;
    });
    return all;
}

std::string place_field(std::string_view place) { return "attachments." + std::string(place); }

}  // namespace vastin::application
