// Days, wall clocks and the two nights when the clocks of Europe/Helsinki turn.
#include "base/time.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace vastin {
namespace {

Date day(const char* text) {
    const auto date = read_date(text);
    check(date.has_value(), text);
    return *date;
}

TEST(Date, OnlyDaysThatExist) {
    for (const char* good : {"2024-02-29", "2000-02-29", "2025-02-28", "1900-01-01", "2199-12-31"}) {
        ASSERT_TRUE(read_date(good)) << good;
        EXPECT_EQ(write_date(*read_date(good)), good);
    }
    for (const char* bad : {"2025-02-29",
                            "1900-02-29",
                            "2100-02-29",
                            "2025-04-31",
                            "2025-13-01",
                            "2025-00-10",
                            "2025-01-00",
                            "1899-12-31",
                            "2200-01-01",
                            "2025-1-1",
                            "2025-01-1",
                            "25-01-01",
                            "2025/01/01",
                            "2025-01-01 ",
                            " 2025-01-01",
                            "2025-01-0a",
                            "-025-01-01",
                            "2025-01--1",
                            ""}) {
        EXPECT_FALSE(read_date(bad)) << bad;
    }
    EXPECT_FALSE(Date::of(2025, 6, 31));
    EXPECT_FALSE(Date::of(2025, -6, 1));
}

TEST(Date, Weekdays) {
    EXPECT_EQ(weekday(day("2025-06-02")), 1) << "the 2025 call closed on a Monday";
    EXPECT_EQ(weekday(day("2024-02-29")), 4);
    EXPECT_EQ(weekday(day("2027-10-31")), 7);
}

TEST(Date, CountingDays) {
    EXPECT_EQ(days_between(day("2025-05-02"), day("2025-06-02")), 31);
    EXPECT_EQ(days_between(day("2025-06-02"), day("2025-05-02")), -31);
    EXPECT_EQ(days_between(day("2024-01-01"), day("2025-01-01")), 366);
    EXPECT_EQ(days_later(day("2024-02-28"), 1), day("2024-02-29"));
    EXPECT_EQ(days_later(day("2025-02-28"), 1), day("2025-03-01"));
    EXPECT_EQ(days_later(day("2025-01-01"), -1), day("2024-12-31"));
    EXPECT_EQ(days_later(day("2025-01-01"), 0), day("2025-01-01"));
    EXPECT_THROW(days_later(day("2199-12-31"), 1), Bug);
}

TEST(Date, CountingMonths) {
    EXPECT_EQ(months_later(day("2025-11-01"), {24}), day("2027-11-01"));
    EXPECT_EQ(months_later(day("2025-01-31"), {1}), day("2025-02-28"));
    EXPECT_EQ(months_later(day("2024-01-31"), {1}), day("2024-02-29"));
    EXPECT_EQ(months_later(day("2024-02-29"), {12}), day("2025-02-28"));
    EXPECT_EQ(months_later(day("2025-12-15"), {1}), day("2026-01-15"));
    EXPECT_EQ(months_later(day("2025-03-31"), {-1}), day("2025-02-28"));
    EXPECT_EQ(months_later(day("2025-03-31"), {0}), day("2025-03-31"));
}

TEST(LocalTime, BothWays) {
    const auto read = read_local_time("2025-06-02T16:15:00");
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, (LocalTime{day("2025-06-02"), 16, 15, 0}));
    EXPECT_EQ(write_local_time(*read), "2025-06-02T16:15:00");
    EXPECT_EQ(read_local_time("2025-06-02T16:15"), read);
    EXPECT_EQ(read_local_time("2025-06-02T23:59:59")->second, 59);
    for (const char* bad : {"2025-06-02",
                            "2025-06-02T",
                            "2025-06-02T24:00",
                            "2025-06-02T16:60",
                            "2025-06-02T16:15:60",
                            "2025-06-02T16:15Z",
                            "2025-06-02T16.15",
                            "2025-02-30T16:15",
                            "2025-06-02T1a:15",
                            "",
                            "2025-06-02T-1:15",
                            "2025-06-02T16:15:00+03:00"}) {
        EXPECT_FALSE(read_local_time(bad)) << bad;
    }
}

TEST(Zone, TheHourThatDoesNotExist) {
    const Zone helsinki("Europe/Helsinki");
    const Date night = day("2027-03-28");
    EXPECT_EQ(helsinki.moment({night, 2, 59, 59}).times, 1);
    EXPECT_EQ(helsinki.moment({night, 3, 0, 0}).times, 0);
    EXPECT_EQ(helsinki.moment({night, 3, 30, 0}).times, 0);
    EXPECT_EQ(helsinki.moment({night, 3, 59, 59}).times, 0);
    EXPECT_EQ(helsinki.moment({night, 4, 0, 0}).times, 1);
    EXPECT_EQ(helsinki.moment({night, 4, 0, 0}).at - helsinki.moment({night, 2, 59, 59}).at, seconds(1));
    // 2027-03-28T01:00:00Z, when summer time begins
    EXPECT_EQ(helsinki.moment({night, 4, 0, 0}).at, Instant{1806195600000});
}

TEST(Zone, TheHourThatComesTwice) {
    const Zone helsinki("Europe/Helsinki");
    const Date night = day("2027-10-31");
    const auto twice = helsinki.moment({night, 3, 30, 0});
    EXPECT_EQ(twice.times, 2);
    EXPECT_EQ(helsinki.moment({night, 2, 59, 59}).times, 1);
    EXPECT_EQ(helsinki.moment({night, 4, 0, 0}).times, 1);
    EXPECT_EQ(helsinki.local(twice.at), (LocalTime{night, 3, 30, 0})) << "the first of the two";
    EXPECT_EQ(helsinki.local(twice.at + hours(1)), (LocalTime{night, 3, 30, 0})) << "the second";
    EXPECT_EQ(helsinki.moment({night, 4, 0, 0}).at - twice.at, minutes(90));
}

TEST(Zone, ADayHas23Or25Hours) {
    const Zone helsinki("Europe/Helsinki");
    const auto midnight = [&](const char* text) { return helsinki.moment({day(text), 0, 0, 0}).at; };
    EXPECT_EQ(midnight("2027-03-29") - midnight("2027-03-28"), hours(23));
    EXPECT_EQ(midnight("2027-11-01") - midnight("2027-10-31"), hours(25));
    EXPECT_EQ(midnight("2027-06-02") - midnight("2027-06-01"), hours(24));
}

TEST(Zone, AMomentIsReadOnTheWallAndBack) {
    const Zone helsinki("Europe/Helsinki");
    const auto closes = helsinki.moment({day("2025-06-02"), 16, 15, 0});
    EXPECT_EQ(closes.at, Instant{1748870100000});  // 13:15 UTC
    EXPECT_EQ(helsinki.local(closes.at), (LocalTime{day("2025-06-02"), 16, 15, 0}));
    EXPECT_EQ(helsinki.day(Instant{1748898000000 - 1}), day("2025-06-02"));  // the last millisecond before midnight
    EXPECT_EQ(helsinki.day(Instant{1748898000000}), day("2025-06-03"));
    EXPECT_EQ(helsinki.local(Instant{-1}), (LocalTime{day("1970-01-01"), 1, 59, 59}));
    EXPECT_EQ(helsinki.name(), "Europe/Helsinki");
}

TEST(Zone, AnUnknownZoneIsTold) { EXPECT_THROW(Zone("Europe/Karleby"), std::runtime_error); }

}  // namespace
}  // namespace vastin
