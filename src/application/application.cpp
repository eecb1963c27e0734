#include "application/application.h"

#include <algorithm>

#include "application/application_files.h"
#include "application/application_life.h"
#include "application/application_money.h"
#include "application/application_rules.h"
#include "base/check.h"
#include "call/opening.h"
#include "form/asked.h"

namespace vastin::application {

std::string_view code(State state) {
    switch (state) {
        case State::draft:
            return "draft";
        case State::received:
            return "received";
        case State::reopened:
            return "reopened";
        case State::withdrawn:
            break;
    }
    return "withdrawn";
}

std::optional<State> read_state(std::string_view text) {
    for (State state : {State::draft, State::received, State::reopened, State::withdrawn}) {
        if (text == code(state)) {
            return state;
        }
    }
    return std::nullopt;
}

Phrase state_name(State state) {
    switch (state) {
        case State::draft:
            return say("Draft – not sent");
        case State::received:
            return say("Sent – arrived");
        case State::reopened:
            return say("Reopened – the change is not sent");
        case State::withdrawn:
            break;
    }
    return say("Withdrawn");
}

std::string_view code(Right right) {
    return right == Right::manage ? "manage" : right == Right::submit ? "submit" : "prepare";
}

std::optional<Right> read_right(std::string_view text) {
    for (Right right : {Right::prepare, Right::submit, Right::manage}) {
        if (text == code(right)) {
            return right;
        }
    }
    return std::nullopt;
}

Phrase right_name(Right right) {
    switch (right) {
        case Right::prepare:
            return say("Fills in");
        case Right::submit:
            return say("Fills in and sends");
        case Right::manage:
            break;
    }
    return say("Fills in, sends and decides who takes part");
}

Version version_of(const SectionVersions& sections, const std::string& key) {
    const auto found = sections.find(key);
    return {found == sections.end() ? 1 : found->second};
}

const Part* find_part(const Application& application, std::int64_t ordinal) {
    const auto found = std::find_if(
        application.parts.begin(), application.parts.end(), [&](const Part& part) { return part.ordinal == ordinal; });
    return found == application.parts.end() ? nullptr : &*found;
}

Part* find_part(Application& application, std::int64_t ordinal) {
    return const_cast<Part*>(find_part(std::as_const(application), ordinal));
}

Seen seen(const Application& application) {
    Seen all{application.version, {}};
    for (const Part& part : application.parts) {
        all.parts.push_back(part.version);
    }
    return all;
}

namespace {

void append(std::vector<Reason>& to, std::vector<Reason> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// One project, one implementer; a group has at least two, and the call takes both kinds or one. Where nobody is asked
/// who carries the project out, the number of implementers says it.
void judge_implementers(const Application& application, const call::Call& call, Judged& judged) {
    const form::Field* question = form::find_field(call.form, key::project_kind);
    const auto* kind = judged.common.value<form::Choice>(key::project_kind);
    if (question != nullptr && kind == nullptr && question->required) {
        return;  // told as missing
    }
    const auto count = static_cast<std::int64_t>(application.parts.size());
    const bool group = kind != nullptr ? kind->value == "group" : count > 1;
    const auto add = [&](Phrase why) {
        judged.across.push_back(
            {std::move(why), question == nullptr ? "" : key::project_kind, question == nullptr ? "projects" : ""});
    };
    if (count > 1 && !call::takes(call, call::ProjectKind::group)) {
        add(
            say("The project has {0} implementers, and this call takes projects of one implementer only. Take the "
                "others away.",
                count));
    } else if (!call::takes(call, group ? call::ProjectKind::group : call::ProjectKind::single)) {
        add(group ? say("This call takes projects of one implementer only.")
                  : say("This call takes projects of a group only."));
    } else if (group && count < 2) {
        add(say("A group has at least two implementers. Add the others on the application’s page."));
    } else if (!group && count > 1) {
        add(say("The project has {0} implementers: choose a group, or take the others away.", count));
    }
}

/// A company may not apply alone, where the call says so.
void judge_companies(const call::Call& call, Judged& judged) {
    const bool only = std::all_of(judged.parts.begin(), judged.parts.end(), [](const JudgedPart& part) {
        const auto* type = part.answers.value<form::Choice>(key::organisation_type);
        return type != nullptr && type->value == "company";
    });
    const auto count = static_cast<std::int64_t>(judged.parts.size());
    if (auto no = funding::may_not_apply(call.rules, {count, only})) {
        no->field = key::organisation_type;
        no->rule = "funding.lone_company";
        no->source = Phrase(call.rules.lone_company->source);
        judged.parts.front().across.push_back(std::move(*no));
    }
}

void judge_days(const call::Call& call, Judged& judged) {
    const Date* first = judged.common.value<Date>(key::starts);
    const Date* last = judged.common.value<Date>(key::ends);
    if (first == nullptr || last == nullptr) {
        return;
    }
    if (auto wrong = form::end_before_start(*first, *last, key::ends)) {
        judged.across.push_back(std::move(*wrong));
    } else if (call.rules.longest) {
        if (auto long_time = form::too_long(*first, *last, *call.rules.longest, key::ends)) {
            long_time->rule = "funding.longest";
            long_time->allowed = say("{0}", days_later(months_later(*first, *call.rules.longest), -1));
            long_time->found = say("{0}", *last);
            long_time->source = Phrase(call.rules.longest_source);
            judged.across.push_back(std::move(*long_time));
        }
    }
}

/// The plan of the whole: of one implementer its own, of a group what they sum to.
void judge_whole(const Application& application, const call::Call& call, Judged& judged) {
    std::vector<funding::PartPlan> plans;
    for (std::size_t i = 0; i < judged.parts.size(); ++i) {
        const auto& money = judged.parts[i].money;
        if (!money || money->plan.lines.empty()) {
            return;
        }
        const std::string& name = application.parts[i].organisation;
        plans.push_back({Localised{name, name, name}, money->plan});
    }
    if (plans.size() == 1) {
        judged.plan = std::move(plans.front().plan);
        return;
    }
    judged.plan = funding::together(call.rules, plans);
    for (Reason reason : judged.plan->faults) {
        reason.field.clear();  // no single field is to blame
        judged.across.push_back(std::move(reason));
    }
}

}  // namespace

std::vector<int> years(const Judged& judged) {
    const Date* first = judged.common.value<Date>(key::starts);
    const Date* last = judged.common.value<Date>(key::ends);
    return first != nullptr && last != nullptr ? form::years_of(*first, *last) : std::vector<int>();
}

namespace {

std::vector<form::Place> places_of(const Application& application, const call::Call& call) {
    std::vector<form::Place> places;
    for (const call::FilePlace& place : call.files) {
        places.push_back({place.key, static_cast<std::int64_t>(files_in(application, place.key).size())});
    }
    return places;
}

}  // namespace

Judged judge(const Application& application, const call::Call& call) {
    Judged judged;
    const std::vector<form::Place> places = places_of(application, call);
    judged.common = form::check(call.form, form::Whose::common, application.answers, {call.themes, {}, places});
    const std::vector<int> of_project = years(judged);
    for (const Part& part : application.parts) {
        JudgedPart one;
        one.answers = form::check(call.form, form::Whose::part, part.answers, {call.themes, of_project, places});
        judged.parts.push_back(std::move(one));
    }
    form::leave_out(call.form, judged.common, answers_of_parts(judged));
    judge_days(call, judged);
    judge_implementers(application, call, judged);
    judge_companies(call, judged);
    for (std::size_t i = 0; i < judged.parts.size(); ++i) {
        JudgedPart& part = judged.parts[i];
        funding::Holding holding = holding_of(judged.common, part.answers);
        add_shares_that_hold(judged, call, i, holding);
        part.money = money_of(part.answers, call, holding, application.parts.size() > 1, part.across);
    }
    judge_whole(application, call, judged);
    judge_costs(judged.parts, call, judged.across);
    judge_conditions(application, call, judged);
    return judged;
}

std::vector<Reason> JudgedPart::faults() const {
    std::vector<Reason> whole = answers.faults();
    append(whole, across);
    return whole;
}

std::vector<Reason> JudgedPart::all() const {
    std::vector<Reason> whole = answers.all();
    append(whole, across);
    return whole;
}

std::vector<Reason> Judged::faults() const {
    std::vector<Reason> whole = common.faults();
    for (const auto& part : parts) {
        append(whole, part.faults());
    }
    append(whole, across);
    return whole;
}

std::vector<Reason> Judged::missing() const {
    std::vector<Reason> whole = common.missing();
    for (const auto& part : parts) {
        append(whole, part.missing());
    }
    append(whole, files);
    return whole;
}

std::vector<Reason> Judged::all() const {
    std::vector<Reason> whole = common.all();
    for (const auto& part : parts) {
        append(whole, part.all());
    }
    append(whole, files);
    append(whole, across);
    return whole;
}

Asked asked(const funding::Plan& plan, const call::Call& call) {
    Asked sums;
    sums.total_costs = plan.total_costs.value;
    for (const funding::Line& line : plan.lines) {
        if (line.key == call.rules.support) {
            sums.support += line.sum.value;
        } else if (line.payer == funding::PayerClass::city) {
            sums.municipal += line.sum.value;
        }
    }
    return sums;
}

Asked asked(const Judged& judged, const call::Call& call) {
    Asked sums;
    for (const JudgedPart& part : judged.parts) {
        if (part.money) {
            const Asked one = asked(part.money->plan, call);
            sums.total_costs += one.total_costs;
            sums.support += one.support;
            sums.municipal += one.municipal;
        }
    }
    return sums;
}

namespace {

/// By when an application that arrived in a batch can be changed, or nothing: no cut-offs, or none set after it.
std::optional<Instant> cut_off_of(const Facts& facts) {
    if (!facts.arrived || facts.call.window.cut_offs.empty()) {
        return std::nullopt;
    }
    const call::Batch batch = call::batch_of(facts.call.window, *facts.arrived);
    return batch.endless ? std::nullopt : std::optional(batch.by);
}

}  // namespace

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
    if (const auto cut_off = cut_off_of(facts); cut_off && facts.now > *cut_off) {
        return say(
            "The cut-off of its batch was {0}. What was sent by then stands and is handled; it can no longer be "
            "sent anew.",
            *cut_off);
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

std::optional<Phrase> may_not_be_reopened(const Facts& facts) {
    if (facts.now > facts.call.window.closes) {
        return say("The call closed on {0}. What was sent stands and can no longer be changed; it can be withdrawn.",
                   facts.call.window.closes);
    }
    if (const auto cut_off = cut_off_of(facts); cut_off && facts.now > *cut_off) {
        return say(
            "The cut-off of its batch was {0}. What was sent stands and can no longer be changed; it can be "
            "withdrawn.",
            *cut_off);
    }
    return window_closed(facts);
}

}  // namespace vastin::application
