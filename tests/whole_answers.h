#pragma once
// Whole answers to the call of 2025, section by section: what tests fill in when the answers are not what they are
// about.
#include <string>

#include "form/form.h"

namespace vastin::cast {

/// Whole answers to the call of 2025.
inline form::Answers whole_common(const std::string& name = "Sivuvirrat käyttöön") {
    return {{"project_name", name},
            {"project_kind", "single"},
            {"starts", "1.11.2025"},
            {"ends", "31.10.2027"},
            {"themes.battery", "50"},
            {"themes.circular", "50 %"},
            {"goals.1.4", "1"},
            {"public_summary", "Sivuvirroista raaka-ainetta."},
            {"need", "Sivuvirrat jäävät käyttämättä."},
            {"objective", "Kolme sivuvirtaa käytössä."},
            {"actions", "Kartoitus, kokeet, käyttöönotto."},
            {"outputs", "Kartta ja kolme koetta."},
            {"effects", "Vähemmän jätettä."},
            {"main_funder", "Keski-Pohjanmaan liitto"},
            {"decision_language", "fi"},
            {"electronic_notice", "yes"}};
}
inline form::Answers whole_part(const std::string& pay = "666 666,43 €") {
    return {{"official_name", "Centria-ammattikorkeakoulu Oy"},
            {"business_id", "1097805-3"},
            {"organisation_type", "university_of_applied_sciences"},
            {"street", "Talonpojankatu 2"},
            {"postal_code", "67100"},
            {"city", "Kokkola"},
            {"iban", "FI21 1234 5600 0007 85"},
            {"vat", "deducted"},
            {"contact_name", "Projektipäällikkö"},
            {"contact_email", "anna@centria.example"},
            {"contact_phone", "044 123 4567"},
            {"pay.2026", pay},
            {"outside_private", ""},
            {"applicant_kind", "public"}};
}
/// Those of `answers` that belong to fields of the section.
inline form::Answers of_section(const form::Answers& answers, const form::Section& section) {
    form::Answers some;
    for (const auto& [key, answer] : answers) {
        for (const form::Field& field : section.fields) {
            if (form::belongs(key, field.key)) {
                some.emplace(key, answer);
            }
        }
    }
    return some;
}

}  // namespace vastin::cast
