// What a form must ask for the money rules of its call to be worked out.
#include <algorithm>
#include <set>

#include "base/nearest.h"
#include "call/call_load.h"
#include "funding/plan.h"

namespace vastin::call {

namespace {

using form::FieldKind;

/// A field and whose answers it holds.
struct Asked {
    const form::Field* field = nullptr;
    bool of_part = false;
};

Asked find(const form::Form& form, std::string_view key) {
    for (const form::Section& section : form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key) {
                return {&field, section.whose == form::Whose::part};
            }
        }
    }
    return {};
}

/// Notes faults at a table of [funding].
struct Judge {
    const kit::Toml& funding;
    const Call& call;

    /// The field `key` must ask each implementer a sum.
    void needs_sum(const kit::Toml& table, const std::string& key, const Phrase& why) const {
        const Asked asked = find(call.form, key);
        if (asked.field == nullptr) {
            table.fault("",
                        say("{0} needs a field \"{1}\" of kind money in a section with whose = \"part\"", why, key));
            return;
        }
        const bool sum = asked.field->kind == FieldKind::money || asked.field->kind == FieldKind::money_by_year;
        if (!sum || !asked.of_part) {
            table.fault("",
                        say("{0}: expected the field \"{1}\" to be of kind money or money_by_year in a section with "
                            "whose = \"part\"",
                            why,
                            key));
        }
    }

    /// Of several models a field must choose, among just their keys.
    template <class Model>
    void needs_choice(const std::vector<Model>& models, const char* list, const std::string& key) const {
        const Asked asked = find(call.form, key);
        if (models.size() < 2) {
            return;
        }
        if (asked.field == nullptr || asked.field->kind != FieldKind::choice || !asked.of_part) {
            funding.fault(list,
                          say("expected a field \"{0}\" of kind choice in a section with whose = \"part\", to choose "
                              "among several",
                              key));
            return;
        }
        for (const form::Option& option : asked.field->options) {
            if (std::none_of(models.begin(), models.end(), [&](const Model& one) { return one.key == option.value; })) {
                funding.fault(list,
                              say("expected one for each option of the field \"{0}\", found none for \"{1}\"",
                                  key,
                                  option.value));
            }
        }
    }

    bool hourly() const {
        return std::any_of(call.rules.pay_models.begin(), call.rules.pay_models.end(), [](const auto& model) {
            return model.kind == funding::PayModel::Kind::hourly;
        });
    }
    bool only_hourly() const {
        return hourly() && std::all_of(call.rules.pay_models.begin(),
                                       call.rules.pay_models.end(),
                                       [](const auto& model) { return model.kind == funding::PayModel::Kind::hourly; });
    }
};

void judge_categories(const Judge& judge) {
    const std::vector<kit::Toml> models = judge.funding.tables("cost_models");
    std::set<std::string> seen;  // each is told once, at the first model that asks it
    for (std::size_t i = 0; i < judge.call.rules.cost_models.size(); ++i) {
        for (const std::string& category : judge.call.rules.cost_models[i].categories) {
            if (seen.insert(category).second && (category != "pay" || !judge.only_hourly())) {
                judge.needs_sum(models[i], category, say("the category \"{0}\"", category));
            }
        }
    }
    const std::vector<kit::Toml> pay_models = judge.funding.tables("pay_models");
    for (std::size_t i = 0; i < judge.call.rules.pay_models.size(); ++i) {
        if (judge.call.rules.pay_models[i].kind == funding::PayModel::Kind::hourly) {
            judge.needs_sum(pay_models[i], "annual_pay", say("pay by the hour"));
            const Asked hours = find(judge.call.form, "hours");
            if (hours.field == nullptr || hours.field->kind != FieldKind::number || !hours.of_part) {
                pay_models[i].fault(
                    "",
                    say("pay by the hour needs a field \"hours\" of kind number in a section with whose = "
                        "\"part\""));
            }
        }
    }
}

/// Whether a company applies alone is known by the kinds of the implementers.
void judge_companies(const Judge& judge) {
    const Asked type = find(judge.call.form, "organisation_type");
    const bool told = type.field != nullptr && type.of_part && type.field->kind == FieldKind::choice &&
                      std::any_of(type.field->options.begin(), type.field->options.end(), [](const auto& option) {
                          return option.value == "company";
                      });
    if (judge.call.rules.lone_company && !told) {
        judge.funding.fault("lone_company",
                            say("expected a field \"organisation_type\" of kind choice with an option \"company\" in a "
                                "section with whose = \"part\""));
    }
}

/// Sums that the applicant gives, and shares that need a field to be worked out.
void judge_payers(const Judge& judge) {
    const std::vector<kit::Toml> payers = judge.funding.tables("payers");
    for (std::size_t i = 0; i < judge.call.rules.payers.size(); ++i) {
        const funding::PayerRule& rule = judge.call.rules.payers[i];
        const std::string typed = "pays_" + rule.key.text;
        if (find(judge.call.form, typed).field != nullptr) {
            judge.needs_sum(payers[i], typed, say("a sum that the applicant gives"));
            if (rule.key == judge.call.rules.taker) {
                payers[i].fault(
                    "", say("the taker of the rest pays what the others leave: expected no field \"{0}\"", typed));
            }
        } else if (payers[i].has("typed")) {
            judge.needs_sum(payers[i], typed, say("a sum that the applicant gives"));
        } else if (rule.key == judge.call.rules.support && rule.bound == funding::Bound::open) {
            judge.needs_sum(payers[i], typed, say("the support, whose share is open,"));
        }
        if (rule.base == funding::Base::net_costs && rule.bound != funding::Bound::open) {
            judge.needs_sum(payers[i], "income", say("a share of the net costs"));
        }
    }
}

/// A question pays_KEY has its payer.
void judge_typed_sums(const kit::Toml& form, const Call& call) {
    std::vector<std::string> known;
    for (const funding::PayerRule& rule : call.rules.payers) {
        known.push_back(funding::field_of(rule.key));
    }
    for (const kit::Toml& section : form.tables("sections")) {
        for (const kit::Toml& field : section.tables("fields")) {
            const std::string key = field.text("key");
            if (key.starts_with("pays_") && std::find(known.begin(), known.end(), key) == known.end()) {
                field.fault("key",
                            with_nearest(say("expected a payer for the field \"{0}\", found none", key), key, known));
            }
        }
    }
}

}  // namespace

void judge_money_fields(const kit::Toml& root, const Call& call) {
    const kit::Toml funding = root.table("funding");
    const Judge judge{funding, call};
    judge.needs_choice(call.rules.cost_models, "cost_models", "cost_model");
    judge.needs_choice(call.rules.pay_models, "pay_models", "pay_model");
    judge_categories(judge);
    judge_payers(judge);
    judge_companies(judge);
    judge_typed_sums(root.table("form"), call);
    if (find(call.form, "de_minimis_received").field != nullptr) {
        judge.needs_sum(funding, "de_minimis_received", say("de minimis aid"));
        const auto& limits = call.rules.limits;
        if (std::none_of(limits.begin(), limits.end(), [](const funding::Limit& limit) {
                return limit.kind == funding::Limit::Kind::de_minimis;
            })) {
            funding.fault("limits",
                          say("expected a limit de_minimis for the field \"de_minimis_received\", found none"));
        }
    }
}

}  // namespace vastin::call
