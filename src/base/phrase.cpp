#include "base/phrase.h"

namespace vastin {

std::string_view code(Language language) {
    return language == Language::sv ? "sv" : language == Language::en ? "en" : "fi";
}

std::optional<Language> read_language(std::string_view text) {
    for (Language language : languages) {
        if (code(language) == text) {
            return language;
        }
    }
    return std::nullopt;
}

bool operator==(const Phrase& a, const Phrase& b) {
    return a.message == b.message && a.plural == b.plural && a.count == b.count && a.own == b.own &&
           a.values == b.values;
}

namespace {

std::string written(const Phrase::Value& value) {
    struct Writer {
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(Money sum) const { return euros(sum.count()) + " euros"; }
        std::string operator()(Share share) const { return euros(share.basis_points) + " %"; }
        std::string operator()(Date date) const { return write_date(date); }
        std::string operator()(Instant at) const { return std::to_string(at.milliseconds) + " ms"; }
        std::string operator()(Period period) const {
            return write_date(period.first) + " to " + write_date(period.last);
        }
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(const Localised& text) const { return text.en; }
        std::string operator()(const Phrase& phrase) const { return plain(phrase); }
        static std::string euros(std::int64_t hundredths) {
            const auto rest = std::to_string(hundredths % 100);
            return std::to_string(hundredths / 100) +
                   (hundredths % 100 == 0 ? "" : "." + std::string(2 - rest.size(), '0') + rest);
        }
    };
    return std::visit(Writer(), value);
}

}  // namespace

std::string plain(const Phrase& phrase) {
    if (phrase.own) {
        return phrase.own->en;
    }
    const std::string& message = phrase.count.value_or(1) != 1 ? phrase.plural : phrase.message;
    std::string text;
    for (std::size_t at = 0; at < message.size(); ++at) {
        const bool place = message[at] == '{' && at + 2 < message.size() && message[at + 2] == '}';
        const auto number = place ? static_cast<std::size_t>(message[at + 1] - '0') : phrase.values.size();
        if (number < phrase.values.size()) {
            text += written(phrase.values[number]);
            at += 2;
        } else {
            text += message[at];
        }
    }
    return text;
}

}  // namespace vastin
