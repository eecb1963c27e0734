#pragma once
// The pages of attachments. Inside application only.
#include <optional>

#include "application/shown.h"

namespace vastin::application {

kit::Response files(page::Visit& visit);
kit::Response add_files(page::Visit& visit);
/// Asked when only the head of the form was read.
std::optional<kit::Response> may_add_files(page::Visit& visit);
kit::Response remove_file(page::Visit& visit);
/// The file itself: one of the draft, or of what was sent.
kit::Response file(page::Visit& visit);

/// Fills the task list's group FILES; whether what is required is there.
bool files_task(kit::View& body, const page::Visit& visit, const Shown& shown);
/// Fills ATTACHED with what is attached, place by place, each with a link that fits the page it stands on; nothing
/// where the call asks for no files.
enum class FileLinks { draft, sent, desk };
void files_summary(kit::View& body, const page::Visit& visit, const Shown& shown, FileLinks links);

}  // namespace vastin::application
