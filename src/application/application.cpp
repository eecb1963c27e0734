#include "application/application.h"

#include <algorithm>

#include "application/application_life.h"
#include "base/check.h"

namespace vastin::application {

std::string_view code(State state) { return state == State::received ? "received" : "draft"; }

std::optional<State> read_state(std::string_view text) {
    return text == "draft"      ? std::optional(State::draft)
           : text == "received" ? std::optional(State::received)
                                : std::nullopt;
}

Seen seen(const Application& application) { return {application.version, application.parts.front().version}; }

namespace {

void append(std::vector<Reason>& to, std::vector<Reason> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// A fault of a plan or costs, at the field where the applicant can mend it.
Reason at_field(Reason reason) {
    if (reason.field == "total_costs" || reason.field == "support") {
        reason.field = key::pay;
    }
    return reason;
}

std::optional<PartMoney> money_of(const form::Checked& part, const call::Call& call, std::vector<Reason>& faults) {
    const Money* pay = part.value<Money>(key::pay);
    const auto& outside = part.values.find(key::outside_private);
    const form::Choice* kind = part.value<form::Choice>(key::applicant_kind);
    const bool outside_unread = std::any_of(part.findings.begin(), part.findings.end(), [](const auto& f) {
        return f.reason.field == key::outside_private;
    });
    if (pay == nullptr || outside_unread || call.rules.cost_models.empty()) {
        return std::nullopt;
    }
    if (*pay == Money()) {
        faults.push_back({say("Write the staff pay: a project that costs nothing cannot be funded."), key::pay});
        return std::nullopt;
    }
    PartMoney made;
    made.costs = funding::costs(call.rules.cost_models.front(), *pay);
    const Money* given = outside == part.values.end() ? nullptr : std::get_if<Money>(&outside->second);
    const auto applicant = kind != nullptr && kind->value == "private" ? funding::ApplicantKind::private_body
                                                                       : funding::ApplicantKind::public_body;
    if (made.costs.faults.empty()) {
        made.plan = funding::plan(call.rules, made.costs.total, given != nullptr ? *given : Money(), applicant);
    }
    for (const auto* list : {&made.costs.faults, &made.plan.faults}) {
        for (const Reason& reason : *list) {
            faults.push_back(at_field(reason));
        }
    }
    return made;
}

}  // namespace

Judged judge(const Application& application, const call::Call& call) {
    Judged judged;
    judged.common = form::check(call.form, form::Whose::common, application.answers, call.themes);
    const Date* first = judged.common.value<Date>(key::starts);
    const Date* last = judged.common.value<Date>(key::ends);
    if (first != nullptr && last != nullptr) {
        if (auto wrong = form::end_before_start(*first, *last, key::ends)) {
            judged.across.push_back(std::move(*wrong));
        } else if (call.rules.longest) {
            if (auto long_time = form::too_long(*first, *last, *call.rules.longest, key::ends)) {
                judged.across.push_back(std::move(*long_time));
            }
        }
    }
    for (const Part& part : application.parts) {
        judged.parts.push_back(form::check(call.form, form::Whose::part, part.answers, call.themes));
        judged.money.push_back(money_of(judged.parts.back(), call, judged.across));
    }
    return judged;
}

std::vector<Reason> Judged::faults() const {
    std::vector<Reason> all = common.faults();
    for (const auto& part : parts) {
        append(all, part.faults());
    }
    append(all, across);
    return all;
}

std::vector<Reason> Judged::missing() const {
    std::vector<Reason> all = common.missing();
    for (const auto& part : parts) {
        append(all, part.missing());
    }
    return all;
}

std::vector<Reason> Judged::all() const {
    std::vector<Reason> whole = common.all();
    for (const auto& part : parts) {
        append(whole, part.all());
    }
    append(whole, across);
    return whole;
}

Asked asked(const Judged& judged, const call::Call& call) {
    Asked sums;
    for (const auto& money : judged.money) {
        if (!money) {
            continue;
        }
        sums.total_costs += money->plan.total_costs.value;
        for (const funding::Line& line : money->plan.lines) {
            if (line.key == call.rules.support) {
                sums.support += line.sum.value;
            } else if (line.payer == funding::PayerClass::city) {
                sums.municipal += line.sum.value;
            }
        }
    }
    return sums;
}

namespace {

kit::Json typed(const form::Answers& answers) {
    kit::Json::Object all;
    for (const auto& [name, answer] : answers) {
        all.emplace(name, answer);
    }
    return all;
}

/// What the answers were read as: days as 2025-11-01, sums in cents, shares in basis points.
kit::Json read_as(const form::Checked& checked) {
    kit::Json::Object all;
    for (const auto& [name, value] : checked.values) {
        if (const auto* text = std::get_if<std::string>(&value)) {
            all.emplace(name, *text);
        } else if (const auto* day = std::get_if<Date>(&value)) {
            all.emplace(name, write_date(*day));
        } else if (const auto* sum = std::get_if<Money>(&value)) {
            all.emplace(name, sum->count());
        } else if (const auto* choice = std::get_if<form::Choice>(&value)) {
            all.emplace(name, choice->value);
        } else if (const auto* shares = std::get_if<form::ThemeShares>(&value)) {
            kit::Json::Object by_theme;
            for (const auto& share : *shares) {
                by_theme.emplace(share.theme, std::int64_t{share.share.basis_points});
            }
            all.emplace(name, std::move(by_theme));
        }
    }
    return all;
}

kit::Json plan_of(const PartMoney& money) {
    kit::Json::List lines;
    for (const funding::Line& line : money.plan.lines) {
        lines.push_back(kit::Json::Object{{"payer", line.key.text},
                                          {"share", std::int64_t{line.share.basis_points}},
                                          {"cents", line.sum.value.count()}});
    }
    return kit::Json::Object{{"lines", std::move(lines)},
                             {"outside", money.plan.outside.value.count()},
                             {"public_funding", money.plan.public_funding.value.count()},
                             {"total_costs", money.plan.total_costs.value.count()}};
}

}  // namespace

kit::Json document(const Application& application,
                   const Judged& judged,
                   const call::Call& call,
                   const std::string& sender,
                   Instant arrived) {
    kit::Json::List parts;
    for (std::size_t i = 0; i < application.parts.size(); ++i) {
        const Part& part = application.parts[i];
        parts.push_back(kit::Json::Object{{"answers", typed(part.answers)},
                                          {"business_id", part.business_id},
                                          {"ordinal", part.ordinal},
                                          {"organisation", part.organisation},
                                          {"plan", judged.money[i] ? plan_of(*judged.money[i]) : kit::Json()},
                                          {"read_as", read_as(judged.parts[i])}});
    }
    return kit::Json::Object{
        {"application", application.id.str()},
        {"arrived", arrived.milliseconds},
        {"call", call.code.text},
        {"common", kit::Json::Object{{"answers", typed(application.answers)}, {"read_as", read_as(judged.common)}}},
        {"form", "vastin.application.1"},
        {"parts", std::move(parts)},
        {"programme", call.programme.text},
        {"rules", call.rules_hash.text},
        {"sender", sender}};
}

std::optional<Phrase> window_closed(const Facts& facts) {
    switch (call::state(facts.call, facts.now)) {
        case call::CallState::coming:
            return say("The call is not open yet: it opens on {0}.", facts.call.window.opens);
        case call::CallState::closed:
            return say("The call has closed: the deadline was {0}. The draft is kept, but it can no longer be sent.",
                       facts.call.window.closes);
        case call::CallState::open:
            break;
    }
    return std::nullopt;
}

std::optional<Phrase> incomplete(const Facts& facts) {
    return facts.complete ? std::nullopt : std::optional(say("The application is not whole yet."));
}

std::optional<Phrase> may_not_be_sent(const Facts& facts) {
    auto why = window_closed(facts);
    return why ? why : incomplete(facts);
}

}  // namespace vastin::application
