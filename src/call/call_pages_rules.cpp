#include "call/call_pages_rules.h"

#include "call/call_pages_money.h"

namespace vastin::call {

void fill_funded(kit::View& body, const Call& call) {
    const auto fact = [&](const Phrase& name, const Phrase& words, const char* key) {
        kit::View row = body.row("FUNDED");
        row.set("NAME", name);
        row.set("WORDS", words);
        mark(row, "ASSUMED", call, {key});
    };
    const bool single = takes(call, ProjectKind::single), group = takes(call, ProjectKind::group);
    fact(say("Projects"),
         single && group ? say("Projects of one implementer and group projects")
         : group         ? say("Group projects only")
                         : say("Projects of one implementer only"),
         "projects");
    const funding::Rules& rules = call.rules;
    if (rules.longest) {
        const std::int64_t months = rules.longest->count;
        fact(say("Longest time"),
             months % 12 == 0 ? say_count(months / 12, "One year", "{0} years", months / 12)
                              : say_count(months, "One month", "{0} months", months),
             "funding.longest");
    }
    if (rules.total_costs_least) {
        fact(
            say("Least total costs"), say("At least {0}", rules.total_costs_least->least), "funding.total_costs_least");
    }
    if (rules.total_costs_most) {
        fact(say("Total costs"), say("At most {0}", rules.total_costs_most->most), "funding.total_costs_most");
    }
    if (rules.support_most) {
        fact(say("Support for a project"), say("At most {0}", rules.support_most->most), "funding.support_most");
    }
    if (rules.indicative_size) {
        fact(say("Wished size of a project"),
             say("{0} – {1}", rules.indicative_size->least, rules.indicative_size->most),
             "funding.indicative_size");
    }
    for (const funding::CostPartRule& part : rules.cost_parts) {
        fact(part.name,
             part.bound == funding::Bound::at_most ? say("At most {0} of the total costs.", part.share)
                                                   : say("At least {0} of the total costs.", part.share),
             "funding.cost_parts");
    }
}

namespace {

using Told = std::vector<std::pair<Phrase, Phrase>>;  // a name and words

Told entrance(const Call& call) {
    Told all;
    if (call.contact_before) {
        all.emplace_back(say("Before applying"), call.contact_before->text);
    }
    if (call.stage) {
        all.emplace_back(say("Second stage"),
                         say("Only a project that was let through in the first stage, the call {0}, may apply.",
                             call.stage->after.text));
    }
    if (call.one_project) {
        const form::Field* question = form::find_field(call.form, call.one_project->per);
        all.emplace_back(say("One project only"),
                         question == nullptr
                             ? say("The call takes one project.")
                             : say("The call takes one project for each answer to: {0}.", question->label));
    }
    return all;
}

}  // namespace

void fill_rules(kit::View& body, const Call& call) {
    Told all = entrance(call);
    for (const Rule& rule : call.own_rules) {
        const auto& words = rule.message ? rule.message : rule.name;
        if (words) {
            all.emplace_back(rule.name ? Phrase(*rule.name) : say("Rule"),
                             rule.wish ? say("{0} This is a wish: it stops nothing.", *words) : Phrase(*words));
        }
    }
    if (all.empty()) {
        return;
    }
    kit::View list = body.row("RULES");
    for (const auto& [name, words] : all) {
        kit::View row = list.row("RULE");
        row.set("NAME", name);
        row.set("WORDS", words);
    }
}

}  // namespace vastin::call
