// Calls are rehearsed from the day before they open to the moment after they close.
#include "preparation/rehearsal.h"

#include <filesystem>

#include "real_calls.h"
#include "town_cast.h"

namespace vastin::preparation {
namespace {

namespace files = std::filesystem;

class Rehearsing : public cast::Applicants {
  protected:
    Rehearsal rehearsed(const call::Call& call, std::shared_ptr<const call::Call> first = nullptr) {
        const auto programme = std::make_shared<const programme::Programme>(cast::kokkola());
        return rehearse(world(), {call, *programme, std::move(first), programme});
    }
    std::string found(const Rehearsal& rehearsal, const std::string& tried) {
        for (const RehearsedStep& step : rehearsal.steps) {
            if (words().text(Language::en, step.tried).starts_with(tried)) {
                return (step.as_meant ? "" : "NOT: ") + words().text(Language::en, step.found);
            }
        }
        return "";
    }
    std::string told(const Rehearsal& rehearsal) {
        std::string all;
        for (const RehearsedStep& step : rehearsal.steps) {
            all += std::string(step.as_meant ? "ok  " : "NOT ") + words().text(Language::en, step.tried) + ": " +
                   words().text(Language::en, step.found) + "\n";
        }
        return all;
    }
};
VASTIN_ON_BOTH_DATABASES(Rehearsing);

TEST_P(Rehearsing, TheWholeWayIsGoneAndNothingOfItIsReal) {
    const auto before = cast::everything(database());
    const auto rehearsal = rehearsed(cast::call_2025());
    EXPECT_EQ(cast::everything(database()), before) << "the town itself is not touched";
    EXPECT_TRUE(rehearsal.as_meant()) << told(rehearsal);
    EXPECT_EQ(rehearsal.steps.size(), 9U) << told(rehearsal);
    ASSERT_EQ(rehearsal.applications.size(), rehearsed_applications + 1) << "and the one of the last moment";
    const auto& first = rehearsal.applications.front();
    EXPECT_EQ(*first.received.shown.application.register_number, "KOK-2025-001");
    EXPECT_EQ(first.letters.size(), 2U) << "two receipts: it was sent anew";
    EXPECT_EQ(first.received.sent.number, 2);
    EXPECT_TRUE(first.received.shown.judged.all().empty());
    Money asked;
    for (const RehearsedPayer& payer : rehearsal.payers) {
        asked += payer.asked;
    }
    EXPECT_GT(asked, Money());
    EXPECT_EQ(rehearsal.payers.front().pot, Money::euros(560'000));
}

TEST_P(Rehearsing, WhatGoesWrongIsSaid) {
    // nobody's plan keeps both
    const auto call = cast::call_2025(
        {{"[window]",
          "[[rules]]\nkey = \"large\"\ncheck = \"plan.total_costs >= 2000\"\nsource = \"deck-brief\"\n\n[window]"},
         {"private_source = \"agreements\"",
          "private_source = \"agreements\"\n[funding.total_costs_most]\nmost = 1_000\nsource = \"deck-brief\""}});
    const auto rehearsal = rehearsed(call);
    EXPECT_FALSE(rehearsal.as_meant()) << told(rehearsal);
    EXPECT_TRUE(found(rehearsal, "8 made-up applications are sent").starts_with("NOT: 0 arrived. Another was refused"))
        << told(rehearsal);
}

TEST_P(Rehearsing, TheSameCallGivesTheSame) {
    const auto one = rehearsed(cast::call_2025()), other = rehearsed(cast::call_2025());
    EXPECT_EQ(told(one), told(other));
    ASSERT_EQ(one.applications.size(), other.applications.size());
    for (std::size_t i = 0; i < one.applications.size(); ++i) {
        EXPECT_EQ(one.applications[i].received.shown.application.answers,
                  other.applications[i].received.shown.application.answers);
    }
}

TEST_P(Rehearsing, AContactIsAskedAndASecondStageIsEnteredThroughTheFirst) {
    const auto contact = cast::call_2025(
        {{"[window]",
          "[contact_before]\ntext = { fi = \"Ota yhteyttä.\", sv = \"Ta kontakt.\", en = \"Be in contact.\" "
          "}\nsource = \"deck-brief\"\n\n[window]"}});
    const auto with_contact = rehearsed(contact);
    EXPECT_TRUE(with_contact.as_meant()) << told(with_contact);
    EXPECT_TRUE(found(with_contact, "Somebody sends without").starts_with("Be in contact.")) << told(with_contact);

    const auto second =
        cast::call_2025({{"code = \"2025\"", "code = \"2025-2\""},
                         {"register_series = \"KOK-2025\"", "register_series = \"KOK-2025-2\""},
                         {"opens = 2025-05-02T09:00:00", "opens = 2025-07-02T09:00:00"},
                         {"closes = 2025-06-02T16:15:00", "closes = 2025-08-01T16:15:00"},
                         {"[window]", "[stage]\nafter = \"2025\"\nsource = \"deck-brief\"\n\n[window]"}});
    EXPECT_FALSE(rehearsed(second).as_meant()) << "the first stage is not published";
    const auto whole = rehearsed(second, std::make_shared<const call::Call>(cast::call_2025()));
    EXPECT_TRUE(whole.as_meant()) << told(whole);
}

TEST_P(Rehearsing, EveryRealCallGoesAsItIsMeant) {
    for (const cast::RealCall& real : cast::real_calls()) {
        const auto rehearsal = rehearse(world(), {real.call, real.programme, nullptr, nullptr});
        EXPECT_TRUE(rehearsal.as_meant()) << real.name << "\n" << told(rehearsal);
        EXPECT_FALSE(rehearsal.applications.empty()) << real.name;
    }
}

TEST_P(Rehearsing, NothingIsLeftBehind) {
    const auto folders = [] {
        std::int64_t count = 0;
        for (const auto& entry : files::directory_iterator(files::temp_directory_path())) {
            count += entry.path().filename().string().starts_with("vastin-rehearsal-") ? 1 : 0;
        }
        return count;
    };
    const auto before = folders();
    rehearsed(cast::call_2025());
    EXPECT_EQ(folders(), before);
}

}  // namespace
}  // namespace vastin::preparation
