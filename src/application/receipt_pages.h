#pragma once
// The end of the applicant's path: check, send, receipt, what was sent. Inside application only.
#include "page/page.h"

namespace vastin::application {

kit::Response check_answers(page::Visit& visit);
kit::Response send_application(page::Visit& visit);
kit::Response receipt(page::Visit& visit);
kit::Response sent(page::Visit& visit);

}  // namespace vastin::application
