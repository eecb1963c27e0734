#include "call/call_pages.h"

#include <gtest/gtest.h>

#include "call/call_acts.h"
#include "call/call_load.h"
#include "call/call_pages_calculator.h"
#include "programme/test_town.h"
#include "visiting.h"

namespace vastin::call {
namespace {

using programme::real_file;

programme::Programme kokkola() {
    kit::Faults faults;
    return programme::load(real_file("programme.toml"), faults);
}
Call call_2025() {
    kit::Faults faults;
    Call call = load(real_file("calls/2025.toml"), kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return call;
}

Call call_of(const std::string& year) {
    kit::Faults faults;
    return load(real_file("calls/" + year + ".toml"), kokkola(), faults);
}

class CallPages : public cast::Visiting {
  protected:
    void SetUp() override {
        Visiting::SetUp();
        act([](flow::Act& a) { return programme::publish(a, kokkola()); }).value();
        for (const char* year : {"2021", "2022", "2025"}) {
            act([&](flow::Act& a) { return publish(a, call_of(year)); }).value();
        }
    }
    std::span<const page::Route> routes() const override { return call::routes(); }
    static Instant closing() { return call_2025().window.closes; }
};
VASTIN_ON_BOTH_DATABASES(CallPages);

TEST_P(CallPages, TheListTellsHowEachCallStands) {
    EXPECT_TRUE(has(open("/en/calls"), "7\u00a0days 5\u00a0hours left"));
    EXPECT_TRUE(has(open("/en/calls", "", call_2025().window.opens - minutes(1)), "Opens on Fri"));
    EXPECT_TRUE(has(open("/en/calls", "", closing() + minutes(1)), "Closed on Mon"));
    EXPECT_TRUE(has(open("/en/calls"), "href=\"/en/calls/2025\""));
}

TEST_P(CallPages, TheListHasThreeGroups) {
    const auto now = open("/en/calls");
    EXPECT_TRUE(has(now, "Open now"));
    EXPECT_FALSE(has(now, "Coming"));
    EXPECT_TRUE(has(now, "Closes on Mon"));
    EXPECT_LT(now.body.find("Ecosystem call 2025"), now.body.find("Ended"));
    EXPECT_LT(now.body.find("Ecosystem call 2022"), now.body.find("AKKE call 2021")) << "the last closed first";
    const auto before = open("/en/calls", "", call_2025().window.opens - minutes(1));
    EXPECT_TRUE(has(before, "No call is open now. The next one opens on Fri"));
    EXPECT_TRUE(has(before, "Coming"));
    const auto after = open("/en/calls", "", closing() + minutes(1));
    EXPECT_TRUE(has(after, "No call is open now."));
    EXPECT_FALSE(has(after, "The next one"));
}

TEST_P(CallPages, ACallThatWasHeldIsShownWhole) {
    const auto page = open("/en/calls/2022");
    EXPECT_EQ(page.status, 200);
    EXPECT_FALSE(has(page, "/apply"));
    EXPECT_TRUE(has(page, "at most 60% of the total costs"));
    EXPECT_TRUE(has(page, "no share is set"));
    EXPECT_TRUE(has(page, "40% is shared by those for whom no share is set."));
    EXPECT_TRUE(has(page, "3\u00a0years") || has(page, "3 years")) << "the longest time";
    EXPECT_TRUE(has(page, "Regional Council of Central Ostrobothnia")) << "whose money, who grants it";
    EXPECT_TRUE(has(page, "sttinfo.fi"));
    const auto tried = open("/en/calls/2022", "total=100000&support=&private=&what_if=25000&applicant=company");
    EXPECT_TRUE(has(tried, "If Kokkola and other public money gives €25,000.00"));
    EXPECT_TRUE(has(tried, "A single company may not apply in this call."));
    EXPECT_TRUE(has(open("/fi/calls/2021"), "osallistuminen on pakollista"));
}

TEST_P(CallPages, ACallTellsItsOwnRulesAndWhatComesBefore) {
    EXPECT_FALSE(has(open("/en/calls/2025"), "Rules of the call"));
    programme::SourceFile file = real_file("calls/2025.toml");
    file.text.replace(file.text.find("\"2025\""), 6, "\"own\"");
    file.text += R"toml(
[contact_before]
text = { fi = "Soita ensin.", sv = "Ring först.", en = "Call us first." }
[stage]
after = "2022"
[one_project]
per = "project_kind"
[[funding.cost_parts]]
part = "pay"
name = { fi = "Palkat", sv = "Löner", en = "Pay" }
bound = "at_most"
percent = 90
[[rules]]
key = "short"
check = 'project.months <= 24'
kind = "wish"
message = { fi = "Lyhyt hanke.", sv = "Ett kort projekt.", en = "A short project." }
)toml";
    kit::Faults faults;
    const Call own = load(file, kokkola(), faults);
    ASSERT_EQ(faults.text(), "");
    act([&](flow::Act& a) { return publish(a, own); }).value();
    for (const char* page : {"/en/calls/own", "/en/calls/own/eligibility"}) {
        const auto told = open(page);
        for (const char* text : {"Call us first.",
                                 "let through in the first stage, the call 2022, may apply.",
                                 "one project for each answer to: Who carries the project out.",
                                 "A short project. This is a wish: it stops nothing."}) {
            EXPECT_TRUE(has(told, text)) << page << ": " << text;
        }
    }
    EXPECT_TRUE(has(open("/en/calls/own"), "At most 90% of the total costs."));
}

TEST_P(CallPages, WhatIfTheCityGivesLess) {
    const auto page = open("/en/calls/2025", "total=933333&what_if=200000");
    EXPECT_TRUE(has(page, "value=\"200000\""));
    EXPECT_TRUE(has(page, "If Kokkola gives €200,000.00"));
    EXPECT_TRUE(has(page, "By the rules €233,333.00: €33,333.00 less."));
    EXPECT_TRUE(has(page, "By the rules €140,000.00: €33,333.00 more."));
    EXPECT_TRUE(has(page, "€200,000.00 is 25% of €800,000.00."));
    EXPECT_TRUE(has(page, "href=\"/en/calls/2025?what_if=200000#plan\""));
    EXPECT_TRUE(has(open("/en/calls/2025", "what_if=200000"), "€480,000.00"));
    EXPECT_TRUE(has(open("/fi/calls/2025"), "la 1.11.2025")) << "a day has its weekday";
}

TEST_P(CallPages, OneAppliesOnlyWhileItIsOpen) {
    constexpr const char* apply = "href=\"/en/calls/2025/apply\"";
    EXPECT_TRUE(has(open("/en/calls/2025"), apply));
    EXPECT_TRUE(has(open("/en/calls/2025", "", closing()), apply)) << "the last instant still counts";
    EXPECT_FALSE(has(open("/en/calls/2025", "", closing() + Duration{1}), apply));
    EXPECT_FALSE(has(open("/en/calls/2025", "", call_2025().window.opens - Duration{1}), apply));
    who.emplace();
    who->role = identity::Role::coordinator;
    EXPECT_FALSE(has(open("/en/calls/2025"), apply)) << "an official does not apply";
}

TEST_P(CallPages, WhatIsAssumedIsSaid) {
    const auto page = open("/fi/calls/2025");
    EXPECT_TRUE(has(page, "Kellonajat 9.00 ja 16.15 on oletettu."));
    EXPECT_TRUE(has(page, "href=\"#assumptions\""));
    const Call call = call_2025();
    ASSERT_FALSE(call.assumptions.empty());
    for (const auto& assumption : call.assumptions) {
        EXPECT_TRUE(has(page, assumption.text.fi)) << assumption.text.fi;
    }
    EXPECT_TRUE(has(page, call.rules_hash.text));
    EXPECT_TRUE(has(page, "datetime=\"2025-06-02T16:15:00\""));
    EXPECT_EQ(open("/fi/calls/2024").status, 404);
}

TEST_P(CallPages, TheCalculatorKeepsWhatWasTyped) {
    const auto page = open("/en/calls/2025", "total=933+333%2C00+%E2%82%AC&support=&private=&applicant=public");
    EXPECT_TRUE(has(page, "value=\"933 333,00 €\""));
    EXPECT_TRUE(has(page, "€560,000.00"));
    EXPECT_TRUE(has(page, "€233,333.00"));
    EXPECT_TRUE(has(page, "€140,000.00"));
    EXPECT_FALSE(has(page, "v-error-box"));
    const auto wrong = open("/en/calls/2025", "total=12%2C%2C3%3Cscript%3E&private=-5");
    EXPECT_TRUE(has(wrong, "value=\"12,,3&lt;script&gt;\""));
    EXPECT_TRUE(has(wrong, "<a href=\"#total\">"));
    EXPECT_TRUE(has(wrong, "<a href=\"#private\">"));
    EXPECT_FALSE(has(wrong, "<script>"));
    EXPECT_FALSE(has(open("/en/calls/2025"), "v-error-box")) << "nothing was asked";
}

TEST_P(CallPages, WhatDidNotChangeIsNotSentAgain) {
    const std::string tag = header(open("/en/calls/2025"), "ETag");
    ASSERT_FALSE(tag.empty());
    EXPECT_EQ(open("/en/calls/2025", "", cast::a_week_before, tag).status, 304);
    EXPECT_EQ(open("/en/calls/2025", "", cast::a_week_before + minutes(1), tag).status, 200) << "less time is left";
    EXPECT_EQ(open("/en/calls/2025", "total=1", cast::a_week_before, tag).status, 200);
}

Calculated of(CalculatorTyped typed) {
    typed.asked = true;
    return calculate(call_2025().rules, typed);
}
std::vector<std::string> fields(const Calculated& result) {
    std::vector<std::string> all;
    for (const Reason& reason : result.reasons) {
        all.push_back(reason.field);
    }
    return all;
}
using Fields = std::vector<std::string>;

TEST(Calculator, WorksFromTheTotalOrFromTheSupport) {
    const auto from_total = of({"933 333", "", "", "", "", false});
    ASSERT_TRUE(from_total.plan);
    EXPECT_TRUE(from_total.reasons.empty());
    EXPECT_EQ(from_total.plan->lines.at(0).sum.value, Money::euros(560000));
    const auto from_support = of({"", "560 000 €", "", "", "public", false});
    ASSERT_TRUE(from_support.plan);
    EXPECT_EQ(from_support.plan->total_costs.value, Money::euros(933333));
    const auto with_private = of({"100000", "", "10000", "", "", false});
    ASSERT_TRUE(with_private.plan);
    EXPECT_EQ(with_private.plan->lines.at(0).sum.value, Money::euros(54000)) << "60 % of 90 000";
}

TEST(Calculator, SaysWhatIsWrongAtItsField) {
    EXPECT_FALSE(calculate(call_2025().rules, {}).plan) << "nothing was asked";
    EXPECT_TRUE(calculate(call_2025().rules, {}).reasons.empty());
    EXPECT_EQ(fields(of({"", "", "", "", "", false})), Fields{"total"});
    EXPECT_EQ(fields(of({"1000", "600", "", "", "", false})), Fields{"total"});
    EXPECT_EQ(fields(of({"abc", "", "", "", "", false})), Fields{"total"});
    EXPECT_EQ(fields(of({"", "-1", "x", "", "", false})), (Fields{"support", "private"}));
    EXPECT_EQ(fields(of({"1000", "", "2000", "", "", false})), Fields{"private"}) << "more private money than costs";
    EXPECT_EQ(fields(of({"1000", "", "", "", "somebody", false})), Fields{"applicant"});
    EXPECT_EQ(fields(of({"99999999999999", "", "", "", "", false})), Fields{"total"});
    EXPECT_EQ(fields(of({"", "999 999 999", "", "", "", false})), Fields{"support"}) << "the whole would be too large";
}

TEST(Calculator, APrivateApplicantSeesThePlanAndTheFault) {
    const auto result = of({"933333", "", "", "", "private", false});
    ASSERT_TRUE(result.plan);
    EXPECT_EQ(result.plan->lines.size(), 3U);
    EXPECT_EQ(fields(result), Fields{"applicant"});
}

TEST(Calculator, TriesAnotherSumOfTheCity) {
    const auto tried = of({"933 333", "", "", "200 000", "", false});
    ASSERT_TRUE(tried.plan && tried.tried);
    EXPECT_TRUE(tried.reasons.empty());
    EXPECT_EQ(tried.plan->lines.at(1).sum.value, Money::euros(233333)) << "the rules stand beside it";
    EXPECT_EQ(tried.tried->lines.at(1).sum.value, Money::euros(200000));
    EXPECT_EQ(tried.tried->lines.at(2).sum.value, Money::euros(173333)) << "the applicant pays the difference";
    const auto alone = of({"", "", "", "200000", "public", false});
    ASSERT_TRUE(alone.plan);
    EXPECT_FALSE(alone.tried);
    EXPECT_EQ(alone.plan->total_costs.value, Money::euros(800000)) << "200 000 is 25 % of it";
    const auto from_support = of({"", "560000", "", "0", "public", false});
    EXPECT_EQ(from_support.tried.value().lines.at(2).sum.value, Money::euros(373333));
    EXPECT_EQ(fields(of({"933333", "", "", "400000", "", false})), Fields{"what_if"}) << "more than the others leave";
    EXPECT_EQ(fields(of({"933333", "", "", "x", "", false})), Fields{"what_if"});
    EXPECT_EQ(fields(of({"", "", "", "999999999", "", false})), Fields{"what_if"}) << "the whole would be too large";
    EXPECT_EQ(fields(of({"933333", "", "", "200000", "private", false})), Fields{"applicant"}) << "told once";
    EXPECT_EQ(fields(of({"933333", "", "", "", "company", false})), Fields{"applicant"}) << "no such answer in 2025";
}

TEST(Calculator, KnowsCallsWithoutShares) {
    const funding::Rules rules = call_of("2022").rules;
    const auto of_2022 = [&](CalculatorTyped typed) {
        typed.asked = true;
        return calculate(rules, typed);
    };
    EXPECT_EQ(of_2022({"100000", "", "", "25000", "", false}).tried.value().lines.at(2).sum.value, Money::euros(15000));
    EXPECT_EQ(fields(of_2022({"", "", "", "25000", "", false})), Fields{"total"}) << "of what share?";
    const auto company = of_2022({"100000", "", "", "", "company", false});
    EXPECT_EQ(fields(company), Fields{"applicant"});
    EXPECT_TRUE(company.plan);
    EXPECT_TRUE(of_2022({"100000", "", "", "", "private", false}).reasons.empty());
}

TEST(CallTime, ElapsesWithinItsWindow) {
    Window window;
    window.opens = Instant{1000};
    window.closes = Instant{2000};
    EXPECT_EQ(elapsed_percent(window, Instant{0}), 0);
    EXPECT_EQ(elapsed_percent(window, Instant{1250}), 25);
    EXPECT_EQ(elapsed_percent(window, Instant{9000}), 100);
    window.closes = window.opens;
    EXPECT_EQ(elapsed_percent(window, Instant{1000}), 100);
}

TEST(CallTime, TheUsualSharesAreKnown) {
    funding::Rules rules = call_2025().rules;
    EXPECT_TRUE(usual_shares(rules));
    rules.payers.pop_back();
    EXPECT_FALSE(usual_shares(rules));
}

}  // namespace
}  // namespace vastin::call
