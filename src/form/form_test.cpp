// A whole form: what is taken from a post, what is read, what is wrong, what is missing.
#include "form/form.h"

#include <gtest/gtest.h>

#include "form/told_for_tests.h"

namespace vastin::form {
namespace {

using namespace for_tests;

Field field(const char* key, FieldKind kind, const char* label, bool required) {
    Field made;
    made.key = key;
    made.kind = kind;
    made.label = same(label);
    made.required = required;
    return made;
}

Form a_form() {
    Form form;
    form.sections.resize(2);
    form.sections[0] = {"project", same("Project"), Whose::common, {}};
    auto& common = form.sections[0].fields;
    common.push_back(field("name", FieldKind::line, "Name of the project", true));
    common.back().letters_most = 150;
    common.back().missing = same("Write the name of the project.");
    common.push_back(field("summary", FieldKind::text, "Summary", true));
    common.push_back(field("first_day", FieldKind::day, "First day", true));
    common.push_back(field("kind", FieldKind::choice, "Kind", true));
    common.back().options = {{"single", same("Single")}, {"group", same("Group")}};
    common.push_back(field("themes", FieldKind::theme_shares, "Themes", true));
    common.push_back(field("web", FieldKind::line, "Web page", false));
    form.sections[1] = {"money", same("Money"), Whose::part, {}};
    form.sections[1].fields.push_back(field("pay", FieldKind::money, "Pay", true));
    form.sections[1].fields.back().least = Money::euros(1);
    form.sections[1].fields.back().most = Money::euros(1000000);
    return form;
}

const std::vector<Theme> two_themes{{"battery", same("Battery chemistry")}, {"circular", same("Circular economy")}};

const Around around{two_themes, {}};

Answers full() {
    return {{"name", "Battery School"},
            {"summary", "Why.\r\nHow."},
            {"first_day", "1.11.2025"},
            {"kind", "single"},
            {"themes.battery", "50"},
            {"themes.circular", "50 %"}};
}

std::string told_of(const std::vector<Reason>& reasons) {
    std::string text;
    for (const Reason& reason : reasons) {
        text += reason.field + ": " + told(reason.phrase) + "\n";
    }
    return text;
}

std::string told_of(const Answers& answers, Whose whose = Whose::common) {
    return told_of(check(a_form(), whose, answers, around).all());
}

std::string with(const char* key, const std::string& typed, Whose whose = Whose::common) {
    Answers answers = full();
    answers[key] = typed;
    return told_of(answers, whose);
}

TEST(Form, CompleteAnswersAreReadWithoutFindings) {
    const Checked read = check(a_form(), Whose::common, full(), around);
    EXPECT_EQ(told_of(read.all()), "");
    EXPECT_EQ(*read.value<std::string>("name"), "Battery School");
    EXPECT_EQ(*read.value<std::string>("summary"), "Why.\nHow.");
    EXPECT_EQ(*read.value<Date>("first_day"), *Date::of(2025, 11, 1));
    EXPECT_EQ(read.value<Choice>("kind")->value, "single");
    EXPECT_EQ(*read.value<ThemeShares>("themes"), (ThemeShares{{"battery", {5000}}, {"circular", {5000}}}));
    EXPECT_EQ(read.value<std::string>("web"), nullptr) << "an empty optional field has no value";
    EXPECT_EQ(read.value<Money>("name"), nullptr) << "a value of another kind";
    EXPECT_EQ(read.value<Money>("pay"), nullptr) << "the partner's sections are not read with the common ones";
}

TEST(Form, AnEmptyFormSaysWhatToWriteInItsOrder) {
    const Checked read = check(a_form(), Whose::common, {}, around);
    EXPECT_EQ(told_of(read.missing()),
              "name: Write the name of the project.\n"
              "summary: Summary: write an answer.\n"
              "first_day: First day: write a day.\n"
              "kind: Kind: choose one.\n"
              "themes: Themes: divide 100 % between the themes.\n");
    EXPECT_EQ(told_of(read.faults()), "");
    EXPECT_EQ(told_of({}, Whose::part), "pay: Pay: write a sum.\n");
    EXPECT_EQ(with("name", " \t\xC2\xA0\xE2\x80\x8B\r\n "), "name: Write the name of the project.\n");
}

TEST(Form, WhatIsTypedWronglyIsAFaultAndNotMissing) {
    Answers answers = full();
    answers["first_day"] = "2/6/2025";
    answers.erase("name");
    const Checked read = check(a_form(), Whose::common, answers, around);
    EXPECT_EQ(told_of(read.missing()), "name: Write the name of the project.\n");
    ASSERT_EQ(read.faults().size(), 1U);
    EXPECT_EQ(read.faults()[0].field, "first_day");
    EXPECT_TRUE(told(read.faults()[0].phrase).starts_with("First day: Write the day with points"))
        << "it names the field";
    EXPECT_EQ(read.value<Date>("first_day"), nullptr);
    ASSERT_EQ(read.all().size(), 2U);
    EXPECT_EQ(read.all()[0].field, "name") << "in the order of the form";
}

TEST(Form, LettersAreCountedAsPeopleSeeThem) {
    std::string name;
    for (int i = 0; i < 150; ++i) {
        name += "\xC3\xA4";  // ä: one letter, two bytes
    }
    EXPECT_EQ(with("name", name), "");
    EXPECT_EQ(with("name", name + name), "name: Name of the project: Too long: 300 letters, at most 150.\n");
    EXPECT_EQ(with("name", "  " + name + "\n"), "") << "spaces around are not counted";
    EXPECT_EQ(with("web", std::string(201, 'x')), "web: Web page: Too long: 201 letters, at most 200.\n")
        << "the limit of kit/limits.h where the field has none";
    EXPECT_EQ(with("summary", std::string(20001, 'x')), "summary: Summary: Too long: 20001 letters, at most 20000.\n");
}

TEST(Form, TheLimitsOfASumAreTold) {
    EXPECT_EQ(with("pay", "1000000", Whose::part), "");
    EXPECT_EQ(with("pay", "1000000,01", Whose::part), "pay: Pay: At most 1000000.00; this is 1000000.01.\n");
    EXPECT_EQ(with("pay", "1", Whose::part), "");
    EXPECT_EQ(with("pay", "0,99", Whose::part), "pay: Pay: At least 1.00; this is 0.99.\n");
    EXPECT_EQ(with("pay", "much", Whose::part), "pay: Pay: Write the sum in figures, such as 1234.50.\n");
    EXPECT_EQ(*check(a_form(), Whose::part, {{"pay", "66 666,43"}}, {}).value<Money>("pay"), Money::cents(6666643));
}

TEST(Form, AChoiceIsOneOfThoseOffered) {
    EXPECT_EQ(with("kind", "group"), "");
    EXPECT_EQ(with("kind", "Group"), "kind: Kind: Choose one of the answers that are offered.\n");
    EXPECT_EQ(with("kind", "single,group"), "kind: Kind: Choose one of the answers that are offered.\n");
}

TEST(Form, TheSharesOfTheThemesSumToTheWhole) {
    EXPECT_EQ(with("themes.battery", "40"), "themes: Themes: The shares sum to 90 %: 10 % is missing.\n");
    EXPECT_EQ(with("themes.battery", "60,5"), "themes: Themes: The shares sum to 110.50 %: 10.50 % too much.\n");
    EXPECT_EQ(with("themes.battery", "0"), "themes: Themes: The shares sum to 50 %: 50 % is missing.\n");
    EXPECT_EQ(with("themes.battery", "half"),
              "themes.battery: Battery chemistry: Write a percent from 0 to 100, such as 50.\n");
    EXPECT_EQ(with("themes.battery", "1000"),
              "themes.battery: Battery chemistry: Write a percent from 0 to 100, such as 50.\n");
    Answers one = full();
    one["themes.battery"] = "";
    one["themes.circular"] = "100";
    EXPECT_EQ(*check(a_form(), Whose::common, one, around).value<ThemeShares>("themes"),
              (ThemeShares{{"circular", whole_share}}));
    one["themes.battery"] = "0 %";
    EXPECT_EQ(check(a_form(), Whose::common, one, around).value<ThemeShares>("themes")->size(), 1U);
    one["themes.battery"] = "";
    one["themes.circular"] = " ";
    EXPECT_EQ(told_of(one), "themes: Themes: divide 100 % between the themes.\n");
}

TEST(Take, OnlyKnownKeysAreTakenAsTyped) {
    kit::Fields posted;
    posted.add("name", " <b>\xF0\x9F\x94\x8B</b> ");
    posted.add("pay", "1");
    posted.add("themes.battery", "50");
    posted.add("themes.other", "50");
    posted.add("themes", "50");
    posted.add("is_admin", "1");
    EXPECT_EQ(take(a_form(), Whose::common, posted, two_themes),
              (Answers{{"name", " <b>\xF0\x9F\x94\x8B</b> "}, {"themes.battery", "50"}}));
    EXPECT_EQ(take(a_form(), Whose::part, posted, two_themes), (Answers{{"pay", "1"}}));
}

TEST(Take, WhatWasNotPostedStays) {
    EXPECT_EQ(merge({{"name", "old"}, {"web", "w"}}, {{"name", ""}}), (Answers{{"name", ""}, {"web", "w"}}));
}

TEST(Across, TheEndIsNotBeforeTheStart) {
    const Date first = *Date::of(2025, 11, 1);
    EXPECT_FALSE(end_before_start(first, first, "last_day"));
    const auto reason = end_before_start(first, *Date::of(2025, 10, 31), "last_day");
    ASSERT_TRUE(reason);
    EXPECT_EQ(told_of({*reason}), "last_day: The last day, 2025-10-31, is before the first day, 2025-11-01.\n");
}

TEST(Across, TheLongestTimeNamesTheLatestDay) {
    const Date first = *Date::of(2025, 11, 1);
    EXPECT_FALSE(too_long(*Date::of(2198, 1, 1), *Date::of(2199, 12, 31), {36}, "last_day"));
    EXPECT_TRUE(too_long(*Date::of(2198, 1, 1), *Date::of(2199, 12, 31), {23}, "last_day"));
    EXPECT_FALSE(too_long(first, *Date::of(2027, 10, 31), {24}, "last_day"));
    const auto reason = too_long(first, *Date::of(2027, 11, 1), {24}, "last_day");
    ASSERT_TRUE(reason);
    EXPECT_EQ(told_of({*reason}),
              "last_day: The project lasts at most 24 months: with the first day 2025-11-01 the last day is 2027-10-31 "
              "at the "
              "latest.\n");
    EXPECT_EQ(
        told(too_long(first, *Date::of(2025, 12, 1), {1}, "")->phrase),
        "The project lasts at most one month: with the first day 2025-11-01 the last day is 2025-11-30 at the latest.");
}

TEST(Unsound, AFormThatCannotBeUsedIsRefused) {
    EXPECT_TRUE(unsound(a_form()).empty());
    struct Case {
        void (*break_it)(Form&);
        const char* says;
    };
    const Case cases[] = {
        {[](Form& f) { f.sections[1].fields[0].key = "name"; }, "The key name stands twice in the form."},
        {[](Form& f) { f.sections[0].fields[0].key = "themes.battery"; },
         "\"themes.battery\" is no key of a field: use a-z, 0-9, _ and -, at most 50 letters."},
        {[](Form& f) { f.sections[0].fields[0].key = ""; },
         "\"\" is no key of a field: use a-z, 0-9, _ and -, at most 50 letters."},
        {[](Form& f) { f.sections[0].fields[0].label.sv = ""; }, "Field name: the label is missing in some language."},
        {[](Form& f) { f.sections[0].fields[0].letters_most = 201; },
         "Field name: the most letters must be from 1 to 200."},
        {[](Form& f) { f.sections[0].fields[0].letters_most = 0; },
         "Field name: the most letters must be from 1 to 200."},
        {[](Form& f) { f.sections[0].fields[2].letters_most = 10; },
         "Field first_day: only a line or a text counts letters."},
        {[](Form& f) { f.sections[0].fields[3].options.pop_back(); }, "Field kind: a choice has at least two options."},
        {[](Form& f) { f.sections[0].fields[3].options[1].value = "single"; },
         "Field kind: the option single stands twice."},
        {[](Form& f) {
             f.sections[0].fields[0].options = {{"a", same("A")}};
         },
         "Field name: only a choice has options."},
        {[](Form& f) { f.sections[1].fields[0].most = Money::cents(99); },
         "Field pay: the limits of the sum must lie between 0 and 999999999.99, the least first."},
        {[](Form& f) { f.sections[1].key = "project"; }, "\"project\" is no key of a section, or stands twice."},
        {[](Form& f) { f.sections[1].title.en = ""; }, "Section money: the title is missing in some language."},
    };
    for (const Case& one : cases) {
        Form form = a_form();
        one.break_it(form);
        const auto faults = unsound(form);
        ASSERT_EQ(faults.size(), 1U) << one.says;
        EXPECT_EQ(told(faults[0]), one.says);
    }
}

TEST(Find, AFieldByItsKey) {
    const Form form = a_form();
    EXPECT_EQ(find_field(form, "pay")->label.en, "Pay");
    EXPECT_EQ(find_field(form, "themes.battery"), nullptr);
}

// ---- kinds that came with the whole application

Form a_wide_form() {
    Form form;
    form.sections.resize(1);
    form.sections[0] = {"wide", same("Wide"), Whose::part, {}};
    auto& fields = form.sections[0].fields;
    fields.push_back(field("goals", FieldKind::several, "Goals", true));
    fields.back().options = {{"1.1", same("First"), same("One")}, {"1.1.2", same("Second"), same("One")}};
    fields.push_back(field("pay", FieldKind::money_by_year, "Pay", true));
    fields.push_back(field("iban", FieldKind::iban, "Account", true));
    fields.push_back(field("business_id", FieldKind::business_id, "Business ID", false));
    return form;
}

const std::vector<int> three_years{2025, 2026, 2027};

std::string told_wide(const Answers& answers, std::span<const int> years = three_years) {
    return told_of(check(a_wide_form(), Whose::part, answers, {two_themes, years}).all());
}

Answers wide() {
    return {{"goals.1.1.2", "1"}, {"pay.2025", "10 000"}, {"pay.2026", "0,50"}, {"iban", "fi21 1234 5600 0007 85"}};
}

TEST(Form, GoalsAreTickedAndSumsAreWrittenYearByYear) {
    const Checked read = check(a_wide_form(), Whose::part, wide(), {two_themes, three_years});
    EXPECT_EQ(told_of(read.all()), "");
    EXPECT_EQ(read.value<Chosen>("goals")->values, std::vector<std::string>{"1.1.2"});
    const YearSums sums{{2025, Money::euros(10'000)}, {2026, Money::cents(50)}};
    EXPECT_EQ(*read.value<YearSums>("pay"), sums);
    EXPECT_EQ(total(sums), Money::cents(1'000'050));
    EXPECT_EQ(*read.value<std::string>("iban"), "FI2112345600000785");
    EXPECT_EQ(told_wide({}),
              "goals: Goals: choose at least one.\n"
              "pay: Pay: write a sum for at least one year.\n"
              "iban: Account: write an answer.\n");
}

TEST(Form, ASumStandsInAYearOfTheProject) {
    Answers answers = wide();
    answers["pay.2031"] = "5";
    EXPECT_EQ(told_wide(answers),
              "pay.2031: Pay 2031: The project does not run in this year. Take the sum away or change the days of the "
              "project.\n");
    EXPECT_EQ(told_wide(answers, {}), "") << "the days are not known yet";
    EXPECT_EQ(years_shown(answers, "pay", three_years), (std::vector<int>{2025, 2026, 2027, 2031}));
    answers["pay.2031"] = "0";
    EXPECT_EQ(told_wide(answers), "");
    answers["pay.2026"] = "999 999 999,99";
    EXPECT_EQ(told_wide(answers), "pay.2026: Pay 2026: The years sum to more than 999999999.99.\n");
    EXPECT_EQ(years_of(*Date::of(2025, 11, 1), *Date::of(2027, 10, 31)), three_years);
    EXPECT_TRUE(years_of(*Date::of(2025, 1, 1), *Date::of(2099, 1, 1)).empty());
}

TEST(Form, CheckDigitsAreCheckedAndAFieldThatIsNotCompulsoryMayBeEmpty) {
    Answers answers = wide();
    answers["business_id"] = "1097805-4";
    EXPECT_TRUE(told_wide(answers).starts_with("business_id: Business ID: "));
    answers["business_id"] = "1097805-3";
    EXPECT_EQ(told_wide(answers), "");
    answers["iban"] = "FI21 1234 5600 0007 86";
    EXPECT_TRUE(told_wide(answers).starts_with("iban: Account: "));
}

TEST(Form, ABoxThatIsNotTickedIsTakenAsEmptyWhenTheFieldWasAsked) {
    kit::Fields posted;
    posted.add("goals", "asked");
    posted.add("goals.1.1", "1");
    posted.add("goals.9.9", "1");
    posted.add("pay.2026", "5");
    posted.add("pay.20266", "5");
    posted.add("pay", "5");
    EXPECT_EQ(take(a_wide_form(), Whose::part, posted, two_themes),
              (Answers{{"goals.1.1", "1"}, {"goals.1.1.2", ""}, {"pay.2026", "5"}}));
    kit::Fields without;
    without.add("goals.1.1", "1");
    EXPECT_EQ(take(a_wide_form(), Whose::part, without, two_themes), (Answers{{"goals.1.1", "1"}}));
}

}  // namespace
}  // namespace vastin::form
