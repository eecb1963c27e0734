#include "page/page.h"

#include <gtest/gtest.h>

#include "page/field.h"
#include "page/test_stage.h"

namespace vastin::page {
namespace {

using identity::Role;
using testing::Test;

bool has(const std::string& html, std::string_view part) { return html.find(part) != std::string::npos; }

/// One page on a stage whose body is given.
class PageTest : public Test {
  protected:
    static stage::Stage& house() {
        static stage::Stage one("<h1>{{HEADING}}</h1>{{>PART}}");
        return one;
    }
    Visit visit(Language language = Language::en) {
        return {request, house().world, language, {}, who, request.arrived, &house().frame};
    }
    /// The page with a body into which `fill` puts a part.
    template <class Fill>
    std::string shown(Fill&& fill, Language language = Language::en) {
        Visit to = visit(language);
        Page page(to, "test/pages/body.tpl", say("Calls"));
        page.menu("calls");
        page.body().set("HEADING", "Heading");
        fill(page, to);
        return page.answer().body;
    }
    static void no_part(Page& page) { pages(page.body(), "PART", none(), "", 1, 1); }
    static const Visit& none() {
        static const kit::Request nothing;
        static const Visit empty{nothing, house().world, Language::en, {}, std::nullopt, {}, nullptr};
        return empty;
    }

    kit::Request request = stage::get("/en/calls", "q=a&b=c");
    std::optional<identity::Person> who;
};

TEST_F(PageTest, StandsInItsFrame) {
    const std::string html = shown([](Page& page, Visit&) { no_part(page); });
    EXPECT_TRUE(html.starts_with("<!doctype html>"));
    EXPECT_TRUE(has(html, "<html lang=\"en\""));
    EXPECT_TRUE(has(html, "<title>Calls – Vastin, Kokkola</title>"));
    EXPECT_TRUE(has(html, "href=\"/assets/vastin."));
    EXPECT_TRUE(has(html, "<a href=\"/en/calls\" aria-current=\"true\">"));
    EXPECT_TRUE(has(html, "x=\"60.00%\" width=\"25.00%\"")) << "the strip over the header is the programme's shares";
    EXPECT_TRUE(has(html, "<h1>Heading</h1>"));
    EXPECT_TRUE(has(html, "City of Kokkola"));
    const std::size_t help = html.find("/en/help"), statement = html.find("/en/accessibility-statement"),
                      privacy = html.find("/en/privacy");
    EXPECT_TRUE(help < statement && statement < privacy) << "help is in the same place everywhere (WCAG 3.2.6)";
    EXPECT_LT(html.find("ds-skip-link"), html.find("<header")) << "the skip link is the first thing to reach";
}

TEST_F(PageTest, LanguageLinksKeepThePage) {
    const std::string html = shown([](Page& page, Visit&) { no_part(page); });
    EXPECT_TRUE(has(html, "<a href=\"/fi/calls?q=a&amp;b=c\" lang=\"fi\" hreflang=\"fi\">Suomi</a>"));
    EXPECT_TRUE(
        has(html, "<a href=\"/en/calls?q=a&amp;b=c\" lang=\"en\" hreflang=\"en\" aria-current=\"true\">English</a>"));
    EXPECT_TRUE(has(html, "/en/sign-in?next=%2Fen%2Fcalls%3Fq%3Da%26b%3Dc"));
}

TEST_F(PageTest, HostileAddressesStayText) {
    request.path = "/en/\"><script>alert(1)</script>";
    request.query = "\"><script>x</script>=javascript:alert(1)";
    const std::string html = shown([](Page& page, Visit&) { no_part(page); });
    EXPECT_FALSE(has(html, "<script>"));
    EXPECT_FALSE(has(html, "\"javascript:"));
}

TEST_F(PageTest, ThePersonSeesTheMenuOfTheRole) {
    who = stage::person(Role::applicant);
    std::string html = shown([](Page& page, Visit&) { no_part(page); });
    EXPECT_TRUE(has(html, "href=\"/en/applications\""));
    EXPECT_FALSE(has(html, "href=\"/en/desk\""));
    EXPECT_TRUE(has(html, "Hakija · Centria"));
    EXPECT_TRUE(has(html, "action=\"/en/sign-out\""));
    EXPECT_TRUE(has(html, "value=\"0123456789abcdef\""));
    EXPECT_FALSE(has(html, "/en/sign-in"));
    who = stage::person(Role::coordinator);
    html = shown([](Page& page, Visit&) { no_part(page); });
    EXPECT_TRUE(has(html, "href=\"/en/desk\""));
    EXPECT_FALSE(has(html, "href=\"/en/applications\""));
}

TEST_F(PageTest, ErrorsStandAboveAndLinkToTheirFields) {
    const std::string html = shown([](Page& page, Visit&) {
        no_part(page);
        page.errors({{say("Write the name."), "name"}, {say("Nothing fits."), ""}});
    });
    EXPECT_TRUE(has(html, "<title>Error: Calls"));
    EXPECT_TRUE(has(html, "Correct 2 things"));
    EXPECT_TRUE(has(html, "<a href=\"#name\">Write the name.</a>"));
    EXPECT_TRUE(has(html, "<li>Nothing fits.</li>"));
    EXPECT_LT(html.find("v-error-box"), html.find("<h1>"));
    EXPECT_FALSE(has(shown([](Page& page, Visit&) {
                         no_part(page);
                         page.errors({});
                     }),
                     "v-error-box"));
}

TEST_F(PageTest, TheStateLineAndTheCrumbs) {
    const std::string html = shown([](Page& page, Visit&) {
        no_part(page);
        page.crumb(say("Calls"), "/calls");
        page.state(Page::State::draft, say("Draft – not sent"), say("Send it in time."), Phrase());
    });
    EXPECT_TRUE(has(html, "v-state--draft"));
    EXPECT_TRUE(has(html, "Draft – not sent"));
    EXPECT_TRUE(has(html, "role=\"status\"></p>")) << "present before it is filled";
    EXPECT_TRUE(has(html, "<a class=\"v-crumbs__up\" href=\"/en/calls\">Calls</a>"));
    EXPECT_TRUE(has(html, "<span aria-current=\"page\">Calls</span>"));
}

TEST_F(PageTest, TheDemosBarStandsOnlyInTheDemo) {
    house().frame.demo_bar = [](kit::View& bar, const Visit&) {
        bar.part("DEMO_BAR", "test/pages/body.tpl").set("HEADING", "Clock");
    };
    EXPECT_FALSE(has(shown([](Page& page, Visit&) { no_part(page); }), "Clock"));
    house().world.demo = true;
    EXPECT_TRUE(has(shown([](Page& page, Visit&) { no_part(page); }), "Clock"));
    house().world.demo = false;
    house().frame.demo_bar = nullptr;
}

TEST_F(PageTest, AFigureIsATillRoll) {
    const auto total = given(Money::euros(264718), say("Total costs"), say("Your form"));
    const auto outside = given(Money::euros(12000), say("Private money"));
    const auto shared = sum({{total}, {outside, true}}, say("Public funding"));
    const auto eu = portion(shared, {6000}, {}, say("EU and State"));
    const auto city = portion(shared, {2500}, {}, say("Kokkola"), say("The base is all of it."), say("Call 2025"));
    const auto own = sum({{shared}, {eu, true}, {city, true}}, say("Applicant"));
    const std::string html = shown([&](Page& page, Visit&) { because(page.body(), "PART", city, "city"); });
    const auto at = [&](std::string_view text) { return html.find(text); };
    EXPECT_TRUE(has(html, "v-because--city"));
    EXPECT_LT(at("Total costs"), at("− Private money"));
    EXPECT_LT(at("− Private money"), at("Public funding"));
    EXPECT_LT(at("Public funding"), at("× 25"));
    EXPECT_LT(at("× 25"), at("<tr class=\"is-sum\"><th scope=\"row\">Kokkola"));
    EXPECT_LT(at("Your form"), at("The base is all of it."));
    EXPECT_LT(at("The base is all of it."), at("Call 2025"));
    EXPECT_TRUE(has(html, "€63,179.50"));
    const std::string deep = shown([&](Page& page, Visit&) { because(page.body(), "PART", own, "own"); });
    std::size_t details = 0;
    for (std::size_t from = deep.find("<details"); from != std::string::npos; from = deep.find("<details", from + 1)) {
        ++details;
    }
    EXPECT_EQ(deep.find("Your form"), deep.rfind("Your form")) << "a note is said once, not on the inner rolls again";
    EXPECT_EQ(details, 3U) << "the two computed sums that are taken away open in their rows";
}

TEST_F(PageTest, AShareBarIsDrawnByAttributes) {
    const Segment segments[] = {
        {"eu", 15163080, "60 %"}, {"city", 6317950, "25 %"}, {"own", 0, ""}, {"outside", 1200000, "x"}};
    const std::string html = shown([&](Page& page, Visit&) { share_bar(page.body(), "PART", segments); });
    EXPECT_TRUE(has(html, "<rect class=\"v-eu\" x=\"0.00%\" width=\"66.85%\""));
    EXPECT_TRUE(has(html, "<rect class=\"v-city\" x=\"66.85%\""));
    EXPECT_TRUE(has(html, "fill=\"url(#v-hatch)\" x=\"94.71%\"")) << "outside money is hatched";
    EXPECT_TRUE(has(html, "id=\"v-hatch\""));
    EXPECT_FALSE(has(html, "v-on-outside"));
    EXPECT_FALSE(has(html, "style="));
}

TEST_F(PageTest, PagesOfAList) {
    const std::string html =
        shown([](Page& page, Visit& to) { pages(page.body(), "PART", to, "/projects?q=a%26b", 2, 3); });
    EXPECT_TRUE(has(html, "Page 2 of 3"));
    EXPECT_TRUE(has(html, "href=\"/en/projects?q=a%26b&amp;page=1\" rel=\"prev\""));
    EXPECT_TRUE(has(html, "href=\"/en/projects?q=a%26b&amp;page=3\" rel=\"next\""));
}

TEST_F(PageTest, AFieldKeepsWhatWasTypedAndTellsItsErrors) {
    FieldView pay{.key = "pay", .kind = FieldView::Kind::money, .label = say("Pay"), .value = "12,,3 \"<b>"};
    pay.hint = say("In euros.");
    pay.errors = {say("Write a sum.")};
    const std::string html = shown([&](Page& page, Visit&) { field(page.body(), "PART", pay); });
    EXPECT_TRUE(has(html, "<label class=\"ds-label\" for=\"pay\">Pay</label>"));
    EXPECT_TRUE(has(html, "value=\"12,,3 &quot;&lt;b&gt;\""));
    EXPECT_TRUE(has(html, "aria-describedby=\"pay-hint pay-error\""));
    EXPECT_TRUE(has(html, "aria-invalid=\"true\""));
    EXPECT_TRUE(has(html, "inputmode=\"decimal\""));
    EXPECT_TRUE(has(html, "id=\"pay-error\""));
    pay.errors.clear();
    EXPECT_FALSE(has(shown([&](Page& page, Visit&) { field(page.body(), "PART", pay); }), "aria-invalid"));
}

TEST_F(PageTest, AChoiceIsAGroupWhoseFirstOptionIsTheTarget) {
    FieldView own{.key = "own", .kind = FieldView::Kind::choice, .label = say("Whose money"), .value = "private"};
    own.options = {{"public", say("Public"), {}}, {"private", say("Private"), say("A company.")}};
    own.errors = {say("Choose one.")};
    const std::string html = shown([&](Page& page, Visit&) { field(page.body(), "PART", own); });
    EXPECT_TRUE(has(html, "<legend class=\"ds-label\">Whose money</legend>"));
    EXPECT_TRUE(has(html, "id=\"own\" name=\"own\" value=\"public\">"));
    EXPECT_TRUE(
        has(html, "id=\"own-private\" name=\"own\" value=\"private\" checked aria-describedby=\"own-private-hint\">"));
    EXPECT_TRUE(has(html, "<fieldset class=\"ds-fieldset v-has-error\" aria-describedby=\"own-error\">"));
}

TEST_F(PageTest, ALongAnswerKeepsItsFirstLineBreak) {
    const FieldView need{
        .key = "need", .kind = FieldView::Kind::text, .label = say("Need"), .value = "\nsecond </textarea>"};
    EXPECT_TRUE(has(shown([&](Page& page, Visit&) { field(page.body(), "PART", need); }),
                    ">\n\nsecond &lt;/textarea&gt;</textarea>"));
}

TEST_F(PageTest, ARefusalSaysWhy) {
    Visit to = visit();
    const auto response =
        refusal(to, {Refusal::Kind::conflict, {{say("The call closed on {0}.", *Date::of(2025, 6, 2)), ""}}});
    EXPECT_EQ(response.status, 409);
    EXPECT_TRUE(has(response.body, "<h1>Something changed meanwhile</h1>"));
    EXPECT_TRUE(has(response.body, "The call closed on 2"));
    const std::pair<Refusal::Kind, int> kinds[] = {{Refusal::Kind::not_found, 404},
                                                   {Refusal::Kind::forbidden, 403},
                                                   {Refusal::Kind::invalid, 422},
                                                   {Refusal::Kind::too_many, 429}};
    for (const auto& [kind, status] : kinds) {
        EXPECT_EQ(refusal(to, {kind, {}}).status, status);
    }
}

TEST_F(PageTest, RedirectsStayHere) {
    const Visit to = visit(Language::sv);
    const auto response = redirect(to, "/applications/7");
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(stage::header(response, "Location"), "/sv/applications/7");
}

TEST_F(PageTest, EveryLanguageHasEveryWord) {
    for (const Language language : languages) {
        EXPECT_TRUE(has(shown([](Page& page, Visit&) { no_part(page); }, language), "</html>"));
    }
}

}  // namespace
}  // namespace vastin::page
