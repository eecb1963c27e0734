// The kinds of question that are more than one line: numbers, periods, yes or no, files, rows, and what is only read.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "form/form.h"
#include "form/told_for_tests.h"
#include "kit/limits.h"

namespace vastin::form {
namespace {

using namespace for_tests;

Field field(const char* key, FieldKind kind, const char* label, bool required = false) {
    Field made;
    made.key = key;
    made.kind = kind;
    made.label = same(label);
    made.required = required;
    return made;
}

Form a_form() {
    Form form;
    form.sections.push_back({"all", same("All"), Whose::common, {}});
    auto& fields = form.sections.front().fields;
    Field guidance = field("read_me", FieldKind::guidance, "");
    guidance.text = same("Read this.\n\nAnd this.");
    fields.push_back(guidance);
    fields.push_back(field("hours", FieldKind::number, "Hours"));
    fields.back().number_least = 1;
    fields.back().number_most = 1720;
    fields.push_back(field("share", FieldKind::percent, "Share"));
    fields.push_back(field("pilot", FieldKind::period, "Pilot"));
    fields.push_back(field("aid", FieldKind::yes_no, "State aid"));
    fields.push_back(field("letters", FieldKind::file, "Letters"));
    fields.back().place = "other";
    fields.push_back(field("staff", FieldKind::rows, "Staff"));
    fields.back().rows_most = 5;
    fields.back().columns = {field("name", FieldKind::line, "Name", true),
                             field("pay", FieldKind::money, "Pay"),
                             field("hours", FieldKind::number, "Hours"),
                             field("hired", FieldKind::yes_no, "Hired")};
    return form;
}

Field& find(Form& form, std::string_view key) { return const_cast<Field&>(*find_field(form, key)); }

std::string told_of(const Form& form, const Answers& answers, std::int64_t files = 0) {
    const std::vector<Place> places{{"other", files}};
    std::string text;
    for (const Finding& finding : check(form, Whose::common, answers, {{}, {}, places}).findings) {
        text += (finding.missing ? "missing " : "") + finding.reason.field + ": " + told(finding.reason.phrase) + "\n";
    }
    return text;
}
std::string told_of(const Answers& answers) { return told_of(a_form(), answers); }

Checked read(const Answers& answers) { return check(a_form(), Whose::common, answers, {}); }

TEST(Questions, OfEveryKindAreReadAsValues) {
    const std::vector<Place> places{{"other", 2}};
    const Checked read = check(a_form(),
                               Whose::common,
                               {{"hours", "1 720"},
                                {"share", "7,5 %"},
                                {"pilot.first", "1.2.2026"},
                                {"pilot.last", "1.2.2026"},
                                {"aid", "no"},
                                {"staff.1.name", "Anna"},
                                {"staff.1.pay", "1 000,50"},
                                {"staff.2.name", ""},
                                {"staff.3.name", "Oskar"},
                                {"staff.3.hours", "12"},
                                {"staff.3.hired", "yes"}},
                               {{}, {}, places});
    EXPECT_TRUE(read.findings.empty());
    EXPECT_EQ(*read.value<std::int64_t>("hours"), 1720);
    EXPECT_EQ(*read.value<Share>("share"), Share{750});
    EXPECT_EQ(*read.value<Period>("pilot"), (Period{*Date::of(2026, 2, 1), *Date::of(2026, 2, 1)}));
    EXPECT_EQ(read.value<Choice>("aid")->value, "no");
    EXPECT_EQ(*read.value<std::int64_t>("letters"), 2) << "how many files";
    EXPECT_EQ(*read.value<Rows>("staff"),
              (Rows{{1, {{"name", "Anna"}, {"pay", Money::cents(100050)}}},
                    {3, {{"name", "Oskar"}, {"hours", std::int64_t{12}}, {"hired", Choice{"yes"}}}}}))
        << "an empty row is left out";
    EXPECT_FALSE(read.values.contains("read_me")) << "what is only read has no value";
}

TEST(Questions, EmptyOnesSayWhatToWrite) {
    EXPECT_EQ(told_of({}), "") << "none is required";
    Form form = a_form();
    for (Field& one : form.sections.front().fields) {
        one.required = asks(one.kind);
    }
    EXPECT_EQ(told_of(form, {}),
              "missing hours: Hours: write a number.\n"
              "missing share: Share: write a percent.\n"
              "missing pilot: Pilot: write the first and the last day.\n"
              "missing aid: State aid: choose yes or no.\n"
              "missing letters: Letters: add a file.\n"
              "missing staff: Staff: fill in at least one row.\n");
    find(form, "staff").rows_least = 3;
    EXPECT_TRUE(
        told_of(form, {{"staff.1.name", "Anna"}}, 1).ends_with("missing staff: Staff: fill in at least 3 rows.\n"));
}

TEST(Questions, WrongAnswersAreToldAtTheirInput) {
    struct Case {
        Answers answers;
        const char* told;
    };
    // clang-format off
    const Case cases[] = {
        {{{"hours", "0"}}, "hours: Hours: At least 1; this is 0.\n"},
        {{{"hours", "1721"}}, "hours: Hours: At most 1720; this is 1721.\n"},
        {{{"hours", "12,5"}}, "hours: Hours: Write a whole number, without a comma or a point, such as 12.\n"},
        {{{"share", "101"}}, "share: Share: Write a percent from 0 to 100, such as 50.\n"},
        {{{"aid", "kyllä"}}, "aid: State aid: Choose one of the answers that are offered.\n"},
        {{{"pilot.first", "2.2.2026"}, {"pilot.last", "1.2.2026"}},
         "pilot.last: Pilot: The last day, 2026-02-01, is before the first day, 2026-02-02.\n"},
        {{{"pilot.first", "2.2.2026"}}, "missing pilot.last: Pilot: write the last day, too.\n"},
        {{{"pilot.last", "2.2.2026"}}, "missing pilot.first: Pilot: write the first day, too.\n"},
        {{{"pilot.first", "30.2.2026"}, {"pilot.last", "1.3.2026"}},
         "pilot.first: Pilot: There is no such day in the calendar. Check the day and the month.\n"},
        {{{"staff.2.pay", "5"}}, "missing staff.2.name: Staff, row 2: Name: write an answer.\n"},
        {{{"staff.1.name", "Anna"}, {"staff.1.pay", "-5"}},
         "staff.1.pay: Staff, row 1, Pay: A sum cannot be negative.\n"},
        {{{"staff.1.name", "a"}, {"staff.2.name", "b"}, {"staff.3.name", "c"}, {"staff.4.name", "d"},
          {"staff.5.name", "e"}, {"staff.6.name", "f"}}, "staff: Staff: At most 5 rows; these are 6.\n"},
    };
    // clang-format on
    for (const auto& [answers, told] : cases) {
        EXPECT_EQ(told_of(answers), told);
    }
    EXPECT_EQ(read({{"staff.1.name", "Anna"}, {"staff.1.pay", "much"}}).value<Rows>("staff"), nullptr)
        << "a cell that cannot be read: nothing can be said of the rows";
}

TEST(Questions, AColumnOfMoneyOrNumbersIsSummed) {
    const Checked checked = read({{"staff.1.name", "a"},
                                  {"staff.1.pay", "0,10"},
                                  {"staff.2.name", "b"},
                                  {"staff.2.pay", "0,20"},
                                  {"staff.2.hours", "1000"},
                                  {"staff.4.name", "c"},
                                  {"staff.4.hours", "720"}});
    const Rows& rows = *checked.value<Rows>("staff");
    const Form form = a_form();
    const Field& staff = *find_field(form, "staff");
    EXPECT_EQ(std::get<Money>(*sum(rows, *find_column(staff, "pay"))), Money::cents(30));
    EXPECT_EQ(std::get<std::int64_t>(*sum(rows, *find_column(staff, "hours"))), 1720);
    EXPECT_FALSE(sum(rows, *find_column(staff, "name")).has_value());
    EXPECT_EQ(find_column(staff, "nothing"), nullptr);
}

TEST(Questions, APostGivesOnlyNamesThatTheFormAsks) {
    kit::Fields posted;
    for (const char* name : {"staff.1.name",
                             "staff.50.pay",
                             "staff.51.pay",
                             "staff.0.name",
                             "staff.01.name",
                             "staff.1.other",
                             "staff.1",
                             "staff",
                             "staff..name",
                             "staff.1.name.2",
                             "pilot",
                             "pilot.first",
                             "pilot.middle",
                             "read_me",
                             "letters",
                             "aid"}) {
        posted.add(name, "x");
    }
    std::string names;
    for (const auto& [name, value] : take(a_form(), Whose::common, posted, {})) {
        names += name + " ";
    }
    EXPECT_EQ(names, "aid pilot.first staff.1.name staff.50.pay ");
}

TEST(Questions, AButtonAddsARowAndAnotherTakesOneAway) {
    const Form form = a_form();
    const Section& section = form.sections.front();
    const auto press = [&](Answers answers, const char* button, const char* value) {
        kit::Fields posted;
        posted.add(button, value);
        return with_buttons(std::move(answers), section, posted);
    };
    const Answers two{{"hours", "5"}, {"staff.1.name", "Anna"}, {"staff.2.name", "Oskar"}, {"staff.2.pay", "5"}};
    Answers three = two;
    three.emplace("staff.3.name", "");
    EXPECT_EQ(press(two, "add_row", "staff"), three);
    EXPECT_EQ(press({}, "add_row", "staff"), (Answers{{"staff.1.name", ""}}));
    EXPECT_EQ(press(two, "add_row", "hours"), two);
    EXPECT_EQ(press(two, "remove_row", "staff.1"),
              (Answers{{"hours", "5"}, {"staff.1.name", "Oskar"}, {"staff.1.pay", "5"}}));
    for (const char* wrong : {"staff.3", "staff", "staff.", "staff.x", "staff.1.name", "hours.1", "", "staff.99999"}) {
        EXPECT_EQ(press(two, "remove_row", wrong), two) << wrong;
    }
    Answers full = two;
    for (int i = 0; i < 10; ++i) {
        full = press(full, "add_row", "staff");
    }
    EXPECT_EQ(rows_shown(full, "staff").size(), 5U) << "rows_most";
}

RC_GTEST_PROP(Questions, WhatWasTypedIntoRowsIsKeptUntouched, ()) {
    const Form form = a_form();
    const char* columns[] = {"name", "pay", "hours", "hired"};
    Answers typed;
    kit::Fields posted;
    for (std::size_t row = 1; row <= 5; ++row) {
        for (const char* column : columns) {
            const auto text = *rc::gen::arbitrary<std::string>();
            std::string name = "staff." + std::to_string(row) + "." + column;
            posted.add(name, text);
            typed.emplace(std::move(name), text);
        }
    }
    const Answers taken = take(form.sections.front(), posted, {});
    RC_ASSERT(taken == typed);
    RC_ASSERT(merge({{"staff.1.name", "older"}}, taken) == typed);
    check(form, Whose::common, taken, {});  // whatever was typed, it is told or read
    const auto gone = *rc::gen::inRange<std::size_t>(1, 6);
    const Answers left = without_row(typed, *find_field(form, "staff"), gone);
    RC_ASSERT(left.size() == typed.size() - 4);
    std::size_t to = 0;
    for (std::size_t row = 1; row <= 5; ++row) {
        if (row == gone) {
            continue;
        }
        ++to;
        for (const char* column : columns) {
            const std::string old = "staff." + std::to_string(row) + "." + column;
            const std::string now = "staff." + std::to_string(to) + "." + column;
            RC_ASSERT(left.at(now) == typed.at(old));
        }
    }
}

std::string unsound_of(const Form& form) {
    std::string text;
    for (const Phrase& phrase : unsound(form)) {
        text += told(phrase) + "\n";
    }
    return text;
}

TEST(Questions, AFormThatCannotWorkIsTold) {
    EXPECT_EQ(unsound_of(a_form()), "");
    const auto with = [](const char* key, auto change) {
        Form form = a_form();
        change(find(form, key));
        return unsound_of(form);
    };
    EXPECT_EQ(with("read_me", [](Field& f) { f.text.sv.clear(); }),
              "Field read_me: the text is missing in some language.\n");
    EXPECT_EQ(with("read_me", [](Field& f) { f.text.fi = std::string(200'000, 'a'); }),
              "Field read_me: a text of at most 20000 letters is expected; here are 200000.\n");
    EXPECT_EQ(with("hours", [](Field& f) { f.number_least = 2000; }),
              "Field hours: the least number must not be above the most.\n");
    EXPECT_EQ(with("staff", [](Field& f) { f.rows_most = 51; }),
              "Field staff: at most 50 rows, and the least not above the most.\n");
    EXPECT_EQ(with("staff", [](Field& f) { f.rows_least = 6; }),
              "Field staff: at most 50 rows, and the least not above the most.\n");
    EXPECT_EQ(with("staff", [](Field& f) { f.columns.clear(); }), "Field staff: rows have from 1 to 12 columns.\n");
    EXPECT_EQ(with("staff", [](Field& f) { f.columns[1].key = "name"; }),
              "Field staff: the column name stands twice.\n");
    EXPECT_EQ(with("staff", [](Field& f) { f.columns[1].kind = FieldKind::period; }),
              "Field staff: the column pay is of a kind that a row cannot ask.\n");
    EXPECT_EQ(with("hours", [](Field& f) { f.key = "add_row"; }),
              "\"add_row\" cannot be the key of a field: the page uses it itself.\n");
}

TEST(Questions, AFormHasSoManyQuestionsAndAPageSoManyInputs) {
    Form form;
    for (int i = 0; i < 5000; ++i) {
        if (i % 500 == 0) {
            form.sections.push_back({"s" + std::to_string(i), same("Section"), Whose::common, {}});
        }
        form.sections.back().fields.push_back(field(("q" + std::to_string(i)).c_str(), FieldKind::line, "Question"));
    }
    EXPECT_EQ(unsound_of(form), "A form asks at most 2000 questions; this asks 5000.\n");
    form.sections.resize(4);
    EXPECT_EQ(unsound_of(form), "");
    Form wide = a_form();
    auto& fields = wide.sections.front().fields;
    find(wide, "staff").rows_most = 50;
    for (int i = 0; i < 4; ++i) {
        fields.push_back(*find_field(wide, "staff"));
        fields.back().key = "more" + std::to_string(i);
    }
    EXPECT_EQ(unsound_of(wide),
              "Section all: one page holds at most 990 inputs; this has 1005. Part it into several sections.\n");
}

}  // namespace
}  // namespace vastin::form
