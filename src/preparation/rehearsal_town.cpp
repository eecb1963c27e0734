#include "preparation/rehearsal_town.h"

#include <cstdlib>
#include <filesystem>

#include "application/application_store.h"
#include "call/call_acts.h"
#include "identity/identity_acts.h"
#include "programme/programme_acts.h"

namespace vastin::preparation {

using application::Application;

namespace {

std::string make_folder() {
    std::string name = (std::filesystem::temp_directory_path() / "vastin-rehearsal-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no folder for a rehearsal in " + name);
    }
    return name;
}

std::unique_ptr<kit::Database> make_database(const std::string& folder, const std::string& migrations) {
    auto database = kit::Database::open({.address = folder + "/town.db", .readers = 1, .writers = 1, .lasting = false});
    database->migrate(migrations);
    return database;
}

constexpr std::string_view a_file = "Harjoitus\n";

/// Those of `answers` that the section asks, as a browser would post them; what stands there already is emptied.
kit::Fields posted(form::Answers answers, const form::Answers& there, const form::Section& section) {
    for (const auto& [name, old] : there) {
        answers.emplace(name, "");
    }
    kit::Fields fields;
    for (const auto& [name, answer] : answers) {
        for (const form::Field& field : section.fields) {
            if (form::belongs(name, field.key)) {
                fields.add(name, answer);
            }
        }
    }
    return fields;
}

}  // namespace

RehearsalTown::RehearsalTown(const flow::World& real)
    : folder_(make_folder()),
      database_(make_database(folder_, real.migrations)),
      world_{*database_, clock_, real.words, real.templates, real.followers} {
    world_.address = real.address;
    const identity::NewAccount office{"toimisto@harjoitus.example", "Harjoitus", "", "", identity::Role::coordinator};
    office_.id =
        act({"", "rehearsal"}, clock_.now(), [&](flow::Act& a) { return identity::create(a, office); }).value();
    office_.role = office.role;
    office_.name = office.name;
}

RehearsalTown::~RehearsalTown() {
    database_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

void RehearsalTown::publish(const programme::Programme& programme, const call::Call& call, Instant at) {
    const auto published = act({"", "rehearsal"}, at, [&](flow::Act& a) -> Done {
        TRY(programme::publish(a, programme));
        TRY(call::publish(a, call));
        return done();
    });
    check(published.has_value(), "a call that was loaded can be published in a town of its own");
}

identity::Person RehearsalTown::somebody(const application::MadeUp& made, Instant at) {
    const std::int64_t number = ++people_;
    const application::Part& lead = made.application.parts.front();
    const identity::NewAccount account{"harjoittelija-" + std::to_string(number) + "@harjoitus.example",
                                       "Harjoittelija " + std::to_string(number),
                                       lead.organisation.empty() ? "Harjoitus" : lead.organisation,
                                       lead.business_id,
                                       identity::Role::applicant,
                                       languages[static_cast<std::size_t>(number) % languages.size()]};
    identity::Person person;
    person.id = act({"", "rehearsal"}, at, [&](flow::Act& a) { return identity::create(a, account); }).value();
    person.name = account.name;
    person.email = account.email;
    person.organisation = account.organisation;
    person.business_id = account.business_id;
    person.language = account.language;
    return person;
}

Application RehearsalTown::found(Id<Application> id) {
    std::optional<Application> found;
    database_->read([&](kit::Transaction& t) { found = application::find(t, id); });
    check(found.has_value(), "what was begun in a rehearsal is there");
    return std::move(*found);
}

void RehearsalTown::attach(const Application& made, Id<Application> id, Instant at) {
    if (made.files.empty()) {
        return;
    }
    const auto intake = document::make_intake(*database_, "", kit::wall_now);
    intake->begin({}, "file", "harjoitus.txt");
    intake->take(a_file);
    const auto kept = intake->end();
    check(kept.fault.empty(), "a small text can be kept");
    // the places of a call may ask for other kinds of files: what is in them is not rehearsed
    act({"", "rehearsal"}, at, [&](flow::Act& a) {
        const auto blob = document::find_blob(a.db(), kept.hash);
        for (document::Attachment file : made.files) {
            file.id = a.new_id<document::Attachment>();
            file.file = blob.value();
            file.added = at;
            document::put_attachment(a.db(), id.str(), file);
        }
        return done();
    }).value();
}

Result<Id<Application>> RehearsalTown::write(const identity::Person& person,
                                             const application::MadeUp& made,
                                             Instant at) {
    const auto& code = made.application.call;
    const auto drawn = application::draw(at);
    const auto id = TRY(act(person.actor(), at, [&](flow::Act& a) {
        return application::start(a, person, code, application::Which::another, drawn);
    }));
    std::shared_ptr<const call::Call> call;
    database_->read([&](kit::Transaction& t) { call = call::find(t, code); });
    while (found(id).parts.size() < made.application.parts.size()) {
        TRY(act(person.actor(), at, [&](flow::Act& a) { return application::add_part(a, person, id.str()); }));
    }
    while (found(id).parts.size() > made.application.parts.size()) {  // a second stage brings those of the first
        const application::Part last = found(id).parts.back();
        TRY(act(person.actor(), at, [&](flow::Act& a) {
            return application::remove_part(a, person, id.str(), last.ordinal, last.version);
        }));
    }
    const Application begun = found(id);
    const auto save = [&](const form::Section& section, const Version& seen, std::int64_t part, kit::Fields fields) {
        return act(person.actor(), at, [&](flow::Act& a) {
            return application::save(a, person, id.str(), {section.key, part, seen, fields});
        });
    };
    for (const form::Section& section : call->form.sections) {
        if (section.whose == form::Whose::common) {
            TRY(save(section,
                     application::version_of(begun.sections, section.key),
                     1,
                     posted(made.application.answers, begun.answers, section)));
            continue;
        }
        for (std::size_t i = 0; i < begun.parts.size(); ++i) {
            TRY(save(section,
                     application::version_of(begun.parts[i].sections, section.key),
                     begun.parts[i].ordinal,
                     posted(made.application.parts[i].answers, begun.parts[i].answers, section)));
        }
    }
    attach(made.application, id, at);
    return id;
}

Result<application::Receipt> RehearsalTown::send(const identity::Person& person, Id<Application> id, Instant at) {
    return application::send(world_, person, at, id.str(), application::seen(found(id)), {});
}

}  // namespace vastin::preparation
