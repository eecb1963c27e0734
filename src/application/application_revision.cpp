#include "application/application_revision.h"

#include <algorithm>
#include <set>

#include "application/application_people_store.h"
#include "application/application_rules.h"
#include "application/application_store.h"

namespace vastin::application {

namespace {

void add_dropped(std::int64_t part,
                 const form::Answers& answers,
                 const call::Call& call,
                 form::Whose whose,
                 std::vector<DroppedAnswer>& dropped) {
    for (const auto& [name, text] : answers) {
        if (!text.empty() && !asks(call, whose, name)) {
            dropped.push_back({part, name, text});
        }
    }
}

}  // namespace

std::vector<DroppedAnswer> dropped_answers(const Application& application, const call::Call& call) {
    std::vector<DroppedAnswer> dropped;
    add_dropped(0, application.answers, call, form::Whose::common, dropped);
    for (const Part& part : application.parts) {
        add_dropped(part.ordinal, part.answers, call, form::Whose::part, dropped);
    }
    return dropped;
}

Touched touched(const Application& application, const call::Call& before, const call::Call& after) {
    Touched found;
    const auto known = judge(application, before).all();
    for (Reason& reason : judge(application, after).all()) {
        const bool told = std::any_of(known.begin(), known.end(), [&](const Reason& one) {
            return one.field == reason.field && one.phrase == reason.phrase;
        });
        if (!told) {
            found.anew.push_back(std::move(reason));
        }
    }
    const auto already = dropped_answers(application, before);
    for (DroppedAnswer& one : dropped_answers(application, after)) {
        if (std::find(already.begin(), already.end(), one) == already.end()) {
            found.dropped.push_back(std::move(one));
        }
    }
    return found;
}

Impact impact(kit::Transaction& t, const call::Call& before, const call::Call& after) {
    Impact all;
    auto ids = written_to(t, before.code, {}, impact_most + 1);
    all.more = static_cast<std::int64_t>(ids.size()) > impact_most;
    ids.resize(std::min(ids.size(), static_cast<std::size_t>(impact_most)));
    std::set<Id<identity::Account>> people;
    for (const Id<Application> id : ids) {
        auto application = find(t, id);
        check(application.has_value(), "an application that was just found is there");
        for (const Member& member : members(t, id)) {
            people.insert(member.account);
        }
        if (application->state == State::draft) {
            ++all.drafts;
            all.drafts_touched += touched(*application, before, after).any() ? 1 : 0;
            continue;
        }
        ++all.sent;
        const auto sent = document::newest(t, id.str());
        const auto document = sent ? kit::Json::read(sent->frozen.content) : std::nullopt;
        check(document.has_value(), "what was sent has a document that can be read");
        const Application last = as_sent(*application, *document);
        Touched found = touched(last, before, after);
        if (found.any()) {
            ++all.sent_touched_all;
            if (all.sent_touched.size() < shown_most) {
                all.sent_touched.push_back({id, *application->register_number, last.title, std::move(found)});
            }
        }
    }
    all.people = static_cast<std::int64_t>(people.size());
    return all;
}

bool anybody_sent(kit::Transaction& t, const call::Code<call::Call>& call) { return count_arrived(t, call) > 0; }

std::vector<Reason> not_revisable(kit::Transaction& t, const call::Call& before, const call::Call& after, Instant now) {
    return call::not_revisable(before, after, anybody_sent(t, before.code), now);
}

}  // namespace vastin::application
