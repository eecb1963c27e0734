#include "preparation/rehearsal.h"

#include <algorithm>

#include "application/application_entrance.h"
#include "application/application_store.h"
#include "document/document.h"
#include "flow/audit.h"
#include "flow/flow_store.h"
#include "preparation/rehearsal_town.h"

namespace vastin::preparation {

namespace {

using application::Application;
using application::MadeUp;

constexpr std::uint64_t seed = 2026;
constexpr Duration a_day = hours(24);

/// The first sentence of a no.
Phrase why(const Refusal& refusal) {
    return refusal.reasons.empty() ? say("It was refused.") : refusal.reasons.front().phrase;
}

bool says(const Refusal& refusal, std::string_view rule) {
    return std::any_of(
        refusal.reasons.begin(), refusal.reasons.end(), [&](const Reason& reason) { return reason.rule == rule; });
}

/// One run of a call.
class Run {
  public:
    Run(const flow::World& real, const Rehearsed& what)
        : town_(real), what_(what), call_(what.call), made_(application::made_up(call_, seed, rehearsed_applications)) {
        if (what.first != nullptr) {
            town_.publish(*what.first_programme, *what.first, what.first->window.opens - a_day);
        }
        town_.publish(what.programme, call_, call_.window.opens - a_day);
    }
    Rehearsal rehearsed() {
        if (made_.empty() || (call_.stage && what_.first == nullptr)) {
            note(say("Applications are made up"),
                 made_.empty() ? say("None could be made up.")
                               : say("The call of the first stage, {0}, is not published: nobody can enter.",
                                     call_.stage->after.text),
                 false);
            return std::move(result_);
        }
        before_it_opens();
        without_answers();
        arrive();
        change_and_withdraw();
        at_the_end();
        look_through();
        return std::move(result_);
    }

  private:
    void note(Phrase tried, Phrase found, bool as_meant) {
        result_.steps.push_back({std::move(tried), std::move(found), as_meant});
    }
    /// The moment by which the n-th of the made-up applications is sent.
    Instant moment(std::size_t n) const {
        const Instant ends = call_.window.endless ? call_.window.opens + hours(24 * 30) : call_.window.closes;
        const std::int64_t whole = (ends - call_.window.opens).milliseconds;
        const auto steps = static_cast<std::int64_t>(made_.size()) + 2;
        return call_.window.opens + Duration{whole / steps * (static_cast<std::int64_t>(n) + 1)};
    }
    void before_it_opens() {
        const Instant at = call_.window.opens - Duration{1};
        const auto person = town_.somebody(made_.front(), at);
        enter_first_stage(person, at);
        const auto begun = begin(person, at);
        note(say("Somebody begins an application a moment before the call opens"),
             begun ? say("It was begun.") : why(begun.error()),
             !begun);
    }
    Result<Id<Application>> begin(const identity::Person& person, Instant at) {
        return town_.act(person.actor(), at, [&](flow::Act& a) {
            return application::start(a, person, call_.code, application::Which::another, application::draw(at));
        });
    }
    void without_answers() {
        const Instant at = call_.window.opens;
        const auto person = town_.somebody(made_.front(), at);
        enter_first_stage(person, at);
        const auto begun = begin(person, at);
        note(say("Somebody begins an application when the call opens"),
             begun ? say("The draft was begun.") : why(begun.error()),
             begun.has_value());
        if (!begun || call_.stage) {  // a second stage brings answers
            return;
        }
        const auto sent = town_.send(person, *begun, at + minutes(1));
        const auto count = sent ? 0 : static_cast<std::int64_t>(sent.error().reasons.size());
        note(
            say("The draft is sent without answers"),
            sent
                ? say("It was taken.")
                : say_count(
                      count, "It was refused: one thing is missing.", "It was refused: {0} things are missing.", count),
            !sent);
    }
    /// A second stage is entered by whom the office has let through in the first.
    void enter_first_stage(const identity::Person& person, Instant before) {
        if (!call_.stage) {
            return;
        }
        const auto made = application::made_up(*what_.first, seed + static_cast<std::uint64_t>(++entered_), 1);
        const Instant at = std::min(what_.first->window.opens + hours(1), before);
        if (made.empty()) {
            return;
        }
        contact(made.front(), *what_.first, at);
        const auto id = town_.write(person, made.front(), at);
        if (id && town_.send(person, *id, at + minutes(1))) {
            (void)town_.act(town_.office().actor(), at + hours(1), [&](flow::Act& a) {
                return application::let_through(a, town_.office(), id->str());
            });
        }
    }
    void contact(const MadeUp& made, const call::Call& call, Instant at) {
        if (!call.contact_before) {
            return;
        }
        const Date day = town_.world().words.zone().day(at);
        const std::string typed =
            std::to_string(day.day()) + "." + std::to_string(day.month()) + "." + std::to_string(day.year());
        (void)town_.act(town_.office().actor(), at, [&](flow::Act& a) {
            return application::record_contact(
                a, town_.office(), call.code, {made.application.parts.front().business_id, typed, "Harjoitus"});
        });
    }
    void arrive() {
        std::int64_t arrived = 0, place_taken = 0, pot_empty = 0;
        std::optional<Phrase> other;
        for (std::size_t i = 0; i < made_.size(); ++i) {
            const auto sent = send_one(made_[i], moment(i));
            if (sent) {
                ++arrived;
            } else if (says(sent.error(), "one_project")) {
                ++place_taken;
            } else if (says(sent.error(), "window") && call_.window.until_pot_empty) {
                ++pot_empty;
            } else {
                other = why(sent.error());
            }
        }
        const auto all = static_cast<std::int64_t>(made_.size());
        note(say("{0} made-up applications are sent", all),
             other ? say("{0} arrived. Another was refused: {1}", arrived, *other)
                   : say_count(arrived,
                               "{0} arrived and got a number and a receipt.",
                               "{0} arrived and got numbers and receipts.",
                               arrived),
             arrived > 0 && !other);
        if (place_taken > 0) {
            note(say("A second project comes from an area that has one"),
                 say_count(place_taken, "{0} was refused.", "{0} were refused.", place_taken),
                 true);
        }
        if (pot_empty > 0) {
            note(say("Somebody sends when the money has been applied for"),
                 say_count(pot_empty, "{0} was refused.", "{0} were refused.", pot_empty),
                 true);
        }
    }
    Result<application::Receipt> send_one(const MadeUp& made, Instant at) {
        const auto person = town_.somebody(made, at - hours(1));
        enter_first_stage(person, at - hours(1));
        const auto id = TRY(town_.write(person, made, at - minutes(30)));
        if (call_.contact_before && !contact_tried_) {
            contact_tried_ = true;
            const auto without = town_.send(person, id, at - minutes(20));
            note(say("Somebody sends without having been in contact with the office"),
                 without ? say("It was taken.") : why(without.error()),
                 !without && says(without.error(), "contact_before"));
        }
        contact(made, call_, at - minutes(15));
        auto receipt = town_.send(person, id, at);
        if (receipt) {
            arrived_.push_back({person, id});
        }
        return receipt;
    }
    void change_and_withdraw() {
        if (arrived_.empty()) {
            return;
        }
        const auto& [person, id] = arrived_.front();
        const std::string before = *town_.found(id).register_number;
        const Instant at = moment(made_.size());
        const auto opened = town_.act(person.actor(), at, [&, &who = person, &which = id](flow::Act& a) {
            return application::reopen(a, who, which.str());
        });
        const auto again = opened ? town_.send(person, id, at + minutes(1)) : tl::unexpected(opened.error());
        note(say("The first one is opened for changes and sent anew"),
             again ? say("It kept its number, {0}.", again->register_number) : why(again.error()),
             again && again->register_number == before);
        if (arrived_.size() < 2) {
            return;
        }
        const auto& [other, last] = arrived_.back();
        const auto gone = town_.act(other.actor(), at, [&, &who = other, &which = last](flow::Act& a) {
            return application::withdraw(a, who, which.str());
        });
        note(say("The last one is withdrawn"),
             gone ? say("It stays in the register as withdrawn.") : why(gone.error()),
             gone.has_value());
    }
    /// At the last moment an application is taken, and one moment later it is not.
    void at_the_end() {
        if (call_.window.endless || call_.one_project || call_.window.until_pot_empty) {
            return;
        }
        const Instant last = call_.window.closes;
        const auto id = writes_late(last - hours(2)), late = writes_late(last - hours(2));
        if (!id || !late) {
            return note(say("Two drafts are written on the last day"), say("They could not be written."), false);
        }
        const auto taken = town_.send(id->first, id->second, last);
        note(say("A draft is sent at the last moment, {0}", last),
             taken ? say("It arrived in time.") : why(taken.error()),
             taken.has_value());
        if (taken) {
            arrived_.push_back(*id);
        }
        const auto refused = town_.send(late->first, late->second, last + Duration{1});
        note(say("Another draft is sent a moment later"),
             refused ? say("It was taken.") : why(refused.error()),
             !refused);
    }
    std::optional<std::pair<identity::Person, Id<Application>>> writes_late(Instant at) {
        const auto person = town_.somebody(made_.front(), at);
        enter_first_stage(person, at);
        const auto id = town_.write(person, made_.front(), at);
        return id ? std::optional(std::pair(person, *id)) : std::nullopt;
    }
    void look_through() {
        collect();
        const auto whole = flow::verify(town_.world().database);
        std::int64_t documents = 0;
        const auto changed = document::verify(town_.world().database, "application.send", documents);
        note(say("Every record and every document is read again"),
             say("{0} records and {1} documents hold.", whole.records, documents),
             whole.faults.empty() && changed.empty());
    }
    void collect() {
        const auto call = std::make_shared<const call::Call>(call_);
        std::vector<flow::Posted> letters;
        town_.world().database.read([&](kit::Transaction& t) { letters = flow::newest_letters(t, 1000); });
        std::reverse(letters.begin(), letters.end());
        for (const auto& [person, id] : arrived_) {
            RehearsedApplication one = arrived(call, id);
            for (flow::Posted& posted : letters) {
                if (posted.letter.about == id.str()) {
                    one.letters.push_back(std::move(posted.letter));
                }
            }
            result_.applications.push_back(std::move(one));
        }
        for (const funding::PayerRule& rule : call_.rules.payers) {
            RehearsedPayer payer{rule.name, funding::hue(rule.payer), {}, {}};
            for (const RehearsedApplication& one : result_.applications) {
                const auto& shown = one.received.shown;
                const auto* line = shown.judged.plan ? find_line(*shown.judged.plan, rule.key) : nullptr;
                payer.asked += line != nullptr && shown.application.state != application::State::withdrawn
                                   ? line->sum.value
                                   : Money();
            }
            for (const call::Pot& pot : call_.pots) {
                payer.pot += pot.payer.text == rule.key.text ? pot.money.sum : Money();
            }
            result_.payers.push_back(payer);
        }
    }
    RehearsedApplication arrived(const std::shared_ptr<const call::Call>& call, Id<Application> id) {
        std::optional<document::Sent> sent;
        town_.world().database.read([&](kit::Transaction& t) { sent = document::newest(t, id.str()); });
        check(sent.has_value(), "what arrived has its document");
        const auto document = kit::Json::read(sent->frozen.content);
        check(document.has_value(), "a frozen document can be read");
        application::Shown shown{application::as_sent(town_.found(id), *document), call, {}};
        shown.judged = application::judge(shown.application, *call);
        return {{std::move(shown), std::move(*sent), call}, {}};
    }

    RehearsalTown town_;
    const Rehearsed& what_;
    const call::Call& call_;
    std::vector<MadeUp> made_;
    std::vector<std::pair<identity::Person, Id<Application>>> arrived_;
    Rehearsal result_;
    std::int64_t entered_ = 0;
    bool contact_tried_ = false;
};

}  // namespace

bool Rehearsal::as_meant() const {
    return std::all_of(steps.begin(), steps.end(), [](const RehearsedStep& step) { return step.as_meant; });
}

Rehearsal rehearse(const flow::World& real, const Rehearsed& what) { return Run(real, what).rehearsed(); }

}  // namespace vastin::preparation
