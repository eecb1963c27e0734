#include "form/condition.h"

#include <gtest/gtest.h>

#include "form/asked.h"
#include "form/told_for_tests.h"

namespace vastin::form {
namespace {

using for_tests::told;

Localised words(const char* text) { return {text, text, text}; }

Field field(const char* key, FieldKind kind) {
    Field made;
    made.key = key;
    made.kind = kind;
    made.label = words(key);
    return made;
}

Field choice(const char* key, std::initializer_list<const char*> values) {
    Field made = field(key, FieldKind::choice);
    for (const char* value : values) {
        made.options.push_back({value, words(value), {}});
    }
    return made;
}

Field several(const char* key, std::initializer_list<const char*> values) {
    Field made = choice(key, values);
    made.kind = FieldKind::several;
    return made;
}

const std::vector<Theme>& themes() {
    static const std::vector<Theme> both{{"battery", words("battery")}, {"circular", words("circular")}};
    return both;
}

Form form() {
    Form made;
    made.sections = {{"project",
                      words("project"),
                      Whose::common,
                      {choice("project_kind", {"single", "group"}),
                       field("starts", FieldKind::day),
                       field("themes", FieldKind::theme_shares),
                       several("goals", {"1.1", "1.2"}),
                       field("name", FieldKind::line)},
                      {}},
                     {"part",
                      words("part"),
                      Whose::part,
                      {field("pay", FieldKind::money),
                       field("services", FieldKind::money),
                       choice("region", {"kokkola", "oulu", "vaasa"}),
                       choice("office", {"yes", "no"})},
                      {}}};
    return made;
}

Names names() {
    Names all = names_of(form(), themes());
    all.emplace("plan.total_costs", Known{TermKind::money, false, false, true, {}});
    return all;
}

Condition parsed(std::string_view text, Scope scope = Scope::common) {
    auto made = Condition::parse(text, names(), scope);
    EXPECT_TRUE(made.has_value()) << text << ": " << (made ? "" : plain(made.error().said));
    return made ? *made : Condition();
}

/// An application: its common answers, and those of two implementers.
struct Answered {
    Checked common, lead, partner;
    Worked worked{{"plan.total_costs", Money::euros(200'000)}};

    Answered() {
        const Around around{themes(), {}};
        common = check(form(),
                       Whose::common,
                       {{"project_kind", "group"},
                        {"starts", "1.11.2025"},
                        {"themes.battery", "70"},
                        {"themes.circular", "30"},
                        {"goals.1.1", "1"}},
                       around);
        lead = check(form(),
                     Whose::part,
                     {{"pay", "100000"}, {"services", "20000"}, {"region", "kokkola"}, {"office", "yes"}},
                     around);
        partner = check(form(), Whose::part, {{"pay", "50000"}, {"region", "oulu"}, {"office", "no"}}, around);
    }
    Facts facts(std::optional<std::size_t> part = {}) const { return {&common, {&lead, &partner}, &worked, part}; }
};

Truth truth(std::string_view text, std::optional<std::size_t> part = {}) {
    static const Answered answered;
    return holds(parsed(text, part ? Scope::part : Scope::common), answered.facts(part));
}

TEST(Conditions, CompareAnswers) {
    EXPECT_EQ(truth("project_kind = \"group\""), Truth::yes);
    EXPECT_EQ(truth("project_kind != 'group'"), Truth::no);
    EXPECT_EQ(truth("project_kind in (\"single\", \"group\")"), Truth::yes);
    EXPECT_EQ(truth("starts >= 2025-11-01"), Truth::yes);
    EXPECT_EQ(truth("starts < 2025-11-01"), Truth::no);
    EXPECT_EQ(truth("goals has \"1.1\""), Truth::yes);
    EXPECT_EQ(truth("goals has \"1.2\""), Truth::no);
    EXPECT_EQ(truth("themes.battery >= 60 %"), Truth::yes);
    EXPECT_EQ(truth("themes.circular > 30 %"), Truth::no);
    EXPECT_EQ(truth("goals is answered"), Truth::yes);
    EXPECT_EQ(truth("themes.battery is empty"), Truth::no);
    EXPECT_EQ(truth("name is empty"), Truth::yes);
}

TEST(Conditions, CountOverTheParts) {
    EXPECT_EQ(truth("sum(pay) = 150000"), Truth::yes);
    EXPECT_EQ(truth("sum(pay) + sum(services) = 170_000.00"), Truth::yes);
    EXPECT_EQ(truth("sum(pay) - sum(services) < 130000"), Truth::no);
    EXPECT_EQ(truth("count() = 2"), Truth::yes);
    EXPECT_EQ(truth("count(office = yes) = 1"), Truth::yes);
    EXPECT_EQ(truth("distinct(region) >= 2"), Truth::yes);
    EXPECT_EQ(truth("distinct(region) >= 3"), Truth::no);
    EXPECT_EQ(truth("lead(region) = \"kokkola\""), Truth::yes);
    EXPECT_EQ(truth("any(office = yes)"), Truth::yes);
    EXPECT_EQ(truth("all(office = yes)"), Truth::no);
    EXPECT_EQ(truth("least(pay) >= 50000 and most(pay) <= 100000"), Truth::yes);
    EXPECT_EQ(truth("pay > 60000", 0), Truth::yes);
    EXPECT_EQ(truth("pay > 60000", 1), Truth::no);
}

TEST(Conditions, TakeSharesOfSums) {
    EXPECT_EQ(truth("sum(services) >= 10 % of plan.total_costs"), Truth::yes);
    EXPECT_EQ(truth("sum(services) >= 10.01 % of plan.total_costs"), Truth::no);
    EXPECT_EQ(truth("sum(services) <= 15 % of (sum(pay) + sum(services))"), Truth::yes);
    EXPECT_EQ(truth("share(sum(services), plan.total_costs) = 10 %"), Truth::yes);
}

TEST(Conditions, AreUnknownWhereNothingIsAnswered) {
    EXPECT_EQ(truth("name = \"x\""), Truth::unknown);
    EXPECT_EQ(truth("not (name = \"x\")"), Truth::unknown);
    EXPECT_EQ(truth("name = \"x\" or project_kind = \"group\""), Truth::yes);
    EXPECT_EQ(truth("name = \"x\" and project_kind = \"single\""), Truth::no);
    EXPECT_EQ(truth("services >= 0", 1), Truth::unknown);
    EXPECT_EQ(truth("any(services > 30000)"), Truth::unknown);
    EXPECT_EQ(truth("share(sum(pay), sum(pay) - sum(pay)) > 1 %"), Truth::unknown);  // nothing is divided by zero
}

TEST(Conditions, BindAndBeforeOrAndNotBeforeBoth) {
    EXPECT_EQ(truth("count() = 2 or count() = 3 and count() = 4"), Truth::yes);
    EXPECT_EQ(truth("(count() = 2 or count() = 3) and count() = 4"), Truth::no);
    EXPECT_EQ(truth("not count() = 3 and count() = 2"), Truth::yes);
}

TEST(Conditions, SayWhatIsAskedAndFound) {
    const Answered answered;
    const auto measured =
        measure(parsed("count() = 2 and sum(services) >= 30 % of plan.total_costs"), answered.facts());
    EXPECT_EQ(measured.truth, Truth::no);
    EXPECT_EQ(told(measured.allowed), "at least 60000.00");
    EXPECT_EQ(told(measured.found), "20000.00");
    EXPECT_EQ(told(measured.off), "40000.00 too little");
    EXPECT_EQ(told(measured_sentence(measured)), "Limit: at least 60000.00. Now: 20000.00, 40000.00 too little.");
    EXPECT_TRUE(measure(parsed("lead(region) = \"oulu\""), answered.facts()).allowed.empty());
}

struct Wrong {
    const char* text;
    std::size_t offset;
    const char* message;
    Scope scope = Scope::common;
};

TEST(Conditions, ToldWhereAMistakeIs) {
    for (const Wrong& wrong : {
             Wrong{"", 0, "expected a question, a value or a function such as sum(), found the end"},
             Wrong{"project_kind",
                   12,
                   "expected a comparison such as =, >=, \"in\", \"has\" or \"is answered\", found the end"},
             Wrong{"project_kind = \"grup\"",
                   15,
                   "expected one of \"single\", \"group\", found \"grup\"; did you mean \"group\"?"},
             Wrong{"projectkind = \"group\"",
                   0,
                   "expected a question of this call, found \"projectkind\"; did you mean \"project_kind\"?"},
             Wrong{"starts > 100", 9, "expected a day, found a number"},
             Wrong{"starts > 2025-13-01", 9, "expected a day such as 2025-11-01, found \"2025-13-01\""},
             Wrong{"pay > 100", 0, "expected sum(pay), lead(), any() or the like: each implementer answers it"},
             Wrong{"sum(name) > 1", 4, "expected a question that each implementer answers, found \"name\""},
             Wrong{"sum(region) > 1", 4, "expected numbers or money, found a text"},
             Wrong{"total(pay) > 1",
                   0,
                   "expected sum, count, distinct, least, most, lead, share, any or all before \"(\", found \"total\""},
             Wrong{"sum(pay) > 100 and", 18, "expected a question, a value or a function such as sum(), found the end"},
             Wrong{"(sum(pay) > 100", 15, "expected \")\", found the end"},
             Wrong{"sum(pay) > 100)", 14, "expected \"and\", \"or\" or the end, found \")\""},
             Wrong{"project_kind = \"group", 15, "expected a closing quote, found the end"},
             Wrong{"sum(pay) > 10 % of starts", 19, "expected money after \"% of\", found a day"},
             Wrong{"project_kind > \"group\"", 13, "expected = or != between texts, found \">\""},
             Wrong{"goals = \"1.1\"", 8, "expected chosen ones, found a text"},
             Wrong{"goals has \"1.3\"", 10, "expected one of \"1.1\", \"1.2\", found \"1.3\"; did you mean \"1.1\"?"},
             Wrong{
                 "sum(pay) > 1.234", 11, "expected a number with at most 12 figures and two decimals, found \"1.234\""},
             Wrong{"count() > 1.5", 10, "expected a whole number"},
             Wrong{"project_kind == \"group\"", 13, "write \"=\", found \"==\""},
             Wrong{"count() = 1 AND count() = 2", 12, "write \"and\", found \"AND\""},
             Wrong{"count() ≥ 1", 8, "write \">=\", found \"≥\""},
             Wrong{"count() = ä", 10, "expected a name, a value or a sign, found \"ä\""},
             Wrong{"sum(pay) > 100 000",
                   11,
                   "expected a number without spaces such as 100000 or 100_000, found one with a space"},
             Wrong{"starts > 1.6.2027", 9, "expected a day such as 2025-11-01, found \"1.6.2027\""},
             Wrong{"any(office = true)", 13, "expected a question of this call, found \"true\"; did you mean \"yes\"?"},
             Wrong{"name = yes", 7, "expected a text in quotes beside a line, found yes"},
             Wrong{"name in (no)", 9, "expected a text in quotes beside a line, found no"},
             Wrong{"count() & 1", 8, "expected a name, a value or a sign, found \"&\""},
             Wrong{"plan.total_costs is answered", 0, "expected the key of a question before \"is\""},
         }) {
        const auto made = Condition::parse(wrong.text, names(), wrong.scope);
        ASSERT_FALSE(made.has_value()) << wrong.text;
        EXPECT_EQ(plain(made.error().said), wrong.message) << wrong.text;
        EXPECT_EQ(made.error().offset, wrong.offset) << wrong.text;
    }
}

TEST(Conditions, AreNotTooLongAndNotTooDeep) {
    const std::string deep = std::string(500, '(') + "count() = 1" + std::string(500, ')');
    EXPECT_FALSE(Condition::parse(deep, names(), Scope::common).has_value());
    std::string nots;
    for (int i = 0; i < 300; ++i) {
        nots += "not ";
    }
    EXPECT_FALSE(Condition::parse(nots + "count() = 1", names(), Scope::common).has_value());
    EXPECT_FALSE(Condition::parse(std::string(3000, ' ') + "count() = 1", names(), Scope::common).has_value());
    EXPECT_TRUE(Condition::parse("((((count() = 1))))", names(), Scope::common).has_value());
}

TEST(AskedQuestions, AreLeftOutInTheOrderInWhichTheyDependOnEachOther) {
    Form made = form();
    auto& fields = made.sections[0].fields;
    fields[4].show = parsed("goals has \"1.2\"");          // name asks goals
    fields[3].show = parsed("project_kind = \"single\"");  // goals ask project_kind
    EXPECT_TRUE(arrange(made).empty());
    Checked common =
        check(made, Whose::common, {{"project_kind", "group"}, {"goals.1.2", "1"}, {"name", "kept"}}, {themes(), {}});
    EXPECT_TRUE(common.values.contains("name"));
    leave_out(made, common, {});
    EXPECT_EQ(common.hidden, (std::set<std::string>{"goals", "name"}));
    EXPECT_FALSE(common.values.contains("goals") || common.values.contains("name"));
}

TEST(AskedQuestions, ThatAskEachOtherAreACircle) {
    Form made = form();
    auto& fields = made.sections[0].fields;
    fields[4].show = parsed("goals is answered");
    fields[3].show = parsed("name is answered");
    EXPECT_EQ(arrange(made), (std::vector<std::string>{"goals", "name", "goals"}));
}

TEST(AskedQuestions, AreRequiredAndJudgedOnACondition) {
    Form made = form();
    auto& fields = made.sections[0].fields;
    fields[4].require = parsed("project_kind = \"group\"");
    fields[1].valid = parsed("starts >= 2026-01-01");
    made.sections[1].fields[1].require = parsed("pay > 60000", Scope::part);
    arrange(made);
    const Around around{themes(), {}};
    Checked common = check(made, Whose::common, {{"project_kind", "group"}, {"starts", "1.11.2025"}}, around);
    Checked lead = check(made, Whose::part, {{"pay", "100000"}}, around);
    Checked partner = check(made, Whose::part, {{"pay", "50000"}}, around);
    const std::vector<Checked*> parts{&lead, &partner};
    leave_out(made, common, parts);
    judge_conditions(made, {}, common, parts);
    ASSERT_EQ(common.findings.size(), 2U);
    EXPECT_EQ(common.findings[0].reason.rule, "form.starts");
    EXPECT_EQ(told(common.findings[0].reason.phrase), "starts: Limit: at least 2026-01-01. Now: 2025-11-01.");
    EXPECT_EQ(common.findings[1].reason.field, "name");
    EXPECT_TRUE(common.findings[1].missing);
    ASSERT_EQ(lead.findings.size(), 1U);
    EXPECT_EQ(lead.findings[0].reason.field, "services");
    EXPECT_TRUE(partner.findings.empty());
}

}  // namespace
}  // namespace vastin::form
