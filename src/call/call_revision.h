#pragma once
// A new version of a call that is published already: what it changes, and what that asks of whoever publishes it.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "call/call.h"
#include "kit/db.h"

namespace vastin::call {

/// What is changed, as the people of the call think of it. Order, keys and conditions count where they stand.
enum class Changed { window, money, applicants, questions, attachments, criteria, texts };
std::string_view code(Changed changed);
Phrase changed_name(Changed changed);  // "when the call is open"
using Changes = std::set<Changed>;
/// "window money", both ways; words that are not known are left out.
std::string written(const Changes& changes);
Changes read_changes(std::string_view text);
/// "when the call is open, money": in words.
Phrase words_of(const Changes& changes);

/// What differs in the files of two versions of a call, the reason of the change set aside.
Changes changes(const Call& before, const Call& after);

/// Whether those who write or have sent an application are told: of everything but texts.
bool is_told(const Changes& changes);
/// Whether a reason is asked once somebody has sent: money rules, who may apply, criteria. Equal treatment and trust
/// (Administrative Procedure Act 434/2003, section 6): the rules of a game that is being played.
bool needs_reason(const Changes& changes);
/// How long before it an earlier end must be known, where the call is open.
inline constexpr Duration earlier_end_notice = hours(14 * 24);

/// Why `after` cannot take the place of `before` at `now`, or nothing: a closed call changes in its texts only; what
/// has opened stays open; an end is moved forward with notice only; once somebody has sent (`sent`) the series of
/// register numbers stays, and needs_reason() asks for a reason of its own. `field` is the path in the file.
std::vector<Reason> not_revisable(const Call& before, const Call& after, bool sent, Instant now);

/// A version as the call's page tells it.
struct VersionNote {
    std::int64_t number = 0;  // from 1
    Hash hash;
    Instant published;
    Changes changes;  // against the version before it; none of the first
};
/// The versions of a call, the newest first, at most `most`.
std::vector<VersionNote> versions(kit::Transaction& t, const Code<Call>& code, std::int64_t most);

}  // namespace vastin::call
