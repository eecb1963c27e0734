#pragma once
// The inputs of one field on a section's page. Inside application only, for field_views.cpp and row_views.cpp.
#include <string>
#include <vector>

#include "application/field_views.h"
#include "page/field.h"

namespace vastin::application {

/// The answer under `name` as typed, "" where there is none.
std::string answer(const form::Answers& answers, const std::string& name);
/// Label, hint and errors of a field that is a group of inputs. With `all` also the errors of its inputs.
void head(kit::View& group, const form::Field& field, const std::vector<Reason>& reasons, bool all);
/// A field of one input as it stands on a page, under `name`.
page::FieldView input(const form::Field& field, const std::string& name, const Filled& filled);
/// The parts of `text` between empty lines.
std::vector<std::string> paragraphs(const std::string& text);

/// Fills ROWS of `view`: a table that folds on a narrow screen, or a group for each row, with the buttons that add and
/// take away rows and the sums of columns below.
void row_fields(kit::View& view, const form::Field& field, const Filled& filled);

}  // namespace vastin::application
