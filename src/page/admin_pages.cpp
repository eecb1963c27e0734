#include "page/admin_pages.h"

#include "flow/flow_store.h"
#include "identity/account_acts.h"
#include "identity/sign_in_acts.h"
#include "kit/limits.h"
#include "page/sign_in_pages.h"

namespace vastin::page {

namespace {

constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);

/// The list from `after` on, or what a search found. What is sought stands in the body of the request, never in an
/// address: names of persons do not belong into logs.
kit::Response list(Visit& visit, const std::string& sought, Id<identity::Account> after) {
    std::vector<identity::Listed> rows;
    visit.world.database.read(
        [&](kit::Transaction& t) { rows = identity::accounts_after(t, sought, after, a_page + 1); });
    const bool more = static_cast<std::int64_t>(rows.size()) > a_page;
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(a_page)));
    Page page(visit, "page/pages/accounts.tpl", say("Accounts"));
    page.menu("admin/accounts");
    kit::View& body = page.body();
    body.set("ACTION", address(visit, "/admin/accounts"));
    body.set("SOUGHT", sought);
    form_secret(body, visit);
    body.show_if("NONE", rows.empty());
    if (!rows.empty()) {
        kit::View table = body.row("TABLE");
        for (const identity::Listed& one : rows) {
            kit::View row = table.row("ROW");
            row.set("ADDRESS", address(visit, "/admin/accounts/" + one.id.str()));
            row.set("NAME", one.account.name);
            row.set("EMAIL", one.account.email);
            row.set("ORGANISATION", one.account.organisation);
            row.set("ROLE", identity::role_name(one.account.role));
        }
        if (more && sought.empty()) {
            table.row("MORE").set("ADDRESS", address(visit, "/admin/accounts?after=" + rows.back().id.str()));
        }
    }
    if (more && !sought.empty()) {
        body.row("NARROW_IT").set("TEXT", say("Only the first {0} are shown. Write more of the name.", a_page));
    }
    return page.answer();
}

kit::Response accounts(Visit& visit) {
    return list(visit,
                {},
                Id<identity::Account>::read(visit.request.parameters.get("after")).value_or(Id<identity::Account>()));
}

kit::Response search(Visit& visit) {
    std::string sought = visit.request.form.get("q");
    if (sought.size() > kit::limits::line_letters) {
        sought.clear();
    }
    return list(visit, sought, {});
}

Phrase role_of(const kit::Json& details, std::string_view key) {
    const auto role = identity::read_role(details.text_or(key));
    return role ? identity::role_name(*role) : Phrase();
}

void history(kit::View& body, const Visit& visit, const std::vector<flow::Record>& records) {
    bool never = true;
    for (auto at = records.rbegin(); at != records.rend(); ++at) {
        if (at->deed != "account.role") {
            continue;
        }
        const kit::Json details = kit::Json::read(at->details).value_or(kit::Json());
        kit::View row = body.row("GIVEN");
        row.set("WHAT", say("{0}, before {1}", role_of(details, "now"), role_of(details, "before")));
        row.set("WHEN", visit.world.words.moment(visit.language, at->at));
        row.set("WHO", at->actor_name);
        never = false;
    }
    body.show_if("NEVER", never);
}

kit::Response account_page(Visit& visit, Id<identity::Account> id, const std::vector<Reason>& reasons, int status) {
    std::optional<identity::Listed> found;
    std::vector<flow::Record> records;
    bool asks_password = false;
    visit.world.database.read([&](kit::Transaction& t) {
        found = identity::find_listed(t, id);
        records = flow::records_after(t, id.str(), 0, 1000);
        asks_password = identity::password_of(t, visit.signed_in().id).has_value();
    });
    if (!found) {
        return not_found(visit);
    }
    const identity::NewAccount& account = found->account;
    std::erase_if(records, [&](const flow::Record& record) { return record.about != id.str(); });
    Page page(visit, "page/pages/account_of.tpl", say("Account of {0}", account.name));
    page.menu("admin/accounts");
    page.crumb(say("Accounts"), "/admin/accounts");
    page.errors(reasons);
    kit::View& body = page.body();
    if (visit.request.parameters.get("done") == "role") {
        body.row("DONE").set("TEXT", say("The role was given, and a letter has been sent."));
    }
    body.set("NAME", account.name);
    const auto key = [&](const Phrase& name, const std::string& value) {
        kit::View row = body.row("KEY");
        row.set("NAME", name);
        row.set("VALUE", value);
    };
    key(say("E-mail address"), account.email);
    key(say("Organisation"), account.organisation);
    key(say("Role"), visit.world.words.text(visit.language, identity::role_name(account.role)));
    body.set("ACTION", address(visit, "/admin/accounts/" + id.str()));
    form_secret(body, visit);
    FieldView role{"role", FieldView::Kind::choice, say("New role"), {}};
    role.value = visit.request.form.has("role") ? visit.request.form.get("role") : code(account.role);
    role.errors = reasons_at(reasons, "role");
    using identity::Role;
    role.options = {{"applicant", identity::role_name(Role::applicant), {}},
                    {"coordinator",
                     identity::role_name(Role::coordinator),
                     say("Sees all applications that have arrived, and confirms representatives.")},
                    {"administrator",
                     identity::role_name(Role::administrator),
                     say("Gives and takes roles. Does not see applications.")}};
    field(body, "FIELD", role);
    if (asks_password) {
        field(body,
              "FIELD",
              {"current_password",
               FieldView::Kind::password,
               say("Your present password"),
               say("So that nobody else gives roles at your open screen."),
               {},
               reasons_at(reasons, "current_password"),
               {},
               "current-password"});
    }
    history(body, visit, records);
    return page.answer(status);
}

kit::Response account(Visit& visit) {
    const auto id = Id<identity::Account>::read(visit.captured.at(0));
    return id ? account_page(visit, *id, {}, 200) : not_found(visit);
}

kit::Response give_role(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const auto id = Id<identity::Account>::read(visit.captured.at(0));
    const auto role = identity::read_role(visit.request.form.get("role"));
    if (!id) {
        return not_found(visit);
    }
    if (!role) {
        return account_page(visit, *id, {{say("Choose a role."), "role"}}, 422);
    }
    if (const auto proved = identity::prove(
            visit.world, person, visit.request.form.get("current_password"), identity::caller(visit.request));
        !proved) {
        return account_page(visit, *id, proved.error().reasons, status_of(proved.error()));
    }
    const auto given = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return identity::give_role(act, person, *id, *role);
    });
    if (!given) {
        return given.error().kind == Refusal::Kind::conflict ? account_page(visit, *id, given.error().reasons, 409)
                                                             : refusal(visit, given.error());
    }
    return redirect(visit, "/admin/accounts/" + id->str() + "?done=role");
}

constexpr Route table[]{
    {kit::Method::get, "/admin/accounts", Right::administrator, accounts, kit::Load::shed_first},
    {kit::Method::post, "/admin/accounts", Right::administrator, search, kit::Load::shed_first},
    {kit::Method::get, "/admin/accounts/{id}", Right::administrator, account, kit::Load::shed_first},
    {kit::Method::post, "/admin/accounts/{id}", Right::administrator, give_role, kit::Load::never_shed},
};

}  // namespace

std::span<const Route> admin_routes() { return table; }

}  // namespace vastin::page
