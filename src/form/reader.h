#pragma once
// Reads the answers of one form, field by field. Inside form only: others use check() of form.h.
#include <optional>
#include <string>

#include "form/form.h"
#include "form/read.h"

namespace vastin::form {

/// What was typed into one input of a simple kind (may_be_column(), and lines of a known shape): its value, nothing
/// where it is empty, or the sentence that says what is wrong.
Read<std::optional<SimpleValue>> read_simple(const Field& field, std::string_view typed);

/// The sentence for a required field that is empty.
Phrase missing_sentence(const Field& field);

/// The answer under `name` as typed, "" where there is none.
const std::string& typed(const Answers& answers, const std::string& name);

/// Each function adds to `out` what it read and what it found.
struct Reader {
    const Answers& answers;
    const Around& around;
    Checked out{};

    void read(const Field& field);

  private:
    void fault(Phrase label, Phrase why, std::string name);
    void missing(const Field& field);
    void simple(const Field& field);
    void theme_shares(const Field& field);
    void several(const Field& field);
    void money_by_year(const Field& field);
    void period(const Field& field);
    void file(const Field& field);
    void rows(const Field& field);
    /// One row that is not empty; whether every cell of it could be read.
    bool row(const Field& field, Row& row);
};

}  // namespace vastin::form
