#pragma once
// For tests of acts: a world on a test's database, without templates, and acts run once and twice.
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cast.h"
#include "flow/act.h"

namespace vastin::cast {

/// 26 May 2025 at 11:00 in Helsinki: a week before the call of Kokkola closes.
inline constexpr Instant a_week_before{1748246400000};

/// Whether two runs of one act gave the same.
template <class T>
bool same(const Result<T>& a, const Result<T>& b) {
    if (a.has_value() != b.has_value()) {
        return false;
    }
    return a ? *a == *b : a.error().kind == b.error().kind && a.error().reasons == b.error().reasons;
}

class Acting : public OnBothDatabases {
  protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        words_ = std::make_unique<kit::Words>(build() + "/texts", Zone("Europe/Helsinki"));
        templates_ = std::make_unique<kit::Templates>(fresh_folder(), *words_, true);
        world_ = std::make_unique<flow::World>(world_on(database()));
    }
    flow::World world_on(kit::Database& database) {
        flow::World made{database, clock_, *words_, *templates_, {}, false, true, "https://tuki.example.fi"};
        made.migrations = source() + "/migrations";
        return made;
    }
    flow::World& world() { return *world_; }
    kit::Clock& clock() { return clock_; }
    const kit::Words& words() const { return *words_; }

    /// Runs `deed` once.
    template <class Deed>
    auto act(Deed&& deed, Instant now = a_week_before, const flow::Actor& actor = {"", "command line"}) {
        return flow::perform(*world_, actor, now, std::forward<Deed>(deed));
    }
    /// Runs `deed` as one act whose first run is lost; both runs must give the same.
    template <class Deed>
    auto act_twice(Deed&& deed, Instant now = a_week_before, const flow::Actor& actor = {"", "command line"}) {
        RunsTwice twice(database());
        const flow::World world = world_on_with_followers(twice);
        std::vector<std::invoke_result_t<Deed, flow::Act&>> runs;
        auto result = flow::perform(world, actor, now, [&](flow::Act& a) {
            runs.push_back(deed(a));
            return runs.back();
        });
        EXPECT_EQ(runs.size(), 2U);
        EXPECT_TRUE(runs.size() == 2 && same(runs[0], runs[1])) << "the second run gave another result";
        return result;
    }
    flow::World world_on_with_followers(kit::Database& database) {
        flow::World made = world_on(database);
        made.followers = world_->followers;
        return made;
    }
    /// What `f` gives in a reading transaction.
    template <class Read>
    auto read(Read&& f) {
        std::optional<decltype(f(std::declval<kit::Transaction&>()))> result;
        database().read([&](kit::Transaction& t) { result.emplace(f(t)); });
        return std::move(*result);
    }
    std::int64_t rows(const std::string& table) { return count(database(), table); }

  private:
    kit::Clock clock_;
    std::unique_ptr<kit::Words> words_;
    std::unique_ptr<kit::Templates> templates_;
    std::unique_ptr<flow::World> world_;
};

}  // namespace vastin::cast
