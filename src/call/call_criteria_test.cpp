#include <gtest/gtest.h>

#include "call/call_load.h"
#include "programme/test_town.h"

namespace vastin::call {
namespace {

using programme::Break;
using programme::real_file;

const programme::Programme& kokkola() {
    static const programme::Programme loaded = [] {
        kit::Faults faults;
        return programme::load(real_file("programme.toml"), faults);
    }();
    return loaded;
}

/// The call of 2025 with criteria as a city would write them.
programme::SourceFile judged() {
    programme::SourceFile file = real_file("calls/2025.toml");
    file.text += R"(
[[criteria]]
key = "fits"
kind = "pass"
name = { fi = "Sopii", sv = "Passar", en = "Fits the agreement" }
source = "agreements"

[[criteria]]
key = "impact"
kind = "score"
least_score = 1
most_score = 5
minimum = 2
weight = 60
name = { fi = "Vaikutus", sv = "Effekt", en = "Impact" }
text = { fi = "Mitä muuttuu", sv = "Vad som ändras", en = "What changes" }
source = "agreements"

[[criteria]]
key = "plan"
kind = "score"
least_score = 0
most_score = 10
weight = 40.0
name = { fi = "Suunnitelma", sv = "Plan", en = "Plan" }
source = "agreements"

[scoring]
minimum_total = 8
source = "agreements"

[[messages]]
event = "received"
text = { fi = "Kiitos", sv = "Tack", en = "Thank you" }

[languages]
application = ["fi", "sv"]
decision = ["fi"]
)";
    return file;
}

TEST(Criteria, AreReadWithTheirScalesAndWeights) {
    kit::Faults faults;
    const Call call = load(judged(), kokkola(), faults);
    EXPECT_EQ(faults.text(), "");
    ASSERT_EQ(call.criteria.size(), 3U);
    EXPECT_EQ(call.criteria[0].kind, Criterion::Kind::pass);
    EXPECT_EQ(call.criteria[1].minimum, 2);
    EXPECT_EQ(call.criteria[1].weight, Share{6000});
    EXPECT_EQ(call.criteria[1].text.value().en, "What changes");
    EXPECT_EQ(call.criteria[2].most_score, 10);
    EXPECT_EQ(call.scoring.minimum_total, 8);
    ASSERT_EQ(call.messages.size(), 1U);
    EXPECT_EQ(call.messages[0].event, "received");
    EXPECT_EQ(call.languages.application, (std::vector{Language::fi, Language::sv}));
    EXPECT_EQ(call.languages.decision, std::vector{Language::fi});
}

// clang-format off
const std::vector<Break> breaks{
    {"weights that do not sum to 100", "weight = 60\n", "weight = 50\n",
        "[[criteria]]\nkey = \"fits\"", "criteria", "expected weights that sum to 100, found 90 %"},
    {"a weight is missing", "weight = 40.0\n", "",
        "[[criteria]]\nkey = \"fits\"", "criteria", "expected a weight for each criterion"},
    {"a minimum above the scale", "minimum = 2", "minimum = 6",
        "minimum = 6", "criteria[2].minimum", "expected a whole number from 1 to 5, found 6"},
    {"a scale without length", "most_score = 5\nminimum = 2", "most_score = 1",
        "most_score = 1\n", "criteria[2].most_score", "expected more than least_score"},
    {"two criteria with one key", "key = \"impact\"", "key = \"fits\"",
        "key = \"fits\"\nkind = \"score\"", "criteria[2].key", "is taken already"},
    {"more than all scores together", "minimum_total = 8", "minimum_total = 16",
        "minimum_total = 16", "scoring.minimum_total", "from 0 to 15"},
    {"an event nobody knows", "event = \"received\"", "event = \"birthday\"",
        "event = \"birthday\"", "messages[1].event", "expected one of received"},
    {"a language nobody knows", "decision = [\"fi\"]", "decision = [\"de\"]",
        "decision = [\"de\"]", "languages.decision", "expected fi, sv or en"},
};
// clang-format on

TEST(Criteria, ThatContradictAreToldWhereTheyStand) {
    for (const Break& way : breaks) {
        programme::expect_fault(judged(), way, [](const programme::SourceFile& file, kit::Faults& faults) {
            load(file, kokkola(), faults);
        });
    }
}

}  // namespace
}  // namespace vastin::call
