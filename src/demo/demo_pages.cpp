#include "call/call_acts.h"
#include "demo/demo.h"
#include "demo/demo_store.h"
#include "flow/flow_store.h"
#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "page/field.h"
#include "page/sign_in_pages.h"

namespace vastin::demo {

namespace {

using page::Page;
using page::Visit;

kit::Response doors(Visit& visit) {
    std::vector<identity::Listed> accounts;
    visit.world.database.read([&](kit::Transaction& t) { accounts = identity::accounts(t, 20); });
    Page page(visit, "demo/pages/doors.tpl", say("Sign in"));
    for (const identity::Listed& one : accounts) {
        kit::View row = page.body().row("DOOR");
        row.set("ACTION", page::address(visit, "/sign-in"));
        row.set("ACCOUNT", one.id.str());
        row.set("NEXT", visit.request.parameters.get("next"));
        row.set("NAME", one.account.name);
        row.set("ORGANISATION", one.account.organisation);
        row.set("ROLE", identity::role_name(one.account.role));
        page::form_secret(row, visit);
    }
    return page.answer();
}

kit::Response enter(Visit& visit) {
    const auto id = Id<identity::Account>::read(visit.request.form.get("account"));
    std::optional<identity::Listed> found;
    visit.world.database.read([&](kit::Transaction& t) {
        for (auto& one : identity::accounts(t, 20)) {
            if (id && one.id == *id) {
                found = std::move(one);
            }
        }
    });
    if (!found) {
        return page::not_found(visit);
    }
    const auto token = flow::perform(visit.world, {found->id.str(), "demo"}, visit.now, [&](flow::Act& act) {
        return identity::begin_session(act, found->id, visit.request.arrived);
    });
    check(token.has_value(), "a session can begin");
    return page::signed_in_redirect(
        visit, page::after_sign_in(visit, visit.request.form.get("next"), found->account.role), *token);
}

kit::Response move_clock(Visit& visit) {
    const auto moment = read_moment(visit.request.form.get("moment"));
    if (!moment) {
        return page::not_found(visit);
    }
    Instant closes;
    visit.world.database.read([&](kit::Transaction& t) {
        for (const auto& one : call::all(t, visit.now)) {
            closes = std::max(closes, one->window.closes);
        }
    });
    visit.world.database.write([&](kit::Transaction& t) {
        keep_moment(t, code(*moment));
        return true;
    });
    visit.world.clock.move_to(instant(*moment, closes, visit.world.words.zone()));
    return page::redirect_to(visit,
                             page::after_sign_in(visit, visit.request.form.get("back"), identity::Role::administrator));
}

kit::Response mailbox(Visit& visit) {
    std::vector<flow::Posted> letters;
    visit.world.database.read([&](kit::Transaction& t) { letters = flow::newest_letters(t, 100); });
    Page page(visit, "demo/pages/mailbox.tpl", say("Mailbox of the town"));
    page.body().show_if("NONE", letters.empty());
    for (const flow::Posted& one : letters) {
        kit::View row = page.body().row("LETTER");
        row.set("SUBJECT", one.letter.subject);
        row.set("LANGUAGE", vastin::code(one.letter.language));
        row.set("TO", one.letter.to);
        row.set("AT", visit.world.words.second(visit.language, one.at));
        row.set("TEXT", one.letter.text);
        row.show_if("SENT", one.sent.has_value());
        row.show_if("WAITING", !one.sent.has_value());
    }
    return page.answer();
}

constexpr page::Route table[]{
    {kit::Method::get, "/sign-in", page::Right::anyone, doors, kit::Load::never_shed},
    {kit::Method::post, "/sign-in", page::Right::anyone, enter, kit::Load::never_shed},
    {kit::Method::post, "/demo/clock", page::Right::demo, move_clock, kit::Load::never_shed},
    {kit::Method::get, "/demo/mailbox", page::Right::demo, mailbox, kit::Load::shed_first},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

void bar(kit::View& view, const page::Visit& visit) {
    kit::View bar = view.part("DEMO_BAR", "demo/pages/bar.tpl");
    bar.set("NOW", visit.world.words.moment(visit.language, visit.now));
    bar.set("MAILBOX", page::address(visit, "/demo/mailbox"));
    for (Moment moment : {Moment::last_hour, Moment::after_deadline, Moment::call_open}) {
        kit::View button = bar.row("MOVE");
        button.set("ACTION", page::address(visit, "/demo/clock"));
        button.set("MOMENT", code(moment));
        button.set("NAME", name(moment));
        button.set("BACK", visit.request.method == kit::Method::post ? page::address(visit, "") : visit.request.path);
        page::form_secret(button, visit);
    }
}

}  // namespace vastin::demo
