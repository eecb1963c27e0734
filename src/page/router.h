#pragma once
// From a request to the handler of its route: language, person, right, the guard of forms; and what caches may keep.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/assets.h"
#include "page/frame.h"
#include "page/page.h"

namespace vastin::page {

class Router {
  public:
    /// Who stands behind a request, by its session cookie. May read the database; asked once a request.
    using FindPerson = std::function<std::optional<identity::Person>(const kit::Request&, const flow::World&)>;
    /// Makes what takes the files that a person sends.
    using MakeIntake = std::function<std::unique_ptr<kit::Intake>(const identity::Person&)>;

    /// `world`, `frame` and `assets` must outlive the router. Two routes of the same method and shape are a Bug.
    Router(const flow::World& world,
           std::span<const Route> routes,
           FindPerson find_person,
           const Frame& frame,
           const Assets& assets,
           MakeIntake make_intake = {});

    /// The answer to any request: /assets/..., and /fi|sv|en + a route; a public route without language ("/",
    /// "/calls.json") is sent on by Accept-Language. A stranger who needs to sign in is sent there (GET) or gets 403
    /// (POST); a wrong role and an unknown address get the same 404. A POST must come from our own pages (Origin,
    /// Sec-Fetch-Site) and, from a signed-in person, hold the field "form_secret"; where the session has ended, a form
    /// of ours is parked (page/parked.h) and done after signing in.
    kit::Response answer(const kit::Request& request) const;
    /// The page of an answer that the edge gives by itself. Reads no database and never throws.
    kit::Response problem(int status, const kit::Request& request) const;
    /// What is said to a form with files when its head was read: the same no as answer() would give, else an intake
    /// that takes no file before it has seen the right "form_secret". Only signed-in people get one.
    kit::Reception receive(const kit::Request& request) const;
    /// What the edge may shed first.
    kit::Load load(const kit::Request& request) const;

  private:
    struct Path {
        const Route* route;
        std::vector<std::string_view> segments;  // "{...}" captures, "{...}.ics" what has that ending
    };
    struct Match {
        const Route* route = nullptr;
        std::vector<std::string> captured;
        bool other_method = false;  // the path exists, but not for this method
    };
    Match match(std::string_view path, kit::Method method) const;
    kit::Response answer_in(Language language, std::string_view path, const kit::Request& request) const;
    kit::Response run(const Route& route, Visit& visit) const;
    /// A POST without a session: parked where it may be, and on the way to signing in; else 403.
    kit::Response ended(Visit& visit) const;
    /// Does what is parked, as visit.resume says, each by its own route with the session's secret and at the instant of
    /// this request; `entered` is the handler's answer, whose cookies go with the new one.
    kit::Response resumed(Visit& visit, kit::Response entered) const;
    /// Why this visitor is turned away at the door of the route, or nothing.
    std::optional<kit::Response> turned_away(const Route& route, Visit& visit) const;

    const flow::World& world_;
    std::vector<Path> paths_;  // literal segments before places, so that /calls/new wins over /calls/{code}
    FindPerson find_person_;
    const Frame& frame_;
    const Assets& assets_;
    MakeIntake make_intake_;
};

/// The best of our languages for an Accept-Language header; fi when it names none of them.
Language preferred_language(std::string_view accept_language);

}  // namespace vastin::page
