// What people really type, through the whole program: every no is a clear sentence in their language, at its field, and
// what was typed stands there again.
#include <algorithm>

#include "whole_town.h"

namespace vastin::town {
namespace {

using cast::header;
using cast::holds;
using cast::Visitor;
using cast::WholeTown;

/// `text` as a page shows it.
std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : text) {
        made += c == '<'    ? "&lt;"
                : c == '>'  ? "&gt;"
                : c == '&'  ? "&amp;"
                : c == '"'  ? "&quot;"
                : c == '\'' ? "&#39;"
                            : std::string(1, c);
    }
    return made;
}

/// The sentence at the field `key` of the page, or "".
std::string error_at(const kit::Response& page, const std::string& key) {
    // the errors of a row of years stand together above it
    const std::string place = key.starts_with("pay.") ? "pay" : key;
    const std::string before = "<div id=\"" + place + "-error\"><p class=\"v-error-text\">";
    const auto at = page.body.find(before);
    return at == std::string::npos
               ? ""
               : page.body.substr(at + before.size(), page.body.find("</p>", at) - at - before.size());
}

class BadInput : public testing::Test {
  protected:
    BadInput() : town(Mode::demo), anna(town.visitor(cast::owner)) {}

    /// Types `typed` into one field of an otherwise whole draft, in each language: it must be shown again, with a
    /// sentence at the field and in the error box, and the send must be refused.
    void expect_told(const std::string& section, const std::string& key, const std::string& typed) {
        const std::string path = town.whole_draft(anna);
        std::set<std::string> sentences;
        for (const std::string language : {"fi", "sv", "en"}) {
            const auto saved = town.save(anna, path, section, {{key, typed}}, language);
            ASSERT_EQ(saved.status, 303) << typed;
            const std::string back = header(saved, "Location");
            ASSERT_EQ(back, "/" + language + path + "/sections/" + section + "?checked=1") << typed << " was taken";
            const auto page = town.get(anna, back);
            EXPECT_TRUE(holds(page, "name=\"" + key + "\"") && holds(page, "value=\"" + escaped(typed) + "\""))
                << typed << " is not shown again";
            const std::string sentence = error_at(page, key);
            EXPECT_GT(sentence.size(), 15U) << typed << " in " << language;
            EXPECT_TRUE(sentence.empty() || sentence.back() == '.' || sentence.ends_with("”.")) << sentence;
            EXPECT_TRUE(holds(page, "<li><a href=\"#" + key + "\">" + sentence + "</a></li>")) << "in the error box";
            sentences.insert(sentence);
            const auto sent = town.send(anna, path, language);
            EXPECT_TRUE(sent.status == 422 || sent.status == 403) << typed << " " << sent.status;
        }
        EXPECT_EQ(sentences.size(), 3U) << typed << ": " << *sentences.begin();
    }
    /// Types `typed` into a field of the budget: it must be read as `cents`, and still stand there as typed.
    void expect_read(const std::string& typed, const std::string& shown) {
        const std::string path = town.draft(anna);
        EXPECT_EQ(town.save(anna, path, "project", {{"starts", "1.1.2026"}, {"ends", "31.12.2026"}}).status, 303);
        const auto saved = town.save(anna, path, "budget", {{"pay.2026", typed}, {"applicant_kind", "public"}});
        EXPECT_EQ(header(saved, "Location"), "/fi" + path) << typed << " was not taken";
        EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/sections/budget"), "value=\"" + escaped(typed) + "\""));
        EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/check"), shown)) << typed;
    }
    WholeTown town;
    Visitor anna;
};

TEST_F(BadInput, SumsWithCommaSpacesAndEuroSignsAreRead) {
    const std::string shown = "1\u00a0234,50\u00a0€";
    for (const char* typed : {"1234,50", "1234.5", "1 234,50", "1 234,50 €", " 1\u00a0234,50\u00a0€ ", "1.234,50"}) {
        expect_read(typed, shown);
    }
}

TEST_F(BadInput, SumsThatAreNoneAreTold) {
    for (const char* typed : {"-5",
                              "-0,01",
                              "99999999999999999999",
                              "1000000000000",
                              "paljon",
                              "12x",
                              "1,234",
                              "1.2.3,4",
                              "€",
                              "0x10",
                              "1e9",
                              "NaN"}) {
        expect_told("budget", "pay.2026", typed);
    }
}

TEST_F(BadInput, DaysThatAreNoneAreTold) {
    for (const char* typed : {"31.2.2025", "31.6.2026", "1/11/2025", "huomenna", "2025-13-01", "1.1.0000", "1.11.25"}) {
        expect_told("project", "starts", typed);
    }
}

TEST_F(BadInput, AnEndBeforeTheStartAndTooLongANameAreTold) {
    expect_told("project", "ends", "31.10.2025");
    expect_told("project", "project_name", std::string(300, 'x'));
    std::string letters;
    for (int i = 0; i < 151; ++i) {
        letters += "ä";
    }
    expect_told("project", "project_name", letters);
    expect_told("themes", "themes.battery", "puolet");
}

TEST_F(BadInput, WrongCheckDigitsAndAddressesAreTold) {
    for (const char* typed : {"1097805-4", "10978053-", "abc", "0000001-8"}) {
        expect_told("applicant", "business_id", typed);
    }
    for (const char* typed : {"FI21 1234 5600 0007 86", "FI21", "XX00 1234", "12345600000785"}) {
        expect_told("applicant", "iban", typed);
    }
    expect_told("applicant", "postal_code", "671");
    expect_told("applicant", "bic", "NDEA");
    expect_told("contact", "contact_email", "anna at centria.example");
    expect_told("contact", "contact_phone", "soita");
}

TEST_F(BadInput, TextFromRightToLeftAndTwentyThousandLettersStayAsTyped) {
    const std::string path = town.whole_draft(anna);
    const std::string arabic = "\u202eمشروع\u202c \u200f";
    EXPECT_EQ(town.save(anna, path, "plan", {{"need", arabic}}).status, 303);
    EXPECT_TRUE(holds(town.get(anna, "/fi" + path + "/sections/plan"), arabic));
    const std::string much(20'001, 'x');
    const auto saved = town.save(anna, path, "plan", {{"need", much}});
    const auto page = town.get(anna, header(saved, "Location"));
    EXPECT_TRUE(holds(page, much)) << "what was typed stays";
    EXPECT_GT(error_at(page, "need").size(), 15U);
}

TEST_F(BadInput, HtmlQuotesAndEmojiAreTextFromTheFormToTheReceipt) {
    const std::string name = "<script>alert(1)</script> \"O'Brien\" & <img src=x onerror=alert(1)> 😀 {{NAME}}";
    const std::string path = town.whole_draft(anna, name);
    const auto expect_text = [&](const kit::Response& page, const std::string& where) {
        EXPECT_TRUE(holds(page, escaped(name))) << where;
        EXPECT_FALSE(holds(page, "<script>alert") || holds(page, "<img src=x")) << where;
    };
    expect_text(town.get(anna, "/en" + path), "tasks");
    expect_text(town.get(anna, "/en" + path + "/sections/project"), "section");
    expect_text(town.get(anna, "/en" + path + "/check"), "check");
    expect_text(town.get(anna, "/en/applications"), "list of drafts");
    ASSERT_EQ(town.send(anna, path).status, 303);
    expect_text(town.get(anna, "/en" + path + "/receipt"), "receipt");
    expect_text(town.get(anna, "/en" + path + "/sent"), "as sent");
    expect_text(town.get(anna, "/en/applications"), "list");
    const Visitor coordinator = town.visitor(cast::coordinator);
    expect_text(town.get(coordinator, "/en/desk/calls/2025"), "desk");
    expect_text(town.get(coordinator, "/en/desk" + path), "as the coordinator reads it");
    expect_text(town.get(anna, "/en/demo/mailbox"), "letter");
}

TEST_F(BadInput, AStaleFormShowsBothTextsAndCanThenBeSaved) {
    const std::string path = town.whole_draft(anna, "Before");
    for (const std::string language : {"fi", "sv", "en"}) {
        const std::string address = "/" + language + path + "/sections/project";
        const auto tab = town.get(anna, address);
        ASSERT_EQ(town.save(anna, path, "project", {{"project_name", "From <one> " + language}}).status, 303);
        form::Answers typed{{"project_name", "From two & " + language},
                            {"version", cast::hidden(tab, "version")},
                            {"part_version", cast::hidden(tab, "part_version")}};
        const auto conflict = town.post(anna, address, typed);
        EXPECT_EQ(conflict.status, 409);
        EXPECT_TRUE(holds(conflict, ">From &lt;one&gt; " + language + "</td>")) << "what is saved";
        EXPECT_TRUE(holds(conflict, ">From two &amp; " + language + "</td>")) << "what was typed";
        EXPECT_TRUE(holds(conflict, "value=\"From two &amp; " + language + "\"")) << "typed, in its field";
        EXPECT_TRUE(holds(town.get(anna, address), "value=\"From &lt;one&gt; " + language + "\"")) << "nothing is lost";
        typed["version"] = cast::hidden(conflict, "version");
        typed["part_version"] = cast::hidden(conflict, "part_version");
        EXPECT_EQ(town.post(anna, address, typed).status, 303);
        EXPECT_TRUE(holds(town.get(anna, address), "value=\"From two &amp; " + language + "\""));
    }
}

TEST_F(BadInput, AFormWithoutItsVersionsIsTold) {
    const std::string path = town.whole_draft(anna);
    for (const form::Answers& fields : {form::Answers{},
                                        form::Answers{{"version", "x"}, {"part_version", "1"}},
                                        form::Answers{{"version", "99999999999999999999"}, {"part_version", "1"}},
                                        form::Answers{{"version", "-1"}, {"part_version", "1"}}}) {
        for (const std::string rest : {"/send", "/sections/project"}) {
            const auto response = town.post(anna, "/en" + path + rest, fields);
            EXPECT_EQ(response.status, 422);
            EXPECT_TRUE(holds(response, "The form was not whole."));
        }
    }
}

TEST_F(BadInput, AReplayedFormDoesItsDeedOnce) {
    const std::string path = town.whole_draft(anna);
    const auto page = town.get(anna, "/fi" + path + "/sections/project");
    const form::Answers saved{{"project_name", "Again"},
                              {"version", cast::hidden(page, "version")},
                              {"part_version", cast::hidden(page, "part_version")}};
    EXPECT_EQ(town.post(anna, "/fi" + path + "/sections/project", saved).status, 303);
    EXPECT_EQ(town.post(anna, "/fi" + path + "/sections/project", saved).status, 409);
    const auto check = town.get(anna, "/fi" + path + "/check");
    const form::Answers send{{"version", cast::hidden(check, "version")},
                             {"part_version", cast::hidden(check, "part_version")}};
    for (int i = 0; i < 3; ++i) {
        const auto sent = town.post(anna, "/fi" + path + "/send", send);
        EXPECT_EQ(sent.status, 303);
        EXPECT_EQ(header(sent, "Location"), "/fi" + path + "/receipt");
    }
    EXPECT_EQ(cast::count(town.database(), "document_submission"), 1);
    EXPECT_EQ(cast::count(town.database(), "flow_outbox"), 1);
    EXPECT_EQ(cast::count(town.database(), "desk_task"), 1);
    for (const std::string rest : {"", "/check", "/sections/project"}) {
        EXPECT_EQ(header(town.get(anna, "/fi" + path + rest), "Location"), "/fi" + path + "/receipt");
    }
}

TEST_F(BadInput, AnApplicationOfSomebodyElseIsNotThereInAnyPathOrLanguage) {
    const std::string hers = town.whole_draft(anna), sent = town.whole_draft(anna);
    ASSERT_EQ(town.send(anna, sent).status, 303);
    const Visitor oskar = town.visitor(cast::other);
    const auto before = cast::everything(town.database());
    std::set<std::string> words;
    for (const std::string language : {"fi", "sv", "en"}) {
        const auto nowhere = town.get(oskar, "/" + language + "/applications/0123456789abcdefghjkmnpqrs");
        for (const std::string& path : {hers, sent}) {
            for (const std::string rest : {"", "/sections/project", "/check", "/receipt", "/sent"}) {
                const auto response = town.get(oskar, "/" + language + path + rest);
                EXPECT_EQ(response.status, 404) << path << rest;
                EXPECT_FALSE(holds(response, "Sivuvirrat") || holds(response, "KOK-2025")) << path << rest;
                words.insert(response.body.substr(response.body.find("<h1>"), 60));
            }
            for (const std::string rest : {"/send", "/sections/project", "/sections/budget"}) {
                const auto response = town.post(oskar,
                                                "/" + language + path + rest,
                                                {{"version", "2"}, {"part_version", "2"}, {"project_name", "stolen"}});
                EXPECT_EQ(response.status, 404) << path << rest;
            }
        }
        EXPECT_EQ(nowhere.status, 404) << "and an id that does not exist looks the same";
        words.insert(nowhere.body.substr(nowhere.body.find("<h1>"), 60));
    }
    EXPECT_EQ(words.size(), 3U) << "one sentence a language";
    EXPECT_EQ(cast::everything(town.database()), before);
}

TEST_F(BadInput, AfterTheDeadlineTheSendIsRefusedWithTheReasonAndTheDraftStays) {
    const std::string path = town.whole_draft(anna);
    std::set<std::string> reasons;
    for (const std::string language : {"fi", "sv", "en"}) {
        const auto check = town.get(anna, "/" + language + path + "/check");
        const auto now = town.clock().town({}).milliseconds;
        const form::Answers versions{{"version", cast::hidden(check, "version")},
                                     {"part_version", cast::hidden(check, "part_version")}};
        town.clock().move_to(Instant{1748870100001});  // a millisecond after it closed
        const auto late = town.post(anna, "/" + language + path + "/send", versions);
        EXPECT_EQ(late.status, 422);
        EXPECT_TRUE(holds(late, "v-error-box"));
        EXPECT_TRUE(holds(late, "16.15") || holds(late, "16:15")) << "the deadline is named";
        reasons.insert(late.body.substr(late.body.find("v-error-box"), 300));
        town.clock().move_to(kit::wall_now() + Duration{now});
    }
    EXPECT_EQ(reasons.size(), 3U);
    EXPECT_EQ(cast::count(town.database(), "document_submission"), 0);
    EXPECT_EQ(town.send(anna, path).status, 303);
}

/// Whatever stands in the query of an address, the page is shown or is not there; nothing breaks.
TEST_F(BadInput, OddQueriesBreakNoPage) {
    const std::string path = town.whole_draft(anna), id = path.substr(path.rfind('/') + 1);
    ASSERT_EQ(town.send(anna, path).status, 303);
    const std::string draft = town.whole_draft(anna);
    const Visitor coordinator = town.visitor(cast::coordinator);
    const std::string values[]{"",
                               ".",
                               "0",
                               "-1",
                               "1",
                               "99999999999999999999",
                               "%00",
                               "%F0%9F%98%80",
                               "<script>",
                               "..",
                               "." + id,
                               "1." + id,
                               "-1." + id,
                               "999999999999999." + id,
                               "9999999999999999." + id,
                               "1x." + id,
                               "1." + id + "x",
                               "a,b",
                               "battvalley",
                               "2025-01-01.battvalley",
                               "2025-13-45.x",
                               std::string(2000, 'x')};
    int shown = 0;
    for (const std::string address : {"",
                                      "/calls",
                                      "/calls/2025",
                                      "/agreement",
                                      "/themes/battery",
                                      "/projects",
                                      "/projects/battvalley",
                                      "/sign-in",
                                      "/applications",
                                      "/calls/2025/apply",
                                      "/desk",
                                      "/desk/calls/2025"}) {
        for (const std::string name :
             {"after", "q", "another", "checked", "next", "total", "support", "private", "applicant"}) {
            for (const std::string& value : values) {
                int status = 0;
                kit::Request request =
                    town.request(kit::Method::get, address.starts_with("/desk") ? coordinator : anna, "/en" + address);
                request.query = name + "=" + kit::url_escaped(value);
                const auto fields =
                    kit::read_form(name + "=" + (value == "%00" ? value : kit::url_escaped(value)), status);
                if (!fields) {
                    continue;  // the edge answers this by itself
                }
                request.parameters = *fields;
                const auto response = town.answer(request);
                EXPECT_TRUE(response.status == 200 || response.status == 303 || response.status == 404 ||
                            response.status == 422)
                    << response.status << " " << address << "?" << request.query;
                EXPECT_FALSE(holds(response, "<script>"));
                shown += response.status == 200 ? 1 : 0;
            }
        }
    }
    EXPECT_GT(shown, 1000);
    EXPECT_EQ(town.get(anna, "/en" + draft + "?checked=x").status, 200);
}

}  // namespace
}  // namespace vastin::town
