#pragma once
// The dates of a call on its page, and its changes. Inside call only.
#include <vector>

#include "call/call_revision.h"
#include "kit/html.h"

namespace vastin::call {

/// Sections DATE of `body`: each date of the call, with its place and the link where there are any.
void fill_dates(kit::View& body, const Call& call);

/// A version that took the place of another, with the reason it gives.
struct ToldChange {
    VersionNote version;
    std::optional<Localised> reason;
};
/// The changes of a call, the newest first, at most 20.
std::vector<ToldChange> told_changes(kit::Transaction& t, const Code<Call>& code);
/// {{#CHANGES}}{{#VERSION}}{{WHEN}} {{WHAT}}{{#REASON}}{{TEXT}}{{/REASON}}{{/VERSION}}{{/CHANGES}}; nothing where there
/// are none.
void fill_changes(kit::View& body, const std::vector<ToldChange>& changes);

}  // namespace vastin::call
