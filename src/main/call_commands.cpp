#include "main/call_commands.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "application/tried.h"
#include "call/call_data.h"
#include "call/call_load.h"
#include "call/call_places.h"
#include "kit/json_read.h"
#include "main/town.h"
#include "preparation/lint.h"

namespace vastin::town {

namespace {

namespace files = std::filesystem;

/// The text of `file`; throws std::runtime_error when it cannot be read.
std::string read_whole(const std::string& file) {
    if (files::is_directory(file)) {
        throw std::runtime_error(file + ": expected a file, found a folder");
    }
    std::ifstream in(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) {
        throw std::runtime_error(file + ": this file cannot be read");
    }
    return text;
}

/// The programme.toml that goes with the call, or "".
std::string programme_of(const CallFile& call) {
    if (!call.programme.empty()) {
        return (files::path(call.programme) / "programme.toml").string();
    }
    const files::path folder = files::path(call.file).parent_path();
    for (const files::path& beside : {folder / ".." / "programme.toml", folder / "programme.toml"}) {
        if (files::exists(beside)) {
            return beside.lexically_normal().string();
        }
    }
    return {};
}

struct Read {
    call::Call call;
    programme::Programme programme;
};

Read read_call(const CallFile& file, kit::Faults& faults) {
    const programme::SourceFile source{file.file, read_whole(file.file)};
    const std::string beside = programme_of(file);
    if (beside.empty()) {
        call::LoadedAlone alone = call::load_alone(source, faults);
        return {std::move(alone.call), std::move(alone.programme)};
    }
    auto programme = programme::load({beside, read_whole(beside)}, faults);
    if (!faults.none()) {  // without it every theme and source would be told as unknown
        return {};
    }
    auto call = call::load(source, programme, faults);
    return {std::move(call), std::move(programme)};
}

/// The moment at which a document says that it arrives, where it does.
std::optional<Instant> arrival(const std::string& file, const kit::Json& document, const Zone& zone) {
    if (const auto* milliseconds = document["arrived"].number()) {
        return Instant{*milliseconds};
    }
    const auto* text = document["arrived"].text();
    const auto time = text == nullptr ? std::nullopt : read_local_time(*text);
    if (text != nullptr && !time) {
        throw std::runtime_error(file + ": arrived: expected a local time such as 2025-06-02T16:15:00, found \"" +
                                 *text + "\"");
    }
    return time ? std::optional(zone.moment(*time).at) : std::nullopt;
}

/// Where a finding begins in the file: its own key, or the table that should have it.
kit::Place place_of(const call::RulePlaces& places, std::string path) {
    while (!path.empty()) {
        if (const auto found = places.find(path)) {
            return found->at;
        }
        path.resize(std::min(path.find_last_of(".["), path.size() - 1));
    }
    return {1, 1};
}

/// What a person should see before publishing, one a line: FILE:LINE:COLUMN: warning: SENTENCE.
void print_findings(const CallFile& file, const Read& read) {
    const kit::Words words(home().build + "/texts", read.programme.zone);
    const call::RulePlaces places(read.call);
    for (const preparation::Finding& one : preparation::lint(read.call, read.programme)) {
        const kit::Place at = place_of(places, one.spots.front().path);
        std::printf("%s:%d:%d: warning: %s: %s\n",
                    file.file.c_str(),
                    at.line,
                    at.column,
                    one.spots.front().path.c_str(),
                    words.text(Language::en, one.sentence).c_str());
    }
}

}  // namespace

int check_call(const CallFile& call) {
    kit::Faults faults;
    const Read read = read_call(call, faults);
    std::fputs(faults.text().c_str(), stdout);
    if (faults.none()) {
        print_findings(call, read);
    }
    return faults.none() ? 0 : 1;
}

int try_call(const CallFile& file, const std::string& application, const std::string& language, bool json) {
    const auto spoken = read_language(language);
    if (!spoken) {
        throw std::runtime_error("--lang: expected fi, sv or en, found \"" + language + "\"");
    }
    kit::Faults faults;
    const Read read = read_call(file, faults);
    if (!faults.none()) {
        std::fputs(faults.text().c_str(), stderr);
        return 1;
    }
    const auto document = kit::read_json(read_whole(application));
    if (!document) {
        const kit::JsonFault& fault = document.error();
        throw std::runtime_error(application + ":" + std::to_string(fault.line) + ":" + std::to_string(fault.column) +
                                 ": " + fault.message);
    }
    const auto made = application::read_application(*document);
    if (!made) {
        throw std::runtime_error(application + ": " + made.error());
    }
    const auto tried =
        application::try_application(*made, read.call, arrival(application, *document, read.programme.zone));
    const kit::Words words(home().build + "/texts", read.programme.zone);
    const std::string told = json ? application::told_as_json(tried, read.call, words, *spoken).canonical() + "\n"
                                  : application::told_as_text(tried, read.call, words, *spoken);
    std::fputs(told.c_str(), stdout);
    return 0;
}

int print_schema(const std::string& name) {
    if (name != "application" && name != "call") {
        std::fprintf(stderr, "vastin schema: expected application or call, found %s\n", name.c_str());
        return 1;
    }
    const kit::Json schema = name == "call" ? call::call_schema() : application::application_schema();
    std::printf("%s\n", schema.canonical().c_str());
    return 0;
}

}  // namespace vastin::town
