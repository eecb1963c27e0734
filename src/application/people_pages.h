#pragma once
// Who takes part in an application: the page, and what is posted from it. Inside application only.
#include "application/shown.h"
#include "page/page.h"

namespace vastin::application {

kit::Response people(page::Visit& visit);
kit::Response invite_person(page::Visit& visit);
/// Another right, or out: the field "may" holds a right or "out".
kit::Response change_person(page::Visit& visit);
kit::Response take_back_one(page::Visit& visit);
/// The page of an invitation's link, and the button on it.
kit::Response invitation(page::Visit& visit);
kit::Response accept_invitation(page::Visit& visit);

/// Fills SENDER rows with the names of those who may send, and shows MAY_NOT_SEND where the visitor is none of them.
void fill_senders(kit::View& view, const page::Visit& visit, const Shown& shown);

}  // namespace vastin::application
