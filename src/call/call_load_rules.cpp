// The parts of a call that belong to earlier areas: the money rules and the form.
#include <algorithm>

#include "call/call_load.h"
#include "kit/limits.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::Assumption;
using programme::Programme;
using programme::read_source;
using programme::read_word;
using programme::Sources;

constexpr std::int64_t letters_limit = static_cast<std::int64_t>(kit::limits::text_letters);

std::string written(const Phrase::Value& value) {
    struct Writer {
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(Money sum) const { return euros(sum.count()) + " euros"; }
        std::string operator()(Share share) const { return euros(share.basis_points) + " %"; }
        std::string operator()(Date date) const { return write_date(date); }
        std::string operator()(Instant at) const { return std::to_string(at.milliseconds) + " ms"; }
        std::string operator()(Period period) const {
            return write_date(period.first) + " to " + write_date(period.last);
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Localised& text) const { return text.en; }
        std::string operator()(const Phrase& phrase) const { return plain(phrase); }
        static std::string euros(std::int64_t hundredths) {
            const auto rest = std::to_string(hundredths % 100);
            return std::to_string(hundredths / 100) +
                   (hundredths % 100 == 0 ? "" : "." + std::string(2 - rest.size(), '0') + rest);
        }
    };
    return std::visit(Writer(), value);
}

Rounding read_rounding(const Toml& table) {
    Rounding rounding;
    rounding.unit = table.euros("rounding_unit");
    rounding.mode = static_cast<RoundingMode>(read_word(table, "rounding_mode", {"nearest", "down", "up"}));
    return rounding;
}

std::vector<funding::ShareWhen> read_instead(const Toml& payer) {
    std::vector<funding::ShareWhen> all;
    for (const Toml& table : payer.tables("instead")) {
        all.push_back({static_cast<funding::ShareWhen::Holds>(read_word(table, "holds", {"investment", "stated"})),
                       table.words_if("condition").value_or(Localised()),
                       table.percent("percent")});
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

std::vector<funding::PayerRule> read_payers(const Toml& funding, const Sources& sources) {
    static const std::vector<std::string> classes{
        "eu_and_state", "city", "other_municipality", "other_public", "own_public", "own_private", "outside_private"};
    std::vector<funding::PayerRule> all;
    std::vector<std::string> taken;
    std::int32_t sum = 0;
    for (const Toml& table : funding.tables("payers")) {
        funding::PayerRule rule;
        rule.key.text = programme::read_code(table, taken, "key");
        rule.payer = static_cast<funding::PayerClass>(read_word(table, "class", classes));
        rule.name = table.words("name");
        read_share(table, rule);
        rule.most = table.euros_if("most");
        rule.takes_part = table.truth("takes_part", false);
        rule.instead = read_instead(table);
        rule.source = read_source(table, sources);
        sum += rule.share.basis_points;
        all.push_back(std::move(rule));
    }
    const bool open =
        std::any_of(all.begin(), all.end(), [](const auto& rule) { return rule.bound == funding::Bound::open; });
    if (!open && sum != whole_share.basis_points) {
        funding.fault("payers", "expected percents that sum to 100, found " + written(Share{sum}));
    }
    return all;
}

std::vector<funding::CostModel> read_cost_models(const Toml& funding, const Sources& sources) {
    static const std::vector<std::string> kinds{"flat_rate_on_pay", "flat_rate_on_direct", "lump_sum", "unit_cost"};
    std::vector<funding::CostModel> all;
    for (const Toml& table : funding.tables("cost_models")) {
        funding::CostModel model;
        model.key = table.text("key");
        model.name = table.words("name");
        model.kind = static_cast<funding::CostModel::Kind>(read_word(table, "kind", kinds));
        model.rate = table.percent_if("percent").value_or(Share());
        model.amount = table.euros_if("amount").value_or(Money());
        model.rounding = read_rounding(table);
        model.source = read_source(table, sources);
        all.push_back(std::move(model));
    }
    if (all.empty()) {
        funding.fault("cost_models", "expected at least one cost model, found none");
    }
    return all;
}

std::vector<funding::CostPartRule> read_cost_parts(const Toml& funding, const Sources& sources) {
    std::vector<funding::CostPartRule> all;
    for (const Toml& table : funding.tables("cost_parts")) {
        all.push_back({table.text("part"),
                       table.words("name"),
                       read_bound(table),
                       table.percent("percent"),
                       read_source(table, sources)});
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

std::size_t read_letters(const Toml& table) {
    return static_cast<std::size_t>(table.number("letters", 1, letters_limit));
}

void add_goals(const std::vector<programme::Goal>& goals, const Localised& theme, std::vector<form::Option>& options) {
    for (const programme::Goal& goal : goals) {
        options.push_back({goal.code.text, goal.text, theme});
        add_goals(goal.goals, theme, options);
    }
}

/// The goals of the themes that are open in the call, as options grouped by theme.
std::vector<form::Option> goals_of(const Programme& programme, std::span<const form::Theme> themes) {
    std::vector<form::Option> options;
    for (const form::Theme& open : themes) {
        if (const auto* theme = find_theme(programme, open.id)) {
            add_goals(theme->goals, theme->name, options);
        }
    }
    return options;
}

form::Field read_field(const Toml& table, const std::vector<form::Option>& goals) {
    // "goals" is `several` whose options are the agreement's goals
    static const std::vector<std::string> kinds{"line",
                                                "text",
                                                "day",
                                                "money",
                                                "choice",
                                                "several",
                                                "theme_shares",
                                                "money_by_year",
                                                "email",
                                                "phone",
                                                "web",
                                                "postal_code",
                                                "business_id",
                                                "iban",
                                                "bic",
                                                "goals"};
    form::Field field;
    field.key = table.text("key");
    const std::size_t kind = read_word(table, "kind", kinds);
    const bool of_goals = kinds[kind] == "goals";
    field.kind = of_goals ? form::FieldKind::several : static_cast<form::FieldKind>(kind);
    if (of_goals) {
        field.options = goals;
    }
    field.label = table.words("label");
    field.hint = table.words_if("hint").value_or(Localised());
    field.missing = table.words_if("missing");
    field.required = table.truth("required", false);
    if (table.has("letters")) {
        field.letters_most = read_letters(table);
    }
    field.least = table.euros_if("least").value_or(field.least);
    field.most = table.euros_if("most").value_or(field.most);
    for (const Toml& option : table.tables("options")) {
        field.options.push_back({option.text("value"), option.words("name"), {}});
    }
    if (table.has("autocomplete")) {
        field.autocomplete = table.text("autocomplete");
    }
    return field;
}

}  // namespace

std::string plain(const Phrase& phrase) {
    if (phrase.own) {
        return phrase.own->en;
    }
    const std::string& message = phrase.count.value_or(1) != 1 ? phrase.plural : phrase.message;
    std::string text;
    for (std::size_t at = 0; at < message.size(); ++at) {
        const bool place = message[at] == '{' && at + 2 < message.size() && message[at + 2] == '}';
        const auto number = place ? static_cast<std::size_t>(message[at + 1] - '0') : phrase.values.size();
        if (number < phrase.values.size()) {
            text += written(phrase.values[number]);
            at += 2;
        } else {
            text += message[at];
        }
    }
    return text;
}

funding::Rules load_rules(const Toml& table, const Sources& sources, const std::vector<Assumption>& assumptions) {
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
    rules.cost_models = read_cost_models(table, sources);
    rules.cost_parts = read_cost_parts(table, sources);
    read_limits(table, sources, rules);
    if (table.faults() == before) {
        for (const Phrase& why : funding::unsupported(rules)) {
            table.fault("", plain(why));
        }
    }
    return rules;
}

form::Form load_form(const Toml& table, const Programme& programme, std::span<const form::Theme> themes) {
    const std::size_t before = table.faults();
    const auto goals = goals_of(programme, themes);
    form::Form form;
    for (const Toml& part : table.tables("sections")) {
        form::Section section;
        section.key = part.text("key");
        section.title = part.words("title");
        section.whose = static_cast<form::Whose>(read_word(part, "whose", {"common", "part"}));
        for (const Toml& field : part.tables("fields")) {
            section.fields.push_back(read_field(field, goals));
        }
        form.sections.push_back(std::move(section));
    }
    if (form.sections.empty()) {
        table.fault("sections", "expected at least one section, found none");
    }
    if (table.faults() == before) {
        for (const Phrase& why : form::unsound(form)) {
            table.fault("", plain(why));
        }
    }
    return form;
}

}  // namespace vastin::call
