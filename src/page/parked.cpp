#include "page/parked.h"

#include <algorithm>

#include "base/check.h"
#include "identity/identity_acts.h"
#include "identity/identity_store.h"
#include "kit/hash.h"
#include "kit/json.h"
#include "kit/limits.h"
#include "kit/secret_box.h"
#include "page/parked_store.h"

namespace vastin::page {

namespace limits = kit::limits;

namespace {

/// A token of ours, or nothing: what else a cookie may hold is not looked up.
std::optional<std::string> token(const kit::Request& request, std::string_view name) {
    std::string found = request.cookie(name);
    const bool ours = found.size() == 32 && found.find_first_not_of("0123456789abcdef") == std::string::npos;
    return ours ? std::optional(std::move(found)) : std::nullopt;
}

/// The session whose page the form came from, ended or not; nothing when the form does not prove that there was one.
std::optional<std::string> session_behind(const kit::Request& request, const flow::World& world) {
    auto session = token(request, identity::cookie_name(world));
    const std::string* given = request.form.find("form_secret");
    return session && given != nullptr && kit::same_secret(*given, kit::keyed_hash(*session, "form"))
               ? std::move(session)
               : std::nullopt;
}

std::string written(const kit::Request& request) {
    kit::Json::List fields;
    for (const auto& [name, value] : request.form.all()) {
        if (name != "form_secret") {
            fields.emplace_back(kit::Json::List{name, value});
        }
    }
    return kit::Json(kit::Json::Object{{"path", request.path}, {"query", request.query}, {"fields", std::move(fields)}})
        .canonical();
}

std::optional<Form> read(const std::string& text) {
    const auto json = kit::Json::read(text);
    if (!json || (*json)["fields"].list() == nullptr) {
        return std::nullopt;
    }
    Form form{json->text_or("path"), json->text_or("query"), {}};
    for (const kit::Json& field : *(*json)["fields"].list()) {
        const auto* pair = field.list();
        check(pair != nullptr && pair->size() == 2 && pair->at(0).text() != nullptr && pair->at(1).text() != nullptr,
              "a parked field");
        form.fields.add(*pair->at(0).text(), *pair->at(1).text());
    }
    return form;
}

}  // namespace

bool Parked::waits(Instant now) const { return !went && (!taken || now > *taken + limits::parked_lost); }

std::string_view parked_cookie_name(const flow::World& world) {
    return world.secure ? "__Host-vastin-kept" : "vastin-kept";
}

std::optional<Parking> park(const kit::Request& request, const flow::World& world) {
    const auto session = session_behind(request, world);
    const bool files = request.header("content-type").starts_with("multipart/");
    if (!session || files) {
        return std::nullopt;
    }
    const std::string text = written(request);
    if (text.size() > limits::parked_size) {
        return std::nullopt;
    }
    const std::string browser = token(request, parked_cookie_name(world)).value_or(kit::secret());
    const std::string browser_hash = kit::sha256(browser), session_hash = kit::sha256(*session);
    const std::string place = kit::keyed_hash(browser, request.path + "?" + request.query);
    const std::string box = kit::shut(browser, text);
    Parked parked;
    parked.id = {IdText::make(request.arrived, kit::chance())};
    parked.at = request.arrived;
    parked.expires = request.arrived + limits::parked_time;
    const bool kept = world.database.write([&](kit::Transaction& t) {
        const auto ended = identity::find_session(t, session_hash);
        parked.account = ended ? std::optional(ended->person.id) : std::nullopt;
        const ParkedCounts there = count_parked(t, browser_hash, place, request.arrived);
        if (there.browser >= limits::parked_per_browser || there.all >= limits::parked_in_all ||
            (!ended && there.unknown >= limits::parked_unknown)) {
            return false;
        }
        put_parked(t, parked, browser_hash, place, box);
        return true;
    });
    if (!kept) {
        return std::nullopt;
    }
    std::string cookie(parked_cookie_name(world));
    cookie += "=" + browser +
              "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(limits::parked_time.milliseconds / 1000) +
              (world.secure ? "; Secure" : "");
    return Parking{std::move(cookie), parked.expires};
}

std::vector<Parked> parked_of(const kit::Request& request, const flow::World& world) {
    std::vector<Parked> all;
    if (const auto browser = token(request, parked_cookie_name(world))) {
        const std::string hash = kit::sha256(*browser);
        world.database.read([&](kit::Transaction& t) { all = parked_of(t, hash, request.arrived); });
    }
    return all;
}

std::optional<Form> take_parked(const kit::Request& now, const flow::World& world, Id<Parked> id) {
    const auto browser = token(now, parked_cookie_name(world));
    std::optional<std::string> box;
    if (browser) {
        const std::string hash = kit::sha256(*browser);
        world.database.write([&](kit::Transaction& t) {
            box = take_parked(t, id, hash, now.arrived, now.arrived - limits::parked_lost);
            return box.has_value();
        });
    }
    const auto text = box ? kit::opened(*browser, *box) : std::nullopt;
    return text ? read(*text) : std::nullopt;
}

void end_parked(const flow::World& world, Id<Parked> id, const std::string& went) {
    world.database.write([&](kit::Transaction& t) {
        end_parked(t, id, went);
        return true;
    });
}

void put_back_parked(const flow::World& world, Id<Parked> id) {
    world.database.write([&](kit::Transaction& t) {
        put_back_parked(t, id);
        return true;
    });
}

bool drop_parked(const kit::Request& request, const flow::World& world, Id<Parked> id) {
    const auto browser = token(request, parked_cookie_name(world));
    if (!browser) {
        return false;
    }
    const std::string hash = kit::sha256(*browser);
    return world.database.write([&](kit::Transaction& t) { return drop_parked(t, id, hash); });
}

std::int64_t forget_parked(kit::Database& database, Instant now) {
    std::int64_t gone = 0;
    database.write([&](kit::Transaction& t) {
        gone = forget_parked(t, now);
        return gone > 0;
    });
    return gone;
}

}  // namespace vastin::page
