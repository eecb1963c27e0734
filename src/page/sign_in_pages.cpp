#include "page/sign_in_pages.h"

#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "identity/sign_in_acts.h"
#include "kit/hash.h"

namespace vastin::page {

namespace {

kit::Response sign_in_page(Visit& visit, const std::string& email, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "page/pages/sign_in.tpl", say("Sign in"));
    page.errors(reasons);
    sign_in_form(page.body(), visit, email, reasons);
    return page.answer(status);
}

kit::Response sign_in(Visit& visit) { return sign_in_page(visit, {}, {}, 200); }

kit::Response welcome_page(Visit& visit, const std::vector<Reason>& reasons, int status) {
    // not "no-referrer": then browsers send "Origin: null" with the form, and the guard takes it for a foreign one; the
    // usual "same-origin" tells the link to nobody else either
    kit::Response response =
        one_form(visit,
                 {say("Set a password"),
                  say("This link works once. After this you sign in with your e-mail address and the password."),
                  address(visit, "/welcome/" + visit.captured.at(0)),
                  {new_password_field(reasons)},
                  say("Set the password"),
                  {}},
                 reasons,
                 status);
    response.header("X-Robots-Tag", "noindex");
    return response;
}

bool invited(Visit& visit) {
    bool found = false;
    visit.world.database.read([&](kit::Transaction& t) {
        found = identity::find_invitation(t, kit::sha256(visit.captured.at(0)), visit.request.arrived).has_value();
    });
    return found;
}

kit::Response welcome(Visit& visit) { return invited(visit) ? welcome_page(visit, {}, 200) : not_found(visit); }

kit::Response set_password(Visit& visit) {
    if (!invited(visit)) {
        return not_found(visit);
    }
    const std::string password = visit.request.form.get("password");
    if (auto fault = identity::password_fault(password)) {
        return welcome_page(visit, {{std::move(*fault), "password"}}, 422);
    }
    const std::string hash = kit::password_hash(password);
    const auto accepted = flow::perform(visit.world, {"", "invitation"}, visit.now, [&](flow::Act& act) {
        return identity::accept(act, visit.captured.at(0), hash, visit.request.arrived);
    });
    return accepted ? redirect(visit, "/sign-in") : refusal(visit, accepted.error());
}

kit::Response sign_out(Visit& visit) {
    if (visit.person) {
        const auto ended = flow::perform(visit.world, visit.person->actor(), visit.now, [&](flow::Act& act) {
            return identity::end_session(act, *visit.person);
        });
        check(ended.has_value(), "a session can be ended");
    }
    kit::Response response = redirect(visit, "");
    response.header("Set-Cookie", identity::cookie(visit.world, {}));
    // pages, and what was typed while the line was broken (vastin.js), do not stay on a shared computer
    response.header("Clear-Site-Data", "\"cache\", \"storage\"");
    return response;
}

constexpr Route sign_in_table[]{
    {kit::Method::get, "/sign-in", Right::anyone, sign_in, kit::Load::never_shed},
    {kit::Method::post, "/sign-in", Right::anyone, try_sign_in, kit::Load::never_shed},
};
constexpr Route welcome_table[]{
    {kit::Method::get, "/welcome/{token}", Right::anyone, welcome, kit::Load::never_shed},
    {kit::Method::post, "/welcome/{token}", Right::anyone, set_password, kit::Load::never_shed},
    {kit::Method::post, "/sign-out", Right::anyone, sign_out, kit::Load::never_shed},
};

}  // namespace

std::span<const Route> sign_in_routes() { return sign_in_table; }
std::span<const Route> welcome_routes() { return welcome_table; }

void sign_in_form(kit::View& view, const Visit& visit, const std::string& email, const std::vector<Reason>& reasons) {
    kit::View form = view.part("SIGN_IN_FORM", "page/pages/sign_in_form.tpl");
    form.set("ACTION", address(visit, "/sign-in"));
    form.set("FORGOTTEN", address(visit, "/forgotten"));
    form_secret(form, visit);
    const auto& from = visit.request.method == kit::Method::post ? visit.request.form : visit.request.parameters;
    form.set("NEXT", from.get("next"));
    form.set("REGISTER", address(visit, "/register") + going(own_path(from.get("next"))));
    field(form,
          "EMAIL",
          {"email",
           FieldView::Kind::email,
           say("E-mail address"),
           {},
           email,
           reasons_at(reasons, "email"),
           {},
           "username"});
    field(
        form, "PASSWORD", {"password", FieldView::Kind::password, say("Password"), {}, {}, {}, {}, "current-password"});
}

kit::Response try_sign_in(Visit& visit) {
    const std::string email = visit.request.form.get("email");
    const auto token =
        identity::sign_in(visit.world, email, visit.request.form.get("password"), identity::caller(visit.request));
    if (!token) {
        return sign_in_page(visit, email, token.error().reasons, status_of(token.error()));
    }
    identity::Role role = identity::Role::applicant;
    visit.world.database.read([&](kit::Transaction& t) {
        if (const auto found = identity::find_session(t, kit::sha256(*token))) {
            role = found->person.role;
        }
    });
    return signed_in_redirect(visit, after_sign_in(visit, visit.request.form.get("next"), role), *token);
}

kit::Response one_form(Visit& visit, const OneForm& form, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "page/pages/one_form.tpl", form.heading);
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("HEADING", form.heading);
    if (!form.lead.empty()) {
        body.row("LEAD").set("TEXT", form.lead);
    }
    body.set("ACTION", form.action);
    form_secret(body, visit);
    for (const FieldView& one : form.fields) {
        field(body, "FIELD", one);
    }
    body.set("BUTTON", form.button);
    if (!form.back.empty()) {
        body.row("BACK").set("ADDRESS", address(visit, form.back));
    }
    return page.answer(status);
}

kit::Response told(Visit& visit, const Told& what) {
    Page page(visit, "page/pages/told.tpl", what.heading);
    page.body().set("HEADING", what.heading);
    for (const Phrase& phrase : what.said) {
        page.body().row("SAID").set("TEXT", phrase);
    }
    if (!what.link.empty()) {
        kit::View link = page.body().row("LINK");
        link.set("NAME", what.link);
        link.set("ADDRESS", address(visit, what.link_to));
    }
    return page.answer();
}

FieldView new_password_field(const std::vector<Reason>& reasons) {
    return {"password",
            FieldView::Kind::password,
            say("Password"),
            say("At least 12 characters. Any characters will do."),
            {},
            reasons_at(reasons, "password"),
            {},
            "new-password"};
}

int status_of(const Refusal& refusal) {
    switch (refusal.kind) {
        case Refusal::Kind::too_many:
            return 429;
        case Refusal::Kind::conflict:
            return 409;
        default:
            return 422;
    }
}

std::string own_path(std::string_view next) {
    // not "//host", not "/\host"
    const bool own = next.size() > 1 && next.size() < 500 && next[0] == '/' && next[1] != '/' &&
                     next.find_first_of("\\\r\n\t") == std::string_view::npos &&
                     next.find("://") == std::string_view::npos;
    return own ? std::string(next) : std::string();
}

std::string going(const std::string& next) { return next.empty() ? "" : "?next=" + kit::url_escaped(next); }

std::string after_sign_in(const Visit& visit, std::string_view next, identity::Role role) {
    if (auto own = own_path(next); !own.empty()) {
        return own;
    }
    return address(visit,
                   role == identity::Role::applicant     ? "/applications"
                   : role == identity::Role::coordinator ? "/desk"
                                                         : "/admin/accounts");
}

kit::Response redirect_to(const Visit& visit, const std::string& path) {
    kit::Response response = redirect(visit, "");
    std::erase_if(response.headers, [](const auto& header) { return header.first == "Location"; });
    response.header("Location", path);
    return response;
}

kit::Response signed_in_redirect(Visit& visit, const std::string& path, std::string_view token) {
    visit.resume = Visit::Resume{std::string(token), {}};
    kit::Response response = redirect_to(visit, path);
    response.header("Set-Cookie", identity::cookie(visit.world, token));
    return response;
}

}  // namespace vastin::page
