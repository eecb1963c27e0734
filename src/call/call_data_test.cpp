#include "call/call_data.h"

#include <gtest/gtest.h>

#include <regex>

#include "call/open_data_test.h"
#include "kit/hash.h"

namespace vastin::call {
namespace {

using kit::Json;
using programme::broken;
using programme::real_file;

/// What of `value` is not as the JSON Schema says; those words of the standard that the schema of calls uses. A word
/// that is not known here is told, too.
class Validator {
  public:
    explicit Validator(Json schema) : root_(std::move(schema)) {}
    std::string faults(const Json& value) const {
        std::string told;
        check(value, root_, "", told);
        return told;
    }

  private:
    static bool is(const Json& value, const std::string& type) {
        return type == "object"    ? value.object() != nullptr
               : type == "array"   ? value.list() != nullptr
               : type == "string"  ? value.text() != nullptr
               : type == "integer" ? value.number() != nullptr
                                   : type == "boolean" && value.truth() != nullptr;
    }
    static std::string format(const std::string& name) {
        return name == "date-time" ? R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$)"
               : name == "date"    ? R"(^\d{4}-\d\d-\d\d$)"
                                   : "^https://";
    }
    void check(const Json& value, const Json& schema, const std::string& at, std::string& told) const {
        for (const auto& [word, says] : *schema.object()) {
            bool holds = true;
            if (word == "$ref") {
                check(value, root_["$defs"][says.text()->substr(8)], at, told);
            } else if (word == "type") {
                holds = is(value, *says.text());
            } else if (word == "const") {
                holds = value == says;
            } else if (word == "enum") {
                holds = std::find(says.list()->begin(), says.list()->end(), value) != says.list()->end();
            } else if (word == "pattern") {
                holds = value.text() != nullptr && std::regex_search(*value.text(), std::regex(*says.text()));
            } else if (word == "minimum") {
                holds = value.number() != nullptr && *value.number() >= *says.number();
            } else if (word == "minItems") {
                holds = value.list() != nullptr && std::ssize(*value.list()) >= *says.number();
            } else if (word == "format") {
                holds = value.text() != nullptr && std::regex_search(*value.text(), std::regex(format(*says.text())));
            } else if (word == "required") {
                for (const Json& key : *says.list()) {
                    told += value.object()->contains(*key.text()) ? "" : at + "." + *key.text() + " is missing\n";
                }
            } else if (word == "properties") {
                for (const auto& [key, inner] : *value.object()) {
                    const bool known = says.object()->contains(key);
                    told += known ? "" : at + "." + key + " is not described\n";
                    known ? check(inner, says[key], at + "." + key, told) : void();
                }
            } else if (word == "items") {
                for (const Json& inner : *value.list()) {
                    check(inner, says, at + "[]", told);
                }
            } else {
                holds = word.starts_with('$') || word == "title" || word == "description";
            }
            told += holds ? "" : at + ": " + word + "\n";
        }
    }
    Json root_;
};

class CallData : public OpenData {
  protected:
    Json json(const std::string& path, Instant now = cast::a_week_before) {
        const auto response = open(path, "", now);
        EXPECT_EQ(response.type, "application/json; charset=utf-8") << path;
        return Json::read(response.body).value_or(Json());
    }
    /// The linked data of a page.
    Json linked(const std::string& path) {
        const std::string body = open(path).body, begin = "<script type=\"application/ld+json\">";
        const std::size_t from = body.find(begin);
        EXPECT_NE(from, std::string::npos) << path;
        const std::size_t to = body.find("</script>", from);
        return Json::read(body.substr(from + begin.size(), to - from - begin.size())).value_or(Json());
    }
};
VASTIN_ON_BOTH_DATABASES(CallData);

TEST_P(CallData, SaysWhatTheCallSays) {
    const Call call = publish_call(with_session());
    const Json one = json("/en/calls/2025.json");
    EXPECT_EQ(one["code"], Json("2025"));
    EXPECT_EQ(one["agreement"], Json("kokkola"));
    EXPECT_EQ(one["name"]["sv"], Json("Ekosystemutlysning 2025"));
    EXPECT_EQ(one["state"], Json("open"));
    EXPECT_EQ(one["version"]["number"], Json(std::int64_t{1}));
    EXPECT_EQ(one["version"]["published"], Json("2025-05-01T08:00:00Z"));
    EXPECT_EQ(one["version"]["rules_hash"], Json(call.rules_hash.text));
    EXPECT_EQ(one["window"]["closes"]["utc"], Json("2025-06-02T13:15:00Z"));
    EXPECT_EQ(one["window"]["closes"]["local"], Json("2025-06-02T16:15:00"));
    EXPECT_EQ(one["window"]["zone"], Json("Europe/Helsinki"));
    const Json& pot = one["pots"].list()->at(0);
    EXPECT_EQ(pot["payer_class"], Json("eu_and_state"));
    EXPECT_EQ(pot["cents"], Json(std::int64_t{56'000'000}));
    EXPECT_EQ(pot["precision"], Json("about"));
    EXPECT_EQ(pot["funder_name"]["en"], Json("Regional Council of Central Ostrobothnia"));
    EXPECT_EQ(one["themes"].list()->at(0)["code"], Json("battery"));
    EXPECT_EQ(one["links"]["page"]["fi"], Json("https://tuki.example.fi/fi/calls/2025"));
    EXPECT_EQ(one["links"]["toml"], Json("https://tuki.example.fi/calls/2025.toml"));
    const Json& session = one["dates"].list()->at(1);
    EXPECT_EQ(session["kind"], Json("info_session"));
    EXPECT_EQ(session["at"]["utc"], Json("2025-05-12T10:00:00Z"));
    EXPECT_EQ(session["place"]["fi"], Json("Kaupungintalo, 2. kerros"));
    EXPECT_EQ(json("/fi/calls/2025.json"), one) << "in every language the same";
}

TEST_P(CallData, IsAsItsSchemaSays) {
    const auto response = open("/en/schemas/call.json");
    EXPECT_EQ(response.type, "application/schema+json; charset=utf-8");
    const Validator validator(Json::read(response.body).value());
    for (const char* year : {"2021", "2022"}) {
        publish_call(real_file("calls/" + std::string(year) + ".toml"));
    }
    publish_call(with_session());
    publish_lahti();
    const Json all = json("/en/calls.json");
    ASSERT_EQ(all["calls"].list()->size(), 4U) << "those that have closed, too";
    for (const Json& one : *all["calls"].list()) {
        EXPECT_EQ(validator.faults(one), "");
        EXPECT_EQ(json("/en/calls/" + *one["code"].text() + ".json"), one);
    }
    EXPECT_NE(validator.faults(Json::Object{{"form", "x"}}), "") << "it can tell";
    EXPECT_FALSE(json("/en/calls/green-capital.json")["window"].object()->contains("closes"));
}

TEST_P(CallData, TheStateIsThatOfTheMoment) {
    const Call call = publish_call(real_file("calls/2025.toml"));
    EXPECT_EQ(json("/en/calls/2025.json", call.window.opens - Duration{1})["state"], Json("coming"));
    EXPECT_EQ(json("/en/calls/2025.json", call.window.closes)["state"], Json("open"));
    EXPECT_EQ(json("/en/calls/2025.json", call.window.closes + Duration{1})["state"], Json("closed"));
}

TEST_P(CallData, TheFileIsGivenAsItWasPublished) {
    const Call call = publish_call(real_file("calls/2025.toml"));
    const auto response = open("/fi/calls/2025.toml");
    EXPECT_EQ(response.type, "application/toml; charset=utf-8");
    EXPECT_EQ(response.body, call.file.text);
    EXPECT_EQ(json("/en/calls/2025.json")["version"]["file_sha256"], Json(kit::sha256(response.body)));
    EXPECT_EQ(open("/fi/calls/2099.toml").status, 404);
    EXPECT_EQ(open("/fi/calls/2099.json").status, 404);
}

TEST_P(CallData, ThePageTellsSearchEngines) {
    publish_call(real_file("calls/2025.toml"));
    const Json data = linked("/sv/calls/2025");
    EXPECT_EQ(data["@context"], Json("https://schema.org"));
    EXPECT_EQ(data["@type"], Json("FundingScheme"));
    EXPECT_EQ(data["name"], Json("Ekosystemutlysning 2025"));
    EXPECT_EQ(data["url"], Json("https://tuki.example.fi/sv/calls/2025"));
    EXPECT_EQ(data["parentOrganization"]["name"], Json("Karleby stad"));
    const Json& grant = data["funding"].list()->at(0);
    EXPECT_EQ(grant["@type"], Json("MonetaryGrant"));
    EXPECT_EQ(grant["amount"]["value"], Json("560000.00"));
    EXPECT_EQ(grant["amount"]["currency"], Json("EUR"));
    EXPECT_EQ(grant["funder"]["name"], Json("Mellersta Österbottens förbund"));
    EXPECT_EQ(data["makesOffer"]["validFrom"], Json("2025-05-02T06:00:00Z"));
    EXPECT_EQ(data["makesOffer"]["validThrough"], Json("2025-06-02T13:15:00Z"));
    EXPECT_EQ(linked("/sv/calls/2025")["@id"], linked("/fi/calls/2025")["@id"]);
}

TEST_P(CallData, HostileNamesStayTexts) {
    const std::string name = "</script><script>alert(1)</script><!--";
    publish_call(broken(real_file("calls/2025.toml"), "en = \"Ecosystem call 2025\"", "en = \"" + name + "\""));
    EXPECT_EQ(linked("/en/calls/2025")["name"], Json(name));
    EXPECT_FALSE(has(open("/en/calls/2025"), "<script>"));
    EXPECT_FALSE(has(open("/en/calls/2025"), "<!--"));
    EXPECT_EQ(json("/en/calls/2025.json")["name"]["en"], Json(name));
}

TEST_P(CallData, ACalculationOnThePageIsTheSameCall) {
    publish_call(real_file("calls/2025.toml"));
    const auto page = open("/en/calls/2025", "total=%3C%2Fscript%3E");
    EXPECT_EQ(page.body.find("application/ld+json", page.body.find("application/ld+json") + 1), std::string::npos);
}

TEST_P(CallData, WhatDidNotChangeIsNotSentAgain) {
    const Call call = publish_call(real_file("calls/2025.toml"));
    for (const char* path : {"/en/calls.json", "/en/calls/2025.json", "/en/calls/2025.toml", "/en/schemas/call.json"}) {
        const std::string tag = header(open(path), "ETag");
        ASSERT_FALSE(tag.empty()) << path;
        EXPECT_EQ(open(path, "", cast::a_week_before + minutes(5), tag).status, 304) << path;
        EXPECT_EQ(header(open(path), "Access-Control-Allow-Origin"), "*") << path;
    }
    who.emplace();
    EXPECT_EQ(header(open("/en/calls.json"), "Cache-Control"), "no-store") << "what a person got is not kept";
}

}  // namespace
}  // namespace vastin::call
