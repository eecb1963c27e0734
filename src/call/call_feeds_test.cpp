#include <gtest/gtest.h>

#include "call/open_data_test.h"
#include "kit/calendar_test.h"
#include "kit/feed_test.h"

namespace vastin::call {
namespace {

using programme::broken;
using programme::real_file;
using Texts = std::vector<std::string>;

/// With plain spaces in the place of those that do not break.
std::string plain_spaces(std::string text) {
    for (std::size_t at = 0; (at = text.find("\u00a0", at)) != std::string::npos;) {
        text.replace(at, 2, " ");
    }
    return text;
}

class CallFeeds : public OpenData {
  protected:
    kit::ReadFeed feed(const std::string& language = "en", Instant now = cast::a_week_before) {
        return kit::ReadFeed(open("/" + language + "/calls.atom", "", now).body);
    }
    kit::ReadCalendar calendar(const std::string& path, Instant now = cast::a_week_before) {
        return kit::read_calendar(open(path, "", now).body);
    }
};
VASTIN_ON_BOTH_DATABASES(CallFeeds);

TEST_P(CallFeeds, TheFeedHasTheCallsThatAreOpenOrComing) {
    publish_call(real_file("calls/2021.toml"));
    publish_call(real_file("calls/2025.toml"));
    const auto response = open("/en/calls.atom");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.type, "application/atom+xml; charset=utf-8");
    const kit::ReadFeed read(response.body);
    EXPECT_EQ(read.one("/a:feed/a:title"), "Calls – Kokkola ecosystem agreement");
    EXPECT_EQ(read.one("/a:feed/a:author/a:name"), "City of Kokkola");
    EXPECT_EQ(read.one("/a:feed/a:link[@rel='self']/@href"), "https://tuki.example.fi/en/calls.atom");
    EXPECT_EQ(read.all("/a:feed/a:link[@rel='alternate' and @type='application/atom+xml']/@hreflang"),
              (Texts{"fi", "sv", "en"}));
    ASSERT_EQ(read.all("//a:entry/a:title"), Texts{"Ecosystem call 2025"});
    EXPECT_EQ(read.one("//a:entry/a:id"), "tag:tuki.example.fi,2025-05-01:calls/kokkola/2025");
    EXPECT_EQ(read.one("//a:entry/a:updated"), "2025-05-01T08:00:00Z");
    EXPECT_EQ(read.all("//a:entry/a:link[@rel='alternate']/@href"),
              (Texts{"https://tuki.example.fi/fi/calls/2025",
                     "https://tuki.example.fi/sv/calls/2025",
                     "https://tuki.example.fi/en/calls/2025"}));
    EXPECT_EQ(read.all("//a:entry/a:category/@term"), (Texts{"battery", "circular"}));
    const std::string summary = plain_spaces(read.one("//a:entry/a:summary"));
    EXPECT_TRUE(summary.starts_with(
        "Fri 2 May 2025 at 09:00 – Mon 2 June 2025 at 16:15\nabout €560,000 of ERDF funding\n\nA call for"))
        << summary;
}

TEST_P(CallFeeds, TheFeedSpeaksEachLanguage) {
    publish_call(real_file("calls/2025.toml"));
    EXPECT_EQ(feed("fi").one("/a:feed/@xml:lang"), "fi");
    EXPECT_EQ(feed("fi").one("//a:entry/a:title"), "Ekosysteemihaku 2025");
    EXPECT_EQ(feed("sv").one("//a:entry/a:title"), "Ekosystemutlysning 2025");
    EXPECT_EQ(feed("fi").one("//a:entry/a:id"), feed("sv").one("//a:entry/a:id")) << "it is one call";
    EXPECT_NE(feed("fi").one("/a:feed/a:id"), feed("sv").one("/a:feed/a:id"));
    const auto moved = open("/calls.atom");
    EXPECT_EQ(moved.status, 302) << "without a language it is that of the reader";
    EXPECT_EQ(header(moved, "Location"), "/fi/calls.atom");
}

TEST_P(CallFeeds, ACallThatClosedStaysForNinetyDays) {
    const Call call = publish_call(real_file("calls/2025.toml"));
    const Instant last = call.window.closes + hours(24 * 90);
    EXPECT_EQ(feed("en", last).all("//a:entry").size(), 1U);
    EXPECT_TRUE(calendar("/en/calls.ics", last).events.size() > 1);
    EXPECT_EQ(feed("en", last + seconds(1)).all("//a:entry").size(), 0U);
    EXPECT_TRUE(calendar("/en/calls.ics", last + seconds(1)).events.empty());
    EXPECT_FALSE(calendar("/en/calls/2025.ics", last + seconds(1)).events.empty()) << "its own calendar stays";
}

TEST_P(CallFeeds, ATownWithoutCallsHasAnEmptyFeed) {
    EXPECT_TRUE(feed().all("//a:entry").empty());
    EXPECT_EQ(feed().one("/a:feed/a:updated"), "2020-12-31T22:00:00Z") << "the first day of the agreement";
    EXPECT_TRUE(calendar("/en/calls.ics").events.empty());
}

TEST_P(CallFeeds, ANewVersionIsTheSameEntryAndTheSameEventsWithALaterNumber) {
    publish_call(real_file("calls/2025.toml"));
    const auto before = calendar("/en/calls/2025.ics");
    EXPECT_EQ(before.event("closes.").sequence, 0);
    publish_call(broken(real_file("calls/2025.toml"),
                        "closes = 2025-06-02T16:15:00",
                        "closes = 2025-06-09T16:15:00\nextended_from = 2025-06-02T16:15:00"),
                 cast::a_week_before);
    const kit::ReadFeed read = feed();
    EXPECT_EQ(read.one("//a:entry/a:id"), "tag:tuki.example.fi,2025-05-01:calls/kokkola/2025");
    EXPECT_EQ(read.one("//a:entry/a:published"), "2025-05-01T08:00:00Z");
    EXPECT_EQ(read.one("//a:entry/a:updated"), "2025-05-26T08:00:00Z");
    EXPECT_EQ(read.one("/a:feed/a:updated"), "2025-05-26T08:00:00Z");
    const auto after = calendar("/en/calls/2025.ics");
    EXPECT_EQ(after.event("closes.").uid, before.event("closes.").uid);
    EXPECT_EQ(after.event("closes.").sequence, 1);
    EXPECT_EQ(after.event("closes.").stamp, "20250526T080000Z");
    EXPECT_EQ(after.event("closes.").starts, "20250609T131500Z");
    EXPECT_NE(after.event("closes.").description.find("it was to close on Mon"), std::string::npos);
}

TEST_P(CallFeeds, TheCalendarHasEachDateWithADay) {
    publish_call(with_session());
    const auto response = open("/fi/calls/2025.ics");
    EXPECT_EQ(response.type, "text/calendar; charset=utf-8");
    EXPECT_EQ(header(response, "Content-Disposition"), "attachment; filename=\"2025.ics\"");
    const auto read = kit::read_calendar(response.body);
    EXPECT_EQ(read.name, "Ekosysteemihaku 2025");
    Texts uids, starts;
    for (const auto& event : read.events) {
        uids.push_back(event.uid);
        starts.push_back(event.starts);
        EXPECT_EQ(event.address, "https://tuki.example.fi/fi/calls/2025");
        EXPECT_EQ(event.language, "fi");
        EXPECT_TRUE(event.utc || event.whole_day) << event.uid;
    }
    EXPECT_EQ(uids,
              (Texts{"opens.2025.kokkola@tuki.example.fi",
                     "date-2.2025.kokkola@tuki.example.fi",
                     "closes.2025.kokkola@tuki.example.fi",
                     "date-3.2025.kokkola@tuki.example.fi",
                     "recommended-start.2025.kokkola@tuki.example.fi"}))
        << "what has words only is no event";
    EXPECT_EQ(starts, (Texts{"20250502T060000Z", "20250512T100000Z", "20250602T131500Z", "20250915", "20251101"}));
    const auto& session = read.event("date-2.");
    EXPECT_EQ(session.summary, "Ekosysteemihaku 2025: Infotilaisuus");
    EXPECT_EQ(session.ends, "20250512T120000Z");
    EXPECT_EQ(session.place, "Kaupungintalo, 2. kerros");
    EXPECT_NE(session.description.find("https://info.example.fi/12"), std::string::npos);
    EXPECT_EQ(read.event("closes.").summary, "Ekosysteemihaku 2025: haku päättyy");
    EXPECT_EQ(calendar("/sv/calls.ics").event("closes.").summary, "Ekosystemutlysning 2025: utlysningen stänger");
}

TEST_P(CallFeeds, AnEndlessCallHasNoClosing) {
    publish_lahti();
    const auto read = calendar("/en/calls.ics");
    EXPECT_EQ(read.event("opens.").starts, "20200515T060000Z");
    EXPECT_THROW(read.event("closes."), std::runtime_error);
    const std::string summary = plain_spaces(feed().one("//a:entry/a:summary"));
    EXPECT_TRUE(summary.starts_with("From Fri 15 May 2020 at 09:00 until the money runs out")) << summary;
    const auto page = open("/en/calls/green-capital");
    EXPECT_FALSE(has(page, "2199"));
    EXPECT_TRUE(has(page, "Open until the money runs out"));
    EXPECT_FALSE(has(open("/en/calls"), "2199"));
}

TEST_P(CallFeeds, EachCutOffIsAnEvent) {
    publish_call(broken(real_file("calls/2025.toml"),
                        "kind = \"fixed\"\nopens",
                        "kind = \"continuous\"\ncut_offs = [2025-05-09T16:00:00, 2025-05-23T16:00:00]\nopens"));
    const auto read = calendar("/en/calls/2025.ics");
    EXPECT_EQ(read.event("cut-off-1.").starts, "20250509T130000Z");
    EXPECT_EQ(read.event("cut-off-2.").starts, "20250523T130000Z");
    EXPECT_EQ(read.event("cut-off-2.").summary, "Ecosystem call 2025: cut-off 2");
    EXPECT_TRUE(has(open("/en/calls/2025"), "Cut-off 2: what arrives by then is handled together."));
}

TEST_P(CallFeeds, HostileNamesStayTexts) {
    const std::string name = R"(<b>\u0001]]>\r\nEND:VEVENT\n\"&)";
    publish_call(broken(real_file("calls/2025.toml"), "en = \"Ecosystem call 2025\"", "en = \"" + name + "\""));
    const std::string kept = "<b>]]>\nEND:VEVENT\n\"&";
    EXPECT_EQ(feed().one("//a:entry/a:title"), kept);
    EXPECT_EQ(calendar("/en/calls.ics").event("closes.").summary, kept + ": the call closes");
}

TEST_P(CallFeeds, WhatDidNotChangeIsNotSentAgain) {
    const Call call = publish_call(real_file("calls/2025.toml"));
    for (const char* path : {"/en/calls.atom", "/en/calls.ics", "/en/calls/2025.ics"}) {
        const auto response = open(path);
        const std::string tag = header(response, "ETag");
        ASSERT_FALSE(tag.empty()) << path;
        EXPECT_EQ(header(response, "Cache-Control"), "no-cache") << path;
        EXPECT_EQ(header(response, "Access-Control-Allow-Origin"), "*") << path;
        EXPECT_EQ(open(path, "", cast::a_week_before + minutes(5), tag).status, 304) << path;
        EXPECT_EQ(open(path, "", call.window.closes + Duration{1}, tag).status, 200) << path << " when it has closed";
    }
    EXPECT_EQ(open("/en/calls/2099.ics").status, 404);
}

TEST_P(CallFeeds, PagesLeadToThem) {
    publish_call(with_session());
    const auto list = open("/sv/calls");
    EXPECT_TRUE(has(list,
                    "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Utlysningarna i den här "
                    "tjänsten\" href=\"/sv/calls.atom\">"));
    EXPECT_TRUE(has(list, "type=\"text/calendar\""));
    EXPECT_TRUE(has(list, "<a href=\"/sv/calls.ics\">"));
    const auto page = open("/sv/calls/2025");
    EXPECT_TRUE(has(page, "href=\"/sv/calls.atom\">"));
    EXPECT_TRUE(has(page, "<a href=\"/sv/calls/2025.ics\">"));
    EXPECT_TRUE(has(page, "<a href=\"/sv/calls/2025.toml\">"));
    EXPECT_TRUE(has(page, "datetime=\"2025-05-12T13:00:00\"")) << "an exact time is shown";
    EXPECT_TRUE(has(page, "Stadshuset, 2:a vån."));
    EXPECT_TRUE(has(page, "href=\"https://info.example.fi/12\""));
}

}  // namespace
}  // namespace vastin::call
