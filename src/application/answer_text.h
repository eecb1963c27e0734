#pragma once
// An answer as a reader reads it: on pages, in papers, in the desk's files.
#include <string>

#include "call/call.h"
#include "form/form.h"
#include "kit/words.h"

namespace vastin::application {

/// The name of the chosen option, shares with their themes, sums with their years, rows one under another; otherwise as
/// typed. "" where nothing was answered.
std::string as_read(const kit::Words& words,
                    Language language,
                    const call::Call& call,
                    const form::Field& field,
                    const form::Answers& answers);

/// What was typed into one input, a column's cell for example.
std::string as_read(const kit::Words& words, Language language, const form::Field& field, const std::string& typed);

/// What a column of money or numbers sums to over all rows, as it is written; "" where it is of another kind or nothing
/// can be read. A cell that cannot be read counts as nothing.
std::string sum_of_column(const kit::Words& words,
                          Language language,
                          const form::Field& rows,
                          const form::Field& column,
                          const form::Answers& answers);

}  // namespace vastin::application
