#include "call/call_load.h"

#include <gtest/gtest.h>

#include "funding/plan.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

using programme::Break;
using programme::broken;
using programme::real_file;
using programme::SourceFile;

const programme::Programme& kokkola() {
    static const programme::Programme loaded = [] {
        kit::Faults faults;
        return programme::load(real_file("programme.toml"), faults);
    }();
    return loaded;
}

Call loaded(const SourceFile& file) {
    kit::Faults faults;
    Call call = load(file, kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    return call;
}

TEST(CallOf2025, IsTheCallOfTheDeck) {
    const Call call = loaded(real_file("calls/2025.toml"));
    EXPECT_EQ(call.code.text, "2025");
    EXPECT_EQ(write_local_time(kokkola().zone.local(call.window.opens)), "2025-05-02T09:00:00");
    EXPECT_EQ(write_local_time(kokkola().zone.local(call.window.closes)), "2025-06-02T16:15:00");
    ASSERT_EQ(call.pots.size(), 1U);
    EXPECT_EQ(call.pots[0].money.sum, Money::euros(560'000));
    EXPECT_EQ(call.pots[0].money.precision, programme::Announced::Precision::about);
    EXPECT_EQ(call.pots[0].payer.text, "eu");  // the main funder's money, not the city's
    EXPECT_EQ(call.pots[0].funder.text, "council");
    EXPECT_EQ(support_pot(call), &call.pots[0]);
    EXPECT_EQ(find_payer(call.rules, {"eu"})->share, Share{6000});
    EXPECT_EQ(find_payer(call.rules, {"city"})->share, Share{2500});
    EXPECT_EQ(find_payer(call.rules, {"own"})->share, Share{1500});
    EXPECT_TRUE(takes(call, ProjectKind::single) && takes(call, ProjectKind::group));
    EXPECT_EQ(write_date(call.recommended_start.value()), "2025-11-01");
    ASSERT_EQ(call.themes.size(), 2U);
    EXPECT_EQ(call.themes[0].id, "battery");
    EXPECT_EQ(call.themes[1].name.fi, "Kiertotalous ja teollisuutta tukevat älykkäät ratkaisut");
    EXPECT_EQ(call.register_series, "KOK-2025");
    EXPECT_EQ(call.rules.rounding, (Rounding{Money::euros(1), RoundingMode::nearest}));
    EXPECT_EQ(call.rules.taker.text, "own");
    ASSERT_EQ(call.rules.cost_models.size(), 1U);
    EXPECT_EQ(call.rules.cost_models[0].rate, Share{4000});
}

TEST(CallOf2025, SplitsItsPotAsTheDomainSays) {
    const Call call = loaded(real_file("calls/2025.toml"));
    const auto plan =
        funding::plan_from_support(call.rules, Money::euros(560'000), Money(), funding::ApplicantKind::public_body);
    EXPECT_EQ(plan.public_funding.value, Money::euros(933'333));
    EXPECT_EQ(find_line(plan, {"eu"})->sum.value, Money::euros(560'000));
    EXPECT_EQ(find_line(plan, {"city"})->sum.value, Money::euros(233'333));
    EXPECT_EQ(find_line(plan, {"own"})->sum.value, Money::euros(140'000));
}

TEST(CallOf2025, AsksForTheHeadFieldsTheChainOfThePlanAndTheMoney) {
    const Call call = loaded(real_file("calls/2025.toml"));
    std::string keys;
    const auto words = [](const form::Section& section) {
        std::string all;
        for (const form::Field& field : section.fields) {
            all += " " + field.key + (field.required ? "" : "?");
        }
        return all;
    };
    for (const form::Section& section : call.form.sections) {
        keys +=
            (section.whose == form::Whose::common ? "common " : "part ") + section.key + ":" + words(section) + "\n";
    }
    EXPECT_EQ(
        keys,
        "common project: project_name project_kind starts ends\n"
        "common themes: themes goals\n"
        "common summary: public_summary\n"
        "common plan: need objective actions outputs effects risks?\n"
        "common main_funder: main_funder main_funder_number? priority? specific_objective?\n"
        "common notice: decision_language electronic_notice\n"
        "part applicant: official_name unit? business_id organisation_type street postal_code city web? iban bic? "
        "vat\n"
        "part contact: contact_name contact_position? contact_email contact_phone\n"
        "part budget: pay outside_private? applicant_kind\n");
    const auto* goals = find_field(call.form, "goals");
    ASSERT_EQ(goals->options.size(), 21U) << "the goals of both themes, and those under them";
    EXPECT_EQ(goals->options[0].value, "1.1");
    EXPECT_EQ(goals->options[1].value, "1.1.1");
    EXPECT_EQ(goals->options[0].group.fi, call.themes[0].name.fi);
    EXPECT_EQ(goals->options.back().group.fi, call.themes[1].name.fi);
    EXPECT_EQ(find_field(call.form, "project_name")->letters_most, 150U);
    EXPECT_EQ(find_field(call.form, "applicant_kind")->options.size(), 2U);
}

TEST(CallOf2025, SaysWhatIsOnlyAssumed) {
    const Call call = loaded(real_file("calls/2025.toml"));
    for (const char* key : {"window.opens",
                            "window.closes",
                            "texts.applicants",
                            "texts.criteria",
                            "texts.attachments",
                            "funding.rounding_unit",
                            "funding.rounding_mode",
                            "funding.taker",
                            "funding.cost_models[1].percent"}) {
        EXPECT_NE(assumed(call, key), nullptr) << key;
    }
    for (const char* key : {"funding.payers[1].percent", "pots[1].sum", "recommended_start", "texts.purpose"}) {
        EXPECT_EQ(assumed(call, key), nullptr) << key;
    }
    // a figure that rests on an assumption says so where its source stands
    EXPECT_EQ(call.rules.rounding_source, *assumed(call, "funding.rounding_unit"));
    EXPECT_EQ(call.rules.private_source, *assumed(call, "funding.private_own"));
}

TEST(CallLoad, NamesItsHashByWhatItSaysAndWhere) {
    const SourceFile file = real_file("calls/2025.toml");
    const Hash hash = loaded(file).rules_hash;
    EXPECT_EQ(loaded({file.name, file.text + "# a comment more\n"}).rules_hash, hash);
    EXPECT_NE(loaded(broken(file, "16:15:00", "16:16:00")).rules_hash, hash);
    programme::Programme elsewhere = kokkola();
    elsewhere.zone = Zone("Europe/Stockholm");
    kit::Faults faults;
    EXPECT_NE(load(file, elsewhere, faults).rules_hash, hash);  // the same words, another moment
}

// clang-format off
const std::vector<Break> call_breaks{
    {"syntax", "percent = 60\n", "percent = 60 %\n",
        "percent = 60 %", "", ""},
    {"a key is missing", "office = { fi", "#office = { fi",
        "[contact]", "contact.office", "expected a table, found nothing"},
    {"another kind of value", "code = \"main\"", "code = 1",
        "code = 1", "pots[1].code", "expected a text, found 1"},
    {"an unknown key", "bound = \"exact\"                     #", "band = \"exact\"\nbound = \"exact\" #",
        "band = \"exact\"", "funding.payers[1].band", "unknown key; known here: base, bound, class"},
    {"no such day", "recommended_start = 2025-11-01", "recommended_start = \"1.11.2025\"",
        "recommended_start =", "recommended_start", "expected a day such as 2025-11-01, found \"1.11.2025\""},
    {"bad money", "sum = 560_000", "sum = \"560 000\"",
        "sum =", "pots[1].sum", "expected euros such as 560000"},
    {"shares are not 100", "percent = 25", "percent = 26",
        "[[funding.payers]]", "funding.payers", "must sum to 100 %, not 101 %"},
    {"a language is missing", "title = { fi = \"Kerro hankkeesta\", sv = \"Berätta om projektet\",", "title = { fi = \"Kerro hankkeesta\",",
        "title = { fi = \"Kerro hankkeesta\", en", "form.sections[1].title.sv", "expected a text, found nothing"},
    {"closes before it opens", "closes = 2025-06-02T16:15:00", "closes = 2025-04-02T16:15:00",
        "closes = 2025", "window.closes", "expected a time after the call opens"},
    {"the clocks jump over it", "closes = 2025-06-02T16:15:00", "closes = 2026-03-29T03:30:00",
        "closes = 2026", "window.closes", "2026-03-29T03:30:00, which the clocks jump over"},
    {"the clocks come to it twice", "closes = 2025-06-02T16:15:00", "closes = 2025-10-26T03:30:00",
        "closes = 2025", "window.closes", "2025-10-26T03:30:00, which comes twice"},
    {"an offset", "closes = 2025-06-02T16:15:00", "closes = 2025-06-02T16:15:00+03:00",
        "closes = 2025", "window.closes", "without an offset"},
    {"a payer twice", "key = \"city\"\nclass", "key = \"eu\"\nclass",
        "key = \"eu\"\nclass = \"city\"", "funding.payers[2].key", "\"eu\" is taken already"},
    {"an unknown theme", "themes = [\"battery\", \"circular\"]", "themes = [\"battery\", \"solar\"]",
        "themes =", "themes", "expected a theme of the agreement, found \"solar\""},
    {"an open share with a percent", "percent = 15\nbound = \"exact\"\nbase = \"public_funding\"", "percent = 15\nbound = \"open\"",
        "[[funding.payers]]\nkey = \"own\"", "funding.payers[3]", "a payer whose share is open has no share"},
    {"a taker that is nobody", "taker = \"own\"", "taker = \"bank\"",
        "[funding]", "funding", "\"bank\""},
    {"a form with a key twice", "key = \"ends\"", "key = \"starts\"",
        "key = \"starts\"\nkind = \"day\"\nrequired = true\nlabel = { fi = \"Hankkeen viimeinen",
        "form.sections[1].fields[4].key", "starts"},
    {"another payer's funder", "funder = \"council\"", "funder = \"kannus\"",
        "funder = \"kannus\"", "pots[1].funder", "expected a funder of the payer \"eu\", found \"kannus\""},
    {"a pot of nobody's support", "support = \"eu\"                      #", "support = \"city\" #",
        "[[pots]]", "pots", "expected a pot of the payer of the support, \"city\""},
    {"a pot for a theme that is not open", "funder = \"council\"", "funder = \"council\"\ntheme = \"solar\"",
        "theme = \"solar\"", "pots[1].theme", "expected one of the themes of the call, found \"solar\""},
    {"a kind of window that nobody knows", "kind = \"fixed\"", "kind = \"weekly\"",
        "kind = \"weekly\"", "window.kind", "expected one of fixed, continuous, found \"weekly\""},
    {"day and words", "when = { fi = \"Erik", "day = 2025-06-09\nwhen = { fi = \"Erik",
        "[[dates]]", "dates[1]", "expected one of day, at and when"},
    {"a session that ends before it begins", "when = { fi = \"Erik",
        "at = 2025-05-12T13:00:00\nuntil = 2025-05-12T12:00:00\n#", "until = 2025", "dates[1].until",
        "expected a time after at"},
    {"an end without a beginning", "when = { fi = \"Erik", "until = 2025-05-12T15:00:00\nwhen = { fi = \"Erik",
        "until = 2025", "dates[1].until", "expected a time after at"},
    {"a session in the hour that comes twice", "when = { fi = \"Erik", "at = 2025-10-26T03:30:00\n#",
        "at = 2025", "dates[1].at", "which comes twice"},
    {"a code that ends like one of its files", "\ncode = \"2025\"", "\ncode = \"2025.ics\"",
        "code = \"2025.ics\"", "code", "expected a code without the ending .ics"},
    {"a web address", "web = \"https://", "web = \"http://",
        "web = \"http://", "contact.web", "begins with https://"},
    {"an assumption of nothing", "keys = [\"register_series\"]", "keys = [\"register\"]",
        "keys = [\"register\"]", "assumptions[8].keys", "found \"register\""},
};
// clang-format on

TEST(CallLoad, TellsEachMistakeWithFileAndLine) {
    for (const Break& way : call_breaks) {
        expect_fault(real_file("calls/2025.toml"), way, [](const SourceFile& file, kit::Faults& faults) {
            load(file, kokkola(), faults);
        });
    }
}

TEST(CallLoad, SpeaksPhrasesInPlainEnglish) {
    EXPECT_EQ(plain(say("{0} of {1}, not {0}", Share{750}, Money::cents(123456))),
              "7.50 % of 1234.56 euros, not 7.50 %");
    EXPECT_EQ(plain(say_count(2, "one day", "{0} days", std::int64_t{2})), "2 days");
    EXPECT_EQ(plain(Phrase(Localised{"a", "b", "c"})), "c");
    EXPECT_EQ(plain(say("{0} {1}", std::string("{1}"), std::string("x"))),
              "{1} x");  // what is put in is not read again
}

}  // namespace
}  // namespace vastin::call
