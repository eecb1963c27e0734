#pragma once
// What makes a form unusable, with where.
#include <optional>
#include <string>
#include <vector>

#include "form/form.h"

namespace vastin::form {

struct Unsound {
    Phrase why;
    std::optional<std::size_t> section{}, field{};  // from 0; neither: the form as a whole
    std::string key{};                              // "key" where it is the key that is wrong, else ""
};

/// As unsound(), each with the place in the form that it is about.
std::vector<Unsound> unsound_at(const Form& form);

}  // namespace vastin::form
