#include "call/eligibility.h"

#include <gtest/gtest.h>

#include "call/call_acts.h"
#include "call/call_load.h"
#include "call/call_pages.h"
#include "programme/test_town.h"
#include "visiting.h"

namespace vastin::call {
namespace {

using programme::real_file;
using programme::SourceFile;
using Verdict = Eligibility::Verdict;

programme::Programme kokkola() {
    kit::Faults faults;
    return programme::load(real_file("programme.toml"), faults);
}
Call call_of(const std::string& year) {
    kit::Faults faults;
    return load(real_file("calls/" + year + ".toml"), kokkola(), faults);
}
Eligibility asked(const Call& call, const std::string& query) {
    int status = 200;
    return eligibility(call, kit::read_form(query, status).value());
}
std::string keys(const Eligibility& result) {
    std::string all;
    for (const auto& question : result.questions) {
        all += question.key + " ";
    }
    return all;
}
std::string why(const Eligibility& result) {
    std::string all;
    for (const auto& obstacle : result.obstacles) {
        all += plain(obstacle.why) + " (" + obstacle.source.en + ")\n";
    }
    return all;
}

TEST(Eligibility, AsksWhatTheRulesGiveReasonToAsk) {
    EXPECT_EQ(keys(asked(call_of("2022"), "")), "theme implementers companies months ");
    Call call = call_of("2022");
    call.rules.lone_company.reset();
    call.rules.longest.reset();
    EXPECT_EQ(keys(asked(call, "")), "theme ");
    call.projects = {ProjectKind::group};
    call.rules.total_costs_most = funding::Cap{Money::euros(50000), {}};
    EXPECT_EQ(keys(asked(call, "")), "theme implementers total ");
}

TEST(Eligibility, SaysYesOnlyWhenEverythingIsAnswered) {
    const Call call = call_of("2022");
    EXPECT_EQ(asked(call, "").verdict, Verdict::not_asked);
    EXPECT_EQ(asked(call, "x=1").verdict, Verdict::not_asked);
    EXPECT_EQ(asked(call, "theme=battery").verdict, Verdict::open);
    EXPECT_EQ(asked(call, "theme=battery&implementers=one&companies=no&months=36").verdict, Verdict::can);
    EXPECT_EQ(asked(call, "theme=battery&implementers=several&companies=yes&months=1").verdict, Verdict::can);
}

/// The call of 2022 with rules of its own about yes or no, a choice and the whole.
Call with_rules() {
    SourceFile file = real_file("calls/2022.toml");
    const std::string words =
        "{ fi = \"Toimipaikka alueella\", sv = \"Verksamhet i regionen\", en = \"An office in the region\" }";
    const auto part = file.text.find("key = \"organisation_type\"");
    const auto field = file.text.rfind("[[form.sections.fields]]", part);
    file.text.insert(field, "[[form.sections.fields]]\nkey = \"office\"\nkind = \"yes_no\"\nlabel = " + words + "\n\n");
    const auto rule = [](const std::string& key, const std::string& check) {
        return "[[rules]]\nkey = \"" + key + "\"\ncheck = '" + check + "'\nmessage = { fi = \"" + key + "\", sv = \"" +
               key + "\", en = \"" + key + "\" }\nsource = \"release-2022\"\n\n";
    };
    file.text.insert(file.text.find("# ---- what the page of the call says"),
                     rule("office", "any(office = yes)") +
                         rule("small", "plan.total_costs <= 500000 or project.months >= 24") +
                         rule("words", "sum(pay) > 1"));
    kit::Faults faults;
    auto call = load(file, kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return call;
}

TEST(Eligibility, AsksWhatTheCallsOwnRulesName) {
    const Call call = with_rules();
    EXPECT_EQ(keys(asked(call, "")), "theme implementers companies months total office ")
        << "sums by year are no quick question";
    const std::string good = "theme=battery&implementers=one&companies=no&months=12&total=500000";
    EXPECT_EQ(asked(call, good).verdict, Verdict::open);
    EXPECT_EQ(asked(call, good + "&office=yes").verdict, Verdict::can);
    const auto no = asked(call, good + "&office=no");
    EXPECT_EQ(no.verdict, Verdict::cannot);
    EXPECT_TRUE(why(no).starts_with("office")) << why(no);
    const auto large = asked(call, "theme=battery&implementers=one&companies=no&months=12&total=500001&office=yes");
    EXPECT_TRUE(why(large).starts_with("small")) << why(large);
    EXPECT_EQ(asked(call, "theme=battery&implementers=one&companies=no&months=24&total=500001&office=yes").verdict,
              Verdict::can);
}

TEST(Eligibility, OfSeveralItAsksNothingThatIsAboutEachOfThem) {
    const auto several = asked(with_rules(), "theme=battery&implementers=several&companies=no&months=24&total=500001");
    EXPECT_EQ(keys(several), "theme implementers companies months total ");
    EXPECT_EQ(several.verdict, Verdict::can);
}

TEST(Eligibility, SaysNoWithTheRuleAndItsSource) {
    const Call call = call_of("2022");
    const Eligibility alone = asked(call, "implementers=one&companies=yes");
    EXPECT_EQ(alone.verdict, Verdict::cannot) << "one broken rule is enough, whatever is not answered";
    ASSERT_EQ(alone.obstacles.size(), 1U);
    EXPECT_EQ(alone.obstacles[0].why, Phrase(call.rules.lone_company->why));
    EXPECT_EQ(alone.obstacles[0].source, call.rules.lone_company->source);
    const Eligibility both = asked(call, "theme=none&months=37");
    EXPECT_NE(why(both).find("The call takes only projects that belong to its themes. ("), std::string::npos);
    EXPECT_NE(why(both).find("A project lasts at most 36 months. ("), std::string::npos) << why(both);
}

TEST(Eligibility, KnowsGroupsAndSums) {
    Call call = call_of("2025");
    call.projects = {ProjectKind::group};
    call.rules.total_costs_most = funding::Cap{Money::euros(50000), {}};
    call.rules.total_costs_least = funding::Floor{Money::euros(10000), {}};
    EXPECT_EQ(why(asked(call, "implementers=one")).substr(0, 34), "The call takes group projects only");
    EXPECT_EQ(why(asked(call, "implementers=several&total=50000")), "");
    EXPECT_EQ(asked(call, "total=50000.01").verdict, Verdict::cannot);
    EXPECT_EQ(asked(call, "total=9 999,99").verdict, Verdict::cannot);
    call.projects = {ProjectKind::single};
    EXPECT_EQ(why(asked(call, "implementers=several")).substr(0, 49),
              "The call takes projects of one organisation only.");
}

TEST(Eligibility, TellsWhatItCannotRead) {
    const Call call = call_of("2022");
    for (const char* typed : {"0", "-3", "2.5", "two years", "99999999999999999999", "601"}) {
        const Eligibility result =
            asked(call, std::string("theme=battery&implementers=one&companies=no&months=") + typed);
        ASSERT_EQ(result.faults.size(), 1U) << typed;
        EXPECT_EQ(result.faults[0].field, "months");
        EXPECT_EQ(result.verdict, Verdict::open) << typed;
    }
    EXPECT_EQ(asked(call, "theme=solar").faults.size(), 1U) << "only what is offered";
}

class EligibilityPages : public cast::Visiting {
  protected:
    void SetUp() override {
        Visiting::SetUp();
        act([](flow::Act& a) { return programme::publish(a, kokkola()); }).value();
        for (const char* year : {"2022", "2025"}) {
            act([&](flow::Act& a) { return publish(a, call_of(year)); }).value();
        }
    }
    std::span<const page::Route> routes() const override { return call::routes(); }
};
VASTIN_ON_BOTH_DATABASES(EligibilityPages);

TEST_P(EligibilityPages, AnAnswerCanBeLinked) {
    const auto empty = open("/en/calls/2025/eligibility");
    EXPECT_EQ(empty.status, 200);
    EXPECT_FALSE(has(empty, "id=\"answer\""));
    const auto yes = open("/en/calls/2025/eligibility", "theme=battery");
    EXPECT_TRUE(has(yes, "By these answers you can apply"));
    EXPECT_TRUE(has(yes, "href=\"/en/calls/2025/apply\""));
    EXPECT_TRUE(has(yes, " checked")) << "what was typed stays";
    EXPECT_TRUE(has(yes, "City of Kokkola")) << "whom to ask";
    const auto no = open("/en/calls/2025/eligibility", "theme=none");
    EXPECT_TRUE(has(no, "By these answers you cannot apply in this call"));
    EXPECT_TRUE(has(no, "The call takes only projects that belong to its themes."));
    EXPECT_TRUE(has(no, "Source:"));
    EXPECT_FALSE(has(no, "/apply\""));
    EXPECT_TRUE(has(open("/fi/calls/2022/eligibility", "implementers=one&companies=yes"),
                    "Yksittäinen yritys ei voi hakea tässä haussa."));
}

TEST_P(EligibilityPages, TheCallLinksItUntilItHasClosed) {
    const Instant closing = call_of("2025").window.closes;
    EXPECT_TRUE(has(open("/en/calls/2025"), "href=\"/en/calls/2025/eligibility\""));
    EXPECT_FALSE(has(open("/en/calls/2025", "", closing + minutes(1)), "/eligibility\""));
    const auto after = open("/en/calls/2025/eligibility", "theme=battery", closing + minutes(1));
    EXPECT_TRUE(has(after, "you could have applied, but the call has closed"));
    EXPECT_FALSE(has(after, "/apply\""));
    EXPECT_EQ(open("/en/calls/1999/eligibility").status, 404);
}

TEST_P(EligibilityPages, WhatIsTypedIsNeverMarkup) {
    const auto page = open("/en/calls/2022/eligibility", "months=%22%3E%3Cscript%3E&theme=%3Cb%3E");
    EXPECT_FALSE(has(page, "<script>"));
    EXPECT_TRUE(has(page, "Correct 2 things"));
}

}  // namespace
}  // namespace vastin::call
