#include "page/page_frame.h"

#include <array>

#include "base/check.h"
#include "base/instant.h"
#include "page/sign_in_pages.h"

namespace vastin::page {

namespace {

using identity::Role;

void menu_item(kit::View& view, const Visit& visit, std::string_view lit, std::string_view item, const Phrase& name) {
    kit::View entry = view.row("MENU");
    entry.set("NAME", name);
    entry.set("ADDRESS", address(visit, "/" + std::string(item)));
    entry.show_if("HERE", item == lit);
}

void fill_menu(kit::View& view, const Visit& visit, std::string_view lit) {
    if (visit.person && visit.person->role == Role::applicant) {
        menu_item(view, visit, lit, "applications", say("My applications"));
    }
    if (visit.person && visit.person->role == Role::coordinator) {
        menu_item(view, visit, lit, "desk", say("Desk"));
    }
    if (visit.person && visit.person->role == Role::administrator) {
        menu_item(view, visit, lit, "admin/accounts", say("Accounts"));
    }
    menu_item(view, visit, lit, "calls", say("Calls"));
    menu_item(view, visit, lit, "projects", say("Projects"));
    menu_item(view, visit, lit, "agreement", say("Agreement"));
}

/// The path after the language: "/calls/2025", "" on the front page.
std::string_view path_within(const Visit& visit) {
    const std::string_view path = visit.request.path;
    return path.size() >= 3 && path.substr(1, 2) == code(visit.language) ? path.substr(3) : std::string_view();
}

std::string escaped_path(std::string_view path) {
    std::string escaped;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at + 1), path.size());
        escaped += '/';
        escaped += kit::url_escaped(path.substr(at + 1, end - at - 1));
        at = end;
    }
    return escaped;
}

/// This page with its query: what a language link keeps and where signing in comes back to.
std::string here(const Visit& visit) {
    std::string whole = escaped_path(path_within(visit));
    if (!visit.request.query.empty()) {
        whole += '?';
        whole += visit.request.query;
    }
    return whole;
}

void fill_languages(kit::View& view, const Visit& visit) {
    static constexpr std::array names{"Suomi", "Svenska", "English"};
    const std::string rest = here(visit);
    for (std::size_t at = 0; at < languages.size(); ++at) {
        kit::View entry = view.row("LANGUAGES");
        entry.set("NAME", names[at]);
        entry.set("CODE", code(languages[at]));
        entry.set("ADDRESS", "/" + std::string(code(languages[at])) + rest);
        entry.show_if("HERE", languages[at] == visit.language);
    }
}

/// Where signing in leads from here: back to this page; from a page that is about signing in where that one leads; to
/// nothing that was only posted.
std::string after_here(const Visit& visit) {
    const std::string_view path = path_within(visit);
    for (const std::string_view way : {"/sign-in", "/register", "/forgotten", "/welcome", "/email"}) {
        if (path.starts_with(way)) {
            return own_path(visit.request.parameters.get("next"));
        }
    }
    return visit.request.method == kit::Method::post ? std::string() : address(visit, here(visit));
}

void fill_account(kit::View& view, const Visit& visit) {
    if (!visit.person) {
        view.row("STRANGER").set("SIGN_IN", address(visit, "/sign-in" + going(after_here(visit))));
        return;
    }
    kit::View person = view.row("PERSON");
    person.set("NAME", visit.person->name);
    person.set("ACCOUNT", address(visit, "/account"));
    if (visit.person->role == Role::applicant) {
        person.row("ACTS_FOR").set("ORGANISATIONS", address(visit, "/account/organisations"));
    }
    person.set("SIGN_OUT", address(visit, "/sign-out"));
    person.set("FORM_SECRET", visit.person->form_secret);
}

void fill_core(kit::View& view, const std::vector<Segment>& core) {
    std::int64_t whole = 0, before = 0;
    for (const Segment& segment : core) {
        whole += segment.weight;
    }
    for (const Segment& segment : core) {
        kit::View layer = view.row("CORE");
        layer.set("PAYER", segment.payer);
        layer.set("X", percent_of(before, whole));
        layer.set("WIDTH", percent_of(segment.weight, whole));
        before += segment.weight;
    }
}

}  // namespace

const Frame& frame_of(const Visit& visit) {
    static const Frame plain;
    return visit.frame != nullptr ? *visit.frame : plain;
}

void fill_frame(kit::View& view, const Visit& visit, std::string_view lit) {
    const Frame& frame = frame_of(visit);
    view.set("LANG", code(visit.language));
    view.set("TOWN", frame.town);
    view.set("ICON", frame.icon);
    view.set("STYLE", frame.style);
    if (visit.person) {
        view.row("SCRIPTED").set("SCRIPT", frame.script);
    }
    view.set("HOME", address(visit, ""));
    view.set("SERVICE", frame.service);
    view.set("OWNER", frame.owner);
    fill_core(view, frame.core);
    fill_menu(view, visit, lit);
    fill_languages(view, visit);
    fill_account(view, visit);
    fill_parked(view, visit);
    if (visit.person) {
        view.row("SESSION").set("ENDS", write_instant(visit.person->session_ends));
    }
    if (frame.demo_bar && visit.world.demo) {
        kit::View bar = view.row("DEMO");
        frame.demo_bar(bar, visit);
    }
}

std::string percent_of(std::int64_t part, std::int64_t whole) {
    check(whole > 0 && part >= 0 && part <= whole, "a part of a bar");
    // sums are at most 10^11 cents, so this stays far within int64
    const std::int64_t hundredths = (part * 10000 + whole / 2) / whole;
    const std::string cents = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

}  // namespace vastin::page
