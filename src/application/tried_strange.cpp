#include "application/tried_strange.h"

#include <algorithm>

#include "application/application_files.h"
#include "base/nearest.h"
#include "form/takes.h"

namespace vastin::application {

namespace {

std::string listed(const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) {
        text += (text.empty() ? "" : ", ") + one;
    }
    return text;
}

/// The field that `name` begins with among the questions of `whose`, or null.
const form::Field* asked(const call::Call& call, form::Whose whose, std::string_view name) {
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (section.whose == whose && form::belongs(name, field.key)) {
                return &field;
            }
        }
    }
    return nullptr;
}

Phrase not_asked(const call::Call& call, form::Whose whose, const std::string& name) {
    const bool common = whose == form::Whose::common;
    if (asked(call, common ? form::Whose::part : form::Whose::common, name) != nullptr) {
        return common ? say("“{0}” is asked from each implementer: its answer belongs to the parts.", name)
                      : say("“{0}” is asked once of the project: its answer belongs to the common part.", name);
    }
    std::vector<std::string> keys;
    for (const form::Section& section : call.form.sections) {
        for (const form::Field& field : section.fields) {
            if (section.whose == whose && form::asks(field.kind)) {
                keys.push_back(field.key);
            }
        }
    }
    const std::string meant = nearest(name.substr(0, name.find('.')), keys);
    return meant.empty() ? say("The call asks no “{0}”.", name)
                         : say("The call asks no “{0}”. Did you mean “{1}”?", name, meant);
}

Phrase not_taken(const call::Call& call, const form::Field& field, const std::string& name) {
    if (field.kind == form::FieldKind::theme_shares && name.size() > field.key.size()) {
        std::vector<std::string> themes;
        for (const form::Theme& theme : call.themes) {
            themes.push_back(theme.id);
        }
        return say("{0}: “{1}” is no theme of this call. Its themes are: {2}.",
                   field.label,
                   name.substr(field.key.size() + 1),
                   listed(themes));
    }
    if (field.kind == form::FieldKind::file) {
        return say("{0}: files stand under attachments, in the place “{1}”.", field.label, field.place);
    }
    return form::asks(field.kind) ? say("{0}: “{1}” is no answer to this question.", field.label, name)
                                  : say("The call asks no “{0}”.", name);
}

void look_at_answers(const call::Call& call,
                     form::Whose whose,
                     const form::Answers& answers,
                     std::int64_t part,
                     std::vector<Strange>& found) {
    for (const auto& [name, typed] : answers) {
        const form::Field* field = asked(call, whose, name);
        if (field == nullptr) {
            found.push_back({{not_asked(call, whose, name), name}, part});
        } else if (!form::takes_answer(*field, name, call.themes)) {
            found.push_back({{not_taken(call, *field, name), name}, part});
        }
    }
}

/// Whether the name ends as files of the kind do. A name without an ending says nothing.
bool may_be(const std::string& name, document::Kind kind) {
    // an ending that fits is kept, another one gets that of the kind after it
    return name.find('.') == std::string::npos ||
           document::clean_name(name, kind).size() == document::shown_name(name).size();
}

void look_at_place(const Application& application, const call::FilePlace& place, std::vector<Strange>& found) {
    const auto files = files_in(application, place.key);
    const auto add = [&](Phrase why) {
        found.push_back({{std::move(why), place_field(place.key), "attachments." + place.key}, 0});
    };
    for (const document::Attachment& file : files) {
        if (std::none_of(place.kinds.begin(), place.kinds.end(), [&](auto kind) { return may_be(file.name, kind); })) {
            std::vector<std::string> kinds;
            for (const document::Kind kind : place.kinds) {
                kinds.emplace_back(document::shown(kind));
            }
            add(say("{0}: the file “{1}” is of another form than those that are taken here: {2}.",
                    place.title,
                    file.name,
                    listed(kinds)));
        }
    }
    if (static_cast<std::int64_t>(files.size()) > place.most_files) {
        add(say_count(place.most_files,
                      "{1}: only one file belongs here; here are {2}.",
                      "{1}: at most {0} files belong here; here are {2}.",
                      place.most_files,
                      place.title,
                      static_cast<std::int64_t>(files.size())));
    }
}

void look_at_files(const Application& application, const call::Call& call, std::vector<Strange>& found) {
    std::vector<std::string> places;
    for (const call::FilePlace& place : call.files) {
        look_at_place(application, place, found);
        places.push_back(place.key);
    }
    for (const document::Attachment& file : application.files) {
        if (std::find(places.begin(), places.end(), file.place) == places.end()) {
            found.push_back(
                {{places.empty()
                      ? say("The call asks no files, and here is one in “{0}”.", file.place)
                      : say("The call has no place for files “{0}”. Its places are: {1}.", file.place, listed(places)),
                  place_field(file.place)},
                 0});
        }
    }
}

}  // namespace

std::vector<Strange> strange(const Application& application, const call::Call& call) {
    std::vector<Strange> found;
    if (!application.call.text.empty() && application.call.text != call.code.text) {
        found.push_back({{say("The application is one to the call “{0}”, and this is the call “{1}”.",
                              application.call.text,
                              call.code.text),
                          "call",
                          "code"},
                         0});
    }
    look_at_answers(call, form::Whose::common, application.answers, 0, found);
    for (const Part& part : application.parts) {
        look_at_answers(call, form::Whose::part, part.answers, part.ordinal, found);
    }
    look_at_files(application, call, found);
    return found;
}

}  // namespace vastin::application
