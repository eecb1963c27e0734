#pragma once
// The three languages: catalogues (gettext, texts/fi.po, sv.po; English stands in the source) and the forms of sums,
// days and times. No-break spaces are put in here, never by hand.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"

namespace vastin::kit {

class Words {
  public:
    /// `folder` holds fi.mo and sv.mo. `zone`: where days and hours are read. Throws std::runtime_error when a
    /// catalogue is missing or broken.
    Words(const std::string& folder, const Zone& zone);
    ~Words();
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;

    /// The phrase in `language`; values are formatted by the functions below, inner phrases spoken first.
    std::string text(Language language, const Phrase& phrase) const;
    /// The translation of an English message, or nothing (empty) where the catalogue has none. For templates at load.
    std::string translated(Language language, std::string_view message) const;
    const Zone& zone() const;

    std::string money(Language language,
                      Money sum) const;  // fi "1 234,50 €", sv "1 234,50 €", en "€1,234.50"; minus U+2212
    std::string whole_money(Language language, Money sum) const;  // without cents where there are none: "560 000 €"
    std::string share(Language language, Share share) const;      // "60 %", "7,5 %", en "60%"
    std::string number(Language language, std::int64_t n) const;  // "12 345"
    std::string day(Language language, Date date) const;          // "2.6.2025", en "2 June 2025"
    std::string period(Language language, Period period) const;   // "1.5.2024–30.4.2027" with an en dash
    std::string moment(Language language, Instant at)
        const;  // "ma 2.6.2025 klo 16.15", sv "må 2.6.2025 kl. 16.15", en "Mon 2 June 2025 at 16:15"
    std::string second(Language language, Instant at) const;   // "ma 2.6.2025 klo 14.07.31"
    std::string span(Language language, Duration left) const;  // "7 päivää 5 tuntia", the two largest units

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace vastin::kit
