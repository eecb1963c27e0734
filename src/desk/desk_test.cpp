// What waits for the coordinator, and how an application is counted.
#include "desk/desk.h"

#include "acting.h"
#include "desk/desk_acts.h"
#include "desk/desk_store.h"
#include "flow/audit.h"
#include "town_cast.h"

namespace vastin::desk {
namespace {

kit::Json document(const std::string& themes, const std::string& parts) {
    return kit::Json::read(R"({"common":{"read_as":{"themes":)" + themes + R"(}},"parts":)" + parts + "}").value();
}
const char* const one_part =
    R"([{"plan":{"lines":[{"payer":"eu","cents":56000000},{"payer":"city","cents":23333300},{"payer":"own","cents":14000001}],"outside":1000000}}])";

TEST(DeskSums, AreTheApplicationsOwnByThemeToTheCent) {
    const auto rules = cast::call_2025().rules;
    const auto sums = sums_by_theme(document(R"({"battery":3333,"circular":6667})", one_part), rules);
    ASSERT_EQ(sums.size(), 2U);
    EXPECT_EQ(sums[0].theme, "battery");
    EXPECT_EQ(sums[0].sums.own, Money::cents(4666200)) << "33.33 % to the nearest cent";
    Sums together = sums[0].sums;
    together += sums[1].sums;
    EXPECT_EQ(together,
              (Sums{Money::euros(560000), Money::euros(233333), Money(), Money::cents(14000001), Money::euros(10000)}));
    EXPECT_EQ(together.total(), Money::cents(94333301));
    together -= sums[0].sums;
    EXPECT_EQ(together, sums[1].sums);
}

TEST(DeskSums, OfAGroupAreThoseOfAllItsParts) {
    const auto rules = cast::call_2025().rules;
    const std::string two =
        std::string(one_part).substr(0, std::string(one_part).size() - 1) + "," + std::string(one_part).substr(1);
    const auto sums = sums_by_theme(document(R"({"battery":10000})", two), rules);
    ASSERT_EQ(sums.size(), 1U);
    EXPECT_EQ(sums[0].sums.support, Money::euros(1120000));
    const auto none = sums_by_theme(document("{}", R"([{"plan":null}])"), rules);
    ASSERT_EQ(none.size(), 1U);
    EXPECT_EQ(none[0].theme, "") << "a call without themes";
    EXPECT_EQ(none[0].sums, Sums{});
}

TEST(DeskWords, AreSmallCutAndEachOnce) {
    const auto words = [](const std::string& text) {
        std::string told;
        for (const std::string& hex : search_words(text)) {
            for (std::size_t i = 0; i < hex.size(); i += 2) {
                told += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
            }
            told += " ";
        }
        return told;
    };
    EXPECT_EQ(words("Akkuaine KIERTOON: Åkes akkuaine"), "akkuaine kiertoon åkes ");
    EXPECT_EQ(words("KOK-2025-014"), "kok 2025 014 ");
    EXPECT_EQ(words("1097805-3 a"), "1097805 ") << "one letter finds nothing";
    EXPECT_EQ(words("%_' \"; <b>"), "");
    EXPECT_EQ(words(std::string(100, 'x')), std::string(24, 'x') + " ");
}

TEST(DeskWords, EveryStateAndDeedHasItsWords) {
    for (const auto state : {application::State::draft,
                             application::State::received,
                             application::State::reopened,
                             application::State::withdrawn}) {
        EXPECT_FALSE(state_words(state).empty());
    }
    EXPECT_EQ(deed_words("application.send").message, "Application sent");
    EXPECT_EQ(deed_words("something.new").message, "Another deed: {0}");
}

class Desk : public cast::Acting {
  protected:
    void arrive(const IdText& application, Instant now = cast::a_week_before) {
        act_twice(
            [&](flow::Act& a) -> Result<int> {
                note_arrival(a, application);
                a.record(application.str(), "application.send");
                return 1;
            },
            now)
            .value();
    }
    std::int64_t open() {
        return read([](kit::Transaction& t) { return count_open(t, arrived_task, 100); });
    }
    const IdText pine = *IdText::read("00000000000000000000000001"), oak = *IdText::read("00000000000000000000000002");
};
VASTIN_ON_BOTH_DATABASES(Desk);

TEST_P(Desk, AnArrivalWaitsOnce) {
    arrive(pine);
    arrive(pine, cast::a_week_before + hours(1));
    arrive(oak, cast::a_week_before + hours(2));
    EXPECT_EQ(open(), 2);
    EXPECT_EQ(rows("desk_task"), 2);
    EXPECT_TRUE(read([&](kit::Transaction& t) { return waits(t, arrived_task, pine.str()); }));
    const auto first = read([](kit::Transaction& t) { return open_tasks(t, arrived_task, std::nullopt, 1); });
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].about, pine.str());
    EXPECT_EQ(first[0].opened, cast::a_week_before + hours(1)) << "sent anew, it waits from then on";
    const auto rest = read([&](kit::Transaction& t) {
        return open_tasks(t, arrived_task, TaskPlace{first[0].opened, first[0].id}, 10);
    });
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].about, oak.str());
    EXPECT_EQ(read([](kit::Transaction& t) { return count_open(t, arrived_task, 1); }), 1) << "counted to one";
}

TEST_P(Desk, WhatWasNeverSentCannotBeLookedAtOrRead) {
    const auto before = cast::everything(database());
    identity::Person official;
    official.id = *Id<identity::Account>::read("00000000000000000000000009");
    const auto looked = act_twice([&](flow::Act& a) { return look_at(a, oak); });
    ASSERT_FALSE(looked);
    EXPECT_EQ(looked.error().kind, Refusal::Kind::not_found);
    EXPECT_FALSE(act_twice([&](flow::Act& a) { return desk::read(a, official, oak); }));
    EXPECT_EQ(cast::everything(database()), before);
}

}  // namespace
}  // namespace vastin::desk
