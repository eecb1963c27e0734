#include "call/call_acts.h"
#include "registry/common.h"
#include "registry/statement.h"

namespace vastin::registry {

namespace {

/// Whom to ask: the office and role of the newest call.
void fill_contact(kit::View& body, const page::Visit& visit) {
    std::shared_ptr<const call::Call> call;
    visit.world.database.read([&](kit::Transaction& t) {
        const auto calls = call::all(t, visit.now);
        call = calls.empty() ? nullptr : calls.front();
    });
    if (!call) {
        return;
    }
    kit::View contact = body.row("CONTACT");
    contact.set("OFFICE", call->contact.office);
    contact.set("ROLE", call->contact.role);
    if (!call->contact.web.empty()) {
        contact.row("WEB").set("ADDRESS", call->contact.web);
    }
}

}  // namespace

kit::Response help_page(page::Visit& visit) {
    page::Page page(visit, "registry/pages/help.tpl", say("Help and contact"));
    fill_contact(page.body(), visit);
    page.body().set("HOME", page::address(visit, ""));
    return page.answer();
}

kit::Response accessibility_page(page::Visit& visit) {
    page::Page page(visit, "registry/pages/accessibility.tpl", say("Accessibility statement"));
    kit::View& body = page.body();
    body.set("MADE", say("{0}", statement_facts.made));
    body.set("AUTHORITY", statement_facts.authority);
    body.set("AUTHORITY_WEB", statement_facts.authority_web);
    fill_contact(body, visit);
    return page.answer();
}

kit::Response privacy_page(page::Visit& visit) {
    page::Page page(visit, "registry/pages/privacy.tpl", say("Privacy"));
    fill_contact(page.body(), visit);
    return page.answer();
}

}  // namespace vastin::registry
