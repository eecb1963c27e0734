#pragma once
// What an application's front page says of a call that was changed while it was written. Inside application only.
#include "application/shown.h"

namespace vastin::application {

/// {{#CALL_CHANGED}}: the newest change since the application was begun, of which people are told. {{#DROPPED}}: the
/// answers to questions that are no longer asked, by the labels under which they were asked last.
void fill_call_changes(kit::View& body, const page::Visit& visit, const Shown& shown);

}  // namespace vastin::application
