#pragma once
// The public pages of calls: the list, and the page of a call with its calculator.
#include <span>

#include "call/call.h"
#include "page/page.h"

namespace vastin::call {

/// /calls and /calls/{code}, their feeds and their open data (docs/open-data.md).
std::span<const page::Route> routes();

/// Fills call/pages/call.tpl with `call` as its page shows it to this visitor: for a preview, too. `programme` is the
/// agreement it was loaded against.
void fill_call(kit::View& body, const page::Visit& visit, const Call& call, const programme::Programme& programme);

/// What follows the calls, into the head of `page`: their feed and their calendar.
void follow_calls(page::Page& page);

/// "Mon 2 June 2025 at 16:15" and how the call stands, for pages that show a call in short.
Phrase state_words(CallState state);
/// "7 days 5 hours left", "Opens on ...", or "Closed on ...".
Phrase time_words(const Call& call, const kit::Words& words, Language language, Instant now);
/// What a payer pays by the rules: "60 % of the public funding", "at most 60 % of the total costs", "no share is set".
Phrase share_words(const funding::PayerRule& payer);
/// Whether the shares are 60, 25 and 15: then the style sets the payers' names under their segments
/// (.v-payers--shares).
bool usual_shares(const funding::Rules& rules);
/// How much of the window is over, in hundredths: for the bar. 0 before it opens, 100 after it closes.
std::int64_t elapsed_percent(const Window& window, Instant now);

}  // namespace vastin::call
