#include "page/parked_pages.h"

#include <algorithm>

#include "page/field.h"
#include "page/page_frame.h"

namespace vastin::page {

namespace {

Instant in_town(const Visit& visit, Instant wall) { return visit.world.clock.town(wall); }

/// One that waits, said to whoever is here.
void fill_waiting(kit::View& item, const Visit& visit, const Parked& parked) {
    const Instant until = in_town(visit, parked.expires);
    if (!visit.person) {
        item.set(
            "TEXT",
            say("Sign in with the same account before {0}, and it is done by itself. A deadline that passes before "
                "you have signed in has passed.",
                until));
        item.row("ENTER").set("ADDRESS", address(visit, "/sign-in?next=" + kit::url_escaped(address(visit, ""))));
        return;
    }
    if (!parked.may_be_of(*visit.person)) {
        item.set("TEXT",
                 say("It was written by another account. It is not shown to you, and nothing of it was done. Who wrote "
                     "it can sign in until {0}.",
                     until));
        return;
    }
    item.set("TEXT",
             say("It is kept until {0}. When you do it, it is judged at that moment: a deadline that has passed has "
                 "passed.",
                 until));
    kit::View form = item.row("DO");
    form.set("ACTION", address(visit, "/continue"));
    form.set("PARKED", parked.id.str());
    form_secret(form, visit);
}

kit::Response overview(Visit& visit) {
    Page page(visit, "page/pages/continue.tpl", say("What you wrote before your session ended"));
    kit::View& body = page.body();
    body.show_if("NONE", visit.parked.empty());
    for (const Parked& parked : visit.parked) {
        kit::View item = body.row("ITEM");
        const bool waits = parked.waits(visit.request.arrived);
        item.set("WHAT",
                 waits         ? say("Kept – not saved or sent yet")
                 : parked.went ? say("It has gone through")
                               : say("It is being done right now"));
        item.set("WHEN", say("Written {0}", in_town(visit, parked.at)));
        if (waits) {
            fill_waiting(item, visit, parked);
        } else if (parked.went && visit.person && parked.may_be_of(*visit.person)) {
            item.set("TEXT", say("It was done {0}, after you had signed in again.", in_town(visit, *parked.taken)));
            item.row("WENT").set("ADDRESS", *parked.went);
        } else {
            item.set("TEXT", Phrase());
        }
        if (waits) {
            kit::View forget = item.row("FORGET");
            forget.set("ACTION", address(visit, "/continue/forget"));
            forget.set("PARKED", parked.id.str());
            form_secret(forget, visit);
        }
    }
    return page.answer();
}

std::optional<Id<Parked>> posted(const Visit& visit) { return Id<Parked>::read(visit.request.form.get("parked")); }

kit::Response do_now(Visit& visit) {
    if (!visit.person) {
        return redirect(visit, "/sign-in?next=" + kit::url_escaped(address(visit, "/continue")));
    }
    if (const auto id = posted(visit)) {
        visit.resume = Visit::Resume{"", id};
    }
    return redirect(visit, "/continue");
}

kit::Response forget(Visit& visit) {
    if (const auto id = posted(visit)) {
        drop_parked(visit.request, visit.world, *id);
    }
    return redirect(visit, "/continue");
}

constexpr Route table[]{
    {kit::Method::get, "/continue", Right::anyone, overview, kit::Load::never_shed},
    {kit::Method::post, "/continue", Right::anyone, do_now, kit::Load::never_shed},
    {kit::Method::post, "/continue/forget", Right::anyone, forget, kit::Load::never_shed},
};

void fill_line(
    kit::View& view, const Visit& visit, std::string_view look, const Phrase& what, const Phrase& detail, bool link) {
    kit::View line = view.row("PARKED");
    line.set("LOOK", look);
    line.set("WHAT", what);
    line.set("DETAIL", detail);
    if (link) {
        kit::View more = line.row("LINK");
        more.set("ADDRESS", address(visit, "/continue"));
        more.set("NAME", say("See what is kept"));
    }
}

}  // namespace

std::span<const Route> parked_routes() { return table; }

void fill_parked(kit::View& view, const Visit& visit) {
    const std::string_view path = visit.request.path;
    if (visit.parked.empty() || (path.size() > 3 && path.substr(3).starts_with("/continue"))) {
        return;
    }
    const Instant now = visit.request.arrived;
    const auto waiting = std::find_if(visit.parked.begin(), visit.parked.end(), [&](const Parked& one) {
        return one.waits(now) && (!visit.person || one.may_be_of(*visit.person));
    });
    if (waiting != visit.parked.end() && !visit.person) {
        fill_line(
            view,
            visit,
            "draft",
            say("What you wrote is safe – not saved or sent yet"),
            say("Your session had ended. Your text is kept until {0}. Sign in with the same account, and it is done "
                "by itself, at that moment: a deadline that passes before you have signed in has passed.",
                in_town(visit, waiting->expires)),
            false);
    } else if (waiting != visit.parked.end()) {
        fill_line(view,
                  visit,
                  "draft",
                  say("What you wrote is safe – not saved or sent yet"),
                  say("It is from before your session ended and is kept until {0}.", in_town(visit, waiting->expires)),
                  true);
    } else if (const Parked& last = visit.parked.back();
               last.went && visit.person && last.account == visit.person->id && now < *last.taken + minutes(1)) {
        fill_line(view,
                  visit,
                  "sent",
                  say("What you wrote before your session ended has gone through"),
                  say("It was judged {0}, when you had signed in again.", in_town(visit, *last.taken)),
                  false);
    }
}

}  // namespace vastin::page
