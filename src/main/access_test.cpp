// Every route by every role: what tests/access_matrix.txt says is what the router answers, no more and no less.
#include "main/access_test.h"

#include <deque>
#include <set>

#include "flow/audit.h"

namespace vastin::town {
namespace {

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
