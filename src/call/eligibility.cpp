#include "call/eligibility.h"

#include <algorithm>
#include <charconv>

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
    std::string choice(const char* key,
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

void judge_implementers(const Call& call, Asking& asking) {
    const bool single = takes(call, ProjectKind::single), group = takes(call, ProjectKind::group);
    const auto& lone = call.rules.lone_company;
    if (single && group && !lone) {
        return;
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
        return;
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
}

void judge_time(const Call& call, Asking& asking) {
    if (!call.rules.longest) {
        return;
    }
    const std::int64_t most = call.rules.longest->count;
    const auto months = asking.number("months", say("How many months does the project last?"), {});
    if (months && *months > most) {
        asking.against(
            say_count(most, "A project lasts at most one month.", "A project lasts at most {0} months.", most),
            call.rules.longest_source);
    }
}

void judge_costs(const Call& call, Asking& asking) {
    const auto& most = call.rules.total_costs_most;
    const auto& least = call.rules.total_costs_least;
    if (!most && !least) {
        return;
    }
    const auto costs =
        asking.money("total", say("What does the project cost in all?"), say("An estimate is enough, in euros."));
    if (costs && most && *costs > most->most) {
        asking.against(say("The total costs of a project are at most {0}.", most->most), most->source);
    }
    if (costs && least && *costs < least->least) {
        asking.against(say("The total costs of a project are at least {0}.", least->least), least->source);
    }
}

}  // namespace

Eligibility eligibility(const Call& call, const kit::Fields& typed) {
    Eligibility result;
    Asking asking(typed, result);
    judge_theme(call, asking);
    judge_implementers(call, asking);
    judge_time(call, asking);
    judge_costs(call, asking);
    result.verdict = asking.verdict();
    return result;
}

}  // namespace vastin::call
