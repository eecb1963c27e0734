#pragma once
// Fields of forms: label, hint, what was typed, errors at the field; and the hidden field that guards a form.
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace vastin::page {

/// One answer of a choice.
struct Option {
    std::string value;
    Phrase label;
    Phrase hint;  // may be empty
};

/// A field as it stands on the page.
struct FieldView {
    enum class Kind { line, text, day, money, percent, number, choice, email, phone, password };
    std::string key{};  // name of the control and its id: the error box links to it
    Kind kind = Kind::line;
    Phrase label{};
    Phrase hint{};                  // may be empty
    std::string value{};            // as typed, never tidied
    std::vector<Phrase> errors{};   // the same words as in the error box
    std::vector<Option> options{};  // of a choice
    std::string autocomplete{};     // "organization", "email"; "" none
    Phrase unit{};                  // of a number, said after it; may be empty
    std::size_t letters_most = 0;   // of a text: the page's script tells how many are left; 0 does not count
};

/// Fills {{>name}} with the field (page/pages/field.tpl).
void field(kit::View& view, std::string_view name, const FieldView& field);
/// The reasons that belong to the field `key`.
std::vector<Phrase> reasons_at(const std::vector<Reason>& reasons, std::string_view key);
/// Sets {{FORM_SECRET}}, which every form that posts holds: <input type="hidden" name="form_secret"
/// value="{{FORM_SECRET}}">. Empty for strangers, whose forms are guarded by Origin alone.
void form_secret(kit::View& view, const Visit& visit);

}  // namespace vastin::page
