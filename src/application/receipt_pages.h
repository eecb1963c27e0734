#pragma once
// The end of the applicant's path: check, send, receipt, what was sent. Inside application only.
#include "page/page.h"

namespace vastin::application {

kit::Response check_answers(page::Visit& visit);
kit::Response send_application(page::Visit& visit);
kit::Response receipt(page::Visit& visit);
kit::Response receipt_pdf(page::Visit& visit);
kit::Response sent(page::Visit& visit);
kit::Response sent_pdf(page::Visit& visit);
kit::Response reopen_application(page::Visit& visit);
/// The page that says what withdrawing means, with its one button.
kit::Response ask_to_withdraw(page::Visit& visit);
kit::Response withdraw_application(page::Visit& visit);

}  // namespace vastin::application
