#include "application/made_up_plan.h"

#include <algorithm>

#include "form/read.h"

namespace vastin::application {

namespace {

using funding::CostModel;
using funding::PayModel;

constexpr Rounding to_cents{};

/// The only model, or the one that the answer names; null where there is none.
template <class Model>
const Model* model_of(const std::vector<Model>& models, const form::Answers& answers, const char* key) {
    const auto chosen = answers.find(key);
    for (const Model& model : models) {
        if (models.size() == 1 || (chosen != answers.end() && chosen->second == model.key)) {
            return &model;
        }
    }
    return nullptr;
}

/// The total of which `share` is `sum`; the sum itself where there is no share.
Money whole_by(Money sum, Share share) { return share > Share{0} ? whole_of(sum, share, to_cents) : sum; }

std::vector<Money> sizes_of(const call::Call& call, const Compared& compared) {
    std::vector<Money> all;
    const funding::Rules& rules = call.rules;
    const auto* support = funding::find_payer(rules, rules.support);
    const Share share = support != nullptr ? support->share : Share{};
    const auto add = [&](const std::optional<Money>& sum, Share of) {
        if (sum && *sum > Money()) {
            all.push_back(whole_by(*sum, of));
        }
    };
    add(rules.total_costs_least ? std::optional(rules.total_costs_least->least) : std::nullopt, {});
    add(rules.total_costs_most ? std::optional(rules.total_costs_most->most) : std::nullopt, {});
    add(rules.support_most ? std::optional(rules.support_most->most) : std::nullopt, share);
    if (rules.indicative_size) {
        add(rules.indicative_size->least, {});
        add(rules.indicative_size->most, {});
    }
    for (const funding::PayerRule& payer : rules.payers) {
        add(payer.least, payer.share);
        add(payer.most, payer.share);
    }
    for (const auto& [name, values] : compared) {
        const auto* field = form::find_field(call.form, name);
        const bool cost = field != nullptr &&
                          (field->kind == form::FieldKind::money || field->kind == form::FieldKind::money_by_year);
        const bool money = cost || name.starts_with("plan.") || name.starts_with("cost.");
        for (const std::string& text : money ? values : std::vector<std::string>()) {
            const auto sum = form::read_money(text);
            const auto* payer = name.starts_with("plan.") ? funding::find_payer(rules, {name.substr(5)}) : nullptr;
            const bool open = payer != nullptr && payer->bound == funding::Bound::open;
            add(sum ? std::optional(*sum) : std::nullopt,
                cost               ? Share{5000}
                : open             ? Share{6000}
                : payer != nullptr ? payer->share
                                   : Share{});
        }
    }
    return all;
}

int year_of(const Application& application) {
    const auto starts = application.answers.find(key::starts);
    const auto day = starts == application.answers.end() ? std::nullopt : read_date(starts->second);
    return day.value_or(Date()).year();
}

}  // namespace

Planner::Planner(const call::Call& call, const Compared& compared)
    : call_(call), compared_(compared), sizes_(sizes_of(call, compared)), relaxed_(call) {
    for (const funding::PayerRule& payer : call.rules.payers) {
        if (form::find_field(call.form, funding::field_of(payer.key)) != nullptr) {
            typed_.push_back(payer.key);
        }
    }
    for (form::Section& section : relaxed_.form.sections) {
        for (form::Field& field : section.fields) {
            const bool pays = std::any_of(typed_.begin(), typed_.end(), [&](const funding::PayerKey& payer) {
                return funding::field_of(payer) == field.key;
            });
            field.required = field.required && !pays;
        }
    }
}

bool Planner::answers(const std::string& name) const {
    const auto& models = call_.rules.cost_models;
    return name == key::annual_pay || name == key::hours || name == key::pay ||
           std::any_of(
               typed_.begin(), typed_.end(), [&](const auto& payer) { return funding::field_of(payer) == name; }) ||
           std::any_of(models.begin(), models.end(), [&](const CostModel& model) {
               return std::find(model.categories.begin(), model.categories.end(), name) != model.categories.end();
           });
}

Money Planner::size(Chance& chance) const {
    static const std::vector<Money> usual{Money::euros(150'000),
                                          Money::euros(60'000),
                                          Money::euros(20'000),
                                          Money::euros(400'000),
                                          Money::euros(1'000'000),
                                          Money::euros(5'000)};
    Money size = sizes_.empty() || chance.percent(30) ? chance.one_of(usual) : chance.one_of(sizes_);
    if (chance.percent(40)) {
        static const std::vector<Share> near{{9000}, {9900}, {10100}, {11000}, {5000}, {15000}};
        size = portion(size, chance.one_of(near), Rounding{Money::euros(1), RoundingMode::nearest});
    }
    const auto& least = call_.rules.total_costs_least;
    const auto& most = call_.rules.total_costs_most;
    const bool cross = least && most && least->least > most->most;  // then either is looked at without the other
    if (!cross && chance.percent(80)) {
        size = least && size < least->least ? least->least : size;
        size = most && size > most->most ? most->most : size;
    }
    return std::min(size, largest_sum);
}

void Planner::put(form::Answers& part, const std::string& name, Money sum, int year) const {
    const form::Field* field = form::find_field(call_.form, name);
    if (field == nullptr) {
        return;
    }
    if (field->kind == form::FieldKind::money_by_year) {
        std::erase_if(part, [&](const auto& one) { return form::belongs(one.first, name); });
        part[name + "." + std::to_string(year)] = typed_sum(sum);
    } else {
        part[name] = typed_sum(std::clamp(sum, field->least, std::max(field->least, field->most)));
    }
}

void Planner::put_pay(form::Answers& part, Money pay, int year, Chance& chance) const {
    const PayModel* model = model_of(call_.rules.pay_models, part, key::pay_model);
    if (model == nullptr || model->kind == PayModel::Kind::as_typed) {
        return put(part, key::pay, pay, year);
    }
    if (model->kind == PayModel::Kind::gross_plus_side) {
        return put(part, key::pay, whole_of(pay, Share{10000 + model->side.basis_points}, to_cents), year);
    }
    const Money hour = Money::euros(25 + static_cast<std::int64_t>(chance.below(20)));
    put(part, key::annual_pay, units_of(hour, model->hours_a_year), year);
    part[key::hours] = std::to_string(std::max<std::int64_t>(pay.count() / hour.count(), 1));
}

std::pair<std::vector<Share>, std::size_t> Planner::parted(const std::vector<std::string>& categories,
                                                           Chance& chance) const {
    const std::size_t main = chance.percent(60) ? 0 : chance.below(categories.size());
    std::vector<Share> shares(categories.size(), Share{0});
    const std::size_t other = chance.below(categories.size());
    const auto compared = compared_.find(categories[other]);
    if (other != main && compared != compared_.end() && chance.percent(50)) {  // a share that a condition names
        const auto share = form::read_percent(chance.one_of(compared->second));
        shares[other] = share ? *share : Share{5000};
        shares[main].basis_points = whole_share.basis_points - shares[other].basis_points;
        return {std::move(shares), main};
    }
    std::int32_t left = whole_share.basis_points;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto most = static_cast<std::size_t>(left / static_cast<std::int32_t>(shares.size()));
        shares[i].basis_points =
            i == main || chance.percent(30) ? 0 : static_cast<std::int32_t>(chance.below(most + 1));
        left -= shares[i].basis_points;
    }
    shares[main].basis_points += left;
    return {std::move(shares), main};
}

void Planner::part_costs(form::Answers& part, Money total, int year, Chance& chance) const {
    // up or down, so that a bound can be met from both sides
    const Rounding rounding{Money::cents(1), chance.percent(50) ? RoundingMode::up : RoundingMode::down};
    const CostModel* model = model_of(call_.rules.cost_models, part, key::cost_model);
    for (const CostModel& other : call_.rules.cost_models) {
        for (const std::string& category : other.categories) {
            std::erase_if(part, [&](const auto& one) { return form::belongs(one.first, category); });
        }
    }
    if (model == nullptr || model->kind == CostModel::Kind::lump_sum || model->categories.empty()) {
        return;
    }
    const auto [shares, main] = parted(model->categories, chance);
    const bool on_pay = model->kind == CostModel::Kind::flat_rate_on_pay;
    std::int64_t counted = 0;  // of what is typed the rate is taken, in basis points
    for (std::size_t i = 0; i < shares.size(); ++i) {
        counted += !on_pay || model->categories[i] == key::pay ? shares[i].basis_points : 0;
    }
    const auto added = static_cast<std::int32_t>(counted * model->rate.basis_points / whole_share.basis_points);
    const Money typed =
        model->kind == CostModel::Kind::actual ? total : whole_of(total, Share{10000 + added}, rounding);
    const std::vector<Money> sums = split(typed, shares, to_cents, main);
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (model->categories[i] == key::pay) {
            put_pay(part, sums[i], year, chance);
        } else {
            put(part, model->categories[i], sums[i], year);
        }
    }
}

void Planner::costs(Application& application, Chance& chance) const {
    const std::size_t parts = application.parts.size();
    const Money total = size(chance);
    const int year = year_of(application);
    const Rounding rounding{Money::cents(1), chance.percent(50) ? RoundingMode::up : RoundingMode::down};
    const Money even = even_part(total, static_cast<std::int64_t>(parts), rounding);
    const bool small = parts > 1 && chance.percent(40);  // the others have a tenth each
    const Money tenth = portion(total, Share{1000}, to_cents);
    for (std::size_t i = 0; i < parts; ++i) {
        const Money mine = !small  ? even
                           : i > 0 ? tenth
                                   : total - units_of(tenth, static_cast<std::int64_t>(parts) - 1);
        part_costs(application.parts[i].answers, std::max(mine, Money()), year, chance);
    }
    for (const form::Section& section : call_.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.kind != form::FieldKind::money_by_year || answers(field.key)) {
                continue;
            }
            if (section.whose == form::Whose::common) {
                put(application.answers, field.key, even, year);
            }
            for (std::size_t i = 0; section.whose == form::Whose::part && i < parts; ++i) {
                put(application.parts[i].answers, field.key, even, year);
            }
        }
    }
    payers(application, chance);
}

std::string Planner::varied(const funding::PayerRule& payer, Money computed, Money total, Chance& chance) const {
    static const std::vector<Share> some{{0}, {5000}, {8000}, {9500}, {11000}, {15000}};
    static const std::vector<Share> of_costs{{1000}, {2500}, {4000}, {6000}, {7000}, {8000}};
    const Rounding rounding{Money::euros(1), RoundingMode::nearest};
    const bool open = payer.bound == funding::Bound::open;
    std::vector<std::string> bounds;
    for (const std::string& name : {funding::field_of(payer.key), "plan." + payer.key.text}) {
        const auto found = compared_.find(name);
        if (found != compared_.end()) {
            bounds.insert(bounds.end(), found->second.begin(), found->second.end());
        }
    }
    if (payer.key == call_.rules.support && call_.rules.support_most) {
        const Money most = call_.rules.support_most->most;  // of the project: a partner may have half, or a third
        const Rounding down{Money::euros(1), RoundingMode::down};
        bounds.push_back(
            typed_sum(std::min(even_part(most, 1 + static_cast<std::int64_t>(chance.below(3)), down), total)));
    }
    if (!bounds.empty() && chance.percent(20)) {
        return chance.one_of(bounds);
    }
    if (chance.percent(open ? 20 : 60)) {
        return typed_sum(computed);
    }
    return typed_sum(open ? portion(total, chance.one_of(of_costs), rounding)
                          : portion(computed, chance.one_of(some), rounding));
}

void Planner::payers(Application& application, Chance& chance) const {
    if (typed_.empty()) {
        return;
    }
    for (Part& part : application.parts) {
        for (const funding::PayerKey& payer : typed_) {
            part.answers.erase(funding::field_of(payer));
        }
    }
    const Judged judged = judge(application, relaxed_);
    for (const funding::PayerKey& payer : typed_) {
        const std::string name = funding::field_of(payer);
        const form::Field& field = *form::find_field(call_.form, name);
        const bool alike = chance.percent(70);  // all partners decide the same
        const Chance decided = chance;
        for (std::size_t i = 0; i < application.parts.size() && payer != call_.rules.taker; ++i) {
            Chance again = decided;
            Chance& mine = alike ? again : chance;
            const auto& money = judged.parts[i].money;
            const funding::Line* line = money ? find_line(money->plan, payer) : nullptr;
            if (field.required || mine.percent(50)) {
                application.parts[i].answers[name] = varied(*funding::find_payer(call_.rules, payer),
                                                            line != nullptr ? line->sum.value : Money(),
                                                            money ? money->plan.total_costs.value : Money(),
                                                            mine);
            }
        }
        chance.next();
    }
}

}  // namespace vastin::application
