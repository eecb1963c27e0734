#pragma once
// For tests of every route by every role: the lines of tests/access_matrix.txt, and a town that has one of everything
// they ask for.
#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include "feedback/feedback_acts.h"
#include "identity/account_store.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_acts.h"
#include "preparation/preparation_acts.h"
#include "samples.h"
#include "whole_town.h"

namespace vastin::town {

using cast::Visitor;
using cast::WholeTown;

/// colleague: invited to both applications of the owner, to fill in.
inline constexpr std::array roles{
    "", cast::owner, cast::other, cast::coordinator, cast::administrator, cast::colleague};

/// A line of the matrix: a route, an address for it, and what each role gets.
struct Line {
    std::string modes, method, path, as;
    std::vector<std::string> cells;
    std::string route() const { return method + " " + path; }
};

inline std::vector<Line> matrix() {
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

inline std::string route_of(const page::Route& route) {
    return std::string(route.method == kit::Method::post ? "POST " : "GET ") + route.path;
}

inline std::string replaced(std::string text, const std::string& there, const std::string& instead) {
    const auto at = text.find(there);
    return at == std::string::npos ? text : text.replace(at, there.size(), instead);
}

class Access : public testing::TestWithParam<Mode> {
  protected:
    explicit Access(const WholeTown::Changes& changes = {})
        : town(GetParam(), false, "", changes), hers(town.visitor(cast::owner)) {
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

}  // namespace vastin::town
