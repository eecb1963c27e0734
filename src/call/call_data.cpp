#include "call/call_data.h"

#include "base/instant.h"
#include "call/call_dates.h"
#include "call/call_load.h"
#include "call/call_public.h"
#include "kit/hash.h"

namespace vastin::call {

namespace {

using kit::Json;
using page::Visit;

Json in_three(const Localised& text) { return Json::Object{{"fi", text.fi}, {"sv", text.sv}, {"en", text.en}}; }

Json moment(Instant at, const Zone& zone) {
    return Json::Object{{"utc", write_instant(at)}, {"local", write_local_time(zone.local(at))}};
}

const char* word(CallState how) {
    return how == CallState::coming ? "coming" : how == CallState::open ? "open" : "closed";
}

const char* word(CallDate::Kind kind) {
    switch (kind) {
        case CallDate::Kind::opens:
            return "opens";
        case CallDate::Kind::info_session:
            return "info_session";
        case CallDate::Kind::cut_off:
            return "cut_off";
        case CallDate::Kind::closes:
            return "closes";
        case CallDate::Kind::recommended_start:
            return "recommended_start";
        case CallDate::Kind::other:
            break;
    }
    return "other";
}

Json window_of(const Window& window, const Zone& zone) {
    Json::Object made{{"kind", window.kind == Window::Kind::fixed ? "fixed" : "continuous"},
                      {"zone", zone.name()},
                      {"opens", moment(window.opens, zone)},
                      {"until_pot_empty", window.until_pot_empty}};
    if (!window.endless) {
        made.emplace("closes", moment(window.closes, zone));
    }
    if (window.extended_from) {
        made.emplace("extended_from", moment(*window.extended_from, zone));
    }
    return made;
}

Json date_of(const CallDate& date, const Zone& zone, const kit::Words& words) {
    Json::Object made{{"key", date.key}, {"kind", word(date.kind)}, {"name", in_three(in_all(words, date.name))}};
    if (date.at) {
        made.emplace("at", moment(*date.at, zone));
    }
    if (date.until) {
        made.emplace("until", moment(*date.until, zone));
    }
    if (date.day) {
        made.emplace("day", write_date(*date.day));
    }
    if (date.when) {
        made.emplace("when", in_three(*date.when));
    }
    if (date.place) {
        made.emplace("place", in_three(*date.place));
    }
    if (!date.link.empty()) {
        made.emplace("link", date.link);
    }
    return made;
}

const Localised& funder_name(const Pot& pot, const programme::Programme& programme) {
    const auto* funder = programme::find_funder(programme, pot.funder.text);
    return funder != nullptr ? funder->name : pot.label;
}

Json pot_of(const Pot& pot, const PublishedCall& one) {
    const bool about = pot.money.precision == programme::Announced::Precision::about;
    Json::Object made{{"code", pot.code.text},
                      {"payer", pot.payer.text},
                      {"funder", pot.funder.text},
                      {"funder_name", in_three(funder_name(pot, *one.programme))},
                      {"cents", pot.money.sum.count()},
                      {"precision", about ? "about" : "exact"},
                      {"label", in_three(pot.label)}};
    if (const auto* payer = funding::find_payer(one.call->rules, {pot.payer.text})) {
        made.emplace("payer_class", std::string(code(payer->payer)));
    }
    if (pot.theme) {
        made.emplace("theme", pot.theme->text);
    }
    if (pot.line) {
        made.emplace("line", in_three(*pot.line));
    }
    if (pot.conditional) {
        made.emplace("conditional", in_three(*pot.conditional));
    }
    return made;
}

Json version_of(const PublishedCall& one) {
    return Json::Object{{"number", one.number},
                        {"published", write_instant(one.published)},
                        {"first_published", write_instant(one.first)},
                        {"rules_hash", one.call->rules_hash.text},
                        {"programme_hash", one.call->programme.text},
                        {"file_sha256", kit::sha256(one.call->file.text)}};
}

Json links_of(const Call& call, const Visit& visit) {
    Localised page{}, calendar{};
    const auto at = [&](Language language, const char* ending) {
        return outside(visit, language, path_of(call) + ending);
    };
    page = {at(Language::fi, ""), at(Language::sv, ""), at(Language::en, "")};
    calendar = {at(Language::fi, ".ics"), at(Language::sv, ".ics"), at(Language::en, ".ics")};
    return Json::Object{{"page", in_three(page)},
                        {"calendar", in_three(calendar)},
                        {"json", visit.world.address + path_of(call) + ".json"},
                        {"toml", visit.world.address + path_of(call) + ".toml"}};
}

Json contact_of(const Contact& contact) {
    Json::Object made{{"office", in_three(contact.office)}, {"role", in_three(contact.role)}};
    if (!contact.web.empty()) {
        made.emplace("web", contact.web);
    }
    return made;
}

}  // namespace

Json call_as_json(const PublishedCall& one, const Visit& visit) {
    const Call& call = *one.call;
    const Zone& zone = one.programme->zone;
    Json::List dates, pots, themes, projects;
    for (const CallDate& date : dates_of(call, zone)) {
        dates.push_back(date_of(date, zone, visit.world.words));
    }
    for (const Pot& pot : call.pots) {
        pots.push_back(pot_of(pot, one));
    }
    for (const form::Theme& theme : call.themes) {
        themes.push_back(Json::Object{{"code", theme.id}, {"name", in_three(theme.name)}});
    }
    for (const ProjectKind kind : call.projects) {
        projects.push_back(kind == ProjectKind::single ? "single" : "group");
    }
    return Json::Object{{"form", "vastin.call.1"},
                        {"code", call.code.text},
                        {"agreement", one.programme->agreement.code.text},
                        {"name", in_three(call.name)},
                        {"purpose", in_three(call.texts.purpose)},
                        {"applicants", in_three(call.texts.applicants)},
                        {"state", word(state(call, visit.now))},
                        {"version", version_of(one)},
                        {"window", window_of(call.window, zone)},
                        {"dates", std::move(dates)},
                        {"pots", std::move(pots)},
                        {"themes", std::move(themes)},
                        {"projects", std::move(projects)},
                        {"contact", contact_of(call.contact)},
                        {"links", links_of(call, visit)}};
}

// ---- linked data

namespace {

/// "560000.00"
std::string decimal(Money sum) {
    const std::string cents = std::to_string(sum.count() % 100);
    return std::to_string(sum.count() / 100) + (cents.size() < 2 ? ".0" : ".") + cents;
}

Json grant_of(const Pot& pot, const Call& call, const programme::Programme& programme, Language language) {
    return Json::Object{
        {"@type", "MonetaryGrant"},
        {"name", pot.line.value_or(call.name).in(language)},
        {"amount", Json::Object{{"@type", "MonetaryAmount"}, {"currency", "EUR"}, {"value", decimal(pot.money.sum)}}},
        {"funder", Json::Object{{"@type", "Organization"}, {"name", funder_name(pot, programme).in(language)}}}};
}

}  // namespace

Json linked_call(const Call& call, const programme::Programme& programme, const Visit& visit) {
    const Language language = visit.language;
    const std::string address = outside(visit, language, path_of(call));
    Json::List grants;
    for (const Pot& pot : call.pots) {
        grants.push_back(grant_of(pot, call, programme, language));
    }
    Json::Object offer{{"@type", "Offer"},
                       {"name", call.name.in(language)},
                       {"url", address},
                       {"validFrom", write_instant(call.window.opens)}};
    if (!call.window.endless) {
        offer.emplace("validThrough", write_instant(call.window.closes));
    }
    return Json::Object{
        {"@context", "https://schema.org"},
        {"@type", "FundingScheme"},
        {"@id", visit.world.address + path_of(call)},
        {"identifier", call.code.text},
        {"name", call.name.in(language)},
        {"description", call.texts.purpose.in(language)},
        {"url", address},
        {"parentOrganization",
         Json::Object{{"@type", "GovernmentOrganization"}, {"name", publisher(programme).in(language)}}},
        {"funding", std::move(grants)},
        {"makesOffer", std::move(offer)}};
}

}  // namespace vastin::call
