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

}  // namespace vastin
