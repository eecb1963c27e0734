#include "call/opening.h"

#include <gtest/gtest.h>

namespace vastin::call {
namespace {

Window continuous(std::vector<Instant> cut_offs, std::optional<Instant> closes = {}) {
    Window window;
    window.kind = Window::Kind::continuous;
    window.opens = Instant{1000};
    window.endless = !closes;
    window.closes = closes.value_or(Instant{9'000'000});
    window.cut_offs = std::move(cut_offs);
    return window;
}

TEST(Opening, WithoutCutOffsAllIsOneBatch) {
    const auto all = batches(continuous({}, Instant{5000}));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].by, Instant{5000});
    EXPECT_TRUE(batches(continuous({}))[0].endless);
}

TEST(Opening, ACutOffIsTheLastInstantOfItsBatch) {
    const Window window = continuous({Instant{2000}, Instant{3000}});
    EXPECT_EQ(batches(window).size(), 3U);
    EXPECT_EQ(batch_of(window, Instant{2000}).number, 1);
    EXPECT_EQ(batch_of(window, Instant{2001}).number, 2);
    EXPECT_EQ(batch_of(window, Instant{3001}).number, 3);
    EXPECT_TRUE(batch_of(window, Instant{3001}).endless);
    EXPECT_EQ(batches(window)[1].after, Instant{2000});
}

TEST(Opening, ACallThatClosesWithACutOffHasNoBatchAfterIt) {
    EXPECT_EQ(batches(continuous({Instant{2000}, Instant{3000}}, Instant{3000})).size(), 2U);
    const auto all = batches(continuous({Instant{2000}}, Instant{3000}));
    ASSERT_EQ(all.size(), 2U);
    EXPECT_FALSE(all[1].endless);
    EXPECT_EQ(all[1].by, Instant{3000});
}

TEST(Opening, DeadlinesAreCutOffsAndTheEndWhereThereIsOne) {
    EXPECT_TRUE(deadlines(continuous({})).empty());
    EXPECT_EQ(deadline_at(continuous({}), Instant{1}), std::nullopt);
    const Window window = continuous({Instant{2000}}, Instant{3000});
    EXPECT_EQ(deadline_at(window, Instant{2000}), Instant{2000});
    EXPECT_EQ(deadline_at(window, Instant{2001}), Instant{3000});
    EXPECT_EQ(deadline_at(window, Instant{3001}), Instant{3000}) << "the last one";
    EXPECT_EQ(deadline_at(continuous({Instant{2000}}), Instant{2001}), Instant{2000});
}

TEST(Opening, SaysHowItStands) {
    const Window window = continuous({});
    EXPECT_EQ(standing_words(window, Instant{999}), say("Opens on {0}", window.opens));
    EXPECT_EQ(standing_words(window, Instant{1000}), say("Open until further notice"));
    const Window ends = continuous({}, Instant{3000});
    EXPECT_EQ(standing_words(ends, Instant{3000}), closing_words(ends));
    EXPECT_EQ(standing_words(ends, Instant{3001}), say("Closed on {0}", ends.closes));
}

TEST(Opening, SaysInWhichBatchWhatIsSentNowIsHandled) {
    const Instant first{2000}, second{3000};
    const Window endless = continuous({first, second});
    EXPECT_EQ(handling_words(endless, Instant{1}),
              say("What is sent by {0} is handled in that batch. The next cut-off is {1}.", first, second))
        << "also before it opens";
    EXPECT_EQ(handling_words(endless, second),
              say("What is sent by {0} is handled in that batch. The cut-off after it has not been set yet.", second));
    EXPECT_EQ(handling_words(endless, Instant{3001}),
              say("The next cut-off has not been set yet: what is sent now is handled after it."));
    const Window ends = continuous({first}, second);
    EXPECT_EQ(handling_words(ends, Instant{2001}), say("What is sent by {0} is handled in the last batch.", second));
    EXPECT_TRUE(handling_words(ends, Instant{3001}).empty()) << "closed";
    EXPECT_TRUE(handling_words(continuous({}), Instant{2000}).empty());
    Window ordered = continuous({});
    ordered.order = Window::Order::arrival;
    EXPECT_EQ(handling_words(ordered, Instant{2000}),
              say("Applications are handled in the order in which they arrive."));
}

TEST(Opening, SaysInWhichBatchWhatArrivedIsHandled) {
    const Window window = continuous({Instant{2000}});
    EXPECT_EQ(handled_words(window, Instant{2000}), say("It is handled in the batch of {0}.", Instant{2000}));
    EXPECT_EQ(handled_words(window, Instant{2001}),
              say("It is handled in the batch after {0}, whose cut-off has not been set yet.", Instant{2000}));
    EXPECT_TRUE(handled_words(continuous({}), Instant{2000}).empty());
}

TEST(Opening, TheMoneyOfTheSupportIsThatOfAllItsPots) {
    Call call;
    call.rules.support.text = "eu";
    for (const auto& [payer, euros] : {std::pair("city", 1), std::pair("eu", 2), std::pair("eu", 3)}) {
        Pot pot;
        pot.payer.text = payer;
        pot.money.sum = Money::euros(euros);
        call.pots.push_back(pot);
    }
    EXPECT_EQ(support_money(call), Money::euros(5));
}

}  // namespace
}  // namespace vastin::call
