#include "page/router.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "page/guard.h"
#include "page/page_frame.h"

namespace vastin::page {

namespace {

/// "/calls/{code}" as {"calls", "{code}"}; "" and "/" have none.
std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        if (end > 0) {
            segments.push_back(path.substr(0, end));
        }
        path.remove_prefix(end);
    }
    return segments;
}

bool place(std::string_view segment) { return segment.starts_with('{'); }

/// What must stand behind a place in its segment: ".ics" of "{code}.ics".
std::string_view ending(std::string_view segment) { return segment.substr(segment.find('}') + 1); }

kit::Method plain(kit::Method method) { return method == kit::Method::head ? kit::Method::get : method; }

/// Literals before places, places with an ending before plain ones, segment by segment.
bool before(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](std::string_view x, std::string_view y) {
            const auto key = [](std::string_view s) {
                return std::tuple(place(s), place(s) && ending(s).empty(), place(s) ? ending(s) : s);
            };
            return key(x) < key(y);
        });
}

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(), [](auto segment, auto given) {
        return place(segment) ? given.size() > ending(segment).size() && given.ends_with(ending(segment))
                              : segment == given;
    });
}

/// Whether a person (or nobody) of this kind may come; a stranger may still sign in.
bool may_come(Right right, const std::optional<identity::Person>& person, const flow::World& world) {
    const auto is = [&](identity::Role role) { return person && person->role == role; };
    switch (right) {
        case Right::anyone:
            return true;
        case Right::person:
            return person.has_value();
        case Right::applicant:
            return is(identity::Role::applicant);
        case Right::coordinator:
            return is(identity::Role::coordinator);
        case Right::administrator:
            return is(identity::Role::administrator);
        case Right::demo:
            return world.demo;
    }
    return false;
}

kit::Response moved(int status, std::string to) {
    kit::Response response;
    response.status = status;
    response.header("Location", std::move(to));
    return response;
}

std::string with_query(std::string path, const kit::Request& request) {
    return request.query.empty() ? path : path + "?" + request.query;
}

std::string escaped(std::string_view path) {
    std::string whole;
    for (const std::string_view segment : segments_of(path)) {
        whole += "/" + kit::url_escaped(segment);
    }
    return whole;
}

bool has_header(const kit::Response& response, std::string_view name) {
    return std::any_of(
        response.headers.begin(), response.headers.end(), [&](const auto& header) { return header.first == name; });
}

}  // namespace

Router::Router(const flow::World& world,
               std::span<const Route> routes,
               FindPerson find_person,
               const Frame& frame,
               const Assets& assets,
               MakeIntake make_intake)
    : world_(world),
      find_person_(std::move(find_person)),
      frame_(frame),
      assets_(assets),
      make_intake_(std::move(make_intake)) {
    for (const Route& route : routes) {
        check(route.handler != nullptr && (route.path[0] == '/' || route.path[0] == '\0'), "a route");
        check(route.files == nullptr || (route.method == kit::Method::post && route.right != Right::anyone),
              "files come from signed-in people only");
        paths_.push_back({&route, segments_of(route.path)});
    }
    std::stable_sort(
        paths_.begin(), paths_.end(), [](const Path& a, const Path& b) { return before(a.segments, b.segments); });
    for (std::size_t at = 1; at < paths_.size(); ++at) {
        for (std::size_t other = 0; other < at; ++other) {
            const Path &a = paths_[other], &b = paths_[at];
            const bool same = !before(a.segments, b.segments) && !before(b.segments, a.segments);
            check(!same || a.route->method != b.route->method, b.route->path);
        }
    }
}

Router::Match Router::match(std::string_view path, kit::Method method) const {
    const auto given = segments_of(path);
    Match found;
    for (const Path& candidate : paths_) {
        if (!fits(candidate.segments, given)) {
            continue;
        }
        if (candidate.route->method != plain(method)) {
            found.other_method = true;
            continue;
        }
        found.route = candidate.route;
        for (std::size_t at = 0; at < given.size(); ++at) {
            if (place(candidate.segments[at])) {
                found.captured.emplace_back(
                    given[at].substr(0, given[at].size() - ending(candidate.segments[at]).size()));
            }
        }
        break;
    }
    return found;
}

kit::Response Router::answer(const kit::Request& request) const {
    const std::string_view path = request.path;
    const bool reads = request.method != kit::Method::post;
    if (reads && path.starts_with("/assets/")) {
        if (auto file = assets_.answer(path)) {
            return std::move(*file);
        }
    }
    const auto asked =
        path.size() >= 3 && (path.size() == 3 || path[3] == '/') ? read_language(path.substr(1, 2)) : std::nullopt;
    const Language language = asked ? *asked : preferred_language(request.header("accept-language"));
    const Route* meant = asked || !reads ? nullptr : match(path, request.method).route;
    if (meant != nullptr && meant->right == Right::anyone) {
        auto response = moved(302, with_query("/" + std::string(code(language)) + escaped(path), request));
        response.header("Vary", "Accept-Language");
        response.header("Cache-Control", "no-cache");
        return response;
    }
    if (asked && path.size() > 3 && path.ends_with('/') && reads) {
        return moved(301, with_query(escaped(path), request));
    }
    return answer_in(language, asked ? path.substr(3) : std::string_view("?"), request);
}

kit::Response Router::answer_in(Language language, std::string_view path, const kit::Request& request) const {
    Match found = path == "?" ? Match() : match(path, request.method);
    Visit visit{request,
                world_,
                language,
                std::move(found.captured),
                find_person_(request, world_),
                world_.clock.town(request.arrived),
                &frame_,
                parked_of(request, world_)};
    if (found.route != nullptr && (found.route->right != Right::demo || world_.demo)) {
        return run(*found.route, visit);
    }
    kit::Response response = found.other_method ? problem_page(visit, 405, problem_of(405, request)) : not_found(visit);
    if (found.other_method) {
        response.header("Allow", request.method == kit::Method::post ? "GET, HEAD" : "POST");
    }
    response.header("Cache-Control", "no-store");
    return response;
}

std::optional<kit::Response> Router::turned_away(const Route& route, Visit& visit) const {
    const bool posts = visit.request.method == kit::Method::post;
    if (posts && !from_our_pages(visit.request, world_)) {
        return problem_page(visit, 403, foreign_form());
    }
    if (may_come(route.right, visit.person, world_)) {
        return std::nullopt;
    }
    if (visit.person) {
        return not_found(visit);
    }
    if (posts) {
        return ended(visit);
    }
    const std::string here =
        with_query(address(visit, escaped(std::string_view(visit.request.path).substr(3))), visit.request);
    return redirect(visit, "/sign-in?next=" + kit::url_escaped(here));
}

kit::Response Router::run(const Route& route, Visit& visit) const {
    const bool posts = visit.request.method == kit::Method::post;
    auto no = turned_away(route, visit);
    if (!no && posts && visit.person && !holds_secret(visit.request.form, *visit.person)) {
        no = problem_page(visit, 403, foreign_form());
    }
    kit::Response response = no ? std::move(*no) : route.handler(visit);
    if (visit.resume) {
        return resumed(visit, std::move(response));
    }
    const bool of_a_person = visit.person || route.right != Right::anyone || !visit.parked.empty();
    if (!has_header(response, "Cache-Control")) {
        response.header("Cache-Control", of_a_person || posts || response.status >= 400 ? "no-store" : "no-cache");
    }
    if (of_a_person) {
        response.header("X-Robots-Tag", "noindex");
    }
    return response;
}

namespace {

/// Lets a file pass only after the secret of the person's forms: else another site's form could leave one here.
class GuardedIntake : public kit::Intake {
  public:
    GuardedIntake(std::unique_ptr<kit::Intake> inner, identity::Person person)
        : inner_(std::move(inner)), person_(std::move(person)) {}
    int begin(const kit::Fields& before, const std::string& field, const std::string& name) override {
        return holds_secret(before, person_) ? inner_->begin(before, field, name) : 403;
    }
    void take(std::string_view bytes) override { inner_->take(bytes); }
    kit::UploadedFile end() override { return inner_->end(); }
    void abandon() override { inner_->abandon(); }

  private:
    std::unique_ptr<kit::Intake> inner_;
    identity::Person person_;
};

}  // namespace

kit::Reception Router::receive(const kit::Request& request) const {
    kit::Reception made;
    const std::string_view path = request.path;
    const auto language = path.size() >= 3 ? read_language(path.substr(1, 2)) : std::nullopt;
    Match found = language ? match(path.substr(3), request.method) : Match();
    if (found.route == nullptr || found.route->files == nullptr || !make_intake_) {
        return made;
    }
    Visit visit{request,
                world_,
                *language,
                std::move(found.captured),
                find_person_(request, world_),
                world_.clock.town(request.arrived),
                &frame_,
                {}};
    if (!visit.person) {  // a file is not parked: it is chosen again after signing in
        made.answer = problem_page(visit, 403, signed_out(visit));
    } else {
        made.answer = turned_away(*found.route, visit);
    }
    if (!made.answer) {
        made.answer = found.route->files(visit);
    }
    if (made.answer) {
        made.answer->header("Cache-Control", "no-store");
    } else {
        made.intake = std::make_unique<GuardedIntake>(make_intake_(visit.signed_in()), visit.signed_in());
    }
    return made;
}

kit::Response Router::problem(int status, const kit::Request& request) const {
    try {
        const std::string_view path = request.path;
        const auto asked = path.size() >= 3 ? read_language(path.substr(1, 2)) : std::nullopt;
        Visit visit{request,
                    world_,
                    asked ? *asked : preferred_language(request.header("accept-language")),
                    {},
                    std::nullopt,
                    world_.clock.town(request.arrived),
                    &frame_};
        kit::Response response = problem_page(visit, status, problem_of(status, request));
        response.header("Cache-Control", "no-store");
        return response;
    } catch (const std::exception&) {
        kit::Response response;  // a page of errors may not fail itself
        response.status = status;
        response.type = "text/plain; charset=utf-8";
        response.body = "Error " + std::to_string(status) + ". Incident " + request.number + ".\n";
        return response;
    }
}

kit::Load Router::load(const kit::Request& request) const {
    const std::string_view path = request.path;
    if (path.starts_with("/assets/")) {
        return kit::Load::never_shed;  // from memory, and a page without its style is of little use
    }
    if (path.size() < 3) {
        return kit::Load::shed_first;
    }
    const auto given = segments_of(path.substr(3));
    for (const Path& candidate : paths_) {
        if (candidate.route->method == plain(request.method) && fits(candidate.segments, given)) {
            return candidate.route->load;
        }
    }
    return kit::Load::shed_first;
}

}  // namespace vastin::page
