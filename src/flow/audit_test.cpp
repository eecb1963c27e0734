// Whatever is changed behind the back of the acts is found, and named.
#include "flow/audit.h"

#include <algorithm>

#include "acting.h"

namespace vastin::flow {
namespace {

class Audit : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        for (int round = 1; round <= 3; ++round) {
            for (const std::string about : {"pine", "spruce", "birch"}) {
                record(about, round == 1 ? "plant" : "prune", {{"round", std::int64_t{round}}});
            }
            seal(database(), {1000 * round});
        }
        for (const std::string table : {"flow_audit", "flow_head", "flow_seal"}) {
            cast::tamper(database(), "CREATE TABLE kept_" + table + " AS SELECT * FROM " + table);
        }
    }
    void record(const std::string& about, const std::string& deed, const kit::Json::Object& details = {}) {
        act([&](Act& a) -> Result<int> {
            a.record(about, deed, details);
            return 1;
        }).value();
    }
    void mend() {
        for (const std::string table : {"flow_audit", "flow_head", "flow_seal"}) {
            cast::tamper(database(), "DELETE FROM " + table);
            cast::tamper(database(), "INSERT INTO " + table + " SELECT * FROM kept_" + table);
        }
    }
    /// Everything that verify says, one line each.
    std::string said() {
        std::string all;
        for (const auto& fault : verify(database()).faults) {
            all += fault + "\n";
        }
        return all;
    }
};
VASTIN_ON_BOTH_DATABASES(Audit);

TEST_P(Audit, ACleanTownIsWhole) {
    const auto found = verify(database());
    EXPECT_TRUE(found.faults.empty()) << found.faults.front();
    EXPECT_EQ(found.records, 9);
    EXPECT_EQ(found.cases, 3);
    EXPECT_EQ(found.seals, 3);
    record("pine", "grow");
    EXPECT_EQ(said(), "") << "a record that waits for its seal is no fault";
}

/// What is done behind the back, and what must be said of it.
struct Harm {
    std::string sql;
    std::string said;
};

TEST_P(Audit, EveryHarmToARecordIsFoundAndNamed) {
    const std::string two = " WHERE case_id = 'pine' AND position = 2";
    const Harm harms[]{
        {"UPDATE flow_audit SET at = at + 1" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET actor = 'x'" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET actor_name = 'somebody else'" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET deed = 'fell'" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET details = '{}'" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET hash = 'x'" + two, "case pine: record 2 is not what was written"},
        {"UPDATE flow_audit SET position = 7" + two, "case pine: record 2 is missing"},
        {"UPDATE flow_audit SET position = -7" + two, "case pine: record 1 is missing"},
        {"UPDATE flow_audit SET case_id = 'oak'" + two, "case oak: record 1 is missing"},
        {"DELETE FROM flow_audit WHERE case_id = 'pine' AND position = 1", "case pine: record 1 is missing"},
        {"DELETE FROM flow_audit" + two, "case pine: record 2 is missing"},
        {"DELETE FROM flow_audit WHERE case_id = 'pine' AND position = 3", "case pine: its head is record 3"},
        {"DELETE FROM flow_audit WHERE case_id = 'pine' AND position > 1", "case pine: its head is record 3"},
        {"DELETE FROM flow_audit WHERE case_id = 'pine'", "case pine: its head is record 3"},
        {"DELETE FROM flow_audit", "case birch: its head is record 3"},
        {"UPDATE flow_audit SET position = 12 - position WHERE case_id = 'pine' AND position > 1",
         "case pine: record 2"},
        {"INSERT INTO flow_audit SELECT case_id, 4, at, actor, actor_name, deed, details, hash FROM kept_flow_audit" +
             two,
         "case pine: record 4 is not what was written"},
        {"INSERT INTO flow_audit SELECT 'oak', 1, at, actor, actor_name, deed, details, hash FROM kept_flow_audit" +
             two,
         "case oak: record 1 is not what was written"},
    };
    for (const Harm& harm : harms) {
        EXPECT_GT(cast::tamper(database(), harm.sql), 0) << harm.sql;
        EXPECT_NE(said().find(harm.said), std::string::npos) << harm.sql << "\nsaid only:\n" << said();
        mend();
        ASSERT_EQ(said(), "") << harm.sql;
    }
}

TEST_P(Audit, EveryHarmToAHeadOrASealIsFoundAndNamed) {
    const Harm harms[]{
        {"UPDATE flow_head SET position = 2 WHERE case_id = 'pine'", "case pine: its head is record 2"},
        {"UPDATE flow_head SET hash = 'x' WHERE case_id = 'pine'", "case pine: its head is record 3"},
        {"UPDATE flow_head SET sealed = 2 WHERE case_id = 'pine'", "case pine: it was sealed up to record 2"},
        {"UPDATE flow_head SET case_id = 'oak' WHERE case_id = 'pine'", "case pine: its head is missing"},
        {"DELETE FROM flow_head WHERE case_id = 'pine'", "case pine: its head is missing"},
        {"INSERT INTO flow_head SELECT 'oak', position, hash, 0 FROM kept_flow_head WHERE case_id = 'pine'",
         "case oak: its head is record 3"},
        {"UPDATE flow_seal SET at = at + 1 WHERE number = 2", "seal 2 is not what was written"},
        {"UPDATE flow_seal SET heads = '' WHERE number = 2", "seal 2 is not what was written"},
        {"UPDATE flow_seal SET hash = 'x' WHERE number = 2", "seal 2 is not what was written"},
        {"UPDATE flow_seal SET number = 9 WHERE number = 3", "seal 3 is missing"},
        {"DELETE FROM flow_seal WHERE number = 1", "seal 1 is missing"},
        {"DELETE FROM flow_seal WHERE number = 2", "seal 2 is missing"},
        {"DELETE FROM flow_seal WHERE number = 3", "case pine: it was sealed up to record 3, the seals say otherwise"},
        {"DELETE FROM flow_seal", "case pine: it was sealed up to record 3, the seals say otherwise"},
        {"UPDATE flow_seal SET number = 10 - number WHERE number > 1", "seal 2 is missing"},
        {"INSERT INTO flow_seal SELECT 4, at, heads, hash FROM kept_flow_seal WHERE number = 3",
         "seal 4 is not what was written"},
        {"INSERT INTO flow_seal SELECT -4, at, heads, hash FROM kept_flow_seal WHERE number = 3",
         "seal -4 is not what was written"},
    };
    for (const Harm& harm : harms) {
        EXPECT_GT(cast::tamper(database(), harm.sql), 0) << harm.sql;
        EXPECT_NE(said().find(harm.said), std::string::npos) << harm.sql << "\nsaid only:\n" << said();
        mend();
        ASSERT_EQ(said(), "") << harm.sql;
    }
}

/// One who knows how the hashes are made writes a chain anew: the chain is sound, but the seal holds the old head.
TEST_P(Audit, AChainWrittenAnewWithRightHashesIsFoundByItsSeal) {
    auto records = read([](kit::Transaction& t) { return records_after(t, "pine", 0, 3); });
    std::string previous;
    for (Record& record : records) {
        record.actor_name = "somebody else";
        previous = record.hash = chained(previous, record);
    }
    cast::tamper(database(), "DELETE FROM flow_audit WHERE case_id = 'pine'");
    database().write([&](kit::Transaction& t) {
        for (const Record& record : records) {
            put_record(t, record);
        }
        move_head(t, "pine", 3, previous);
        return true;
    });
    EXPECT_NE(said().find("seal 3: record 3 of case pine is gone or changed"), std::string::npos) << said();
    EXPECT_EQ(said().find("case pine: record"), std::string::npos) << "the chain by itself is sound";
}

TEST_P(Audit, ATailCutOffWithItsHeadMovedBackIsFoundByItsSeal) {
    const auto second = read([](kit::Transaction& t) { return record_hash(t, "pine", 2); });
    cast::tamper(database(), "DELETE FROM flow_audit WHERE case_id = 'pine' AND position = 3");
    database().write([&](kit::Transaction& t) {
        move_head(t, "pine", 2, *second);
        mark_sealed(t, "pine", 2);
        return true;
    });
    EXPECT_NE(said().find("seal 3: record 3 of case pine is gone or changed"), std::string::npos) << said();
}

TEST_P(Audit, SealingTwiceSealsOnce) {
    EXPECT_EQ(seal(database(), {4000}), 0);
    EXPECT_EQ(rows("flow_seal"), 3);
    record("pine", "grow");
    cast::RunsTwice twice(database());
    EXPECT_EQ(seal(twice, {5000}), 1);
    EXPECT_EQ(seal(twice, {6000}), 0);
    const auto last = read([](kit::Transaction& t) { return last_seal(t); });
    EXPECT_EQ(last->number, 4);
    EXPECT_EQ(last->at, Instant{5000});
    EXPECT_EQ(std::count(last->heads.begin(), last->heads.end(), '\n'), 1);
    EXPECT_EQ(said(), "");
}

/// More records than verify reads at a time: nothing is lost where one reading ends and the next begins.
TEST_P(Audit, ALongTownIsReadToItsEnd) {
    act([&](Act& a) -> Result<int> {
        for (int i = 0; i < 5100; ++i) {
            a.record("oak", "grow");
        }
        return 1;
    }).value();
    EXPECT_EQ(seal(database(), {4000}), 1);
    const auto found = verify(database());
    EXPECT_EQ(found.records, 5109);
    EXPECT_TRUE(found.faults.empty()) << found.faults.front();
    for (const std::string position : {"4997", "4998", "5000", "5001", "5099"}) {
        cast::tamper(database(),
                     "UPDATE flow_audit SET deed = 'fell' WHERE case_id = 'oak' AND position = " + position);
        EXPECT_EQ(said(), "case oak: record " + position + " is not what was written\n");
        cast::tamper(database(),
                     "UPDATE flow_audit SET deed = 'grow' WHERE case_id = 'oak' AND position = " + position);
    }
}

}  // namespace
}  // namespace vastin::flow
