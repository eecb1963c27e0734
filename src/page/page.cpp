#include "page/page.h"

#include "base/check.h"
#include "kit/html_data.h"
#include "page/field.h"
#include "page/frame.h"
#include "page/page_frame.h"

namespace vastin::page {

const identity::Person& Visit::signed_in() const {
    check(person.has_value(), "a page for people asks for a right");
    return *person;
}

Page::Page(Visit& visit, std::string_view file, const Phrase& title)
    : visit_(visit),
      frame_(visit.world.templates, "page/pages/layout.tpl", visit.language),
      body_(frame_.part("BODY", file)),
      title_(title) {}

void Page::crumb(const Phrase& name, std::string_view address) {
    crumbs_.emplace_back(visit_.world.words.text(visit_.language, name), page::address(visit_, address));
}

void Page::state(State state, const Phrase& what, const Phrase& detail, const Phrase& saved) {
    kit::View line = frame_.row("STATE");
    line.set("LOOK", state == State::draft ? "draft" : state == State::sent ? "sent" : "ended");
    line.show_if("IS_DRAFT", state == State::draft);
    line.show_if("IS_SENT", state == State::sent);
    line.show_if("IS_ENDED", state == State::ended);
    line.set("WHAT", what);
    line.set("DETAIL", detail);
    if (!saved.empty()) {
        line.row("IS_SAVED").set("SAVED", saved);
    }
}

void Page::alternate(std::string_view type, std::string_view path, const Phrase& name) {
    kit::View link = frame_.row("ALTERNATE");
    link.set("TYPE", type);
    link.set("ADDRESS", address(visit_, path));
    link.set("NAME", name);
}

void Page::errors(const std::vector<Reason>& reasons, const Phrase& heading) {
    if (reasons.empty()) {
        return;
    }
    wrong_ = true;
    kit::View box = frame_.row("ERRORS");
    const auto count = static_cast<std::int64_t>(reasons.size());
    box.set("HEADING", heading.empty() ? say_count(count, "Correct one thing", "Correct {0} things", count) : heading);
    for (const Reason& reason : reasons) {
        kit::View line = box.row("ERROR");
        kit::View text = line.row(reason.field.empty() ? "PLAIN" : "LINKED");
        text.set("TEXT", reason.phrase);
        if (!reason.field.empty()) {
            text.set("FIELD", reason.field);
        }
    }
}

kit::Response Page::answer(int status) {
    frame_.set("TITLE", title_);
    frame_.show_if("WRONG", wrong_);
    frame_.show_if("NARROW", !wide_);
    if (!crumbs_.empty()) {
        kit::View path = frame_.row("CRUMBS");
        for (const auto& [name, to] : crumbs_) {
            kit::View step = path.row("CRUMB");
            step.set("NAME", name);
            step.set("ADDRESS", to);
        }
    }
    fill_frame(frame_, visit_, menu_);
    kit::Response response;
    response.status = status;
    response.body = frame_.html();
    if (linked_data_) {
        kit::put_data(response.body, "application/ld+json", *linked_data_);
    }
    return response;
}

std::string address(const Visit& visit, std::string_view path) {
    std::string whole = "/";
    whole += code(visit.language);
    return whole.append(path);
}

kit::Response redirect(const Visit& visit, std::string_view path) {
    kit::Response response;
    response.status = 303;
    response.header("Location", address(visit, path));
    return response;
}

}  // namespace vastin::page
