// The page of what was sent, for the applicant and for an official.
#include "application/application_pages.h"
#include "application/field_views.h"
#include "application/file_pages.h"
#include "application/receipt_pages.h"
#include "application/received.h"
#include "page/paper.h"

namespace vastin::application {

using page::Page;
using page::Visit;

void fill_sent(kit::View& body, const Visit& visit, const Received& found) {
    const Application& a = found.shown.application;
    body.set("NUMBER", *a.register_number);
    body.set("TITLE", title_of(a));
    body.set("ORGANISATION", a.parts.front().organisation);
    summary(body, visit, found.shown, false);
    plan(body, *found.shown.call, found.shown.judged.plan);
    hash_lines(body, found.sent.frozen.hash);
    body.set("RULES", found.sent.frozen.rules);
    body.set("ARRIVED", visit.world.words.second(visit.language, found.sent.arrived));
}

namespace {

void fill_sent_with_files(kit::View& body, const Visit& visit, const Received& found, FileLinks links) {
    fill_sent(body, visit, found);
    files_summary(body, visit, found.shown, links);
}

}  // namespace

kit::Response sent(Visit& visit) {
    const auto found = received_of(visit, shown(visit));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "application/pages/sent.tpl", say("The application as sent"));
    dress_received(page, visit, *found);
    page.crumb(title_of(found->shown.application), path_of(found->shown.application, "/receipt"));
    fill_sent_with_files(page.body(), visit, *found, FileLinks::sent);
    page.body().row("PDF").set("ADDRESS", page::address(visit, path_of(found->shown.application, "/sent.pdf")));
    return page.answer();
}

namespace {

kit::Response as_paper(Visit& visit, const Result<Received>& found, FileLinks links) {
    if (!found) {
        return page::refusal(visit, found.error());
    }
    page::Paper paper(visit, "application/pages/sent.tpl", title_of(found->shown.application));
    fill_sent_with_files(paper.body(), visit, *found, links);
    return paper.answer(*found->shown.application.register_number + ".pdf", foot_of(*found));
}

}  // namespace

kit::Response sent_pdf(Visit& visit) { return as_paper(visit, received_of(visit, shown(visit)), FileLinks::sent); }

kit::Response sent_pdf_for_official(Visit& visit, std::string_view id) {
    return as_paper(visit, received_of(visit, shown_to_official(visit, id)), FileLinks::desk);
}

kit::Response sent_for_official(Visit& visit,
                                std::string_view id,
                                void (*fill)(kit::View&, const Visit&, std::string_view)) {
    const auto found = received_of(visit, shown_to_official(visit, id));
    if (!found) {
        return page::refusal(visit, found.error());
    }
    Page page(visit, "application/pages/sent.tpl", say("The application as sent"));
    page.menu("desk");
    page.crumb(say("Desk"), "/desk");
    page.crumb(found->shown.call->name, "/desk/calls/" + found->shown.application.call.text);
    fill_sent_with_files(page.body(), visit, *found, FileLinks::desk);
    page.body().row("PDF").set("ADDRESS",
                               page::address(visit, "/desk" + path_of(found->shown.application, "/sent.pdf")));
    kit::View official = page.body().row("OFFICIAL");
    fill(official, visit, id);
    return page.answer();
}

}  // namespace vastin::application
