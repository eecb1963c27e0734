#include "demo/demo.h"
#include "demo/demo_store.h"
#include "flow/flow_store.h"
#include "identity/account_store.h"
#include "identity/identity_acts.h"
#include "page/field.h"
#include "page/sign_in_pages.h"

namespace vastin::demo {

namespace {

using page::Page;
using page::Visit;

/// The people of the town, not those who made an account of their own.
std::vector<identity::Listed> behind_doors(Visit& visit) {
    std::vector<identity::Listed> accounts;
    visit.world.database.read([&](kit::Transaction& t) {
        accounts.clear();
        for (const identity::NewAccount& one : people()) {
            if (const auto door = identity::find_door(t, one.email)) {
                accounts.push_back(identity::find_listed(t, door->account).value());
            }
        }
    });
    return accounts;
}

kit::Response doors(Visit& visit) {
    const auto accounts = behind_doors(visit);
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
    page::sign_in_form(page.body(), visit);
    return page.answer();
}

kit::Response enter(Visit& visit) {
    if (!visit.request.form.has("account")) {
        return page::try_sign_in(visit);
    }
    const auto id = Id<identity::Account>::read(visit.request.form.get("account"));
    std::optional<identity::Listed> found;
    for (auto& one : behind_doors(visit)) {
        if (id && one.id == *id) {
            found = std::move(one);
        }
    }
    if (!found) {
        return page::not_found(visit);
    }
    const auto token = flow::perform(visit.world, {found->id.str(), "demo"}, visit.now, [&](flow::Act& act) {
        return identity::begin_session(
            act, found->id, visit.request.arrived, identity::rough_browser(visit.request.header("user-agent")));
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
    visit.world.database.read([&](kit::Transaction& t) { closes = deadline(t, visit.now); });
    visit.world.database.write([&](kit::Transaction& t) {
        keep_moment(t, code(*moment));
        return true;
    });
    visit.world.clock.move_to(instant(*moment, closes, visit.world.words.zone()));
    return page::redirect_to(visit,
                             page::after_sign_in(visit, visit.request.form.get("back"), identity::Role::administrator));
}

/// The letter with its links to this town made such.
void letter_text(kit::View& row, const Visit& visit, std::string_view text) {
    const std::string& site = visit.world.address;
    while (!text.empty()) {
        const auto at = site.empty() ? std::string_view::npos : text.find(site + "/");
        if (at != 0) {
            row.row("PIECE").row("WORDS").set("TEXT", text.substr(0, at));
        }
        if (at == std::string_view::npos) {
            return;
        }
        text.remove_prefix(at);
        const auto end = std::min(text.find_first_of(" \n"), text.size());
        kit::View link = row.row("PIECE").row("LINK");
        link.set("ADDRESS", text.substr(site.size(), end - site.size()));
        link.set("TEXT", text.substr(0, end));
        text.remove_prefix(end);
    }
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
        letter_text(row, visit, one.letter.text);
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
