// docs/calls.md says the truth: its call loads, its application is accepted, each of its pieces fits into that call.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "application/tried.h"
#include "call/call_format.h"
#include "call/call_load.h"
#include "cast.h"

namespace vastin::application {
namespace {

const std::string& page() {
    static const std::string text = [] {
        std::ifstream file(cast::source() + "/docs/calls.md", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }();
    return text;
}

/// What stands in the blocks that begin with ```KIND.
std::vector<std::string> blocks(const std::string& kind) {
    std::vector<std::string> all;
    const std::string open = "\n```" + kind + "\n";
    for (auto at = page().find(open); at != std::string::npos; at = page().find(open, at + 1)) {
        const auto from = at + open.size();
        all.push_back(page().substr(from, page().find("```", from) - from));
    }
    return all;
}

std::string the_call() {
    const auto all = blocks("toml call");
    EXPECT_EQ(all.size(), 1U);
    return all.at(0);
}

call::Call loaded(const std::string& text) {
    kit::Faults faults;
    auto alone = call::load_alone({"calls.md", text}, faults);
    EXPECT_EQ(faults.text(), "") << text;
    return std::move(alone.call);
}

/// The call with `there` replaced.
std::string with(const std::string& there, const std::string& instead) {
    std::string text = the_call();
    const auto at = text.find(there);
    EXPECT_NE(at, std::string::npos) << there;
    return text.replace(at, there.size(), instead);
}

TEST(CallsPage, ItsCallLoadsAndItsApplicationIsAccepted) {
    const call::Call call = loaded(the_call());
    const auto document = kit::Json::read(blocks("json application").at(0));
    ASSERT_TRUE(document.has_value());
    const auto application = read_application(*document);
    ASSERT_TRUE(application.has_value()) << application.error();
    const Tried tried = try_application(*application, call);
    const kit::Words words(cast::build() + "/texts", Zone("Europe/Helsinki"));
    EXPECT_TRUE(tried.accepted) << told_as_text(tried, call, words, Language::en);
}

TEST(CallsPage, ItsCallRefusesWhatBreaksEachOfItsRules) {
    const call::Call call = loaded(the_call());
    const std::string whole = blocks("json application").at(0);
    const std::vector<std::array<std::string, 3>> broken{
        {"\"office\": true", "\"office\": false", "rules[1]"},
        {"\"equipment\": 30000", "\"equipment\": 20000", "funding.cost_parts[1]"},
        {"2029-04-30", "2029-05-01", "funding.longest"},
        {"\"storage\": \"60\"", "\"storage\": \"50\"", "form.sections[1].fields[5]"},
    };
    for (const auto& [there, instead, rule] : broken) {
        std::string text = whole;
        text.replace(text.find(there), there.size(), instead);
        const Tried tried = try_application(read_application(*kit::Json::read(text)).value(), call);
        ASSERT_EQ(tried.findings.size(), 1U) << instead;
        EXPECT_EQ(tried.findings[0].reason.rule, rule) << instead;
        EXPECT_GT(tried.findings[0].line, 0) << instead;
        EXPECT_FALSE(tried.accepted);
    }
}

TEST(CallsPage, WhatTheCallDoesNotAskIsToldAndNeverDropped) {
    const std::string letter =
        "\n[[attachments]]\nkey = \"letter\"\ntitle = { fi = \"a\", sv = \"a\", en = \"Letter\" }\n"
        "kinds = [\"pdf\"]\nmost_megabytes = 1\nmost_files = 1\n";
    const call::Call call = loaded(the_call() + letter);
    const std::string whole = blocks("json application").at(0);
    const std::string storage = "\"storage\": \"60\"", two = "\"parts\":";
    const std::vector<std::array<std::string, 4>> strange{
        {storage,
         storage + ", \"hydrogen\": 100",
         "form.sections[1].fields[5]",
         "Share by target: “hydrogen” is no theme of this call. Its themes are: storage, grids."},
        {"\"pay\": 70000", "\"pay\": 70000, \"ofice\": true", "", "The call asks no “ofice”. Did you mean “office”?"},
        {"\"starts\"",
         "\"pay\": 1, \"starts\"",
         "form.sections[2].fields[5]",
         "“pay” is asked from each implementer: its answer belongs to the parts."},
        {"\"pay\": 70000",
         "\"pay\": 70000, \"starts\": \"2026-05-01\"",
         "form.sections[1].fields[3]",
         "“starts” is asked once of the project: its answer belongs to the common part."},
        {two,
         "\"call\": \"2025\", " + two,
         "code",
         "The application is one to the call “2025”, and this is the call “vaasa-2026”."},
        {two,
         R"("attachments": [{"place": "letter", "name": "a.png"}], )" + two,
         "attachments[1]",
         "Letter: the file “a.png” is of another form than those that are taken here: PDF."},
        {two,
         R"("attachments": [{"place": "letter", "name": "a.pdf"}, {"place": "letter"}], )" + two,
         "attachments[1]",
         "Letter: only one file belongs here; here are 2."},
        {two,
         R"("attachments": [{"place": "other"}], )" + two,
         "",
         "The call has no place for files “other”. Its places are: letter."},
    };
    const kit::Words words(cast::build() + "/texts", Zone("Europe/Helsinki"));
    for (const auto& [there, instead, rule, sentence] : strange) {
        std::string text = whole;
        text.replace(text.find(there), there.size(), instead);
        const Tried tried = try_application(read_application(*kit::Json::read(text)).value(), call);
        ASSERT_EQ(tried.findings.size(), 1U) << instead << told_as_text(tried, call, words, Language::en);
        EXPECT_EQ(words.text(Language::en, tried.findings[0].reason.phrase), sentence);
        EXPECT_EQ(tried.findings[0].reason.rule, rule) << instead;
        EXPECT_EQ(tried.findings[0].line > 0, !rule.empty()) << instead;
        EXPECT_FALSE(tried.accepted);
    }
}

TEST(CallsPage, ItsPiecesFitIntoItsCall) {
    std::size_t pieces = 0;
    for (const std::string& piece : blocks("toml fragment")) {
        loaded(the_call() + "\n" + piece);
        ++pieces;
    }
    for (const std::string& piece : blocks("toml fragment pots")) {
        loaded(the_call() + "\n" + piece);
        ++pieces;
    }
    const std::string text = the_call();
    const auto window = text.find("[window]"), after = text.find("[[pots]]");
    for (const std::string& piece : blocks("toml fragment window")) {
        loaded(with(text.substr(window, after - window), piece + "\n"));
        ++pieces;
    }
    const auto limits = text.find("[[funding.cost_parts]]"), form = text.find("[[form.sections]]");
    for (const std::string& piece : blocks("toml fragment limits")) {
        loaded(with(text.substr(limits, form - limits), piece + "\n"));
        ++pieces;
    }
    for (const std::string& piece : blocks("toml fragment field")) {
        loaded(with("[[form.sections]]\nkey = \"implementer\"", piece + "\n[[form.sections]]\nkey = \"implementer\""));
        ++pieces;
    }
    EXPECT_GE(pieces, 9U);
}

/// Whether the page says `word` somewhere, and not only a part of another one.
bool says(const std::string& word) {
    const auto part = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    for (auto at = page().find(word); at != std::string::npos; at = page().find(word, at + 1)) {
        const bool begins = at == 0 || !part(page()[at - 1]);
        if (begins && (at + word.size() == page().size() || !part(page()[at + word.size()]))) {
            return true;
        }
    }
    return false;
}

TEST(CallsPage, NamesEveryKeyAndWordThatACallMayHave) {
    for (const call::FormatRow& row : call::format()) {
        const std::string key(row.key().substr(0, row.key().find('[')));
        EXPECT_TRUE(row.later || key == "*" || says(key)) << row.path;
        for (const call::FormatWord& word : row.words) {
            EXPECT_TRUE(row.later || word.later || says(word.value)) << row.path << " = " << word.value;
        }
    }
    for (const std::string_view event : call::message_events) {
        EXPECT_TRUE(says(std::string(event))) << event;
    }
}

TEST(CallsPage, TheSchemaOfAnApplicationDescribesItsExample) {
    const kit::Json schema = application_schema();
    const auto document = kit::Json::read(blocks("json application").at(0));
    ASSERT_TRUE(document.has_value());
    for (const kit::Json& key : *schema["required"].list()) {
        EXPECT_TRUE(document->object()->contains(*key.text())) << *key.text();
    }
    for (const auto& [key, value] : *document->object()) {
        EXPECT_TRUE(schema["properties"].object()->contains(key)) << key;
    }
}

}  // namespace
}  // namespace vastin::application
