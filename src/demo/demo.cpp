#include "demo/demo.h"

#include <algorithm>
#include <array>

#include "call/call_acts.h"
#include "call/opening.h"
#include "demo/demo_store.h"
#include "identity/identity_acts.h"
#include "programme/programme_acts.h"

namespace vastin::demo {

std::string_view code(Moment moment) {
    return moment == Moment::last_hour        ? "last-hour"
           : moment == Moment::after_deadline ? "after-deadline"
                                              : "call-open";
}

std::optional<Moment> read_moment(std::string_view text) {
    const auto* found = std::find_if(std::begin(moments), std::end(moments), [&](Moment m) { return code(m) == text; });
    return found == std::end(moments) ? std::nullopt : std::optional(*found);
}

Phrase name(Moment moment) {
    switch (moment) {
        case Moment::last_hour:
            return say("To the last hour");
        case Moment::after_deadline:
            return say("After the deadline");
        case Moment::call_open:
            break;
    }
    return say("Back to a week before");
}

Instant instant(Moment moment, Instant closes, const Zone& zone) {
    switch (moment) {
        case Moment::last_hour:
            return closes - minutes(45);
        case Moment::after_deadline:
            return closes + hours(1);
        case Moment::call_open:
            break;
    }
    return zone.moment({days_later(zone.day(closes), -7), 11, 0, 0}).at;
}

std::span<const identity::NewAccount> people() {
    using identity::Role;
    static const std::array all{
        identity::NewAccount{"projektipaallikko@centria.example",
                             "Projektipäällikkö · Centria",
                             "Centria-ammattikorkeakoulu",
                             "1097805-3",
                             Role::applicant,
                             Language::fi},
        identity::NewAccount{"tutkimuspaallikko@oulu.example",
                             "Tutkimuspäällikkö · Oulun yliopisto",
                             "Oulun yliopisto",
                             "0245895-5",
                             Role::applicant,
                             Language::fi},
        identity::NewAccount{"projektledare@jyu.example",
                             "Projektledare · Chydenius",
                             "Jyväskylän yliopisto",
                             "0245894-7",
                             Role::applicant,
                             Language::sv},
        identity::NewAccount{"hankekoordinaattori@kokkola.example",
                             "Hankekoordinaattori · Kokkola",
                             "",
                             "",
                             Role::coordinator,
                             Language::fi},
        identity::NewAccount{
            "hallinta@kokkola.example", "Pääkäyttäjä · Kokkola", "", "", Role::administrator, Language::fi},
    };
    return all;
}

Instant deadline(kit::Transaction& t, Instant now) {
    const auto calls = call::all(t, now);
    check(!calls.empty(), "a demo town has a call");
    Instant last;
    for (const auto& one : calls) {
        const auto all = call::deadlines(one->window);
        last = std::max(last, all.empty() ? one->window.opens + hours(24 * 30) : all.back());
    }
    return last;
}

void open_town(const flow::World& world) {
    std::optional<Moment> kept;
    Instant closes;
    world.database.read([&](kit::Transaction& t) {
        kept = read_moment(kept_moment(t).value_or(""));
        closes = deadline(t, kit::wall_now());
    });
    world.clock.move_to(instant(kept.value_or(Moment::call_open), closes, world.words.zone()));
    for (const identity::NewAccount& person : people()) {
        // the same act as anybody's; one who is there already is refused, and that is well
        (void)flow::perform(
            world, {"", "demo"}, world.clock.now(), [&](flow::Act& act) { return identity::create(act, person); });
    }
}

}  // namespace vastin::demo
