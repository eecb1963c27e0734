// What has to be there before an application enters its call, on both databases.
#include "application/application_entrance.h"
#include "town_cast.h"

namespace vastin::application {
namespace {

using cast::a_week_before;
using Kind = Refusal::Kind;

const std::string window = "[window]\n";

class Entrance : public cast::Applicants {
  protected:
    void SetUp() override {
        Applicants::SetUp();
        coordinator = person("anna.aalto@kokkola.example", "Hankekoordinaattori", "", Language::fi);
        coordinator.role = identity::Role::coordinator;
    }
    /// The one sentence of a refusal, in English.
    std::string said(const Result<Receipt>& sent) {
        EXPECT_FALSE(sent.has_value());
        EXPECT_EQ(sent ? 0U : sent.error().reasons.size(), 1U);
        return sent ? "" : words().text(Language::en, sent.error().reasons.at(0).phrase);
    }
    identity::Person coordinator;
};
VASTIN_ON_BOTH_DATABASES(Entrance);

TEST_P(Entrance, OneProjectIsTakenFromTheWholeCallUntilItIsWithdrawn) {
    publish({{window, "[one_project]\nper = \"call\"\nsource = \"deck-brief\"\n\n[window]\n"}});
    const Application first = whole_draft(anna), second = whole_draft(oskar);
    EXPECT_TRUE(send(anna, first).has_value());
    EXPECT_EQ(said(send(oskar, second)), "This call takes one project, and one has arrived already.");
    EXPECT_TRUE(
        act([&](flow::Act& a) { return withdraw(a, anna, first.id.str()); }, a_week_before + minutes(3)).has_value());
    EXPECT_TRUE(send(oskar, second).has_value());
    expect_whole();
}

TEST_P(Entrance, OneProjectIsTakenForEachAnswer) {
    publish({{window, "[one_project]\nper = \"organisation_type\"\nsource = \"deck-brief\"\n\n[window]\n"}});
    const Application first = whole_draft(anna), second = whole_draft(oskar);
    EXPECT_TRUE(send(anna, first).has_value());
    EXPECT_EQ(said(send(oskar, second)),
              "This call takes one project from each area, and one has arrived from this one already.");
    fill(oskar, second.id, {{"organisation_type", "university"}});
    EXPECT_TRUE(send(oskar, found(second.id)).has_value());
}

TEST_P(Entrance, AContactIsAskedBeforeAndTheOfficeRecordsIt) {
    publish({{window,
              "[contact_before]\ntext = { fi = \"a\", sv = \"b\", en = \"Contact the coordinator first.\" }\nsource = "
              "\"deck-brief\"\n\n[window]\n"}});
    const Application draft = whole_draft(anna);
    EXPECT_TRUE(said(send(anna, draft)).starts_with("Contact the coordinator first. The office has not noted"));
    const auto record = [&](const identity::Person& who, const ContactNote& note) {
        return act([&](flow::Act& a) { return record_contact(a, who, {"2025"}, note); });
    };
    EXPECT_EQ(record(anna, {"1097805-3", "20.5.2025", ""}).error().kind, Kind::not_found);
    EXPECT_EQ(record(coordinator, {"1097805-4", "20.5.2026", ""}).error().reasons.size(), 2U);
    EXPECT_TRUE(record(coordinator, {"10978053", "20.5.2025", "puhelu"}).has_value());
    EXPECT_TRUE(send(anna, draft).has_value());
    const auto noted = read([](kit::Transaction& t) { return contacts(t, "2025"); });
    ASSERT_EQ(noted.size(), 1U);
    EXPECT_EQ(noted[0].business_id, "1097805-3");
    EXPECT_EQ(write_date(noted[0].day), "2025-05-20");
    EXPECT_EQ(noted[0].noted_by, coordinator.name);
    expect_whole();
}

TEST_P(Entrance, AContinuousCallEndsWhenItsPotIsAskedFor) {
    publish({{"kind = \"fixed\"", "kind = \"continuous\"\norder = \"arrival\"\nuntil_pot_empty = true"},
             {"sum = 560_000", "sum = 1_000"}});
    const Application first = whole_draft(anna), second = whole_draft(oskar);
    EXPECT_TRUE(send(anna, first).has_value()) << "what is left is given, though it asks for more";
    EXPECT_TRUE(said(send(oskar, second)).ends_with("has been applied for: the call has ended."));
    EXPECT_EQ(found(second.id).state, State::draft) << "nothing was written";
}

TEST_P(Entrance, TheSecondStageTakesOnlyWhatWasLetThroughWithItsAnswers) {
    const Application first = whole_draft(anna);
    EXPECT_TRUE(send(anna, first).has_value());
    auto file = programme::real_file("calls/2025.toml");
    file = programme::broken(file, "code = \"2025\"", "code = \"2025-2\"");
    file = programme::broken(file, window, "[stage]\nafter = \"2025\"\nsource = \"deck-brief\"\n\n[window]\n");
    kit::Faults faults;
    const auto second_stage = call::load(file, cast::kokkola(), faults);
    ASSERT_EQ(faults.text(), "");
    act([&](flow::Act& a) { return call::publish(a, second_stage); }).value();
    const auto begin = [&](const identity::Person& who) {
        const auto drawn = draw(a_week_before);
        return act([&](flow::Act& a) { return application::start(a, who, {"2025-2"}, Which::newest, drawn); });
    };
    EXPECT_EQ(begin(anna).error().kind, Kind::conflict);
    const auto through = [&](const identity::Person& who) {
        return act([&](flow::Act& a) { return let_through(a, who, first.id.str()); });
    };
    EXPECT_EQ(through(anna).error().kind, Kind::not_found);
    EXPECT_TRUE(through(coordinator).has_value());
    EXPECT_TRUE(through(coordinator).has_value());
    const auto letters = read([](kit::Transaction& t) { return flow::waiting_letters(t, 10); });
    const auto told = std::count_if(letters.begin(), letters.end(), [this](const flow::Posted& one) {
        return one.letter.to == anna.email && one.letter.text.find("/calls/2025-2/apply") != std::string::npos;
    });
    EXPECT_EQ(told, 1) << "once, however often it is let through";
    EXPECT_EQ(begin(oskar).error().kind, Kind::conflict);
    const Application carried = found(begin(anna).value());
    const Application sent = found(first.id);
    EXPECT_EQ(carried.answers, sent.answers);
    ASSERT_EQ(carried.parts.size(), 1U);
    EXPECT_EQ(carried.parts[0].answers, sent.parts[0].answers);
    EXPECT_EQ(carried.title, sent.title);
    EXPECT_NE(carried.parts[0].id, sent.parts[0].id);
    expect_whole();
}

}  // namespace
}  // namespace vastin::application
