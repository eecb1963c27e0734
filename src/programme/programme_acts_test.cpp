#include "programme/programme_acts.h"

#include "programme/programme_store.h"
#include "programme/test_town.h"

namespace vastin::programme {
namespace {

class ProgrammeActs : public Town {
  protected:
    static Programme loaded(const SourceFile& file) {
        kit::Faults faults;
        Programme programme = load(file, faults);
        EXPECT_EQ(faults.text(), "");
        return programme;
    }
    Published publish(const SourceFile& file) {
        const Programme programme = loaded(file);
        return act([&](flow::Act& a) { return programme::publish(a, programme); }).value();
    }
    std::int64_t versions() {
        return read([](kit::Transaction& t) { return count_versions(t); });
    }
    std::shared_ptr<const Programme> now() {
        return read([](kit::Transaction& t) { return current(t); });
    }
};
VASTIN_ON_BOTH_DATABASES(ProgrammeActs);

TEST_P(ProgrammeActs, PublishingTwiceIsOneVersion) {
    EXPECT_EQ(publish(real_file("programme.toml")), Published::anew);
    EXPECT_EQ(publish(real_file("programme.toml")), Published::unchanged);
    SourceFile commented = real_file("programme.toml");
    commented.text += "# nothing new\n";
    EXPECT_EQ(publish(commented), Published::unchanged);
    EXPECT_EQ(versions(), 1);
    EXPECT_EQ(now()->themes.size(), 2U);
}

TEST_P(ProgrammeActs, TheNewestVersionCountsAndOlderOnesStay) {
    const SourceFile first = real_file("programme.toml");
    const SourceFile second = broken(first, "yearly = 560_000", "yearly = 600_000");
    publish(first);
    publish(second);
    EXPECT_EQ(now()->frames[0].yearly.sum, Money::euros(600'000));
    const Hash old = loaded(first).hash;
    EXPECT_EQ(read([&](kit::Transaction& t) { return frozen_programme(t, old); })->frames[0].yearly.sum,
              Money::euros(560'000));
    EXPECT_EQ(publish(first), Published::anew);  // going back is a version, too
    EXPECT_EQ(versions(), 3);
    EXPECT_EQ(now()->frames[0].yearly.sum, Money::euros(560'000));
}

TEST_P(ProgrammeActs, AVersionIsParsedOnce) {
    publish(real_file("programme.toml"));
    EXPECT_EQ(now().get(), now().get());
}

TEST_P(ProgrammeActs, WithoutAProgrammeThereIsNothingToShow) {
    EXPECT_THROW(now(), std::runtime_error);
    EXPECT_THROW(read([](kit::Transaction& t) { return frozen_programme(t, {"0"}); }), std::runtime_error);
}

TEST_P(ProgrammeActs, PublishingStandsInTheAudit) {
    publish(real_file("programme.toml"));
    publish(real_file("programme.toml"));
    EXPECT_EQ(std::get<0>(read([](kit::Transaction& t) {
                  return t.one<std::int64_t>("SELECT COUNT(*) FROM flow_audit WHERE deed = 'programme.publish'");
              })),
              1);
}

}  // namespace
}  // namespace vastin::programme
