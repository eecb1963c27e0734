#pragma once
// A section of an application: its page, and what is posted from it. Inside application only.
#include "page/page.h"

namespace vastin::application {

kit::Response section(page::Visit& visit);
/// Saves by the button, or while one types: a post with the header X-Vastin-Autosave is answered with JSON, {"saved":
/// "Saved 10.38", "version": 7} or {"why": "..."}.
kit::Response save_section(page::Visit& visit);

}  // namespace vastin::application
