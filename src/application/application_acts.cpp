#include "application/application_acts.h"

#include <algorithm>

#include "application/application_entrance.h"
#include "application/application_life.h"
#include "application/application_people_store.h"
#include "application/application_store.h"
#include "call/call_acts.h"
#include "form/read.h"
#include "kit/hash.h"
#include "kit/limits.h"
#include "organisation/organisation_store.h"

namespace vastin::application {

std::string title_in(const form::Answers& answers) {
    const auto name = answers.find(key::name);
    return name == answers.end() ? std::string() : std::string(form::trimmed(name->second));
}

void name_organisation(Part& part) {
    const auto take = [&](const char* key, std::string& to) {
        const auto found = part.answers.find(key);
        if (found != part.answers.end() && !form::trimmed(found->second).empty()) {
            to = form::trimmed(found->second);
        }
    };
    take(key::official_name, part.organisation);
    take(key::business_id, part.business_id);
}

Phrase not_editable(State state) {
    return state == State::withdrawn
               ? say("The application has been withdrawn; it can no longer be changed.")
               : say("The application has been sent already. To change it, reopen it on its receipt’s page.");
}

Id<Application> draw(Instant now) { return {IdText::make(now, kit::chance())}; }

namespace {

/// What is known of the applicant from the account, for the fields that the call's form asks.
form::Answers known_answers(const call::Call& call, const identity::Person& person) {
    form::Answers known;
    const auto put = [&](const char* key, const std::string& value) {
        if (!value.empty() && form::find_field(call.form, key) != nullptr) {
            known.emplace(key, value);
        }
    };
    put(key::official_name, person.organisation);
    put(key::business_id, person.business_id);
    put(key::contact_email, person.email);
    return known;
}

/// Of `answers` those to questions that the form asks of `whose`, too.
form::Answers carried(const form::Answers& answers, const form::Form& form, form::Whose whose) {
    form::Answers kept;
    for (const form::Section& section : form.sections) {
        for (const form::Field& field : section.whose == whose ? section.fields : std::vector<form::Field>()) {
            for (auto at = answers.lower_bound(field.key); at != answers.end() && at->first.starts_with(field.key);
                 ++at) {
                if (form::belongs(at->first, field.key)) {
                    kept.insert(*at);
                }
            }
        }
    }
    return kept;
}

/// Puts what was written in the first stage into a draft of the second.
void carry_over(flow::Act& act, const Application& first, const call::Call& call, Application& made) {
    made.answers = carried(first.answers, call.form, form::Whose::common);
    made.title = title_in(made.answers);
    made.parts.clear();
    for (const Part& part : first.parts) {
        Part one;
        one.id = act.new_id<Part>();
        one.ordinal = part.ordinal;
        one.organisation = part.organisation;
        one.business_id = part.business_id;
        one.version = {1};
        one.answers = carried(part.answers, call.form, form::Whose::part);
        made.parts.push_back(std::move(one));
    }
}

}  // namespace

Result<Id<Application>> start(flow::Act& act,
                              const identity::Person& person,
                              const call::Code<call::Call>& code,
                              Which which,
                              Id<Application> drawn) {
    const auto call = call::find(act.db(), code);
    if (!call) {
        return not_found();
    }
    hold_drafts(act.db(), person.id);
    if (which == Which::newest) {
        if (const auto drafts = drafts_of(act.db(), person.id, code, 1); !drafts.empty()) {
            return drafts.front().id;
        }
    }
    if (find(act.db(), drawn)) {  // the same post again
        return right_of(act.db(), drawn, person.id) ? Result<Id<Application>>(drawn) : not_found();
    }
    if (auto why = window_closed({*call, act.now(), true})) {
        return refuse(Refusal::Kind::conflict, std::move(*why));
    }
    if (count_drafts(act.db(), person.id) >= static_cast<std::int64_t>(kit::limits::drafts_per_person)) {
        return refuse(Refusal::Kind::too_many,
                      say("You already have {0} drafts. Go on with one of them.",
                          static_cast<std::int64_t>(kit::limits::drafts_per_person)));
    }
    Application made;
    made.id = drawn;
    made.call = code;
    made.owner = person.id;
    made.version = {1};
    made.created = made.changed = act.now();
    made.changed_by = person.name;
    made.parts.push_back(
        {act.new_id<Part>(), 1, person.organisation, person.business_id, {1}, {}, known_answers(*call, person)});
    if (call->stage) {
        if (auto why = not_let_through(act.db(), person, *call)) {
            return refuse(Refusal::Kind::conflict, std::move(*why));
        }
        const auto first = let_through_of(act.db(), person.id, call->stage->after.text);
        carry_over(act, find(act.db(), *first).value(), *call, made);
    }
    put(act.db(), made);
    put_member(act.db(), made.id, {person.id, Right::manage, act.now(), {}, {}});
    act.record(made.id.str(), "application.start", {{"call", code.text}, {"rules", call->rules_hash.text}});
    return made.id;
}

Result<Application> open(kit::Transaction& t, const identity::Person& person, std::string_view id) {
    const auto read = Id<Application>::read(id);
    const auto right = read ? right_of(t, *read, person.id) : std::nullopt;
    auto found = right ? find(t, *read) : std::nullopt;
    if (!found) {
        return not_found();
    }
    found->right = *right;
    return std::move(*found);
}

Result<Application> open_to_edit(kit::Transaction& t, const identity::Person& person, std::string_view id) {
    auto found = open(t, person, id);
    if (found && !editable(found->state)) {
        return refuse(Refusal::Kind::conflict, not_editable(found->state));
    }
    return found;
}

namespace {

bool section_asks(const form::Section& section, std::string_view key) {
    return std::any_of(
        section.fields.begin(), section.fields.end(), [&](const form::Field& field) { return field.key == key; });
}

const form::Section* find_section(const call::Call& call, const std::string& key) {
    const auto found = std::find_if(call.form.sections.begin(),
                                    call.form.sections.end(),
                                    [&](const form::Section& section) { return section.key == key; });
    return found == call.form.sections.end() ? nullptr : &*found;
}

/// Where the business ID was typed and the name was not, the register's name of the organisation is filled in.
void name_from_register(kit::Transaction& t, const identity::Person& person, Part& part) {
    const auto id = part.answers.find(key::business_id);
    const auto name = part.answers.find(key::official_name);
    if (id == part.answers.end() || (name != part.answers.end() && !form::trimmed(name->second).empty())) {
        return;
    }
    const auto number = organisation::read_number(id->second);
    const auto known = number ? organisation::find(t, *number) : std::nullopt;
    if (known && known->standing == organisation::Name::checked) {
        part.answers[key::official_name] = known->name.in(person.language);
    }
}

/// Puts the section over what is saved; nothing when somebody saved it since it was seen.
bool put_over(Application& a, const call::Call& call, const form::Section& section, const PostedSection& posted) {
    Part* part = section.whose == form::Whose::part ? find_part(a, posted.part) : nullptr;
    SectionVersions& versions = part != nullptr ? part->sections : a.sections;
    form::Answers& answers = part != nullptr ? part->answers : a.answers;
    const Version now = version_of(versions, section.key);
    if (now != posted.seen) {
        return false;
    }
    answers = form::merge(std::move(answers), form::take(section, posted.fields, call.themes));
    answers = form::with_buttons(std::move(answers), section, posted.fields);
    versions[section.key] = now.next().number;
    if (part != nullptr) {
        name_organisation(*part);
    } else {
        a.title = title_in(a.answers);
    }
    return true;
}

}  // namespace

Result<Application> save(flow::Act& act,
                         const identity::Person& person,
                         std::string_view id,
                         const PostedSection& posted) {
    // on PostgreSQL another section of the same part may be saved between reading and writing: then once more
    constexpr int tries = 4;
    for (int at = 0; at < tries; ++at) {
        Application a = TRY(open_to_edit(act.db(), person, id));
        const auto call = call::find(act.db(), a.call);
        check(call != nullptr, "an application has its call");
        const form::Section* section = find_section(*call, posted.section);
        const bool of_part = section != nullptr && section->whose == form::Whose::part;
        if (section == nullptr || (of_part && find_part(a, posted.part) == nullptr)) {
            return not_found();
        }
        if (!put_over(a, *call, *section, posted)) {
            break;
        }
        if (of_part && section_asks(*section, key::official_name)) {
            name_from_register(act.db(), person, *find_part(a, posted.part));
            name_organisation(*find_part(a, posted.part));
        }
        a.changed = act.now();
        a.changed_by = person.name;
        const bool kept =
            of_part ? save_part(act.db(), *find_part(a, posted.part)) && touch(act.db(), a.id, a.changed, a.changed_by)
                    : save_common(act.db(), a);
        if (kept) {
            Version& version = of_part ? find_part(a, posted.part)->version : a.version;
            version = version.next();
            act.record(a.id.str(),
                       "application.save",
                       {{"section", section->key}, {of_part ? "part" : "common", version.number}});
            return a;
        }
    }
    return refuse(
        Refusal::Kind::conflict,
        say("The section was changed in another window or by somebody else. Below are both: what is saved and "
            "what you typed."));
}

Result<std::int64_t> add_part(flow::Act& act, const identity::Person& person, std::string_view id) {
    Application a = TRY(open_to_edit(act.db(), person, id));
    if (a.parts.size() >= kit::limits::parts_per_application) {
        return refuse(Refusal::Kind::too_many,
                      say("A group has at most {0} implementers.",
                          static_cast<std::int64_t>(kit::limits::parts_per_application)));
    }
    a.changed = act.now();
    a.changed_by = person.name;
    if (!save_common(act.db(), a)) {  // its version counts the parts: two at once do not get one ordinal
        return refuse(Refusal::Kind::conflict, say("Somebody else just changed the application. Try again."));
    }
    const std::int64_t ordinal = a.parts.back().ordinal + 1;
    put_part(act.db(), a.id, {act.new_id<Part>(), ordinal, "", "", {1}, {}, {}});
    act.record(a.id.str(), "application.add_part", {{"part", ordinal}});
    return ordinal;
}

Done remove_part(
    flow::Act& act, const identity::Person& person, std::string_view id, std::int64_t ordinal, Version seen_version) {
    Application a = TRY(open_to_edit(act.db(), person, id));
    const Part* part = find_part(a, ordinal);
    if (part == nullptr || ordinal == 1) {
        return not_found();
    }
    a.changed = act.now();
    a.changed_by = person.name;
    if (!save_common(act.db(), a) || !remove_part(act.db(), part->id, seen_version)) {
        return refuse(Refusal::Kind::conflict,
                      say("Somebody else just changed this part. Look at it before you take it away."));
    }
    act.record(a.id.str(), "application.remove_part", {{"part", ordinal}, {"organisation", part->organisation}});
    return done();
}

}  // namespace vastin::application
