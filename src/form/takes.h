#pragma once
// Which names of answers belong to a field.
#include "form/form.h"

namespace vastin::form {

/// Whether an answer under `name` answers `field`: "pay.2026", "themes.storage", "staff.2.name", "goals.1.1.2".
bool takes_answer(const Field& field, std::string_view name, std::span<const Theme> themes);

}  // namespace vastin::form
