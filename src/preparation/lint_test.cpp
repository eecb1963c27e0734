#include "preparation/lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "call/call_format.h"
#include "call/call_load.h"
#include "preparation/never_asked.h"
#include "preparation/preparation.h"
#include "real_calls.h"

namespace vastin::preparation {
namespace {

namespace files = std::filesystem;

struct Loaded {
    std::string name;
    call::Call call;
    programme::Programme programme;
};

Loaded load(const files::path& folder, const std::string& file, const std::string& text) {
    kit::Faults faults;
    auto programme = cast::programme_in(folder);
    auto call = call::load({"calls/" + file, text}, programme, faults);
    EXPECT_EQ(faults.text(), "");
    return {folder.filename().string() + "/" + file, std::move(call), std::move(programme)};
}

std::string told(const std::vector<Finding>& findings) {
    std::string all;
    for (const Finding& one : findings) {
        all += std::string(one.weight == Finding::Weight::stops ? "stops " : "warns ") + one.kind + " " +
               one.spots.front().path + ": " + plain(one.sentence) + "\n";
    }
    return all;
}

const Finding* find(const std::vector<Finding>& findings, const std::string& kind) {
    const auto found =
        std::find_if(findings.begin(), findings.end(), [&](const Finding& one) { return one.kind == kind; });
    return found == findings.end() ? nullptr : &*found;
}

/// The call of Kokkola of 2025 with changes to its file.
Loaded changed(const std::vector<std::pair<std::string, kit::TomlNode>>& changes) {
    const files::path folder = cast::source() + "/programmes/kokkola";
    kit::TomlTree tree = tree_of(cast::file_text(folder / "calls/2025.toml"));
    for (const auto& [path, node] : changes) {
        EXPECT_TRUE(tree.set(path, node)) << path;
    }
    return load(folder, "2025.toml", call::canonical(tree));
}

kit::TomlNode text(const char* words) { return {std::string(words)}; }
kit::TomlNode number(std::int64_t value) { return {value}; }
kit::TomlNode day(const char* date) { return {*read_date(date)}; }
kit::TomlNode time(const char* local) { return {*read_local_time(local)}; }
kit::TomlNode words(const char* fi, const char* sv, const char* en) {
    return {kit::TomlNode::Table{{"fi", text(fi)}, {"sv", text(sv)}, {"en", text(en)}}};
}
kit::TomlNode table(kit::TomlNode::Table all) { return {std::move(all)}; }
kit::TomlNode list(kit::TomlNode one) { return {kit::TomlNode::List{std::move(one)}}; }

kit::TomlNode rule(const char* check, const char* when = nullptr, const char* kind = "must") {
    kit::TomlNode::Table made{{"key", text("own")},
                              {"kind", text(kind)},
                              {"name", words("Oma sääntö", "Egen regel", "Own rule")},
                              {"check", text(check)},
                              {"source", text("deck-brief")}};
    if (when != nullptr) {
        made.emplace("when", text(when));
    }
    return list(table(std::move(made)));
}

kit::TomlNode milestone(const char* name, const char* date) {
    return table({{"name", words(name, name, name)}, {"day", day(date)}, {"source", text("deck-brief")}});
}

struct Case {
    const char* kind;
    const char* path;
    bool stops;
    std::vector<std::pair<std::string, kit::TomlNode>> changes;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"closed-day", "window.closes", false, {{"window.closes", time("2025-06-08T16:15:00")}}},
        {"closed-day", "window.closes", false, {{"window.closes", time("2025-06-20T16:15:00")}}},
        {"closed-day",
         "window.cut_offs",
         false,
         {{"window.kind", text("continuous")},
          {"window.cut_offs", {kit::TomlNode::List{time("2025-05-10T16:15:00"), time("2025-06-02T16:15:00")}}}}},
        {"office-hours", "window.closes", false, {{"window.closes", time("2025-06-02T23:59:00")}}},
        {"office-hours", "window.closes", false, {{"window.closes", time("2025-06-02T07:00:00")}}},
        {"short-window", "window.closes", false, {{"window.closes", time("2025-05-12T16:15:00")}}},
        {"over", "window.closes", true, {{"window.closes", time("2025-05-05T12:00:00")}}},
        {"opened", "window.opens", false, {{"window.opens", time("2025-05-02T08:00:00")}}},
        {"start-before-close", "recommended_start", false, {{"recommended_start", day("2025-06-01")}}},
        {"after-agreement", "recommended_start", false, {{"recommended_start", day("2031-01-01")}}},
        {"dates-order",
         "dates[2].day",
         false,
         {{"dates", {kit::TomlNode::List{milestone("Alku", "2025-09-01"), milestone("Loppu", "2025-08-01")}}}}},
        {"info-after-close", "dates[1].day", false, {{"dates", list(milestone("Infotilaisuus", "2025-06-10"))}}},
        {"decision-before-close", "dates[1].day", false, {{"dates", list(milestone("Päätökset", "2025-05-10"))}}},
        {"first-stage-missing",
         "stage.after",
         false,
         {{"stage", table({{"after", text("2024")}, {"source", text("deck-brief")}})}}},
        {"no-limit",
         "funding.limits[1].until",
         false,
         {{"funding.limits",
           list(table({{"key", text("de_minimis")},
                       {"most", number(200'000)},
                       {"months", number(36)},
                       {"until", day("2023-12-31")},
                       {"source", text("deck-brief")}}))}}},
        {"support-above-pots",
         "funding.support_most.most",
         false,
         {{"funding.support_most", table({{"most", number(600'000)}, {"source", text("deck-brief")}})}}},
        {"pot-below-least", "pots[1].sum", true, {{"funding.payers[1].least", number(600'000)}}},
        {"theme-without-pot", "themes", false, {{"pots[1].theme", text("battery")}}},
        {"silent-rule",
         "rules[1].check",
         false,
         {{"form.sections[1].fields[1].required", kit::TomlNode{false}}, {"rules", rule("project_name != \"x\"")}}},
        {"contact-web",
         "contact.web",
         false,
         {{"contact",
           table({{"office", words("Kokkolan kaupunki", "Karleby stad", "City of Kokkola")},
                  {"role", words("koordinaattori", "koordinator", "coordinator")},
                  {"source", text("deck-brief")}})}}},
        {"contact-person", "contact.role.fi", false, {{"contact.role.fi", text("koordinaattori Maija Meikäläinen")}}},
        {"pass-without-text",
         "criteria[1].text.fi",
         false,
         {{"criteria",
           list(table({{"key", text("general")},
                       {"name", words("Yleiset", "Allmänna", "General")},
                       {"kind", text("pass")},
                       {"source", text("deck-brief")}}))}}},
        {"minimum-of-nothing",
         "criteria[1].minimum",
         false,
         {{"criteria",
           list(table({{"key", text("effect")},
                       {"name", words("Vaikutus", "Effekt", "Effect")},
                       {"kind", text("score")},
                       {"least_score", number(0)},
                       {"most_score", number(5)},
                       {"minimum", number(0)},
                       {"source", text("deck-brief")}}))}}},
        {"untranslated",
         "texts.purpose.sv",
         false,
         {{"texts.purpose",
           words("Haku on tarkoitettu hankkeille, jotka kehittävät akkujen kierrätystä.",
                 "Haku on tarkoitettu hankkeille, jotka kehittävät akkujen kierrätystä.",
                 "A call.")}}},
        {"asked-later",
         "form.sections[1].fields[1].show",
         false,
         {{"form.sections[1].fields[1].show", text("ends is answered")}}},
        {"no-name", "form.sections", false, {{"form.sections[1].fields[1].required", {false}}}},
        {"no-days",
         "funding.longest.months",
         false,
         {{"funding.longest", table({{"months", number(24)}, {"source", text("deck-brief")}})},
          {"form.sections[1].fields[4].required", {false}}}},
        {"never-asked",
         "form.sections[1].fields[3].show",
         true,
         {{"form.sections[1].fields[3].show", text("project_kind = \"group\" and project_kind = \"single\"")}}},
        {"never-asked",
         "form.sections[2].show",
         false,
         {{"form.sections[2].show", text("count() > 40 and project_kind = \"group\"")}}},
        {"no-plan", "rules[1].check", false, {{"rules", rule("plan.total_costs < 0")}}},
        {"rule-never-kept", "rules[1].check", false, {{"rules", rule("project.implementers > 50", nullptr, "wish")}}},
        {"rule-never-broken", "rules[1].check", false, {{"rules", rule("plan.total_costs >= 0")}}},
        {"rule-never-counts", "rules[1].when", false, {{"rules", rule("ends > starts", "count() > 40")}}},
        {"no-plan-for", "rules[1].check", false, {{"rules", rule("project_kind != \"group\"")}}},
    };
    return all;
}

// A week before the call of 2025 closes; a case of its own for what is over.
const Surroundings in_may{Instant{1'746'100'000'000 + 3600'000LL * 24 * 6}, nullptr};

TEST(Lint, FindsWhatIsWrongAndWhereItIsMended) {
    for (const Case& one : cases()) {
        const Loaded loaded = changed(one.changes);
        const auto findings = lint(loaded.call, loaded.programme, in_may);
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.kind == one.kind && finding.spots.front().path == one.path;
        });
        ASSERT_NE(found, findings.end()) << one.kind << " at " << one.path << "\n" << told(findings);
        EXPECT_EQ(found->weight == Finding::Weight::stops, one.stops) << one.kind;
        EXPECT_FALSE(found->sentence.empty());
        for (const Spot& spot : found->spots) {
            EXPECT_TRUE(page_of(spot.path).has_value()) << spot.path;
        }
        EXPECT_TRUE(std::is_sorted(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
            return a.weight == Finding::Weight::stops && b.weight == Finding::Weight::warns;
        }));
    }
}

/// The form of 2025 offers private own money; with exact shares of the public funding nobody can have it
/// (docs/decisions/private-own-money.md).
TEST(Lint, TheCallOf2025OffersAnAnswerThatNobodyCanGive) {
    const Loaded loaded = changed({});
    const auto findings = lint(loaded.call, loaded.programme);
    ASSERT_EQ(findings.size(), 1U) << told(findings);
    EXPECT_EQ(findings[0].kind, "no-plan-for");
    EXPECT_EQ(findings[0].spots.front().path, "funding.private_own");
    const auto now = lint(loaded.call, loaded.programme, in_may);
    ASSERT_EQ(now.size(), 2U) << told(now);
    EXPECT_EQ(now.front().kind, "opened");
}

TEST(Lint, OfEveryRealCallSomebodyKeepsTheRules) {
    for (const cast::RealCall& real : cast::real_calls()) {
        const auto findings = lint(real.call, real.programme);
        EXPECT_EQ(find(findings, "no-plan"), nullptr) << real.name << "\n" << told(findings);
        EXPECT_FALSE(stops(findings)) << real.name << "\n" << told(findings);
    }
}

TEST(Lint, TheCallOfTheReferenceIsFreeOfWarnings) {
    const std::string page = cast::file_text(cast::source() + "/docs/calls.md"), open = "\n```toml call\n";
    const auto from = page.find(open) + open.size();
    kit::Faults faults;
    const auto alone = call::load_alone({"calls.md", page.substr(from, page.find("```", from) - from)}, faults);
    EXPECT_EQ(faults.text() + told(lint(alone.call, alone.programme)), "");
}

TEST(Lint, RulesMadeToContradictAreNamed) {
    for (const cast::RealCall& real : cast::real_calls()) {
        call::Call call = real.call;
        // more costs than the support of one project allows to be reached
        call.rules.total_costs_least = funding::Floor{Money::euros(900'000), {}};
        call.rules.total_costs_most = funding::Cap{Money::euros(800'000), {}};
        call.rules_hash.text += "contradicts";  // another call has another hash
        const auto findings = lint(call, real.programme);
        const Finding* found = find(findings, "no-plan");
        ASSERT_NE(found, nullptr) << real.name << "\n" << told(findings);
        std::vector<std::string> paths;
        for (const Spot& spot : found->spots) {
            paths.push_back(spot.path);
        }
        std::sort(paths.begin(), paths.end());
        EXPECT_EQ(paths, (std::vector<std::string>{"funding.total_costs_least.least", "funding.total_costs_most.most"}))
            << real.name << "\n"
            << told(findings);
    }
}

/// The call of docs/calls.md with one more rule.
std::vector<Finding> with_rule(const std::string& check) {
    const std::string page = cast::file_text(cast::source() + "/docs/calls.md");
    const auto from = page.find("```toml call\n") + 13;
    std::string file = page.substr(from, page.find("```", from) - from);
    file.insert(
        file.find("[contact]"),
        "[[rules]]\nkey = \"more\"\nname = { fi = \"S\", sv = \"R\", en = \"More\" }\ncheck = '" + check + "'\n\n");
    kit::Faults faults;
    const auto alone = call::load_alone({"call.toml", file}, faults);
    EXPECT_EQ(faults.text(), "") << check;
    return lint(alone.call, alone.programme);
}

TEST(Lint, RulesThatSomebodyKeepsAreNotCalledContradictory) {
    for (const char* check : {"starts >= 2026-11-01 and ends <= 2028-10-31",
                              "plan.total_costs >= 100000 and plan.total_costs <= 101000",
                              "sum(equipment) >= 60 % of plan.total_costs",
                              "themes.grids = 0 % or lead(region) = \"vaasa\"",
                              "project.months = 17",
                              "plan.eu = 60000",
                              "lead(pay) > 3000000",
                              "themes.grids = 37 %",
                              "project_name = \"Akku\"",
                              "most(pay) - least(pay) <= 1000",
                              "share(sum(pay), plan.total_costs) = 50 %"}) {
        const auto findings = with_rule(check);
        EXPECT_EQ(told(findings), "") << check;
    }
}

TEST(Lint, RulesThatNobodyCanKeepTogetherAreCalledSo) {
    for (const auto& [check, kind] :
         {std::pair("sum(equipment) <= 20 % of plan.total_costs", "no-plan"),
          std::pair("sum(equipment) >= 80 % of plan.total_costs and sum(pay) >= 30 % of plan.total_costs", "no-plan"),
          std::pair("plan.eu > plan.total_costs", "no-plan"),
          std::pair("project.months > 36", "no-plan"),
          std::pair("project.implementers >= 12", "no-plan-for"),
          std::pair("plan.total_costs > 0 or project.months > 3", "rule-never-broken")}) {
        const auto findings = with_rule(check);
        EXPECT_NE(find(findings, kind), nullptr) << check << "\n" << told(findings);
    }
    const auto found = with_rule("project.months > 36");
    const Finding* conflict = find(found, "no-plan");
    ASSERT_NE(conflict, nullptr);
    ASSERT_EQ(conflict->spots.size(), 2U) << told(found);
    EXPECT_EQ(conflict->spots[0].path, "funding.longest.months");
    EXPECT_EQ(conflict->spots[1].path, "rules[2].check");
}

TEST(Lint, SaysTheSameOfTheSameCallAndItsTokenChangesWithWhatIsWarned) {
    const Loaded one = changed({{"window.closes", time("2025-06-08T16:15:00")}});
    const Loaded other = changed({{"window.closes", time("2025-06-09T23:00:00")}});
    const auto first = lint(one.call, one.programme, in_may), again = lint(one.call, one.programme, in_may);
    EXPECT_EQ(told(first), told(again));
    EXPECT_EQ(warnings_token(first), warnings_token(again));
    EXPECT_NE(warnings_token(first), warnings_token(lint(other.call, other.programme, in_may)));
    EXPECT_EQ(warnings_token({}), "");
}

TEST(Lint, ASecondStageOpensWhenTheFirstHasClosed) {
    const Loaded second = changed({{"stage", table({{"after", text("2024")}, {"source", text("deck-brief")}})}});
    call::Call first = changed({}).call;
    EXPECT_NE(find(lint(second.call, second.programme, {in_may.now, &first}), "stages-cross"), nullptr);
    first.window.closes = second.call.window.opens - seconds(1);
    EXPECT_EQ(find(lint(second.call, second.programme, {in_may.now, &first}), "stages-cross"), nullptr);
}

TEST(NeverAsked, IsSureOnlyWhereAllKindsOfAnswersWereTried) {
    const std::string path = "form.sections[1].fields[3].show";
    const auto sure = [&](const char* condition) {
        return surely_never_asked(changed({{path, text(condition)}}).call, "starts");
    };
    EXPECT_TRUE(sure("project_kind = \"group\" and project_kind = \"single\""));
    EXPECT_TRUE(sure("project_kind is answered and project_kind != \"group\" and project_kind != \"single\""));
    EXPECT_FALSE(sure("project_kind = \"group\""));
    EXPECT_FALSE(sure("project_kind is empty"));
    EXPECT_FALSE(sure("sum(pay) < 0"));  // not decided by single answers
    EXPECT_FALSE(sure("themes.battery > 50 % and themes.battery < 40 %"));
}

}  // namespace
}  // namespace vastin::preparation
