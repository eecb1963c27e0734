#pragma once
// What feeds, calendars and open data of calls share: addresses, names that never change, the answer. Inside call only.
#include <functional>
#include <string>
#include <string_view>

#include "call/call_acts.h"
#include "page/page.h"

namespace vastin::call {

/// "https://tuki.kokkola.fi/fi/calls/2025": the address of a route for those outside.
std::string outside(const page::Visit& visit, Language language, std::string_view path);
/// "/calls/2025"
std::string path_of(const Call& call);
/// "tuki.kokkola.fi": the name of the machine in this town's address.
std::string host(const page::Visit& visit);
/// "2025.kokkola": a call among those of all agreements.
std::string name_among_all(const PublishedCall& one);
/// Who publishes the calls: the city that is a party of the agreement.
Localised publisher(const programme::Programme& programme);
/// What the answers about `calls` depend on, besides what page::etag covers: versions, and how each call stands.
std::string revision(const std::vector<PublishedCall>& calls, Instant now);
/// A phrase in its three languages.
Localised in_all(const kit::Words& words, const Phrase& phrase);

/// An answer for other programs: any site may read it. `tag` may be "".
kit::Response for_programs(std::string type, std::string body, const std::string& tag);
/// The answer about the call that the address names, which `make` makes with its tag; not found, or unchanged where the
/// asker has it already.
kit::Response for_one_call(page::Visit& visit,
                           const std::function<kit::Response(const PublishedCall&, const std::string&)>& make);

}  // namespace vastin::call
