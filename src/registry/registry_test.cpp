#include <gtest/gtest.h>

#include "project/data_folder.h"
#include "registry/project_money.h"
#include "registry/registry_pages.h"
#include "visiting.h"

namespace vastin::registry {
namespace {

using cast::a_week_before;

constexpr const char* nbsp = "\u00a0";

class Registry : public cast::Visiting {
  protected:
    void SetUp() override {
        Visiting::SetUp();
        kit::Faults faults;
        const auto data = project::load_folder(cast::source() + "/programmes/kokkola", faults);
        ASSERT_EQ(faults.text(), "");
        act([&](flow::Act& a) { return project::publish_folder(a, data); }).value();
    }
    std::span<const page::Route> routes() const override { return registry::routes(); }
    void add(std::int64_t count) {
        std::vector<project::Project> many;
        for (std::int64_t at = 0; at < count; ++at) {
            project::Project one;
            const std::string number = std::to_string(1000 + at);
            one.summary.code.text = "many-" + number;
            one.summary.name = "Many & <b>" + number;
            one.summary.period = {*Date::of(2024, 1, 1), *Date::of(2026, 12, 31)};
            one.summary.support = Money::euros(1000 + at);
            one.summary.shares = {{{"battery"}, std::nullopt, whole_share, one.summary.support}};
            many.push_back(one);
        }
        act([&](flow::Act& a) { return project::import(a, many); }).value();
    }
};
VASTIN_ON_BOTH_DATABASES(Registry);

TEST_P(Registry, FrontPageShowsTheCallTheThemesAndTheNewestProjects) {
    const auto front = open("/en");
    EXPECT_EQ(front.status, 200);
    EXPECT_TRUE(has(front, "Ecosystem call 2025"));
    EXPECT_TRUE(has(front, "560,000"));
    EXPECT_TRUE(has(front, "7\u00a0days 5\u00a0hours left"));
    EXPECT_TRUE(has(front, "href=\"/en/themes/battery\""));
    EXPECT_TRUE(has(front, "€546,193.50")) << "half of Teollisuuden Big Data belongs to the theme";
    EXPECT_TRUE(has(front, "€1,296,493"));
    EXPECT_TRUE(has(front, "DustSense"));
    EXPECT_FALSE(has(front, "BATTValley")) << "only the three newest";
    EXPECT_TRUE(has(open("/en", "", a_week_before + hours(24 * 365)), "Closed on"));
}

TEST_P(Registry, AgreementHoldsEveryGoalAndTheDecksFiguresApart) {
    for (const char* language : {"fi", "sv", "en"}) {
        const auto page = open(std::string("/") + language + "/agreement");
        std::size_t goals = 0, at = page.body.find("<section class=\"v-gap-5\">");
        const std::size_t end = page.body.find("id=\"money\"");
        for (at = page.body.find("<li>", at); at < end; at = page.body.find("<li>", at + 1)) {
            ++goals;
        }
        EXPECT_EQ(goals, 21U) << language << ": theme 1 has 5 and 2 under one of them, theme 2 has 8 + 6";
    }
    const auto page = open("/fi/agreement");
    EXPECT_TRUE(has(page, "Biolaakson kansainvälisten verkostojen"));
    EXPECT_TRUE(has(page, std::string("570") + nbsp + "000" + nbsp + "€"));
    EXPECT_TRUE(has(page, "ei nimeä hanketta"));
    EXPECT_TRUE(has(page, std::string("750") + nbsp + "299,50" + nbsp + "€"));
}

TEST_P(Registry, ThemesHaveAddresses) {
    const auto theme = open("/sv/themes/circular");
    EXPECT_EQ(theme.status, 200);
    EXPECT_TRUE(has(theme, "Cirkulär ekonomi och smarta lösningar"));
    EXPECT_TRUE(has(theme, "Robotik") || has(theme, "robotik"));
    EXPECT_EQ(open("/sv/themes/nothing").status, 404);
}

TEST_P(Registry, EachGoalHasAPageWithItsTheme) {
    const auto theme = open("/en/themes/battery");
    EXPECT_TRUE(has(theme, "href=\"/en/themes/battery/goals/1.1.2\""));
    EXPECT_TRUE(has(theme, "Ecosystem call 2025")) << "the calls of the theme";
    EXPECT_TRUE(has(theme, "BATTValley"));
    EXPECT_FALSE(has(theme, "DustSense")) << "that is the other theme's";
    const auto goal = open("/fi/themes/battery/goals/1.1.2");
    EXPECT_EQ(goal.status, 200);
    EXPECT_TRUE(has(goal, "Alueen näkyvyyden ja roolin vahvistaminen erityisesti EU-tasolla"));
    EXPECT_TRUE(has(goal, "Kansainvälisen toiminnan kehittäminen")) << "the goal above it";
    EXPECT_TRUE(has(goal, "dia ”Teema 1: Akkukemia”")) << "where it is written";
    EXPECT_TRUE(has(goal, "AKKE-haku 2021"));
    EXPECT_TRUE(has(goal, "Mikään lähde ei vielä kerro"));
    EXPECT_TRUE(has(open("/fi/themes/battery/goals/1.1"), "goals/1.1.1"));
    for (const char* none : {"/fi/themes/battery/goals/2.1", "/fi/themes/battery/goals/9", "/fi/themes/x/goals/1.1"}) {
        EXPECT_EQ(open(none).status, 404) << none;
    }
}

TEST_P(Registry, AProjectThatIsTaggedStandsOnThePageOfItsGoal) {
    project::Project one;
    one.summary.code.text = "tagged";
    one.summary.name = "Silta Ruotsiin";
    one.summary.period = {*Date::of(2024, 1, 1), *Date::of(2026, 12, 31)};
    one.summary.shares = {{{"battery"}, std::nullopt, whole_share, Money()}};
    one.goals = {{"1.1.1"}};
    act([&](flow::Act& a) { return project::import(a, {one}); }).value();
    EXPECT_TRUE(has(open("/en/themes/battery/goals/1.1.1"), "Silta Ruotsiin"));
    EXPECT_FALSE(has(open("/en/themes/battery/goals/1.1.1"), "KIP Competence Center"));
    EXPECT_TRUE(has(open("/en/projects/tagged"), "href=\"/en/themes/battery/goals/1.1.1\""));
    one.goals.clear();
    act([&](flow::Act& a) { return project::import(a, {one}); }).value();
    EXPECT_TRUE(has(open("/en/themes/battery/goals/1.1.1"), "No source says yet"));
}

TEST_P(Registry, TheListOfProjectsCanBeThatOfATheme) {
    const auto battery = open("/en/projects", "theme=battery");
    EXPECT_TRUE(has(battery, "Projects of the theme: Battery chemistry"));
    EXPECT_TRUE(has(battery, "Teollisuuden Big Data")) << "half of it";
    EXPECT_FALSE(has(battery, "DustSense"));
    EXPECT_FALSE(has(open("/en/projects", "theme=battery&q=dustsense"), "363,361"));
    EXPECT_TRUE(has(open("/en/projects", "theme=nothing"), "5 projects")) << "no such theme: all";
    add(120);
    EXPECT_TRUE(has(open("/en/projects", "theme=battery"), "?theme=battery&amp;after="));
}

TEST_P(Registry, ProjectsAreFoundByAnyOfTheirWords) {
    const auto all = open("/fi/projects");
    EXPECT_TRUE(has(all, "5 hanketta"));
    EXPECT_TRUE(has(all, "BATTValley"));
    const auto found = open("/fi/projects", "q=jyv%C3%A4skyl%C3%84n");
    EXPECT_TRUE(has(found, "DustSense"));
    EXPECT_FALSE(has(found, "BATTValley"));
    EXPECT_TRUE(has(found, "value=\"jyväskylÄn\"")) << "the words stay in the box";
    EXPECT_TRUE(has(open("/fi/projects", "q=%25"), "value=\"%\""));
    const auto hostile = open("/fi/projects", "q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    EXPECT_EQ(hostile.status, 200);
    EXPECT_FALSE(has(hostile, "<script>"));
    EXPECT_EQ(open("/fi/projects", "q=" + std::string(3999, 'a') + "%C3%A4").status, 200);
    EXPECT_EQ(open("/fi/projects", "after=nonsense").status, 200);
}

TEST_P(Registry, AListIsPagedByFifty) {
    add(120);
    std::string query;
    std::size_t rows = 0, walked = 0;
    for (; walked < 4; ++walked) {
        const auto page = open("/en/projects", query);
        for (std::size_t at = page.body.find("v-ledger__sum"); at != std::string::npos;
             at = page.body.find("v-ledger__sum", at + 1)) {
            ++rows;
        }
        EXPECT_TRUE(has(page, "125 projects")) << "the count is of all";
        const std::size_t next = page.body.find("\" rel=\"next\"");
        if (next == std::string::npos) {
            break;
        }
        const std::size_t from = page.body.rfind('?', next) + 1;
        query = page.body.substr(from, next - from);
    }
    EXPECT_EQ(walked, 2U);
    EXPECT_EQ(rows, 125U);
    EXPECT_TRUE(has(open("/en/projects", "q=1000"), "Many &amp; &lt;b&gt;1000"));
}

TEST_P(Registry, ProjectPageExplainsItsMoney) {
    const auto page = open("/en/projects/dustsense");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(has(page, "Project running"));
    EXPECT_TRUE(has(page, "€363,361"));
    EXPECT_TRUE(has(page, "€605,602")) << "363 361 is 60 % of it";
    EXPECT_TRUE(has(page, "÷ 60%"));
    EXPECT_TRUE(has(page, "It is not the project’s own decision."));
    EXPECT_TRUE(has(page, "0245894-7"));
    EXPECT_TRUE(has(open("/en/projects/battvalley"), "Project ended"));
    EXPECT_TRUE(has(open("/en/projects/teollisuuden-big-data"), "€315,815.50")) << "half of its support";
    EXPECT_EQ(open("/en/projects/none").status, 404);
}

TEST_P(Registry, WhatDidNotChangeIsNotSentAgain) {
    for (const char* path : {"/fi",
                             "/fi/projects",
                             "/fi/projects/dustsense",
                             "/fi/agreement",
                             "/fi/themes/battery",
                             "/fi/themes/circular/goals/2.4"}) {
        const std::string tag = header(open(path), "ETag");
        ASSERT_FALSE(tag.empty()) << path;
        EXPECT_EQ(open(path, "", a_week_before, tag).status, 304) << path;
    }
    const std::string tag = header(open("/fi/projects"), "ETag");
    EXPECT_EQ(open("/fi/projects", "q=x", a_week_before, tag).status, 200) << "another query";
    add(1);
    EXPECT_EQ(open("/fi/projects", "", a_week_before, tag).status, 200) << "a project was added";
}

TEST_P(Registry, SignedInPeopleGetPagesOfTheirOwn) {
    const std::string tag = header(open("/fi/projects"), "ETag");
    who.emplace();
    who->name = "Hakija";
    const auto page = open("/fi/projects", "", a_week_before, tag);
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(header(page, "ETag"), "");
    EXPECT_EQ(header(page, "Cache-Control"), "no-store");
}

TEST_P(Registry, StatementsNameWhomToTell) {
    for (const char* language : {"fi", "sv", "en"}) {
        for (const char* path : {"/help", "/accessibility-statement", "/privacy"}) {
            EXPECT_EQ(open(std::string("/") + language + path).status, 200) << language << path;
        }
    }
    const auto statement = open("/fi/accessibility-statement");
    EXPECT_TRUE(has(statement, "hankekoordinaattori"));
    EXPECT_TRUE(has(statement, "Traficom"));
    EXPECT_TRUE(has(statement, "24.11.2026"));
    EXPECT_TRUE(has(statement, "href=\"/fi/accessibility-feedback\""));
    EXPECT_TRUE(has(statement, "oletettu siirtyneen Traficomille")) << "what is assumed is said";
}

TEST(ProjectMoney, TheSharesMakeUpTheWhole) {
    funding::Rules rules;
    const auto payer = [&](const char* key, funding::PayerClass of, std::int32_t share) {
        funding::PayerRule rule;
        rule.key.text = key;
        rule.payer = of;
        rule.share.basis_points = share;
        rules.payers.push_back(rule);
    };
    payer("eu", funding::PayerClass::eu_and_state, 6000);
    payer("city", funding::PayerClass::city, 2500);
    payer("own", funding::PayerClass::own_public, 1500);
    rules.support.text = "eu";
    rules.taker.text = "own";
    for (const std::int64_t cents : {0LL, 1LL, 2821000LL, 36336100LL, 63163100LL, 99999999LL}) {
        const auto money = project_money(rules, Money::cents(cents), {});
        Money together;
        for (const PayerMoney& one : money.payers) {
            EXPECT_EQ(recompute(one.sum), one.sum.value);
            together += one.sum.value;
        }
        EXPECT_EQ(together, money.public_funding.value) << cents;
        EXPECT_EQ(money.payers[0].sum.value, Money::cents(cents)) << "what was decided is not computed anew";
    }
    const auto money = project_money(rules, Money::euros(363361), {});
    EXPECT_EQ(money.public_funding.value, Money::euros(605602));
    EXPECT_EQ(money.payers[1].sum.value, Money::euros(151401));
    EXPECT_EQ(money.payers[2].sum.value, Money::euros(90840));
}

}  // namespace
}  // namespace vastin::registry
