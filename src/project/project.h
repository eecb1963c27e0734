#pragma once
// A project as the public sees it: what it is called, who carries it out, when, with how much support, for which theme.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"
#include "programme/programme.h"

namespace vastin::project {

using programme::Code;
using programme::Hash;

/// Whether `text` is a Finnish business ID with the right check digit: 0245895-5. Weights 7, 9, 10, 5, 8, 4, 2; modulo
/// 11; a remainder of 1 belongs to no ID.
bool is_business_id(std::string_view text);

/// Who carries a project out. A unit acts under the business ID of its organisation.
struct Implementer {
    Code<Implementer> code;
    Localised name;
    std::string business_id;
    std::optional<Code<Implementer>> unit_of;
    friend bool operator==(const Implementer&, const Implementer&) = default;
};

/// What part of a project belongs to a theme (and to a strand of it), and the support that falls on it.
struct ThemeShare {
    Code<programme::Theme> theme;
    std::optional<Code<programme::Strand>> strand;
    Share share;
    Money support;
    friend bool operator==(const ThemeShare&, const ThemeShare&) = default;
};

/// A project in a list.
struct Summary {
    Code<struct Project> code;  // "dustsense": stands in addresses, for ever
    std::string name;           // a proper name, the same in all languages
    Period period;
    Money support;  // what the EU and the State grant
    std::vector<Implementer> implementers;
    std::vector<ThemeShare> shares;
    friend bool operator==(const Summary&, const Summary&) = default;
};

/// Something that is only assumed of a project: "support", "starts", "themes", "implementers", and what to say.
struct Note {
    std::string about;
    Localised text;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Project {
    Summary summary;
    std::vector<Code<programme::Goal>> goals;  // only where a source says so
    std::vector<Note> notes;
    Localised source;
    friend bool operator==(const Project&, const Project&) = default;
};

enum class ProjectState { coming, running, ended };
/// By the day in the programme's zone; a project runs on its first and on its last day.
ProjectState state(const Period& period, Date today);

/// `support` parted by `shares` of themes, each cut to the cent, the rest to the last one: the parts sum to the whole.
/// `shares` sum to 100 %.
std::vector<Money> part_support(Money support, const std::vector<Share>& shares);

/// A sum as the deck prints it: cut, not rounded, to 10 000 euros (546 193.50 becomes 0,54 M).
Money cut_to_hundredths_of_a_million(Money sum);

/// `text` in small letters for searching: A-Z, the letters of Latin-1 (åäö and more), š and ž.
std::string lowered(std::string_view text);

/// What is searched for in a project: its name, its implementers in three languages and their business IDs, in small
/// letters.
std::string search_text(const Summary& summary);

}  // namespace vastin::project
