#include "main/routes.h"

#include "application/application_pages.h"
#include "call/call_pages.h"
#include "demo/demo.h"
#include "desk/desk_acts.h"
#include "desk/desk_pages.h"
#include "feedback/feedback_pages.h"
#include "organisation/organisation_pages.h"
#include "page/account_pages.h"
#include "page/admin_pages.h"
#include "page/parked_pages.h"
#include "page/register_pages.h"
#include "page/sign_in_pages.h"
#include "preparation/preparation_pages.h"
#include "registry/registry_pages.h"

namespace vastin::town {

std::vector<page::Route> routes(Mode mode) {
    std::vector<page::Route> all;
    const auto add = [&](std::span<const page::Route> some) { all.insert(all.end(), some.begin(), some.end()); };
    add(mode == Mode::demo ? demo::routes() : page::sign_in_routes());
    add(page::parked_routes());
    add(page::welcome_routes());
    add(page::register_routes());
    add(page::account_routes());
    add(page::admin_routes());
    add(organisation::own_routes());
    add(organisation::representative_routes());
    add(call::routes());
    add(application::routes());
    add(preparation::routes());
    add(feedback::routes());
    add(registry::routes());
    add(desk::routes());
    return all;
}

std::vector<flow::Follower> followers() {
    return {
        {"application", "send", "desk: note the arrival", desk::note_arrival},
        {"application", "withdraw", "desk: take it off the list and out of the sums", desk::note_withdrawal},
        {"feedback", "give", "desk: note the feedback", desk::note_feedback},
        {"feedback", "answer", "desk: end the task", desk::end_feedback},
    };
}

}  // namespace vastin::town
