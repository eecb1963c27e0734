#include "kit/html_data.h"

#include "base/check.h"

namespace vastin::kit {

namespace {

/// JSON in which these letters stand inside texts only, so that an escape says the same.
std::string as_data(const Json& data) {
    std::string safe;
    for (const char letter : data.canonical()) {
        switch (letter) {
            case '<':
                safe += "\\u003c";
                break;
            case '>':
                safe += "\\u003e";
                break;
            case '&':
                safe += "\\u0026";
                break;
            default:
                safe += letter;
        }
    }
    return safe;
}

}  // namespace

void put_data(std::string& html, std::string_view type, const Json& data) {
    const std::size_t end = html.find("</head>");  // texts of the page hold no "<": the first one is the tag
    check(end != std::string::npos, "a page with a head");
    html.insert(end, "<script type=\"" + std::string(type) + "\">" + as_data(data) + "</script>\n");
}

}  // namespace vastin::kit
