#pragma once
// For tests of whole requests: a town of programmes/kokkola on SQLite, wired as `vastin demo` or `vastin serve` wires
// it, and visitors who send requests straight to its router.
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "application/application_people_store.h"
#include "call/call_acts.h"
#include "cast.h"
#include "demo/demo.h"
#include "document/attachment.h"
#include "form/form.h"
#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "kit/multipart.h"
#include "kit/pdf.h"
#include "main/routes.h"
#include "page/router.h"
#include "project/data_folder.h"
#include "whole_answers.h"

namespace vastin::cast {

/// Who asks; without a token a stranger.
struct Visitor {
    std::string name;
    Id<identity::Account> account{};
    std::string token{}, form_secret{};
};

inline std::string header(const kit::Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) {
            return value;
        }
    }
    return "";
}
/// Whether the page holds `text`.
inline bool holds(const kit::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}
/// The value of a hidden field of the page.
inline std::string hidden(const kit::Response& response, const std::string& name) {
    const std::string before = "name=\"" + name + "\" value=\"";
    const auto at = response.body.find(before);
    if (at == std::string::npos) {
        return "";
    }
    return response.body.substr(at + before.size(), response.body.find('"', at + before.size()) - at - before.size());
}

inline constexpr const char* owner = "projektipaallikko@centria.example";
inline constexpr const char* other = "tutkimuspaallikko@oulu.example";
inline constexpr const char* colleague = "projektledare@jyu.example";
inline constexpr const char* coordinator = "hankekoordinaattori@kokkola.example";
inline constexpr const char* administrator = "hallinta@kokkola.example";

class WholeTown {
  public:
    /// Where the file of the call of 2025 is changed: what stands there, and what instead.
    using Changes = std::vector<std::pair<std::string, std::string>>;

    /// `twice`: every act runs twice, its first run lost. `more`: a call of tests/calls that is published, too.
    explicit WholeTown(town::Mode mode, bool twice = false, const std::string& more = {}, const Changes& changes = {})
        : words_(build() + "/texts", Zone("Europe/Helsinki")),
          templates_(source() + "/src", words_, false),
          assets_(source() + "/web"),
          database_(kit::Database::open({.address = fresh_folder() + "/town.db"})),
          twice_(*database_),
          table_(town::routes(mode)) {
        database_->migrate(source() + "/migrations");
        kit::Database& used = twice ? static_cast<kit::Database&>(twice_) : *database_;
        world_.reset(new flow::World{used, clock_, words_, templates_, town::followers()});
        world_->migrations = source() + "/migrations";
        world_->pdf = &pdf_;
        world_->demo = mode == town::Mode::demo;
        world_->secure = !world_->demo;
        world_->address = "https://tuki.example.fi";
        kit::Faults faults;
        const auto data = project::load_folder(programme_with(more, changes), faults);
        EXPECT_EQ(faults.text(), "");
        flow::perform(*world_, {"", "command line"}, clock_.now(), [&](flow::Act& a) {
            return project::publish_folder(a, data);
        }).value();
        clock_.move_to(Instant{1748246400000});  // 26 May 2025 at 11:00 in Helsinki
        if (world_->demo) {
            demo::open_town(*world_);
            frame_.demo_bar = demo::bar;
        } else {
            for (const auto& person : demo::people()) {
                make(person);
            }
        }
        frame_.style = assets_.style();
        frame_.icon = assets_.icon();
        frame_.script = assets_.script();
        router_ = std::make_unique<page::Router>(
            *world_, table_, identity::person_of, frame_, assets_, [&](const identity::Person& person) {
                return document::make_intake(world_->database, person.id.str(), kit::wall_now);
            });
    }

    flow::World& world() { return *world_; }
    kit::Database& database() { return *database_; }
    const std::vector<page::Route>& table() const { return table_; }
    const kit::Words& words() const { return words_; }
    kit::Clock& clock() { return clock_; }
    const page::Router& router() const { return *router_; }
    int writes() const { return twice_.writes(); }

    /// Begins a session of the account with this address; "" gives a stranger.
    Visitor visitor(const std::string& email) {
        Visitor made{email.empty() ? "stranger" : email};
        if (email.empty()) {
            return made;
        }
        std::optional<identity::Door> door;
        database_->read([&](kit::Transaction& t) { door = identity::find_door(t, email); });
        made.account = door.value().account;
        made.token = flow::perform(*world_, {made.account.str(), "test"}, clock_.now(), [&](flow::Act& a) {
                         return identity::begin_session(a, made.account, kit::wall_now());
                     }).value();
        made.form_secret = kit::keyed_hash(made.token, "form");
        return made;
    }
    kit::Request request(kit::Method method, const Visitor& who, const std::string& address) const {
        kit::Request made;
        made.method = method;
        const auto question = address.find('?');
        made.path = address.substr(0, question);
        if (question != std::string::npos) {
            int status = 0;
            made.query = address.substr(question + 1);
            made.parameters = kit::read_form(made.query, status).value();
        }
        made.headers = {{"host", "tuki.example.fi"}, {"sec-fetch-site", "same-origin"}};
        if (method == kit::Method::post) {
            made.headers.emplace_back("origin", "https://tuki.example.fi");
        }
        if (!who.token.empty()) {
            made.headers.emplace_back("cookie", std::string(identity::cookie_name(*world_)) + "=" + who.token);
        }
        made.client = "192.0.2.1";
        made.arrived = kit::wall_now();
        made.number = "r1";
        return made;
    }
    kit::Response answer(const kit::Request& asked) const { return router_->answer(asked); }
    kit::Response get(const Visitor& who, const std::string& address) const {
        return answer(request(kit::Method::get, who, address));
    }
    /// Posts `fields` with the visitor's form_secret.
    kit::Response post(const Visitor& who, const std::string& address, const form::Answers& fields) const {
        kit::Request made = request(kit::Method::post, who, address);
        if (!who.form_secret.empty()) {
            made.form.add("form_secret", who.form_secret);
        }
        for (const auto& [key, value] : fields) {
            made.form.add(key, value);
        }
        return answer(made);
    }

    /// Sends a multipart/form-data body as the edge does: asked at its head, read in pieces, then answered.
    kit::Response post_body(kit::Request made, const std::string& body, const std::string& boundary = "b") const {
        made.headers.emplace_back("content-type", "multipart/form-data; boundary=" + boundary);
        kit::Reception said = router_->receive(made);
        if (!said.intake) {
            return said.answer ? std::move(*said.answer) : router_->problem(said.status, made);
        }
        kit::Multipart form(boundary, *said.intake);
        int status = 0;
        for (std::size_t at = 0; at < body.size() && status == 0; at += kit::limits::upload_chunk) {
            status = form.feed(std::string_view(body).substr(at, kit::limits::upload_chunk));
        }
        if (status != 0 || !form.whole()) {
            said.intake->abandon();
            return router_->problem(status != 0 ? status : 400, made);
        }
        made.form = std::move(form.fields());
        made.files = std::move(form.files());
        return answer(made);
    }
    /// One file of a form, as its part of a body.
    static std::string file_part(std::string name, const std::string& bytes) {
        for (auto at = name.find('"'); at != std::string::npos; at = name.find('"')) {
            name.replace(at, 1, "%22");  // as browsers do
        }
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
               "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
    }
    static std::string secret_part(const Visitor& who) {
        return "--b\r\nContent-Disposition: form-data; name=\"form_secret\"\r\n\r\n" + who.form_secret + "\r\n";
    }
    /// Adds a file to a place of the application at `path`.
    kit::Response add_file(const Visitor& who,
                           const std::string& path,
                           const std::string& name,
                           const std::string& bytes,
                           const std::string& place = "other",
                           const std::string& language = "fi") const {
        return post_body(request(kit::Method::post, who, "/" + language + path + "/attachments/" + place),
                         secret_part(who) + file_part(name, bytes) + "--b--\r\n");
    }

    /// A new draft of `who`; gives its path without language: "/applications/...".
    std::string draft(const Visitor& who, const std::string& call = "2025") const {
        const auto begun = post(who, "/fi/calls/" + call + "/apply", {{"which", "another"}});
        EXPECT_EQ(begun.status, 303);
        return header(begun, "Location").substr(3);
    }
    /// Posts a section on top of the versions that its page shows.
    kit::Response save(const Visitor& who,
                       const std::string& path,
                       const std::string& section,
                       form::Answers fields,
                       const std::string& language = "fi") const {
        const std::string address = "/" + language + path + "/sections/" + section;
        const auto page = get(who, address);
        fields.emplace("version", hidden(page, "version"));
        fields.emplace("part_version", hidden(page, "part_version"));
        return post(who, address, fields);
    }
    /// A draft with whole answers.
    std::string whole_draft(const Visitor& who, const std::string& name = "Sivuvirrat käyttöön") const {
        const std::string path = draft(who);
        std::shared_ptr<const call::Call> call;
        database_->read([&](kit::Transaction& t) { call = call::find(t, {"2025"}); });
        form::Answers answers = whole_common(name);
        answers.merge(whole_part());
        for (const form::Section& section : call->form.sections) {
            form::Answers some = of_section(answers, section);
            some.emplace("version", "1");
            EXPECT_EQ(post(who, "/fi" + path + "/sections/" + section.key, some).status, 303) << section.key;
        }
        return path;
    }
    /// Lets the account `email` take part in the application at `path`, to fill in.
    void invite(const Visitor& by, const std::string& path, const std::string& email) const {
        const auto id = Id<application::Application>::read(path.substr(path.rfind('/') + 1)).value();
        flow::perform(*world_, {by.account.str(), "test"}, clock_.now(), [&](flow::Act& a) {
            const auto account = identity::find_door(a.db(), email).value().account;
            application::put_member(a.db(), id, {account, application::Right::prepare, a.now()});
            return done();
        }).value();
    }
    kit::Response send(const Visitor& who, const std::string& path, const std::string& language = "fi") const {
        const auto page = get(who, "/" + language + path + "/check");
        return post(who,
                    "/" + language + path + "/send",
                    {{"version", hidden(page, "version")}, {"part_version", hidden(page, "part_version")}});
    }

  private:
    /// The folder of Kokkola; with a file of tests/calls among its calls, or with its call changed, a copy of it.
    static std::string programme_with(const std::string& more, const Changes& changes) {
        const std::string own = source() + "/programmes/kokkola";
        if (more.empty() && changes.empty()) {
            return own;
        }
        std::string folder = fresh_folder() + "/programme";
        std::filesystem::copy(own, folder, std::filesystem::copy_options::recursive);
        if (!more.empty()) {
            std::filesystem::copy_file(source() + "/tests/calls/" + more, folder + "/calls/" + more);
        }
        std::stringstream call;
        call << std::ifstream(folder + "/calls/2025.toml").rdbuf();
        std::string text = call.str();
        for (const auto& [there, instead] : changes) {
            const auto at = text.find(there);
            EXPECT_NE(at, std::string::npos) << there;
            text.replace(at, there.size(), instead);
        }
        std::ofstream(folder + "/calls/2025.toml") << text;
        return folder;
    }
    void make(const identity::NewAccount& person) {
        flow::perform(*world_, {"", "test"}, clock_.now(), [&](flow::Act& a) {
            return identity::create(a, person);
        }).value();
    }
    kit::Clock clock_;
    kit::Words words_;
    kit::Templates templates_;
    page::Assets assets_;
    std::unique_ptr<kit::Database> database_;
    RunsTwice twice_;
    std::vector<page::Route> table_;
    page::Frame frame_;
    /// The real one takes two seconds; src/kit/pdf_test.cpp tries that.
    const kit::PdfMaker pdf_{"", {}, 2, {.command = {"/usr/bin/printf", "%%PDF-1.7 of a test"}}};
    std::unique_ptr<flow::World> world_;
    std::unique_ptr<page::Router> router_;
};

}  // namespace vastin::cast
