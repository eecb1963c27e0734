#include "kit/calendar_test.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/calendar.h"

namespace vastin::kit {
namespace {

constexpr Instant may_2{1'746'165'600'000};  // 2025-05-02T06:00:00Z

Calendar calendar() {
    CalendarEvent closes{"closes.2025.kokkola@tuki.example.fi",
                         2,
                         may_2 - hours(24),
                         may_2,
                         std::nullopt,
                         "Ekosysteemihaku 2025: haku päättyy",
                         "Hakemuksen on oltava perillä.\nhttps://tuki.example.fi/fi/calls/2025",
                         "https://tuki.example.fi/fi/calls/2025",
                         ""};
    return {"Haut", "fi", "https://tuki.example.fi/fi/calls.ics", {closes}};
}

TEST(Calendar, TellsAMomentInUtc) {
    const std::string text = ics(calendar());
    const ReadCalendar read = read_calendar(text);
    EXPECT_EQ(read.name, "Haut");
    ASSERT_EQ(read.events.size(), 1U);
    const ReadEvent& event = read.events[0];
    EXPECT_EQ(event.uid, "closes.2025.kokkola@tuki.example.fi");
    EXPECT_EQ(event.sequence, 2);
    EXPECT_EQ(event.starts, "20250502T060000Z");
    EXPECT_TRUE(event.utc);
    EXPECT_EQ(event.ends, "");
    EXPECT_EQ(event.stamp, "20250501T060000Z");
    EXPECT_EQ(event.summary, "Ekosysteemihaku 2025: haku päättyy");
    EXPECT_EQ(event.language, "fi");
    EXPECT_EQ(event.description, "Hakemuksen on oltava perillä.\nhttps://tuki.example.fi/fi/calls/2025");
    EXPECT_EQ(event.address, "https://tuki.example.fi/fi/calls/2025");
    EXPECT_TRUE(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    EXPECT_NE(text.find("\r\nX-WR-CALNAME;VALUE=TEXT:Haut\r\n"), std::string::npos);
    EXPECT_NE(text.find("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"), std::string::npos);
}

TEST(Calendar, TellsADayAndATimeWithItsEnd) {
    Calendar made = calendar();
    made.events.push_back(made.events[0]);
    made.events[0].starts = *Date::of(2025, 11, 1);
    made.events[1].ends = may_2 + hours(2);
    made.events[1].place = "Kaupungintalo, 2. kerros";
    const ReadCalendar read = read_calendar(ics(made));
    EXPECT_TRUE(read.events.at(0).whole_day);
    EXPECT_EQ(read.events.at(0).starts, "20251101");
    EXPECT_EQ(read.events.at(1).ends, "20250502T080000Z");
    EXPECT_EQ(read.events.at(1).place, "Kaupungintalo, 2. kerros");
}

TEST(Calendar, ManyThreadsMayWriteAtOnce) {
    std::vector<std::string> texts(4);
    {
        std::vector<std::jthread> threads;
        for (std::string& text : texts) {
            threads.emplace_back([&text] {
                for (int i = 0; i < 200; ++i) {
                    text = ics(calendar());
                }
            });
        }
    }
    for (const std::string& text : texts) {
        EXPECT_EQ(text, ics(calendar()));
    }
}

TEST(Calendar, NoTextBeginsALineOfItsOwn) {
    const std::string hostile =
        "a\r\nATTENDEE:mailto:x@example.com\nEND:VEVENT\rBEGIN:VEVENT\x01;,:\\\"🙂" + std::string(300, 'x');
    Calendar made = calendar();
    made.name = made.events[0].summary = made.events[0].description = made.events[0].place = hostile;
    const std::string text = ics(made);
    const ReadCalendar read = read_calendar(text);
    ASSERT_EQ(read.events.size(), 1U);
    const std::string kept =
        "a\nATTENDEE:mailto:x@example.com\nEND:VEVENT\nBEGIN:VEVENT;,:\\\"🙂" + std::string(300, 'x');
    EXPECT_EQ(read.events[0].summary, kept);
    EXPECT_EQ(read.events[0].description, kept);
    EXPECT_EQ(read.events[0].place, kept);
    EXPECT_EQ(read.name, kept);
    EXPECT_EQ(read.events[0].properties, 10);
    EXPECT_EQ(text.find("\nATTENDEE"), std::string::npos);
    for (std::size_t at = 0, end = 0; (end = text.find("\r\n", at)) != std::string::npos; at = end + 2) {
        EXPECT_LE(end - at, 75U) << text.substr(at, end - at);
    }
}

}  // namespace
}  // namespace vastin::kit
