#include "call/eligibility.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "form/asked.h"
#include "form/read.h"

namespace vastin::call {

namespace {

using Kind = EligibilityQuestion::Kind;
using Verdict = Eligibility::Verdict;

constexpr std::int64_t most_months = 600;  // fifty years: more is a slip of the finger

/// Asks and judges, one question after the other.
class Asking {
  public:
    Asking(const kit::Fields& typed, Eligibility& result) : typed_(typed), result_(result) {}

    /// What was chosen of `options`; "" when nothing was, or something that is not offered.
    std::string choice(const std::string& key,
                       Phrase label,
                       Phrase hint,
                       std::vector<std::pair<std::string, Phrase>> options) {
        std::string chosen = typed_.get(key);
        const bool offered =
            std::any_of(options.begin(), options.end(), [&](const auto& one) { return one.first == chosen; });
        if (!chosen.empty() && !offered) {
            result_.faults.push_back({say("Choose one of the answers."), key});
        }
        ask({key, Kind::choice, std::move(label), std::move(hint), std::move(options), chosen}, offered);
        return offered ? chosen : std::string();
    }
    std::optional<std::int64_t> number(const char* key, Phrase label, Phrase hint) {
        const std::string written = typed_.get(key);
        const std::string_view trimmed = form::trimmed(written);
        std::int64_t value = 0;
        const auto [end, failed] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
        const bool good =
            failed == std::errc() && end == trimmed.data() + trimmed.size() && value >= 1 && value <= most_months;
        if (!trimmed.empty() && !good) {
            result_.faults.push_back({say("Write a whole number from 1 to {0}, such as 24.", most_months), key});
        }
        ask({key, Kind::number, std::move(label), std::move(hint), {}, written}, good);
        return good ? std::optional(value) : std::nullopt;
    }
    std::optional<Money> money(const char* key, Phrase label, Phrase hint) {
        const std::string written = typed_.get(key);
        std::optional<Money> value;
        if (!form::trimmed(written).empty()) {
            if (auto read = form::read_money(written)) {
                value = *read;
            } else {
                result_.faults.push_back({std::move(read).error(), key});
            }
        }
        ask({key, Kind::money, std::move(label), std::move(hint), {}, written}, value.has_value());
        return value;
    }
    void against(Phrase why, const Localised& source) { result_.obstacles.push_back({std::move(why), source}); }
    Verdict verdict() const {
        return !asked_                          ? Verdict::not_asked
               : !result_.obstacles.empty()     ? Verdict::cannot
               : all_ && result_.faults.empty() ? Verdict::can
                                                : Verdict::open;
    }

  private:
    void ask(EligibilityQuestion question, bool answered) {
        asked_ = asked_ || typed_.has(question.key);
        all_ = all_ && answered;
        result_.questions.push_back(std::move(question));
    }
    const kit::Fields& typed_;
    Eligibility& result_;
    bool asked_ = false, all_ = true;
};

void judge_theme(const Call& call, Asking& asking) {
    std::vector<std::pair<std::string, Phrase>> options;
    for (const form::Theme& theme : call.themes) {
        options.emplace_back(theme.id, Phrase(theme.name));
    }
    options.emplace_back("none", say("None of these"));
    if (asking.choice("theme", say("To which theme does the project belong most?"), {}, std::move(options)) == "none") {
        asking.against(say("The call takes only projects that belong to its themes."), call.source);
    }
}

/// "one", "several", or "" while it is not known.
std::string judge_implementers(const Call& call, bool always, Asking& asking) {
    const bool single = takes(call, ProjectKind::single), group = takes(call, ProjectKind::group);
    const auto& lone = call.rules.lone_company;
    if (single && group && !lone && !always) {
        return "";
    }
    const std::string count = asking.choice("implementers",
                                            say("How many organisations carry the project out?"),
                                            {},
                                            {{"one", say("One, ours")}, {"several", say("Several together")}});
    if (count == "one" && !single) {
        asking.against(say("The call takes group projects only: at least two organisations carry one out."),
                       call.source);
    }
    if (count == "several" && !group) {
        asking.against(say("The call takes projects of one organisation only."), call.source);
    }
    if (!lone) {
        return count;
    }
    const std::string companies = asking.choice("companies",
                                                say("Are all of them companies?"),
                                                say("A body owned by a municipality or the State is none here."),
                                                {{"yes", say("Yes")}, {"no", say("No")}});
    if (!count.empty() && !companies.empty()) {
        if (auto no = funding::may_not_apply(call.rules, {count == "one" ? 1 : 2, companies == "yes"})) {
            asking.against(std::move(no->phrase), lone->source);
        }
    }
    return count;
}

std::optional<std::int64_t> judge_time(const Call& call, bool always, Asking& asking) {
    const auto& longest = call.rules.longest;
    if (!longest && !always) {
        return std::nullopt;
    }
    const auto months = asking.number("months", say("How many months does the project last?"), {});
    if (months && longest && *months > longest->count) {
        const std::int64_t most = longest->count;
        asking.against(
            say_count(most, "A project lasts at most one month.", "A project lasts at most {0} months.", most),
            call.rules.longest_source);
    }
    return months;
}

std::optional<Money> judge_costs(const Call& call, bool always, Asking& asking) {
    const auto& most = call.rules.total_costs_most;
    const auto& least = call.rules.total_costs_least;
    if (!most && !least && !always) {
        return std::nullopt;
    }
    const auto costs =
        asking.money("total", say("What does the project cost in all?"), say("An estimate is enough, in euros."));
    if (costs && most && *costs > most->most) {
        asking.against(say("The total costs of a project are at most {0}.", most->most), most->source);
    }
    if (costs && least && *costs < least->least) {
        asking.against(say("The total costs of a project are at least {0}.", least->least), least->source);
    }
    return costs;
}

constexpr const char* months_name = "project.months";
constexpr const char* implementers_name = "project.implementers";
constexpr const char* costs_name = "plan.total_costs";
constexpr const char* kind_name = "project_kind";
constexpr std::size_t asked_most = 6;  // questions of the form: more are no quick check any more

/// A question of the form that can be asked here: yes or no, or one of some answers.
struct OfForm {
    const form::Field* field = nullptr;
    form::Whose whose = form::Whose::common;
};
OfForm of_form(const Call& call, const std::string& key) {
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (field.key == key && (field.kind == form::FieldKind::yes_no || field.kind == form::FieldKind::choice)) {
                return {&field, section.whose};
            }
        }
    }
    return {};
}

/// The call's own rules that a few questions can judge: their names are yes or no, a choice, the time, the costs, how
/// many carry the project out.
class OwnRules {
  public:
    explicit OwnRules(const Call& call) : call_(call) {
        for (const Rule& rule : call.own_rules) {
            std::set<std::string> names(rule.check.names().begin(), rule.check.names().end());
            names.insert(rule.when.names().begin(), rule.when.names().end());
            if (!rule.wish && !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
                    return known(name) || of_form(call, name).field != nullptr;
                })) {
                take(rule, names);
            }
        }
    }
    bool asks(const char* name) const { return names_.contains(name); }

    /// Asks what the form would ask, and says which rules the answers break. What others carry out besides us is not
    /// asked: then rules about implementers stay open.
    void judge(const std::string& count,
               std::optional<std::int64_t> months,
               std::optional<Money> costs,
               Asking& asking) {
        form::Checked common, part;
        form::Worked worked;
        if (months) {
            worked.emplace(months_name, *months);
        }
        if (costs) {
            worked.emplace(costs_name, *costs);
        }
        if (count == "one") {
            worked.emplace(implementers_name, std::int64_t{1});
        }
        if (!count.empty()) {
            common.values.emplace(kind_name, form::Choice{count == "one" ? "single" : "group"});
        }
        for (const std::string& name : names_) {
            const OfForm asked = of_form(call_, name);
            if (known(name) || (asked.whose == form::Whose::part && count == "several")) {
                continue;
            }
            const std::string chosen = ask(*asked.field, asking);
            if (!chosen.empty()) {
                (asked.whose == form::Whose::part ? part : common).values.emplace(name, form::Choice{chosen});
            }
        }
        const std::array<form::Checked*, 1> ours{&part};
        const form::Facts facts = form::facts_of(
            common,
            count == "several" ? std::span<form::Checked* const>() : std::span<form::Checked* const>(ours),
            worked);
        for (const Rule* rule : rules_) {
            if (form::holds(rule->when, facts) != form::Truth::yes || (count == "several" && of_parts(*rule))) {
                continue;
            }
            const form::Measured measured = form::measure(rule->check, facts);
            if (measured.truth == form::Truth::no) {
                asking.against(sentence_of(*rule, measured), rule->source);
            }
        }
    }

  private:
    static bool known(const std::string& name) {
        return name == months_name || name == implementers_name || name == costs_name || name == kind_name;
    }
    void take(const Rule& rule, const std::set<std::string>& names) {
        auto all = names_;
        all.insert(names.begin(), names.end());
        const auto asked = std::count_if(all.begin(), all.end(), [](const std::string& name) { return !known(name); });
        if (static_cast<std::size_t>(asked) <= asked_most) {
            names_ = std::move(all);
            rules_.push_back(&rule);
        }
    }
    bool of_parts(const Rule& rule) const {
        return std::any_of(rule.check.names().begin(), rule.check.names().end(), [&](const std::string& name) {
            return name == implementers_name || (!known(name) && of_form(call_, name).whose == form::Whose::part);
        });
    }
    static std::string ask(const form::Field& field, Asking& asking) {
        std::vector<std::pair<std::string, Phrase>> options;
        for (const form::Option& option : field.options) {
            options.emplace_back(option.value, option.name);
        }
        if (field.kind == form::FieldKind::yes_no) {
            options = {{"yes", say("Yes")}, {"no", say("No")}};
        }
        return asking.choice(field.key, field.label, field.hint, std::move(options));
    }
    const Call& call_;
    std::set<std::string> names_;
    std::vector<const Rule*> rules_;
};

}  // namespace

Eligibility eligibility(const Call& call, const kit::Fields& typed) {
    Eligibility result;
    Asking asking(typed, result);
    OwnRules own(call);
    judge_theme(call, asking);
    std::string count = judge_implementers(call, own.asks(implementers_name) || own.asks(kind_name), asking);
    if (count.empty() && takes(call, ProjectKind::single) != takes(call, ProjectKind::group)) {
        count = takes(call, ProjectKind::single) ? "one" : "several";
    }
    const auto months = judge_time(call, own.asks(months_name), asking);
    const auto costs = judge_costs(call, own.asks(costs_name), asking);
    own.judge(count, months, costs, asking);
    result.verdict = asking.verdict();
    return result;
}

}  // namespace vastin::call
