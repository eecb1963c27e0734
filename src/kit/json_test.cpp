#include "kit/json.h"

#include "kit/json_read.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/limits.h"

namespace vastin::kit {
namespace {

std::string again(std::string_view text) {
    const auto json = Json::read(text);
    return json ? json->canonical() : "refused";
}

TEST(Json, has_one_text_for_a_value) {
    EXPECT_EQ(again(R"( { "b" : [ 1 , -2 , true , null ] , "a" : "x" , "B" : { } , "c" : [ ] } )"),
              R"({"B":{},"a":"x","b":[1,-2,true,null],"c":[]})");
    EXPECT_EQ(again(R"({"\u00e4":1,"z":2})"), "{\"z\":2,\"\xC3\xA4\":1}");  // sorted by bytes, not by letters
    EXPECT_EQ(Json(Json::Object{{"sum", Json(std::int64_t{56000000})}, {"name", "Kokkola"}}).canonical(),
              R"({"name":"Kokkola","sum":56000000})");
}

TEST(Json, escapes_only_what_it_must) {
    EXPECT_EQ(Json("a\"b\\c/d\b\f\n\r\t\x01\x1f\x7f\xE2\x82\xAC").canonical(),
              "\"a\\\"b\\\\c/d\\b\\f\\n\\r\\t\\u0001\\u001f\x7f\xE2\x82\xAC\"");
    EXPECT_EQ(Json(std::string("\0", 1)).canonical(), R"("\u0000")");
    EXPECT_EQ(again(R"("\u20AC\ud83d\ude00\/")"), "\"\xE2\x82\xAC\xF0\x9F\x98\x80/\"");
}

TEST(Json, takes_whole_numbers_to_the_edges_of_int64) {
    EXPECT_EQ(again("9223372036854775807"), "9223372036854775807");
    EXPECT_EQ(again("-9223372036854775808"), "-9223372036854775808");
    EXPECT_EQ(again("0"), "0");
}

TEST(Json, refuses_everything_else) {
    const auto deep = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
    EXPECT_NE(again(deep(limits::json_depth)), "refused");
    EXPECT_EQ(again(deep(limits::json_depth + 1)), "refused");
    for (const char* text : {"",
                             " ",
                             "{",
                             "[1,]",
                             "{\"a\":1,}",
                             "{\"a\":1}x",
                             "1 2",
                             "1.5",
                             "1.0",
                             "1e3",
                             "9223372036854775808",
                             "-9223372036854775809",
                             "01",
                             "+1",
                             "-",
                             "NaN",
                             "Infinity",
                             "'a'",
                             "nul",
                             "// c\n1",
                             "{\"a\":1,\"a\":1}",
                             "{\"x\":{\"a\":1,\"b\":2,\"\\u0061\":3}}",
                             "\"\\ud800\"",
                             "\"\\udc00\"",
                             "\"\xFF\"",
                             "\"\xC0\x80\"",
                             "\"\xED\xA0\x80\"",
                             "\"a\nb\"",
                             "\"\\x\"",
                             "{1:2}",
                             "\xEF\xBB\xBF{}"}) {
        EXPECT_EQ(again(text), "refused") << text;
    }
}

TEST(Json, finds_members) {
    const auto json = Json::read(R"({"a":"x","n":3,"t":true,"l":[1],"o":{"p":"q"}})");
    ASSERT_TRUE(json);
    EXPECT_EQ(json->text_or("a"), "x");
    EXPECT_EQ(json->text_or("n", "other"), "other");
    EXPECT_EQ(*(*json)["n"].number(), 3);
    EXPECT_TRUE(*(*json)["t"].truth());
    EXPECT_EQ((*json)["l"].list()->size(), 1u);
    EXPECT_EQ((*json)["o"].text_or("p"), "q");
    EXPECT_EQ((*json)["missing"], Json());
    EXPECT_EQ((*json)["a"]["deeper"], Json());
}

Json any_json(int depth) {
    switch (*rc::gen::inRange(0, depth > 0 ? 6 : 4)) {
        case 0:
            return Json();
        case 1:
            return Json(*rc::gen::arbitrary<bool>());
        case 2:
            return Json(*rc::gen::arbitrary<std::int64_t>());
        case 3:
            return Json(*rc::gen::container<std::string>(rc::gen::inRange<char>(0, 0x7F)));
        case 4: {
            Json::List list;
            for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
                list.push_back(any_json(depth - 1));
            }
            return Json(std::move(list));
        }
        default: {
            Json::Object object;
            for (int left = *rc::gen::inRange(0, 4); left > 0; --left) {
                auto key = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 0x7F));
                object.insert_or_assign(std::move(key), any_json(depth - 1));
            }
            return Json(std::move(object));
        }
    }
}

RC_GTEST_PROP(Json, what_is_written_reads_the_same, ()) {
    const Json json = any_json(4);
    const std::string text = json.canonical();
    const auto read = Json::read(text);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == json);
    RC_ASSERT(read->canonical() == text);
}

TEST(Json, WhatCannotBeReadIsToldWithItsLineColumnAndCause) {
    const auto told = [](std::string_view text) {
        const auto read = read_json(text);
        if (read) {
            return std::string("read");
        }
        const JsonFault& fault = read.error();
        return std::to_string(fault.line) + ":" + std::to_string(fault.column) + ": " + fault.message;
    };
    EXPECT_EQ(told("{\"a\": 1,\n}"), "2:1: expected another value after the comma, found \"}\"");
    EXPECT_EQ(told("{\"ä\": 7.5}"),
              "1:7: expected a whole number or a text, found a fraction (write \"7,5\" as a text)");
    EXPECT_EQ(told("{\"a\": 1, \"a\": 2}").substr(5), " expected each key once, found \"a\" again");
    EXPECT_EQ(told("{\"a\": “x”}"), "1:7: expected JSON, found \"“\"");
    EXPECT_EQ(told("{\"a\": 1"), "1:8: expected JSON, found the end of the text");
    EXPECT_EQ(told("{} x"), "1:4: expected the end after the value, found \"x\"");
    EXPECT_EQ(told("{}\n"), "read");
}

}  // namespace
}  // namespace vastin::kit
