#include "base/holiday.h"

#include <gtest/gtest.h>

#include <map>

namespace vastin {
namespace {

/// The days of a year as printed in the almanac; those that keep their date are left out.
struct Year {
    int year;
    const char *good_friday, *easter, *ascension, *whit_sunday, *midsummer, *saints;
};
const std::vector<Year> years{
    {2000, "2000-04-21", "2000-04-23", "2000-06-01", "2000-06-11", "2000-06-24", "2000-11-04"},
    {2008, "2008-03-21", "2008-03-23", "2008-05-01", "2008-05-11", "2008-06-21", "2008-11-01"},
    {2011, "2011-04-22", "2011-04-24", "2011-06-02", "2011-06-12", "2011-06-25", "2011-11-05"},
    {2020, "2020-04-10", "2020-04-12", "2020-05-21", "2020-05-31", "2020-06-20", "2020-10-31"},
    {2024, "2024-03-29", "2024-03-31", "2024-05-09", "2024-05-19", "2024-06-22", "2024-11-02"},
    {2025, "2025-04-18", "2025-04-20", "2025-05-29", "2025-06-08", "2025-06-21", "2025-11-01"},
    {2026, "2026-04-03", "2026-04-05", "2026-05-14", "2026-05-24", "2026-06-20", "2026-10-31"},
    {2027, "2027-03-26", "2027-03-28", "2027-05-06", "2027-05-16", "2027-06-26", "2027-11-06"},
    {2038, "2038-04-23", "2038-04-25", "2038-06-03", "2038-06-13", "2038-06-26", "2038-11-06"},
};

TEST(Holiday, StandsWhereTheAlmanacHasIt) {
    for (const Year& one : years) {
        std::map<std::string, std::string> expected{
            {one.good_friday, "Good Friday"},
            {one.easter, "Easter Sunday"},
            {write_date(days_later(*read_date(one.easter), 1)), "Easter Monday"},
            {one.whit_sunday, "Whit Sunday"},
            {write_date(days_later(*read_date(one.midsummer), -1)), "Midsummer Eve"},
            {one.midsummer, "Midsummer Day"},
            {one.saints, "All Saints’ Day"}};
        const std::string year = std::to_string(one.year);
        expected.emplace(year + "-01-01", "New Year’s Day");
        expected.emplace(year + "-01-06", "Epiphany");
        expected.emplace(year + "-05-01", "May Day");
        expected.emplace(one.ascension, "Ascension Day");  // in 2008 it fell on May Day
        expected.emplace(year + "-12-06", "Independence Day");
        expected.emplace(year + "-12-24", "Christmas Eve");
        expected.emplace(year + "-12-25", "Christmas Day");
        expected.emplace(year + "-12-26", "Boxing Day");
        std::map<std::string, std::string> found;
        for (Date day = *Date::of(one.year, 1, 1); day.year() == one.year; day = days_later(day, 1)) {
            if (const auto name = holiday(day)) {
                found.emplace(write_date(day), name->message);
            }
        }
        EXPECT_EQ(found, expected) << one.year;
    }
}

TEST(Holiday, AndTheWeekendAreTheDaysOnWhichOfficesAreClosed) {
    EXPECT_EQ(closed_day(*Date::of(2026, 6, 6))->message, "Saturday");
    EXPECT_EQ(closed_day(*Date::of(2026, 6, 7))->message, "Sunday");
    EXPECT_EQ(closed_day(*Date::of(2026, 6, 20))->message, "Midsummer Day");
    EXPECT_EQ(closed_day(*Date::of(2026, 12, 24))->message, "Christmas Eve");
    for (const Date day : {*Date::of(2026, 6, 5), *Date::of(2026, 6, 8), *Date::of(2026, 12, 23)}) {
        EXPECT_FALSE(closed_day(day).has_value()) << write_date(day);
    }
}

}  // namespace
}  // namespace vastin
