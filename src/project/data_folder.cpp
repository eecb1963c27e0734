#include "project/data_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "application/application_revision.h"
#include "call/call_acts.h"
#include "call/call_load.h"
#include "project/project_load.h"

namespace vastin::project {

namespace {

namespace files = std::filesystem;
using programme::SourceFile;

/// The file `name` of the folder; a fault and an empty text when it cannot be read.
SourceFile read_file(const std::string& folder, const std::string& name, kit::Faults& faults) {
    std::ifstream file(files::path(folder) / name, std::ios::binary);
    SourceFile read{name, {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
    if (!file.is_open() || file.bad()) {
        faults.all.push_back({name, 0, 1, "", "this file cannot be read"});
    }
    return read;
}

/// The files of `folder` that end in .toml, by name.
std::vector<std::string> toml_files(const std::string& folder, const std::string& below) {
    std::vector<std::string> names;
    std::error_code missing;
    for (const auto& entry : files::directory_iterator(files::path(folder) / below, missing)) {
        if (entry.path().extension() == ".toml") {
            names.push_back(below + entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Two files may not hold the same call.
void note_twice(const std::vector<call::Call>& calls, const call::Call& call, kit::Faults& faults) {
    for (const call::Call& other : calls) {
        if (other.code == call.code && !call.code.text.empty()) {
            faults.all.push_back(
                {call.file.name, 1, 1, "code", "\"" + call.code.text + "\" is taken already by " + other.file.name});
        }
    }
}

}  // namespace

DataFolder load_folder(const std::string& folder, kit::Faults& faults) {
    const std::size_t before = faults.all.size();
    DataFolder data;
    const SourceFile programme_file = read_file(folder, "programme.toml", faults);
    if (faults.all.size() == before) {
        data.programme = programme::load(programme_file, faults);
    }
    // without a programme every theme and source would be told as unknown: then only the syntax of the rest is read
    const bool blind = data.programme.sources.empty();
    for (const std::string& name : toml_files(folder, "calls/")) {
        const SourceFile file = read_file(folder, name, faults);
        if (blind) {
            kit::Toml::read(name, file.text, faults);
            continue;
        }
        call::Call call = call::load(file, data.programme, faults);
        note_twice(data.calls, call, faults);
        data.calls.push_back(std::move(call));
    }
    for (const std::string& name : toml_files(folder, "")) {
        if (name == "projects.toml") {
            const SourceFile file = read_file(folder, name, faults);
            if (blind) {
                kit::Toml::read(name, file.text, faults);
            } else {
                data.projects = load(file, data.programme, faults);
            }
        } else if (name == "organisations.toml") {
            data.organisations = organisation::load(name, read_file(folder, name, faults).text, faults);
        } else if (name != "programme.toml") {
            faults.all.push_back(
                {name,
                 1,
                 1,
                 "",
                 "unknown file; known here: programme.toml, organisations.toml, projects.toml, calls/*.toml"});
        }
    }
    for (std::size_t i = before; i < faults.all.size(); ++i) {
        faults.all[i].file = (files::path(folder) / faults.all[i].file).string();
    }
    return data;
}

std::vector<kit::Fault> check_folder(const std::string& folder) {
    kit::Faults faults;
    load_folder(folder, faults);
    return std::move(faults.all);
}

Result<PublishedFolder> publish_folder(flow::Act& act, const DataFolder& folder) {
    PublishedFolder published;
    published.programme = TRY(programme::publish(act, folder.programme));
    for (const call::Call& call : folder.calls) {
        const auto before = call::find(act.db(), call.code);
        if (before != nullptr && call::folder_gives_anew(act.db(), call)) {
            auto reasons = application::not_revisable(act.db(), *before, call, act.now());
            for (Reason& reason : reasons) {
                reason.phrase = say("{0}: {1}", call.file.name, reason.phrase);
            }
            if (!reasons.empty()) {
                return refuse(std::move(reasons));
            }
        }
        const auto outcome = TRY(call::publish(act, call));
        published.calls += outcome == programme::Published::anew ? 1 : 0;
    }
    published.organisations = TRY(organisation::import(act, folder.organisations));
    published.projects = TRY(import(act, folder.projects));
    return published;
}

}  // namespace vastin::project
