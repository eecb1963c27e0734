// What the load needs before the clock starts, all of it made by acts: people with sessions, their drafts, projects for
// the lists.
//   prepare DATABASE PROGRAMME PROJECTS DRAFTS FILE     FILE gets "token form_secret id" a draft; FILE.official the
//   token of a coordinator's session
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "application/application_acts.h"
#include "identity/identity_acts.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "main/town.h"
#include "project/data_folder.h"

namespace {

using namespace vastin;

std::vector<project::Project> many(const project::Project& model, int count) {
    std::vector<project::Project> all;
    for (int i = 0; i < count; ++i) {
        project::Project one = model;
        one.summary.code.text = "storm-" + std::to_string(i);
        one.summary.name = "Myrskyhanke " + std::to_string(i);
        all.push_back(std::move(one));
    }
    return all;
}

struct Drafts {
    const flow::World& world;
    std::ofstream& out;
    std::mutex mutex;
    std::atomic<int> left;

    /// One person with as many drafts as a person may have.
    void person(int number) {
        const auto now = world.clock.now();
        const identity::NewAccount account{"storm" + std::to_string(number) + "@example.fi",
                                           "Projektipäällikkö",
                                           "Centria-ammattikorkeakoulu",
                                           "1097805-3",
                                           identity::Role::applicant,
                                           Language::fi};
        const auto id =
            flow::perform(world, {"", "bench"}, now, [&](flow::Act& act) { return identity::create(act, account); });
        const auto token = flow::perform(world, {"", "bench"}, now, [&](flow::Act& act) {
            return identity::begin_session(act, *id, kit::wall_now());
        });
        identity::Person who;
        who.id = *id;
        who.name = account.name;
        who.organisation = account.organisation;
        who.business_id = account.business_id;
        for (std::size_t i = 0; i < kit::limits::drafts_per_person && left-- > 0; ++i) {
            const auto draft = flow::perform(world, who.actor(), now, [&](flow::Act& act) {
                return application::start(
                    act, who, {"2025"}, application::Which::another, act.new_id<application::Application>());
            });
            const std::lock_guard guard(mutex);
            out << *token << " " << kit::keyed_hash(*token, "form") << " " << draft->str() << "\n";
        }
    }
};

int run(char** argv) {
    const town::Home files = town::home();
    kit::DatabaseSettings settings{.address = argv[1]};
    settings.writers = 16;
    const auto database = kit::Database::open(settings);
    database->migrate(files.source + "/migrations");
    kit::Clock clock;
    const kit::Words words(files.build + "/texts", Zone("Europe/Helsinki"));
    const kit::Templates templates(files.source + "/src", words, false);
    const flow::World world{*database, clock, words, templates, town::followers()};
    kit::Faults faults;
    const auto folder = project::load_folder(argv[2], faults);
    if (!faults.none()) {
        std::fprintf(stderr, "%s", faults.text().c_str());
        return 1;
    }
    const auto published = flow::perform(
        world, {"", "bench"}, clock.now(), [&](flow::Act& act) { return project::publish_folder(act, folder); });
    const auto imported = flow::perform(world, {"", "bench"}, clock.now(), [&](flow::Act& act) {
        return project::import(act, many(folder.projects.front(), std::atoi(argv[3])));
    });
    if (!published || !imported) {
        std::fprintf(stderr, "could not publish\n");
        return 1;
    }
    const auto official = flow::perform(world, {"", "bench"}, clock.now(), [&](flow::Act& act) {
        const auto account = identity::create(
            act, {"storm@kokkola.example", "Hankekoordinaattori", "", "", identity::Role::coordinator, Language::fi});
        return identity::begin_session(act, *account, kit::wall_now());
    });
    std::ofstream(std::string(argv[5]) + ".official") << *official << "\n";
    std::ofstream out(argv[5]);
    Drafts drafts{world, out, {}, std::atoi(argv[4])};
    std::vector<std::thread> threads;
    for (int t = 0; t < 16; ++t) {
        threads.emplace_back([&, t] {
            for (int number = t; drafts.left > 0; number += 16) {
                drafts.person(number);
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) {
        std::fprintf(stderr, "prepare DATABASE PROGRAMME PROJECTS DRAFTS FILE\n");
        return 2;
    }
    try {
        return run(argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "prepare: %s\n", error.what());
        return 1;
    }
}
