// A call that is changed: its people are told once, each what it means for the own application.
#include <algorithm>

#include "application/application_people.h"
#include "desk/desk_acts.h"
#include "desk/desk_store.h"
#include "flow/flow_store.h"
#include "town_cast.h"

namespace vastin::desk {
namespace {

using cast::a_week_before;

const cast::Changes a_week_later = cast::window("2025-05-02T09:00:00", "2025-06-09T16:15:00");
constexpr Instant later = a_week_before + hours(2);

class Changed : public cast::Applicants {
  protected:
    /// The letters about `id`, the newest first.
    std::vector<flow::Letter> letters(Id<Application> id) {
        std::vector<flow::Letter> all;
        for (auto& posted : read([](kit::Transaction& t) { return flow::newest_letters(t, 100); })) {
            if (posted.letter.about == id.str() && posted.at >= later) {
                all.push_back(std::move(posted.letter));
            }
        }
        return all;
    }
    void publish_changed(const cast::Changes& changes) {
        act([&](flow::Act& a) { return call::publish(a, cast::call_2025(changes), call::Publisher::desk); }, later)
            .value();
    }
    std::int64_t tell() {
        std::int64_t all = 0;
        while (const std::int64_t some = tell_changes(world(), later + minutes(1))) {
            all += some;
        }
        return all;
    }
};
VASTIN_ON_BOTH_DATABASES(Changed);

TEST_P(Changed, ThoseWhoWriteAndThoseWhoHaveSentAreToldOnce) {
    const auto sent = whole_draft(anna, "Lähetetty");
    const auto receipt = send(anna, sent).value();
    const auto draft = whole_draft(oskar, "Kesken");
    publish_changed(a_week_later);
    EXPECT_EQ(tell(), 2);
    EXPECT_EQ(tell(), 0) << "once for each change";
    const auto to_anna = letters(sent.id);
    ASSERT_EQ(to_anna.size(), 1U);
    EXPECT_TRUE(to_anna.front().subject.starts_with("Ekosysteemihaku 2025: hakuaikaa on jatkettu, haku päättyy ma"))
        << to_anna.front().subject;
    EXPECT_NE(to_anna.front().text.find("Lähettämäsi hakemus " + receipt.register_number + " on voimassa"),
              std::string::npos)
        << to_anna.front().text;
    const auto to_oskar = letters(draft.id);
    ASSERT_EQ(to_oskar.size(), 1U);
    EXPECT_NE(to_oskar.front().text.find("Ditt utkast ”Kesken” finns kvar"), std::string::npos)
        << to_oskar.front().text;
    expect_whole();
}

TEST_P(Changed, WhatAnewStandsInTheWayIsNamed) {
    const auto draft = whole_draft(oskar, "Kesken");
    publish_changed(
        {{"private_source = \"agreements\"",
          "private_source = \"agreements\"\n[funding.total_costs_most]\nmost = 1_000\nsource = \"deck-brief\""}});
    EXPECT_EQ(tell(), 1);
    EXPECT_NE(letters(draft.id).front().text.find("- "), std::string::npos) << letters(draft.id).front().text;
}

TEST_P(Changed, TextsTellNobodyAndWhoBeginsLaterNeedsNoLetter) {
    whole_draft(oskar, "Kesken");
    publish_changed({{"office = { fi = \"", "office = { fi = \"Uusi "}});
    EXPECT_EQ(tell(), 0);
    publish_changed(a_week_later);
    whole_draft(anna, "Uusi", later + minutes(1));
    EXPECT_EQ(tell(), 1);
}

TEST_P(Changed, WhoWithdrewIsNotTold) {
    const auto sent = whole_draft(anna, "Peruttu");
    EXPECT_TRUE(send(anna, sent).has_value());
    act([&](flow::Act& a) { return application::withdraw(a, anna, sent.id.str()); }, a_week_before + hours(1)).value();
    publish_changed(a_week_later);
    EXPECT_EQ(tell(), 0);
}

TEST_P(Changed, ARoundThatWasInterruptedGoesOnWhereItStood) {
    std::vector<Id<Application>> all;
    for (int i = 0; i < 30; ++i) {
        all.push_back(whole_draft(anna, "Hanke " + std::to_string(i)).id);
    }
    publish_changed(a_week_later);
    EXPECT_EQ(tell_changes(world(), later + minutes(1)), 25);
    EXPECT_EQ(tell(), 5);
    for (const auto id : all) {
        EXPECT_EQ(letters(id).size(), 1U);
    }
    EXPECT_TRUE(read([](kit::Transaction& t) { return find_round(t, "2025", version_round(2)); })->ended);
}

}  // namespace
}  // namespace vastin::desk
