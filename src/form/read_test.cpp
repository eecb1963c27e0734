// The cases of form_cases.txt, and letters that are not what they seem.
#include "form/read.h"

#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "cast.h"
#include "form/letters.h"
#include "form/told_for_tests.h"

namespace vastin::form {
namespace {

using namespace for_tests;

const int a_thousand_cases = setenv("RC_PARAMS", "max_success=1000", 0);  // before RapidCheck reads it

std::string with_marks(std::string text) {
    const std::pair<const char*, const char*> marks[] = {
        {"\\s", " "}, {"\\N", "\xC2\xA0"}, {"\\n", "\xE2\x80\xAF"}, {"\\e", "\xE2\x82\xAC"}, {"\\m", "\xE2\x88\x92"}};
    for (const auto& [mark, letter] : marks) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
            text.replace(at, 2, letter);
        }
    }
    return text;
}

template <class T, class Tell>
std::string outcome(const Read<T>& read, Tell tell) {
    return read ? tell(*read) : "no: " + told(read.error());
}

std::string outcome(const std::string& kind, const std::string& typed) {
    if (kind == "money") {
        return outcome(read_money(typed), [](Money sum) { return two_decimals(sum.count()); });
    }
    if (kind == "day") {
        return outcome(read_day(typed), write_date);
    }
    if (kind == "number") {
        return outcome(read_number(typed), [](std::int64_t number) { return std::to_string(number); });
    }
    return outcome(read_percent(typed), percent);
}

TEST(FormCases, EveryRowIsReadAsItSays) {
    std::ifstream file(cast::source() + "/src/form/form_cases.txt");
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with("#")) {
            continue;
        }
        const auto open = line.find('|');
        const auto close = line.rfind('|');
        const auto arrow = line.find("=> ", close);
        ASSERT_TRUE(open < close && arrow != std::string::npos) << line;
        const std::string typed = with_marks(line.substr(open + 1, close - open - 1));
        EXPECT_EQ(outcome(line.substr(0, line.find(' ')), typed), line.substr(arrow + 3)) << line;
        ++rows;
    }
    EXPECT_GE(rows, 95) << "form_cases.txt is not whole";
}

std::string line_of(std::string_view typed, std::size_t most = 200) {
    return outcome(read_line(typed, most), [](const std::string& text) { return "[" + text + "]"; });
}
std::string text_of(std::string_view typed, std::size_t most = 200) {
    return outcome(read_text(typed, most), [](const std::string& text) { return "[" + text + "]"; });
}

TEST(Lines, HtmlAndEmojiAreTextLikeAnyOther) {
    EXPECT_EQ(line_of("<script>alert(1)</script> & \"x\" {{NAME}}"), "[<script>alert(1)</script> & \"x\" {{NAME}}]");
    EXPECT_EQ(line_of("Battery \xF0\x9F\x94\x8B"), "[Battery \xF0\x9F\x94\x8B]");
    EXPECT_EQ(line_of("  \xC3\x84lyk\xC3\xA4s\t\xC3\xA4lyk\xC3\xA4s  "), "[\xC3\x84lyk\xC3\xA4s \xC3\xA4lyk\xC3\xA4s]");
}

TEST(Lines, MarksThatAreNotSeenAreTakenAway) {
    EXPECT_EQ(line_of("Cent\xE2\x80\x8Bria"), "[Centria]") << "zero-width space";
    EXPECT_EQ(line_of("\xEF\xBB\xBF"
                      "Centria\xE2\x80\x8D"),
              "[Centria]")
        << "byte order mark, joiner";
    EXPECT_EQ(line_of("\xE2\x80\xAE"
                      "airtneC\xE2\x80\xAC"),
              "[airtneC]")
        << "right-to-left override";
    EXPECT_EQ(line_of("\xE2\x81\xA6"
                      "Cen\xC2\xADtria\xE2\x81\xA9"),
              "[Centria]")
        << "isolates, soft hyphen";
    EXPECT_EQ(line_of("\xE2\x80\x8B"), "[]") << "nothing is left";
}

TEST(Lines, ControlLettersAndLineBreaksAreRefused) {
    const std::string nul("a\0b", 3);
    for (const std::string& bad :
         {nul, std::string("a\x01"), std::string("a\x1B[31m"), std::string("\x7Fz"), std::string("a\xC2\x85z")}) {
        EXPECT_EQ(line_of(bad), "no: The text has control letters that are not seen. Write it again by hand.");
        EXPECT_EQ(text_of(bad), "no: The text has control letters that are not seen. Write it again by hand.");
    }
    for (const char* bad : {"a\nb",
                            "a\r\nb",
                            "a\rb",
                            "a\xE2\x80\xA8"
                            "b"}) {
        EXPECT_EQ(line_of(bad), "no: Write this on one line, without line breaks.");
    }
    EXPECT_EQ(line_of("a\r\n"), "[a]") << "at the end it does not matter";
}

TEST(Lines, BrokenUtf8IsRefused) {
    for (const char* bad : {"\xFF",
                            "a\xC3",
                            "\xC0\xAF",
                            "\xE0\x80\xAF",
                            "\xED\xA0\x80",
                            "\xF4\x90\x80\x80",
                            "\x80",
                            "\xE2\x82",
                            "\xF8\x88\x80\x80\x80"}) {
        EXPECT_EQ(line_of(bad), "no: The text has letters that cannot be read. Write them again.");
        EXPECT_EQ(text_of(bad), "no: The text has letters that cannot be read. Write them again.");
    }
    EXPECT_EQ(line_of("\xF4\x8F\xBF\xBD"), "[\xF4\x8F\xBF\xBD]") << "a letter near the last one is a letter";
}

TEST(Lines, TheLastLetterFitsAndTheNextDoesNot) {
    EXPECT_EQ(line_of("abc", 3), "[abc]");
    EXPECT_EQ(line_of("abcd", 3), "no: Too long: 4 letters, at most 3.");
    EXPECT_EQ(line_of("\xF0\x9F\x94\x8B\xF0\x9F\x94\x8B\xF0\x9F\x94\x8B", 3),
              "[\xF0\x9F\x94\x8B\xF0\x9F\x94\x8B\xF0\x9F\x94\x8B]");
    EXPECT_EQ(text_of("a\r\nb", 3), "[a\nb]") << "a line end is one letter, whoever sends it";
}

TEST(Texts, KeepLinesTabsAndMarks) {
    EXPECT_EQ(text_of("\r\n a\tb\r\rc\nd \n"), "[a\tb\n\nc\nd]");
    EXPECT_EQ(text_of("\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9"),
              "[\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9]");
}

/// Any bytes, often near what people type.
std::string any_bytes() {
    const auto letters = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 40));
    static const std::string likely = "0123456789.,- \xE2\x82\xAC%/eurEURoa\t\n\xC2\xA0";
    std::string text;
    for (int letter : letters) {
        const auto at = static_cast<std::size_t>(letter);
        text += at < likely.size() ? likely[at] : static_cast<char>(*rc::gen::inRange(0, 256));
    }
    return text;
}

TEST(ReadProperties, NoTypingBreaksAReader) {
    EXPECT_TRUE(rc::check([] {
        const std::string typed = any_bytes();
        if (const auto sum = read_money(typed)) {
            RC_ASSERT(*sum >= Money());
            RC_ASSERT(*sum <= largest_sum);
        }
        if (const auto share = read_percent(typed)) {
            RC_ASSERT(*share <= whole_share);
        }
        if (const auto day = read_day(typed)) {
            RC_ASSERT(read_date(write_date(*day)) == *day);
        }
        if (const auto line = read_line(typed, 200)) {
            RC_ASSERT(*read_line(*line, 200) == *line);  // what was read reads the same again
        }
    }));
}

TEST(ReadProperties, ASumWrittenInTheHouseFormsIsReadBack) {
    EXPECT_TRUE(rc::check([] {
        const std::int64_t cents = *rc::gen::inRange<std::int64_t>(0, largest_sum.count() + 1);
        std::string whole = std::to_string(cents / 100);
        const std::string two = std::to_string(100 + cents % 100).substr(1);
        const auto grouped = [&](const std::string& mark) {
            std::string text = whole;
            for (std::size_t at = text.size(); at > 3; at -= 3) {
                text.insert(at - 3, mark);
            }
            return text;
        };
        const std::string euro = "\xE2\x82\xAC";
        for (const std::string& typed : {whole + "," + two,
                                         whole + "." + two,
                                         grouped(" ") + "," + two + " " + euro,
                                         grouped("\xC2\xA0") + "," + two + "\xC2\xA0" + euro,
                                         grouped("\xE2\x80\xAF") + "," + two + " EUR",
                                         grouped(".") + "," + two,
                                         euro + grouped(",") + "." + two}) {
            RC_ASSERT(read_money(typed).value() == Money::cents(cents));
        }
    }));
}

}  // namespace
}  // namespace vastin::form
