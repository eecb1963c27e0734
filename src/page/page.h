#pragma once
// How a thing becomes a page: a Route names the right it needs, a handler takes a Visit, calls one act and renders one
// template into the frame.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/figure.h"
#include "base/result.h"
#include "flow/world.h"
#include "identity/identity.h"
#include "kit/html.h"
#include "kit/http.h"
#include "kit/json.h"
#include "page/parked.h"

namespace vastin::page {

/// Who may come; `person` is anybody who is signed in. A stranger to `person` and up is sent to sign in (GET) or told
/// so; a person of another role sees 404.
enum class Right { anyone, person, applicant, coordinator, administrator, demo };

struct Frame;  // page/frame.h: what stands around every page

/// One request, understood.
struct Visit {
    const kit::Request& request;
    const flow::World& world;
    Language language = Language::fi;
    std::vector<std::string> captured;  // what stood in the {places} of the route's path
    std::optional<identity::Person> person;
    Instant now;                      // the town's instant of the request
    const Frame* frame = nullptr;     // set by the Router; without it a page has a plain frame
    std::vector<Parked> parked = {};  // what this browser has kept here from an ended session
    /// Set by a handler of Right::anyone: what is parked is done now, and its answer takes the place of the handler's.
    struct Resume {
        std::string token;               // of the session that the handler began; "": the request's own
        std::optional<Id<Parked>> only;  // this one; nothing: every one that is certainly this person's
    };
    std::optional<Resume> resume = {};
    const identity::Person& signed_in() const;  // Bug unless the route's right asks for a person
};

using Handler = kit::Response (*)(Visit&);
/// Looks, when only the head of a form with files was read, whether this person may send files there now: a refusal, or
/// nothing.
using Doorkeeper = std::optional<kit::Response> (*)(Visit&);

/// `path` after the language: "/applications/{id}/check", or with an ending: "/calls/{code}.ics". Every route exists as
/// /fi, /sv and /en; addresses are for ever.
struct Route {
    kit::Method method = kit::Method::get;
    const char* path = "";
    Right right = Right::anyone;
    Handler handler = nullptr;
    kit::Load load = kit::Load::shed_first;  // lists are shed first under overload; a send or a save never
    Doorkeeper files = nullptr;              // takes forms with files (multipart/form-data); without it they get 415
};

/// A page in the frame: head, menu, languages, demo bar, crumbs, state line, errors, footer. `file` is the template of
/// its middle.
class Page {
  public:
    Page(Visit& visit, std::string_view file, const Phrase& title);
    kit::View& body() { return body_; }
    /// A step of the crumbs, from the top; `address` without language ("/calls"). The title of the page is the last
    /// step by itself.
    void crumb(const Phrase& name, std::string_view address);
    enum class State { draft, sent, ended };
    /// The one loud state line: what ("Draft – not sent"), deadline or arrival, and what is saved (may be empty).
    void state(State state, const Phrase& what, const Phrase& detail, const Phrase& saved);
    /// The error box above h1; each reason links to its field. The same words stand at the field (see field_error).
    /// The heading counts what is to be corrected, unless it is given: where nothing is, but something else happened.
    void errors(const std::vector<Reason>& reasons, const Phrase& heading = {});
    /// The same thing for other programs, in the head: a feed, a calendar; `path` without language ("/calls.atom").
    void alternate(std::string_view type, std::string_view path, const Phrase& name);
    /// What the page says, as linked data (JSON-LD) for search engines, in the head.
    void linked_data(kit::Json data) { linked_data_ = std::move(data); }
    /// The template brings its own widths (front page): main is not narrowed.
    void wide() { wide_ = true; }
    /// Answers with this page. Signed-in pages are never kept by caches.
    kit::Response answer(int status = 200);
    /// The menu item that is lit: "calls", "projects", "agreement", "applications", "desk", "admin/accounts".
    void menu(std::string_view item) { menu_ = item; }

  private:
    Visit& visit_;
    kit::View frame_, body_;
    Phrase title_;
    std::string menu_;
    std::optional<kit::Json> linked_data_;
    bool wrong_ = false, wide_ = false;
    std::vector<std::pair<std::string, std::string>> crumbs_;
};

/// "/fi/calls/2025": the address of a route in the visit's language.
std::string address(const Visit& visit, std::string_view path);
/// 303 See Other to a path of our own, in the visit's language.
kit::Response redirect(const Visit& visit, std::string_view path);
/// The page of a no: 404, 403, 409, 422, 429 with the reasons in the person's language.
kit::Response refusal(Visit& visit, const Refusal& refusal);
kit::Response not_found(Visit& visit);

/// Fills {{>name}} with the till roll of a figure (page/pages/because.tpl), operands below operands, the edge in the
/// payer's hue (eu, city, own, outside or "").
void because(kit::View& view, std::string_view name, const Figure<Money>& figure, std::string_view payer = {});

/// One segment of a share bar: payer as eu, city, own, outside; width by `weight`.
struct Segment {
    std::string payer;
    std::int64_t weight = 0;
    std::string label;  // "60 %", may be empty
};
/// 57.28 for 5728 of 10000: x and width of a picture's pieces, as SVG wants them. 0 <= part <= whole, whole > 0.
std::string percent_of(std::int64_t part, std::int64_t whole);
/// Fills {{>name}} with a share bar (page/pages/share_bar.tpl). `size`: "", "mid" or "slim".
void share_bar(kit::View& view, std::string_view name, std::span<const Segment> segments, std::string_view size = {});

/// Links of a paged list: fills {{>name}} (page/pages/pages.tpl) where there is more than one page. `path` with its
/// query but for "page".
void pages(kit::View& view, std::string_view name, const Visit& visit, std::string_view path, int page, int pages);

}  // namespace vastin::page
