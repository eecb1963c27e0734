#include "project/project_json.h"

#include "base/check.h"

namespace vastin::project {

namespace {

using kit::Json;

Json write_words(const Localised& text) { return Json::Object{{"fi", text.fi}, {"sv", text.sv}, {"en", text.en}}; }
Localised read_words(const Json& json) { return {json.text_or("fi"), json.text_or("sv"), json.text_or("en")}; }

const Json::List& elements(const Json& json) {
    check(json.list() != nullptr, "a list in a project's row");
    return *json.list();
}
std::int64_t number(const Json& json, std::string_view key) {
    check(json[key].number() != nullptr, "a number in a project's row");
    return *json[key].number();
}
template <class Thing>
std::optional<Code<Thing>> optional_code(const Json& json, std::string_view key) {
    const std::string* text = json[key].text();
    return text == nullptr ? std::nullopt : std::optional(Code<Thing>{*text});
}

}  // namespace

Json write_implementers(const std::vector<Implementer>& implementers) {
    Json::List list;
    for (const Implementer& one : implementers) {
        Json::Object object{{"code", one.code.text}, {"name", write_words(one.name)}, {"business_id", one.business_id}};
        if (one.unit_of) {
            object["unit_of"] = one.unit_of->text;
        }
        list.push_back(std::move(object));
    }
    return list;
}

std::vector<Implementer> read_implementers(const Json& json) {
    std::vector<Implementer> all;
    for (const Json& one : elements(json)) {
        all.push_back({{one.text_or("code")},
                       read_words(one["name"]),
                       one.text_or("business_id"),
                       optional_code<Implementer>(one, "unit_of")});
    }
    return all;
}

Json write_shares(const std::vector<ThemeShare>& shares) {
    Json::List list;
    for (const ThemeShare& share : shares) {
        Json::Object object{{"theme", share.theme.text},
                            {"basis_points", static_cast<std::int64_t>(share.share.basis_points)},
                            {"cents", share.support.count()}};
        if (share.strand) {
            object["strand"] = share.strand->text;
        }
        list.push_back(std::move(object));
    }
    return list;
}

std::vector<ThemeShare> read_shares(const Json& json) {
    std::vector<ThemeShare> all;
    for (const Json& share : elements(json)) {
        all.push_back({{share.text_or("theme")},
                       optional_code<programme::Strand>(share, "strand"),
                       Share{static_cast<std::int32_t>(number(share, "basis_points"))},
                       Money::cents(number(share, "cents"))});
    }
    return all;
}

Json write_details(const Project& project) {
    Json::List goals, notes;
    for (const auto& goal : project.goals) {
        goals.push_back(goal.text);
    }
    for (const Note& note : project.notes) {
        notes.push_back(Json::Object{{"about", note.about}, {"text", write_words(note.text)}});
    }
    return Json::Object{
        {"goals", std::move(goals)}, {"notes", std::move(notes)}, {"source", write_words(project.source)}};
}

void read_details(const Json& json, Project& project) {
    for (const Json& goal : elements(json["goals"])) {
        check(goal.text() != nullptr, "a goal in a project's row");
        project.goals.push_back({*goal.text()});
    }
    for (const Json& note : elements(json["notes"])) {
        project.notes.push_back({note.text_or("about"), read_words(note["text"])});
    }
    project.source = read_words(json["source"]);
}

}  // namespace vastin::project
