// The conditions of a call: parsed when everything they may name is known.
#include <algorithm>

#include "call/call_load.h"
#include "form/asked.h"

namespace vastin::call {

namespace {

using form::Condition;
using form::Known;
using form::Names;
using form::Scope;
using form::TermKind;
using kit::Toml;
using programme::read_source;
using programme::Sources;

/// What a call's conditions may name: its questions, and besides what is worked out of them.
struct Vocabulary {
    Names questions;
    Names all;
};

Vocabulary vocabulary_of(const Call& call) {
    Vocabulary words;
    words.questions = form::names_of(call.form, call.themes);
    words.all = words.questions;
    const auto add = [&](const std::string& name, TermKind kind) {
        words.all.emplace(name, Known{kind, false, false, true});
    };
    for (const char* sum : {"total_costs", "net_costs", "public_funding", "outside_private", "income"}) {
        add(std::string("plan.") + sum, TermKind::money);
    }
    for (const funding::PayerRule& payer : call.rules.payers) {
        add("plan." + payer.key.text, TermKind::money);
    }
    for (const funding::CostModel& model : call.rules.cost_models) {
        for (const std::string& category : model.categories) {
            add("cost." + category, TermKind::money);
        }
    }
    add("project.months", TermKind::number);
    add("project.implementers", TermKind::number);
    return words;
}

/// The condition at `key`, or a default one where there is none or it is wrong.
Condition read_condition(const Toml& table, std::string_view key, const Names& names, Scope scope) {
    const auto text = table.text_if(key);
    if (!text) {
        return {};
    }
    auto parsed = Condition::parse(*text, names, scope);
    if (!parsed) {
        table.fault_in(key, parsed.error().offset, parsed.error().said);
        return {};
    }
    return std::move(*parsed);
}

void read_field(const Toml& table, const Vocabulary& words, Scope scope, form::Field& field) {
    field.show = read_condition(table, "show", words.questions, scope);
    field.require = read_condition(table, "require", words.all, scope);
    field.valid = read_condition(table, "valid", words.all, scope);
    field.invalid = table.words_if("invalid");
    if (field.require && field.required) {
        table.fault("require", say("expected either required = true or a condition, found both"));
    }
    if (field.invalid && !field.valid) {
        table.fault("invalid", say("expected the condition \"valid\" beside it, found none"));
    }
    if (!form::asks(field.kind) && (field.require || field.valid)) {
        table.fault("", say("expected neither require nor valid: this asks nothing"));
    }
}

void read_form(const Toml& root, const Vocabulary& words, form::Form& form) {
    const auto table = root.table_if("form");
    const auto sections = table ? table->tables("sections") : std::vector<Toml>();
    for (std::size_t i = 0; i < sections.size() && i < form.sections.size(); ++i) {
        form::Section& section = form.sections[i];
        const Scope scope = section.whose == form::Whose::part ? Scope::part : Scope::common;
        section.show = read_condition(sections[i], "show", words.questions, scope);
        const auto fields = sections[i].tables("fields");
        for (std::size_t j = 0; j < fields.size() && j < section.fields.size(); ++j) {
            read_field(fields[j], words, scope, section.fields[j]);
        }
    }
    const auto circle = form::arrange(form);
    if (!circle.empty()) {
        std::string around;
        for (const std::string& key : circle) {
            around += (around.empty() ? "" : " -> ") + key;
        }
        table->fault("sections", say("expected conditions of \"show\" without a circle, found {0}", around));
    }
}

void read_places(const Toml& root, const Vocabulary& words, std::vector<FilePlace>& places) {
    const auto tables = root.tables("attachments");
    for (std::size_t i = 0; i < tables.size() && i < places.size(); ++i) {
        places[i].show = read_condition(tables[i], "show", words.questions, Scope::common);
        places[i].require = read_condition(tables[i], "require", words.all, Scope::common);
        if (places[i].require && places[i].required) {
            tables[i].fault("require", say("expected either required = true or a condition, found both"));
        }
    }
}

/// The conditions under which payers pay other shares; in a part its own questions may be named as they are.
void read_shares(const Toml& root, const Vocabulary& words, Call& call) {
    const auto funding = root.table_if("funding");
    const auto payers = funding ? funding->tables("payers") : std::vector<Toml>();
    for (std::size_t i = 0; i < payers.size() && i < call.rules.payers.size(); ++i) {
        const auto tables = payers[i].tables("instead");
        const auto& shares = call.rules.payers[i].instead;
        for (std::size_t j = 0; j < tables.size() && j < shares.size(); ++j) {
            if (shares[j].when) {
                call.share_conditions[shares[j].holds] =
                    read_condition(tables[j], "when", words.questions, Scope::part);
            }
        }
    }
}

Rule read_rule(const Toml& table, const Sources& sources, const Vocabulary& words, std::vector<std::string>& taken) {
    Rule rule;
    rule.key = programme::read_code(table, taken, "key");
    rule.name = table.words_if("name");
    rule.when = read_condition(table, "when", words.all, Scope::common);
    table.text("check");  // told when it is missing
    rule.check = read_condition(table, "check", words.all, Scope::common);
    rule.message = table.words_if("message");
    rule.wish = table.has("kind") && programme::read_word(table, "kind", {"must", "wish"}) == 1;
    rule.field = table.text_if("field").value_or("");
    rule.source = read_source(table, sources);
    return rule;
}

}  // namespace

void load_conditions(const Toml& root, const Sources& sources, Call& call) {
    const Vocabulary words = vocabulary_of(call);
    read_form(root, words, call.form);
    read_places(root, words, call.files);
    read_shares(root, words, call);
    std::vector<std::string> taken;
    for (const Toml& table : root.tables("rules")) {
        Rule rule = read_rule(table, sources, words, taken);
        if (rule.field.empty() && rule.check && !rule.check.names().empty()) {
            const std::string& first = rule.check.names().front();
            rule.field = words.questions.contains(first) ? first.substr(0, first.find('.')) : "";
        } else if (!rule.field.empty() && form::find_field(call.form, rule.field) == nullptr) {
            table.fault("field", say("expected the key of a question of this call, found \"{0}\"", rule.field));
        }
        call.own_rules.push_back(std::move(rule));
    }
}

}  // namespace vastin::call
