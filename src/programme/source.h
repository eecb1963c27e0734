#pragma once
// What all data files of a programme share: the file as given, codes, hashes, where a value is written, what is only
// assumed.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.h"
#include "kit/toml.h"

namespace vastin::programme {

/// A data file as somebody wrote it; `name` is its path inside the programme's folder: "calls/2025.toml".
struct SourceFile {
    std::string name;
    std::string text;
};

/// The short name of a Thing in files, addresses and forms: "battery", "2025". Lower-case letters, digits, "-" and ".".
template <class Thing>
struct Code {
    std::string text;
    friend auto operator<=>(const Code&, const Code&) = default;
};

/// SHA-256 of the canonical form of a data file: names a published version for ever.
struct Hash {
    std::string text;
    friend auto operator<=>(const Hash&, const Hash&) = default;
};

/// A sum as it was announced: "about 560 000 euros" or exactly.
struct Announced {
    enum class Precision { exact, about };
    Money sum;
    Precision precision = Precision::exact;
};

/// Where values are written, by the keys under [sources]. Under "", where there is one, stands the source of what names
/// none: that of the whole file.
using Sources = std::map<std::string, Localised, std::less<>>;

/// What no source gives and the file says anyway; the pages say so.
struct Assumption {
    std::vector<std::string> keys;  // where it stands in the file: "window.opens", "frames[1]"
    Localised text;
};

/// The text of the assumption that covers `key`, or null when `key` is not assumed. An assumption of "window" covers
/// "window.opens".
const Localised* assumed(const std::vector<Assumption>& assumptions, std::string_view key);

// For the loaders of programme, call and project. Each notes a fault where something is wrong.

/// The tables under [sources], besides `known` ones.
Sources read_sources(const kit::Toml& root, Sources known = {});
/// The source that the key `source` of `table` names.
Localised read_source(const kit::Toml& table, const Sources& sources, std::string_view key = "source");
/// [[assumptions]]; their keys must exist in the file.
std::vector<Assumption> read_assumptions(const kit::Toml& root);
/// The code at `key`, which must look like one and not be in `taken` yet; it is then.
std::string read_code(const kit::Toml& table, std::vector<std::string>& taken, std::string_view key = "code");
/// Euros at `key`, with `about = true` beside it where they are not exact.
Announced read_announced(const kit::Toml& table, std::string_view key);
/// An address that begins with https://, or nothing.
std::string read_web(const kit::Toml& table, std::string_view key);
/// One of `words` at `key`: its position there. 0 after a fault.
std::size_t read_word(const kit::Toml& table, std::string_view key, const std::vector<std::string>& words);

}  // namespace vastin::programme
