#include "kit/toml_meant.h"

#include <algorithm>
#include <cstdio>
#include <regex>

#include "kit/limits.h"
#include "kit/utf8.h"

namespace vastin::kit {

namespace {

using Match = std::match_results<std::string_view::const_iterator>;

constexpr std::size_t longest_value = 60;  // what people write as a figure or a time is short

bool matches(std::string_view text, Match& match, const std::regex& pattern) {
    return std::regex_match(text.begin(), text.end(), match, pattern);
}

std::string two(const std::string& figures) { return figures.size() == 1 ? "0" + figures : figures; }

/// "T09:00:00" of hours, minutes and seconds in three groups; "" where there are none.
std::string time_of(const Match& match, std::size_t first) {
    return !match[first].matched ? ""
                                 : "T" + two(match[first]) + ":" + match[first + 1].str() + ":" +
                                       (match[first + 2].matched ? match[first + 2].str() : "00");
}

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n\"'"), to = text.find_last_not_of(" \t\r\n\"'");
    return from == std::string_view::npos ? "" : std::string(text.substr(from, to - from + 1));
}

/// Letters that people do not see and that show a text as another than it is: marks of direction, control letters.
bool misleads(std::string_view letter) {
    const auto byte = static_cast<unsigned char>(letter[0]);
    if (letter.size() == 1) {
        return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
    }
    return (letter >= "\xE2\x80\xAA" && letter <= "\xE2\x80\xAE") ||  // U+202A to U+202E: embeddings and overrides
           (letter >= "\xE2\x81\xA6" && letter <= "\xE2\x81\xA9");    // U+2066 to U+2069: isolates
}

std::string mark_of(std::string_view letter) {
    unsigned code = static_cast<unsigned char>(letter[0]);
    if (letter.size() == 3) {
        code = (code & 0x0FU) << 12U | (static_cast<unsigned char>(letter[1]) & 0x3FU) << 6U |
               (static_cast<unsigned char>(letter[2]) & 0x3FU);
    }
    char mark[12];
    std::snprintf(mark, sizeof mark, "\\u%04X", code);
    return mark;
}

}  // namespace

std::string meant(std::string_view text) {
    static const std::regex finnish(
        R"((\d{1,2})\.(\d{1,2})\.(\d{4})(?:,? +(?:klo +|kl\.? +)?(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?)?)");
    static const std::regex iso(R"((\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2})[.:](\d{2})(?::(\d{2}))?)?)");
    static const std::regex figure(R"((\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d{1,2}))? *(%|€|EUR|euroa?|euros?)?)");
    const std::string value = trimmed(text);
    Match match;
    if (value.empty() || value.size() > longest_value) {
        return "";
    }
    if (matches(value, match, finnish)) {
        return match[3].str() + "-" + two(match[2]) + "-" + two(match[1]) + time_of(match, 4);
    }
    if (matches(value, match, iso)) {
        return match[1].str() + time_of(match, 2);
    }
    if (!matches(value, match, figure)) {
        return "";
    }
    std::string whole = match[1];
    std::replace(whole.begin(), whole.end(), ' ', '_');
    if (!match[2].matched) {
        return whole;
    }
    const bool sum = match[3].matched && match[3] != "%";
    std::erase(whole, '_');
    return sum ? "\"" + whole + "." + match[2].str() + (match[2].length() == 1 ? "0\"" : "\"")
               : whole + "." + match[2].str();
}

std::string hint_for_line(std::string_view line) {
    for (const std::string_view quote : {"“", "”", "„", "‘", "’", "«", "»"}) {
        const auto at = line.find(quote);
        if (at != std::string_view::npos && line.substr(0, at).find_first_of("\"'#") == std::string_view::npos) {
            return "; write straight quotes (\") in the place of " + std::string(quote);
        }
    }
    const auto equal = line.find('=');
    if (equal == std::string_view::npos) {
        return "";
    }
    std::string_view value = line.substr(equal + 1);
    value = value.substr(0, value.find('#'));
    const std::string instead = meant(value);
    return instead.empty() || instead == trimmed(value) ? "" : "; did you mean " + instead + "?";
}

std::string meant_in_text(std::string_view what, std::string_view text) {
    std::string instead = what.find("text") == std::string_view::npos ? meant(text) : "";
    if (what == "true or false") {
        instead = text == "yes" ? "true" : text == "no" ? "false" : "";
    }
    if (what.starts_with("euros") && instead.find('.') != std::string::npos && instead.front() != '"') {
        instead = "\"" + instead + "\"";  // euros with cents stand in quotes
    }
    return instead;
}

std::string legible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_letter(text, at);
        const std::string_view letter = text.substr(at, std::max<std::size_t>(1, length));
        const bool line = length == 1 && (letter == "\n" || letter == "\r");
        shown += length == 0 ? "\\x" + mark_of(letter).substr(4) : line || misleads(letter) ? mark_of(letter) : letter;
        at += letter.size();
    }
    return shown;
}

std::optional<Phrase> unfit(std::string_view text) {
    std::int64_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++letters) {
        const std::string_view letter = text.substr(at, std::max<std::size_t>(1, utf8_letter(text, at)));
        if (letter.size() > 1 && misleads(letter)) {  // control letters the formats that cannot take them leave out
            return say("expected a text of letters that one sees, found {0}", mark_of(letter));
        }
        at += letter.size();
    }
    constexpr auto most = static_cast<std::int64_t>(limits::text_letters);
    return letters <= most ? std::nullopt
                           : std::optional(say("expected at most {0} letters, found {1}", most, letters));
}

}  // namespace vastin::kit
