#include "main/town.h"

#include <signal.h>
#include <fstream>
#include <iterator>

#include <cstdio>
#include <filesystem>
#include <latch>

#include "call/call_acts.h"
#include "call/call_load.h"
#include "demo/demo.h"
#include "document/attachment.h"
#include "flow/flow_store.h"
#include "identity/identity_acts.h"
#include "kit/hash.h"
#include "kit/html.h"
#include "kit/http.h"
#include "kit/log.h"
#include "kit/pdf.h"
#include "main/jobs.h"
#include "main/post.h"
#include "main/routes.h"
#include "page/assets.h"
#include "page/frame.h"
#include "page/router.h"
#include "programme/programme_acts.h"
#include "project/data_folder.h"

namespace vastin::town {

Home home() {
    const char* source = std::getenv("VASTIN_HOME");
    const char* build = std::getenv("VASTIN_BUILD_HOME");
    return {source != nullptr ? source : VASTIN_SOURCE, build != nullptr ? build : VASTIN_BUILD};
}

namespace {

project::DataFolder load(const std::string& folder) {
    kit::Faults faults;
    auto data = project::load_folder(folder, faults);
    if (!faults.none()) {
        throw std::runtime_error("the programme has mistakes:\n" + faults.text());
    }
    return data;
}

void publish(const flow::World& world, const project::DataFolder& data) {
    const auto published = flow::perform(world, {"", "command line"}, world.clock.now(), [&](flow::Act& act) {
        return project::publish_folder(act, data);
    });
    if (!published) {
        std::string why;
        for (const Reason& reason : published.error().reasons) {
            why += "\n" + plain(reason.phrase);
        }
        throw std::runtime_error("the programme could not be published" + why);
    }
}

/// What stands around every page, from the programme's data.
page::Frame frame(const flow::World& world, const page::Assets& assets) {
    page::Frame made;
    made.style = assets.style();
    made.icon = assets.icon();
    made.script = assets.script();
    world.database.read([&](kit::Transaction& t) {
        const auto programme = programme::current(t);
        made.town = programme->agreement.city;
        made.service = programme->agreement.name;
        for (const auto& party : programme->parties) {
            if (party.role == programme::Party::Role::city) {
                made.owner = party.name;
            }
        }
        const auto calls = call::all(t, world.clock.now());
        if (!calls.empty()) {
            for (const auto& payer : calls.front()->rules.payers) {
                made.core.push_back({std::string(funding::hue(payer.payer)), payer.share.basis_points, {}});
            }
        }
        made.build = kit::sha256(assets.style() + assets.script() + programme->hash.text +
                                 (calls.empty() ? "" : calls.front()->rules_hash.text) + __DATE__ __TIME__)
                         .substr(0, 16);
    });
    if (world.demo) {
        made.demo_bar = demo::bar;
    }
    return made;
}

/// Alive and able to read.
kit::Response health(kit::Database& database) {
    kit::Response response;
    response.type = "text/plain; charset=utf-8";
    response.header("Cache-Control", "no-store");
    try {
        database.read([](kit::Transaction& t) { flow::last_seal(t); });
        response.body = "ok\n";
    } catch (const std::exception&) {
        response.status = 503;
        response.body = "the database does not answer\n";
    }
    return response;
}

/// Waits for SIGTERM or SIGINT, which every thread begun after block() leaves to this one.
class Signals {
  public:
    Signals() {
        signal(SIGPIPE, SIG_IGN);
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait() {
        int which = 0;
        sigwait(&set_, &which);
    }

  private:
    sigset_t set_{};
};

kit::HttpSettings http_settings(const Settings& settings) {
    kit::HttpSettings http;
    http.address = settings.address;
    http.port = settings.port;
    http.workers = settings.workers;
    http.trusted_proxy = settings.trusted_proxy;
    http.now = kit::wall_now;
    return http;
}

std::string text_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    return {std::istreambuf_iterator<char>(file), {}};
}

kit::PdfMaker pdf_maker(const Home& files) {
    return {text_of(files.source + "/src/kit/pdf_worker.py"),
            {{"paper.css", "text/css", text_of(files.source + "/web/paper.css")},
             {"inter-latin.woff2", "font/woff2", text_of(files.source + "/web/assets/inter-latin.woff2")}}};
}

/// Says in the log and on the terminal where the town is, and whether letters leave it.
void tell_start(const Settings& settings, const flow::World& world, int port, bool letters_leave) {
    const char* letters = world.demo ? "to the mailbox" : letters_leave ? "leave" : "wait: no --smtp";
    kit::log("start", {{"mode", world.demo ? "demo" : "serve"}, {"port", std::to_string(port)}, {"letters", letters}});
    std::printf("Vastin serves http://%s:%d/\n", settings.address.c_str(), port);
    if (!world.demo && !letters_leave) {
        std::printf("Letters wait in the outbox: no --smtp was given.\n");
    }
    std::fflush(stdout);
}

}  // namespace

void run(const Settings& settings) {
    Signals signals;
    const Home files = home();
    const auto data = load(settings.programme);
    const kit::Words words(files.build + "/texts", data.programme.zone);
    const kit::Templates templates(files.source + "/src", words, settings.strict);
    const page::Assets assets(files.source + "/web");
    kit::DatabaseSettings database_settings{.address = settings.database};
    database_settings.writers = 16;
    const auto database = kit::Database::open(database_settings);
    database->migrate(files.source + "/migrations");
    kit::Clock clock;
    flow::World world{*database, clock, words, templates, followers()};
    world.demo = settings.mode == Mode::demo;
    world.secure = !world.demo && !settings.plain_http;
    const kit::PdfMaker pdf = pdf_maker(files);
    world.pdf = &pdf;
    world.migrations = files.source + "/migrations";
    world.address =
        settings.site.empty() ? "http://" + settings.address + ":" + std::to_string(settings.port) : settings.site;
    publish(world, data);
    if (world.demo) {
        demo::open_town(world);
    }
    const auto table = routes(settings.mode);
    const page::Frame around = frame(world, assets);
    const page::Router router(world, table, identity::person_of, around, assets, [&](const identity::Person& person) {
        return document::make_intake(world.database, person.id.str(), kit::wall_now);
    });
    std::latch port_known(1);  // letters link to it: with port 0 nobody is answered before the system has chosen one
    const auto open = [&]() -> const page::Router& {
        port_known.wait();
        return router;
    };
    kit::HttpServer server(
        http_settings(settings),
        [&](const kit::Request& request) {
            return request.path == "/healthz" ? health(*database) : open().answer(request);
        },
        [&](const kit::Request& request) {
            return request.path == "/healthz" ? kit::Load::never_shed : open().load(request);
        },
        [&](int status, const kit::Request& request) { return open().problem(status, request); },
        [&](const kit::Request& request) { return open().receive(request); });
    server.start();
    if (settings.site.empty()) {
        world.address = "http://" + settings.address + ":" + std::to_string(server.port());
    }
    port_known.count_down();
    const Jobs jobs(world);
    std::optional<Post> post;
    if (!world.demo && settings.mail) {
        post.emplace(world, *settings.mail);
    }
    tell_start(settings, world, server.port(), post.has_value());
    signals.wait();
    kit::log("stop");
    server.stop();
}

}  // namespace vastin::town
