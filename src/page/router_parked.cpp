// Forms that arrive without a session: parked, and done through the same routes after signing in again.
#include <algorithm>

#include "base/check.h"
#include "identity/identity_acts.h"
#include "kit/hash.h"
#include "kit/log.h"
#include "page/guard.h"
#include "page/page_frame.h"
#include "page/router.h"
#include "page/sign_in_pages.h"

namespace vastin::page {

namespace {

const std::string* header(const kit::Response& response, std::string_view name) {
    const auto found = std::find_if(
        response.headers.begin(), response.headers.end(), [&](const auto& one) { return one.first == name; });
    return found == response.headers.end() ? nullptr : &found->second;
}

/// The request that was parked, as if it were posted now by the session of `token`.
kit::Request anew(const kit::Request& now, const flow::World& world, const std::string& token, Form form) {
    kit::Request request;
    request.method = kit::Method::post;
    request.path = std::move(form.path);
    request.query = std::move(form.query);
    int status = 0;
    request.parameters = kit::read_form(request.query, status).value_or(kit::Fields());
    request.form = std::move(form.fields);
    request.form.add("form_secret", kit::keyed_hash(token, "form"));
    request.headers = now.headers;
    std::erase_if(request.headers, [](const auto& one) { return one.first == "cookie"; });
    request.headers.emplace_back("cookie", std::string(identity::cookie_name(world)) + "=" + token);
    request.client = now.client;
    request.arrived = now.arrived;
    request.number = now.number;
    return request;
}

}  // namespace

kit::Response Router::ended(Visit& visit) const {
    const auto parking = park(visit.request, world_);
    if (!parking) {
        return problem_page(visit, 403, signed_out(visit));
    }
    kit::Response response = redirect(visit, "/sign-in?next=" + kit::url_escaped(address(visit, "/continue")));
    response.header("Set-Cookie", parking->cookie);
    return response;
}

kit::Response Router::resumed(Visit& visit, kit::Response entered) const {
    const Visit::Resume resume = *std::exchange(visit.resume, {});
    const std::string token = resume.token.empty() ? visit.request.cookie(identity::cookie_name(world_)) : resume.token;
    const std::string* set_cookie = header(entered, "Set-Cookie");
    const std::string cookie = set_cookie != nullptr ? *set_cookie : "";
    const auto person = find_person_(anew(visit.request, world_, token, {}), world_);
    std::optional<kit::Response> answer;
    for (const Parked& parked : visit.parked) {
        const bool asked = resume.only ? parked.id == *resume.only : person && parked.account == person->id;
        if (!person || !asked || !parked.may_be_of(*person) || !parked.waits(visit.request.arrived)) {
            continue;
        }
        auto form = take_parked(visit.request, world_, parked.id);
        if (!form) {
            continue;
        }
        const std::string path = form->path;
        try {
            answer = this->answer(anew(visit.request, world_, token, std::move(*form)));
        } catch (const std::exception& fault) {  // it waits again, and the person is signed in all the same
            kit::log("incident", {{"number", visit.request.number}, {"what", fault.what()}});
            put_back_parked(world_, parked.id);
            break;
        }
        const std::string* location = header(*answer, "Location");
        const bool page_there = match(path.substr(3), kit::Method::get).route != nullptr;
        end_parked(world_,
                   parked.id,
                   location != nullptr ? *location
                   : page_there        ? path
                                       : address(visit, "/continue"));
        if (location == nullptr) {
            break;  // the page of this one is to be read first
        }
    }
    if (!answer) {
        const bool waits = std::any_of(visit.parked.begin(), visit.parked.end(), [&](const Parked& parked) {
            return parked.waits(visit.request.arrived);
        });
        answer = waits ? redirect(visit, "/continue") : std::move(entered);
    }
    if (!cookie.empty()) {
        std::erase_if(answer->headers, [](const auto& one) { return one.first == "Set-Cookie"; });
        answer->header("Set-Cookie", cookie);
    }
    if (header(*answer, "Cache-Control") == nullptr) {
        answer->header("Cache-Control", "no-store");
    }
    return std::move(*answer);
}

}  // namespace vastin::page
