#pragma once
// "Did you mean …?" for a word that nobody knows.
#include <span>
#include <string>
#include <string_view>

#include "base/phrase.h"

namespace vastin {

/// The one of `known` that `word` was most likely meant to be: the fewest letters to add, take away, change or swap
/// with the next, at most two and fewer than half of the word. "" where none is that near. Letters are bytes.
std::string nearest(std::string_view word, std::span<const std::string> known);
/// What is `said` of `word`, with the nearest of `known` after it where there is one.
Phrase with_nearest(Phrase said, std::string_view word, std::span<const std::string> known);

}  // namespace vastin
