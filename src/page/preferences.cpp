#include <algorithm>

#include "kit/hash.h"
#include "page/router.h"

namespace vastin::page {

namespace {

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) {
        text.remove_prefix(1);
    }
    while (text.ends_with(' ') || text.ends_with('\t')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Thousandths of ";q=0.8"; 1000 where there is none, 0 where it cannot be read.
int weight(std::string_view parameters) {
    const std::size_t at = parameters.find("q=");
    if (at == std::string_view::npos) {
        return 1000;
    }
    const std::string_view digits = trimmed(parameters.substr(at + 2));
    if (digits.empty() || (digits[0] != '0' && digits[0] != '1')) {
        return 0;
    }
    int thousandths = (digits[0] - '0') * 1000;
    for (std::size_t place = 2, unit = 100; place < digits.size() && unit > 0; ++place, unit /= 10) {
        if (digits[place] < '0' || digits[place] > '9') {
            break;
        }
        thousandths += (digits[place] - '0') * static_cast<int>(unit);
    }
    return std::min(thousandths, 1000);
}

std::string_view without_weakness(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

Language preferred_language(std::string_view accept_language) {
    Language best = Language::fi;
    int best_weight = 0;
    while (!accept_language.empty()) {
        const std::size_t end = std::min(accept_language.find(','), accept_language.size());
        const std::string_view entry = trimmed(accept_language.substr(0, end));
        accept_language.remove_prefix(std::min(end + 1, accept_language.size()));
        const std::size_t mark = std::min(entry.find(';'), entry.size());
        const std::string_view range = trimmed(entry.substr(0, mark));
        const auto language = range.size() == 2 || (range.size() > 2 && range[2] == '-')
                                  ? read_language(range.substr(0, 2))
                                  : std::nullopt;
        const int given = weight(entry.substr(mark));
        if (language && given > best_weight) {
            best = *language;
            best_weight = given;
        }
    }
    return best;
}

std::string etag(const Visit& visit, std::string_view revision) {
    if (visit.person || !visit.parked.empty()) {
        return "";
    }
    const Frame* frame = visit.frame;
    // in the demo the bar above the page shows the town's clock, to the minute
    const std::string time = visit.world.demo ? std::to_string(visit.now.milliseconds / 60000)
                                              : write_date(visit.world.words.zone().day(visit.now));
    std::string seen = frame != nullptr ? frame->build + "\n" + frame->style : std::string();
    seen.append("\n").append(visit.request.path).append("\n").append(visit.request.query);
    seen.append("\n").append(time).append("\n").append(revision);
    return "\"" + kit::sha256(seen).substr(0, 20) + "\"";
}

std::optional<kit::Response> unchanged(const Visit& visit, std::string_view tag) {
    std::string_view known = visit.request.header("if-none-match");
    while (!tag.empty() && !known.empty()) {
        const std::size_t end = std::min(known.find(','), known.size());
        if (without_weakness(trimmed(known.substr(0, end))) == tag) {
            kit::Response response;
            response.status = 304;
            response.header("ETag", std::string(tag));
            response.header("Cache-Control", "no-cache");
            return response;
        }
        known.remove_prefix(std::min(end + 1, known.size()));
    }
    return std::nullopt;
}

}  // namespace vastin::page
