// What was typed survives an ended session: parked, shut, done once by the same person, judged when it is done.
#include <algorithm>

#include "kit/limits.h"
#include "page/parked.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::holds;
using cast::Visitor;
using cast::WholeTown;

constexpr const char* password = "a long enough password";

class EndedSession : public testing::TestWithParam<Mode> {
  protected:
    EndedSession() : town(GetParam(), true), anna(town.visitor(cast::owner)), draft(town.whole_draft(anna)) {}

    void end_sessions() {
        cast::tamper(town.database(), "UPDATE identity_session SET seen = seen - 7200000, began = began - 7200000");
    }
    /// Posts as the browser of `who`, with what it has kept.
    kit::Response post(const Visitor& who, const std::string& address, const form::Answers& fields) {
        kit::Request made = request(kit::Method::post, who, address);
        if (!who.form_secret.empty()) {
            made.form.add("form_secret", who.form_secret);
        }
        for (const auto& [key, value] : fields) {
            made.form.add(key, value);
        }
        return answer(made);
    }
    kit::Response get(const Visitor& who, const std::string& address) {
        return answer(request(kit::Method::get, who, address));
    }
    kit::Request request(kit::Method method, const Visitor& who, const std::string& address) {
        kit::Request made = town.request(method, who, address);
        if (!kept.empty()) {
            made.headers.emplace_back("cookie", "");
            const std::string own = std::string(made.header("cookie"));
            std::erase_if(made.headers, [](const auto& one) { return one.first == "cookie"; });
            made.headers.emplace_back("cookie", own.empty() ? kept : own + "; " + kept);
        }
        return made;
    }
    /// Answers, and keeps the cookie of what was parked, as a browser does.
    kit::Response answer(const kit::Request& request) {
        auto response = town.answer(request);
        const std::string cookie = header(response, "Set-Cookie");
        if (cookie.find("vastin-kept=") != std::string::npos) {
            kept = cookie.substr(0, cookie.find(';'));
        }
        return response;
    }
    /// Signs in in this browser, as this mode does it.
    kit::Response sign_in(const std::string& email, const std::string& next = "") {
        std::optional<identity::Door> door;
        town.database().read([&](kit::Transaction& t) { door = identity::find_door(t, email); });
        if (GetParam() == Mode::demo) {
            return post({"stranger"}, "/fi/sign-in", {{"account", door.value().account.str()}, {"next", next}});
        }
        static const std::string hash = kit::password_hash(password);
        town.database().write([&](kit::Transaction& t) {
            identity::set_password(t, door.value().account, hash);
            return true;
        });
        return post({"stranger"}, "/fi/sign-in", {{"email", email}, {"password", password}, {"next", next}});
    }
    Visitor after(const kit::Response& entered) {
        const std::string cookie = header(entered, "Set-Cookie");
        Visitor made{"again"};
        made.token = cookie.substr(cookie.find('=') + 1, 32);
        made.form_secret = kit::keyed_hash(made.token, "form");
        return made;
    }
    form::Answers named(const std::string& name) {
        return {{"project_name", name}, {"version", "2"}, {"starts", "1.11.2025"}, {"back", "1"}};
    }
    std::string section() const { return "/fi" + draft + "/sections/project"; }
    std::string name_of_draft() {
        std::string name;
        town.database().read([&](kit::Transaction& t) {
            name = std::get<0>(t.one<std::string>("SELECT title FROM application_application"));
        });
        return name;
    }
    std::int64_t parked() { return cast::count(town.database(), "page_parked"); }

    WholeTown town;
    Visitor anna;
    std::string draft, kept;
};
INSTANTIATE_TEST_SUITE_P(Modes, EndedSession, testing::Values(Mode::demo, Mode::serve), [](const auto& mode) {
    return mode.param == Mode::demo ? "Demo" : "Serve";
});

TEST_P(EndedSession, WhatWasTypedIsParkedShutAndDoneOnceAfterSigningInAgain) {
    end_sessions();
    const auto before = cast::everything(town.database());
    const auto response = post(anna, section(), named("Tuhkasta timanttia"));
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(header(response, "Location"), "/fi/sign-in?next=%2Ffi%2Fcontinue");
    const std::string cookie = header(response, "Set-Cookie");
    for (const char* part : {"; HttpOnly", "; SameSite=Lax", "; Max-Age=3600", "; Path=/"}) {
        EXPECT_NE(cookie.find(part), std::string::npos) << part << " in " << cookie;
    }
    EXPECT_EQ(cookie.find("; Secure") != std::string::npos, GetParam() == Mode::serve);
    auto now = cast::everything(town.database());
    ASSERT_EQ(now["page_parked"].size(), 1U);
    EXPECT_EQ(now["page_parked"][0].find("timanttia"), std::string::npos) << "shut";
    EXPECT_EQ(now["page_parked"][0].find(draft), std::string::npos) << "where it goes, too";
    EXPECT_EQ(now["page_parked"][0].find(kept.substr(kept.find('=') + 1)), std::string::npos) << "the key is not here";
    now["page_parked"].clear();
    EXPECT_EQ(now, before) << "nothing else was done";

    const auto door = get({"stranger"}, "/en/sign-in?next=%2Ffi%2Fcontinue");
    EXPECT_TRUE(holds(door, "What you wrote is safe"));
    EXPECT_TRUE(holds(door, "a deadline that passes before you have signed in has passed"));
    EXPECT_EQ(header(door, "Cache-Control"), "no-store");
    EXPECT_EQ(header(get({"stranger"}, "/en/projects"), "ETag"), "");

    const auto entered = sign_in(cast::owner, "/fi/continue");
    EXPECT_EQ(entered.status, 303);
    EXPECT_EQ(header(entered, "Location"), "/fi" + draft);
    EXPECT_EQ(name_of_draft(), "Tuhkasta timanttia");
    const Visitor again = after(entered);
    EXPECT_TRUE(holds(get(again, "/en" + draft), "What you wrote before your session ended has gone through"));
    const auto done = cast::everything(town.database(), {"identity_session.seen"});
    const auto twice = sign_in(cast::owner, "/fi/continue");
    EXPECT_EQ(header(twice, "Location"), "/fi/continue") << "a repeat does nothing";
    EXPECT_EQ(cast::everything(town.database()).at("flow_audit").size(), done.at("flow_audit").size() + 1)
        << "but begin a session";
    const auto where = get(after(twice), "/en/continue");
    EXPECT_TRUE(holds(where, ">It has gone through</h2>"));
    EXPECT_TRUE(holds(where, "href=\"/fi" + draft + "\"")) << "it shows where it went";
}

TEST_P(EndedSession, ADeadlineThatPassedBeforeSigningInHasPassed) {
    const std::string to = "/fi" + draft;
    end_sessions();
    post(anna, to + "/send", {{"version", "2"}, {"part_version", "2"}});
    ASSERT_EQ(parked(), 1);
    town.clock().move_to(Instant{1748870100000} + hours(1));
    const auto entered = sign_in(cast::owner);
    EXPECT_EQ(entered.status, 422);
    EXPECT_TRUE(holds(entered, "Haku on päättynyt")) << "the check page says so";
    EXPECT_EQ(cast::count(town.database(), "document_submission"), 0);
    EXPECT_EQ(get(after(entered), "/fi/applications").status, 200) << "and one is signed in";
}

TEST_P(EndedSession, ASendInTimeGetsItsReceiptAtTheMomentOfSigningIn) {
    const std::string to = "/fi" + draft;
    end_sessions();
    post(anna, to + "/send", {{"version", "7"}, {"part_version", "4"}});
    const auto entered = sign_in(cast::owner);
    EXPECT_EQ(header(entered, "Location"), to + "/receipt");
    EXPECT_EQ(cast::count(town.database(), "document_submission"), 1);
}

TEST_P(EndedSession, AStaleEditIsAnsweredWithBothTexts) {
    const Visitor elsewhere = town.visitor(cast::owner);
    ASSERT_EQ(town.save(elsewhere, draft, "project", {{"project_name", "Toisaalla kirjoitettu"}}).status, 303);
    end_sessions();
    post(anna, section(), named("Täällä kirjoitettu"));
    const auto entered = sign_in(cast::owner);
    EXPECT_EQ(entered.status, 409);
    EXPECT_TRUE(holds(entered, "Täällä kirjoitettu"));
    EXPECT_TRUE(holds(entered, "Toisaalla kirjoitettu"));
    EXPECT_EQ(name_of_draft(), "Toisaalla kirjoitettu");
    EXPECT_TRUE(holds(get(after(entered), "/en/continue"), "href=\"" + section() + "\""));
}

TEST_P(EndedSession, AnotherPersonSigningInGetsAClearPageAndNothingIsDone) {
    end_sessions();
    post(anna, section(), named("Annan teksti"));
    const auto entered = sign_in(cast::other, "/fi/applications");
    EXPECT_EQ(header(entered, "Location"), "/fi/continue");
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön");
    const Visitor other = after(entered);
    const auto page = get(other, "/en/continue");
    EXPECT_TRUE(holds(page, "It was written by another account."));
    EXPECT_FALSE(holds(page, "Save or send it now"));
    const std::string id = cast::hidden(page, "parked");
    EXPECT_EQ(post(other, "/fi/continue", {{"parked", id}}).status, 303) << "not by force either";
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön");
    EXPECT_EQ(header(sign_in(cast::owner), "Location"), "/fi" + draft);
    EXPECT_EQ(name_of_draft(), "Annan teksti");
}

TEST_P(EndedSession, WhereNobodyKnowsWhoseItWasTheButtonDecides) {
    cast::tamper(town.database(), "DELETE FROM identity_session");
    post(anna, section(), named("Kenen lie"));
    const auto entered = sign_in(cast::owner);
    EXPECT_EQ(header(entered, "Location"), "/fi/continue");
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön");
    const Visitor again = after(entered);
    EXPECT_TRUE(holds(get(again, "/en/projects"), "What you wrote is safe")) << "every page says so";
    const auto page = get(again, "/en/continue");
    EXPECT_TRUE(holds(page, "Save or send it now"));
    const std::string id = cast::hidden(page, "parked");
    EXPECT_EQ(header(post({"stranger"}, "/fi/continue", {{"parked", id}}), "Location"),
              "/fi/sign-in?next=%2Ffi%2Fcontinue");
    EXPECT_EQ(header(post(again, "/fi/continue", {{"parked", id}}), "Location"), "/fi" + draft);
    EXPECT_EQ(name_of_draft(), "Kenen lie");
    const auto before = cast::everything(town.database());
    EXPECT_EQ(header(post(again, "/fi/continue", {{"parked", id}}), "Location"), "/fi/continue");
    EXPECT_EQ(cast::everything(town.database()), before);
}

TEST_P(EndedSession, OneThatWasBegunAndLostOnTheWayWaitsAgain) {
    end_sessions();
    post(anna, section(), named("Kesken jäänyt"));
    const auto at = kit::wall_now().milliseconds;
    cast::tamper(town.database(), "UPDATE page_parked SET taken = " + std::to_string(at));
    EXPECT_EQ(header(sign_in(cast::owner, "/fi/continue"), "Location"), "/fi/continue");
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön") << "somebody is at it";
    cast::tamper(town.database(), "UPDATE page_parked SET taken = " + std::to_string(at - 61000));
    EXPECT_EQ(header(sign_in(cast::owner), "Location"), "/fi" + draft);
    EXPECT_EQ(name_of_draft(), "Kesken jäänyt");
}

TEST_P(EndedSession, SeveralFormsAreDoneInTheirOrderAndTheSameOneOnce) {
    end_sessions();
    post(anna, "/fi" + draft + "/sections/budget", {{"pay.2026", "1 000,00"}, {"version", "2"}, {"back", "1"}});
    for (const char* name : {"Ensin", "Sitten", "Viimein"}) {
        post(anna, section(), named(name));
    }
    EXPECT_EQ(parked(), 2) << "the same form posted again takes its own place";
    EXPECT_EQ(header(sign_in(cast::owner), "Location"), "/fi" + draft);
    EXPECT_EQ(name_of_draft(), "Viimein");
    EXPECT_TRUE(holds(get(town.visitor(cast::owner), "/fi" + draft + "/sections/budget"), "1 000,00"));
}

TEST_P(EndedSession, OnlyWhatOurOwnFormProvesIsParkedAndWithinLimits) {
    end_sessions();
    const auto expect_403 = [&](const char* why, kit::Request request) {
        const auto response = answer(request);
        EXPECT_EQ(response.status, 403) << why;
        EXPECT_TRUE(kept.empty()) << why;
        EXPECT_EQ(parked(), 0) << why;
    };
    const auto form = [&](const std::string& secret, const std::string& text) {
        kit::Request made = town.request(kit::Method::post, anna, section());
        made.form.add("form_secret", secret);
        made.form.add("project_name", text);
        return made;
    };
    expect_403("a wrong secret", form(std::string(64, '0'), "x"));
    expect_403("too large", form(anna.form_secret, std::string(kit::limits::parked_size, 'x')));
    auto request = form(anna.form_secret, "x");
    std::erase_if(request.headers, [](const auto& one) { return one.first == "cookie"; });
    expect_403("no session behind it", request);
    request = form(anna.form_secret, "x");
    request.headers.emplace_back("content-type", "multipart/form-data; boundary=x");
    expect_403("files", request);
    EXPECT_TRUE(holds(answer(request), "Tiedostot eivät"));
    request = form(anna.form_secret, "x");
    std::erase_if(request.headers, [](const auto& one) { return one.first == "origin"; });
    request.headers.emplace_back("origin", "https://evil.example");
    expect_403("another site", request);

    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(post(anna, "/fi/calls/202" + std::to_string(i) + "/apply", {}).status, 303);
    }
    EXPECT_EQ(post(anna, section(), named("Neljäs")).status, 403) << "three wait for this browser";
    EXPECT_EQ(post(anna, "/fi/calls/2020/apply", {}).status, 303) << "the same again takes its own place";
    EXPECT_EQ(parked(), 3);
}

TEST_P(EndedSession, AfterAnHourItIsForgotten) {
    end_sessions();
    post(anna, section(), named("Liian myöhään"));
    const auto expires = kit::wall_now() + hours(1);
    EXPECT_EQ(page::forget_parked(town.database(), expires - seconds(5)), 0);
    cast::tamper(town.database(),
                 "UPDATE page_parked SET expires = " + std::to_string(kit::wall_now().milliseconds - 1));
    EXPECT_EQ(header(sign_in(cast::owner, "/fi/continue"), "Location"), "/fi/continue");
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön");
    EXPECT_TRUE(holds(get({"stranger"}, "/en/continue"), "Nothing is kept in this browser."));
    EXPECT_EQ(page::forget_parked(town.database(), kit::wall_now()), 1);
    EXPECT_EQ(parked(), 0);
}

TEST_P(EndedSession, OnlyTheBrowserThatKeptItSeesItAndMayForgetIt) {
    end_sessions();
    post(anna, section(), named("Unohdettava"));
    const auto page = get({"stranger"}, "/en/continue");
    const std::string id = cast::hidden(page, "parked");
    EXPECT_TRUE(holds(page, "Sign in with the same account before"));
    const std::string cookie = std::exchange(kept, "");
    EXPECT_TRUE(holds(get({"stranger"}, "/en/continue"), "Nothing is kept in this browser."));
    post({"stranger"}, "/fi/continue/forget", {{"parked", id}});
    EXPECT_EQ(parked(), 1);
    EXPECT_EQ(header(sign_in(cast::owner, "/fi/continue"), "Location"), "/fi/continue") << "another browser of hers";
    EXPECT_EQ(name_of_draft(), "Sivuvirrat käyttöön");
    kept = cookie;
    EXPECT_EQ(header(post({"stranger"}, "/fi/continue/forget", {{"parked", id}}), "Location"), "/fi/continue");
    EXPECT_EQ(parked(), 0);
}

TEST_P(EndedSession, EveryPageOfAPersonTellsWhenTheSessionEnds) {
    const auto page = get(anna, "/fi/projects");
    const auto at = page.body.find("<body data-size=\"sm\" data-session-ends=\"");
    ASSERT_NE(at, std::string::npos);
    const auto ends = read_local_time(page.body.substr(at + 40, 19));
    ASSERT_TRUE(ends.has_value());
    const auto left = Zone("UTC").moment(*ends).at - kit::wall_now();
    EXPECT_GT(left, minutes(59));
    EXPECT_LE(left, kit::limits::session_idle);
    EXPECT_FALSE(holds(get({"stranger"}, "/fi/projects"), "data-session-ends"));
}

}  // namespace
}  // namespace vastin::town
