#include "kit/html_data.h"

#include <gtest/gtest.h>

#include "base/check.h"

namespace vastin::kit {
namespace {

std::string with(const Json& data) {
    std::string page = "<html><head><title>x</title>\n</head><body>y</body></html>";
    put_data(page, "application/ld+json", data);
    return page;
}

TEST(HtmlData, StandsAtTheEndOfTheHead) {
    EXPECT_EQ(with(Json::Object{{"name", "Haku"}}),
              "<html><head><title>x</title>\n"
              "<script type=\"application/ld+json\">{\"name\":\"Haku\"}</script>\n</head><body>y</body></html>");
}

TEST(HtmlData, NoTextEndsItOrOpensAnother) {
    for (const char* hostile : {"</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;", "\"}</SCRIPT >"}) {
        const std::string page = with(Json::Object{{hostile, hostile}});
        const std::size_t from = page.find('>', page.find("<script")) + 1, to = page.find("</script>");
        const std::string data = page.substr(from, to - from);
        EXPECT_EQ(data.find_first_of("<>&"), std::string::npos) << data;
        EXPECT_EQ(page.find("</script>", to + 1), std::string::npos) << page;
        EXPECT_EQ(Json::read(data), Json(Json::Object{{hostile, hostile}})) << "it still says the same";
    }
}

TEST(HtmlData, APageWithoutAHeadIsABug) {
    std::string page = "<p>x</p>";
    EXPECT_THROW(put_data(page, "application/ld+json", Json()), Bug);
}

}  // namespace
}  // namespace vastin::kit
