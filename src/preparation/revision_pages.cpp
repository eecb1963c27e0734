// What the overview of a draft says where it is to take the place of a published call: whom it touches.
#include "preparation/draft_page.h"
#include "preparation/revision.h"

namespace vastin::preparation {

using application::Impact;

namespace {

Phrase drafts_words(const Impact& impact) {
    if (impact.drafts == 0) {
        return say("Nobody writes a draft.");
    }
    return impact.drafts_touched == 0
               ? say_count(impact.drafts,
                           "{0} draft, with nothing new to look at. No answer is lost.",
                           "{0} drafts, with nothing new to look at. No answer is lost.",
                           impact.drafts)
               : say_count(impact.drafts,
                           "{0} draft; {1} of them has something new to look at. No answer is lost.",
                           "{0} drafts; {1} of them have something new to look at. No answer is lost.",
                           impact.drafts,
                           impact.drafts_touched);
}

Phrase sent_words(const Impact& impact) {
    if (impact.sent == 0) {
        return say("Nobody has sent an application.");
    }
    return impact.sent_touched_all == 0
               ? say_count(impact.sent,
                           "{0} application stands as it was sent. It would do under the new rules, too.",
                           "{0} applications stand as they were sent. They would do under the new rules, too.",
                           impact.sent)
               : say_count(impact.sent,
                           "{0} application stands as it was sent; {1} would have something to correct.",
                           "{0} applications stand as they were sent; {1} would have something to correct.",
                           impact.sent,
                           impact.sent_touched_all);
}

Phrase letters_words(const Impact& impact, const call::Changes& what, bool closed) {
    if (closed) {
        return say("The call has closed: nobody is told by letter.");
    }
    if (!call::is_told(what)) {
        return say("Only texts change: nobody is told by letter.");
    }
    return impact.people == 0 ? say("There is nobody to tell.")
                              : say_count(impact.people,
                                          "{0} person is told by letter when the change is published.",
                                          "{0} people are told by letter when the change is published.",
                                          impact.people);
}

/// The first of what would be asked, and how many more there are.
Phrase first_of(const application::Touched& touched) {
    if (touched.anew.empty()) {
        return say("An answer to a question that is no longer asked.");
    }
    const auto more = static_cast<std::int64_t>(touched.anew.size()) - 1;
    const Phrase& first = touched.anew.front().phrase;
    return more == 0 ? first : say_count(more, "{1} And one thing more.", "{1} And {0} things more.", more, first);
}

}  // namespace

void fill_revision(kit::View& body, const page::Visit& visit, const Opened& opened, const Judged& judged) {
    std::shared_ptr<const call::Call> before;
    std::optional<Impact> impact;
    call::Changes what;
    visit.world.database.read([&](kit::Transaction& t) {
        before = revised(t, opened.draft);
        if (before == nullptr || !judged.faults.none()) {
            return;
        }
        what = call::changes(*before, judged.call);
        if (!what.empty()) {
            impact = application::impact(t, *before, judged.call);
        }
    });
    if (before == nullptr) {
        return;
    }
    kit::View part = body.part("REVISION", "preparation/pages/revision.tpl");
    part.set("CALL", page::address(visit, "/calls/" + before->code.text));
    part.set("NAME", before->name);
    part.show_if("NOT_YET", !judged.faults.none());
    part.show_if("NOTHING", judged.faults.none() && !impact);
    if (!impact) {
        return;
    }
    kit::View view = part.row("TOUCHES");
    view.set("WHAT", call::words_of(what));
    view.set("DRAFTS", drafts_words(*impact));
    view.set("SENT", sent_words(*impact));
    view.set("LETTERS", letters_words(*impact, what, call::state(*before, visit.now) == call::CallState::closed));
    view.show_if("MORE", impact->more);
    if (impact->sent_touched.empty()) {
        return;
    }
    kit::View list = view.row("LIST");
    for (const Impact::Sent& one : impact->sent_touched) {
        kit::View row = list.row("ONE");
        row.set("NUMBER", one.register_number);
        row.set("TITLE", one.title);
        row.set("ADDRESS", page::address(visit, "/desk/applications/" + one.id.str()));
        row.set("WHY", first_of(one.touched));
    }
}

}  // namespace vastin::preparation
