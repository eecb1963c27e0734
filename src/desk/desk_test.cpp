// What waits for the coordinator.
#include "desk/desk_acts.h"

#include "acting.h"
#include "desk/desk_store.h"
#include "flow/audit.h"

namespace vastin::desk {
namespace {

constexpr std::string_view arrival = "application_arrived";

class Desk : public cast::Acting {
  protected:
    void arrive(const IdText& application) {
        act_twice([&](flow::Act& a) -> Result<int> {
            note_arrival(a, application);
            a.record(application.str(), "application.send");
            return 1;
        }).value();
    }
    std::int64_t open() {
        return read([](kit::Transaction& t) { return count_open(t, arrival); });
    }
    Done look(const IdText& application, Instant now = cast::a_week_before) {
        return act_twice([&](flow::Act& a) { return look_at(a, application); }, now);
    }
    const IdText pine = *IdText::read("00000000000000000000000001"), oak = *IdText::read("00000000000000000000000002");
};
VASTIN_ON_BOTH_DATABASES(Desk);

TEST_P(Desk, AnArrivalWaitsOnceUntilItIsLookedAt) {
    arrive(pine);
    arrive(pine);
    arrive(oak);
    EXPECT_EQ(open(), 2);
    EXPECT_EQ(rows("desk_task"), 2);
    EXPECT_TRUE(read([&](kit::Transaction& t) { return waits(t, arrival, pine.str()); }));
    EXPECT_TRUE(look(pine).has_value());
    EXPECT_EQ(open(), 1);
    EXPECT_FALSE(read([&](kit::Transaction& t) { return waits(t, arrival, pine.str()); }));
    EXPECT_TRUE(read([&](kit::Transaction& t) { return waits(t, arrival, oak.str()); }));
}

TEST_P(Desk, LookingAgainOrAtWhatNeverCameWritesNothing) {
    arrive(pine);
    look(pine).value();
    const auto before = cast::everything(database());
    EXPECT_TRUE(look(pine, cast::a_week_before + hours(1)).has_value());
    EXPECT_TRUE(look(oak).has_value());
    EXPECT_EQ(cast::everything(database()), before);
    EXPECT_EQ(rows("flow_audit"), 2);
    EXPECT_TRUE(flow::verify(database()).faults.empty());
}

}  // namespace
}  // namespace vastin::desk
