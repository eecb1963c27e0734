#include "desk/desk_batch_pages.h"

#include <algorithm>

namespace vastin::desk {

std::vector<BatchSum> batch_sums(kit::Transaction& t, const call::Call& call, Instant now) {
    std::vector<BatchSum> all;
    if (call.window.cut_offs.empty()) {
        return all;
    }
    for (const call::Batch& batch : call::batches(call.window)) {
        if (batch.after < now) {
            const Filter of = with_batch({}, call, batch.number).filter;
            const Place end{of.by, from_the_first.id};  // what arrived at that very instant stands behind it
            all.push_back({batch,
                           stretch(t,
                                   call.code.text,
                                   begin_of(of, from_the_first),
                                   of.by == for_ever ? end : Place{of.by + Duration{1}, end.id})});
        }
    }
    std::reverse(all.begin(), all.end());
    return all;
}

void fill_batches(kit::View& body,
                  const page::Visit& visit,
                  const call::Call& call,
                  const std::vector<BatchSum>& sums,
                  const Chosen& chosen) {
    if (sums.empty()) {
        return;
    }
    kit::View table = body.row("BATCHES");
    const Money pot = call::support_money(call);
    table.set("POT", say("The pot holds {0}.", visit.world.words.whole_money(visit.language, pot)));
    Money whole = pot;  // all bars are drawn to one scale
    for (const BatchSum& one : sums) {
        whole = std::max(whole, one.sums.asked.support);
    }
    const auto width = [&](Money sum) {
        return page::percent_of(sum.count(), std::max<std::int64_t>(whole.count(), 1));
    };
    for (const BatchSum& one : sums) {
        const bool filling = call::state(call, visit.now) == call::CallState::open &&
                             call::batch_of(call.window, visit.now).number == one.batch.number;
        kit::View row = table.row("BATCH");
        row.set("NAME", call::name_of(one.batch));
        row.set(
            "ADDRESS",
            page::address(
                visit, "/desk/calls/" + call.code.text + query_of(with_batch({}, call, one.batch.number)) + "#list"));
        row.show_if("FILLING", filling);
        row.show_if("HERE", chosen.batch == one.batch.number);
        row.set("COUNT", one.sums.applications);
        row.set("SUPPORT", one.sums.asked.support);
        row.set("MUNICIPAL", one.sums.asked.municipal);
        row.set("TOTAL", one.sums.asked.total_costs);
        row.set("WIDTH", width(one.sums.asked.support));
        row.set("X", width(pot));
    }
}

void fill_batch_filter(kit::View& body,
                       const page::Visit& visit,
                       const call::Call& call,
                       const std::vector<BatchSum>& sums,
                       const Chosen& chosen) {
    if (sums.empty()) {
        return;
    }
    kit::View list = body.row("BY_BATCHES");
    const auto link = [&](const Phrase& name, std::int64_t number) {
        kit::View row = list.row("BY_BATCH");
        row.set("NAME", name);
        row.set("ADDRESS",
                page::address(visit, "/desk/calls/" + call.code.text + query_of(with_batch(chosen, call, number))));
        row.show_if("HERE", chosen.batch == number);
    };
    link(say("All batches"), 0);
    for (const BatchSum& one : sums) {
        link(call::name_of(one.batch), one.batch.number);
    }
}

Running Running::of(kit::Transaction& t, const call::Call& call, const Chosen& chosen, const Place& after) {
    Running running;
    const call::Window& window = call.window;
    running.shown_ = chosen.in_order() && (window.order == call::Window::Order::arrival || window.until_pot_empty);
    running.pot_ = call::support_money(call);
    const Place begin = begin_of(chosen.filter, after);
    if (running.shown_ && begin.arrived > from_the_first.arrived) {
        running.so_far_ = stretch(t, call.code.text, from_the_first, begin);
    }
    return running;
}

void Running::fill(kit::View& row, const kit::Words& words, Language language, const Row& one) {
    if (!shown_) {
        return;
    }
    kit::View placed = row.row("PLACED");
    if (one.state == application::State::withdrawn) {
        placed.show("NO_PLACE");
        return;
    }
    const bool held = so_far_.asked.support < pot_;
    ++so_far_.applications;
    so_far_.asked.support += one.asked.support;
    kit::View place = placed.row("PLACE");
    place.set("NUMBER", so_far_.applications);
    place.set("SO_FAR", so_far_.asked.support);
    if (held && so_far_.asked.support >= pot_) {
        row.row("POT_ENDS")
            .set("TEXT",
                 say("The pot of {0} ends here. Up to this place {1} has been applied for.",
                     words.whole_money(language, pot_),
                     so_far_.asked.support));
    }
}

}  // namespace vastin::desk
