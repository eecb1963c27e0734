#include "organisation/organisation_pages.h"

#include <algorithm>

#include "kit/limits.h"
#include "organisation/organisation_acts.h"
#include "organisation/organisation_store.h"
#include "organisation/representation_acts.h"
#include "page/field.h"

namespace vastin::organisation {

namespace {

using page::FieldView;
using page::Page;
using page::Visit;

constexpr std::int64_t most_shown = 100;
constexpr std::int64_t most_found = 20;

Phrase done_phrase(std::string_view what) {
    return what == "said"   ? say("Written down. It stands as not confirmed until it has been looked at.")
           : what == "back" ? say("You no longer say that you act for it.")
           : what == "show" ? say("New applications show this organisation.")
                            : Phrase();
}

void own_row(kit::View& body, const Visit& visit, const Representation& one) {
    const identity::Person& person = visit.signed_in();
    kit::View row = body.row("ROW");
    row.set("NAME", one.organisation.name);
    if (one.unit) {
        row.row("UNIT").set("TEXT", one.unit->name);
    }
    row.set("NUMBER", told(one.organisation.number));
    row.show_if("TYPED", one.organisation.standing == Name::typed);
    const bool administrator = one.state == State::confirmed && one.standing == Standing::administrator;
    row.set("STATE", administrator ? say("Confirmed; you also confirm others") : name(one.state));
    row.set("SINCE", say("Said {0}", visit.world.words.moment(visit.language, one.said)));
    if (!one.reason.empty()) {
        row.row("REASON").set("TEXT", say("Reason: {0}", one.reason));
    }
    const bool open = one.state == State::said || one.state == State::confirmed;
    const bool shown = open && person.business_id == one.organisation.number.text;
    row.show_if("DEFAULT", shown);
    if (administrator) {
        row.row("PEOPLE").set("ADDRESS",
                              page::address(visit, "/account/organisations/" + one.organisation.id.str() + "/people"));
    }
    if (open) {
        kit::View form = row.row("OPEN");
        form.set("ACTION", page::address(visit, "/account/organisations/" + one.id.str()));
        form.show_if("MAY_SHOW", !shown);
        page::form_secret(form, visit);
    }
}

kit::Response own(Visit& visit) {
    std::vector<Representation> all;
    visit.world.database.read(
        [&](kit::Transaction& t) { all = representations_of(t, visit.signed_in().id, Which::all, most_shown); });
    Page page(visit, "organisation/pages/organisations.tpl", say("Organisations I act for"));
    page.crumb(say("My account"), "/account");
    kit::View& body = page.body();
    if (const Phrase done = done_phrase(visit.request.parameters.get("done")); !done.empty()) {
        body.row("DONE").set("TEXT", done);
    }
    body.set("FIND", page::address(visit, "/account/organisations/find"));
    const identity::Person& person = visit.signed_in();
    const bool said = std::any_of(all.begin(), all.end(), [&](const Representation& one) {
        return one.organisation.number.text == person.business_id;
    });
    if (!person.organisation.empty() && !said) {
        kit::View row = body.row("UNSAID");
        row.set("TEXT", say("New applications show {0}, which the maker of your account wrote.", person.organisation));
        row.set("ADDRESS",
                page::address(visit, "/account/organisations/say?number=" + kit::url_escaped(person.business_id)));
    }
    body.show_if("NONE", all.empty() && person.organisation.empty());
    for (const Representation& one : all) {
        own_row(body, visit, one);
    }
    return page.answer();
}

/// What a search gives: by number where one is typed, else by a part of the name.
struct Search {
    std::vector<Organisation> found;
    std::optional<Number> unknown;  // a right number that nobody has used here
    std::optional<Phrase> wrong;
};

Search search_for(const Visit& visit, const std::string& sought) {
    Search result;
    const auto number = read_number(sought);
    const bool figures = sought.find_first_of("0123456789") != std::string::npos &&
                         sought.find_first_not_of("0123456789 .-FIfi") == std::string::npos;
    visit.world.database.read([&](kit::Transaction& t) {
        result = {};
        if (number) {
            if (auto one = find(t, *number)) {
                result.found.push_back(std::move(*one));
            } else {
                result.unknown = *number;
            }
        } else if (auto line = form::read_line(sought, kit::limits::line_letters)) {
            result.found = search(t, *line, most_found);
        }
    });
    if (!number && figures && result.found.empty()) {
        result.wrong = number.error();
    }
    return result;
}

kit::Response find_page(Visit& visit) {
    const std::string sought = visit.request.parameters.get("q");
    Page page(visit, "organisation/pages/find.tpl", say("For whom do you act?"));
    page.crumb(say("My account"), "/account");
    page.crumb(say("Organisations I act for"), "/account/organisations");
    kit::View& body = page.body();
    body.set("ACTION", page::address(visit, "/account/organisations/find"));
    body.set("SOUGHT", sought);
    if (sought.find_first_not_of(" \t") == std::string::npos) {
        return page.answer();
    }
    const Search result = search_for(visit, sought);
    if (result.wrong) {
        page.errors({{*result.wrong, "q"}});
        body.row("WRONG").set("TEXT", *result.wrong);
        return page.answer();
    }
    if (result.unknown) {  // a right number leads straight on
        return page::redirect(visit, "/account/organisations/say?number=" + kit::url_escaped(result.unknown->text));
    }
    kit::View searched = body.row("SEARCHED");
    const auto count = static_cast<std::int64_t>(result.found.size());
    searched.set("FOUND",
                 count == 0 ? say("Nothing was found by this name.")
                            : say_count(count, "{0} organisation found", "{0} organisations found", count));
    searched.show_if("NONE", count == 0);
    for (const Organisation& one : result.found) {
        kit::View row = searched.row("ROW");
        row.set("NAME", one.name);
        row.set("ADDRESS",
                page::address(visit, "/account/organisations/say?number=" + kit::url_escaped(one.number.text)));
        row.set("NUMBER", told(one.number));
        row.set("KIND", name(one.kind));
    }
    return page.answer();
}

FieldView kind_field(const std::string& value) {
    FieldView field{"kind", FieldView::Kind::choice, say("What it is"), {}};
    field.value = value;
    for (const Kind kind : kinds) {
        field.options.push_back({std::string(code(kind)), name(kind), {}});
    }
    return field;
}

FieldView unit_field(const std::vector<Unit>& units, const std::string& value, Language language) {
    FieldView field{"unit", FieldView::Kind::choice, say("The whole organisation, or a unit of it"), {}};
    field.value = value.empty() ? "whole" : value;
    field.options.push_back({"whole", say("The whole organisation"), {}});
    for (const Unit& unit : units) {
        const std::string& called = unit.name.in(language);
        field.options.push_back({unit.id.str(), Localised{called, called, called}, {}});
    }
    field.options.push_back({"other", say("Another unit"), {}});
    return field;
}

kit::Response say_page(Visit& visit, const Number& number, const std::vector<Reason>& reasons, int status) {
    std::optional<Organisation> known;
    std::vector<Unit> below;
    visit.world.database.read([&](kit::Transaction& t) {
        known = find(t, number);
        below = known ? units(t, known->id) : std::vector<Unit>();
    });
    const kit::Fields& typed = visit.request.form;
    const Localised called = known ? known->name : Localised{number.text, number.text, number.text};
    Page page(visit, "organisation/pages/say.tpl", say("I act for {0}", called));
    page.crumb(say("My account"), "/account");
    page.crumb(say("Organisations I act for"), "/account/organisations");
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("HEADING", say("I act for {0}", called));
    body.set("NUMBER", told(number));
    body.set("CODE", number.text);
    body.set("ACTION", page::address(visit, "/account/organisations"));
    body.set("BACK", page::address(visit, "/account/organisations/find"));
    page::form_secret(body, visit);
    if (!known) {
        body.show("NEW");
        page::field(body,
                    "FIELD",
                    {"name",
                     FieldView::Kind::line,
                     say("Official name"),
                     {},
                     typed.get("name"),
                     page::reasons_at(reasons, "name"),
                     {},
                     "organization"});
        page::field(body, "FIELD", kind_field(typed.has("kind") ? typed.get("kind") : std::string("company")));
    }
    page::field(body, "FIELD", unit_field(below, typed.get("unit"), visit.language));
    page::field(body,
                "FIELD",
                {"unit_name",
                 FieldView::Kind::line,
                 say("Name of the other unit"),
                 say("Only if you chose another unit."),
                 typed.get("unit_name"),
                 page::reasons_at(reasons, "unit_name"),
                 {},
                 {}});
    return page.answer(status);
}

kit::Response choose(Visit& visit) {
    const auto number = read_number(visit.request.parameters.get("number"));
    return number ? say_page(visit, *number, {}, 200) : page::redirect(visit, "/account/organisations/find");
}

kit::Response say_it(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const kit::Fields& typed = visit.request.form;
    const auto number = read_number(typed.get("number"));
    if (!number) {
        return page::redirect(visit, "/account/organisations/find");
    }
    const NewOrganisation made{*number, read_kind(typed.get("kind")).value_or(Kind::other), typed.get("name")};
    const std::string which = typed.get("unit");
    const auto said = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) -> Done {
        const auto of = TRY(find_or_add(act, made, person.id));
        std::optional<Id<Unit>> unit = Id<Unit>::read(which);
        if (which == "other") {
            unit = TRY(find_or_add_unit(act, of, typed.get("unit_name"), person.id));
        }
        TRY(represent(act, person, of, unit, visit.request.arrived));
        return done();
    });
    if (!said) {
        const auto kind = said.error().kind;
        if (kind == Refusal::Kind::not_found) {
            return page::not_found(visit);
        }
        const int status = kind == Refusal::Kind::too_many ? 429 : kind == Refusal::Kind::conflict ? 409 : 422;
        return say_page(visit, *number, said.error().reasons, status);
    }
    return page::redirect(visit, "/account/organisations?done=said");
}

kit::Response change_own(Visit& visit) {
    const identity::Person& person = visit.signed_in();
    const auto id = Id<Representation>::read(visit.captured.at(0));
    if (!id) {
        return page::not_found(visit);
    }
    const bool show = visit.request.form.get("deed") == "show";
    const auto changed = flow::perform(visit.world, person.actor(), visit.now, [&](flow::Act& act) {
        return show ? show_as_default(act, person, *id) : take_back(act, person, *id);
    });
    return changed
               ? page::redirect(visit, show ? "/account/organisations?done=show" : "/account/organisations?done=back")
               : page::refusal(visit, changed.error());
}

constexpr page::Route table[]{
    {kit::Method::get, "/account/organisations", page::Right::applicant, own, kit::Load::never_shed},
    {kit::Method::post, "/account/organisations", page::Right::applicant, say_it, kit::Load::never_shed},
    {kit::Method::get, "/account/organisations/find", page::Right::applicant, find_page, kit::Load::shed_first},
    {kit::Method::get, "/account/organisations/say", page::Right::applicant, choose, kit::Load::never_shed},
    {kit::Method::post, "/account/organisations/{id}", page::Right::applicant, change_own, kit::Load::never_shed},
};

}  // namespace

std::span<const page::Route> own_routes() { return table; }

}  // namespace vastin::organisation
