// From what one implementer types to its costs and its plan, under money rules of every kind.
#include "application/application_money.h"

#include <gtest/gtest.h>

#include "town_cast.h"

namespace vastin::application {
namespace {

const kit::Words& words() {
    static const kit::Words all(cast::build() + "/texts", Zone("Europe/Helsinki"));
    return all;
}

form::Field field(const std::string& key, form::FieldKind kind, std::vector<std::string> options = {}) {
    form::Field made;
    made.key = key;
    made.kind = kind;
    made.label = {key, key, key};
    for (const std::string& value : options) {
        made.options.push_back({value, {value, value, value}, {}});
    }
    return made;
}

/// The call of 2025 with a budget of these fields: their rules are set by each test.
call::Call call_with(std::vector<form::Field> fields) {
    call::Call call = cast::call_2025();
    call.form.sections.clear();
    call.form.sections.push_back({"budget", {"a", "b", "c"}, form::Whose::part, std::move(fields)});
    return call;
}

struct Made {
    std::optional<PartMoney> money;
    std::string said;
};

Made made_of(const call::Call& call, const form::Answers& answers, const funding::Holding& holding = {}) {
    const auto part = form::check(call.form, form::Whose::part, answers, {call.themes, {}});
    std::vector<Reason> faults;
    Made made{money_of(part, call, holding, false, faults), ""};
    for (const Reason& reason : faults) {
        made.said += reason.field + ": " + words().text(Language::en, reason.phrase) + "\n";
    }
    return made;
}

using form::FieldKind;

TEST(ApplicationMoney, TheCostModelIsTheOneThatIsChosen) {
    call::Call call = call_with({field("cost_model", FieldKind::choice, {"flat_40", "actual"}),
                                 field("pay", FieldKind::money),
                                 field("services", FieldKind::money)});
    funding::CostModel actual;
    actual.key = "actual";
    actual.kind = funding::CostModel::Kind::actual;
    actual.categories = {"pay", "services"};
    call.rules.cost_models.push_back(actual);
    call.rules.categories.push_back({"services", {"a", "b", "Services"}, {}});
    const auto total = [&](const form::Answers& answers) {
        const Made made = made_of(call, answers);
        return made.money ? made.money->costs.total.value : Money();
    };
    EXPECT_EQ(total({{"pay", "100"}, {"services", "30"}}), Money()) << "nothing until a model is chosen";
    EXPECT_EQ(total({{"cost_model", "flat_40"}, {"pay", "100"}, {"services", "30"}}), Money::euros(140));
    EXPECT_EQ(total({{"cost_model", "actual"}, {"pay", "100"}, {"services", "30"}}), Money::euros(130));
    EXPECT_EQ(total({{"cost_model", "actual"}, {"pay", "100"}}), Money::euros(100)) << "services may be left empty";
    EXPECT_EQ(made_of(call, {{"cost_model", "actual"}, {"pay", "0"}}).said,
              "pay: Write the costs: a project that costs nothing cannot be funded.\n");
    EXPECT_FALSE(made_of(call, {{"cost_model", "actual"}, {"pay", "1"}, {"services", "x"}}).money);
}

TEST(ApplicationMoney, PayByTheHourIsWorkedOut) {
    call::Call call = call_with({field("annual_pay", FieldKind::money), field("hours", FieldKind::number)});
    funding::PayModel hourly;
    hourly.key = "hourly";
    hourly.kind = funding::PayModel::Kind::hourly;
    call.rules.pay_models = {hourly};
    const Made made = made_of(call, {{"annual_pay", "50 000"}, {"hours", "800"}});
    ASSERT_TRUE(made.money);
    EXPECT_EQ(made.money->costs.total.value, Money::cents(32'558'40));
    EXPECT_FALSE(made_of(call, {{"annual_pay", "50 000"}}).money) << "nothing until the hours are written";
    EXPECT_EQ(made_of(call, {{"annual_pay", "50 000"}, {"hours", "0"}}).said,
              "annual_pay: Write the costs: a project that costs nothing cannot be funded.\n");
}

TEST(ApplicationMoney, ALumpSumNeedsNoAnswer) {
    call::Call call = call_with({field("outside_private", FieldKind::money)});
    funding::CostModel lump;
    lump.key = "lump";
    lump.kind = funding::CostModel::Kind::lump_sum;
    lump.amount = Money::euros(20'000);
    lump.categories.clear();
    call.rules.cost_models = {lump};
    ASSERT_TRUE(made_of(call, {}).money);
    EXPECT_EQ(funding::support_line(call.rules, made_of(call, {}).money->plan)->sum.value, Money::euros(12'000));
}

TEST(ApplicationMoney, SumsOfPayersIncomeAndAidAreJudgedAtTheirFields) {
    call::Call call = call_with({field("pay", FieldKind::money),
                                 field("pays_city", FieldKind::money),
                                 field("income", FieldKind::money),
                                 field("de_minimis_received", FieldKind::money)});
    call.rules.payers[1].bound = funding::Bound::at_least;
    call.rules.payers[2].bound = funding::Bound::open;
    call.rules.payers[2].share = {};
    funding::Limit limit;
    limit.most = Money::euros(300'000);
    limit.window = Months{36};
    call.rules.limits = {limit};
    call.rules.limits_day = Date::of(2025, 6, 2);
    const form::Answers right{{"pay", "100 000"}, {"pays_city", "40 000"}};
    EXPECT_EQ(made_of(call, right).said, "");
    EXPECT_EQ(funding::find_line(made_of(call, right).money->plan, {"own"})->sum.value, Money::euros(16'000));
    EXPECT_EQ(made_of(call, {{"pay", "100 000"}, {"pays_city", "30 000"}}).said,
              "pays_city: Kokkola would pay €30,000.00, but must pay at least €35,000.00 (25% of the public funding): "
              "€5,000.00 "
              "too little.\n");
    EXPECT_EQ(
        made_of(call, {{"pay", "100 000"}, {"income", "150 000"}}).said,
        "income: The income, €150,000.00, is more than the costs without private money, €140,000.00: €10,000.00 too "
        "much.\n");
    EXPECT_NE(
        made_of(call, {{"pay", "100 000"}, {"de_minimis_received", "200 000"}}).said.find("de_minimis_received: "),
        std::string::npos);
}

TEST(ApplicationMoney, AConditionHoldsWhereItsFieldSaysYes) {
    call::Call call =
        call_with({field("pay", FieldKind::money), field("investment", FieldKind::choice, {"yes", "no"})});
    call.rules.payers[0].instead = {{"investment", {}, {5000}, {}}};
    const auto support = [&](const form::Answers& answers) {
        const auto part = form::check(call.form, form::Whose::part, answers, {call.themes, {}});
        return funding::support_line(call.rules, made_of(call, answers, holding_of({}, part)).money->plan)->sum.value;
    };
    EXPECT_EQ(support({{"pay", "100 000"}, {"investment", "yes"}}), Money::euros(70'000));
    EXPECT_EQ(support({{"pay", "100 000"}, {"investment", "no"}}), Money::euros(84'000));
}

}  // namespace
}  // namespace vastin::application
