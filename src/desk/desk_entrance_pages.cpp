// What the office records before applications enter a call: contacts, and who goes on to the second stage.
#include <algorithm>

#include "application/application_entrance.h"
#include "call/call_acts.h"
#include "desk/desk_pages.h"
#include "page/field.h"

namespace vastin::desk {

namespace {

using page::Page;
using page::Visit;
using Kind = page::FieldView::Kind;

struct ContactsSeen {
    std::shared_ptr<const call::Call> call;  // null: no such call, or one that asks for no contact
    std::vector<application::Contact> contacts;
};

ContactsSeen look(const Visit& visit) {
    ContactsSeen seen;
    const std::string& code = visit.captured.at(0);
    visit.world.database.read([&](kit::Transaction& t) {
        seen.call = call::find(t, {code});
        seen.contacts = application::contacts(t, code);
    });
    if (seen.call && !seen.call->contact_before) {
        seen.call = nullptr;
    }
    return seen;
}

void fill_form(kit::View& body,
               const Visit& visit,
               const application::ContactNote& typed,
               const std::vector<Reason>& reasons) {
    const auto put = [&](const char* name, const char* key, Kind kind, Phrase label, Phrase hint, std::string value) {
        page::field(body,
                    name,
                    {key, kind, std::move(label), std::move(hint), std::move(value), page::reasons_at(reasons, key)});
    };
    body.set("ACTION", page::address(visit, "/desk/calls/" + visit.captured.at(0) + "/contacts"));
    page::form_secret(body, visit);
    put("NUMBER_FIELD",
        "business_id",
        Kind::line,
        say("Business ID of the organisation"),
        say("As 1234567-8, or the number of an association."),
        typed.business_id);
    put("DAY_FIELD", "day", Kind::day, say("Day of the contact"), say("For example 2.6.2025."), typed.day);
    put("NOTE_FIELD", "note", Kind::line, say("What it was about"), say("Not compulsory."), typed.note);
}

kit::Response contacts_page(Visit& visit,
                            const ContactsSeen& seen,
                            const application::ContactNote& typed,
                            const std::vector<Reason>& reasons) {
    Page page(visit, "desk/pages/contacts.tpl", say("Contacts before applying"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(Phrase(seen.call->name), "/desk/calls/" + seen.call->code.text);
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("CALL", seen.call->name);
    body.set("RULE", seen.call->contact_before->text);
    fill_form(body, visit, typed, reasons);
    body.show_if("NONE", seen.contacts.empty());
    if (!seen.contacts.empty()) {
        kit::View table = body.row("TABLE");
        for (const application::Contact& contact : seen.contacts) {
            kit::View row = table.row("CONTACT");
            row.set("NUMBER", contact.business_id);
            row.set("DAY", say("{0}", contact.day));
            row.set("NOTE", contact.note);
            row.set("BY", contact.noted_by);
        }
    }
    return page.answer(reasons.empty() ? 200 : 422);
}

}  // namespace

kit::Response contacts_list(Visit& visit) {
    const ContactsSeen seen = look(visit);
    return seen.call ? contacts_page(visit, seen, {}, {}) : page::not_found(visit);
}

kit::Response note_contact(Visit& visit) {
    const kit::Fields& form = visit.request.form;
    const application::ContactNote typed{form.get("business_id"), form.get("day"), form.get("note")};
    const auto noted = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return application::record_contact(act, visit.signed_in(), {visit.captured.at(0)}, typed);
    });
    if (noted) {
        return page::redirect(visit, "/desk/calls/" + visit.captured.at(0) + "/contacts");
    }
    const ContactsSeen seen = look(visit);
    return seen.call && noted.error().kind == Refusal::Kind::invalid
               ? contacts_page(visit, seen, typed, noted.error().reasons)
               : page::refusal(visit, noted.error());
}

kit::Response let_through(Visit& visit) {
    const auto through = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return application::let_through(act, visit.signed_in(), visit.captured.at(0));
    });
    return through ? page::redirect(visit, "/desk/applications/" + visit.captured.at(0))
                   : page::refusal(visit, through.error());
}

void fill_stage(kit::View& body, const Visit& visit, const Row& row) {
    bool second = false, through = false;
    visit.world.database.read([&](kit::Transaction& t) {
        const auto calls = call::all(t, visit.now);
        second = std::any_of(calls.begin(), calls.end(), [&](const auto& call) {
            return call->stage && call->stage->after.text == row.call;
        });
        through = second && application::was_let_through(t, row.id);
    });
    if (through) {
        body.show("LET_THROUGH");
    } else if (second) {
        kit::View form = body.row("SECOND_STAGE");
        form.set("ACTION", page::address(visit, "/desk/applications/" + row.id.str() + "/let-through"));
        page::form_secret(form, visit);
    }
}

}  // namespace vastin::desk
