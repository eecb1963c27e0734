// What is said of the slips that people make when they write a call: the call of docs/calls.md with one of them.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include "call/call_load.h"
#include "cast.h"

namespace vastin::call {
namespace {

std::string the_call() {
    std::ifstream file(cast::source() + "/docs/calls.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const std::string open = "\n```toml call\n";
    const auto from = page.find(open) + open.size();
    return page.substr(from, page.find("```", from) - from);
}

/// What is told of the call with every `there` replaced, without the name of the file and the place.
std::string told(const std::string& there, const std::string& instead) {
    std::string text = the_call();
    EXPECT_NE(text.find(there), std::string::npos) << there;
    for (auto at = text.find(there); at != std::string::npos; at = text.find(there, at + instead.size())) {
        text.replace(at, there.size(), instead);
    }
    kit::Faults faults;
    load_alone({"a", text}, faults);
    std::istringstream lines(faults.text());
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        all += (all.empty() ? "" : "\n") + line.substr(line.find(": ") + 2);
    }
    return all;
}

struct Slip {
    std::string there, instead, told;
};

void judge(const std::vector<Slip>& slips) {
    for (const Slip& slip : slips) {
        EXPECT_EQ(told(slip.there, slip.instead), slip.told) << slip.instead;
    }
}

TEST(ToldOfKeys, OneRuleHoldsForAllOfThem) {
    judge({
        {"\"storage\"", "\"energy_storage-2.0\"", ""},
        {"\"eu\"", "\"eu-state_1\"", ""},
        {"\"equipment\"", "\"new-equipment\"", ""},
        {"\"eu\"",
         "\"eu.state\"",
         "funding.payers[1].key: expected a key that fits a question, without \".\" and no \"-\" at its end, found "
         "\"eu.state\""},
        {"key = \"actual\"",
         "key = \"Actual\"",
         "funding.cost_models[1].key: expected at most 60 of a-z, 0-9, \"_\", \"-\" and \".\", found \"Actual\""},
    });
}

TEST(ToldOfForms, AFaultStandsAtItsQuestion) {
    judge({
        {"key = \"ends\"",
         "key = \"starts\"",
         "form.sections[1].fields[4].key: The key starts stands twice in the form."},
        {"    { value = \"group\", name = { fi = \"ryhmä\", sv = \"en grupp\", en = \"a group\" } },\n",
         "",
         "form.sections[1].fields[2]: Field project_kind: a choice has at least two options."},
        {"kind = \"theme_shares\"",
         "kind = \"goals\"",
         "form.sections[1].fields[5]: Field themes: there is nothing to choose from."},
        {"part = \"equipment\"",
         "part = \"equipmnt\"",
         "funding.cost_parts[1].part: expected a category of costs: pay, equipment, found \"equipmnt\"; did you mean "
         "\"equipment\"?"},
    });
}

TEST(ToldOfLists, EachStandsOnceAndAnEmptyOneIsNone) {
    judge({
        {"[\"storage\", \"grids\"]",
         "[\"storage\", \"storage\"]",
         "themes: expected each theme once, found \"storage\" again"},
        {"[\"storage\", \"grids\"]",
         "[\"storag\", \"grids\"]",
         "themes: expected a theme of the agreement, found \"storag\"; did you mean \"storage\"?"},
        {"[\"single\", \"group\"]",
         "[\"single\", \"groups\"]",
         "projects: expected single or group, found \"groups\"; did you mean \"group\"?"},
        {"[contact]",
         "[languages]\ndecision = []\n[contact]",
         "languages.decision: expected at least one of fi, sv and en, or no such key, found none"},
        {"payer = \"eu\"", "payer = \"ely\"", "pots[1].payer: expected one of eu, own, found \"ely\""},
        {"bound = \"at_least\"",
         "bound = \"atleast\"",
         "funding.cost_parts[1].bound: expected one of at_most, at_least, found \"atleast\"; did you mean "
         "\"at_least\"?"},
    });
}

}  // namespace
}  // namespace vastin::call
