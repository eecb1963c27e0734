// What an applicant does before sending, and what happens in between; what is refused leaves no trace.
#include "application/application_acts.h"

#include <atomic>
#include <chrono>

#include "organisation/organisation_acts.h"
#include "town_cast.h"

namespace vastin::application {
namespace {

using cast::a_week_before;
using cast::whole_common;
using cast::whole_part;
using Kind = Refusal::Kind;

class ApplicationActs : public cast::Applicants {};
VASTIN_ON_BOTH_DATABASES(ApplicationActs);

// ---- starting

TEST_P(ApplicationActs, StartingFourTimesOpensTheDraftThatIsThere) {
    const auto first = start(anna).value();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(start(anna).value(), first);
    }
    EXPECT_EQ(rows("application_application"), 1);
    EXPECT_EQ(rows("application_part"), 1);
    const Application draft = found(first);
    EXPECT_EQ(draft.owner, anna.id);
    EXPECT_EQ(draft.state, State::draft);
    EXPECT_EQ(draft.parts.front().organisation, "Centria");
    EXPECT_EQ(draft.created, a_week_before);
    EXPECT_NE(start(oskar).value(), first);
    EXPECT_NE(start(anna, Which::another).value(), first);
    EXPECT_EQ(rows("application_application"), 3);
}

/// The second click comes while the first has begun its draft and is not yet through.
TEST_P(ApplicationActs, TwoClicksAtOnceMakeOneDraft) {
    const auto begin = [&](flow::Act& a) {
        return application::start(a, anna, {"2025"}, Which::newest, a.new_id<Application>());
    };
    std::thread late;
    Id<Application> second;
    const auto first = act([&](flow::Act& a) {
        auto begun = begin(a);
        late = std::thread([&] { second = act(begin).value(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        return begun;
    });
    late.join();
    EXPECT_EQ(first.value(), second);
    EXPECT_EQ(rows("application_application"), 1);
    expect_whole();
}

TEST_P(ApplicationActs, AfterSendingANewDraftBegins) {
    const Application sent = whole_draft(anna);
    send(anna, sent).value();
    EXPECT_NE(start(anna).value(), sent.id);
}

TEST_P(ApplicationActs, ADraftBeginsOnlyWhileTheCallIsOpen) {
    const auto& window = cast::call_2025().window;
    refused(Kind::conflict, [&] { return start(anna, Which::newest, window.opens - Duration{1}); });
    refused(Kind::conflict, [&] { return start(anna, Which::another, window.closes + Duration{1}); });
    const auto draft = start(anna, Which::newest, window.closes).value();
    EXPECT_EQ(start(anna, Which::newest, window.closes + hours(1)).value(), draft)
        << "a draft stays after the deadline";
    refused(Kind::not_found, [&] {
        return act([&](flow::Act& a) { return application::start(a, anna, {"2099"}, Which::newest, draw(a.now())); });
    });
}

TEST_P(ApplicationActs, FiftyDraftsAreEnough) {
    for (std::size_t i = 0; i < kit::limits::drafts_per_person; ++i) {
        act([&](flow::Act& a) { return application::start(a, anna, {"2025"}, Which::another, draw(a.now())); }).value();
    }
    refused(Kind::too_many, [&] { return start(anna, Which::another); });
    EXPECT_TRUE(start(anna, Which::newest).has_value());
    EXPECT_TRUE(start(oskar, Which::another).has_value());
}

// ---- whose it is

TEST_P(ApplicationActs, AnotherPersonsApplicationIsNotFoundByAnyAct) {
    const Application hers = whole_draft(anna);
    const auto open_as = [&](const identity::Person& who, std::string_view id) {
        return read([&](kit::Transaction& t) { return open(t, who, id); });
    };
    EXPECT_TRUE(open_as(anna, hers.id.str()).has_value());
    refused(Kind::not_found, [&] { return open_as(oskar, hers.id.str()); });
    refused(Kind::not_found, [&] { return save(oskar, hers, "project", {{"project_name", "stolen"}}); });
    refused(Kind::not_found, [&] { return send(oskar, hers); });
    send(anna, hers).value();
    refused(Kind::not_found, [&] { return send(oskar, found(hers.id)); });
    for (const std::string id :
         {"", "x", "00000000000000000000000000", "../../etc/passwd", "0123456789ABCDEFGHJKMNPQRS"}) {
        EXPECT_EQ(open_as(anna, id).error().kind, Kind::not_found) << id;
        EXPECT_EQ(application::send(world(), anna, a_week_before, id, {{1}, {{1}}}, {}).error().kind, Kind::not_found)
            << id;
    }
}

// ---- saving

TEST_P(ApplicationActs, SavingKeepsWrongAnswersAsTyped) {
    const Application draft = found(start(anna).value());
    const form::Answers project{
        {"project_name", "  <b>😀 O'Brien & \"co\"\n"}, {"starts", "31.2.2025"}, {"ends", "soon"}};
    const form::Answers budget{{"pay.2026", "-1.234 euroa"}, {"applicant_kind", "neither"}};
    save(anna, draft, "project", project).value();
    const Application last = save(anna, draft, "budget", budget).value();
    const Application kept = found(draft.id);
    EXPECT_EQ(seen(kept), (Seen{{2}, {{2}}}));
    EXPECT_EQ(seen(kept), seen(last)) << "the act gives the application as it is now";
    EXPECT_EQ(kept.answers, project);
    EXPECT_EQ(kept.parts.front().answers.at("pay.2026"), "-1.234 euroa");
    EXPECT_EQ(kept.parts.front().answers.at("applicant_kind"), "neither");
    EXPECT_EQ(kept.title, "<b>😀 O'Brien & \"co\"");
    EXPECT_EQ(kept.changed, a_week_before + minutes(1));
    EXPECT_EQ(kept.changed_by, anna.name);
    expect_whole();
}

TEST_P(ApplicationActs, WhatTheAccountKnowsIsFilledInFromTheBeginning) {
    const Application draft = found(start(anna).value());
    EXPECT_EQ(
        draft.parts.front().answers,
        (form::Answers{
            {"official_name", "Centria"}, {"business_id", "1097805-3"}, {"contact_email", "anna@centria.example"}}));
}

TEST_P(ApplicationActs, ABusinessIdThatTheRegisterKnowsBringsTheNameWhereNoneIsTyped) {
    const organisation::Entry jyu{{organisation::Number::Register::business, "0245894-7"},
                                  organisation::Kind::university,
                                  {"Jyväskylän yliopisto", "Jyväskylä universitet", "University of Jyväskylä"},
                                  {}};
    act([&](flow::Act& a) { return organisation::import(a, std::span(&jyu, 1)); }).value();
    const Application draft = found(start(oskar).value());
    const Application named =
        save(oskar, draft, "applicant", {{"official_name", " "}, {"business_id", "02458947"}}).value();
    EXPECT_EQ(named.parts[0].answers.at("official_name"), "Jyväskylä universitet") << "in the person's language";
    EXPECT_EQ(found(draft.id).parts[0].organisation, "Jyväskylä universitet");
    const Application typed = save(oskar, named, "applicant", {{"official_name", "Chydenius"}}).value();
    EXPECT_EQ(typed.parts[0].answers.at("official_name"), "Chydenius") << "what is typed is never replaced";
}

TEST_P(ApplicationActs, SavingOneSectionLeavesTheOthersAndTheirVersionAlone) {
    Application draft = whole_draft(anna);
    const Seen before = seen(draft);
    const Application after = save(anna, draft, "budget", {{"pay.2026", "1000"}, {"project_name", "smuggled"}}).value();
    EXPECT_EQ(seen(after), (Seen{before.common, {before.parts[0].next()}}));
    draft = found(draft.id);
    EXPECT_EQ(draft.answers, whole_common()) << "a section has nothing to say about another";
    EXPECT_EQ(draft.parts.front().answers.at("pay.2026"), "1000");
    EXPECT_EQ(draft.parts.front().answers.at("applicant_kind"), "public") << "what was not posted stays";
}

TEST_P(ApplicationActs, AStaleSaveIsAConflictAndNothingIsLost) {
    const Application first_tab = whole_draft(anna), second_tab = first_tab;
    save(anna, first_tab, "project", {{"project_name", "from the first tab"}}).value();
    refused(Kind::conflict, [&] {
        return save(anna, second_tab, "project", {{"project_name", "from the second tab"}});
    });
    refused(Kind::conflict, [&] { return send(anna, second_tab); });
    EXPECT_EQ(found(first_tab.id).title, "from the first tab");
    save(anna, first_tab, "budget", {{"pay.2026", "1"}}).value();
    refused(Kind::conflict, [&] { return save(anna, second_tab, "budget", {{"pay.2026", "2"}}); });
}

TEST_P(ApplicationActs, TwoPeopleInTwoSectionsDoNotDisturbEachOther) {
    const Application as_both_saw = whole_draft(anna);
    save(anna, as_both_saw, "plan", {{"need", "by the first"}}).value();
    save(anna, as_both_saw, "summary", {{"public_summary", "by the second"}}).value();
    save(anna, as_both_saw, "contact", {{"contact_name", "by the third"}}).value();
    save(anna, as_both_saw, "budget", {{"pay.2026", "4"}}).value();
    const Application now = found(as_both_saw.id);
    EXPECT_EQ(now.answers.at("need"), "by the first");
    EXPECT_EQ(now.answers.at("public_summary"), "by the second");
    EXPECT_EQ(now.parts[0].answers.at("contact_name"), "by the third");
    EXPECT_EQ(now.parts[0].answers.at("pay.2026"), "4");
    expect_whole();
}

TEST_P(ApplicationActs, OfTenSavesOfASectionAtOnceOneIsKeptAndTheOthersAreTold) {
    const Application draft = whole_draft(anna);
    std::atomic<int> kept = 0;
    at_once(10, [&](int i) {
        const auto saved = act([&](flow::Act& a) {
            return application::save(
                a, anna, draft.id.str(), posted(draft, "project", {{"project_name", "tab " + std::to_string(i)}}));
        });
        kept += saved.has_value() ? 1 : 0;
        EXPECT_TRUE(saved || saved.error().kind == Kind::conflict);
    });
    EXPECT_EQ(kept, 1);
    EXPECT_EQ(seen(found(draft.id)), (Seen{seen(draft).common.next(), seen(draft).parts}));
    expect_whole();
}

TEST_P(ApplicationActs, SixSectionsSavedAtOnceAreAllKept) {
    const Application draft = whole_draft(anna);
    const std::pair<const char*, const char*> saves[]{{"project", "project_name"},
                                                      {"summary", "public_summary"},
                                                      {"plan", "need"},
                                                      {"main_funder", "priority"},
                                                      {"contact", "contact_name"},
                                                      {"applicant", "street"}};
    at_once(6, [&](int i) {
        const auto& [section, field] = saves[i];
        const auto saved = act([&](flow::Act& a) {
            return application::save(a, anna, draft.id.str(), posted(draft, section, {{field, "at once"}}));
        });
        EXPECT_TRUE(saved.has_value()) << section;
    });
    const Application now = found(draft.id);
    for (const auto& [section, field] : saves) {
        const auto& of = now.answers.contains(field) ? now.answers : now.parts[0].answers;
        EXPECT_EQ(of.at(field), "at once") << section;
    }
    expect_whole();
}

// ---- a group

TEST_P(ApplicationActs, AGroupHasAPartForEachImplementerWithItsOwnBudgetAndPlan) {
    const auto id = whole_draft(anna).id;
    const auto second = act_twice([&](flow::Act& a) { return add_part(a, anna, id.str()); }).value();
    EXPECT_EQ(second, 2);
    fill(anna, id, {{"project_kind", "group"}});
    form::Answers part = whole_part("333 333,57");
    part["official_name"] = "Jyväskylän yliopisto";
    part["business_id"] = "0245894-7";
    fill(anna, id, part, 2);
    const Application group = found(id);
    EXPECT_EQ(group.parts[1].organisation, "Jyväskylän yliopisto");
    EXPECT_EQ(group.parts[0].organisation, "Centria-ammattikorkeakoulu Oy") << "the lead's stays";
    const auto call = cast::call_2025();
    const Judged judged = judge(group, call);
    EXPECT_EQ(judged.all().size(), 0U);
    EXPECT_EQ(asked(judged, call).total_costs, Money::cents(93'333'300 + 46'666'700));
    EXPECT_EQ(judged.plan->total_costs.value, Money::cents(140'000'000));
    EXPECT_EQ(send(anna, group)->register_number, "KOK-2025-001");
    refused(Kind::conflict, [&] { return act([&](flow::Act& a) { return add_part(a, anna, id.str()); }); });
    expect_whole();
}

TEST_P(ApplicationActs, APartIsTakenAwayWhenNobodyChangedItAndTheLeadNever) {
    const auto id = whole_draft(anna).id;
    act([&](flow::Act& a) { return add_part(a, anna, id.str()); }).value();
    const auto take_away = [&](std::int64_t ordinal, Version seen_version) {
        return act([&](flow::Act& a) { return remove_part(a, anna, id.str(), ordinal, seen_version); });
    };
    fill(anna, id, {{"contact_name", "somebody"}}, 2);
    refused(Kind::conflict, [&] { return take_away(2, {1}); });
    refused(Kind::not_found, [&] { return take_away(1, {1}); });
    refused(Kind::not_found, [&] { return take_away(3, {1}); });
    EXPECT_TRUE(take_away(2, {2}).has_value());
    EXPECT_EQ(found(id).parts.size(), 1U);
    EXPECT_EQ(act([&](flow::Act& a) { return add_part(a, anna, id.str()); }).value(), 2);
}

// ---- what happens in between

TEST_P(ApplicationActs, RulesThatChangeInBetweenAreTold) {
    const Application draft = whole_draft(anna);
    const cast::Changes other{{"percent = 60\n", "percent = 55\n"}, {"percent = 15\n", "percent = 20\n"}};
    cast::Interrupted interrupted(database(), [&] { publish(other); });
    const auto sent = application::send(world_on(interrupted), anna, a_week_before, draft.id.str(), seen(draft), {});
    ASSERT_FALSE(sent.has_value());
    EXPECT_EQ(sent.error().kind, Kind::conflict);
    EXPECT_EQ(words().text(Language::en, sent.error().reasons.at(0).phrase),
              "The rules of the call were just changed. Check the application and send it again.");
    EXPECT_EQ(found(draft.id).state, State::draft);
    EXPECT_EQ(rows("document_submission"), 0);
    EXPECT_EQ(rows("flow_outbox"), 0);
    send(anna, draft).value();
    const auto kept = read([&](kit::Transaction& t) { return document::newest(t, draft.id.str()); });
    EXPECT_EQ(kept->frozen.rules, cast::call_2025(other).rules_hash.text);
}

TEST_P(ApplicationActs, ASaveInBetweenStopsTheSend) {
    for (const auto& [section, answers] : {std::pair<const char*, form::Answers>("project", {{"ends", "1.1.2027"}}),
                                           std::pair<const char*, form::Answers>("budget", {{"pay.2026", "1"}})}) {
        const Application draft = whole_draft(anna);
        cast::Interrupted interrupted(database(), [&] { save(anna, draft, section, answers).value(); });
        const auto sent =
            application::send(world_on(interrupted), anna, a_week_before, draft.id.str(), seen(draft), {});
        ASSERT_FALSE(sent.has_value());
        EXPECT_EQ(sent.error().kind, Kind::conflict);
        EXPECT_EQ(found(draft.id).state, State::draft);
    }
    EXPECT_EQ(rows("document_submission"), 0);
}

TEST_P(ApplicationActs, ASendInBetweenStopsTheSave) {
    for (const auto& [section, answers] : {std::pair<const char*, form::Answers>("project", {{"ends", "1.1.2027"}}),
                                           std::pair<const char*, form::Answers>("budget", {{"pay.2026", "1"}})}) {
        const Application draft = whole_draft(anna);
        cast::Interrupted interrupted(database(), [&] { send(anna, draft).value(); });
        const auto saved = flow::perform(world_on(interrupted), anna.actor(), a_week_before, [&](flow::Act& a) {
            return application::save(a, anna, draft.id.str(), posted(draft, section, answers));
        });
        ASSERT_FALSE(saved.has_value()) << "what was sent was changed afterwards";
        EXPECT_EQ(saved.error().kind, Kind::conflict);
        EXPECT_EQ(found(draft.id).answers, whole_common());
        EXPECT_EQ(found(draft.id).parts.front().answers, whole_part());
    }
}

TEST_P(ApplicationActs, WhatWasSentCannotBeSaved) {
    const Application draft = whole_draft(anna);
    send(anna, draft).value();
    refused(Kind::conflict, [&] { return save(anna, draft, "project", {{"project_name", "late"}}); });
    refused(Kind::conflict, [&] { return save(anna, draft, "budget", {{"pay.2026", "1"}}); });
}

TEST_P(ApplicationActs, FollowersOfTheSendSeeTheApplicationAndTakeItBackWhenTheyFail) {
    const Application draft = whole_draft(anna);
    world().followers = {{"application", "send", "fails", [](flow::Act&, const IdText&) {
                              throw std::runtime_error("the desk does not answer");
                          }}};
    const auto before = cast::everything(database());
    EXPECT_THROW((void)application::send(world(), anna, a_week_before, draft.id.str(), seen(draft), {}),
                 std::runtime_error);
    EXPECT_EQ(cast::everything(database()), before);
    world().followers = {{"application", "send", "notes", [](flow::Act& a, const IdText& id) {
                              a.record("follower " + id.str(), "noted");
                          }}};
    EXPECT_EQ(send(anna, draft)->register_number, "KOK-2025-001") << "no number was lost";
    EXPECT_EQ(
        read([&](kit::Transaction& t) { return flow::record_hash(t, "follower " + draft.id.str(), 1); }).has_value(),
        true);
    expect_whole();
}

}  // namespace
}  // namespace vastin::application
