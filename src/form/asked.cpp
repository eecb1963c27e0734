#include "form/asked.h"

#include <algorithm>

namespace vastin::form {

namespace {

/// The key of the question that a name belongs to: "themes" of "themes.battery".
std::string question_of(const std::string& name) { return name.substr(0, name.find('.')); }

/// Orders the conditional questions by what they depend on.
struct Arranger {
    struct Node {
        Form::Asked at;
        std::vector<std::string> needs;
        enum class State { fresh, open, placed } state = State::fresh;
    };
    std::map<std::string, Node> nodes{};
    std::vector<Form::Asked> order{};
    std::vector<std::string> path{};  // keys that are open: where a circle is found, its part is in here

    /// False where a circle begins and ends at path.back().
    bool place(const std::string& key) {
        const auto found = nodes.find(key);
        if (found == nodes.end() || found->second.state == Node::State::placed) {
            return true;
        }
        path.push_back(key);
        if (found->second.state == Node::State::open) {
            return false;
        }
        found->second.state = Node::State::open;
        for (const std::string& need : found->second.needs) {
            if (!place(need)) {
                return false;
            }
        }
        found->second.state = Node::State::placed;
        order.push_back(found->second.at);
        path.pop_back();
        return true;
    }
};

Facts at_part(Facts facts, std::optional<std::size_t> part) {
    facts.part = part;
    return facts;
}

bool asked(const Section& section, const Field& field, const Facts& facts) {
    return holds(section.show, facts) == Truth::yes && holds(field.show, facts) == Truth::yes;
}

void take_out(const Field& field, Checked& checked) {
    checked.hidden.insert(field.key);
    checked.values.erase(field.key);
    std::erase_if(checked.findings, [&](const Finding& one) { return belongs(one.reason.field, field.key); });
}

Reason told(const Field& field, const Measured& measured, const std::optional<Localised>& words) {
    const Phrase sentence = words ? Phrase(*words) : measured_sentence(measured);
    return {
        say("{0}: {1}", field.label, sentence), field.key, "form." + field.key, measured.allowed, measured.found, {}};
}

void judge_field(const Field& field, const Facts& facts, Checked& checked) {
    if (checked.hidden.contains(field.key)) {
        return;
    }
    const bool answered = checked.values.contains(field.key);
    const bool told_already = std::any_of(checked.findings.begin(), checked.findings.end(), [&](const Finding& one) {
        return belongs(one.reason.field, field.key);
    });
    if (!answered && !told_already && field.require && holds(field.require, facts) == Truth::yes) {
        checked.findings.push_back({missing(field), true});
    }
    if (answered && field.valid) {
        const Measured measured = measure(field.valid, facts);
        if (measured.truth == Truth::no) {
            checked.findings.push_back({told(field, measured, field.invalid), false});
        }
    }
}

}  // namespace

std::vector<std::string> arrange(Form& form) {
    Arranger arranger;
    for (std::size_t s = 0; s < form.sections.size(); ++s) {
        const Section& section = form.sections[s];
        for (std::size_t f = 0; f < section.fields.size(); ++f) {
            const Field& field = section.fields[f];
            if (!section.show && !field.show) {
                continue;
            }
            Arranger::Node node{{s, f}, {}};
            for (const Condition* condition : {&section.show, &field.show}) {
                for (const std::string& name : condition->names()) {
                    node.needs.push_back(question_of(name));
                }
            }
            arranger.nodes.emplace(field.key, std::move(node));
        }
    }
    for (auto& [key, node] : arranger.nodes) {
        if (!arranger.place(key)) {
            const auto first = std::find(arranger.path.begin(), arranger.path.end(), arranger.path.back());
            return {first, arranger.path.end()};
        }
    }
    form.on_condition = std::move(arranger.order);
    return {};
}

Facts facts_of(const Checked& common, std::span<Checked* const> parts, const Worked& worked) {
    return {&common, {parts.begin(), parts.end()}, &worked, std::nullopt};
}

void leave_out(const Form& form, Checked& common, std::span<Checked* const> parts) {
    static const Worked nothing;
    const Facts facts = facts_of(common, parts, nothing);
    for (const Form::Asked& at : form.on_condition) {
        const Section& section = form.sections[at.section];
        const Field& field = section.fields[at.field];
        if (section.whose == Whose::common) {
            if (!asked(section, field, facts)) {
                take_out(field, common);
            }
            continue;
        }
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!asked(section, field, at_part(facts, i))) {
                take_out(field, *parts[i]);
            }
        }
    }
}

void judge_conditions(const Form& form, const Worked& worked, Checked& common, std::span<Checked* const> parts) {
    const Facts facts = facts_of(common, parts, worked);
    for (const Section& section : form.sections) {
        for (const Field& field : section.fields) {
            if (!field.require && !field.valid) {
                continue;
            }
            if (section.whose == Whose::common) {
                judge_field(field, facts, common);
                continue;
            }
            for (std::size_t i = 0; i < parts.size(); ++i) {
                judge_field(field, at_part(facts, i), *parts[i]);
            }
        }
    }
}

Phrase measured_sentence(const Measured& measured) {
    if (measured.allowed.empty()) {
        return say("This does not fit the rules of the call.");
    }
    return measured.off.empty() ? say("Limit: {0}. Now: {1}.", measured.allowed, measured.found)
                                : say("Limit: {0}. Now: {1}, {2}.", measured.allowed, measured.found, measured.off);
}

}  // namespace vastin::form
