#include "call/call_places.h"

namespace vastin::call {

namespace {

std::string numbered(const std::string& list, std::size_t at) { return list + "[" + std::to_string(at + 1) + "]"; }

}  // namespace

RulePlaces::RulePlaces(const Call& call) : root_(kit::Toml::read(call.file.name, call.file.text, faults_)) {
    for (std::size_t i = 0; i < call.own_rules.size(); ++i) {
        paths_.emplace("rules." + call.own_rules[i].key, numbered("rules", i));
    }
    for (std::size_t i = 0; i < call.files.size(); ++i) {
        paths_.emplace("attachments." + call.files[i].key, numbered("attachments", i));
    }
    for (std::size_t s = 0; s < call.form.sections.size(); ++s) {
        const auto& fields = call.form.sections[s].fields;
        for (std::size_t f = 0; f < fields.size(); ++f) {
            paths_.emplace("form." + fields[f].key, numbered(numbered("form.sections", s) + ".fields", f));
        }
    }
    for (std::size_t i = 0; i < call.rules.payers.size(); ++i) {
        paths_.emplace("funding.payers." + call.rules.payers[i].key.text, numbered("funding.payers", i));
    }
    for (std::size_t i = 0; i < call.rules.cost_models.size(); ++i) {
        paths_.emplace("funding.cost_models." + call.rules.cost_models[i].key, numbered("funding.cost_models", i));
    }
    for (std::size_t i = 0; i < call.rules.cost_parts.size(); ++i) {
        paths_.emplace("funding.cost_parts." + call.rules.cost_parts[i].part, numbered("funding.cost_parts", i));
    }
    for (std::size_t i = 0; i < call.rules.pay_models.size(); ++i) {
        paths_.emplace("funding.pay_models." + call.rules.pay_models[i].key, numbered("funding.pay_models", i));
    }
    for (std::size_t i = 0; i < call.rules.limits.size(); ++i) {
        const funding::Limit& limit = call.rules.limits[i];
        const auto day = call.rules.limits_day;
        if (limit.kind == funding::Limit::Kind::de_minimis && day && limit_on(call.rules, limit.kind, *day) == &limit) {
            paths_.emplace("funding.limits.de_minimis", numbered("funding.limits", i));
        }
    }
}

std::optional<RulePlaces::Found> RulePlaces::find(const std::string& rule) const {
    std::string path = rule;
    for (std::string name = rule; !name.empty();) {
        const auto known = paths_.find(name);
        if (known != paths_.end()) {
            path = known->second;
            break;
        }
        const auto point = name.rfind('.');
        name = point == std::string::npos || name.find('.') == point ? "" : name.substr(0, point);
    }
    const auto at = root_->place_of(path);
    return at ? std::optional(Found{path, *at}) : std::nullopt;
}

}  // namespace vastin::call
