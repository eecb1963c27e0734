// What was sent stays as it was sent; what is changed behind the back of the acts is found and named.
#include "document/document.h"

#include "acting.h"
#include "kit/hash.h"

namespace vastin::document {
namespace {

class Documents : public cast::Acting {
  protected:
    void SetUp() override {
        cast::Acting::SetUp();
        send("pine", 1, "first");
        send("pine", 2, "second");
        send("spruce", 1, "first");
        cast::tamper(database(), "CREATE TABLE kept AS SELECT * FROM document_submission");
    }
    void send(const std::string& about, std::int64_t number, const std::string& text) {
        const Frozen frozen = freeze(kit::Json::Object{{"text", text + " of " + about}}, "rules of " + about);
        act_twice([&](flow::Act& a) -> Result<int> {
            put(a.db(), a.new_id<Submission>(), about, number, frozen, a.now());
            a.record(about, "application.send", {{"hash", frozen.hash}, {"rules", frozen.rules}});
            a.record(about, "application.other", {{"hash", "x"}});
            return 1;
        }).value();
    }
    std::string said() {
        std::int64_t read = 0;
        std::string all;
        for (const auto& fault : verify(database(), "application.send", read)) {
            all += fault + "\n";
        }
        return all;
    }
};
VASTIN_ON_BOTH_DATABASES(Documents);

TEST(Frozen, IsTheOneTextAndItsHash) {
    const kit::Json json(kit::Json::Object{{"b", std::int64_t{2}}, {"a", "ä"}});
    const Frozen frozen = freeze(json, "rules");
    EXPECT_EQ(frozen.content, "{\"a\":\"ä\",\"b\":2}");
    EXPECT_EQ(frozen.hash, kit::sha256("{\"a\":\"ä\",\"b\":2}"));
    EXPECT_EQ(frozen.rules, "rules");
}

TEST_P(Documents, AreKeptAsSentAndTheNewestIsFound) {
    const auto sent = read([](kit::Transaction& t) { return newest(t, "pine"); });
    ASSERT_TRUE(sent.has_value());
    EXPECT_EQ(sent->number, 2);
    EXPECT_EQ(sent->frozen.content, "{\"text\":\"second of pine\"}");
    EXPECT_EQ(sent->arrived, cast::a_week_before);
    EXPECT_FALSE(read([](kit::Transaction& t) { return newest(t, "oak"); }).has_value());
    EXPECT_EQ(rows("document_submission"), 3);
}

TEST_P(Documents, ACleanTownIsWhole) {
    EXPECT_EQ(said(), "");
    std::int64_t read = 0;
    (void)verify(database(), "application.send", read);
    EXPECT_EQ(read, 3);
}

TEST_P(Documents, EveryHarmIsFoundAndNamed) {
    const std::string second = " WHERE about = 'pine' AND number = 2";
    const struct {
        std::string sql, said;
    } harms[]{
        {"UPDATE document_submission SET content = '{}'" + second, "submission 2 of case pine is not what was sent"},
        {"UPDATE document_submission SET hash = 'x'" + second, "submission 2 of case pine is not what was sent"},
        {"UPDATE document_submission SET content = '{}', hash = '" + kit::sha256("{}") + "'" + second,
         "submission 2 of case pine is not the one that the audit names"},
        {"UPDATE document_submission SET rules = 'others'" + second,
         "submission 2 of case pine is not the one that the audit names"},
        {"UPDATE document_submission SET arrived = arrived - 1" + second,
         "submission 2 of case pine is not the one that the audit names"},
        {"UPDATE document_submission SET number = 5 - number WHERE about = 'pine'",
         "submission 1 of case pine is missing"},
        {"UPDATE document_submission SET about = 'oak' WHERE about = 'spruce'",
         "submission 1 of case spruce is missing"},
        {"DELETE FROM document_submission" + second, "submission 2 of case pine is missing"},
        {"DELETE FROM document_submission", "submission 1 of case spruce is missing"},
        {"INSERT INTO document_submission SELECT '0123456789abcdefghjkmnpqrs', 'oak', 1, content, hash, rules, arrived "
         "FROM kept" +
             second,
         "submission 1 of case oak was never sent"},
    };
    for (const auto& harm : harms) {
        EXPECT_GT(cast::tamper(database(), harm.sql), 0) << harm.sql;
        EXPECT_NE(said().find(harm.said), std::string::npos) << harm.sql << "\nsaid only:\n" << said();
        cast::tamper(database(), "DELETE FROM document_submission");
        cast::tamper(database(), "INSERT INTO document_submission SELECT * FROM kept");
        ASSERT_EQ(said(), "") << harm.sql;
    }
}

}  // namespace
}  // namespace vastin::document
