#pragma once
// What the program says, before it is put into a language: English stands in the source, fi and sv in texts/*.po.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/money.h"
#include "base/time.h"

namespace vastin {

enum class Language { fi, sv, en };
inline constexpr std::array languages{Language::fi, Language::sv, Language::en};
/// "fi", "sv" or "en".
std::string_view code(Language language);
std::optional<Language> read_language(std::string_view code);

/// A text of the programme's data in its three languages.
struct Localised {
    std::string fi, sv, en;
    const std::string& in(Language language) const {
        return language == Language::sv ? sv : language == Language::en ? en : fi;
    }
    friend bool operator==(const Localised&, const Localised&) = default;
};

/// A sentence with its values, still in no language. Made by say(), say_count() or from data; spoken by kit::Words.
struct Phrase {
    using Value = std::variant<std::int64_t, Money, Share, Date, Instant, Period, std::string, Localised, Phrase>;
    std::string message;  // English, with {0}, {1}... for the values; "" when `own` speaks
    std::string plural;   // English for many, when `count` chooses the form
    std::optional<std::int64_t> count;
    std::vector<Value> values;
    std::optional<Localised> own;  // text of the data instead of a message

    Phrase() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a text of the data is a phrase
    Phrase(Localised text) : own(std::move(text)) {}
    bool empty() const { return message.empty() && !own; }
    friend bool operator==(const Phrase&, const Phrase&);
};

/// say("The call closed on {0}.", instant): `message` is a literal, found by tools/check_texts.py and translated in
/// texts/*.po.
template <class... Values>
Phrase say(const char* message, Values&&... values) {
    Phrase phrase;
    phrase.message = message;
    (phrase.values.emplace_back(std::forward<Values>(values)), ...);
    return phrase;
}

/// say_count(n, "One day left", "{0} days left", n): the form is chosen by `count` in each language.
template <class... Values>
Phrase say_count(std::int64_t count, const char* one, const char* many, Values&&... values) {
    Phrase phrase = say(one, std::forward<Values>(values)...);
    phrase.plural = many;
    phrase.count = count;
    return phrase;
}

/// A phrase in plain English, for those who write files and read logs: sums as "560000.50 euros", days as 2025-11-01.
std::string plain(const Phrase& phrase);

}  // namespace vastin
