#pragma once
// The agreement as values: themes with goals, parties, payers, funders, frames. Read from programme.toml; a published
// version is frozen and named by its hash.
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/phrase.h"
#include "base/time.h"
#include "programme/source.h"

namespace vastin::programme {

struct Agreement {
    Code<Agreement> code;
    Localised name;                      // "Kokkola ecosystem agreement"
    Localised city;                      // "Kokkola"
    Localised purpose, aim, background;  // what the agreement is, what for, and the Government's aim behind it
    Period period;                       // whole years, both included
    std::string web;                     // address of the city's page, may be empty
    Localised source, texts_source;
};

/// Who made the agreement or carries it.
struct Party {
    enum class Role { state, city, main_funder };
    Code<Party> code;
    Role role = Role::state;
    Localised name;
    Localised part;  // what it does, in words
    Localised source;
};

/// Whose money it is, as the pages colour it.
struct Payer {
    Code<Payer> code;  // "eu": what the calls' rules name, too
    std::string hue;   // "eu", "city", "own" or "outside"
    Localised name;
    Localised source;
};

/// Who grants money; it decides on its own money only.
struct Funder {
    enum class Kind { main, municipal };
    Code<Funder> code;
    Code<Payer> payer;
    Kind kind = Kind::main;
    Localised name;
    std::optional<Localised> system;  // where one applies when it is not here: "EURA 2021"
    Localised source;
};

/// A frame: the money that is set for some years at a time.
struct Frame {
    Period period;  // whole years
    Code<Payer> payer;
    Announced yearly;
    Localised source;
};

/// A line of the agreement; it may have goals under it.
struct Goal {
    Code<Goal> code;  // "1.1", "1.1.2": ours, the agreement numbers none
    Localised text;
    std::vector<Goal> goals;
};

/// A part of a theme in which money is counted by itself.
struct Strand {
    Code<Strand> code;
    Localised name, short_name;
    Localised source;
};

struct Theme {
    Code<Theme> code;
    std::int64_t number = 0;  // from 1, as the agreement numbers them
    Localised name, short_name;
    std::vector<Strand> strands;  // may be none
    std::vector<Goal> goals;
    Localised source;
};

/// A sum of support by theme or strand as a source prints it. It is shown as the source's figure and never mixed with
/// computed sums; a source may cut its figures (0,546 M becomes 0,54 M).
struct Stated {
    Code<Theme> theme;
    std::optional<Code<Strand>> strand;
    Money sum;
    bool projects_named = true;  // false: the source names no project behind this sum
    Localised source;
};

/// What the accessibility statement says of itself.
struct Accessibility {
    Date assessed;                 // when the service was last assessed; older than a year is a fault (a test says so)
    std::int64_t answer_days = 0;  // feedback is answered within these days (the law: 14)
    Localised authority;           // whom to tell when the answer does not do
    std::string authority_web;
    Localised source;
};

struct Programme {
    Hash hash;
    SourceFile file;
    Agreement agreement;
    Zone zone = Zone("UTC");
    std::vector<Party> parties;
    std::vector<Payer> payers;
    std::vector<Funder> funders;
    std::vector<Frame> frames;
    Accessibility accessibility;
    std::vector<Theme> themes;
    std::vector<Stated> stated;
    Sources sources;
    std::vector<Assumption> assumptions;
};

/// The programme in `file`. Every mistake is noted in `faults` (file, line, key, expected, found); the value is of use
/// only when there are none.
Programme load(const SourceFile& file, kit::Faults& faults);

/// The zone named at "zone" of `table`; a fault and UTC when it is missing or unknown.
Zone read_zone(const kit::Toml& table);

/// Null when there is none of that code.
const Theme* find_theme(const Programme& programme, std::string_view code);
const Strand* find_strand(const Theme& theme, std::string_view code);
/// Goals below goals are found too.
const Goal* find_goal(const std::vector<Goal>& goals, std::string_view code);
const Payer* find_payer(const Programme& programme, std::string_view code);
const Funder* find_funder(const Programme& programme, std::string_view code);

/// For the loaders: the theme at "theme" of `table`, and the strand at "strand" where one is given; a fault and null
/// when there is none of that code.
const Theme* read_theme(const kit::Toml& table, const Programme& programme);
std::optional<Code<Strand>> read_strand(const kit::Toml& table, const Theme* theme);

/// All goals of a theme, those below others counted.
std::size_t count_goals(const std::vector<Goal>& goals);

}  // namespace vastin::programme
