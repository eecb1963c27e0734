// The door for forms with files: who is let in is judged by the head, the form's secret before the first file.
#include <gtest/gtest.h>

#include "page/test_stage.h"

namespace vastin::page {
namespace {

using stage::get;
using stage::header;

kit::Response shown(Visit&) { return {}; }
std::optional<kit::Response> door(Visit& visit) {
    return visit.captured.at(0) == "closed" ? std::optional(not_found(visit)) : std::nullopt;
}
const Route routes[] = {
    {kit::Method::post, "/things/{id}/files", Right::applicant, shown, kit::Load::never_shed, door},
    {kit::Method::get, "/things/{id}/files", Right::applicant, shown},
    {kit::Method::post, "/things/{id}", Right::applicant, shown},
};

/// Says that it has room.
struct Room : kit::Intake {
    explicit Room(int& begun) : begun_(begun) {}
    int begin(const kit::Fields&, const std::string&, const std::string&) override {
        ++begun_;
        return 0;
    }
    void take(std::string_view) override {}
    kit::UploadedFile end() override { return {}; }
    void abandon() override {}
    int& begun_;
};

class FilesTest : public testing::Test {
  protected:
    static stage::Stage& house() {
        static stage::Stage one;
        return one;
    }
    kit::Reception ask(const std::string& path, std::vector<std::pair<std::string, std::string>> headers = {}) {
        const Router router(
            house().world,
            routes,
            [this](const kit::Request&, const flow::World&) { return who; },
            house().frame,
            house().assets,
            [this](const identity::Person&) { return std::make_unique<Room>(begun); });
        kit::Request request = get(path);
        request.method = kit::Method::post;
        request.headers.insert(request.headers.end(), headers.begin(), headers.end());
        return router.receive(request);
    }
    static int status(const kit::Reception& said) {
        return said.intake ? 200 : said.answer ? said.answer->status : said.status;
    }
    std::optional<identity::Person> who = stage::person(identity::Role::applicant);
    int begun = 0;
};

TEST_F(FilesTest, OnlyRoutesThatSaySoTakeFiles) {
    EXPECT_EQ(status(ask("/fi/things/1/files")), 200);
    EXPECT_EQ(status(ask("/fi/things/1")), 415);
    EXPECT_EQ(status(ask("/fi/nothing")), 415);
    EXPECT_EQ(status(ask("/things/1/files")), 415) << "without a language";
    EXPECT_EQ(status(ask("/")), 415);
}

TEST_F(FilesTest, StrangersOtherRolesAndForeignPagesAreTurnedAwayByTheHead) {
    EXPECT_EQ(status(ask("/fi/things/closed/files")), 404) << "the route's own door";
    EXPECT_EQ(status(ask("/fi/things/1/files", {{"sec-fetch-site", "cross-site"}})), 403);
    EXPECT_EQ(status(ask("/fi/things/1/files", {{"origin", "https://evil.example"}})), 403);
    who = stage::person(identity::Role::coordinator);
    EXPECT_EQ(status(ask("/fi/things/1/files")), 404);
    who.reset();
    const auto said = ask("/sv/things/1/files");
    EXPECT_EQ(status(said), 403);
    EXPECT_NE(said.answer->body.find("<html lang=\"sv\""), std::string::npos);
    EXPECT_EQ(header(*said.answer, "Cache-Control"), "no-store");
}

TEST_F(FilesTest, NoFileBeginsBeforeTheRightSecretOfTheForm) {
    const auto said = ask("/fi/things/1/files");
    ASSERT_TRUE(said.intake);
    kit::Fields fields;
    EXPECT_EQ(said.intake->begin(fields, "file", "a"), 403);
    fields.add("note", "hello");
    EXPECT_EQ(said.intake->begin(fields, "file", "a"), 403);
    kit::Fields wrong = fields, right = fields;
    wrong.add("form_secret", "0123456789abcdee");
    EXPECT_EQ(said.intake->begin(wrong, "file", "a"), 403);
    EXPECT_EQ(begun, 0);
    right.add("form_secret", "0123456789abcdef");
    EXPECT_EQ(said.intake->begin(right, "file", "a"), 0);
    EXPECT_EQ(begun, 1);
}

}  // namespace
}  // namespace vastin::page
