#include "page/sign_in_pages.h"

#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "kit/hash.h"
#include "page/field.h"

namespace vastin::page {

namespace {

kit::Response sign_in_page(Visit& visit, const std::string& email, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "page/pages/sign_in.tpl", say("Sign in"));
    if (!reasons.empty()) {
        page.errors(reasons);
    }
    kit::View& body = page.body();
    body.set("ACTION", address(visit, "/sign-in"));
    const auto& from = visit.request.method == kit::Method::post ? visit.request.form : visit.request.parameters;
    body.set("NEXT", from.get("next"));
    field(body,
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
        body, "PASSWORD", {"password", FieldView::Kind::password, say("Password"), {}, {}, {}, {}, "current-password"});
    return page.answer(status);
}

kit::Response sign_in(Visit& visit) { return sign_in_page(visit, {}, {}, 200); }

kit::Response try_sign_in(Visit& visit) {
    const std::string email = visit.request.form.get("email");
    const auto token = identity::sign_in(
        visit.world, email, visit.request.form.get("password"), visit.request.client, visit.request.arrived);
    if (!token) {
        return sign_in_page(
            visit, email, token.error().reasons, token.error().kind == Refusal::Kind::too_many ? 429 : 422);
    }
    identity::Role role = identity::Role::applicant;
    visit.world.database.read([&](kit::Transaction& t) {
        if (const auto found = identity::find_session(t, kit::sha256(*token))) {
            role = found->person.role;
        }
    });
    return signed_in_redirect(visit, after_sign_in(visit, visit.request.form.get("next"), role), *token);
}

kit::Response welcome_page(Visit& visit, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "page/pages/welcome.tpl", say("Set a password"));
    if (!reasons.empty()) {
        page.errors(reasons);
    }
    page.body().set("ACTION", address(visit, "/welcome/" + visit.captured.at(0)));
    field(page.body(),
          "PASSWORD",
          {"password",
           FieldView::Kind::password,
           say("Password"),
           say("At least 12 characters. Any characters will do."),
           {},
           reasons_at(reasons, "password"),
           {},
           "new-password"});
    kit::Response response = page.answer(status);
    // not "no-referrer": then browsers send "Origin: null" with the form, and the guard takes it for a foreign one; the
    // usual "same-origin" tells the link to nobody else either
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
    response.header("Clear-Site-Data", "\"cache\"");
    return response;
}

constexpr Route sign_in_table[]{
    {kit::Method::get, "/sign-in", Right::anyone, sign_in, kit::Load::never_shed},
    {kit::Method::post, "/sign-in", Right::anyone, try_sign_in, kit::Load::never_shed},
    {kit::Method::get, "/welcome/{token}", Right::anyone, welcome, kit::Load::never_shed},
    {kit::Method::post, "/welcome/{token}", Right::anyone, set_password, kit::Load::never_shed},
};
constexpr Route sign_out_table[]{
    {kit::Method::post, "/sign-out", Right::anyone, sign_out, kit::Load::never_shed},
};

}  // namespace

std::span<const Route> sign_in_routes() { return sign_in_table; }
std::span<const Route> sign_out_routes() { return sign_out_table; }

std::string after_sign_in(const Visit& visit, std::string_view next, identity::Role role) {
    // only a path of our own: not "//host", not "/\host", nothing that a browser reads as another address
    const bool own = next.size() > 1 && next.size() < 500 && next[0] == '/' && next[1] != '/' &&
                     next.find_first_of("\\\r\n\t") == std::string_view::npos &&
                     next.find("://") == std::string_view::npos;
    if (own) {
        return std::string(next);
    }
    return address(visit,
                   role == identity::Role::applicant     ? "/applications"
                   : role == identity::Role::coordinator ? "/desk"
                                                         : "");
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
