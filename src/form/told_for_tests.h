#pragma once
// For the tests: phrases in English, with plain values.
#include <cstdio>
#include <stdexcept>
#include <string>

#include "base/phrase.h"

namespace vastin::form::for_tests {

inline Localised same(const std::string& text) { return {text, text, text}; }

inline std::string two_decimals(std::int64_t hundredths) {
    const std::string two = std::to_string(100 + hundredths % 100).substr(1);
    return std::to_string(hundredths / 100) + "." + two;
}
inline std::string percent(Share share) {
    return (share.basis_points % 100 == 0 ? std::to_string(share.basis_points / 100)
                                          : two_decimals(share.basis_points)) +
           " %";
}

/// The phrase in English: sums as 1234.50, days as 2025-06-02.
inline std::string told(const Phrase& phrase) {
    struct Teller {
        std::string operator()(std::int64_t value) const { return std::to_string(value); }
        std::string operator()(Money value) const { return two_decimals(value.count()); }
        std::string operator()(Share value) const { return percent(value); }
        std::string operator()(Date value) const { return write_date(value); }
        std::string operator()(const std::string& value) const { return value; }
        std::string operator()(const Localised& value) const { return value.en; }
        std::string operator()(const Phrase& value) const { return told(value); }
        std::string operator()(Instant) const { throw std::logic_error("no instant is told here"); }
        std::string operator()(Period) const { throw std::logic_error("no period is told here"); }
    };
    const bool many = phrase.count && *phrase.count != 1;
    const std::string text = phrase.own ? phrase.own->en : many ? phrase.plural : phrase.message;
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '{') {
            const auto& value = phrase.values.at(static_cast<std::size_t>(std::stoi(text.substr(at + 1))));
            out += std::visit(Teller{}, value);
            at = text.find('}', at);
        } else {
            out += text[at];
        }
    }
    return out;
}

}  // namespace vastin::form::for_tests
