#include "kit/html_test.h"

#include <gtest/gtest.h>

namespace vastin::kit {
namespace {

using namespace html_test;

struct Unsafe {
    const char* file;
    const char* said;
};

TEST(HtmlLoad, ValuesWhereTheyAreNotSafeAreRefused) {
    const Unsafe all[] = {
        {"<a hx-get=\"{{V}}\">", "the attribute hx-get"},
        {"<a data-hx-get=\"/{{V}}\">", "the attribute data-hx-get"},
        {"<a HX-ON:click='{{V}}'>", "the attribute hx-on:click"},
        {"<a onclick=\"f({{V}})\">", "the attribute onclick"},
        {"<button formaction=\"{{V}}\">", "the attribute formaction"},
        {"<svg><use xlink:href=\"{{V}}\"/></svg>", "the attribute xlink:href"},
        {"<iframe srcdoc=\"{{V}}\">", "the attribute srcdoc"},
        {"<p style=\"width:{{V}}\">", "the attribute style"},
        {"<{{V}}>", "in the name of a tag"},
        {"<h{{V}}>", "in the name of a tag"},
        {"</h{{V}}>", "in the name of a tag"},
        {"<p {{V}}>", "in the name of a tag or an attribute"},
        {"<p data-{{V}}=\"1\">", "in the name of a tag or an attribute"},
        {"<p id={{V}}>", "needs quotes"},
        {"<p id=a{{V}}>", "needs quotes"},
        {"<script>let a = \"{{V}}\";</script>", "inside <script>"},
        {"<script type='x'>1</scrip>{{V}}</script>", "inside <script>"},
        {"<style>{{V}}</style>", "inside <style>"},
        {"<!-- {{V}} -->", "inside an HTML comment"},
        {"<a href=\"java{{V}}\">", "must begin with one value or"},
        {"<a href=\"javascript:{{V}}\">", "must begin with one value or"},
        {"<a href=\"{{V}}{{W}}\">", "must begin with one value or"},
        {"<a href=\"{{#A}}/x{{/A}}{{V}}\">", "must begin with one value or"},
        {"<svg><animate to=\"{{V}}\"/></svg>", "<animate> can make"},
        {"<a title=\"{{>P}}\">", "text only"},
        {"<p {{>P}}>", "text only"},
        {"<script>{{#_}}Save{{/_}}</script>", "text and in quoted attributes only"},
        {"<p {{#_}}Save{{/_}}>", "text and in quoted attributes only"},
        {"<a href=\"{{#_}}Save{{/_}}\">", "a word is no address"},
        {"<a onclick=\"{{#_}}Save{{/_}}\">", "the attribute onclick"},
    };
    for (const Unsafe& one : all) {
        const std::string said = refused(std::string("<p>\n</p>") + one.file);
        EXPECT_TRUE(contains(said, one.said)) << one.file << ": " << said;
        EXPECT_TRUE(said.starts_with("page/pages/a.tpl:2: ")) << said;
    }
}

TEST(HtmlLoad, WhatIsSafeIsTaken) {
    for (const char* file : {"<script src=\"{{V}}\" defer></script><p>{{V}}</p>",
                             "<script>if (a < b) { c(\"<p>\"); }</script>{{V}}",
                             "<!-- a > b <p x=' --><p>{{V}}</p>",
                             "<!doctype html><p>{{V}}</p>",
                             "<option{{#S}} selected{{/S}}>{{V}}</option>",
                             "<option {{#S}}selected {{/S}}{{#T}}disabled{{/T}}>{{V}}</option>",
                             "<p class=\"a{{#S}} b-{{V}}{{/S}}\">{{V}}</p>",
                             "<br/><img alt='{{V}}' src=\"/a/{{V}}/{{V}}.png\"/>",
                             "<a href=\"{{V}}?page={{N}}#{{V}}\">{{V}}</a>",
                             "<a href=\"/x{{#S}}?a={{V}}{{/S}}\">{{V}}</a>",
                             "{{! a comment }}<p{{!another}}>{{V}}</p>",
                             "{ {{V}} }"}) {
        EXPECT_EQ(refused(file), "") << file;
    }
}

TEST(HtmlLoad, MarkersThatAreNotOursAreRefused) {
    for (const char* file : {"{{%AUTOESCAPE context=\"HTML\" state=\"IN_TAG\"}}",
                             "{{V:none}}",
                             "{{V:h}}",
                             "{{>P:h}}",
                             "{{=<% %>=}}",
                             "{{}}",
                             "{{ V }}",
                             "{{V",
                             "{{{V}}}",
                             "{{BI_SPACE}}",
                             "{{#R}}{{#R_separator}},{{/R_separator}}{{/R}}"}) {
        EXPECT_TRUE(refused(std::string("\n\n") + file).starts_with("page/pages/a.tpl:3: ")) << file;
    }
}

TEST(HtmlLoad, SectionsCloseWhatTheyOpenWhereTheyOpened) {
    EXPECT_EQ(refused("<p>\n{{#A}}</p>"), "page/pages/a.tpl:2: {{#A}} is never closed");
    EXPECT_TRUE(contains(refused("{{/A}}"), "a.tpl:1: {{/A}} closes what is not open here"));
    EXPECT_TRUE(contains(refused("{{#A}}{{#B}}{{/A}}{{/B}}"), "open is {{#B}}"));
    EXPECT_TRUE(contains(refused("{{#A}}{{#B}}{{#A}}{{/A}}{{/B}}{{/A}}"), "inside itself"));
    EXPECT_TRUE(contains(refused("{{#A}}<a title=\"{{/A}}{{V}}\">"), "another place"));
    EXPECT_TRUE(contains(refused("<p {{#A}}a=\"{{/A}}b\">"), "another place"));
    EXPECT_TRUE(contains(refused("<hx{{#A}} a{{/A}}-get=\"x\">"), "cuts the name"));
    EXPECT_TRUE(contains(refused("<p hx{{#A}} a=\"1\"{{/A}}-get=\"{{V}}\">"), "cuts the name"));
    EXPECT_TRUE(contains(refused("<p a={{#A}}\"1\"{{/A}}>"), "may not begin"));
    EXPECT_TRUE(contains(refused("a < b {{V}}"), "a bare <"));
    EXPECT_TRUE(contains(refused("<p title= \"{{V}}\">"), "no space"));
    EXPECT_TRUE(contains(refused("<p title =\"{{V}}\">"), "a stray ="));
    EXPECT_TRUE(contains(refused("<p class=\"a\""), "ends inside"));
}

TEST(HtmlLoad, HtmlThatCtemplateReadsInAnotherWayIsRefused) {
    EXPECT_TRUE(contains(refused("<title><a href=\"{{V}}\"></title>"), "escapes V:h where we expect V:U=html"));
    EXPECT_TRUE(contains(refused("<meta http-equiv=\"refresh\" content=\"0;url={{V}}\">"), "its HTML is not clear"));
    EXPECT_TRUE(contains(refused("<p/title=\"{{V}}\">"), "ctemplate does not take it"));
}

TEST(HtmlLoad, AllFaultsOfAllFilesAreToldAtOnce) {
    try {
        const Set set(Files{{"b/two.tpl", "{{V:none}}"}, {"a/one.tpl", "<{{V}}>\n<p {{V}}>"}});
        FAIL() << "unsafe templates were taken";
    } catch (const std::runtime_error& why) {
        const std::string said = why.what();
        EXPECT_TRUE(contains(said, "a/one.tpl:1: ")) << said;
        EXPECT_TRUE(contains(said, "\na/one.tpl:2: ")) << said;
        EXPECT_TRUE(contains(said, "\nb/two.tpl:1: ")) << said;
    }
}

TEST(HtmlLoad, AMissingFolderIsTold) { EXPECT_THROW(Templates("/no/such/folder", words(), true), std::runtime_error); }

TEST(HtmlWords, WordsAreInThePageInItsLanguage) {
    const Set set(
        Files{{"a.tpl", "<p title=\"{{#_}}less than a minute{{/_}}\">{{#_}}less\n    than a  minute {{/_}}</p>"}});
    const auto page = [&](Language language) { return set.view("a.tpl", language).html(); };
    EXPECT_EQ(page(Language::fi), "<p title=\"alle minuutin\">alle minuutin</p>");
    EXPECT_EQ(page(Language::sv), "<p title=\"mindre än en minut\">mindre än en minut</p>");
    EXPECT_EQ(page(Language::en), "<p title=\"less than a minute\">less than a minute</p>");
}

TEST(HtmlWords, AWordWithoutTranslationStopsTheStartWhenStrict) {
    const std::string file = "<p>\n\n{{#_}}no such word{{/_}}</p>";
    EXPECT_EQ(refused(file, true),
              "page/pages/a.tpl:3: no fi for \"no such word\"\npage/pages/a.tpl:3: no sv for \"no such word\"");
    EXPECT_EQ(refused(file, false), "");
}

TEST(HtmlWords, AWordIsPlainTextWithReferences) {
    const Set set(Files{{"a.tpl", "<p title='{{#_}}R&D &ndash; \"a\" {b} 'c'{{/_}}'></p>"}}, false);
    EXPECT_EQ(set.view("a.tpl", Language::fi).html(),
              "<p title='R&amp;D &ndash; &#34;a&#34; &#123;b&#125; &#39;c&#39;'></p>");
    for (const char* file : {"{{#_}}a <b>b</b>{{/_}}", "{{#_}}{{V}}{{/_}}", "{{#_}}{{/_}}", "{{#_}}a"}) {
        EXPECT_NE(refused(file), "") << file;
    }
}

TEST(HtmlLoad, TheTemplatesOfTheProgrammeAreSafe) {
    EXPECT_NO_THROW(Templates(cast::source() + "/src", words(), false));
}

}  // namespace
}  // namespace vastin::kit
