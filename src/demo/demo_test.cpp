// The demo town: its moments around the deadline, its people, its clock that stays where it was left.
#include "demo/demo.h"

#include "demo/demo_store.h"
#include "town_cast.h"

namespace vastin::demo {
namespace {

constexpr Instant closes{1748870100000};  // 2 June 2025 at 16:15 in Helsinki

TEST(Moments, StandAroundTheDeadline) {
    const Zone zone("Europe/Helsinki");
    EXPECT_EQ(instant(Moment::call_open, closes, zone), Instant{1748246400000}) << "26 May at 11:00";
    EXPECT_EQ(instant(Moment::last_hour, closes, zone), closes - minutes(45));
    EXPECT_EQ(instant(Moment::after_deadline, closes, zone), closes + hours(1));
    for (const Moment moment : moments) {
        EXPECT_EQ(read_moment(code(moment)), moment);
        EXPECT_FALSE(name(moment).empty());
    }
    EXPECT_EQ(read_moment("tomorrow"), std::nullopt);
    EXPECT_EQ(read_moment(""), std::nullopt);
}

TEST(Moments, AWeekBeforeIsElevenOClockAcrossAClockChange) {
    const Zone zone("Europe/Helsinki");
    const Instant spring = zone.moment({*Date::of(2025, 4, 2), 16, 15, 0}).at;
    EXPECT_EQ(write_local_time(zone.local(instant(Moment::call_open, spring, zone))), "2025-03-26T11:00:00");
}

class DemoTown : public cast::Applicants {
  protected:
    Instant opened() {
        open_town(world());
        return clock().now();
    }
    static void expect_about(Instant at, Instant expected) {
        EXPECT_LT(at - expected, seconds(20));
        EXPECT_GE(at, expected);
    }
};
VASTIN_ON_BOTH_DATABASES(DemoTown);

TEST_P(DemoTown, OpensAWeekBeforeWithItsPeopleOnce) {
    const auto accounts = rows("identity_account");
    expect_about(opened(), Instant{1748246400000});
    EXPECT_EQ(rows("identity_account"), accounts + 5);
    const auto before = cast::everything(database());
    expect_about(opened(), Instant{1748246400000});
    EXPECT_EQ(cast::everything(database()), before);
    for (const auto& person : people()) {
        EXPECT_EQ(identity::read_email(person.email), person.email);
        EXPECT_EQ(person.organisation.empty(), person.role != identity::Role::applicant);
    }
}

TEST_P(DemoTown, OpensWhereItsClockWasLeft) {
    for (const Moment moment : {Moment::after_deadline, Moment::last_hour, Moment::call_open}) {
        database().write([&](kit::Transaction& t) {
            keep_moment(t, code(moment));
            return true;
        });
        EXPECT_EQ(read([](kit::Transaction& t) { return kept_moment(t); }), std::string(code(moment)));
        expect_about(opened(), instant(moment, closes, words().zone()));
    }
    EXPECT_EQ(rows("demo_clock"), 1);
}

}  // namespace
}  // namespace vastin::demo
