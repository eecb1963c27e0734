// Every kind of money rule is read from the file of a call, and every contradiction is told where it stands.
#include <gtest/gtest.h>

#include "call/call_load.h"
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

/// The money of a call that uses every kind of rule.
const std::string all_kinds = R"([funding]
support = "eu"
taker = "own"
rounding_unit = 1
rounding_mode = "nearest"
private_money = "allowed"
private_own = "counts"
source = "deck-apply"
private_source = "agreements"
support_most = { most = 500_000, source = "deck-apply" }
total_costs_most = { most = 900_000, source = "deck-apply" }
total_costs_least = { least = 10_000, source = "deck-apply" }
indicative_size = { least = 100_000, most = 200_000, source = "deck-apply" }

[[funding.payers]]
key = "eu"
class = "eu_and_state"
name = { fi = "EU ja valtio", sv = "EU och staten", en = "EU and State" }
percent = 70
bound = "at_most"
base = "net_costs"
most = 400_000
instead = [
    { holds = "investment", percent = 50, condition = { fi = "Investointi", sv = "Investering", en = "An investment" } },
    { when = 'project_kind = "group"', percent = 80 },
]
source = "deck-apply"

[[funding.payers]]
key = "city"
class = "city"
name = { fi = "Kokkola", sv = "Karleby", en = "Kokkola" }
bound = "open"
least = 1000
takes_part = true
source = "deck-apply"

[[funding.payers]]
key = "own"
class = "own_public"
name = { fi = "Oma", sv = "Egen", en = "Own" }
percent = 15
bound = "at_least"
base = "total_costs"
source = "deck-apply"

[[funding.categories]]
key = "services"
name = { fi = "Ostopalvelut", sv = "Köpta tjänster", en = "Bought services" }
source = "deck-apply"

[[funding.cost_models]]
key = "flat_7"
kind = "flat_rate_on_direct"
name = { fi = "7", sv = "7", en = "Flat 7" }
percent = 7
categories = ["pay", "services"]
rounding_unit = "0.01"
rounding_mode = "nearest"
source = "deck-apply"

[[funding.cost_models]]
key = "lump"
kind = "lump_sum"
name = { fi = "K", sv = "E", en = "Lump" }
amount = 20_000
source = "deck-apply"

[[funding.cost_models]]
key = "actual"
kind = "actual"
name = { fi = "T", sv = "F", en = "Actual" }
categories = ["pay", "services"]
source = "deck-apply"

[[funding.pay_models]]
key = "gross"
kind = "gross_plus_side"
name = { fi = "B", sv = "B", en = "Gross" }
percent = 20.42
source = "deck-apply"

[[funding.pay_models]]
key = "hourly"
kind = "hourly"
name = { fi = "T", sv = "T", en = "Hourly" }
source = "deck-apply"

[[funding.cost_parts]]
part = "services"
bound = "at_least"
percent = 30
source = "deck-apply"

[[funding.limits]]
key = "de_minimis"
most = 200_000
months = 36
until = 2023-12-31
source = "agreements"

[[funding.limits]]
key = "de_minimis"
most = 300_000
months = 36
from = 2024-01-01
source = "agreements"

[[funding.limits]]
key = "development_rate"
percent = 80
source = "agreements"

[[funding.limits]]
key = "investment_rate"
percent = 50
source = "agreements"

)";

std::string field(const std::string& key, const std::string& kind, const std::string& more = "") {
    return "[[form.sections.fields]]\nkey = \"" + key + "\"\nkind = \"" + kind +
           "\"\nlabel = { fi = \"a\", sv = \"b\", en = \"c\" }\n" + more + "\n";
}

std::string option(const std::string& value) {
    return "{ value = \"" + value + "\", name = { fi = \"" + value + "\", sv = \"" + value + "\", en = \"" + value +
           "\" } }, ";
}

/// The call of 2025 with these money rules, and a budget that asks what they need.
SourceFile with_all_kinds() {
    SourceFile file = real_file("calls/2025.toml");
    const auto begins = file.text.find("[funding]\n"), ends = file.text.find("# ---- what is asked");
    file.text.replace(begins, ends - begins, all_kinds);
    const auto attached = file.text.find("# ---- what is attached");
    file.text.insert(
        attached,
        field("cost_model", "choice", "options = [" + option("flat_7") + option("lump") + option("actual") + "]") +
            field("pay_model", "choice", "options = [" + option("gross") + option("hourly") + "]") +
            field("services", "money") + field("income", "money") + field("annual_pay", "money") +
            field("hours", "number") + field("pays_city", "money") + field("de_minimis_received", "money"));
    return file;
}

TEST(MoneyRules, EveryKindIsRead) {
    kit::Faults faults;
    const funding::Rules rules = load(with_all_kinds(), kokkola(), faults).rules;
    ASSERT_EQ(faults.text(), "");
    const funding::PayerRule &eu = rules.payers[0], &city = rules.payers[1], &own = rules.payers[2];
    EXPECT_EQ(eu.base, funding::Base::net_costs);
    EXPECT_EQ(eu.most, Money::euros(400'000));
    ASSERT_EQ(eu.instead.size(), 2U);
    EXPECT_EQ(eu.instead[0].holds, "investment");
    EXPECT_EQ(eu.instead[0].condition.en, "An investment");
    EXPECT_EQ(eu.instead[1].holds, "eu.2");
    EXPECT_EQ(eu.instead[1].when->text, "project_kind = \"group\"");
    EXPECT_GT(eu.instead[1].when->line, 1);
    EXPECT_GT(eu.instead[1].when->column, 1);
    EXPECT_EQ(city.least, Money::euros(1000));
    EXPECT_TRUE(city.takes_part);
    EXPECT_EQ(own.bound, funding::Bound::at_least);
    EXPECT_EQ(rules.total_costs_least->least, Money::euros(10'000));
    EXPECT_EQ(rules.cost_models[0].categories, (std::vector<std::string>{"pay", "services"}));
    EXPECT_EQ(rules.cost_models[1].amount, Money::euros(20'000));
    EXPECT_TRUE(rules.cost_models[1].categories.empty());
    EXPECT_EQ(rules.pay_models[0].side, Share{2042});
    EXPECT_EQ(rules.pay_models[1].hours_a_year, 1720);
    EXPECT_EQ(rules.cost_parts[0].name.en, "Bought services");
    EXPECT_EQ(rules.cost_parts[0].bound, funding::Bound::at_least);
    EXPECT_EQ(rules.limits_day, Date::of(2025, 6, 2));
    EXPECT_EQ(limit_on(rules, funding::Limit::Kind::de_minimis, *rules.limits_day)->most, Money::euros(300'000));
}

// clang-format off
const std::vector<Break> money_breaks{
    {"a lump sum without amount", "amount = 20_000\n", "",
        "[[funding.cost_models]]\nkey = \"lump\"", "funding.cost_models[2]", "a lump sum has an amount"},
    {"an unknown category", "categories = [\"pay\", \"services\"]\nsource", "categories = [\"pay\", \"travel\"]\nsource",
        "[[funding.cost_models]]\nkey = \"actual\"", "funding.cost_models[3]", "no category of costs has the key \"travel\""},
    {"no categories", "categories = [\"pay\", \"services\"]\nsource", "source",
        "[[funding.cost_models]]\nkey = \"actual\"", "funding.cost_models[3].categories", "expected the categories of costs that are asked"},
    {"shares that must be paid pass 100", "bound = \"open\"\nleast", "bound = \"at_least\"\npercent = 86\nbase = \"total_costs\"\nleast",
        "[[funding.payers]]", "funding.payers", "sum to 101 %"},
    {"a taker with a cap", "percent = 15\n", "percent = 15\nmost = 5\n",
        "[funding]", "funding", "cannot have a cap"},
    {"an exact taker beside an open share", "bound = \"at_least\"\nbase", "bound = \"exact\"\nbase",
        "[funding]", "funding", "must be open where another payer's share is"},
    {"above the law", "{ holds = \"investment\", percent = 50", "{ holds = \"investment\", percent = 51",
        "[[funding.payers]]\nkey = \"eu\"", "funding.payers[1]", "51 % is above 50 %, the most that the law allows on 2025-06-02"},
    {"above the law of development projects", "percent = 70\n", "percent = 81\n",
        "[[funding.payers]]\nkey = \"eu\"", "funding.payers[1]", "81 % is above 80 %"},
    {"a part of nothing", "part = \"services\"", "part = \"travel\"\nname = { fi = \"a\", sv = \"b\", en = \"c\" }",
        "part = \"travel\"", "funding.cost_parts[1].part", "expected a category of costs: pay, services, found \"travel\""},
    {"a part bound exactly", "bound = \"at_least\"\npercent = 30", "bound = \"exact\"\npercent = 30",
        "bound = \"exact\"\npercent = 30", "funding.cost_parts[1].bound", "expected one of at_most, at_least"},
    {"limits of one time", "from = 2024-01-01", "from = 2023-12-31",
        "[[funding.limits]]\nkey = \"de_minimis\"\nmost = 300_000", "funding.limits[2]", "Two limits of one kind hold on the same days"},
    {"an unknown limit", "key = \"investment_rate\"", "key = \"investments\"",
        "key = \"investments\"", "funding.limits[4].key", "expected one of de_minimis, development_rate, investment_rate"},
    {"side costs of nothing", "percent = 20.42", "percent = 0",
        "[[funding.pay_models]]\nkey = \"gross\"", "funding.pay_models[1]", "side costs are above 0 %"},
    {"a year without hours", "kind = \"hourly\"", "kind = \"hourly\"\nhours_a_year = 0",
        "hours_a_year = 0", "funding.pay_models[2].hours_a_year", "from 1 to 8760"},
    {"a category that nobody is asked", "key = \"services\"\nkind = \"money\"", "key = \"service\"\nkind = \"money\"",
        "[[funding.cost_models]]\nkey = \"flat_7\"", "funding.cost_models[1]", "needs a field \"services\" of kind money"},
    {"net costs without income", "key = \"income\"", "key = \"incomes\"",
        "[[funding.payers]]\nkey = \"eu\"", "funding.payers[1]", "a share of the net costs needs a field \"income\""},
    {"a choice of models that is not asked", "key = \"cost_model\"", "key = \"model\"",
        "[[funding.cost_models]]", "funding.cost_models", "expected a field \"cost_model\" of kind choice"},
    {"an option without its model", "value = \"gross\"", "value = \"net\"",
        "[[funding.pay_models]]", "funding.pay_models", "found none for \"net\""},
    {"a sum of the taker", "key = \"pays_city\"", "key = \"pays_own\"",
        "[[funding.payers]]\nkey = \"own\"", "funding.payers[3]", "expected no field \"pays_own\""},
    {"a sum of nobody", "key = \"pays_city\"", "key = \"pays_bank\"",
        "key = \"pays_bank\"", "form.sections[9].fields[10].key",
        "expected a payer for the field \"pays_bank\", found none"},
    {"a field of another name", "least = 1000\n", "least = 1000\ntyped = \"city_pays\"\n",
        "typed = \"city_pays\"", "funding.payers[2].typed", "expected \"pays_city\""},
    {"both when and holds", "{ when = ", "{ holds = \"stated\", when = ",
        "{ holds = \"stated\"", "funding.payers[1].instead[2].holds", "unknown key"},
};
// clang-format on

TEST(MoneyRules, EveryContradictionIsToldWhereItStands) {
    for (const Break& way : money_breaks) {
        expect_fault(
            with_all_kinds(), way, [](const SourceFile& file, kit::Faults& faults) { load(file, kokkola(), faults); });
    }
}

TEST(MoneyRules, ASupportWithoutShareIsWhatTheApplicantAsks) {
    SourceFile file =
        broken(with_all_kinds(), "percent = 70\nbound = \"at_most\"\nbase = \"net_costs\"\n", "bound = \"open\"\n");
    const auto begins = file.text.find("instead = ["), ends = file.text.find("]\nsource", begins);
    file.text.erase(begins, ends + 2 - begins);
    kit::Faults faults;
    load(file, kokkola(), faults);
    ASSERT_EQ(faults.all.size(), 1U) << faults.text();
    EXPECT_NE(faults.text().find("the support, whose share is open, needs a field \"pays_eu\""), std::string::npos)
        << faults.text();
    kit::Faults none;
    load(broken(file, "key = \"pays_city\"", "key = \"pays_eu\""), kokkola(), none);
    EXPECT_EQ(none.text(), "");
}

}  // namespace
}  // namespace vastin::call
