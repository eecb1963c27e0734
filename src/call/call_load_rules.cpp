// [funding] of a call: its money rules.
#include <algorithm>

#include "base/nearest.h"
#include "call/call_load.h"
#include "funding/plan.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::Assumption;
using programme::read_source;
using programme::read_word;
using programme::Sources;

Rounding read_rounding(const Toml& table) {
    Rounding rounding;
    rounding.unit = table.euros("rounding_unit");
    rounding.mode = static_cast<RoundingMode>(read_word(table, "rounding_mode", {"nearest", "down", "up"}));
    return rounding;
}

std::vector<funding::ShareWhen> read_instead(const Toml& payer, const std::string& key) {
    std::vector<funding::ShareWhen> all;
    for (const Toml& table : payer.tables("instead")) {
        funding::ShareWhen one;
        one.condition = table.words_if("condition").value_or(Localised());
        one.share = table.percent("percent");
        if (table.has("when")) {
            const kit::Place at = table.place("when");
            one.when = funding::ConditionText{table.text("when"), at.line, at.column};
            one.holds = key + "." + std::to_string(all.size() + 1);
        } else {
            static const std::vector<std::string> names{"investment", "stated"};
            one.holds = names[read_word(table, "holds", names)];
        }
        all.push_back(std::move(one));
    }
    return all;
}

funding::Bound read_bound(const Toml& table) {
    return static_cast<funding::Bound>(read_word(table, "bound", {"exact", "at_most", "at_least", "about", "open"}));
}

/// What a payer's share is and of what; where it is open the rules give neither.
void read_share(const Toml& table, funding::PayerRule& rule) {
    rule.bound = read_bound(table);
    if (rule.bound == funding::Bound::open) {
        rule.share = table.percent_if("percent").value_or(Share());
        return;
    }
    rule.share = table.percent("percent");
    rule.base = static_cast<funding::Base>(read_word(table, "base", {"public_funding", "total_costs", "net_costs"}));
}

/// In the order of funding::PayerClass.
const std::vector<std::string> classes{
    "eu_and_state", "city", "other_municipality", "other_public", "own_public", "own_private", "outside_private"};

/// The key of a payer or a category, which are parts of the keys of questions: "pays_city", "equipment".
std::string read_question_key(const Toml& table, std::vector<std::string>& taken) {
    std::string key = programme::read_code(table, taken, "key");
    if (key.find('.') != std::string::npos || key.ends_with('-')) {
        table.fault(
            "key",
            say("expected a key that fits a question, without \".\" and no \"-\" at its end, found \"{0}\"", key));
    }
    return key;
}

std::vector<funding::PayerRule> read_payers(const Toml& funding, const Sources& sources) {
    std::vector<funding::PayerRule> all;
    std::vector<std::string> taken;
    for (const Toml& table : funding.tables("payers")) {
        funding::PayerRule rule;
        rule.key.text = read_question_key(table, taken);
        rule.payer = static_cast<funding::PayerClass>(read_word(table, "class", classes));
        rule.name = table.words("name");
        read_share(table, rule);
        rule.least = table.euros_if("least");
        rule.most = table.euros_if("most");
        rule.takes_part = table.truth("takes_part", false);
        const std::string field = funding::field_of(rule.key);
        if (table.text_if("typed").value_or(field) != field) {
            table.fault("typed", say("expected \"{0}\", the field of the sums of this payer", field));
        }
        rule.instead = read_instead(table, rule.key.text);
        rule.source = read_source(table, sources);
        all.push_back(std::move(rule));
    }
    return all;
}

std::vector<funding::Category> read_categories(const Toml& funding, const Sources& sources) {
    std::vector<funding::Category> all;
    std::vector<std::string> taken;
    for (const Toml& table : funding.tables("categories")) {
        all.push_back({read_question_key(table, taken), table.words("name"), read_source(table, sources)});
    }
    return all;
}

std::vector<funding::CostModel> read_cost_models(const Toml& funding, const Sources& sources) {
    using Kind = funding::CostModel::Kind;
    static const std::vector<std::string> kinds{"flat_rate_on_pay", "flat_rate_on_direct", "lump_sum", "actual"};
    std::vector<funding::CostModel> all;
    std::vector<std::string> taken;
    for (const Toml& table : funding.tables("cost_models")) {
        funding::CostModel model;
        model.key = programme::read_code(table, taken, "key");
        model.name = table.words("name");
        model.kind = static_cast<Kind>(read_word(table, "kind", kinds));
        model.rate = table.percent_if("percent").value_or(Share());
        model.amount = table.euros_if("amount").value_or(Money());
        const bool flat = model.kind == Kind::flat_rate_on_pay || model.kind == Kind::flat_rate_on_direct;
        if (flat || table.has("rounding_unit")) {
            model.rounding = read_rounding(table);
        }
        if (table.has("categories")) {
            model.categories = table.texts("categories");
        } else if (model.kind == Kind::lump_sum) {
            model.categories.clear();
        } else if (model.kind != Kind::flat_rate_on_pay) {
            table.fault("categories", say("expected the categories of costs that are asked, found none"));
        }
        model.source = read_source(table, sources);
        all.push_back(std::move(model));
    }
    if (all.empty()) {
        funding.fault("cost_models", say("expected at least one cost model, found none"));
    }
    return all;
}

std::vector<funding::PayModel> read_pay_models(const Toml& funding, const Sources& sources) {
    using Kind = funding::PayModel::Kind;
    std::vector<funding::PayModel> all;
    std::vector<std::string> taken;
    for (const Toml& table : funding.tables("pay_models")) {
        funding::PayModel model;
        model.key = programme::read_code(table, taken, "key");
        model.name = table.words("name");
        model.kind = static_cast<Kind>(read_word(table, "kind", {"as_typed", "gross_plus_side", "hourly"}));
        if (model.kind == Kind::gross_plus_side) {
            model.side = table.percent("percent");
        } else if (model.kind == Kind::hourly && table.has("hours_a_year")) {
            model.hours_a_year = table.number("hours_a_year", 1, 8760);
        }
        if (table.has("rounding_unit") || table.has("rounding_mode")) {
            model.rounding = read_rounding(table);
        }
        model.source = read_source(table, sources);
        all.push_back(std::move(model));
    }
    return all;
}

std::vector<funding::CostPartRule> read_cost_parts(const Toml& funding,
                                                   const Sources& sources,
                                                   const funding::Rules& rules) {
    std::vector<funding::CostPartRule> all;
    std::vector<std::string> known{"pay"};
    std::string categories = "pay";
    for (const funding::Category& category : rules.categories) {
        known.push_back(category.key);
        categories += ", " + category.key;
    }
    for (const Toml& table : funding.tables("cost_parts")) {
        funding::CostPartRule rule;
        rule.part = table.text("part");
        const auto* category = funding::find_category(rules, rule.part);
        if (category == nullptr && rule.part != "pay" && !rule.part.empty()) {
            const Phrase said = say("expected a category of costs: {0}, found \"{1}\"", categories, rule.part);
            table.fault("part", with_nearest(said, rule.part, known));
        }
        rule.name = rule.part == "pay" && category == nullptr
                        ? table.words("name")  // it need not stand among the categories, which are named
                        : table.words_if("name").value_or(category == nullptr ? Localised() : category->name);
        rule.bound = read_word(table, "bound", {"at_most", "at_least"}) == 0 ? funding::Bound::at_most
                                                                             : funding::Bound::at_least;
        rule.share = table.percent("percent");
        rule.source = read_source(table, sources);
        all.push_back(std::move(rule));
    }
    return all;
}

/// The limits of law, each with the days on which it holds.
std::vector<funding::Limit> read_law(const Toml& funding, const Sources& sources) {
    using Kind = funding::Limit::Kind;
    std::vector<funding::Limit> all;
    for (const Toml& table : funding.tables("limits")) {
        funding::Limit limit;
        limit.kind = static_cast<Kind>(read_word(table, "key", {"de_minimis", "development_rate", "investment_rate"}));
        // which of them must be there, unsupported() knows; an unknown kind is one fault, not four
        limit.most = table.euros_if("most").value_or(Money());
        limit.rate = table.percent_if("percent").value_or(Share());
        if (table.has("months")) {
            limit.window = Months{static_cast<int>(table.number("months", 1, 600))};
        }
        limit.from = table.day_if("from");
        limit.until = table.day_if("until");
        limit.source = read_source(table, sources);
        all.push_back(std::move(limit));
    }
    return all;
}

void read_limits(const Toml& funding, const Sources& sources, funding::Rules& rules) {
    const auto cap = [&](std::string_view key) -> std::optional<funding::Cap> {
        const auto table = funding.table_if(key);
        return table ? std::optional(funding::Cap{table->euros("most"), read_source(*table, sources)}) : std::nullopt;
    };
    rules.support_most = cap("support_most");
    rules.total_costs_most = cap("total_costs_most");
    if (const auto least = funding.table_if("total_costs_least")) {
        rules.total_costs_least = funding::Floor{least->euros("least"), read_source(*least, sources)};
    }
    if (const auto size = funding.table_if("indicative_size")) {
        rules.indicative_size = {size->euros("least"), size->euros("most"), read_source(*size, sources)};
    }
    if (const auto longest = funding.table_if("longest")) {
        rules.longest = Months{static_cast<int>(longest->number("months", 1, 600))};
        rules.longest_source = read_source(*longest, sources);
    }
    if (const auto company = funding.table_if("lone_company")) {
        rules.lone_company = funding::Excluded{company->words("why"), read_source(*company, sources)};
    }
}

/// A fault at "payers[2]" or "payers[2].percent", as unsupported() says where it stands.
void fault_at(const Toml& table, const std::string& path, const Phrase& message) {
    const auto open = path.find('['), close = path.find(']');
    if (open == std::string::npos || close == std::string::npos) {
        table.fault(path, message);
        return;
    }
    const auto number = static_cast<std::size_t>(std::stoul(path.substr(open + 1, close - open - 1)));
    const std::vector<Toml> all = table.tables(path.substr(0, open));
    if (number == 0 || number > all.size()) {
        table.fault("", message);
        return;
    }
    all[number - 1].fault(close + 2 < path.size() ? path.substr(close + 2) : "", message);
}

}  // namespace

funding::Rules load_rules(const Toml& table,
                          const Sources& sources,
                          const std::vector<Assumption>& assumptions,
                          Date limits_day) {
    const std::size_t before = table.faults();
    // an assumption is the source of what it covers: a figure that rests on it says so
    const auto source_of = [&](std::string_view key, Localised otherwise) {
        const Localised* assumption = programme::assumed(assumptions, key);
        return assumption == nullptr ? otherwise : *assumption;
    };
    funding::Rules rules;
    const Localised source = read_source(table, sources);
    rules.payers = read_payers(table, sources);
    rules.support.text = table.text("support");
    rules.taker.text = table.text("taker");
    rules.rounding = read_rounding(table);
    rules.rounding_source = source_of("funding.rounding_unit", source);
    rules.private_money = static_cast<funding::PrivateMoney>(read_word(table, "private_money", {"refused", "allowed"}));
    rules.private_own =
        static_cast<funding::PrivateOwn>(read_word(table, "private_own", {"counts", "stands_outside", "refused"}));
    rules.private_source = source_of("funding.private_own", read_source(table, sources, "private_source"));
    rules.categories = read_categories(table, sources);
    rules.cost_models = read_cost_models(table, sources);
    rules.pay_models = read_pay_models(table, sources);
    rules.cost_parts = read_cost_parts(table, sources, rules);
    rules.limits = read_law(table, sources);
    rules.limits_day = limits_day;
    read_limits(table, sources, rules);
    if (table.faults() == before) {
        for (const Reason& why : funding::unsupported(rules)) {
            fault_at(table, why.field, why.phrase);
        }
    }
    return rules;
}

std::string_view code(funding::PayerClass payer) { return classes.at(static_cast<std::size_t>(payer)); }

}  // namespace vastin::call
