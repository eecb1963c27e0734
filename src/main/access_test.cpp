// Every route by every role: what tests/access_matrix.txt says is what the router answers, no more and no less.
#include <algorithm>
#include <array>
#include <deque>
#include <fstream>
#include <set>
#include <sstream>

#include "feedback/feedback_acts.h"
#include "flow/audit.h"
#include "identity/account_store.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_acts.h"
#include "preparation/preparation_acts.h"
#include "samples.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::Visitor;
using cast::WholeTown;

/// colleague: invited to both applications of the owner, to fill in.
constexpr std::array roles{"", cast::owner, cast::other, cast::coordinator, cast::administrator, cast::colleague};

/// A line of the matrix: a route, an address for it, and what each role gets.
struct Line {
    std::string modes, method, path, as;
    std::vector<std::string> cells;
    std::string route() const { return method + " " + path; }
};

std::vector<Line> matrix() {
    std::vector<Line> lines;
    std::ifstream file(cast::source() + "/tests/access_matrix.txt");
    EXPECT_TRUE(file.good());
    for (std::string text; std::getline(file, text);) {
        if (text.empty() || text[0] == '#') {
            continue;
        }
        std::istringstream words(text);
        Line line;
        words >> line.modes >> line.method >> line.path >> line.as;
        for (std::string cell; words >> cell;) {
            line.cells.push_back(cell);
        }
        EXPECT_EQ(line.cells.size(), roles.size()) << text;
        line.path = line.path == "/" ? "" : line.path;
        line.as = line.as == "/" ? "" : line.as;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string route_of(const page::Route& route) {
    return std::string(route.method == kit::Method::post ? "POST " : "GET ") + route.path;
}

std::string replaced(std::string text, const std::string& there, const std::string& instead) {
    const auto at = text.find(there);
    return at == std::string::npos ? text : text.replace(at, there.size(), instead);
}

class Access : public testing::TestWithParam<Mode> {
  protected:
    Access() : town(GetParam()), hers(town.visitor(cast::owner)) {
        const std::string path = town.whole_draft(hers);
        EXPECT_EQ(town.add_file(hers, path, "liite.pdf", cast::pdf_file()).status, 303);
        const std::string page = town.get(hers, "/fi" + path + "/attachments").body, before = "/attachments/";
        file = page.substr(page.find("href=\"/fi" + path + before) + 10 + path.size() + before.size() - 1, 26);
        EXPECT_EQ(town.send(hers, path).status, 303);
        sent = path;
        draft = town.whole_draft(hers);
        town.invite(hers, sent, cast::colleague);
        town.invite(hers, draft, cast::colleague);
        feedback =
            flow::perform(town.world(),
                          {"", "test"},
                          town.clock().now(),
                          [](flow::Act& a) {
                              return feedback::give(a, {"", "The contrast is too low.", "", ""}, Language::en, 14);
                          })
                .value()
                .str();
        mover = flow::perform(town.world(), {"", "test"}, town.clock().now(), [](flow::Act& a) {
                    return identity::create(a, {"moved@example.fi", "Moved", "", ""});
                }).value();
        make_administrator();
        identity::Person office;
        office.id = account_of(cast::coordinator);
        office.role = identity::Role::coordinator;
        prepared = flow::perform(town.world(),
                                 {"", "test"},
                                 town.clock().now(),
                                 [&](flow::Act& a) { return preparation::begin_copy(a, office, "2025"); })
                       .value()
                       .str();
    }
    std::vector<Line> lines() const {
        auto all = matrix();
        const std::string mode = GetParam() == Mode::demo ? "demo" : "serve";
        std::erase_if(all, [&](const Line& line) { return line.modes != "both" && line.modes != mode; });
        return all;
    }
    /// A fresh application for those to whom it is there; nobody else changes it.
    void renew(const Line& line) {
        for (auto* path : {&draft, &sent}) {
            const std::string word = path == &draft ? "/DRAFT" : "/SENT";
            if (line.as.find(word) == std::string::npos) {
                continue;
            }
            *path = town.whole_draft(hers);
            town.invite(hers, *path, cast::colleague);
            if (path == &sent) {
                EXPECT_EQ(town.send(hers, sent).status, 303);
            }
        }
    }
    /// An official's reading of an application is recorded, once a day: the one GET that writes has been.
    void read_today() {
        const auto official = town.visitor(cast::coordinator);
        EXPECT_EQ(town.get(official, "/fi/desk" + sent + "/sent").status, 200);
    }
    std::string invitation() {
        return flow::perform(town.world(),
                             {"", "test"},
                             town.clock().now(),
                             [&](flow::Act& a) { return identity::invite(a, hers.account, kit::wall_now()); })
            .value();
    }
    /// What `who` says of Centria, said now unless it stands.
    Id<organisation::Representation> said(const char* who) {
        identity::Person person;
        person.id = account_of(who);
        person.role = identity::Role::applicant;
        return flow::perform(town.world(),
                             {"", "test"},
                             town.clock().now(),
                             [&](flow::Act& a) -> Result<Id<organisation::Representation>> {
                                 const auto open = organisation::representations_of(
                                     a.db(), person.id, organisation::Which::open, 100);
                                 for (const auto& one : open) {
                                     if (one.organisation.id == centria) {
                                         return one.id;
                                     }
                                 }
                                 return organisation::represent(a, person, centria, {}, kit::wall_now());
                             })
            .value();
    }
    Id<identity::Account> account_of(const std::string& email) {
        std::optional<identity::Door> door;
        town.database().read([&](kit::Transaction& t) { door = identity::find_door(t, email); });
        return door.value().account;
    }
    /// The owner becomes the administrator of Centria.
    void make_administrator() {
        town.database().read([&](kit::Transaction& t) {
            centria = organisation::find(t, {organisation::Number::Register::business, "1097805-3"}).value().id;
        });
        identity::Person office;
        office.id = account_of(cast::coordinator);
        office.role = identity::Role::coordinator;
        const auto hers_said = said(cast::owner);
        flow::perform(town.world(), {"", "test"}, town.clock().now(), [&](flow::Act& a) {
            return organisation::confirm(a, office, hers_said, {organisation::Standing::administrator, {}});
        }).value();
    }
    /// A fresh link to an address that nobody has; one of `purpose` new_email moves the account `mover` there.
    std::string link(identity::Purpose purpose) {
        const std::string token = kit::secret();
        identity::Link made{purpose, {}, "new" + std::to_string(++links) + "@example.fi", Language::fi};
        if (purpose == identity::Purpose::new_email) {
            made.account = mover;
        }
        town.database().write([&](kit::Transaction& t) {
            identity::put_link(t, kit::sha256(token), made, kit::wall_now() + hours(1));
            return true;
        });
        return token;
    }
    /// The address of a line in `language`, its capital words filled in.
    std::string address(const Line& line, const std::string& language = "fi") {
        std::string as = replaced(replaced(line.as, "/applications/DRAFT", draft), "/applications/SENT", sent);
        as = replaced(replaced(replaced(as, "FEEDBACK", feedback), "FILE", file), "PREPARED", prepared);
        as = replaced(replaced(as, "ACCOUNT", mover.str()), "ORGANISATION", centria.str());
        if (as.find("SAID_BY_OTHER") != std::string::npos) {
            as = replaced(as, "SAID_BY_OTHER", said(cast::other).str());
        }
        if (as.find("REGISTRATION") != std::string::npos) {
            as = replaced(as, "REGISTRATION", link(identity::Purpose::registering));
        }
        if (as.find("NEW_ADDRESS") != std::string::npos) {
            as = replaced(as, "NEW_ADDRESS", link(identity::Purpose::new_email));
        }
        return "/" + language +
               (as.find("INVITATION") == std::string::npos ? as : replaced(as, "INVITATION", invitation()));
    }
    /// Something in every field that any form has.
    form::Answers fields(std::size_t role = 0) const {
        return {{"which", "newest"},
                {"version", "2"},
                {"part_version", "2"},
                {"may", "prepare"},
                {"account", hers.account.str()},
                {"email", "nobody" + std::to_string(role) + "@example.fi"},
                {"password", "wrong wrong wrong"},
                {"current_password", "wrong wrong wrong"},
                {"name", "Somebody"},
                {"role", "applicant"},
                {"session", "others"},
                {"number", "0244680-7"},
                {"reason", "Because."},
                {"moment", "last-hour"},
                {"text", "The contrast is too low."},
                {"answer", "We shall mend it."},
                {"format", "csv"},
                {"back", "/fi"}};
    }
    static std::string told(const kit::Response& response) {
        const bool to_sign_in =
            response.status == 303 && cast::header(response, "Location").find("/sign-in?next=") != std::string::npos;
        return to_sign_in ? "sign-in" : std::to_string(response.status);
    }
    WholeTown town;
    Visitor hers;
    std::string sent, draft, feedback, file, prepared;
    Id<identity::Account> mover;
    Id<organisation::Organisation> centria;
    int links = 0;
};
INSTANTIATE_TEST_SUITE_P(Modes, Access, testing::Values(Mode::demo, Mode::serve), [](const auto& mode) {
    return mode.param == Mode::demo ? "Demo" : "Serve";
});

TEST_P(Access, EveryRouteHasALineAndEveryLineARoute) {
    std::set<std::string> routes, written;
    for (const auto& route : town.table()) {
        routes.insert(route_of(route));
    }
    for (const Line& line : lines()) {
        written.insert(line.route());
    }
    for (const auto& route : routes) {
        EXPECT_TRUE(written.contains(route)) << "tests/access_matrix.txt does not say who may come to " << route;
    }
    for (const auto& line : written) {
        EXPECT_TRUE(routes.contains(line)) << "tests/access_matrix.txt speaks of " << line << ", which is no route";
    }
}

TEST_P(Access, EveryGetIsAnsweredAsTheMatrixSaysAndChangesNothing) {
    std::vector<Visitor> visitors;
    for (const char* role : roles) {
        visitors.push_back(town.visitor(role));
    }
    auto all = lines();
    std::erase_if(all, [](const Line& line) { return line.method != "GET"; });
    std::vector<std::string> addresses;
    for (const Line& line : all) {
        addresses.push_back(address(line));
    }
    read_today();
    const std::set<std::string> aside{"identity_session.seen"};
    const auto before = cast::everything(town.database(), aside);
    for (std::size_t at = 0; at < all.size(); ++at) {
        for (std::size_t role = 0; role < roles.size(); ++role) {
            for (const std::string language : {"fi", "sv", "en"}) {
                const auto response = town.get(visitors[role], "/" + language + addresses[at].substr(3));
                EXPECT_EQ(told(response), all[at].cells[role])
                    << language << " " << all[at].as << " as " << visitors[role].name;
                EXPECT_TRUE(response.status != 200 || !response.type.starts_with("text/html") ||
                            cast::holds(response, "<html lang=\"" + language + "\""));
            }
        }
    }
    EXPECT_EQ(cast::everything(town.database(), aside), before) << "a GET changed the database";
}

TEST_P(Access, EveryPostIsAnsweredAsTheMatrixSays) {
    for (const Line& line : lines()) {
        for (std::size_t role = 0; line.method == "POST" && role < roles.size(); ++role) {
            const auto moved = town.clock().town({}).milliseconds;
            hers = town.visitor(cast::owner);  // a new password, set behind a link, has ended her session
            if (role == 1 || roles[role] == cast::colleague) {
                renew(line);
            }
            const Visitor who = town.visitor(roles[role]);
            const auto response = line.as.ends_with("DRAFT/send") && role == 1
                                      ? town.send(who, draft)
                                      : town.post(who, address(line), fields(role));
            EXPECT_EQ(told(response), line.cells[role]) << line.as << " as " << who.name;
            town.clock().move_to(kit::wall_now() + Duration{moved});
        }
    }
    EXPECT_TRUE(flow::verify(town.database()).faults.empty());
}

/// A form that did not come from a page of ours: no secret, a wrong one, somebody else's, or another site.
TEST_P(Access, EveryForeignPostIsRefusedAndChangesNothing) {
    const Visitor others = town.visitor(cast::other);
    for (const Line& line : lines()) {
        for (std::size_t role = 0; line.method == "POST" && role < roles.size(); ++role) {
            const Visitor who = town.visitor(roles[role]);
            if (line.cells[role] == "404" || line.cells[role] == "403") {
                continue;  // does not get as far
            }
            const std::string to = address(line);
            const auto before = cast::everything(town.database());
            const auto expect_403 =
                [&](const char* why, const std::string& secret, const std::string& name, const std::string& value) {
                    kit::Request request = town.request(kit::Method::post, who, to);
                    for (const auto& [key, answer] : fields()) {
                        request.form.add(key, answer);
                    }
                    if (!secret.empty()) {
                        request.form.add("form_secret", secret);
                    }
                    std::erase_if(request.headers, [&](const auto& one) { return one.first == name; });
                    request.headers.emplace_back(name, value);
                    EXPECT_EQ(town.answer(request).status, 403) << why << ": " << line.as << " as " << who.name;
                };
            if (!who.token.empty()) {
                expect_403("no secret", "", "x", "");
                expect_403("a wrong secret", std::string(64, '0'), "x", "");
                expect_403("somebody else's secret", others.form_secret, "x", "");
            }
            expect_403("another site", who.form_secret, "origin", "https://tuki.example.fi.evil.example");
            expect_403("no site", who.form_secret, "origin", "null");
            expect_403("a sister site", who.form_secret, "sec-fetch-site", "same-site");
            expect_403("cross-site", who.form_secret, "sec-fetch-site", "cross-site");
            EXPECT_EQ(cast::everything(town.database()), before) << line.as;
        }
    }
}

/// Addresses of our own that the page links to, but for those in the letters of the town's mailbox: they are for the
/// one who got the letter.
std::set<std::string> links_of(kit::Response page) {
    std::set<std::string> all;
    if (const auto letters = page.body.find("<article"); letters != std::string::npos) {
        page.body.erase(letters, page.body.find("</main>") - letters);
    }
    for (std::size_t at = page.body.find("href=\"/"); at != std::string::npos;
         at = page.body.find("href=\"/", at + 1)) {
        std::string link = page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6);
        for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;")) {
            link.replace(amp, 5, "&");
        }
        all.insert(link.substr(0, link.find('#')));
    }
    return all;
}

TEST_P(Access, EveryLinkOfEveryPageLeadsSomewhereAndChangesNothing) {
    for (const char* role : {"", cast::owner, cast::coordinator, cast::administrator}) {
        const Visitor who = town.visitor(role);
        read_today();
        const std::set<std::string> aside{"identity_session.seen"};
        const auto before = cast::everything(town.database(), aside);
        std::deque<std::string> waiting{"/fi"};
        std::set<std::string> known{"/fi"};
        std::size_t pages = 0;
        for (; !waiting.empty() && pages < 3000; ++pages) {
            const std::string link = waiting.front();
            waiting.pop_front();
            const auto response = town.get(who, link);
            EXPECT_TRUE(response.status == 200 || response.status == 303)
                << response.status << " " << link << " as " << who.name;
            for (const auto& next : links_of(response)) {
                if (known.insert(next).second) {
                    waiting.push_back(next);
                }
            }
        }
        EXPECT_TRUE(waiting.empty()) << "an endless town: " << waiting.front();
        EXPECT_GT(pages, 20U) << who.name;
        EXPECT_EQ(cast::everything(town.database(), aside), before) << "a GET changed the database";
    }
}

/// The demo's doors, clock and mailbox are no routes of a town in production.
TEST(AccessOfATown, ProductionHasNothingOfTheDemo) {
    std::set<std::string> serve, demo;
    for (const auto& route : routes(Mode::serve)) {
        EXPECT_NE(route.right, page::Right::demo) << route.path;
        serve.insert(route_of(route));
    }
    EXPECT_EQ(serve.count("POST /demo/clock"), 0U);
    EXPECT_EQ(serve.count("GET /demo/mailbox"), 0U);
    const WholeTown town(Mode::serve);
    const auto response = town.post({"stranger"}, "/fi/sign-in", {{"account", "0123456789abcdefghjkmnpqrs"}});
    EXPECT_EQ(response.status, 422) << "one click opens no door";
}

}  // namespace
}  // namespace vastin::town
