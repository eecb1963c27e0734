// How long a call of many questions takes: to load, to open on one page, to save, to check before sending. Prints
// medians in milliseconds.
//   questions [QUESTIONS]     500 unless told, all in one section; the call is tests/calls/every-question.toml with
//   them
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "application/application_acts.h"
#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "kit/hash.h"
#include "main/routes.h"
#include "main/town.h"
#include "median.h"
#include "page/router.h"
#include "project/data_folder.h"

namespace {

using namespace vastin;

constexpr std::size_t runs = 51;

/// A section of `count` questions of the kinds in turn.
std::string section_of(int count) {
    const auto words = [](const std::string& text) {
        return "{ fi = \"" + text + "\", sv = \"" + text + "\", en = \"" + text + "\" }\n";
    };
    std::string text = "[[form.sections]]\nkey = \"many\"\nwhose = \"common\"\ntitle = " + words("Monta");
    const char* const kinds[] = {"line", "text", "number", "money", "day", "yes_no", "choice", "percent"};
    for (int i = 0; i < count; ++i) {
        const std::string kind = kinds[static_cast<std::size_t>(i) % std::size(kinds)];
        text += "[[form.sections.fields]]\nkey = \"many_" + std::to_string(i) + "\"\nkind = \"" + kind +
                "\"\nlabel = " + words("Kysymys " + std::to_string(i)) + "hint = " + words("Vastaa lyhyesti.");
        if (kind == "choice") {
            text += "options = [{ value = \"a\", name = " + words("A").substr(0, words("A").size() - 1) +
                    " }, { value = \"b\", name = " + words("B").substr(0, words("B").size() - 1) + " }]\n";
        }
    }
    return text;
}

/// A folder of Kokkola's programme with the call.
std::string programme_with(const town::Home& files, const std::string& folder, int questions) {
    std::string call = text_of(files.source + "/tests/calls/every-question.toml");
    call.insert(call.find("# ---- what is attached"), section_of(questions));
    std::filesystem::copy(files.source + "/programmes/kokkola", folder, std::filesystem::copy_options::recursive);
    std::ofstream(folder + "/calls/every-question.toml") << call;
    return folder;
}

struct Person {
    std::string token, draft;
};

Person person_with_draft(const flow::World& world) {
    const auto now = world.clock.now();
    const identity::NewAccount account{
        "questions@example.fi", "Projektipäällikkö", "Centria", "1097805-3", identity::Role::applicant, Language::fi};
    const auto id =
        flow::perform(world, {"", "bench"}, now, [&](flow::Act& act) { return identity::create(act, account); });
    Person made;
    made.token = flow::perform(world, {"", "bench"}, now, [&](flow::Act& act) {
                     return identity::begin_session(act, *id, kit::wall_now());
                 }).value();
    identity::Person who;
    who.id = *id;
    made.draft =
        flow::perform(world,
                      who.actor(),
                      now,
                      [&](flow::Act& act) {
                          return application::start(
                              act, who, {"every"}, application::Which::another, act.new_id<application::Application>());
                      })
            .value()
            .str();
    return made;
}

kit::Request request(const flow::World& world, const Person& who, kit::Method method, const std::string& path) {
    kit::Request made;
    made.method = method;
    made.path = path;
    made.headers = {{"host", "tuki.example.fi"},
                    {"sec-fetch-site", "same-origin"},
                    {"origin", "https://tuki.example.fi"},
                    {"cookie", std::string(identity::cookie_name(world)) + "=" + who.token}};
    made.client = "192.0.2.1";
    made.arrived = kit::wall_now();
    made.number = "r1";
    return made;
}

int run(int questions) {
    const town::Home files = town::home();
    const std::string folder =
        std::filesystem::temp_directory_path() / ("vastin-questions-" + std::to_string(kit::wall_now().milliseconds));
    std::filesystem::create_directories(folder);
    const std::string programme = programme_with(files, folder + "/programme", questions);
    const auto database = kit::Database::open({.address = folder + "/town.db"});
    database->migrate(files.source + "/migrations");
    kit::Clock clock;
    const kit::Words words(files.build + "/texts", Zone("Europe/Helsinki"));
    const kit::Templates templates(files.source + "/src", words, false);
    flow::World world{*database, clock, words, templates, town::followers()};
    world.address = "https://tuki.example.fi";
    kit::Faults faults;
    std::printf("load the folder      %8.2f ms\n", median(3, [&] { project::load_folder(programme, faults); }));
    const auto data = project::load_folder(programme, faults);
    if (!faults.none()) {
        std::fprintf(stderr, "%s", faults.text().substr(0, 2000).c_str());
        return 1;
    }
    flow::perform(world, {"", "bench"}, clock.now(), [&](flow::Act& a) {
        return project::publish_folder(a, data);
    }).value();
    clock.move_to(Instant{1748246400000});  // while the call is open
    const Person who = person_with_draft(world);
    const auto routes = town::routes(town::Mode::serve);
    const page::Assets assets(files.source + "/web");
    page::Frame frame;
    const page::Router router(world, routes, identity::person_of, frame, assets);
    const std::string draft = "/fi/applications/" + who.draft, section = draft + "/sections/many";
    const auto get = [&](const std::string& path) {
        const auto page = router.answer(request(world, who, kit::Method::get, path));
        if (page.status != 200) {
            std::fprintf(stderr, "%s: %d\n", path.c_str(), page.status);
            std::exit(1);
        }
        return page.body.size();
    };
    std::printf("open the section     %8.2f ms, %zu kB\n", median(runs, [&] { get(section); }), get(section) / 1024);
    std::int64_t version = 1;
    const double save = median(runs, [&] {
        kit::Request post = request(world, who, kit::Method::post, section);
        post.headers.emplace_back("x-vastin-autosave", "1");
        post.form.add("form_secret", kit::keyed_hash(who.token, "form"));
        post.form.add("version", std::to_string(version++));
        for (int i = 0; i < questions; ++i) {
            post.form.add("many_" + std::to_string(i), "12");
        }
        if (const auto saved = router.answer(post); saved.status != 200) {
            std::fprintf(stderr, "save: %d %s\n", saved.status, saved.body.substr(0, 300).c_str());
            std::exit(1);
        }
    });
    std::printf("save the section     %8.2f ms\n", save);
    std::printf("open it filled       %8.2f ms, %zu kB\n", median(runs, [&] { get(section); }), get(section) / 1024);
    std::printf("check before sending %8.2f ms\n", median(runs, [&] { get(draft + "/check"); }));
    std::printf("list of tasks        %8.2f ms\n", median(runs, [&] { get(draft); }));
    std::filesystem::remove_all(folder);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc > 1 ? std::atoi(argv[1]) : 500);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "questions: %s\n", error.what());
        return 1;
    }
}
