#include "page/account_pages.h"

#include <algorithm>
#include <array>

#include "identity/account_acts.h"
#include "identity/sign_in_acts.h"
#include "kit/hash.h"
#include "page/sign_in_pages.h"

namespace vastin::page {

namespace {

constexpr std::array language_names{"Suomi", "Svenska", "English"};

std::string language_name(Language language) { return language_names[static_cast<std::size_t>(language)]; }

/// What ?done= says that was just done; empty for anything else.
Phrase done_phrase(std::string_view what) {
    return what == "registered" ? say("Your account is ready. You are signed in.")
           : what == "name"     ? say("Your name and language were saved.")
           : what == "email"    ? say("We have sent a link to the new address. Open it to confirm that it is yours.")
           : what == "password" ? say("The password was changed. Other sessions were ended.")
           : what == "sessions" ? say("The session was ended.")
           : what == "others"   ? say("All other sessions were ended.")
                                : Phrase();
}

void key(kit::View& view,
         const Visit& visit,
         const Phrase& name,
         const std::string& value,
         std::string_view change = {},
         const Phrase& more = {}) {
    kit::View row = view.row("KEY");
    row.set("NAME", name);
    row.set("VALUE", value);
    if (!more.empty()) {
        row.row("MORE").set("TEXT", more);
    }
    if (!change.empty()) {
        row.row("CHANGE").set("ADDRESS", address(visit, change));
    }
}

void sessions(kit::View& body, const Visit& visit, const std::vector<identity::Shown>& all) {
    const identity::Person& person = visit.signed_in();
    const std::string action = address(visit, "/account/sessions");
    for (const identity::Shown& one : all) {
        kit::View row = body.row("SESSION");
        if (one.browser.empty()) {
            row.set("BROWSER", say("A browser that does not say what it is"));
        } else {
            row.set("BROWSER", one.browser);
        }
        row.set("BEGAN", visit.world.words.moment(visit.language, one.began));
        row.set("SEEN", visit.world.words.moment(visit.language, one.seen));
        if (one.id == person.session) {
            row.show("THIS");
            continue;
        }
        kit::View end = row.row("END");
        end.set("ACTION", action);
        end.set("ID", one.id.str());
        form_secret(end, visit);
    }
    if (all.size() > 1) {
        kit::View others = body.row("OTHERS");
        others.set("ACTION", action);
        form_secret(others, visit);
    }
}

kit::Response account(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    std::vector<identity::Shown> all;
    std::optional<identity::Listed> found;
    bool has_password = false;
    visit.world.database.read([&](kit::Transaction& t) {
        found = identity::find_listed(t, person.id);
        all = identity::sessions_of(t, person.id, visit.request.arrived);
        has_password = identity::password_of(t, person.id).has_value();
    });
    Page page(visit, "page/pages/account.tpl", say("My account"));
    page.menu("account");
    kit::View& body = page.body();
    if (const Phrase done = done_phrase(visit.request.parameters.get("done")); !done.empty()) {
        body.row("DONE").set("TEXT", done);
    }
    const auto text = [&](const Phrase& phrase) { return visit.world.words.text(visit.language, phrase); };
    key(body, visit, say("Name"), person.name, "/account/name");
    key(body,
        visit,
        say("Language of letters"),
        language_name(found ? found->account.language : visit.language),
        "/account/name");
    key(body, visit, say("E-mail address"), person.email, "/account/email");
    key(body,
        visit,
        say("Password"),
        has_password ? text(say("Set")) : text(say("Not set")),
        "/account/password",
        has_password ? Phrase() : say("This account of the demo opens with one click."));
    key(body, visit, say("Role"), text(identity::role_name(person.role)));
    if (person.role == identity::Role::applicant) {
        key(body,
            visit,
            say("Organisation"),
            person.organisation.empty() ? text(say("None yet")) : person.organisation,
            "/account/organisations");
    }
    sessions(body, visit, all);
    return page.answer();
}

kit::Response name_page(
    Visit& visit, const std::string& name, std::string_view language, const std::vector<Reason>& reasons, int status) {
    FieldView languages_field{"language", FieldView::Kind::choice, say("Language of letters"), {}};
    languages_field.value = language;
    for (const Language one : languages) {
        languages_field.options.push_back(
            {std::string(code(one)), Localised{language_name(one), language_name(one), language_name(one)}, {}});
    }
    return one_form(visit,
                    {say("Name and language"),
                     {},
                     address(visit, "/account/name"),
                     {{"name",
                       FieldView::Kind::line,
                       say("Your name"),
                       say("Seen by those who handle your applications."),
                       name,
                       reasons_at(reasons, "name"),
                       {},
                       "name"},
                      languages_field},
                     say("Save"),
                     "/account"},
                    reasons,
                    status);
}

kit::Response edit_name(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    return name_page(visit, person.name, code(person.language), {}, 200);
}

kit::Response save_name(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const std::string name = visit.request.form.get("name");
    const auto language = read_language(visit.request.form.get("language")).value_or(person.language);
    const auto saved = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return identity::change_person(act, person, name, language);
    });
    return saved ? redirect(visit, "/account?done=name")
                 : name_page(visit, name, code(language), saved.error().reasons, 422);
}

bool has_password(const Visit& visit) {
    bool has = false;
    visit.world.database.read(
        [&](kit::Transaction& t) { has = identity::password_of(t, visit.signed_in().id).has_value(); });
    return has;
}

FieldView current_password_field(const std::vector<Reason>& reasons) {
    return {"current_password",
            FieldView::Kind::password,
            say("Your present password"),
            {},
            {},
            reasons_at(reasons, "current_password"),
            {},
            "current-password"};
}

kit::Response email_page(Visit& visit, const std::vector<Reason>& reasons, int status) {
    std::vector<FieldView> fields{{"email",
                                   FieldView::Kind::email,
                                   say("New e-mail address"),
                                   {},
                                   visit.request.form.get("email"),
                                   reasons_at(reasons, "email"),
                                   {},
                                   "email"}};
    if (has_password(visit)) {
        fields.push_back(current_password_field(reasons));
    }
    return one_form(
        visit,
        {say("Change the e-mail address"),
         say("We send a link to the new address. Until it is opened you sign in with {0}.", visit.signed_in().email),
         address(visit, "/account/email"),
         fields,
         say("Send the link"),
         "/account"},
        reasons,
        status);
}

kit::Response edit_email(Visit& visit) { return email_page(visit, {}, 200); }

kit::Response save_email(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const auto caller = identity::caller(visit.request);
    if (!identity::read_email(visit.request.form.get("email"))) {
        // said before the password is looked at: a mistyped address is no try
        return email_page(
            visit,
            {{say("Write one e-mail address with the letters a to z, such as anna.malli@example.fi, without spaces."),
              "email"}},
            422);
    }
    if (const auto proved = identity::prove(visit.world, person, visit.request.form.get("current_password"), caller);
        !proved) {
        return email_page(visit, proved.error().reasons, status_of(proved.error()));
    }
    const auto asked = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return identity::ask_new_email(act, person, visit.request.form.get("email"), caller);
    });
    return asked ? redirect(visit, "/account?done=email")
                 : email_page(visit, asked.error().reasons, status_of(asked.error()));
}

kit::Response password_page(Visit& visit, const std::vector<Reason>& reasons, int status) {
    std::vector<FieldView> fields;
    if (has_password(visit)) {
        fields.push_back(current_password_field(reasons));
    }
    fields.push_back(new_password_field(reasons));
    fields.back().label = say("New password");
    return one_form(visit,
                    {say("Change the password"),
                     say("All other sessions are ended."),
                     address(visit, "/account/password"),
                     fields,
                     say("Change the password"),
                     "/account"},
                    reasons,
                    status);
}

kit::Response edit_password(Visit& visit) { return password_page(visit, {}, 200); }

kit::Response save_password(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const auto caller = identity::caller(visit.request);
    const std::string password = visit.request.form.get("password");
    if (auto fault = identity::password_fault(password)) {
        return password_page(visit, {{std::move(*fault), "password"}}, 422);
    }
    if (const auto proved = identity::prove(visit.world, person, visit.request.form.get("current_password"), caller);
        !proved) {
        return password_page(visit, proved.error().reasons, status_of(proved.error()));
    }
    const std::string hash = kit::password_hash(password);
    const auto token = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return identity::change_password(act, person, hash, caller);
    });
    return token ? signed_in_redirect(visit, address(visit, "/account?done=password"), *token)
                 : refusal(visit, token.error());
}

kit::Response end_sessions(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const std::string which = visit.request.form.get("session");
    const bool others = which == "others";
    const auto session = Id<identity::Session>::read(which);
    if (!others && !session) {
        return not_found(visit);
    }
    const auto ended = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return others ? identity::end_other_sessions(act, person) : identity::end_own_session(act, person, *session);
    });
    if (!ended && ended.error().kind != Refusal::Kind::not_found) {
        return refusal(visit, ended.error());
    }
    return redirect(visit, others ? "/account?done=others" : "/account?done=sessions");  // ended meanwhile: as well
}

constexpr Route table[]{
    {kit::Method::get, "/account", Right::person, account, kit::Load::never_shed},
    {kit::Method::get, "/account/name", Right::person, edit_name, kit::Load::never_shed},
    {kit::Method::post, "/account/name", Right::person, save_name, kit::Load::never_shed},
    {kit::Method::get, "/account/email", Right::person, edit_email, kit::Load::never_shed},
    {kit::Method::post, "/account/email", Right::person, save_email, kit::Load::never_shed},
    {kit::Method::get, "/account/password", Right::person, edit_password, kit::Load::never_shed},
    {kit::Method::post, "/account/password", Right::person, save_password, kit::Load::never_shed},
    {kit::Method::post, "/account/sessions", Right::person, end_sessions, kit::Load::never_shed},
};

}  // namespace

std::span<const Route> account_routes() { return table; }

}  // namespace vastin::page
