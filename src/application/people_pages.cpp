#include "application/people_pages.h"

#include <algorithm>

#include "application/application_people.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "kit/hash.h"
#include "page/field.h"

namespace vastin::application {

using page::Page;
using page::Visit;

void fill_senders(kit::View& view, const Visit& visit, const Shown& shown) {
    std::vector<Member> all;
    visit.world.database.read([&](kit::Transaction& t) { all = members(t, shown.application.id); });
    for (const Member& member : all) {
        if (member.right >= Right::submit) {
            view.row("SENDER").set("NAME", member.name);
        }
    }
    view.show_if("MAY_NOT_SEND", shown.application.right < Right::submit);
}

namespace {

constexpr std::array rights{Right::prepare, Right::submit, Right::manage};

std::vector<page::Option> right_options() {
    std::vector<page::Option> options;
    for (Right right : rights) {
        options.push_back({std::string(code(right)), right_name(right), {}});
    }
    return options;
}

/// A member and what may be done with them; `alone`: nobody else manages, who has to stay.
void member_row(kit::View& body, const Visit& visit, const Application& a, const Member& member, bool alone) {
    const bool self = member.account == visit.signed_in().id;
    const bool manages = a.right == Right::manage;
    kit::View row = body.row("MEMBER");
    row.set("NAME", member.name);
    row.show_if("SELF", self);
    row.set("RIGHT", right_name(member.right));
    if (manages) {
        row.row("MAIL").set("EMAIL", member.email);
    }
    if (manages && self && alone) {
        row.show("ALONE");
        return;
    }
    if (!manages && !self) {
        return;
    }
    kit::View change = row.row("CHANGE");
    change.set("ACTION", page::address(visit, path_of(a, "/people/" + member.account.str())));
    change.set("NAME", member.name);
    page::form_secret(change, visit);
    if (manages) {
        kit::View give = change.row("GIVE");
        for (Right right : rights) {
            kit::View option = give.row("OPTION");
            option.set("VALUE", code(right));
            option.set("LABEL", right_name(right));
            option.show_if("CHOSEN", right == member.right);
        }
    }
    change.show(self ? "LEAVE" : "OUT");
}

struct Typed {
    std::string email, right = "prepare";
    std::vector<Reason> reasons;
    int status = 200;
};

kit::Response people_page(Visit& visit, const Shown& shown, const Typed& typed) {
    const Application& a = shown.application;
    std::vector<Member> all;
    std::vector<Invited> invited;
    visit.world.database.read([&](kit::Transaction& t) {
        all = members(t, a.id);
        invited = invitations(t, a.id, visit.now);
    });
    Page page(visit, "application/pages/people.tpl", say("Who takes part"));
    dress(page, visit, shown);
    page.crumb(title_of(a), path_of(a));
    page.errors(typed.reasons);
    kit::View& body = page.body();
    body.set("TITLE", title_of(a));
    const auto managing =
        std::count_if(all.begin(), all.end(), [](const Member& one) { return one.right == Right::manage; });
    for (const Member& member : all) {
        member_row(body, visit, a, member, managing == 1);
    }
    if (a.right != Right::manage) {
        body.show("NOT_MANAGING");
        return page.answer(typed.status);
    }
    for (const Invited& one : invited) {
        kit::View row = body.row("INVITED");
        row.set("EMAIL", one.email);
        row.set("RIGHT", right_name(one.right));
        row.set("UNTIL", say("The link works until {0}.", one.expires));
        row.set("ACTION", page::address(visit, path_of(a, "/invitations/" + one.id.str())));
        page::form_secret(row, visit);
    }
    kit::View form = body.row("INVITE");
    form.set("ACTION", page::address(visit, path_of(a, "/people")));
    page::form_secret(form, visit);
    page::field(form,
                "EMAIL",
                {"email",
                 page::FieldView::Kind::email,
                 say("E-mail address"),
                 say("The link in the letter is for one person and works once."),
                 typed.email,
                 page::reasons_at(typed.reasons, "email"),
                 {},
                 {}});
    page::field(form,
                "RIGHT",
                {"may",
                 page::FieldView::Kind::choice,
                 say("What this person may do"),
                 {},
                 typed.right,
                 {},
                 right_options(),
                 {}});
    return page.answer(typed.status);
}

kit::Response back_to_people(Visit& visit) {
    return page::redirect(visit, "/applications/" + visit.captured.at(0) + "/people");
}

template <class Deed>
auto perform(Visit& visit, Deed&& deed) {
    return flow::perform(visit.world, visit.signed_in().actor(), visit.now, std::forward<Deed>(deed));
}

}  // namespace

kit::Response people(Visit& visit) {
    const auto found = shown(visit);
    return found ? people_page(visit, *found, {}) : page::refusal(visit, found.error());
}

kit::Response invite_person(Visit& visit) {
    const std::string email = visit.request.form.get("email"), may = visit.request.form.get("may");
    const auto invited = perform(visit, [&](flow::Act& act) {
        return invite(act, visit.signed_in(), visit.captured.at(0), email, read_right(may).value_or(Right::prepare));
    });
    if (invited) {
        return back_to_people(visit);
    }
    const auto found = shown(visit);
    if (!found || invited.error().kind == Refusal::Kind::forbidden) {
        return page::refusal(visit, invited.error());
    }
    return people_page(visit, *found, {email, may, invited.error().reasons, 422});
}

kit::Response change_person(Visit& visit) {
    const std::string may = visit.request.form.get("may"), &account = visit.captured.at(1);
    const bool out = visit.request.form.has("out");
    const auto right = read_right(may);
    if (!out && !right) {
        return not_whole(visit);
    }
    const auto changed = perform(visit, [&](flow::Act& act) {
        return out ? take_out(act, visit.signed_in(), visit.captured.at(0), account)
                   : give_right(act, visit.signed_in(), visit.captured.at(0), account, *right);
    });
    if (changed) {
        return out && account == visit.signed_in().id.str() ? page::redirect(visit, "/applications")
                                                            : back_to_people(visit);
    }
    const auto found = shown(visit);
    if (!found || changed.error().kind != Refusal::Kind::invalid) {
        return page::refusal(visit, changed.error());
    }
    return people_page(visit, *found, {{}, "prepare", changed.error().reasons, 422});
}

kit::Response take_back_one(Visit& visit) {
    const auto taken = perform(visit, [&](flow::Act& act) {
        return take_back(act, visit.signed_in(), visit.captured.at(0), visit.captured.at(1));
    });
    return taken ? back_to_people(visit) : page::refusal(visit, taken.error());
}

kit::Response invitation(Visit& visit) {
    std::optional<Door> door;
    std::optional<Application> application;
    std::shared_ptr<const call::Call> call;
    visit.world.database.read([&](kit::Transaction& t) {
        door = find_invitation(t, kit::sha256(visit.captured.at(0)), visit.now);
        application = door ? find(t, door->application) : std::nullopt;
        call = application ? call::find(t, application->call) : nullptr;
    });
    Page page(visit, "application/pages/invitation.tpl", say("Invitation"));
    page.menu("applications");
    if (!door || !application || !call) {
        page.body().show("GONE");
        return page.answer(404);
    }
    kit::View open = page.body().row("OPEN");
    open.set("TITLE", title_of(*application));
    open.set("CALL", call->name);
    open.set("RIGHT", right_name(door->right));
    open.set("NAME", visit.signed_in().name);
    open.set("ACTION", page::address(visit, "/invitations/" + visit.captured.at(0)));
    page::form_secret(open, visit);
    return page.answer();
}

kit::Response accept_invitation(Visit& visit) {
    const auto joined =
        perform(visit, [&](flow::Act& act) { return accept(act, visit.signed_in(), visit.captured.at(0)); });
    return joined ? page::redirect(visit, "/applications/" + joined->str()) : invitation(visit);
}

}  // namespace vastin::application
