#include "project/project_acts.h"

#include "programme/test_town.h"
#include "project/data_folder.h"
#include "project/project_load.h"

namespace vastin::project {
namespace {

class ProjectActs : public programme::Town {
  protected:
    static DataFolder folder() {
        kit::Faults faults;
        DataFolder data = load_folder(cast::source() + "/programmes/kokkola", faults);
        EXPECT_EQ(faults.text(), "");
        return data;
    }
    Imported take(const std::vector<Project>& projects) {
        return act([&](flow::Act& a) { return import(a, projects); }).value();
    }
    Hash revision_now() {
        return read([](kit::Transaction& t) { return revision(t); });
    }
    /// The codes of a list, page by page, "|" between pages.
    std::string walk(const std::string& words, std::int64_t most) {
        std::string codes;
        std::optional<Place> after;
        do {
            const Listed page = read([&](kit::Transaction& t) { return list(t, words, after, most); });
            for (const Summary& one : page.projects) {
                codes += one.code.text + " ";
            }
            after = page.next;
            codes += after ? "| " : "";
        } while (after);
        return codes;
    }
};
VASTIN_ON_BOTH_DATABASES(ProjectActs);

TEST_P(ProjectActs, TakingTheDataOverTwiceChangesNothing) {
    const DataFolder data = folder();
    const auto publish = [&] { return act([&](flow::Act& a) { return publish_folder(a, data); }).value(); };
    const PublishedFolder first = publish();
    EXPECT_EQ(first.programme, programme::Published::anew);
    EXPECT_EQ(first.calls, 3);
    EXPECT_EQ(first.projects.added, 5);
    const Hash before = revision_now();
    const PublishedFolder second = publish();
    EXPECT_EQ(second.programme, programme::Published::unchanged);
    EXPECT_EQ(second.calls, 0);
    EXPECT_EQ(second.projects.added + second.projects.changed, 0);
    EXPECT_EQ(second.projects.unchanged, 5);
    EXPECT_EQ(revision_now(), before);
}

TEST_P(ProjectActs, AProjectComesBackAsItWasTakenOver) {
    const auto projects = folder().projects;
    take(projects);
    for (const Project& project : projects) {
        const auto found = read([&](kit::Transaction& t) { return find(t, project.summary.code); });
        ASSERT_TRUE(found.has_value()) << project.summary.code.text;
        EXPECT_EQ(*found, project);
    }
    EXPECT_FALSE(read([](kit::Transaction& t) { return find(t, {"nobody"}); }).has_value());
}

TEST_P(ProjectActs, AChangedProjectTakesThePlaceOfTheOldOneAndMovesTheRevision) {
    auto projects = folder().projects;
    take(projects);
    const Hash before = revision_now();
    projects[0].summary.name = "BATTValley II";
    projects[0].summary.implementers.push_back(projects[4].summary.implementers[0]);
    projects[2].summary.shares.pop_back();
    const Imported imported = take(projects);
    EXPECT_EQ(imported.changed, 2);
    EXPECT_EQ(imported.unchanged, 3);
    EXPECT_NE(revision_now(), before);
    EXPECT_EQ(read([](kit::Transaction& t) { return find(t, {"battvalley"}); }), projects[0]);
    EXPECT_EQ(
        std::get<0>(read([](kit::Transaction& t) {
            return t.one<std::int64_t>("SELECT COUNT(*) FROM project_share WHERE project = 'teollisuuden-big-data'");
        })),
        1);
}

TEST_P(ProjectActs, TheListIsNewestFirstAndIsWalkedWithoutGapOrRepeat) {
    const std::string newest = "dustsense kip-competence-center teollisuuden-big-data sensori-esiselvitys battvalley ";
    EXPECT_EQ(walk("", 50), "");
    auto projects = folder().projects;
    take(projects);
    EXPECT_EQ(walk("", 50), newest);
    EXPECT_EQ(walk("", 5), newest);
    EXPECT_EQ(walk("", 2), "dustsense kip-competence-center | teollisuuden-big-data sensori-esiselvitys | battvalley ");
    for (Project& project : projects) {  // all on one day: the code decides
        project.summary.period.first = projects[0].summary.period.first;
    }
    take(projects);
    EXPECT_EQ(walk("", 1),
              "teollisuuden-big-data | sensori-esiselvitys | kip-competence-center | dustsense | battvalley ");
}

TEST_P(ProjectActs, WordsAreFoundInNamesImplementersAndBusinessIds) {
    take(folder().projects);
    EXPECT_EQ(walk("dust", 50), "dustsense ");
    EXPECT_EQ(walk("ÄLYKÄS", 50), "sensori-esiselvitys ");
    EXPECT_EQ(walk("uleåborgs", 50), "kip-competence-center teollisuuden-big-data battvalley ");
    EXPECT_EQ(walk("oulun KIP", 50), "kip-competence-center ");
    EXPECT_EQ(walk(" kip  kpedu centria ammatti", 50), "sensori-esiselvitys ");
    EXPECT_EQ(walk("kip kpedu centria oulun", 50), "");
    EXPECT_EQ(walk("kip kpedu centria-ammatti", 50), "sensori-esiselvitys ");
    EXPECT_EQ(walk("1097805-3", 1), "sensori-esiselvitys ");
    EXPECT_EQ(walk("university of", 2),
              "dustsense kip-competence-center | teollisuuden-big-data sensori-esiselvitys | battvalley ");
    EXPECT_EQ(walk("solar", 50), "");
}

TEST_P(ProjectActs, SignsOfLikeAreLettersLikeAnyOther) {
    auto projects = folder().projects;
    projects[0].summary.name = "100 % akku_kemia!";
    take(projects);
    EXPECT_EQ(walk("%", 50), "battvalley ");
    EXPECT_EQ(walk("_", 50), "battvalley ");
    EXPECT_EQ(walk("!", 50), "battvalley ");
    EXPECT_EQ(walk("u_k", 50), "battvalley ");
    EXPECT_EQ(walk("a_k", 50), "");
    EXPECT_EQ(walk("'; --", 50), "");
    std::string letters;
    for (int i = 0; i < 150; ++i) {
        letters += "ä";
    }
    EXPECT_EQ(walk("x" + letters, 50), "");  // cut between two letters, else PostgreSQL refuses the text
}

TEST_P(ProjectActs, TotalsAreComputedFromTheProjects) {
    take(folder().projects);
    const auto today = Date::of(2025, 5, 26).value();
    const auto sums = read([&](kit::Transaction& t) { return totals(t, today); });
    EXPECT_EQ(sums->projects, 5);
    EXPECT_EQ(sums->running, 3);
    EXPECT_EQ(sums->implementers, 5);
    EXPECT_EQ(sums->support, Money::euros(1'296'493));
    ASSERT_EQ(sums->themes.size(), 2U);
    EXPECT_EQ(sums->themes[0].theme.text, "battery");
    EXPECT_EQ(sums->themes[0].projects, 3);
    EXPECT_EQ(sums->themes[0].support, Money::cents(54'619'350));
    EXPECT_EQ(sums->themes[1].strand->text, "smart");
    EXPECT_EQ(sums->themes[1].projects, 3);
    EXPECT_EQ(sums->themes[1].support, Money::cents(75'029'950));
    EXPECT_EQ(sums->themes[0].support + sums->themes[1].support, sums->support);
    EXPECT_EQ(read([&](kit::Transaction& t) { return totals(t, today); }).get(), sums.get());  // counted once
    EXPECT_EQ(read([](kit::Transaction& t) { return totals(t, Date::of(2026, 11, 24).value()); })->running, 1);
}

TEST_P(ProjectActs, TotalsFollowAChange) {
    auto projects = folder().projects;
    const auto today = Date::of(2025, 5, 26).value();
    EXPECT_EQ(read([&](kit::Transaction& t) { return totals(t, today); })->projects, 0);
    take(projects);
    EXPECT_EQ(read([&](kit::Transaction& t) { return totals(t, today); })->projects, 5);
    projects[4].summary.period.last = Date::of(2025, 5, 25).value();
    take(projects);
    EXPECT_EQ(read([&](kit::Transaction& t) { return totals(t, today); })->running, 2);
}

}  // namespace
}  // namespace vastin::project
