// The places for files of a call: read from its data, found, said.
#include <algorithm>

#include "call/call_load.h"
#include "kit/limits.h"

namespace vastin::call {

namespace {

constexpr std::int64_t megabytes_most = kit::limits::upload_file / 1024 / 1024;

std::vector<document::Kind> read_kinds(const kit::Toml& table) {
    std::vector<document::Kind> kinds;
    const std::size_t before = table.faults();
    for (const std::string& word : table.texts("kinds")) {
        const auto kind = document::read_kind(word);
        if (!kind) {
            table.fault("kinds",
                        say("expected pdf, docx, xlsx, pptx, odt, ods, png, jpeg or text, found \"{0}\"", word));
        } else {
            kinds.push_back(*kind);
        }
    }
    if (kinds.empty() && table.faults() == before) {
        table.fault("kinds", say("expected at least one kind of file, found none"));
    }
    return kinds;
}

}  // namespace

std::vector<FilePlace> load_places(const kit::Toml& root, const programme::Sources& sources) {
    std::vector<FilePlace> places;
    std::vector<std::string> taken;
    for (const kit::Toml& table : root.tables("attachments")) {
        FilePlace place;
        place.key = programme::read_code(table, taken, "key");
        place.title = table.words("title");
        place.hint = table.words_if("hint");
        place.required = table.truth("required", false);
        place.kinds = read_kinds(table);
        place.most_megabytes = table.number("most_megabytes", 1, megabytes_most);
        place.most_files = table.number("most_files", 1, static_cast<std::int64_t>(kit::limits::attachments_per_place));
        place.source = programme::read_source(table, sources);
        places.push_back(std::move(place));
    }
    return places;
}

const FilePlace* find_place(const Call& call, std::string_view key) {
    const auto found =
        std::find_if(call.files.begin(), call.files.end(), [&](const FilePlace& place) { return place.key == key; });
    return found == call.files.end() ? nullptr : &*found;
}

Phrase limits_of(const FilePlace& place) {
    std::string kinds;
    for (const document::Kind kind : place.kinds) {
        kinds += (kinds.empty() ? "" : ", ") + std::string(document::shown(kind));
    }
    return say_count(place.most_files,
                     "One file, at most {1} MB. Forms taken: {2}.",
                     "At most {0} files, each at most {1} MB. Forms taken: {2}.",
                     place.most_files,
                     place.most_megabytes,
                     kinds);
}

}  // namespace vastin::call
