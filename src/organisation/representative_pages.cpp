// The pages of those who decide: the coordinator's list at the desk, and an organisation's own for its administrator.
#include "kit/limits.h"
#include "organisation/organisation_pages.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_acts.h"
#include "organisation/representation_letters.h"
#include "page/field.h"

namespace vastin::organisation {

namespace {

using page::FieldView;
using page::Page;
using page::Visit;

constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);

/// Where the pages of a decider stand: the desk's, or an applicant's.
std::string path_of(const Visit& visit, Id<Representation> id) {
    const bool office = visit.signed_in().role == identity::Role::coordinator;
    return (office ? "/desk/representatives/" : "/account/representatives/") + id.str();
}

Phrase state_phrase(const Representation& one) {
    return one.state == State::confirmed && one.standing == Standing::administrator
               ? say("Confirmed; also confirms others")
               : name(one.state);
}

void table(kit::View& body, const Visit& visit, std::vector<Representative> rows, const std::string& next) {
    body.show_if("NONE", rows.empty());
    if (rows.empty()) {
        return;
    }
    const bool more = static_cast<std::int64_t>(rows.size()) > a_page;
    rows.resize(std::min(rows.size(), static_cast<std::size_t>(a_page)));
    kit::View table = body.row("TABLE");
    for (const Representative& one : rows) {
        kit::View row = table.row("ROW");
        row.set("ADDRESS", page::address(visit, path_of(visit, one.is.id)));
        row.set("NAME", one.name);
        row.set("WHOM", whom(one.is, visit.language));
        row.show_if("TYPED", one.is.organisation.standing == Name::typed);
        row.set("SAID", visit.world.words.moment(visit.language, one.is.said));
        row.set("STATE", state_phrase(one.is));
    }
    if (more) {
        table.row("MORE").set("ADDRESS", page::address(visit, next + rows.back().is.id.str()));
    }
}

void done_note(kit::View& body, const Visit& visit) {
    const std::string done = visit.request.parameters.get("done");
    if (done == "confirm" || done == "decline") {
        body.row("DONE").set("TEXT",
                             done == "confirm" ? say("Confirmed. The person has been sent a letter.")
                                               : say("Written down. The person has been sent a letter."));
    }
}

kit::Response desk_list(Visit& visit) {
    const State state = read_state(visit.request.parameters.get("show")).value_or(State::said);
    const auto after = Id<Representation>::read(visit.request.parameters.get("after"));
    std::vector<Representative> rows;
    std::vector<std::pair<State, std::int64_t>> counts;
    visit.world.database.read([&](kit::Transaction& t) {
        rows = representatives(t, state, after.value_or(Id<Representation>()), a_page + 1);
        counts.clear();
        for (const State one : {State::said, State::confirmed, State::refused, State::ended}) {
            counts.emplace_back(one, count_in(t, one));
        }
    });
    Page page(visit, "organisation/pages/people.tpl", say("Representatives"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    kit::View& body = page.body();
    body.set("HEADING", say("Representatives"));
    body.set("LEAD",
             say("Who says to act for which organisation. Confirm those whom you know or have asked: it shows in their "
                 "applications and gives them no other right."));
    done_note(body, visit);
    kit::View filters = body.row("FILTERS");
    for (const auto& [one, count] : counts) {
        kit::View filter = filters.row("FILTER");
        filter.set("NAME", say("{0} ({1})", name(one), count));
        filter.set("ADDRESS", page::address(visit, "/desk/representatives?show=" + std::string(code(one))));
        filter.show_if("HERE", one == state);
    }
    table(body, visit, std::move(rows), "/desk/representatives?show=" + std::string(code(state)) + "&after=");
    return page.answer();
}

kit::Response people(Visit& visit) {
    const auto id = Id<Organisation>::read(visit.captured.at(0));
    std::optional<Organisation> organisation;
    std::vector<Representative> rows;
    visit.world.database.read([&](kit::Transaction& t) {
        organisation = id && may_decide(t, visit.signed_in(), *id) ? find(t, *id) : std::nullopt;
        rows = organisation ? people_of(t, *id, a_page) : std::vector<Representative>();
    });
    if (!organisation) {
        return page::not_found(visit);
    }
    Page page(visit, "organisation/pages/people.tpl", say("Those who act for {0}", organisation->name));
    page.crumb(say("My account"), "/account");
    page.crumb(say("Organisations I act for"), "/account/organisations");
    page.body().set("HEADING", say("Those who act for {0}", organisation->name));
    page.body().set(
        "LEAD", say("Confirm those who do, refuse the others. It gives them no right to the applications of others."));
    done_note(page.body(), visit);
    table(page.body(), visit, std::move(rows), {});
    return page.answer();
}

void keys(kit::View& body, const Visit& visit, const Representative& who) {
    const auto key = [&](const Phrase& name, const auto& value) {
        kit::View row = body.row("KEY");
        row.set("NAME", name);
        row.set("VALUE", value);
    };
    const Representation& one = who.is;
    key(say("E-mail address"), who.email);
    key(say("Organisation"), one.organisation.name);
    key(say("Number"), told(one.organisation.number));
    key(say("What it is"), name(one.organisation.kind));
    key(say("Name of the organisation"),
        one.organisation.standing == Name::checked ? say("Known to the office") : say("As somebody typed it"));
    key(say("Unit"), one.unit ? Phrase(one.unit->name) : say("The whole organisation"));
    key(say("Said"), visit.world.words.moment(visit.language, one.said));
    key(say("State"), state_phrase(one));
    if (one.decided) {
        key(say("Decided"), visit.world.words.moment(visit.language, *one.decided));
    }
    if (!one.reason.empty()) {
        key(say("Reason"), one.reason);
    }
}

/// The names that the office vouches for, of an organisation that stands as typed.
void name_fields(kit::View& form, const Visit& visit, const Organisation& one, const std::vector<Reason>& reasons) {
    const kit::Fields& typed = visit.request.form;
    const auto field = [&](const char* key, const Phrase& label, const std::string& kept) {
        page::field(form,
                    "FIELD",
                    {key,
                     FieldView::Kind::line,
                     label,
                     {},
                     typed.has(key) ? typed.get(key) : kept,
                     page::reasons_at(reasons, key),
                     {},
                     {}});
    };
    field("name_fi", say("Name in Finnish, as it stands in the register"), one.name.fi);
    field("name_sv", say("Name in Swedish"), one.name.sv);
    field("name_en", say("Name in English"), one.name.en);
}

void confirm_form(kit::View& body, const Visit& visit, const Representation& one, const std::vector<Reason>& reasons) {
    const bool office = visit.signed_in().role == identity::Role::coordinator;
    if (!office && one.state == State::confirmed) {
        return;  // there is nothing more to give
    }
    kit::View form = body.row("CONFIRM");
    const bool again = one.state == State::confirmed;
    form.set("HEADING", again ? say("Change the standing") : say("Confirm"));
    form.set(
        "TEXT",
        say("Check that the person really acts for the organisation, for instance by calling it. Confirming gives no "
            "right to its applications."));
    form.set("BUTTON", again ? say("Save the standing") : say("Confirm"));
    form.set("ACTION", page::address(visit, path_of(visit, one.id)));
    page::form_secret(form, visit);
    if (!office) {
        return;
    }
    FieldView standing{"standing", FieldView::Kind::choice, say("Standing"), {}};
    standing.value = visit.request.form.has("standing") ? visit.request.form.get("standing") : code(one.standing);
    for (const Standing each : {Standing::representative, Standing::administrator}) {
        standing.options.push_back({std::string(code(each)), name(each), {}});
    }
    page::field(form, "FIELD", standing);
    if (one.organisation.standing == Name::typed) {
        name_fields(form, visit, one.organisation, reasons);
    }
}

void decline_form(kit::View& body, const Visit& visit, const Representation& one, const std::vector<Reason>& reasons) {
    const bool refuses = one.state == State::said;
    kit::View form = body.row("DECLINE");
    form.set("HEADING", refuses ? say("Refuse") : say("End"));
    form.set("BUTTON", refuses ? say("Refuse") : say("End the representation"));
    form.set("ACTION", page::address(visit, path_of(visit, one.id)));
    page::form_secret(form, visit);
    page::field(form,
                "FIELD",
                {"reason",
                 FieldView::Kind::text,
                 say("Reason"),
                 say("It is sent to the person."),
                 visit.request.form.get("reason"),
                 page::reasons_at(reasons, "reason"),
                 {},
                 {}});
}

kit::Response representative_page(Visit& visit, Id<Representation> id, const std::vector<Reason>& reasons, int status) {
    std::optional<Representative> who;
    visit.world.database.read([&](kit::Transaction& t) {
        who.reset();
        auto found = find_representation(t, id);
        if (found && may_decide(t, visit.signed_in(), found->organisation.id)) {
            who = with_person(t, std::move(*found));
        }
    });
    if (!who) {
        return page::not_found(visit);
    }
    const Representation& one = who->is;
    Page page(visit, "organisation/pages/representative.tpl", say("Representative {0}", who->name));
    if (visit.signed_in().role == identity::Role::coordinator) {
        page.menu("desk");
        page.crumb(say("Desk"), "/desk");
        page.crumb(say("Representatives"), "/desk/representatives");
    } else {
        page.crumb(say("Organisations I act for"), "/account/organisations");
        page.crumb(say("Those who act for {0}", one.organisation.name),
                   "/account/organisations/" + one.organisation.id.str() + "/people");
    }
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("NAME", who->name);
    body.set("WHOM", say("Acts for {0}", whom(one, visit.language)));
    keys(body, visit, *who);
    const bool open = one.state == State::said || one.state == State::confirmed;
    if (open && one.account != visit.signed_in().id) {
        confirm_form(body, visit, one, reasons);
        decline_form(body, visit, one, reasons);
    }
    return page.answer(status);
}

kit::Response representative(Visit& visit) {
    const auto id = Id<Representation>::read(visit.captured.at(0));
    return id ? representative_page(visit, *id, {}, 200) : page::not_found(visit);
}

kit::Response decide(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const kit::Fields& typed = visit.request.form;
    const auto id = Id<Representation>::read(visit.captured.at(0));
    if (!id) {
        return page::not_found(visit);
    }
    const bool confirms = typed.get("deed") == "confirm";
    Confirmation how{read_standing(typed.get("standing")).value_or(Standing::representative), {}};
    if (typed.has("name_fi")) {
        how.names = {typed.get("name_fi"), typed.get("name_sv"), typed.get("name_en")};
    }
    std::string back = "/desk/representatives";
    const auto decided = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) -> Done {
        if (const auto found = find_representation(act.db(), *id);
            found && person.role != identity::Role::coordinator) {
            back = "/account/organisations/" + found->organisation.id.str() + "/people";
        }
        return confirms ? confirm(act, person, *id, how) : decline(act, person, *id, typed.get("reason"));
    });
    if (!decided) {
        const bool invalid = decided.error().kind == Refusal::Kind::invalid;
        return invalid ? representative_page(visit, *id, decided.error().reasons, 422)
                       : page::refusal(visit, decided.error());
    }
    return page::redirect(visit, back + (confirms ? "?done=confirm" : "?done=decline"));
}

using page::Right;
constexpr page::Route routes[]{
    {kit::Method::get, "/desk/representatives", Right::coordinator, desk_list, kit::Load::shed_first},
    {kit::Method::get, "/desk/representatives/{id}", Right::coordinator, representative, kit::Load::shed_first},
    {kit::Method::post, "/desk/representatives/{id}", Right::coordinator, decide, kit::Load::never_shed},
    {kit::Method::get, "/account/organisations/{id}/people", Right::applicant, people, kit::Load::shed_first},
    {kit::Method::get, "/account/representatives/{id}", Right::applicant, representative, kit::Load::shed_first},
    {kit::Method::post, "/account/representatives/{id}", Right::applicant, decide, kit::Load::never_shed},
};

}  // namespace

std::span<const page::Route> representative_routes() { return routes; }

}  // namespace vastin::organisation
