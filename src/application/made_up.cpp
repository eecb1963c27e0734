#include "application/made_up.h"

#include <algorithm>

#include "application/application_files.h"
#include "application/made_up_plan.h"

namespace vastin::application {

namespace {

// What is changed besides questions, named so that no question can have the name.
constexpr const char* costs_name = "?costs";
constexpr const char* days_name = "?days";
constexpr const char* parts_name = "?parts";
constexpr const char* file_prefix = "?file.";

constexpr int steps_of_one = 24;  // changes to one application before another is begun

using Names = std::vector<std::string>;

void add(Names& names, const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
    }
}

/// The rule that a reason names; of a question without a rule "form.KEY".
std::string rule_of(const Reason& reason, const call::Call& call) {
    if (!reason.rule.empty()) {
        return reason.rule;
    }
    const std::string key = reason.field.substr(0, reason.field.find('.'));
    return key.empty() || form::find_field(call.form, key) == nullptr ? "funding" : "form." + key;
}

/// How many implementers a condition that counts them may want: the largest small number in it.
std::size_t parts_of(const form::Condition& condition) {
    constexpr std::size_t sensible = 20;
    const std::string& text = condition.text();
    std::size_t most = 0, number = 0;
    for (const char letter : text + " ") {
        const bool digit = letter >= '0' && letter <= '9';
        most = !digit && number <= sensible ? std::max(most, number) : most;
        number = digit ? std::min<std::size_t>(number * 10 + static_cast<std::size_t>(letter - '0'), 1000) : 0;
    }
    const bool counts = text.find("distinct(") != std::string::npos || text.find("count(") != std::string::npos ||
                        text.find("project.implementers") != std::string::npos;
    return counts ? most + 1 : 0;
}

}  // namespace

struct Inventor::Inside {
    const call::Call& call;
    Chance chance;
    Compared compared;
    Answerer answerer;
    Planner planner;
    std::size_t parts_most = 3;
    std::optional<Application> accepted{};  // the last one: what more is wanted may be near

    Inside(const call::Call& of, std::uint64_t seed)
        : call(of), chance(seed), compared(compared_in(of)), answerer(of, compared), planner(of, compared) {
        for (const call::Rule& rule : call.own_rules) {
            for (const form::Condition* condition : {&rule.when, &rule.check}) {
                parts_most = std::max(parts_most, parts_of(*condition));
            }
        }
    }

    MadeUp judged(Application application) const;
    Application fresh();
    void answer_all(form::Whose whose, std::int64_t ordinal, form::Answers& answers);
    void set_parts(Application& application, std::size_t count);
    void add_part(Application& application);
    void name_parts(Application& application) const;
    /// Changes what has the name; of a question in the parts the answers of `where`, or of some where that says
    /// nothing.
    void change(Application& application, const std::string& name, const std::set<std::size_t>& where);
    void change_field(Application& application,
                      const form::Section& section,
                      const form::Field& field,
                      const std::set<std::size_t>& where);
    void add_file(Application& application, const std::string& place) const;
    Names names_of_rule(const std::string& rule) const;
    void add_condition(const form::Condition& condition, Names& names) const;
    void add_name(const std::string& name, Names& names) const;
    std::set<std::string> wrong(const MadeUp& made, const Aim& aim) const;
};

Inventor::Inventor(const call::Call& call, std::uint64_t seed) : inside_(std::make_unique<Inside>(call, seed)) {}
Inventor::~Inventor() = default;

MadeUp Inventor::Inside::judged(Application application) const {
    MadeUp made;
    made.judged = judge(application, call);
    made.application = std::move(application);
    for (const Reason& reason : made.judged.all()) {
        made.broken.insert(rule_of(reason, call));
    }
    for (std::size_t i = 0; i < made.judged.parts.size(); ++i) {
        for (const Reason& reason : made.judged.parts[i].all()) {
            made.where[rule_of(reason, call)].insert(i);
        }
    }
    return made;
}

void Inventor::Inside::answer_all(form::Whose whose, std::int64_t ordinal, form::Answers& answers) {
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (section.whose == whose) {
                answerer.answer(field, ordinal, answers, chance);
            }
        }
    }
}

void Inventor::Inside::add_part(Application& application) {
    Part part;
    part.ordinal = static_cast<std::int64_t>(application.parts.size()) + 1;
    answer_all(form::Whose::part, part.ordinal, part.answers);
    application.parts.push_back(std::move(part));
}

void Inventor::Inside::set_parts(Application& application, std::size_t count) {
    while (application.parts.size() < count) {
        add_part(application);
    }
    application.parts.resize(count);
    if (const auto* field = form::find_field(call.form, key::project_kind)) {
        application.answers[field->key] = count > 1 ? "group" : "single";
    }
}

void Inventor::Inside::add_file(Application& application, const std::string& place) const {
    document::Attachment file;
    file.place = place;
    file.name = place + ".pdf";
    application.files.push_back(std::move(file));
}

Application Inventor::Inside::fresh() {
    Application made;
    made.call = call.code;
    answer_all(form::Whose::common, 0, made.answers);
    answerer.days(made.answers, chance);
    const bool group =
        !takes(call, call::ProjectKind::single) || (takes(call, call::ProjectKind::group) && chance.percent(50));
    set_parts(made, group ? 2 + chance.below(parts_most - 1) : 1);
    for (const call::FilePlace& place : call.files) {
        if (place.required || chance.percent(80)) {
            add_file(made, place.key);
        }
    }
    planner.costs(made, chance);
    return made;
}

void Inventor::Inside::name_parts(Application& application) const {
    const auto text = [](const form::Answers& answers, const char* key) {
        const auto found = answers.find(key);
        return found == answers.end() ? std::string() : found->second;
    };
    application.title = text(application.answers, key::name);
    for (Part& part : application.parts) {
        part.organisation = text(part.answers, key::official_name);
        part.business_id = text(part.answers, key::business_id);
    }
}

void Inventor::Inside::add_name(const std::string& name, Names& names) const {
    if (name.starts_with("plan.") || name.starts_with("cost.")) {
        add(names, costs_name);
        const std::string pays = funding::field_of({name.substr(5)});
        if (form::find_field(call.form, pays) != nullptr) {
            add(names, pays);
        }
        return;
    }
    if (name.starts_with("project.")) {
        return add(names, name == "project.months" ? days_name : parts_name);
    }
    const std::string key = name.substr(0, name.find('.'));
    if (std::find(names.begin(), names.end(), key) != names.end()) {
        return;
    }
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key) {
                names.push_back(key);
                add_condition(section.show, names);  // where it is not asked its answer does not count
                add_condition(field.show, names);
            }
        }
    }
}

void Inventor::Inside::add_condition(const form::Condition& condition, Names& names) const {
    for (const std::string& name : condition.names()) {
        add_name(name, names);
    }
    const std::string& text = condition.text();
    if (text.find("distinct(") != std::string::npos || text.find("count(") != std::string::npos) {
        add(names, parts_name);
    }
}

Names Inventor::Inside::names_of_rule(const std::string& rule) const {
    Names names;
    const auto after = [&](std::string_view prefix) { return rule.substr(prefix.size()); };
    if (rule.starts_with("rules.")) {
        for (const call::Rule& own : call.own_rules) {
            if ("rules." + own.key == rule) {
                add_condition(own.check, names);
                add_condition(own.when, names);
            }
        }
    } else if (rule.starts_with("form.")) {
        const form::Field* field = form::find_field(call.form, after("form."));
        add_name(after("form."), names);
        if (field != nullptr) {
            add_condition(field->valid, names);
            add_condition(field->require, names);
            if (field->kind == form::FieldKind::file) {
                add(names, file_prefix + field->place);
            }
        }
        if (rule == std::string("form.") + key::project_kind) {
            add(names, parts_name);
        }
    } else if (rule.starts_with("attachments.")) {
        add(names, file_prefix + after("attachments."));
    } else if (rule == "funding.longest") {
        add(names, days_name);
    } else if (rule == "projects") {
        add(names, parts_name);
    }
    if (names.empty() || rule.starts_with("funding.payers") || rule.starts_with("funding.private")) {
        add(names, costs_name);
        for (const char* key : {key::applicant_kind, key::outside_private, key::income, key::de_minimis_received}) {
            add_name(key, names);
        }
        for (const auto& [name, condition] : call.share_conditions) {
            add_condition(condition, names);
        }
    }
    return names;
}

void Inventor::Inside::change_field(Application& application,
                                    const form::Section& section,
                                    const form::Field& field,
                                    const std::set<std::size_t>& where) {
    if (field.kind == form::FieldKind::file) {
        add_file(application, field.place);
        return;
    }
    if (section.whose == form::Whose::common) {
        answerer.answer(field, 0, application.answers, chance);
        return;
    }
    const bool each = chance.percent(40);
    const std::size_t only = chance.percent(40) ? 0 : chance.below(application.parts.size());
    for (std::size_t i = 0; i < application.parts.size(); ++i) {
        if (where.empty() ? each || i == only : where.contains(i)) {
            answerer.answer(field, application.parts[i].ordinal, application.parts[i].answers, chance);
        }
    }
}

void Inventor::Inside::change(Application& application, const std::string& name, const std::set<std::size_t>& where) {
    if (name == costs_name) {
        return planner.costs(application, chance);
    }
    if (name == days_name || ((name == key::starts || name == key::ends) && chance.percent(70))) {
        return answerer.days(application.answers, chance);
    }
    if (name == parts_name || name == key::project_kind) {
        set_parts(application, chance.percent(30) ? parts_most - chance.below(2) : 1 + chance.below(parts_most));
        return planner.costs(application, chance);
    }
    if (name.starts_with(file_prefix)) {
        return add_file(application, name.substr(std::string_view(file_prefix).size()));
    }
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key != name) {
                continue;
            }
            if (planner.answers(name) && chance.percent(70)) {
                return name.starts_with("pays_") ? planner.payers(application, chance)
                                                 : planner.costs(application, chance);
            }
            change_field(application, section, field, where);
            if (name == key::cost_model || name == key::pay_model) {
                planner.costs(application, chance);
            } else if (name == key::applicant_kind || name == key::outside_private || name == key::income) {
                planner.payers(application, chance);
            }
        }
    }
}

std::set<std::string> Inventor::Inside::wrong(const MadeUp& made, const Aim& aim) const {
    std::set<std::string> wrong;
    for (const std::string& rule : made.broken) {
        if (!aim.rules || aim.rules->contains(rule)) {
            wrong.insert(rule);
        }
    }
    if (aim.more && !aim.more(made)) {
        wrong.insert("");
    }
    return wrong;
}

std::optional<MadeUp> Inventor::find(const Aim& aim, int tries) {
    Inside& in = *inside_;
    Names more;
    for (const std::string& name : aim.names) {
        in.add_name(name, more);
    }
    int step = steps_of_one;
    MadeUp now;
    std::set<std::string> wrong;
    for (int tried = 0; tried < tries; ++tried, ++step) {
        Application next;
        if (step >= steps_of_one) {
            next = in.accepted && aim.more && in.chance.percent(50) ? *in.accepted : in.fresh();
        } else {
            next = now.application;
            auto picked = wrong.begin();
            std::advance(picked, static_cast<std::ptrdiff_t>(in.chance.below(wrong.size())));
            const Names names = picked->empty() ? more : in.names_of_rule(*picked);
            const auto parts = now.where.find(*picked);
            for (std::size_t i = 1 + in.chance.below(2); i > 0 && !names.empty(); --i) {
                in.change(
                    next, in.chance.one_of(names), parts == now.where.end() ? std::set<std::size_t>() : parts->second);
            }
        }
        in.name_parts(next);
        MadeUp made = in.judged(std::move(next));
        if (watch) {
            watch(made);
        }
        if (made.accepted()) {
            in.accepted = made.application;
        }
        auto left = in.wrong(made, aim);
        if (left.empty()) {
            return made;
        }
        if (step >= steps_of_one || left.size() <= wrong.size()) {
            step = step >= steps_of_one ? 0 : step;
            now = std::move(made);
            wrong = std::move(left);
        }
    }
    return std::nullopt;
}

}  // namespace vastin::application
