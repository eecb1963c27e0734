#include "feedback/feedback_pages.h"

#include "feedback/feedback_acts.h"
#include "feedback/feedback_store.h"
#include "kit/limits.h"
#include "page/field.h"
#include "programme/programme_acts.h"

namespace vastin::feedback {

namespace {

using page::Page;
using page::Visit;
using Kind = page::FieldView::Kind;

std::int64_t answer_days(const Visit& visit) {
    std::int64_t days = 0;
    visit.world.database.read([&](kit::Transaction& t) { days = programme::current(t)->accessibility.answer_days; });
    return days;
}

kit::Response form_page(Visit& visit, const Given& given, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "feedback/pages/give.tpl", say("Feedback on accessibility"));
    page.crumb(say("Accessibility statement"), "/accessibility-statement");
    page.errors(reasons);
    kit::View& body = page.body();
    body.set("ACTION", page::address(visit, "/accessibility-feedback"));
    body.set("ANSWERED", say("We answer within {0} days.", answer_days(visit)));
    page::form_secret(body, visit);
    const auto at = [&](const char* key) { return page::reasons_at(reasons, key); };
    page::field(body,
                "TEXT",
                {"text",
                 Kind::text,
                 say("What does not work for you?"),
                 say("Tell what you wanted to do, and what you use: a screen reader, the keyboard, large text."),
                 given.text,
                 at("text")});
    page::field(body,
                "PAGE",
                {"page",
                 Kind::line,
                 say("On which page? (optional)"),
                 say("Its address or its heading."),
                 given.page,
                 at("page")});
    page::field(
        body, "NAME", {"name", Kind::line, say("Your name (optional)"), {}, given.name, at("name"), {}, "name"});
    page::field(
        body,
        "EMAIL",
        {"email",
         Kind::email,
         say("Your e-mail address (optional)"),
         say("The answer comes there. Without an address you read it on the page that opens when you have sent."),
         given.email,
         at("email"),
         {},
         "email"});
    return page.answer(status);
}

kit::Response give_form(Visit& visit) {
    Given given;
    given.page = visit.request.parameters.get("page");
    return form_page(visit, given, {}, 200);
}

kit::Response give_feedback(Visit& visit) {
    const kit::Fields& form = visit.request.form;
    const Given given{form.get("page"), form.get("text"), form.get("name"), form.get("email")};
    const std::int64_t days = answer_days(visit);
    const flow::Actor who = visit.person ? visit.person->actor() : flow::Actor{"", "visitor"};
    const auto made = flow::perform(
        visit.world, who, visit.now, [&](flow::Act& act) { return give(act, given, visit.language, days); });
    if (!made) {
        return form_page(visit, given, made.error().reasons, made.error().kind == Refusal::Kind::too_many ? 429 : 422);
    }
    return page::redirect(visit, "/accessibility-feedback/" + made->str());
}

std::optional<Case> asked_for(const Visit& visit) {
    const auto id = Id<Case>::read(visit.captured.at(0));
    std::optional<Case> found;
    if (id) {
        visit.world.database.read([&](kit::Transaction& t) { found = find(t, *id); });
    }
    return found;
}

void fill_answer(kit::View& body, const Case& feedback) {
    if (!feedback.answer) {
        return;
    }
    kit::View answer = body.row("ANSWER");
    answer.set("TEXT", feedback.answer->text);
    answer.set("BY", say("{0}, {1}", feedback.answer->by, feedback.answer->at));
}

/// For whoever has the address: no name, no e-mail address.
kit::Response case_page(Visit& visit) {
    const auto found = asked_for(visit);
    if (!found) {
        return page::not_found(visit);
    }
    Page page(visit, "feedback/pages/case.tpl", say("Your feedback"));
    page.crumb(say("Accessibility statement"), "/accessibility-statement");
    kit::View& body = page.body();
    body.set("NUMBER", found->number);
    body.set("STATE", state_name(found->state));
    body.set("ARRIVED", visit.world.words.moment(visit.language, found->arrived));
    body.set("DUE", say("{0}", found->due));
    body.set("TEXT", found->given.text);
    body.show_if("WAITS", found->state == State::open);
    fill_answer(body, *found);
    kit::Response response = page.answer();
    response.header("X-Robots-Tag", "noindex");
    return response;
}

// ---- the official's

void list_rows(kit::View& view, const Visit& visit, const std::vector<Case>& cases) {
    const Date today = visit.world.words.zone().day(visit.now);
    for (const Case& one : cases) {
        kit::View row = view.row("CASE");
        row.set("NUMBER", one.number);
        row.set("ADDRESS", page::address(visit, "/desk/feedback/" + one.id.str()));
        std::string start = one.given.text.substr(0, one.given.text.find_first_of("\r\n"));
        if (start.size() > 120) {
            std::size_t end = 120;
            while (end > 0 && (static_cast<unsigned char>(start[end]) & 0xC0U) == 0x80U) {
                --end;
            }
            start = start.substr(0, end) + "…";
        }
        row.set("TEXT", start);
        row.set("ARRIVED", visit.world.words.moment(visit.language, one.arrived));
        row.set("DUE", say("{0}", one.due));
        row.set("LEFT", one.answer ? say("Answered {0}", one.answer->at) : days_left(today, one.due));
    }
}

std::optional<Place> read_place(const std::string& text) {
    const auto due = read_date(text.substr(0, 10));
    const auto id = text.size() > 11 && text[10] == '.' ? Id<Case>::read(text.substr(11)) : std::nullopt;
    return due && id ? std::optional(Place{*due, *id}) : std::nullopt;
}

kit::Response list_page(Visit& visit) {
    constexpr auto a_page = static_cast<std::int64_t>(kit::limits::page_rows);
    const State state = read_state(visit.request.parameters.get("state")).value_or(State::open);
    const auto after = read_place(visit.request.parameters.get("after"));
    std::vector<Case> cases;
    visit.world.database.read([&](kit::Transaction& t) { cases = list(t, state, after, a_page + 1); });
    Page page(visit, "feedback/pages/list.tpl", say("Feedback on accessibility"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    kit::View& body = page.body();
    for (const State one : {State::open, State::answered}) {
        kit::View filter = body.row("FILTER");
        filter.set("NAME", state_name(one));
        filter.set("ADDRESS", page::address(visit, "/desk/feedback?state=" + std::string(code(one))));
        filter.show_if("HERE", one == state);
    }
    body.show_if("NONE", cases.empty());
    if (static_cast<std::int64_t>(cases.size()) > a_page) {
        cases.pop_back();
        body.row("MORE").set("ADDRESS",
                             page::address(visit,
                                           "/desk/feedback?state=" + std::string(code(state)) +
                                               "&after=" + write_date(cases.back().due) + "." + cases.back().id.str()));
    }
    if (!cases.empty()) {
        kit::View table = body.row("TABLE");
        list_rows(table, visit, cases);
    }
    return page.answer();
}

kit::Response official_page(
    Visit& visit, const Case& feedback, const std::string& typed, const std::vector<Reason>& reasons, int status) {
    Page page(visit, "feedback/pages/answer.tpl", say("Feedback {0}", feedback.number));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(say("Feedback on accessibility"), "/desk/feedback");
    page.errors(reasons);
    kit::View& body = page.body();
    const Date today = visit.world.words.zone().day(visit.now);
    body.set("NUMBER", feedback.number);
    body.set("STATE", state_name(feedback.state));
    body.set("ARRIVED", visit.world.words.moment(visit.language, feedback.arrived));
    body.set("DUE", say("{0}", feedback.due));
    body.set("TEXT", feedback.given.text);
    const auto told = [&](const char* section, const std::string& text) {
        if (!text.empty()) {
            body.row(section).set("TEXT", text);
        }
    };
    told("PAGE", feedback.given.page);
    told("NAME", feedback.given.name);
    told("EMAIL", feedback.given.email);
    fill_answer(body, feedback);
    if (feedback.state == State::open) {
        body.row("LEFT").set("TEXT", days_left(today, feedback.due));
        kit::View form = body.row("FORM");
        form.set("ACTION", page::address(visit, "/desk/feedback/" + feedback.id.str()));
        page::form_secret(form, visit);
        page::field(form,
                    "ANSWER_FIELD",
                    {"answer",
                     Kind::text,
                     say("Answer"),
                     feedback.given.email.empty()
                         ? say("No address was left: the answer is read on the page of the feedback.")
                         : say("Sent to {0}, and shown on the page of the feedback.", feedback.given.email),
                     typed,
                     page::reasons_at(reasons, "answer")});
    }
    return page.answer(status);
}

kit::Response official_case(Visit& visit) {
    const auto found = asked_for(visit);
    return found ? official_page(visit, *found, {}, {}, 200) : page::not_found(visit);
}

kit::Response answer_case(Visit& visit) {
    const std::string typed = visit.request.form.get("answer");
    const auto answered = flow::perform(visit.world, visit.signed_in().actor(), visit.now, [&](flow::Act& act) {
        return answer(act, visit.signed_in(), visit.captured.at(0), typed);
    });
    if (answered) {
        return page::redirect(visit, "/desk/feedback/" + visit.captured.at(0));
    }
    const auto found = asked_for(visit);
    if (!found) {
        return page::not_found(visit);
    }
    const bool conflict = answered.error().kind == Refusal::Kind::conflict;
    return official_page(visit, *found, typed, answered.error().reasons, conflict ? 409 : 422);
}

constexpr page::Route table[]{
    {kit::Method::get, "/accessibility-feedback", page::Right::anyone, give_form, kit::Load::never_shed},
    {kit::Method::post, "/accessibility-feedback", page::Right::anyone, give_feedback, kit::Load::never_shed},
    {kit::Method::get, "/accessibility-feedback/{id}", page::Right::anyone, case_page, kit::Load::never_shed},
    {kit::Method::get, "/desk/feedback", page::Right::coordinator, list_page, kit::Load::shed_first},
    {kit::Method::get, "/desk/feedback/{id}", page::Right::coordinator, official_case, kit::Load::shed_first},
    {kit::Method::post, "/desk/feedback/{id}", page::Right::coordinator, answer_case, kit::Load::never_shed},
};

}  // namespace

std::span<const page::Route> routes() { return table; }

}  // namespace vastin::feedback
