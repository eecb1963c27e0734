// The cases of read_codes_cases.txt, and what holds for any typing.
#include "form/read_codes.h"

#include <fstream>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "cast.h"
#include "form/told_for_tests.h"

namespace vastin::form {
namespace {

using namespace for_tests;

using Reader = Read<std::string> (*)(std::string_view);
const std::map<std::string, Reader> readers{
    {"business", read_business_id},
    {"association", read_association_number},
    {"iban", read_iban},
    {"bic", read_bic},
    {"email", read_email},
    {"phone", read_phone},
    {"web", read_web},
    {"postal", read_postal_code},
};

std::string with_marks(std::string text) {
    const std::pair<const char*, std::string> marks[] = {{"\\N", "\xC2\xA0"},
                                                         {"\\z", "\xE2\x80\x8B"},
                                                         {"\\d", "\xE2\x80\x93"},
                                                         {"\\0", std::string(1, '\0')},
                                                         {"\\x", "\r\n"}};
    for (const auto& [mark, letter] : marks) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
            text.replace(at, 2, letter);
        }
    }
    return text;
}

TEST(Codes, EveryRowIsReadAsItSays) {
    std::ifstream file(cast::source() + "/src/form/read_codes_cases.txt");
    int rows = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with("#")) {
            continue;
        }
        const auto open = line.find('|');
        const auto arrow = line.find("=> ", open);
        ASSERT_TRUE(open != std::string::npos && arrow != std::string::npos) << line;
        const auto close = line.rfind('|', arrow);
        const auto read =
            readers.at(line.substr(0, line.find(' ')))(with_marks(line.substr(open + 1, close - open - 1)));
        EXPECT_EQ(read ? *read : "no: " + told(read.error()), line.substr(arrow + 3)) << line;
        ++rows;
    }
    EXPECT_GE(rows, 120) << "read_codes_cases.txt is not whole";
}

TEST(Codes, EverySevenFiguresHaveAtMostOneCheckDigit) {
    EXPECT_TRUE(rc::check([] {
        const std::string seven = std::to_string(10000000 + *rc::gen::inRange(1, 10000000)).substr(1);
        int fitting = 0;
        for (char digit = '0'; digit <= '9'; ++digit) {
            fitting += read_business_id(seven + "-" + digit) ? 1 : 0;
        }
        RC_ASSERT(fitting <= 1);
    }));
}

TEST(Codes, OneWrongFigureOfAnIbanIsFound) {
    const std::string right = "FI2112345600000785";
    for (std::size_t at = 2; at < right.size(); ++at) {
        for (char figure = '0'; figure <= '9'; ++figure) {
            std::string other = right;
            other[at] = figure;
            EXPECT_EQ(read_iban(other).has_value(), other == right) << other;
        }
    }
    EXPECT_EQ(write_iban(right), "FI21 1234 5600 0007 85");
}

TEST(Codes, WhatWasReadReadsTheSameAgainAndNoTypingBreaksAReader) {
    EXPECT_TRUE(rc::check([] {
        static const std::string likely = "0123456789-. +()@:/FIfi\xC2\xA0\xE2\x80\x93";
        std::string typed;
        for (int letter : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 48))) {
            const auto at = static_cast<std::size_t>(letter);
            typed += at < likely.size() ? likely[at] : static_cast<char>(*rc::gen::inRange(0, 256));
        }
        for (const auto& [name, reader] : readers) {
            if (const auto read = reader(typed)) {
                RC_ASSERT(reader(*read).value_or("") == *read);
            }
        }
    }));
    for (const auto& [name, reader] : readers) {
        EXPECT_FALSE(reader(std::string(100000, '1')).has_value()) << name;
        EXPECT_FALSE(reader(std::string(100000, ' ') + std::string(100000, 'a')).has_value()) << name;
    }
}

}  // namespace
}  // namespace vastin::form
