#include "page/register_pages.h"

#include "identity/account_acts.h"
#include "identity/identity_acts.h"
#include "kit/hash.h"
#include "page/sign_in_pages.h"

namespace vastin::page {

namespace {

const flow::Actor stranger{"", "stranger"};

/// Where the person was going before: carried through the letter.
std::string next_of(const Visit& visit) { return own_path(visit.request.parameters.get("next")); }

FieldView email_field(const std::string& typed, const std::vector<Reason>& reasons) {
    return {
        "email", FieldView::Kind::email, say("E-mail address"), {}, typed, reasons_at(reasons, "email"), {}, "email"};
}

kit::Response register_page(Visit& visit, const std::string& typed, const std::vector<Reason>& reasons, int status) {
    return one_form(visit,
                    {say("Make an account"),
                     say("We send a link to your address. Behind it you write your name and choose a password."),
                     address(visit, "/register") + going(next_of(visit)),
                     {email_field(typed, reasons)},
                     say("Send the link"),
                     "/sign-in"},
                    reasons,
                    status);
}

kit::Response forgotten_page(Visit& visit, const std::string& typed, const std::vector<Reason>& reasons, int status) {
    return one_form(visit,
                    {say("A new password"),
                     say("We send a link to your address. It works once, for an hour."),
                     address(visit, "/forgotten"),
                     {email_field(typed, reasons)},
                     say("Send the link"),
                     "/sign-in"},
                    reasons,
                    status);
}

kit::Response ask_register(Visit& visit) { return register_page(visit, {}, {}, 200); }
kit::Response ask_forgotten(Visit& visit) { return forgotten_page(visit, {}, {}, 200); }

using Ask = Done (*)(flow::Act&, const identity::Asked&);
Done asked(Visit& visit, Ask ask) {
    const identity::Asked wish{
        visit.request.form.get("email"), visit.language, identity::caller(visit.request), next_of(visit)};
    return flow::perform(visit.world, stranger, visit.now, [&](flow::Act& act) { return ask(act, wish); });
}

kit::Response send_register(Visit& visit) {
    const auto sent = asked(visit, identity::ask_to_register);
    return sent ? redirect(visit, "/register/sent")
                : register_page(visit, visit.request.form.get("email"), sent.error().reasons, status_of(sent.error()));
}

kit::Response send_forgotten(Visit& visit) {
    const auto sent = asked(visit, identity::ask_new_password);
    return sent ? redirect(visit, "/forgotten/sent")
                : forgotten_page(visit, visit.request.form.get("email"), sent.error().reasons, status_of(sent.error()));
}

kit::Response register_sent(Visit& visit) {
    return told(visit,
                {say("Look into your mailbox"),
                 {say("We have sent a letter to the address that you wrote. Open the link in it within 24 hours."),
                  say("No letter? Look among the unwanted mail, check that the address was right, and ask again.")},
                 say("Ask again"),
                 "/register"});
}

kit::Response forgotten_sent(Visit& visit) {
    return told(
        visit,
        {say("Look into your mailbox"),
         {say("If the address has an account, we have sent a letter to it. Open the link in it within an hour."),
          say("No letter? Look among the unwanted mail, and try the other addresses that you use.")},
         say("Ask again"),
         "/forgotten"});
}

/// The link behind the token of the address, when it is one of `purpose` that still works.
std::optional<identity::Link> link_of(Visit& visit, identity::Purpose purpose) {
    std::optional<identity::Link> link;
    visit.world.database.read([&](kit::Transaction& t) {
        link = identity::find_link(t, kit::sha256(visit.captured.at(0)), visit.request.arrived);
    });
    return link && link->purpose == purpose ? link : std::nullopt;
}

kit::Response ended(Visit& visit) {
    kit::Response response =
        told(visit,
             {say("This link does not work any more"),
              {say("It has been used already, it is too old, or a newer one was sent after it. Nothing was changed.")},
              say("Sign in, or ask for a new link"),
              "/sign-in"});
    response.status = 404;
    return response;
}

kit::Response finish_page(Visit& visit, const identity::Link& link, const std::vector<Reason>& reasons, int status) {
    kit::Response response =
        one_form(visit,
                 {say("Finish your account"),
                  say("The account is for {0}. The name is seen by those who handle your applications.", link.email),
                  address(visit, "/register/" + visit.captured.at(0)) + going(next_of(visit)),
                  {{"name",
                    FieldView::Kind::line,
                    say("Your name"),
                    {},
                    visit.request.form.get("name"),
                    reasons_at(reasons, "name"),
                    {},
                    "name"},
                   new_password_field(reasons)},
                  say("Make the account"),
                  {}},
                 reasons,
                 status);
    response.header("X-Robots-Tag", "noindex");
    return response;
}

kit::Response finish(Visit& visit) {
    const auto link = link_of(visit, identity::Purpose::registering);
    return link ? finish_page(visit, *link, {}, 200) : ended(visit);
}

kit::Response make_account(Visit& visit) {
    const auto link = link_of(visit, identity::Purpose::registering);
    if (!link) {
        return ended(visit);
    }
    const std::string name = visit.request.form.get("name"), password = visit.request.form.get("password");
    std::vector<Reason> reasons;
    if (const auto read = identity::read_name(name); !read) {
        reasons.push_back({read.error(), "name"});
    }
    if (auto fault = identity::password_fault(password)) {
        reasons.push_back({std::move(*fault), "password"});
    }
    if (!reasons.empty()) {
        return finish_page(visit, *link, reasons, 422);
    }
    const std::string hash = kit::password_hash(password);
    const auto caller = identity::caller(visit.request);
    const auto token = flow::perform(visit.world, stranger, visit.now, [&](flow::Act& act) -> Result<std::string> {
        const auto id = TRY(identity::register_account(act, visit.captured.at(0), name, hash, caller.wall));
        return identity::begin_session(act, id, caller.wall, identity::rough_browser(caller.browser));
    });
    if (!token) {
        return token.error().kind == Refusal::Kind::not_found ? ended(visit) : refusal(visit, token.error());
    }
    const std::string next = next_of(visit);
    return signed_in_redirect(visit, next.empty() ? address(visit, "/account?done=registered") : next, *token);
}

kit::Response confirm_email(Visit& visit) {
    const auto link = link_of(visit, identity::Purpose::new_email);
    if (!link) {
        return ended(visit);
    }
    return one_form(visit,
                    {say("Confirm your new e-mail address"),
                     say("From now on you sign in with {0}, and letters come there.", link->email),
                     address(visit, "/email/" + visit.captured.at(0)),
                     {},
                     say("Use this address"),
                     {}},
                    {},
                    200);
}

kit::Response take_email(Visit& visit) {
    const auto taken = flow::perform(visit.world, stranger, visit.now, [&](flow::Act& act) {
        return identity::take_new_email(act, visit.captured.at(0), visit.request.arrived);
    });
    if (!taken) {
        return taken.error().kind == Refusal::Kind::not_found ? ended(visit) : refusal(visit, taken.error());
    }
    return redirect(visit, "/email/changed");
}

kit::Response email_changed(Visit& visit) {
    return told(visit,
                {say("The address was changed"),
                 {say("From now on you sign in with the new address, and letters come there.")},
                 visit.person ? say("My account") : say("Sign in"),
                 visit.person ? "/account" : "/sign-in"});
}

constexpr Route table[]{
    {kit::Method::get, "/register", Right::anyone, ask_register, kit::Load::never_shed},
    {kit::Method::post, "/register", Right::anyone, send_register, kit::Load::never_shed},
    {kit::Method::get, "/register/sent", Right::anyone, register_sent, kit::Load::never_shed},
    {kit::Method::get, "/register/{token}", Right::anyone, finish, kit::Load::never_shed},
    {kit::Method::post, "/register/{token}", Right::anyone, make_account, kit::Load::never_shed},
    {kit::Method::get, "/forgotten", Right::anyone, ask_forgotten, kit::Load::never_shed},
    {kit::Method::post, "/forgotten", Right::anyone, send_forgotten, kit::Load::never_shed},
    {kit::Method::get, "/forgotten/sent", Right::anyone, forgotten_sent, kit::Load::never_shed},
    {kit::Method::get, "/email/changed", Right::anyone, email_changed, kit::Load::never_shed},
    {kit::Method::get, "/email/{token}", Right::anyone, confirm_email, kit::Load::never_shed},
    {kit::Method::post, "/email/{token}", Right::anyone, take_email, kit::Load::never_shed},
};

}  // namespace

std::span<const Route> register_routes() { return table; }

}  // namespace vastin::page
