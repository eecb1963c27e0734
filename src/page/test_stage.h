#pragma once
// For the tests of page only: a world without a database, with the real templates of page and one body of its own.
#include <filesystem>
#include <fstream>

#include "cast.h"
#include "page/router.h"

namespace vastin::page::stage {

/// A database that nobody may use: pages are made of values.
class NoDatabase : public kit::Database {
  public:
    kit::Engine engine() const override { return kit::Engine::sqlite; }
    void read(const std::function<void(kit::Transaction&)>&) override { FAIL() << "a page read the database"; }
    void read_one_state(const std::function<void(kit::Transaction&)>&) override {
        ADD_FAILURE() << "a page read the database";
    }
    bool write(const std::function<bool(kit::Transaction&)>&) override {
        ADD_FAILURE() << "a page wrote to the database";
        return false;
    }
    void migrate(const std::string&) override {}
    std::vector<std::string> try_prepare(const std::vector<std::string>&) override { return {}; }
};

/// src/page/pages and "test/pages/body.tpl" with `body` as its text.
inline std::string template_folder(const std::string& body) {
    const std::string folder = cast::fresh_folder();
    std::filesystem::create_directories(folder + "/page");
    std::filesystem::copy(
        cast::source() + "/src/page/pages", folder + "/page/pages", std::filesystem::copy_options::recursive);
    std::filesystem::create_directories(folder + "/test/pages");
    std::ofstream(folder + "/test/pages/body.tpl") << body;
    return folder;
}

struct Stage {
    explicit Stage(const std::string& body = "<h1>{{HEADING}}</h1>")
        : words(cast::build() + "/texts", Zone("Europe/Helsinki")), templates(template_folder(body), words, true) {
        frame.style = assets.style();
        frame.icon = assets.icon();
        frame.script = assets.script();
        frame.service = {"Kokkolan ekosysteemirahoitus", "Karlebys ekosystemfinansiering", "Kokkola ecosystem funding"};
        frame.owner = {"Kokkolan kaupunki", "Karleby stad", "City of Kokkola"};
        frame.core = {{"eu", 60, ""}, {"city", 25, ""}, {"own", 15, ""}};
    }

    NoDatabase database;
    kit::Clock clock;
    kit::Words words;
    kit::Templates templates;
    Assets assets{cast::source() + "/web"};
    Frame frame;
    flow::World world{database, clock, words, templates, {}, false, true, "https://tuki.example.fi"};
};

inline kit::Request get(std::string path, std::string query = {}) {
    kit::Request request;
    request.path = std::move(path);
    request.query = std::move(query);
    request.arrived = Instant{1748869200000};  // 2 June 2025 at 16:00 in Helsinki
    request.number = "r1";
    request.headers = {{"host", "tuki.example.fi"}};
    return request;
}

inline identity::Person person(identity::Role role) {
    identity::Person somebody;
    somebody.name = "Hakija · Centria";
    somebody.role = role;
    somebody.form_secret = "0123456789abcdef";
    return somebody;
}

inline std::string header(const kit::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return "";
}

}  // namespace vastin::page::stage
