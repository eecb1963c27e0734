// What should come true in some application: questions that are asked, rules that are kept and that are broken.
#include <algorithm>

#include "preparation/never_asked.h"
#include "preparation/trying.h"

namespace vastin::preparation {

namespace {

using application::Aim;
using application::MadeUp;
using form::Truth;

std::set<std::string> names_of(std::initializer_list<const form::Condition*> conditions) {
    std::set<std::string> names;
    for (const form::Condition* condition : conditions) {
        names.insert(condition->names().begin(), condition->names().end());
    }
    return names;
}

/// How a rule is called.
Phrase name_of(const call::Rule& rule) { return rule.name ? Phrase(*rule.name) : say("{0}", rule.key); }

}  // namespace

void Trying::look_for(Hoped& hoped) {
    if (!hoped.seen) {
        const Aim aim{std::set<std::string>(), [&](const MadeUp&) { return hoped.seen; }, hoped.names};
        inventor_.find(aim, tried_ < tries_in_all ? tries_of_hoped : tries_of_hoped / 10);
    }
    const std::string stem = hoped.path.substr(0, hoped.path.rfind('.'));
    const bool rule = stem.starts_with("rules[");
    // of a rule one thing is told, and not again what was told of all rules together
    if (hoped.seen || (rule && (told_.contains(stem) || told_.contains(hoped.path)))) {
        return;
    }
    if (rule) {
        told_.insert(stem);
    }
    if (!hoped.question.empty() && surely_never_asked(call_, hoped.question)) {
        lint_.stop(hoped.kind, hoped.path, hoped.sentence);
    } else {
        lint_.warn(hoped.kind, hoped.path, hoped.sentence);
    }
}

void Trying::hope_for_field(const form::Section& section, const form::Field& field, const std::string& path) {
    const bool in_part = section.whose == form::Whose::part;
    const Phrase name = form::asks(field.kind) ? field.label : field.text;
    if (field.show) {
        const auto asked = [key = field.key, in_part](const MadeUp& made) {
            const auto& parts = made.judged.parts;
            return in_part ? std::any_of(parts.begin(),
                                         parts.end(),
                                         [&](const auto& part) { return !part.answers.hidden.contains(key); })
                           : !made.judged.common.hidden.contains(key);
        };
        hoped_.push_back(
            {"never-asked",
             path + ".show",
             say("Nobody is asked \"{0}\": no answers were found with which it is shown. Correct its condition, or "
                 "take "
                 "it away.",
                 name),
             names_of({&section.show, &field.show}),
             asked,
             field.key});
    }
    if (field.require) {
        hoped_.push_back(
            {"never-required",
             path + ".require",
             say("No answers were found with which \"{0}\" must be answered. Correct the condition, or leave it empty.",
                 name),
             names_of({&field.require}),
             [this, &field, in_part](const MadeUp& made) {
                 return holds_for(field.require, in_part, made, call_) == Truth::yes;
             }});
    }
}

void Trying::hope_for_section(const form::Section& section) {
    const std::string first = path_of("form." + section.fields.front().key);
    hoped_.push_back({"never-asked",
                      first.substr(0, first.rfind(".fields")) + ".show",
                      say("Nobody sees the section \"{0}\": no answers were found with which it is shown. Correct its "
                          "condition, or take it away.",
                          section.title),
                      names_of({&section.show}),
                      [this, &section](const MadeUp& made) {
                          return holds_for(section.show, section.whose == form::Whose::part, made, call_) == Truth::yes;
                      },
                      section.fields.front().show ? std::string() : section.fields.front().key});
}

void Trying::hope_for_place(const call::FilePlace& place) {
    const std::string path = path_of("attachments." + place.key);
    if (place.show) {
        hoped_.push_back(
            {"never-asked",
             path + ".show",
             say("Nobody is asked for the attachment \"{0}\": no answers were found with which it is shown. "
                 "Correct its condition, or take it away.",
                 place.title),
             names_of({&place.show}),
             [&place](const MadeUp& made) { return !made.judged.hidden_places.contains(place.key); }});
    }
    if (place.require) {
        hoped_.push_back({"never-required",
                          path + ".require",
                          say("No answers were found with which the attachment \"{0}\" is demanded. Correct the "
                              "condition, or leave it empty.",
                              place.title),
                          names_of({&place.show, &place.require}),
                          [&place](const MadeUp& made) { return made.judged.required_places.contains(place.key); }});
    }
}

void Trying::hope_for_rule(const call::Rule& rule) {
    const std::string path = path_of("rules." + rule.key);
    const auto counts = [this, &rule](const MadeUp& made) {
        return holds_for(rule.when, false, made, call_) == Truth::yes;
    };
    const auto comes = [this, &rule, counts](Truth truth) {
        return [this, &rule, counts, truth](const MadeUp& made) {
            return counts(made) && holds_for(rule.check, false, made, call_) == truth;
        };
    };
    if (rule.when) {
        hoped_.push_back({"rule-never-counts",
                          path + ".when",
                          say("The rule \"{0}\" never counts: no answers were found with which its condition holds. "
                              "Correct the condition, or take the rule away.",
                              name_of(rule)),
                          names_of({&rule.when}),
                          counts});
    }
    hoped_.push_back({"rule-never-kept",
                      path + ".check",
                      say("Nobody was found who keeps the rule \"{0}\". Correct it.", name_of(rule)),
                      names_of({&rule.check, &rule.when}),
                      comes(Truth::yes)});
    hoped_.push_back({"rule-never-broken",
                      path + ".check",
                      say("Nobody was found who breaks the rule \"{0}\": it says nothing. Correct it, or take it away.",
                          name_of(rule)),
                      names_of({&rule.check, &rule.when}),
                      comes(Truth::no)});
}

void Trying::hope_for_shares() {
    for (const funding::PayerRule& payer : call_.rules.payers) {
        for (std::size_t i = 0; i < payer.instead.size(); ++i) {
            const auto condition = call_.share_conditions.find(payer.instead[i].holds);
            if (condition == call_.share_conditions.end()) {
                continue;
            }
            hoped_.push_back(
                {"share-never-holds",
                 path_of("funding.payers." + payer.key.text) + ".instead[" + std::to_string(i + 1) + "].when",
                 say("{0}: no answers were found with which the share of {1} holds. Correct its condition.",
                     payer.name,
                     payer.instead[i].share),
                 names_of({&condition->second}),
                 [this, condition](const MadeUp& made) {
                     return holds_for(condition->second, true, made, call_) == Truth::yes;
                 }});
        }
    }
}

void Trying::hope_for_conditions() {
    for (const form::Section& section : call_.form.sections) {
        if (section.show && !section.fields.empty()) {
            hope_for_section(section);
        }
        for (const form::Field& field : section.fields) {
            hope_for_field(section, field, path_of("form." + field.key));
        }
    }
    for (const call::FilePlace& place : call_.files) {
        hope_for_place(place);
    }
    for (const call::Rule& rule : call_.own_rules) {
        hope_for_rule(rule);
    }
    hope_for_shares();
}

}  // namespace vastin::preparation
