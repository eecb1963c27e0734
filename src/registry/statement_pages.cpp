#include "call/call_acts.h"
#include "registry/common.h"

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
    std::shared_ptr<const programme::Programme> programme;
    visit.world.database.read([&](kit::Transaction& t) { programme = programme::current(t); });
    const programme::Accessibility& facts = programme->accessibility;
    body.set("MADE", say("{0}", facts.assessed));
    body.set("AUTHORITY", facts.authority);
    body.set("AUTHORITY_WEB", facts.authority_web);
    body.set("FEEDBACK", page::address(visit, "/accessibility-feedback"));
    body.set("ANSWERED", say("We answer within {0} days.", facts.answer_days));
    body.set(
        "NO_ANSWER",
        say("If you are not satisfied with our answer, or get none within {0} days, you may tell the authority that "
            "supervises accessibility:",
            facts.answer_days));
    body.set("SOURCE", facts.source);
    if (const Localised* assumption = programme::assumed(programme->assumptions, "accessibility.authority")) {
        body.row("ASSUMED").set("TEXT", *assumption);
    }
    fill_contact(body, visit);
    return page.answer();
}

kit::Response privacy_page(page::Visit& visit) {
    page::Page page(visit, "registry/pages/privacy.tpl", say("Privacy"));
    fill_contact(page.body(), visit);
    return page.answer();
}

}  // namespace vastin::registry
