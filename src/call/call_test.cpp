#include "call/call.h"

#include <gtest/gtest.h>

namespace vastin::call {
namespace {

TEST(Call, IsOpenFromItsFirstToItsLastInstantBothIncluded) {
    Window window;
    window.opens = Instant{1000};
    window.closes = Instant{5000};
    EXPECT_EQ(state(window, Instant{999}), CallState::coming);
    EXPECT_EQ(state(window, Instant{1000}), CallState::open);
    EXPECT_EQ(state(window, Instant{5000}), CallState::open);
    EXPECT_EQ(state(window, Instant{5001}), CallState::closed);
}

TEST(Call, TakesTheKindsOfProjectItNames) {
    Call call;
    call.projects = {ProjectKind::group};
    EXPECT_TRUE(takes(call, ProjectKind::group));
    EXPECT_FALSE(takes(call, ProjectKind::single));
}

TEST(Call, FindsThePotOfTheSupport) {
    Call call;
    call.rules.support.text = "eu";
    EXPECT_EQ(support_pot(call), nullptr);
    for (const auto& [code, payer] : {std::pair("a", "city"), std::pair("b", "eu")}) {
        Pot pot;
        pot.code.text = code;
        pot.payer.text = payer;
        call.pots.push_back(pot);
    }
    ASSERT_NE(support_pot(call), nullptr);
    EXPECT_EQ(support_pot(call)->code.text, "b");
}

}  // namespace
}  // namespace vastin::call
