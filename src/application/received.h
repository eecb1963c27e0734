#pragma once
// What was sent, read back from its frozen document: as it was sent and by the rules that judged it, whatever came
// after.
#include <string>

#include "application/shown.h"

namespace vastin::application {

/// A received application with its frozen document.
struct Received {
    Shown shown;
    document::Sent sent;
    std::shared_ptr<const call::Call> call_now;  // as the call stands now: what may still be done, and what comes next
};
/// The newest submission of the application; not_found when nothing was sent.
Result<Received> received_of(page::Visit& visit, Result<Shown> found);
/// As dress(); the state line tells when this version arrived, not the first one.
void dress_received(page::Page& page, const page::Visit& visit, const Received& received);
/// Fills application/pages/sent.tpl with its answers, plan and checksum; without files, which are linked.
void fill_sent(kit::View& body, const page::Visit& visit, const Received& received);
/// The name of the account that sent it.
std::string sender_of(const page::Visit& visit, const document::Sent& sent);
/// What stands at the foot of each sheet of its PDF: number and checksum.
std::string foot_of(const Received& received);
/// Fills HASH_LINE with the 64 letters as 16 groups of four: for eyes and for reading aloud.
void hash_lines(kit::View& view, const std::string& hash);

}  // namespace vastin::application
