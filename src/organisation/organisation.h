#pragma once
// Organisations and their units: found by the number in a Finnish register, never by name alone. A unit acts under the
// number of its organisation (Kokkola University Consortium Chydenius under the University of Jyväskylä); organisation
// and unit are two things.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/phrase.h"
#include "form/read_codes.h"

namespace vastin::organisation {

/// The number by which an organisation is known: a business ID, or for an association without one its number in the
/// register of associations.
struct Number {
    enum class Register { business, association };
    Register of = Register::business;
    std::string text;  // "1097805-3", "123.456"
    friend bool operator==(const Number&, const Number&) = default;
};
/// A number as typed: at most six figures without hyphen are read as those of an association, all else as a business
/// ID with its check digit. Else the sentence that says what is wrong.
form::Read<Number> read_number(std::string_view typed);
/// "Business ID 1097805-3", "Association 123.456".
Phrase told(const Number& number);
std::string_view code(Number::Register of);  // "business"

enum class Kind {
    university,
    university_of_applied_sciences,
    joint_authority,
    research_institute,
    municipality,
    state,
    company,
    association,
    foundation,
    other
};
inline constexpr Kind kinds[]{Kind::university,
                              Kind::university_of_applied_sciences,
                              Kind::joint_authority,
                              Kind::research_institute,
                              Kind::municipality,
                              Kind::state,
                              Kind::company,
                              Kind::association,
                              Kind::foundation,
                              Kind::other};
std::string_view code(Kind kind);  // "joint-authority": in data files, forms and the database
std::optional<Kind> read_kind(std::string_view code);
Phrase name(Kind kind);

/// Whether the name of a thing is vouched for by the programme's data or the office, or stands as somebody typed it.
enum class Name { typed, checked };

struct Organisation {
    Id<Organisation> id{};
    Number number{};
    Kind kind = Kind::other;
    Localised name{};
    Name standing = Name::typed;
};

struct Unit {
    Id<Unit> id{};
    Localised name{};
    Name standing = Name::typed;
};

/// What searching compares: small letters, one space between words. "Jyväskylän  YLIOPISTO" is "jyväskylän yliopisto".
std::string folded(std::string_view text);

}  // namespace vastin::organisation
