#include "application/received.h"

#include <utility>

#include "call/call_acts.h"
#include "identity/identity_store.h"

namespace vastin::application {

using page::Visit;

Result<Received> received_of(Visit& visit, Result<Shown> found) {
    if (!found) {
        return tl::unexpected(std::move(found).error());
    }
    if (!was_sent(found->application.state)) {
        return vastin::not_found();
    }
    std::optional<document::Sent> sent;
    std::shared_ptr<const call::Call> judged_by;
    visit.world.database.read([&](kit::Transaction& t) {
        sent = document::newest(t, found->application.id.str());
        if (sent) {
            judged_by = call::frozen_call(t, {sent->frozen.rules});
        }
    });
    vastin::check(sent.has_value(), "a received application has its document");
    const auto document = kit::Json::read(sent->frozen.content);
    vastin::check(document.has_value(), "a frozen document can be read");
    // as it was sent and by the rules that it was judged by, whatever came after
    found->application = as_sent(found->application, *document);
    auto call_now = std::exchange(found->call, std::move(judged_by));
    found->judged = judge(found->application, *found->call);
    return Received{std::move(*found), std::move(*sent), std::move(call_now)};
}

void dress_received(page::Page& page, const Visit& visit, const Received& received) {
    Shown newest = received.shown;
    newest.application.arrived = received.sent.arrived;
    newest.call = received.call_now;
    dress(page, visit, newest);
}

std::string foot_of(const Received& received) {
    return *received.shown.application.register_number + " · SHA-256 " + received.sent.frozen.hash;
}

void hash_lines(kit::View& view, const std::string& hash) {
    for (std::size_t at = 0; at < hash.size(); at += 16) {
        view.row("HASH_LINE")
            .set("TEXT",
                 hash.substr(at, 4) + " " + hash.substr(at + 4, 4) + " " + hash.substr(at + 8, 4) + " " +
                     hash.substr(at + 12, 4));
    }
}

std::string sender_of(const Visit& visit, const document::Sent& sent) {
    const auto document = kit::Json::read(sent.frozen.content);
    const auto id = document ? Id<identity::Account>::read(document->text_or("sender")) : std::nullopt;
    std::string name;
    visit.world.database.read([&](kit::Transaction& t) {
        const auto account = id ? identity::find_account(t, *id) : std::nullopt;
        name = account ? account->name : std::string();
    });
    return name;
}

}  // namespace vastin::application
