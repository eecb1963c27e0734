#pragma once
// The pages of an applicant: own applications, the task list, sections, check, receipt, what was sent.
#include <span>

#include "page/page.h"

namespace vastin::application {

std::span<const page::Route> routes();

/// The page of what was sent, for an official: answers, plan, checksum as in the applicant's own. `fill` adds to the
/// body of the page what the official may do (template application/pages/sent.tpl, section OFFICIAL). Refusal
/// not_found: no such application, or it was not sent.
kit::Response sent_for_official(page::Visit& visit,
                                std::string_view id,
                                void (*fill)(kit::View& official, const page::Visit& visit, std::string_view id));

/// The same as PDF.
kit::Response sent_pdf_for_official(page::Visit& visit, std::string_view id);
/// Fills the section ATTACHED of a page (its place {{>FILES}}) with the files of what was sent; nothing where the call
/// asks for none.
void sent_files_for_official(kit::View& body, page::Visit& visit, std::string_view id);
/// A file of what was sent, for an official. Refusal as above, and not_found for a file that was not sent with it.
kit::Response sent_file_for_official(page::Visit& visit, std::string_view id, std::string_view attachment);

}  // namespace vastin::application
