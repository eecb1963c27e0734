#include "page/router.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "page/test_stage.h"

namespace vastin::page {
namespace {

using identity::Role;
using stage::get;
using stage::header;

/// Says which route was taken, with what stood in its places.
kit::Response said(Visit& visit, std::string_view what) {
    kit::Response response;
    response.type = "text/plain; charset=utf-8";
    response.body = std::string(code(visit.language)) + " " + std::string(what);
    for (const std::string& captured : visit.captured) {
        response.body += " " + captured;
    }
    return response;
}
kit::Response front(Visit& visit) { return said(visit, "front"); }
kit::Response call(Visit& visit) { return said(visit, "call"); }
kit::Response new_call(Visit& visit) { return said(visit, "new"); }
kit::Response part(Visit& visit) { return said(visit, "part"); }
kit::Response calendar(Visit& visit) { return said(visit, "calendar"); }
kit::Response draft(Visit& visit) { return said(visit, "draft of " + visit.signed_in().name); }
kit::Response saved(Visit& visit) { return said(visit, "saved"); }
kit::Response tagged(Visit& visit) {
    auto response = said(visit, "tagged");
    response.header("ETag", etag(visit, "7"));
    return response;
}
kit::Response broken(Visit&) { throw Bug("broken"); }

constexpr auto read = kit::Method::get;
constexpr auto post = kit::Method::post;
const Route routes[] = {
    {read, "", Right::anyone, front},
    {read, "/calls/{code}", Right::anyone, call},
    {read, "/calls/new", Right::anyone, new_call},
    {read, "/calls/{code}.ics", Right::anyone, calendar},
    {read, "/calls/{code}/parts/{id}", Right::anyone, part},
    {read, "/applications/{id}", Right::applicant, draft},
    {post, "/applications/{id}", Right::applicant, saved, kit::Load::never_shed},
    {read, "/desk", Right::coordinator, draft},
    {read, "/accounts", Right::administrator, draft},
    {post, "/town", Right::demo, saved},
    {post, "/sign-in", Right::anyone, saved},
    {read, "/tagged", Right::anyone, tagged},
    {read, "/broken", Right::anyone, broken},
};

class RouterTest : public testing::Test {
  protected:
    static stage::Stage& house() {
        static stage::Stage one;
        return one;
    }
    kit::Response ask(kit::Request request) {
        const Router router(
            house().world,
            routes,
            [this](const kit::Request&, const flow::World&) { return who; },
            house().frame,
            house().assets);
        return router.answer(request);
    }
    kit::Response send(std::string path,
                       std::string secret,
                       std::vector<std::pair<std::string, std::string>> headers = {}) {
        kit::Request request = get(std::move(path));
        request.method = post;
        if (!secret.empty()) {
            request.form.add("form_secret", std::move(secret));
        }
        request.headers.insert(request.headers.end(), headers.begin(), headers.end());
        return ask(std::move(request));
    }
    void TearDown() override { house().world.demo = false; }

    std::optional<identity::Person> who;
};

TEST_F(RouterTest, FindsTheRouteByLanguageAndPlaces) {
    EXPECT_EQ(ask(get("/fi")).body, "fi front");
    EXPECT_EQ(ask(get("/sv/calls/2025")).body, "sv call 2025");
    EXPECT_EQ(ask(get("/en/calls/2025/parts/7")).body, "en part 2025 7");
    EXPECT_EQ(ask(get("/en/calls/new")).body, "en new") << "a literal wins over a place";
}

TEST_F(RouterTest, APlaceMayHaveAnEnding) {
    EXPECT_EQ(ask(get("/en/calls/2025.ics")).body, "en calendar 2025");
    EXPECT_EQ(ask(get("/en/calls/2025.1.ics")).body, "en calendar 2025.1");
    EXPECT_EQ(ask(get("/en/calls/.ics")).body, "en call .ics") << "nothing stands in the place";
    EXPECT_EQ(ask(get("/en/calls/2025.json")).body, "en call 2025.json");
    EXPECT_EQ(ask(get("/en/calls/2025.ics/parts/7")).body, "en part 2025.ics 7");
}

TEST_F(RouterTest, APublicAddressWithoutLanguageGoesToThatOfTheReader) {
    kit::Request request = get("/calls/ä b.ics", "q=1");
    request.headers.emplace_back("accept-language", "sv");
    const auto response = ask(request);
    EXPECT_EQ(response.status, 302);
    EXPECT_EQ(header(response, "Location"), "/sv/calls/%C3%A4%20b.ics?q=1");
    EXPECT_EQ(header(response, "Vary"), "Accept-Language");
    for (const char* path : {"/applications/7", "/desk", "/nothing", "/town", "/de/calls/2025"}) {
        EXPECT_EQ(ask(get(path)).status, 404) << path;
    }
    EXPECT_EQ(send("/sign-in", "").status, 404) << "a form has a language";
}

TEST_F(RouterTest, AnswersHeadLikeGet) {
    kit::Request request = get("/fi/calls/2025");
    request.method = kit::Method::head;
    EXPECT_EQ(ask(request).status, 200);
}

TEST_F(RouterTest, UnknownAddressesAre404InTheirLanguage) {
    for (const char* path :
         {"/fi/nothing", "/fi/calls", "/fi/calls/2025/parts", "/de/calls/2025", "/fin", "/assets/x.css"}) {
        EXPECT_EQ(ask(get(path)).status, 404) << path;
    }
    EXPECT_NE(ask(get("/sv/nothing")).body.find("<html lang=\"sv\""), std::string::npos);
}

TEST_F(RouterTest, TheRootGoesToTheLanguageOfTheBrowser) {
    const auto to = [&](std::string accept) {
        kit::Request request = get("/");
        request.headers.emplace_back("accept-language", std::move(accept));
        const auto response = ask(request);
        EXPECT_EQ(response.status, 302);
        return header(response, "Location");
    };
    EXPECT_EQ(to(""), "/fi");
    EXPECT_EQ(to("de-DE,de;q=0.9"), "/fi");
    EXPECT_EQ(to("sv-FI,sv;q=0.9,en;q=0.8"), "/sv");
    EXPECT_EQ(to("en;q=0.5, fi;q=0.7"), "/fi");
    EXPECT_EQ(to("de, en;q=0.3 , sv;q=0.25"), "/en");
    EXPECT_EQ(to("sv;q=0"), "/fi");
    EXPECT_EQ(to(",;q=,sv;q=x"), "/fi");
}

TEST_F(RouterTest, ATrailingSlashIsTakenAway) {
    const auto response = ask(get("/fi/calls/ä b/", "q=1"));
    EXPECT_EQ(response.status, 301);
    EXPECT_EQ(header(response, "Location"), "/fi/calls/%C3%A4%20b?q=1");
    EXPECT_EQ(header(ask(get("/fi/")), "Location"), "/fi");
}

TEST_F(RouterTest, AStrangerIsSentToSignInAndBack) {
    const auto response = ask(get("/fi/applications/7", "step=2&x=ä"));
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(header(response, "Location"), "/fi/sign-in?next=%2Ffi%2Fapplications%2F7%3Fstep%3D2%26x%3D%C3%A4");
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
}

TEST_F(RouterTest, AStrangersPostIsToldSo) { EXPECT_EQ(send("/fi/applications/7", "").status, 403); }

TEST_F(RouterTest, AnotherRoleSeesNothing) {
    who = stage::person(Role::applicant);
    EXPECT_EQ(ask(get("/fi/desk")).status, 404);
    EXPECT_EQ(ask(get("/fi/accounts")).status, 404);
    EXPECT_EQ(ask(get("/fi/desk")).body, [&] {
        std::string body = ask(get("/fi/none")).body;
        // the same page but for the address that the language links keep
        for (std::size_t at = body.find("/none"); at != std::string::npos; at = body.find("/none")) {
            body.replace(at, 5, "/desk");
        }
        return body;
    }());
    who = stage::person(Role::coordinator);
    EXPECT_EQ(ask(get("/fi/desk")).status, 200);
    EXPECT_EQ(ask(get("/fi/applications/7")).status, 404);
}

TEST_F(RouterTest, PagesOfPeopleAreNeitherKeptNorIndexed) {
    who = stage::person(Role::applicant);
    auto response = ask(get("/fi/applications/7"));
    EXPECT_EQ(response.body, "fi draft of Hakija · Centria 7");
    EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    EXPECT_EQ(header(response, "X-Robots-Tag"), "noindex");
    EXPECT_EQ(header(ask(get("/fi")), "Cache-Control"), "no-store") << "a public page shows the person's name";
    who.reset();
    response = ask(get("/fi"));
    EXPECT_EQ(header(response, "Cache-Control"), "no-cache");
    EXPECT_EQ(header(response, "X-Robots-Tag"), "");
}

TEST_F(RouterTest, APostNeedsTheSecretOfTheSession) {
    who = stage::person(Role::applicant);
    EXPECT_EQ(send("/fi/applications/7", who->form_secret).body, "fi saved 7");
    EXPECT_EQ(send("/fi/applications/7", "").status, 403);
    EXPECT_EQ(send("/fi/applications/7", "0123456789abcdeF").status, 403);
    EXPECT_EQ(send("/fi/sign-in", "").status, 403) << "also where anyone may post";
    who->form_secret.clear();
    EXPECT_EQ(send("/fi/applications/7", "").status, 403) << "no secret is not an empty secret";
}

TEST_F(RouterTest, APostFromElsewhereIsRefused) {
    const auto from = [&](std::string name, std::string value) {
        return send("/fi/sign-in", "", {{std::move(name), std::move(value)}}).status;
    };
    EXPECT_EQ(from("origin", "https://tuki.example.fi"), 200);
    EXPECT_EQ(from("origin", "https://evil.example"), 403);
    EXPECT_EQ(from("origin", "https://tuki.example.fi.evil.example"), 403);
    EXPECT_EQ(from("origin", "null"), 403);
    EXPECT_EQ(from("sec-fetch-site", "same-origin"), 200);
    EXPECT_EQ(from("sec-fetch-site", "cross-site"), 403);
    EXPECT_EQ(from("sec-fetch-site", "same-site"), 403);
    EXPECT_EQ(send("/fi/sign-in", "").status, 200) << "an old browser sends neither";
    who = stage::person(Role::applicant);
    EXPECT_EQ(send("/fi/applications/7", who->form_secret, {{"origin", "https://evil.example"}}).status, 403)
        << "the secret alone is not enough";
}

TEST_F(RouterTest, AKnownAddressTakesOnlyItsMethods) {
    const auto response = send("/fi/calls/2025", "");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(header(response, "Allow"), "GET, HEAD");
    EXPECT_EQ(header(ask(get("/fi/sign-in")), "Allow"), "POST");
}

TEST_F(RouterTest, TheDemosRoutesExistOnlyInADemo) {
    EXPECT_EQ(send("/fi/town", "").status, 404);
    house().world.demo = true;
    EXPECT_EQ(send("/fi/town", "").body, "fi saved");
}

TEST_F(RouterTest, TheTagChangesWithWhatIsShown) {
    const auto tag = [&](std::string path, std::string query = {}) {
        return header(ask(get(std::move(path), std::move(query))), "ETag");
    };
    const std::string first = tag("/fi/tagged");
    EXPECT_EQ(first.size(), 22U);
    EXPECT_EQ(first, tag("/fi/tagged"));
    EXPECT_NE(first, tag("/sv/tagged"));
    EXPECT_NE(first, tag("/fi/tagged", "q=x"));
    kit::Request tomorrow = get("/fi/tagged");
    tomorrow.arrived = tomorrow.arrived + hours(24);
    EXPECT_NE(first, header(ask(tomorrow), "ETag"));
    house().frame.build = "newer";
    EXPECT_NE(first, tag("/fi/tagged"));
    house().frame.build.clear();
    who = stage::person(Role::applicant);
    EXPECT_EQ(tag("/fi/tagged"), "");
}

TEST_F(RouterTest, WhatTheVisitorHasIsNotSentAgain) {
    kit::Request request = get("/fi/tagged");
    const auto answer = [&](std::string known) {
        request.headers = {{"if-none-match", std::move(known)}};
        const Visit visit{request, house().world, Language::fi, {}, std::nullopt, request.arrived, nullptr};
        const auto found = unchanged(visit, "\"abc\"");
        return found ? found->status : 200;
    };
    EXPECT_EQ(answer("\"abc\""), 304);
    EXPECT_EQ(answer("\"x\", W/\"abc\""), 304);
    EXPECT_EQ(answer("\"abcd\""), 200);
    EXPECT_EQ(answer(""), 200);
    EXPECT_EQ(answer("*"), 200);
}

TEST_F(RouterTest, AHandlersBugReachesTheEdge) { EXPECT_THROW(ask(get("/fi/broken")), Bug); }

TEST_F(RouterTest, TheEdgesOwnAnswersArePages) {
    const Router router(
        house().world,
        routes,
        [](const kit::Request&, const flow::World&) -> std::optional<identity::Person> {
            throw Bug("asked for nobody");
        },
        house().frame,
        house().assets);
    for (const int status : {400, 403, 405, 408, 413, 414, 415, 431, 500, 503}) {
        const auto response = router.problem(status, get("/sv/calls"));
        EXPECT_EQ(response.status, status);
        EXPECT_NE(response.body.find("<html lang=\"sv\""), std::string::npos) << status;
        EXPECT_EQ(header(response, "Cache-Control"), "no-store");
    }
    EXPECT_NE(router.problem(500, get("/en")).body.find(">r1<"), std::string::npos) << "the number of the incident";
    EXPECT_EQ(router.problem(400, kit::Request()).status, 400) << "nothing was read of the request";
}

TEST_F(RouterTest, SavesAreNeverShed) {
    const Router router(house().world, routes, nullptr, house().frame, house().assets);
    kit::Request request = get("/fi/applications/7");
    EXPECT_EQ(router.load(request), kit::Load::shed_first);
    request.method = post;
    EXPECT_EQ(router.load(request), kit::Load::never_shed);
    EXPECT_EQ(router.load(get("/fi")), kit::Load::shed_first);
    EXPECT_EQ(router.load(get("/")), kit::Load::shed_first);
    EXPECT_EQ(router.load(get(house().frame.style)), kit::Load::never_shed);
}

TEST_F(RouterTest, TwoRoutesForOneAddressAreABug) {
    const Route twice[] = {{read, "/calls/{code}", Right::anyone, call}, {read, "/calls/{id}", Right::anyone, part}};
    EXPECT_THROW(Router(house().world, twice, nullptr, house().frame, house().assets), Bug);
}

TEST_F(RouterTest, AssetsAreKeptForEver) {
    const auto sheet = ask(get(house().assets.style()));
    ASSERT_EQ(sheet.status, 200);
    EXPECT_EQ(sheet.type, "text/css; charset=utf-8");
    EXPECT_EQ(header(sheet, "Cache-Control"), "public, max-age=31536000, immutable");
    ASSERT_TRUE(sheet.shared);
    const std::size_t font = sheet.shared->find("url(/assets/inter.");
    ASSERT_NE(font, std::string::npos) << "the font has the hash in its name";
    const std::string address = sheet.shared->substr(font + 4, sheet.shared->find(')', font) - font - 4);
    EXPECT_EQ(ask(get(address)).type, "font/woff2");
    EXPECT_EQ(ask(get(house().assets.icon())).type, "image/svg+xml");
    EXPECT_EQ(ask(get("/assets/vastin.css")).status, 404);
    EXPECT_THROW(Assets(cast::fresh_folder()), std::runtime_error);
}

}  // namespace
}  // namespace vastin::page
