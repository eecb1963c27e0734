#include "application/shown.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "application/application_life.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "call/opening.h"
#include "kit/limits.h"

namespace vastin::application {

namespace {

/// The application that `find` gives, with its call, judged.
template <class Find>
Result<Shown> with_call(const page::Visit& visit, Find&& find_one) {
    Result<Shown> made = tl::unexpected(Refusal{Refusal::Kind::not_found, {}});
    visit.world.database.read([&](kit::Transaction& t) {
        Result<Application> opened = find_one(t);
        if (!opened) {
            made = tl::unexpected(std::move(opened).error());
            return;
        }
        auto call = call::find(t, opened->call);
        check(call != nullptr, "an application has its call");
        made = Shown{std::move(*opened), std::move(call), {}};
    });
    if (made) {
        made->judged = judge(made->application, *made->call);
    }
    return made;
}

}  // namespace

Result<Shown> shown(page::Visit& visit) {
    return with_call(visit, [&](kit::Transaction& t) { return open(t, visit.signed_in(), visit.captured.at(0)); });
}

Result<Shown> shown_to_official(page::Visit& visit, std::string_view id) {
    return with_call(visit, [&](kit::Transaction& t) -> Result<Application> {
        const auto read = Id<Application>::read(id);
        auto found = read ? find(t, *read) : std::nullopt;
        if (!found || !was_sent(found->state)) {
            return not_found();
        }
        return std::move(*found);
    });
}

std::string path_of(const Application& application, std::string_view rest) {
    return "/applications/" + application.id.str() + std::string(rest);
}

Phrase title_of(const Application& a) {
    return a.title.empty() ? say("Project without a name") : Phrase(Localised{a.title, a.title, a.title});
}

Phrase part_name(const Part& part) {
    return part.organisation.empty() ? say("Implementer {0}", part.ordinal)
                                     : Phrase(Localised{part.organisation, part.organisation, part.organisation});
}

std::optional<std::int64_t> read_number(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number)
                                                                                  : std::nullopt;
}

void set_guards(kit::View& view, const page::Visit& visit, const Application& application) {
    const Seen versions = seen(application);
    std::string parts;
    for (const Version& version : versions.parts) {
        parts += (parts.empty() ? "" : ".") + std::to_string(version.number);
    }
    view.set("VERSION", std::to_string(versions.common.number));
    view.set("PART_VERSION", parts);
    page::form_secret(view, visit);
}

std::optional<Seen> posted_seen(const kit::Request& request) {
    const auto common = read_number(request.form.get("version"));
    if (!common) {
        return std::nullopt;
    }
    Seen versions{{*common}, {}};
    const std::string parts = request.form.get("part_version");
    for (std::size_t at = 0; at <= parts.size();) {
        const std::size_t end = std::min(parts.find('.', at), parts.size());
        const auto number = read_number(parts.substr(at, end - at));
        if (!number || versions.parts.size() > kit::limits::parts_per_application) {
            return std::nullopt;
        }
        versions.parts.push_back({*number});
        at = end + 1;
    }
    return versions;
}

kit::Response not_whole(page::Visit& visit) {
    return page::refusal(visit,
                         {Refusal::Kind::invalid,
                          {{say("The form was not whole. Open the page again and write the answers there."), {}}}});
}

namespace {

Phrase deadline(const Shown& shown, Instant now, const kit::Words& words, Language language) {
    const auto& arrived = shown.application.arrived;
    const auto why = window_closed({*shown.call, now, true, arrived});
    if (why) {
        return *why;
    }
    const call::Window& window = shown.call->window;
    const call::Batch batch = call::batch_of(window, arrived.value_or(now));
    if (!batch.endless && (arrived || window.cut_offs.empty())) {
        return say("Send by {0} at the latest. {1} left.", batch.by, words.span(language, batch.by - now));
    }
    const Phrase handling = call::handling_words(window, now), closing = call::closing_words(window);
    return handling.empty() ? closing : say("{0}. {1}", closing, handling);
}

/// When it arrived, and what is handled with it.
Phrase arrival(const Shown& shown, const std::string& second) {
    const call::Window& window = shown.call->window;
    const Instant at = *shown.application.arrived;
    if (shown.application.state != State::withdrawn) {
        if (const Phrase handled = call::handled_words(window, at); !handled.empty()) {
            return say("Arrived {0}. {1}", second, handled);
        }
    }
    return !window.endless && at <= window.closes ? say("Arrived {0}, before the deadline.", second)
                                                  : say("Arrived {0}.", second);
}

}  // namespace

Phrase saved_line(const Application& a, const Judged& judged, const identity::Person& reader) {
    const auto faults = static_cast<std::int64_t>(judged.faults().size());
    const Phrase saved =
        a.changed_by == reader.name ? say("Saved {0}", a.changed) : say("Saved {0} by {1}", a.changed, a.changed_by);
    return faults == 0 ? saved
                       : say_count(faults, "{0}, one thing to correct", "{0}, {1} things to correct", saved, faults);
}

void dress(page::Page& page, const page::Visit& visit, const Shown& shown) {
    const Application& a = shown.application;
    page.menu("applications");
    page.crumb(say("My applications"), "/applications");
    if (editable(a.state)) {
        page.state(page::Page::State::draft,
                   state_name(a.state),
                   deadline(shown, visit.now, visit.world.words, visit.language),
                   saved_line(a, shown.judged, visit.signed_in()));
        return;
    }
    page.state(a.state == State::withdrawn ? page::Page::State::ended : page::Page::State::sent,
               state_name(a.state),
               arrival(shown, visit.world.words.second(visit.language, *a.arrived)),
               {});
}

const std::set<std::string>& hidden_in(const Shown& shown, const Sheet& sheet) {
    return sheet.section->whose == form::Whose::part ? shown.judged.parts.at(sheet.part).answers.hidden
                                                     : shown.judged.common.hidden;
}

namespace {

bool any_asked(const Shown& shown, const Sheet& sheet) {
    const auto& fields = sheet.section->fields;
    return fields.empty() || std::any_of(fields.begin(), fields.end(), [&](const form::Field& field) {
               return !hidden_in(shown, sheet).contains(field.key);
           });
}

}  // namespace

std::vector<Sheet> sheets(const Shown& shown) {
    std::vector<Sheet> all;
    const auto add = [&](form::Whose whose, std::size_t part) {
        for (const form::Section& section : shown.call->form.sections) {
            if (section.whose == whose && any_asked(shown, {&section, part})) {
                all.push_back({&section, part});
            }
        }
    };
    add(form::Whose::common, 0);
    for (std::size_t part = 0; part < shown.application.parts.size(); ++part) {
        add(form::Whose::part, part);
    }
    return all;
}

namespace {
bool of_part(const Sheet& sheet) { return sheet.section->whose == form::Whose::part; }
}  // namespace

std::string path_of(const Application& application, const Sheet& sheet) {
    const std::int64_t ordinal = of_part(sheet) ? application.parts.at(sheet.part).ordinal : 1;
    return path_of(application,
                   "/sections/" + sheet.section->key + (ordinal > 1 ? "?part=" + std::to_string(ordinal) : ""));
}

const form::Answers& answers_of(const Application& application, const Sheet& sheet) {
    return of_part(sheet) ? application.parts.at(sheet.part).answers : application.answers;
}

Version version_of(const Application& application, const Sheet& sheet) {
    return version_of(of_part(sheet) ? application.parts.at(sheet.part).sections : application.sections,
                      sheet.section->key);
}

std::vector<Reason> reasons_in(const Judged& judged, const Sheet& sheet, bool missing) {
    std::vector<Reason> all;
    if (of_part(sheet)) {
        const JudgedPart& part = judged.parts.at(sheet.part);
        all = missing ? part.all() : part.faults();
    } else {
        all = missing ? judged.common.all() : judged.common.faults();
        all.insert(all.end(), judged.across.begin(), judged.across.end());
    }
    std::unordered_map<std::string_view, std::size_t> places;  // of the fields, by key
    for (const form::Field& field : sheet.section->fields) {
        places.emplace(field.key, places.size());
    }
    const auto place_of = [&](const Reason& reason) {
        const auto found = places.find(std::string_view(reason.field).substr(0, reason.field.find('.')));
        return found == places.end() ? places.size() : found->second;
    };
    std::erase_if(all, [&](const Reason& reason) { return place_of(reason) == places.size(); });
    std::stable_sort(
        all.begin(), all.end(), [&](const Reason& a, const Reason& b) { return place_of(a) < place_of(b); });
    return all;
}

}  // namespace vastin::application
