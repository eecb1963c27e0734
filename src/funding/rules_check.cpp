// What makes rules that no plan can be worked out by: told when a call is loaded, at the place in the data.
#include <algorithm>

#include "funding/rules.h"

namespace vastin::funding {

namespace {

/// Notes what is wrong, and where: "payers[2]".
struct Wrong {
    std::vector<Reason>& faults;
    std::string at;
    void operator()(Phrase why) const { faults.push_back({std::move(why), at}); }
    Wrong below(const char* list, std::size_t place) const {
        return {faults, std::string(list) + "[" + std::to_string(place + 1) + "]"};
    }
};

bool sound(Share share) { return share >= Share{0} && share <= whole_share; }
bool sound_cap(Money cap) { return cap > Money() && cap <= largest_sum; }

/// A share that is paid, whatever comes.
bool demanded(const PayerRule& rule) {
    return rule.bound == Bound::exact || rule.bound == Bound::at_least || rule.bound == Bound::about;
}

void judge_sums(const PayerRule& rule, const Wrong& wrong) {
    if (rule.most && (*rule.most < Money() || *rule.most > largest_sum)) {
        wrong(say("{0}: the cap must be from 0 to {1}.", rule.name, largest_sum));
    }
    if (rule.least && (*rule.least < Money() || *rule.least > largest_sum)) {
        wrong(say("{0}: the least sum must be from 0 to {1}.", rule.name, largest_sum));
    }
    if (rule.least && rule.most && *rule.least > *rule.most) {
        wrong(say("{0}: the least sum, {1}, is above the cap, {2}.", rule.name, *rule.least, *rule.most));
    }
}

void judge_payer(const PayerRule& rule, const Wrong& wrong) {
    if (!sound(rule.share)) {
        wrong(say("{0}: a share is from 0 % to 100 %, not {1}.", rule.name, rule.share));
    }
    if (rule.bound == Bound::open && rule.share != Share{0}) {
        wrong(say("{0}: a payer whose share is open has no share, not {1}.", rule.name, rule.share));
    }
    for (const ShareWhen& when : rule.instead) {
        if (rule.bound == Bound::open) {
            wrong(say("{0}: a payer whose share is open has none that a condition changes.", rule.name));
            break;
        }
        if (!sound(when.share) || when.share == Share{0}) {
            wrong(
                say("{0}: a share under a condition is above 0 % and at most 100 %, not {1}.", rule.name, when.share));
        }
    }
    judge_sums(rule, wrong);
    if (rule.payer == PayerClass::outside_private || rule.payer == PayerClass::own_private) {
        wrong(say("{0}: private money has no share of public funding.", rule.name));
    }
}

/// The payer who takes the rest must be able to take it.
void judge_taker(const Rules& rules, const PayerRule& taker, const Wrong& wrong) {
    if (taker.most) {
        wrong(say("The taker of the rest, \"{0}\", cannot have a cap.", taker.key.text));
    }
    if (!taker.instead.empty()) {
        wrong(
            say("The taker of the rest, \"{0}\", has no share that a condition changes: it takes what the others "
                "leave.",
                taker.key.text));
    }
    const bool others_fixed = std::all_of(rules.payers.begin(), rules.payers.end(), [&](const PayerRule& rule) {
        return rule.key == taker.key || rule.bound != Bound::open;
    });
    if (!others_fixed && (taker.bound == Bound::exact || taker.bound == Bound::about)) {
        wrong(say("The taker of the rest, \"{0}\", must be open where another payer's share is.", taker.key.text));
    }
    std::int32_t others_most = 0;
    for (const PayerRule& rule : rules.payers) {
        others_most += rule.key == taker.key           ? 0
                       : rule.bound == Bound::at_least ? whole_share.basis_points
                                                       : rule.share.basis_points;
    }
    if (taker.bound == Bound::at_most && others_fixed && others_most + taker.share.basis_points < 10000) {
        wrong(say("The taker of the rest, \"{0}\", may pay at most {1}, but the others leave it more.",
                  taker.key.text,
                  taker.share));
    }
}

void judge_support_and_taker(const Rules& rules, const Wrong& wrong) {
    const PayerRule* support = find_payer(rules, rules.support);
    if (support == nullptr) {
        wrong(say("The payer of the support, \"{0}\", is not among the payers.", rules.support.text));
    } else if (support->share <= Share{0} && support->bound != Bound::open) {
        wrong(say("The payer of the support, \"{0}\", has no share.", rules.support.text));
    }
    const PayerRule* taker = find_payer(rules, rules.taker);
    if (taker == nullptr) {
        wrong(say("The taker of the rest, \"{0}\", is not among the payers.", rules.taker.text));
        return;
    }
    judge_taker(rules, *taker, wrong);
}

/// The shares together. Bases differ only by income and outside money, which make shares of public funding smaller: so
/// what passes 100 % here passes it in a plan without them.
void judge_payers(const Rules& rules, const Wrong& wrong) {
    std::int64_t sum = 0, sure = 0;
    for (std::size_t i = 0; i < rules.payers.size(); ++i) {
        const PayerRule& rule = rules.payers[i];
        judge_payer(rule, wrong.below("payers", i));
        sum += rule.share.basis_points;
        sure += demanded(rule) ? rule.share.basis_points : 0;
        if (find_payer(rules, rule.key) != &rule) {
            wrong.below("payers", i)(say("Two payers have the key {0}.", rule.key.text));
        }
    }
    const PayerRule* taker = find_payer(rules, rules.taker);
    const bool exact_taker = taker == nullptr || taker->bound == Bound::exact || taker->bound == Bound::about;
    const std::int64_t whole = whole_share.basis_points;
    const Wrong of_all{wrong.faults, "payers"};
    if (all_fixed(rules) && exact_taker && sum != whole) {
        of_all(say("The shares of the payers must sum to 100 %, not {0}.", Share{static_cast<std::int32_t>(sum)}));
    } else if (!all_fixed(rules) && exact_taker && sum >= whole) {
        of_all(say("The shares of the payers must leave something to those whose share is open."));
    } else if (sure > whole) {
        of_all(say("The shares that must be paid sum to {0}, which is more than 100 %.",
                   Share{static_cast<std::int32_t>(sure)}));
    }
    judge_support_and_taker(rules, wrong);
}

void judge_categories(const Rules& rules, const CostModel& model, const Wrong& wrong) {
    for (std::size_t i = 0; i < model.categories.size(); ++i) {
        const std::string& category = model.categories[i];
        if (category != "pay" && find_category(rules, category) == nullptr) {
            wrong(say("{0}: no category of costs has the key \"{1}\".", model.name, category));
        }
        if (std::find(model.categories.begin(), model.categories.begin() + static_cast<std::ptrdiff_t>(i), category) !=
            model.categories.begin() + static_cast<std::ptrdiff_t>(i)) {
            wrong(say("{0}: the category \"{1}\" stands there twice.", model.name, category));
        }
    }
}

void judge_cost_model(const Rules& rules, const CostModel& model, const Wrong& wrong) {
    using Kind = CostModel::Kind;
    const bool flat = model.kind == Kind::flat_rate_on_pay || model.kind == Kind::flat_rate_on_direct;
    if (flat && !(sound(model.rate) && model.rate > Share{0})) {
        wrong(say("{0}: a flat rate is above 0 % and at most 100 %.", model.name));
    }
    if (!flat && model.rate != Share{0}) {
        wrong(say("{0}: only a flat rate has a percent.", model.name));
    }
    if (model.kind == Kind::lump_sum && !sound_cap(model.amount)) {
        wrong(say("{0}: a lump sum has an amount, above 0 and at most {1}.", model.name, largest_sum));
    }
    if (model.kind != Kind::lump_sum && model.amount != Money()) {
        wrong(say("{0}: only a lump sum has an amount.", model.name));
    }
    if (model.kind == Kind::lump_sum ? !model.categories.empty() : model.categories.empty()) {
        wrong(model.kind == Kind::lump_sum ? say("{0}: under a lump sum no costs are asked.", model.name)
                                           : say("{0}: expected at least one category of costs.", model.name));
    }
    if (model.kind == Kind::flat_rate_on_pay &&
        std::find(model.categories.begin(), model.categories.end(), "pay") == model.categories.end()) {
        wrong(say("{0}: a flat rate on pay asks the category \"pay\".", model.name));
    }
    judge_categories(rules, model, wrong);
    if (model.rounding.unit <= Money()) {
        wrong(say("{0}: the unit of rounding must be above zero.", model.name));
    }
    if (find_cost_model(rules, model.key) != &model) {
        wrong(say("Two cost models have the key {0}.", model.key));
    }
}

void judge_pay_model(const Rules& rules, const PayModel& model, const Wrong& wrong) {
    if (model.kind == PayModel::Kind::gross_plus_side && !(sound(model.side) && model.side > Share{0})) {
        wrong(say("{0}: side costs are above 0 % and at most 100 % of gross pay.", model.name));
    }
    if (model.kind != PayModel::Kind::gross_plus_side && model.side != Share{0}) {
        wrong(say("{0}: only gross pay has side costs in percent.", model.name));
    }
    if (model.hours_a_year <= 0) {
        wrong(say("{0}: a year must have at least one hour of work.", model.name));
    }
    if (model.rounding.unit <= Money()) {
        wrong(say("{0}: the unit of rounding must be above zero.", model.name));
    }
    if (find_pay_model(rules, model.key) != &model) {
        wrong(say("Two pay models have the key {0}.", model.key));
    }
}

void judge_cost_part(const Rules& rules, const CostPartRule& part, const Wrong& wrong) {
    if (part.bound != Bound::at_most && part.bound != Bound::at_least) {
        wrong(say("{0}: the share of a category of costs is bound by at_most or at_least.", part.name));
    }
    if (!sound(part.share)) {
        wrong(say("{0}: a share is from 0 % to 100 %, not {1}.", part.name, part.share));
    }
    const bool asked = std::any_of(rules.cost_models.begin(), rules.cost_models.end(), [&](const CostModel& model) {
        return std::find(model.categories.begin(), model.categories.end(), part.part) != model.categories.end();
    });
    if (!asked) {
        wrong(say("{0}: no cost model asks the category \"{1}\".", part.name, part.part));
    }
}

void judge_costs(const Rules& rules, const Wrong& wrong) {
    for (std::size_t i = 0; i < rules.categories.size(); ++i) {
        if (find_category(rules, rules.categories[i].key) != &rules.categories[i]) {
            wrong.below("categories", i)(say("Two categories of costs have the key {0}.", rules.categories[i].key));
        }
    }
    for (std::size_t i = 0; i < rules.cost_models.size(); ++i) {
        judge_cost_model(rules, rules.cost_models[i], wrong.below("cost_models", i));
    }
    for (std::size_t i = 0; i < rules.pay_models.size(); ++i) {
        judge_pay_model(rules, rules.pay_models[i], wrong.below("pay_models", i));
    }
    for (std::size_t i = 0; i < rules.cost_parts.size(); ++i) {
        judge_cost_part(rules, rules.cost_parts[i], wrong.below("cost_parts", i));
    }
}

void judge_sizes(const Rules& rules, const Wrong& wrong) {
    for (const auto* cap : {&rules.support_most, &rules.total_costs_most}) {
        if (*cap && !sound_cap((*cap)->most)) {
            wrong(say("A cap must be above 0 and at most {0}, not {1}.", largest_sum, (*cap)->most));
        }
    }
    if (rules.total_costs_least && !sound_cap(rules.total_costs_least->least)) {
        wrong(say(
            "The least costs must be above 0 and at most {0}, not {1}.", largest_sum, rules.total_costs_least->least));
    }
    if (rules.total_costs_least && rules.total_costs_most &&
        rules.total_costs_least->least > rules.total_costs_most->most) {
        wrong(say("The least costs, {0}, are above the most, {1}.",
                  rules.total_costs_least->least,
                  rules.total_costs_most->most));
    }
    if (rules.indicative_size && rules.indicative_size->least > rules.indicative_size->most) {
        wrong(say("The indicative size begins above its end."));
    }
    if (rules.longest && rules.longest->count <= 0) {
        wrong(say("The longest time must be at least one month."));
    }
}

bool same_days(const Limit& one, const Limit& other) {
    const bool before = one.until && other.from && *one.until < *other.from;
    const bool after = other.until && one.from && *other.until < *one.from;
    return !before && !after;
}

void judge_limit(const Rules& rules, std::size_t place, const Wrong& wrong) {
    const Limit& limit = rules.limits[place];
    const bool de_minimis = limit.kind == Limit::Kind::de_minimis;
    if (limit.from && limit.until && *limit.until < *limit.from) {
        wrong(say("A limit of law ends on {0}, before it begins on {1}.", *limit.until, *limit.from));
    }
    if (de_minimis && (!sound_cap(limit.most) || limit.window.count <= 0)) {
        wrong(say("The de minimis limit has euros above 0 and a window of at least one month."));
    }
    if (de_minimis ? limit.rate != Share{0} : limit.most != Money() || limit.window.count != 0) {
        wrong(say("Of the limits of law only de minimis has euros and months, and only the rates have a percent."));
    }
    if (!de_minimis && !(sound(limit.rate) && limit.rate > Share{0})) {
        wrong(say("A limit of the rate is above 0 % and at most 100 %, not {0}.", limit.rate));
    }
    for (std::size_t i = 0; i < place; ++i) {
        if (rules.limits[i].kind == limit.kind && same_days(rules.limits[i], limit)) {
            wrong(say("Two limits of one kind hold on the same days."));
            break;
        }
    }
}

/// Whether the support's shares stay under the rates of the law that hold on the day of the call.
void judge_rates(const Rules& rules, const Wrong& wrong) {
    const PayerRule* support = find_payer(rules, rules.support);
    if (support == nullptr || !rules.limits_day) {
        return;
    }
    const auto place = static_cast<std::size_t>(support - rules.payers.data());
    const auto judge = [&](Share share, Limit::Kind kind) {
        const Limit* limit = limit_on(rules, kind, *rules.limits_day);
        if (limit != nullptr && share > limit->rate) {
            wrong.below("payers", place)(say("{0}: {1} is above {2}, the most that the law allows on {3}.",
                                             support->name,
                                             share,
                                             limit->rate,
                                             *rules.limits_day));
        }
    };
    judge(support->share, Limit::Kind::development_rate);
    for (const ShareWhen& when : support->instead) {
        judge(when.share, when.holds == "investment" ? Limit::Kind::investment_rate : Limit::Kind::development_rate);
    }
}

}  // namespace

std::vector<Reason> unsupported(const Rules& rules) {
    std::vector<Reason> faults;
    const Wrong wrong{faults, ""};
    judge_payers(rules, wrong);
    if (rules.rounding.unit <= Money()) {
        wrong(say("The unit of rounding must be above zero."));
    }
    judge_costs(rules, wrong);
    judge_sizes(rules, wrong);
    for (std::size_t i = 0; i < rules.limits.size(); ++i) {
        judge_limit(rules, i, wrong.below("limits", i));
    }
    judge_rates(rules, wrong);
    return faults;
}

}  // namespace vastin::funding
