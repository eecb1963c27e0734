// What shows by trying: whether somebody can keep the rules, and whether each answer that is offered can be given.
#include "preparation/trying.h"

#include <algorithm>

#include "call/call_format.h"

namespace vastin::preparation {

namespace {

using application::Aim;
using application::MadeUp;

constexpr std::size_t rounds = 12;  // of finding the smallest set
constexpr std::uint64_t seed = 1;

Phrase listed(const std::vector<Spot>& spots) {
    Phrase all;
    for (const Spot& spot : spots) {
        all = all.empty() ? say("\"{0}\"", spot.label) : say("{0}, \"{1}\"", all, spot.label);
    }
    return all;
}

/// The smallest set that has something in common with each of `sets`; the first in the order of the names.
std::set<std::string> smallest_meeting_all(const std::vector<std::set<std::string>>& sets) {
    std::set<std::string> universe;
    for (const auto& one : sets) {
        universe.insert(one.begin(), one.end());
    }
    const std::vector<std::string> names(universe.begin(), universe.end());
    std::vector<std::size_t> picked;
    const auto meets = [&] {
        return std::all_of(sets.begin(), sets.end(), [&](const auto& one) {
            return std::any_of(picked.begin(), picked.end(), [&](std::size_t i) { return one.contains(names[i]); });
        });
    };
    const std::function<bool(std::size_t, std::size_t)> pick = [&](std::size_t from, std::size_t left) {
        if (left == 0) {
            return meets();
        }
        for (std::size_t i = from; i + left <= names.size(); ++i) {
            picked.push_back(i);
            if (pick(i + 1, left - 1)) {
                return true;
            }
            picked.pop_back();
        }
        return false;
    };
    for (std::size_t size = 1; size <= std::min<std::size_t>(names.size(), 3); ++size) {
        picked.clear();
        if (pick(0, size)) {
            std::set<std::string> smallest;
            for (const std::size_t i : picked) {
                smallest.insert(names[i]);
            }
            return smallest;
        }
    }
    return universe;
}

}  // namespace

Trying::Trying(Lint& lint) : lint_(lint), call_(lint.call), places_(lint.call), inventor_(lint.call, seed) {}

void Trying::run() {
    hope_for_conditions();
    inventor_.watch = [this](const MadeUp& made) { watch(made); };
    bool kept = false;
    while (tried_ < (kept ? seen_at_least : tries_for_all)) {
        kept = inventor_.find({}, tries_of_one).has_value() || kept;
    }
    if (kept) {
        try_answers();
    } else {
        tell_conflict({}, {}, "no-plan", [](const std::vector<Spot>& spots) {
            return say("No application was found that keeps these rules together: {0}. Loosen one of them.",
                       listed(spots));
        });
    }
    for (Hoped& hoped : hoped_) {
        look_for(hoped);
    }
}

void Trying::watch(const MadeUp& made) {
    ++tried_;
    if (made.judged.plan) {
        broken_.insert(made.broken);
    }
    for (Hoped& hoped : hoped_) {
        hoped.seen = hoped.seen || hoped.came(made);
    }
}

std::string Trying::path_of(const std::string& rule) const {
    const auto place = places_.find(rule);
    return place ? place->path : rule;
}

Spot Trying::spot_of(const std::string& rule) const {
    const std::string path = path_of(rule);
    const auto named = [&](std::string_view prefix) {
        return rule.starts_with(prefix) ? rule.substr(prefix.size()) : std::string();
    };
    for (const call::Rule& own : call_.own_rules) {
        if (own.key == named("rules.")) {
            return {path + ".check", own.name ? Phrase(*own.name) : say("{0}", own.key)};
        }
    }
    if (const auto* field = form::find_field(call_.form, named("form."))) {
        return {path + (field->valid ? ".valid" : ".label.fi"), field->label};
    }
    for (const call::FilePlace& file : call_.files) {
        if (file.key == named("attachments.")) {
            return {path + ".title.fi", file.title};
        }
    }
    if (const auto* payer = funding::find_payer(call_.rules, {named("funding.payers.")})) {
        return {path + (payer->bound == funding::Bound::open ? ".bound" : ".percent"), payer->name};
    }
    for (const funding::CostPartRule& part : call_.rules.cost_parts) {
        if (part.part == named("funding.cost_parts.")) {
            return {path + ".percent", Phrase(part.name)};
        }
    }
    for (const char* leaf : {".least", ".most", ".months", ".percent"}) {
        if (call::find_row(path + leaf) != nullptr) {
            return {path + leaf, label_of(path)};
        }
    }
    return {path, label_of(path)};
}

void Trying::tell_conflict(const Given& given,
                           std::set<std::string> names,
                           const char* kind,
                           const Sentence& sentence) {
    std::vector<std::set<std::string>> sets;
    if (!given) {
        sets.assign(broken_.begin(), broken_.end());
    }
    bool kept = false;
    names.insert("plan.total_costs");
    Aim aim{{}, {}, std::move(names)};
    aim.more = [&](const MadeUp& made) {
        const bool fits = made.judged.plan && (!given || given(made));
        if (fits) {
            sets.push_back(made.broken);
            kept = kept || made.accepted();
        }
        return fits;
    };
    for (std::size_t round = 0; round < rounds && !kept; ++round) {
        aim.rules = smallest_meeting_all(sets);
        if (!inventor_.find(aim, tries_for_rules)) {
            break;
        }
    }
    if (kept) {
        return;  // found after all
    }
    std::vector<Spot> spots;
    for (const std::string& rule : *aim.rules) {
        spots.push_back(spot_of(rule));
        told_.insert(aim.rules->size() == 1 ? spots.back().path : std::string());
    }
    if (spots.empty()) {  // not even costs and payers could be worked out
        spots.push_back({"funding.payers", label_of("funding.payers")});
    }
    Phrase said = sentence(spots);
    lint_.found.push_back({Finding::Weight::warns, kind, std::move(said), std::move(spots), {}});
}

void Trying::try_answer(const Phrase& name, const std::set<std::string>& names, const Given& given) {
    if (inventor_.find({{}, given, names}, tries_of_hoped)) {
        return;
    }
    tell_conflict(given, names, "no-plan-for", [&](const std::vector<Spot>& spots) {
        return say(
            "No application was found that keeps the rules with \"{0}\". It breaks {1}. Loosen a rule, or do not "
            "offer it.",
            name,
            listed(spots));
    });
}

void Trying::try_answers() {
    for (const call::ProjectKind kind : call_.projects) {
        const bool group = kind == call::ProjectKind::group;
        try_answer(group ? say("Group project") : say("One implementer"),
                   {"project.implementers"},
                   [group](const auto& made) { return (made.application.parts.size() > 1) == group; });
    }
    for (const form::Theme& theme : call_.themes) {
        if (form::find_field(call_.form, application::key::themes) != nullptr) {
            try_answer(theme.name, {application::key::themes}, [&theme](const MadeUp& made) {
                const auto* shares = made.judged.common.value<form::ThemeShares>(application::key::themes);
                return shares != nullptr && std::any_of(shares->begin(), shares->end(), [&](const auto& one) {
                           return one.theme == theme.id;
                       });
            });
        }
    }
    for (const char* key :
         {application::key::cost_model, application::key::pay_model, application::key::applicant_kind}) {
        const form::Field* field = form::find_field(call_.form, key);
        for (const form::Option& option : field == nullptr ? std::vector<form::Option>() : field->options) {
            try_answer(option.name, {key}, [key, value = option.value](const MadeUp& made) {
                return std::any_of(made.judged.parts.begin(), made.judged.parts.end(), [&](const auto& part) {
                    const auto* choice = part.answers.template value<form::Choice>(key);
                    const bool pays = part.money && part.money->plan.total_costs.value > Money();
                    return pays && choice != nullptr && choice->value == value;
                });
            });
        }
    }
}

void try_it_out(Lint& lint) { Trying(lint).run(); }

}  // namespace vastin::preparation
