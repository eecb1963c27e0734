#include "application/application_money.h"

#include <algorithm>

namespace vastin::application {

namespace {

/// The sum of a field, asked in one or by year.
std::optional<Money> sum_of(const form::Checked& part, const std::string& key) {
    if (const Money* sum = part.value<Money>(key)) {
        return *sum;
    }
    const auto* years = part.value<form::YearSums>(key);
    return years != nullptr ? std::optional(form::total(*years)) : std::nullopt;
}

/// Whether something is told about a field: it is required and empty, or cannot be read.
bool unread(const form::Checked& part, const std::string& key) {
    return std::any_of(part.findings.begin(), part.findings.end(), [&](const form::Finding& finding) {
        return form::belongs(finding.reason.field, key);
    });
}

/// A sum that may be left empty; nothing while it cannot be read.
std::optional<Money> optional_sum(const form::Checked& part, const std::string& key) {
    return unread(part, key) ? std::nullopt : std::optional(sum_of(part, key).value_or(Money()));
}

/// The only one of `models`, or the one that the field `key` names; null while it names none.
template <class Model>
const Model* chosen(const std::vector<Model>& models, const form::Checked& part, const char* key) {
    if (models.size() == 1) {
        return &models.front();
    }
    const auto* choice = part.value<form::Choice>(key);
    const auto found = std::find_if(models.begin(), models.end(), [&](const Model& model) {
        return choice != nullptr && model.key == choice->value;
    });
    return found == models.end() ? nullptr : &*found;
}

/// What was given for the costs, and the fields it stands in.
struct Given {
    funding::CostInput input;
    std::vector<std::string> fields;  // the first is blamed for what is wrong with the total
    bool nothing = true;              // every sum is zero

    void add(const std::string& key, Money sum) {
        fields.push_back(key);
        nothing = nothing && sum == Money();
    }
};

/// The hours of work; nothing while they are not written.
std::optional<std::int64_t> hours_of(const form::Checked& part) {
    const auto* written = part.value<std::int64_t>(key::hours);
    return written != nullptr ? std::optional(*written) : std::nullopt;
}

bool read_work(const form::Checked& part, Given& given) {
    const auto year = sum_of(part, key::annual_pay);
    const auto hours = hours_of(part);
    if (!year || !hours) {
        return false;
    }
    given.add(key::annual_pay, *year);
    given.add(key::hours, *year);
    given.nothing = given.nothing || *hours == 0;
    given.input.work.push_back({*year, *hours});
    return true;
}

/// The sums of the categories that the cost model asks; nothing while one that is needed is not there.
std::optional<Given> read_costs(const form::Checked& part, const funding::Rules& rules) {
    const funding::CostModel* model = chosen(rules.cost_models, part, key::cost_model);
    if (model == nullptr) {
        return std::nullopt;
    }
    Given given;
    given.input.cost_model = model->key;
    given.nothing = model->kind != funding::CostModel::Kind::lump_sum;
    for (const std::string& category : model->categories) {
        const bool pay = category == key::pay;
        const funding::PayModel* pay_model = pay ? chosen(rules.pay_models, part, key::pay_model) : nullptr;
        if (pay && pay_model == nullptr && !rules.pay_models.empty()) {
            return std::nullopt;
        }
        given.input.pay_model = pay_model != nullptr ? pay_model->key : given.input.pay_model;
        if (pay_model != nullptr && pay_model->kind == funding::PayModel::Kind::hourly) {
            if (!read_work(part, given)) {
                return std::nullopt;
            }
            continue;
        }
        const auto sum = sum_of(part, category);
        if (!sum && (pay || unread(part, category))) {
            return std::nullopt;
        }
        given.input.typed[category] = sum.value_or(Money());
        given.add(category, sum.value_or(Money()));
    }
    return given;
}

/// The sums beside the costs; nothing while one cannot be read.
std::optional<funding::Input> read_input(const form::Checked& part, const funding::Rules& rules) {
    const auto outside = optional_sum(part, key::outside_private);
    const auto income = optional_sum(part, key::income);
    if (!outside || !income || unread(part, key::de_minimis_received)) {
        return std::nullopt;
    }
    funding::Input input;
    input.outside_private = *outside;
    input.income = *income;
    input.de_minimis_received = sum_of(part, key::de_minimis_received);
    const auto* kind = part.value<form::Choice>(key::applicant_kind);
    input.applicant = kind != nullptr && kind->value == "private" ? funding::ApplicantKind::private_body
                                                                  : funding::ApplicantKind::public_body;
    for (const funding::PayerRule& payer : rules.payers) {
        const std::string field = funding::field_of(payer.key);
        if (payer.key == rules.taker) {
            continue;
        }
        if (unread(part, field)) {
            return std::nullopt;
        }
        if (const auto sum = sum_of(part, field)) {
            input.typed.push_back({payer.key, *sum});
        }
    }
    return input;
}

/// The field where the applicant can mend a fault of a plan or costs.
std::string field_for(const funding::Fault& fault, const call::Call& call, const Given& given) {
    if (fault.field != "total_costs" && fault.field != "support") {
        return fault.field;
    }
    static const std::string payers = "funding.payers.";
    if (fault.rule.starts_with(payers)) {
        const std::string typed = funding::field_of({fault.rule.substr(payers.size())});
        if (form::find_field(call.form, typed) != nullptr) {
            return typed;
        }
    }
    return given.fields.empty() ? std::string() : given.fields.front();
}

bool yes(const form::Checked& answers, const std::string& key) {
    const auto* choice = answers.value<form::Choice>(key);
    return choice != nullptr && choice->value == "yes";
}

}  // namespace

funding::Holding holding_of(const form::Checked& common, const form::Checked& part) {
    funding::Holding holding;
    for (const char* name : {"investment", "stated"}) {
        if (yes(part, name) || yes(common, name)) {
            holding.names.insert(name);
        }
    }
    return holding;
}

std::optional<PartMoney> money_of(const form::Checked& part,
                                  const call::Call& call,
                                  const funding::Holding& holding,
                                  bool of_group,
                                  std::vector<Reason>& faults) {
    if (call.rules.cost_models.empty()) {
        return std::nullopt;
    }
    const auto given = read_costs(part, call.rules);
    auto input = read_input(part, call.rules);
    if (!given || !input) {
        return std::nullopt;
    }
    if (given->nothing) {
        const bool only_pay = given->fields.front() == key::pay && given->fields.size() == 1;
        faults.push_back({only_pay ? say("Write the staff pay: a project that costs nothing cannot be funded.")
                                   : say("Write the costs: a project that costs nothing cannot be funded."),
                          given->fields.front()});
        return std::nullopt;
    }
    PartMoney made;
    made.costs = funding::costs(call.rules, given->input);
    if (made.costs.faults.empty()) {
        input->total_costs = made.costs.total;
        input->holding = holding;
        input->of_group = of_group;
        made.plan = funding::plan(call.rules, *input);
    }
    for (const auto* list : {&made.costs.faults, &made.plan.faults}) {
        for (funding::Fault fault : *list) {
            fault.field = field_for(fault, call, *given);
            faults.push_back(std::move(fault));
        }
    }
    return made;
}

void judge_costs(const std::vector<JudgedPart>& parts, const call::Call& call, std::vector<Reason>& faults) {
    std::vector<funding::Costs> all;
    for (const JudgedPart& part : parts) {
        if (!part.money) {
            return;
        }
        all.push_back(part.money->costs);
    }
    for (funding::Fault& fault : funding::cost_part_faults(call.rules, all)) {
        if (parts.size() > 1) {
            fault.field.clear();  // of a group no single field is to blame
        }
        faults.push_back(std::move(fault));
    }
}

}  // namespace vastin::application
