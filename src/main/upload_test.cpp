// Files that people really send, through the whole town: what is taken, what is told, and what leaves no trace.
#include <algorithm>

#include "kit/http_test.h"
#include "samples.h"
#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::holds;
using cast::Visitor;
using cast::WholeTown;

class Uploads : public testing::Test {
  protected:
    Uploads() : town(Mode::demo), anna(town.visitor(cast::owner)), path(town.whole_draft(anna)) {}

    std::string page(const std::string& language = "fi") {
        return town.get(anna, "/" + language + path + "/attachments").body;
    }
    bool has(const std::string& text) { return page().find(text) != std::string::npos; }
    /// Sends it in each language: refused with a sentence that names the file, at its place and in the error box.
    void expect_told(const std::string& name, const std::string& bytes, const std::string& shown) {
        const auto before = cast::everything(town.database(), aside);
        std::set<std::string> sentences;
        for (const std::string language : {"fi", "sv", "en"}) {
            const auto response = town.add_file(anna, path, name, bytes, "other", language);
            EXPECT_EQ(response.status, 422) << name;
            EXPECT_TRUE(holds(response, "<html lang=\"" + language + "\""));
            const std::string begin = "<li><a href=\"#attachments.other\">";
            const auto at = response.body.find(begin);
            ASSERT_NE(at, std::string::npos) << name;
            const std::string sentence =
                response.body.substr(at + begin.size(), response.body.find("</a>", at) - at - begin.size());
            EXPECT_NE(sentence.find(shown), std::string::npos) << sentence;
            EXPECT_TRUE(holds(response, "<p class=\"v-error-text\">" + sentence)) << sentence;
            sentences.insert(sentence);
        }
        EXPECT_EQ(sentences.size(), 3U) << name;
        EXPECT_EQ(cast::everything(town.database(), aside), before) << name << " left a trace";
    }
    std::string file_address(const std::string& of) {
        const std::string all = page(), begin = "href=\"/fi" + path + "/attachments/";
        const auto at = all.rfind(begin, all.find(">" + of + "<"));
        return "/fi" + path + "/attachments/" + all.substr(at + begin.size(), 26);
    }
    std::string downloaded(const Visitor& who, const std::string& address) {
        const auto response = town.get(who, address);
        std::string all;
        for (std::string piece; response.source && !(piece = response.source->next()).empty();) {
            all += piece;
        }
        return all;
    }
    const std::set<std::string> aside{"identity_session.seen"};
    WholeTown town;
    Visitor anna;
    std::string path;
};

TEST_F(Uploads, AFileIsAddedShownFetchedAndRemoved) {
    const std::string bytes = cast::pdf_file(std::string(700'000, 'x'));
    const auto added = town.add_file(anna, path, "Suunnitelma \"1\" & <b>.pdf", bytes);
    EXPECT_EQ(added.status, 303);
    EXPECT_EQ(header(added, "Location"), "/fi" + path + "/attachments#attachments.other");
    EXPECT_TRUE(has("Suunnitelma -1- &amp; -b-.pdf</a>")) << page();
    EXPECT_TRUE(has("PDF, 684\u00a0kt") || has("PDF, 684 kt"));
    const std::string address = file_address("Suunnitelma -1- &amp; -b-.pdf");
    EXPECT_EQ(downloaded(anna, address), bytes);
    const auto response = town.get(anna, address);
    EXPECT_EQ(response.type, "application/pdf");
    EXPECT_TRUE(header(response, "Content-Disposition").starts_with("attachment; "));
    EXPECT_EQ(header(response, "Content-Security-Policy"), "default-src 'none'; frame-ancestors 'none'; sandbox");
    EXPECT_EQ(town.get(town.visitor(cast::other), address).status, 404);
    EXPECT_EQ(town.get(town.visitor(cast::coordinator), address).status, 404);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/check"), "Suunnitelma -1- &amp; -b-.pdf"));
    EXPECT_EQ(town.post(anna, address + "/remove", {}).status, 303);
    EXPECT_FALSE(has("Suunnitelma"));
    EXPECT_EQ(town.get(anna, address).status, 404);
}

TEST_F(Uploads, WhatCannotBeUsedIsToldInEachLanguage) {
    expect_told("tyhja.pdf", "", "tyhja.pdf");
    expect_told("lasku.pdf", cast::exe_file(), "lasku.pdf");
    expect_told("salainen.pdf", cast::pdf_file("x", "/Encrypt 5 0 R"), "salainen.pdf");
    expect_told("iso.txt", std::string(kit::limits::upload_file + 1, 'x'), "iso.txt");
    expect_told("suuri.txt", std::string(25'000'000, 'x'), "suuri.txt");
    expect_told("../../kansio\\\u202Efdp.exe", cast::exe_file(), "fdp.exe");
    expect_told("<script>alert(1)</script>.pdf", cast::exe_file(), "script-.pdf");
    expect_told(std::string(300, 'n') + ".pdf", cast::exe_file(), std::string(116, 'n') + ".pdf");
}

TEST_F(Uploads, OddNamesAreCleanedAndKept) {
    const std::pair<std::string, std::string> cases[] = {
        {std::string(300, 'n') + ".pdf", std::string(116, 'n') + ".pdf"},
        {"suunnitelma 😀 ✓.pdf", "suunnitelma 😀 ✓.pdf"},
        {"خطة\u202E\u200F.pdf", "خطة.pdf"},
        {"C:\\kansio\\liite.PDF", "liite.pdf"},
    };
    int number = 0;
    for (const auto& [sent, kept] : cases) {
        EXPECT_EQ(town.add_file(anna, path, sent, cast::pdf_file(std::to_string(number++))).status, 303) << sent;
        EXPECT_TRUE(has(">" + kept + "</a>")) << kept;
    }
    const auto before = cast::everything(town.database(), aside);
    EXPECT_EQ(town.add_file(anna, path, std::string("a\0.pdf", 6), cast::pdf_file("nul")).status, 400);
    EXPECT_EQ(town.add_file(anna, path, "\xff\xfe.pdf", cast::pdf_file("bytes")).status, 400);
    EXPECT_EQ(cast::everything(town.database(), aside), before);
}

TEST_F(Uploads, TheLargestFileIsTakenAndTheSameFileTwiceIsOneBlob) {
    const std::string bytes(kit::limits::upload_file, 'x');
    EXPECT_EQ(town.add_file(anna, path, "suurin.txt", bytes).status, 303);
    EXPECT_EQ(downloaded(anna, file_address("suurin.txt")).size(), bytes.size());
    const std::string another = town.whole_draft(anna);
    EXPECT_EQ(town.add_file(anna, another, "sama.txt", bytes).status, 303);
    EXPECT_EQ(cast::count(town.database(), "document_blob"), 1);
    EXPECT_EQ(cast::count(town.database(), "document_chunk"), 80);
    EXPECT_EQ(cast::count(town.database(), "document_attachment"), 2);
}

TEST_F(Uploads, WhoMayNotIsTurnedAwayBeforeTheFileIsRead) {
    const auto before = cast::everything(town.database(), aside);
    const Visitor oskar = town.visitor(cast::other), stranger{"stranger"}, official = town.visitor(cast::coordinator);
    const std::string pdf = cast::pdf_file();
    const auto begun = cast::everything(town.database(), aside);
    EXPECT_EQ(town.add_file(stranger, path, "a.pdf", pdf).status, 403);
    EXPECT_EQ(town.add_file(oskar, path, "a.pdf", pdf).status, 404);
    EXPECT_EQ(town.add_file(official, path, "a.pdf", pdf).status, 404);
    EXPECT_EQ(town.add_file(anna, path, "a.pdf", pdf, "nothing").status, 404);
    EXPECT_EQ(town.add_file(anna, "/applications/0123456789abcdefghjkmnpqrs", "a.pdf", pdf).status, 404);
    const auto address = "/fi" + path + "/attachments/other";
    const std::string body = WholeTown::file_part("a.pdf", pdf) + "--b--\r\n";
    EXPECT_EQ(town.post_body(town.request(kit::Method::post, anna, address), body).status, 403) << "no secret";
    EXPECT_EQ(town.post_body(town.request(kit::Method::post, anna, address),
                             WholeTown::file_part("a.pdf", pdf) + WholeTown::secret_part(anna) + "--b--\r\n")
                  .status,
              403)
        << "the secret after the file";
    EXPECT_EQ(
        town.post_body(town.request(kit::Method::post, anna, address), WholeTown::secret_part(oskar) + body).status,
        403)
        << "somebody else's secret";
    auto foreign = town.request(kit::Method::post, anna, address);
    foreign.headers = {{"host", "tuki.example.fi"}, {"origin", "https://evil.example"}, foreign.headers.back()};
    EXPECT_EQ(town.post_body(foreign, WholeTown::secret_part(anna) + body).status, 403);
    EXPECT_EQ(town.post_body(town.request(kit::Method::post, anna, "/fi" + path + "/sections/project"), body).status,
              415);
    EXPECT_EQ(cast::everything(town.database(), aside), begun);
    (void)before;

    ASSERT_EQ(town.send(anna, path).status, 303);
    const auto sent = cast::everything(town.database(), aside);
    const auto late = town.add_file(anna, path, "a.pdf", pdf);
    EXPECT_EQ(late.status, 409) << "to a sent application";
    EXPECT_EQ(cast::everything(town.database(), aside), sent);
}

TEST_F(Uploads, WhatWasSentIsFetchedByApplicantAndOfficialWithItsChecksum) {
    const std::string bytes = cast::pdf_file("sent");
    ASSERT_EQ(town.add_file(anna, path, "sopimus.pdf", bytes, "main-funder-application").status, 303);
    const std::string address = file_address("sopimus.pdf");
    ASSERT_EQ(town.send(anna, path).status, 303);
    const auto shown = town.get(anna, "/fi" + path + "/sent");
    EXPECT_TRUE(holds(shown, address));
    EXPECT_TRUE(holds(shown, kit::sha256(bytes)));
    EXPECT_EQ(downloaded(anna, address), bytes);
    const Visitor official = town.visitor(cast::coordinator);
    const std::string desk = "/fi/desk" + address.substr(3);
    EXPECT_TRUE(holds(town.get(official, "/fi/desk" + path), desk)) << "on the case";
    EXPECT_TRUE(holds(town.get(official, "/fi/desk" + path + "/sent"), desk));
    EXPECT_EQ(downloaded(official, desk), bytes);
    EXPECT_EQ(town.get(town.visitor(cast::other), address).status, 404);
    EXPECT_EQ(town.get(town.visitor(cast::other), desk).status, 404);
    // reopened and removed: what was last sent stands for both until the new version is sent
    ASSERT_EQ(town.post(anna, "/fi" + path + "/reopen", {}).status, 303);
    ASSERT_EQ(town.post(anna, address + "/remove", {}).status, 303);
    EXPECT_EQ(downloaded(official, desk), bytes);
    EXPECT_EQ(downloaded(anna, address), bytes);
    ASSERT_EQ(town.send(anna, path).status, 303);
    EXPECT_EQ(town.get(official, desk).status, 404) << "the newest version does not hold it";
}

/// The same through the edge: sockets, pieces, pages of refusal.
class UploadsByWire : public Uploads {
  protected:
    UploadsByWire()
        : http(
              kit::Server::at_any_port({}),
              [this](const kit::Request& request) { return town.router().answer(request); },
              [this](const kit::Request& request) { return town.router().load(request); },
              [this](int status, const kit::Request& request) { return town.router().problem(status, request); },
              [this](const kit::Request& request) { return town.router().receive(request); }) {
        kit::log_quietly(true);
        http.start();
    }
    std::string head(const Visitor& who, std::size_t size, const std::string& boundary = "b") {
        return "POST /fi" + path + "/attachments/other HTTP/1.1\r\nHost: tuki.example.fi\r\nCookie: " +
               std::string(identity::cookie_name(town.world())) + "=" + who.token +
               "\r\nContent-Type: multipart/form-data; boundary=" + boundary +
               "\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n";
    }
    std::string ask(const Visitor& who, const std::string& body, const std::string& boundary = "b") {
        return kit::Peer(http.port()).send(head(who, body.size(), boundary) + body).answer();
    }
    std::string form(const std::string& bytes) {
        return WholeTown::secret_part(anna) + WholeTown::file_part("a.txt", bytes) + "--b--\r\n";
    }
    kit::HttpServer http;
};

TEST_F(UploadsByWire, TwentyMegabytesAreTakenOneByteMoreIsTold) {
    EXPECT_EQ(kit::status_of(ask(anna, form(std::string(kit::limits::upload_file, 'x')))), 303);
    const std::string more = ask(anna, form(std::string(kit::limits::upload_file + 1, 'x')));
    EXPECT_EQ(kit::status_of(more), 422);
    EXPECT_NE(more.find("a.txt"), std::string::npos);
    EXPECT_EQ(cast::count(town.database(), "document_chunk"), 80);
    const std::string enormous = kit::Peer(http.port()).send(head(anna, kit::limits::upload_body + 1)).answer();
    EXPECT_EQ(kit::status_of(enormous), 413);
    EXPECT_NE(enormous.find("20"), std::string::npos) << "the limit is named";
}

TEST_F(UploadsByWire, BrokenFormsGetAPageThatSaysThatNothingWasSaved) {
    const auto before = cast::everything(town.database(), aside);
    const std::string good = form("hello");
    std::string many = WholeTown::secret_part(anna);
    for (int i = 0; i < 10'000; ++i) {
        many += "--b\r\nContent-Disposition: form-data; name=\"f" + std::to_string(i) + "\"\r\n\r\n1\r\n";
    }
    const struct {
        const char* what;
        std::string answer;
        int status;
    } cases[] = {
        {"cut off", ask(anna, good.substr(0, good.size() - 9)), 400},
        {"another boundary", ask(anna, good, "c"), 400},
        {"no boundary", ask(anna, good, ""), 400},
        {"noise", ask(anna, std::string(1000, '\x01')), 400},
        {"10 000 fields", ask(anna, many + "--b--\r\n"), 413},
        {"a stranger's file", ask({"stranger"}, good), 403},
    };
    for (const auto& one : cases) {
        EXPECT_EQ(kit::status_of(one.answer), one.status) << one.what;
        EXPECT_NE(one.answer.find("<html lang=\"fi\""), std::string::npos) << one.what;
        EXPECT_NE(one.answer.find("Mitään ei tallennettu"), std::string::npos) << one.what;
    }
    EXPECT_TRUE(kit::soon([&] { return cast::everything(town.database(), aside) == before; }));
}

TEST_F(UploadsByWire, AFileIsFetchedWhole) {
    std::string bytes;
    for (int i = 0; bytes.size() < 3'000'000; ++i) {
        bytes += std::to_string(i) + "\n";
    }
    ASSERT_EQ(kit::status_of(ask(anna, form(bytes))), 303);
    const std::string got =
        kit::Peer(http.port())
            .send("GET " + file_address("a.txt") + " HTTP/1.1\r\nHost: tuki.example.fi\r\nCookie: " +
                  std::string(identity::cookie_name(town.world())) + "=" + anna.token + "\r\n\r\n")
            .answer();
    EXPECT_EQ(kit::body_of(got), bytes);
    EXPECT_NE(got.find("X-Content-Type-Options: nosniff"), std::string::npos);
}

}  // namespace
}  // namespace vastin::town
