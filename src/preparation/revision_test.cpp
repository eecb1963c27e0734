// A call that is open is changed: what may change, whom it touches, what stays.
#include "preparation/revision.h"

#include "application/application_send.h"
#include "preparation/preparation_acts.h"
#include "preparation/preparation_store.h"
#include "town_cast.h"

namespace vastin::preparation {
namespace {

using call::Changed;
using cast::a_week_before;
using kit::TomlNode;

constexpr const char* closes = "window.closes";
const TomlNode a_week_later{LocalTime{*Date::of(2025, 6, 9), 16, 15, 0}};
const TomlNode two_days_earlier{LocalTime{*Date::of(2025, 5, 30), 16, 15, 0}};

class Revising : public cast::Applicants {
  protected:
    void SetUp() override {
        Applicants::SetUp();
        office.role = identity::Role::coordinator;
        office.name = "Hankekoordinaattori";
    }
    Id<Draft> begun() {
        return act([&](flow::Act& a) { return begin_revision(a, office, "2025"); }).value();
    }
    Draft draft(Id<Draft> id) {
        return read([&](kit::Transaction& t) { return find(t, id); }).value();
    }
    void change(Id<Draft> id, const std::vector<Change>& changes) {
        const Version seen = draft(id).summary.version;
        ASSERT_TRUE(act_twice([&](flow::Act& a) { return edit(a, office, id.str(), seen, {changes, {}}); }));
    }
    Result<std::string> published(Id<Draft> id, Instant now = a_week_before + hours(1)) {
        const Version seen = draft(id).summary.version;
        const auto prepared = prepare(world(), office, now, id.str());
        return preparation::publish(
            world(), office, now, id.str(), seen, prepared ? warnings_token(prepared->findings) : "");
    }
    Refusal refused_with(const std::vector<Change>& changes, Instant now = a_week_before + hours(1)) {
        const auto id = begun();
        change(id, changes);
        return refused(Refusal::Kind::invalid, [&] { return published(id, now); });
    }
    std::shared_ptr<const call::Call> current() {
        return read([](kit::Transaction& t) { return call::find(t, {"2025"}); });
    }
    std::vector<call::VersionNote> versions() {
        return read([](kit::Transaction& t) { return call::versions(t, {"2025"}, 10); });
    }
    static std::vector<Change> reason(const std::string& text = "Valtuusto korotti osuutta.") {
        return {{"revision.reason.fi", TomlNode{text}},
                {"revision.reason.sv", TomlNode{std::string("Fullmäktige höjde andelen.")}},
                {"revision.reason.en", TomlNode{std::string("The council raised the share.")}}};
    }
    identity::Person office;
};
VASTIN_ON_BOTH_DATABASES(Revising);

TEST_P(Revising, AnExtensionKeepsTheCallAndSaysWhatTheEndWas) {
    const auto id = begun();
    EXPECT_EQ(draft(id).summary.code, "2025") << "a change keeps the code";
    change(id, {{closes, a_week_later}});
    EXPECT_EQ(published(id).value(), "2025");
    const auto call = current();
    EXPECT_EQ(call->window.closes, cast::call_2025().window.closes + hours(7 * 24));
    EXPECT_EQ(call->window.extended_from, cast::call_2025().window.closes);
    const auto all = versions();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().changes, call::Changes{Changed::window});
    EXPECT_TRUE(all.back().changes.empty());
}

TEST_P(Revising, AnEndThatIsMovedBackAgainIsNoExtension) {
    const auto id = begun();
    change(id, {{closes, a_week_later}});
    change(id, {{closes, TomlNode{LocalTime{*Date::of(2025, 6, 2), 16, 15, 0}}}});
    EXPECT_EQ(tree_of(draft(id).content).get("window.extended_from"), nullptr);
}

TEST_P(Revising, OnceSomebodyHasSentMoneyAndCriteriaNeedAReason) {
    const std::vector<Change> more_money{{"pots[1].sum", TomlNode{std::int64_t{700000}}}};
    const auto free = begun();
    change(free, more_money);
    EXPECT_TRUE(published(free).has_value()) << "nobody has sent";
    EXPECT_TRUE(send(anna, whole_draft(anna)).has_value());
    const std::vector<Change> again{{"pots[1].sum", TomlNode{std::int64_t{800000}}}};
    EXPECT_EQ(fields_of(refused_with(again)), std::vector<std::string>{"revision.reason"});
    const auto id = begun();
    change(id, again);
    change(id, reason());
    EXPECT_TRUE(published(id).has_value());
    EXPECT_EQ(current()->revision_reason->sv, "Fullmäktige höjde andelen.");
    EXPECT_EQ(tree_of(draft(begun()).content).get("revision"), nullptr) << "the next change needs its own reason";
}

TEST_P(Revising, TextsAndTheEndNeedNoReason) {
    EXPECT_TRUE(send(anna, whole_draft(anna)).has_value());
    const auto id = begun();
    change(id, {{"texts.purpose.fi", TomlNode{std::string("Uusi tarkoitus.")}}, {closes, a_week_later}});
    EXPECT_TRUE(published(id).has_value());
    EXPECT_EQ(versions().front().changes, (call::Changes{Changed::window, Changed::texts}));
}

TEST_P(Revising, AnOpenCallNeitherOpensLaterNorEndsWithoutNotice) {
    EXPECT_EQ(fields_of(refused_with({{closes, two_days_earlier}})), std::vector<std::string>{closes});
    const TomlNode later{LocalTime{*Date::of(2025, 5, 28), 9, 0, 0}};
    EXPECT_EQ(fields_of(refused_with({{"window.opens", later}})), std::vector<std::string>{"window.opens"});
    const TomlNode before_it_opens{LocalTime{*Date::of(2025, 5, 5), 9, 0, 0}};
    const auto coming = begun();
    change(coming, {{"window.opens", before_it_opens}, {closes, two_days_earlier}});
    EXPECT_TRUE(published(coming, a_week_before - hours(28 * 24)).has_value()) << "a coming call may move";
}

TEST_P(Revising, AClosedCallChangesInItsTextsOnly) {
    const Instant after = cast::call_2025().window.closes + hours(1);
    const auto refusal = refused_with({{closes, TomlNode{LocalTime{*Date::of(2025, 6, 20), 16, 15, 0}}}}, after);
    EXPECT_EQ(fields_of(refusal), std::vector<std::string>{""});
    const auto id = begun();
    change(id, {{"texts.purpose.fi", TomlNode{std::string("Korjattu teksti.")}}});
    EXPECT_TRUE(published(id, after).has_value());
}

TEST_P(Revising, ACodeAndASeriesThatAreInUseStay) {
    EXPECT_EQ(fields_of(refused_with({{"code", TomlNode{std::string("2026")}}})), std::vector<std::string>{"code"});
    EXPECT_TRUE(send(anna, whole_draft(anna)).has_value());
    EXPECT_EQ(fields_of(refused_with({{"register_series", TomlNode{std::string("UUSI-2025")}}})),
              std::vector<std::string>{"register_series"});
}

TEST_P(Revising, OfTwoChangesTheSlowerOneIsRefused) {
    const auto first = begun(), second = begun();
    change(first, {{closes, a_week_later}});
    change(second, {{"texts.purpose.fi", TomlNode{std::string("Toinen.")}}});
    EXPECT_TRUE(published(first).has_value());
    refused(Refusal::Kind::invalid, [&] { return published(second); });
    EXPECT_EQ(current()->window.extended_from, cast::call_2025().window.closes) << "nothing is undone";
}

TEST_P(Revising, AStrangerChangesNothing) {
    refused(Refusal::Kind::not_found,
            [&] { return act_twice([&](flow::Act& a) { return begin_revision(a, anna, "2025"); }); });
}

TEST_P(Revising, TheFolderDoesNotUndoWhatWasChangedInTheBrowser) {
    const auto id = begun();
    change(id, {{closes, a_week_later}});
    EXPECT_TRUE(published(id).has_value());
    publish();  // as each start of the server does
    EXPECT_EQ(current()->window.extended_from, cast::call_2025().window.closes);
    publish({{"sum = 560_000", "sum = 600_000"}});
    EXPECT_FALSE(current()->window.extended_from.has_value()) << "a file that somebody changed counts";
}

TEST_P(Revising, ADraftLosesNoAnswerAndWhatWasSentKeepsItsRules) {
    const auto sent = whole_draft(anna, "Lähetetty");
    EXPECT_TRUE(send(anna, sent).has_value());
    const auto writing = whole_draft(oskar, "Kesken");
    const auto before = current();
    const auto id = begun();
    auto changes = reason();
    changes.push_back({"funding.total_costs_most.most", TomlNode{std::int64_t{1000}}});
    changes.push_back({"funding.total_costs_most.source", TomlNode{std::string("deck-brief")}});
    change(id, changes);
    const auto after = judge("2025", draft(id).content, cast::kokkola());
    ASSERT_EQ(after.faults.text(), "");
    const auto impact = read([&](kit::Transaction& t) { return application::impact(t, *before, after.call); });
    EXPECT_EQ(impact.drafts, 1);
    EXPECT_EQ(impact.drafts_touched, 1);
    EXPECT_EQ(impact.sent, 1);
    ASSERT_EQ(impact.sent_touched.size(), 1U);
    EXPECT_EQ(impact.sent_touched.front().title, "Lähetetty");
    EXPECT_EQ(impact.people, 2);
    EXPECT_TRUE(published(id).has_value());
    EXPECT_EQ(found(writing.id).answers, writing.answers);
    EXPECT_EQ(found(writing.id).version, writing.version) << "a change of the call is no change of the draft";
    const auto document = read([&](kit::Transaction& t) { return document::newest(t, sent.id.str()); });
    EXPECT_EQ(document->frozen.rules, before->rules_hash.text);
    EXPECT_EQ(send(oskar, found(writing.id)).error().kind, Refusal::Kind::invalid) << "it is judged by the new rules";
}

TEST(Revision, TheReasonOfAnEarlierChangeIsNoneForThisOne) {
    const std::pair<std::string, std::string> reason{
        "[window]", "[revision]\nreason = { fi = \"Syy.\", sv = \"Skäl.\", en = \"Why.\" }\n\n[window]"};
    const call::Call before = cast::call_2025({reason});
    const call::Call after = cast::call_2025({reason, {"sum = 560_000", "sum = 600_000"}});
    const auto no = call::not_revisable(before, after, true, a_week_before);
    ASSERT_EQ(no.size(), 1U);
    EXPECT_EQ(no.front().field, "revision.reason");
    EXPECT_TRUE(call::not_revisable(before, after, false, a_week_before).empty()) << "nobody has sent";
}

TEST(Revision, AnAnswerToAQuestionThatIsGoneIsKeptAndTold) {
    const call::Call before = cast::call_2025();
    call::Call after = before;
    std::string gone;
    for (form::Section& section : after.form.sections) {
        if (section.whose == form::Whose::common && gone.empty()) {
            gone = section.fields.back().key;
            section.fields.pop_back();
        }
    }
    application::Application a;
    a.call = before.code;
    a.answers = cast::whole_common("Hanke");
    a.answers[gone] = "vastaus";
    a.parts.push_back({});
    a.parts.front().answers = cast::whole_part();
    const auto touched = application::touched(a, before, after);
    ASSERT_EQ(touched.dropped.size(), 1U);
    EXPECT_EQ(touched.dropped.front(), (application::DroppedAnswer{0, gone, "vastaus"}));
    EXPECT_FALSE(application::touched(a, before, before).any());
}

}  // namespace
}  // namespace vastin::preparation
