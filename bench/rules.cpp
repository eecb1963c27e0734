// How long one application takes against a call of many rules; and what preparing such a call takes: looking for what
// stands in its way, rehearsing it. Prints medians in milliseconds.
//   rules [RULES]     60 unless told, of kinds in turn, added to the call of programmes/kokkola
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "application/made_up.h"
#include "call/call_load.h"
#include "main/routes.h"
#include "main/town.h"
#include "median.h"
#include "preparation/lint.h"
#include "preparation/rehearsal.h"

namespace {

using namespace vastin;

/// `count` rules of the call's own that an application of Kokkola keeps.
std::string rules_of(int count) {
    const char* const checks[] = {
        "plan.total_costs <= 90000000",
        "plan.city <= 50 % of plan.total_costs",
        "project.months <= 60 and project.implementers >= 1",
        "distinct(business_id) >= 1",
        "not (project_kind = \\\"single\\\" and project.implementers > 1)",
        "sum(outside_private) <= plan.total_costs",
        "any(applicant_kind = \\\"public\\\") or all(applicant_kind = \\\"private\\\")",
        "sum(pay) >= 1 or sum(pay) < 1",
    };
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        text += "[[rules]]\nkey = \"rule-" + number + "\"\ncheck = \"" +
                checks[static_cast<std::size_t>(i) % std::size(checks)] + "\"\nmessage = { fi = \"Sääntö " + number +
                "\", sv = \"Regel " + number + "\", en = \"Rule " + number + "\" }\nsource = \"deck-brief\"\n\n";
    }
    return text;
}

int run(int count) {
    const town::Home files = town::home();
    const std::string folder = files.source + "/programmes/kokkola";
    kit::Faults faults;
    const auto programme = programme::load({"programme.toml", text_of(folder + "/programme.toml")}, faults);
    std::string text = text_of(folder + "/calls/2025.toml");
    text.insert(text.find("# ---- what the page of the call says"), rules_of(count));
    const programme::SourceFile file{"calls/2025.toml", text};
    const call::Call call = call::load(file, programme, faults);
    if (!faults.none()) {
        std::fprintf(stderr, "%s", faults.text().substr(0, 2000).c_str());
        return 1;
    }
    std::printf("rules                %8zu\n", call.own_rules.size());
    std::printf("load the call        %8.3f ms\n", median(21, [&] {
                    kit::Faults again;
                    call::load(file, programme, again);
                }));
    const auto made = application::made_up(call, 1, 20);
    std::size_t accepted = 0, next = 0;
    for (const auto& one : made) {
        accepted += one.accepted() ? 1 : 0;
    }
    std::printf("made up              %8zu, %zu of them accepted\n", made.size(), accepted);
    std::printf("judge an application %8.3f ms\n",
                median(2001, [&] { application::judge(made[next++ % made.size()].application, call); }));
    std::printf("lint the call        %8.3f ms\n", median(1, [&] { preparation::lint(call, programme); }));
    const std::string town = std::filesystem::temp_directory_path() / "vastin-rules";
    std::filesystem::create_directories(town);
    const auto database = kit::Database::open({.address = town + "/town.db"});
    kit::Clock clock;
    const kit::Words words(files.build + "/texts", Zone("Europe/Helsinki"));
    const kit::Templates templates(files.source + "/src", words, false);
    flow::World world{*database, clock, words, templates, town::followers()};
    world.migrations = files.source + "/migrations";
    std::printf("rehearse the call    %8.3f ms\n", median(5, [&] {
                    preparation::rehearse(world, {call, programme, nullptr, nullptr});
                }));
    std::filesystem::remove_all(town);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc > 1 ? std::atoi(argv[1]) : 60);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "rules: %s\n", error.what());
        return 1;
    }
}
