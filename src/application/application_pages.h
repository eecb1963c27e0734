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

}  // namespace vastin::application
