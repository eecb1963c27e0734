// What an applicant does before sending, and what happens in between; what is refused leaves no trace.
#include "application/application_acts.h"

#include <atomic>
#include <chrono>

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
    const auto begin = [&](flow::Act& a) { return application::start(a, anna, {"2025"}, Which::newest); };
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
    refused(Kind::not_found,
            [&] { return act([&](flow::Act& a) { return application::start(a, anna, {"2099"}, Which::newest); }); });
}

TEST_P(ApplicationActs, FiftyDraftsAreEnough) {
    for (std::size_t i = 0; i < kit::limits::drafts_per_person; ++i) {
        act([&](flow::Act& a) { return application::start(a, anna, {"2025"}, Which::another); }).value();
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
    refused(Kind::not_found, [&] { return save(oskar, hers, seen(hers), {whole_common("stolen"), {}}); });
    refused(Kind::not_found, [&] { return send(oskar, hers); });
    send(anna, hers).value();
    refused(Kind::not_found, [&] { return send(oskar, found(hers.id)); });
    for (const std::string id :
         {"", "x", "00000000000000000000000000", "../../etc/passwd", "0123456789ABCDEFGHJKMNPQRS"}) {
        EXPECT_EQ(open_as(anna, id).error().kind, Kind::not_found) << id;
        EXPECT_EQ(application::send(world(), anna, a_week_before, id, {{1}, {1}}, {}).error().kind, Kind::not_found)
            << id;
    }
}

// ---- saving

TEST_P(ApplicationActs, SavingKeepsWrongAnswersAsTyped) {
    const Application draft = found(start(anna).value());
    const form::Answers common{
        {"project_name", "  <b>😀 O'Brien & \"co\"\n"}, {"starts", "31.2.2025"}, {"ends", "soon"}};
    const form::Answers part{{"pay", "-1.234 euroa"}, {"applicant_kind", "neither"}};
    const auto versions = save(anna, draft, seen(draft), {common, part}).value();
    EXPECT_EQ(versions, (Seen{{2}, {2}}));
    const Application kept = found(draft.id);
    EXPECT_EQ(kept.answers, common);
    EXPECT_EQ(kept.parts.front().answers, part);
    EXPECT_EQ(seen(kept), versions);
    EXPECT_EQ(kept.title, "<b>😀 O'Brien & \"co\"");
    EXPECT_EQ(kept.changed, a_week_before + minutes(1));
    expect_whole();
}

TEST_P(ApplicationActs, SavingOneSectionLeavesTheOthersAndTheirVersionAlone) {
    Application draft = whole_draft(anna);
    const Seen before = seen(draft);
    const auto after = save(anna, draft, before, {{}, {{"pay", "1000"}}}).value();
    EXPECT_EQ(after, (Seen{before.common, before.part.next()}));
    draft = found(draft.id);
    EXPECT_EQ(draft.answers, whole_common());
    EXPECT_EQ(draft.parts.front().answers.at("pay"), "1000");
    EXPECT_EQ(draft.parts.front().answers.at("applicant_kind"), "public") << "what was not posted stays";
}

TEST_P(ApplicationActs, AStaleSaveIsAConflictAndNothingIsLost) {
    const Application first_tab = whole_draft(anna), second_tab = first_tab;
    save(anna, first_tab, seen(first_tab), {{{"project_name", "from the first tab"}}, {}}).value();
    refused(Kind::conflict, [&] {
        return save(anna, second_tab, seen(second_tab), {{{"project_name", "from the second tab"}}, {}});
    });
    refused(Kind::conflict, [&] { return send(anna, second_tab); });
    EXPECT_EQ(found(first_tab.id).title, "from the first tab");
    // the part has a version of its own
    const Application now = found(first_tab.id);
    save(anna, now, seen(now), {{}, {{"pay", "1"}}}).value();
    refused(Kind::conflict, [&] { return save(anna, now, seen(now), {{}, {{"pay", "2"}}}); });
    refused(Kind::conflict, [&] { return save(anna, now, seen(now), {{{"ends", "x"}}, {{"pay", "2"}}}); });
}

TEST_P(ApplicationActs, OfTenSavesAtOnceOneIsKeptAndTheOthersAreTold) {
    const Application draft = whole_draft(anna);
    std::atomic<int> kept = 0;
    at_once(10, [&](int i) {
        const auto saved = act([&](flow::Act& a) {
            return application::save(
                a, anna, draft, seen(draft), {{{"project_name", "tab " + std::to_string(i)}}, {{"pay", "1"}}});
        });
        kept += saved.has_value() ? 1 : 0;
        EXPECT_TRUE(saved || saved.error().kind == Kind::conflict);
    });
    EXPECT_EQ(kept, 1);
    EXPECT_EQ(seen(found(draft.id)), (Seen{seen(draft).common.next(), seen(draft).part.next()}));
    expect_whole();
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
    const form::Answers common{{"project_name", "changed"}}, part{{"pay", "1"}};
    for (const Posted& changed : {Posted{common, {}}, Posted{{}, part}}) {
        const Application draft = whole_draft(anna);
        cast::Interrupted interrupted(database(), [&] { save(anna, draft, seen(draft), changed).value(); });
        const auto sent =
            application::send(world_on(interrupted), anna, a_week_before, draft.id.str(), seen(draft), {});
        ASSERT_FALSE(sent.has_value());
        EXPECT_EQ(sent.error().kind, Kind::conflict);
        EXPECT_EQ(found(draft.id).state, State::draft);
    }
    EXPECT_EQ(rows("document_submission"), 0);
}

TEST_P(ApplicationActs, ASendInBetweenStopsTheSave) {
    const form::Answers common{{"project_name", "changed"}}, part{{"pay", "1"}};
    for (const Posted& changed : {Posted{common, {}}, Posted{{}, part}}) {
        const Application draft = whole_draft(anna);
        cast::Interrupted interrupted(database(), [&] { send(anna, draft).value(); });
        const auto saved = flow::perform(world_on(interrupted), anna.actor(), a_week_before, [&](flow::Act& a) {
            return application::save(a, anna, draft, seen(draft), changed);
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
    const Application sent = found(draft.id);
    refused(Kind::conflict, [&] { return save(anna, sent, seen(sent), {{{"project_name", "late"}}, {}}); });
    refused(Kind::conflict, [&] { return save(anna, sent, seen(sent), {{}, {{"pay", "1"}}}); });
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
