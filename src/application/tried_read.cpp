// The canonical form of an application: read, and its schema.
#include "application/tried.h"
#include "form/read.h"
#include "kit/hash.h"

namespace vastin::application {

namespace {

using kit::Json;

/// Gathers answers under their names in a form; what cannot be one is told.
struct AnswerReader {
    form::Answers answers{};
    std::string fault{};

    void add(const std::string& name, const Json& value, const std::string& where) {
        if (const auto* text = value.text()) {
            answers[name] = *text;
        } else if (const auto* number = value.number()) {
            answers[name] = std::to_string(*number);
        } else if (const auto* truth = value.truth()) {
            answers[name] = *truth ? "yes" : "no";
        } else if (const auto* object = value.object()) {
            for (const auto& [key, inner] : *object) {
                add(name + "." + key, inner, where + "." + key);
            }
        } else if (const auto* list = value.list()) {
            add_list(name, *list, where);
        } else if (fault.empty()) {
            fault = where + ": expected an answer, found null";
        }
    }
    void add_list(const std::string& name, const Json::List& list, const std::string& where) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string here = where + "[" + std::to_string(i + 1) + "]";
            if (const auto* text = list[i].text()) {
                answers[name + "." + *text] = "1";
            } else if (list[i].object() != nullptr) {
                add(name + "." + std::to_string(i + 1), list[i], here);
            } else if (fault.empty()) {
                fault = here + ": expected a text (of several) or an object (a row)";
            }
        }
    }
};

/// The answers under "answers" of `holder`.
tl::expected<form::Answers, std::string> read_answers(const Json& holder, const std::string& where) {
    const auto* all = holder["answers"].object();
    if (all == nullptr) {
        return tl::unexpected(where + ".answers: expected an object, found none");
    }
    AnswerReader reader;
    for (const auto& [key, value] : *all) {
        reader.add(key, value, where + ".answers." + key);
    }
    if (!reader.fault.empty()) {
        return tl::unexpected(std::move(reader.fault));
    }
    return std::move(reader.answers);
}

std::string answer_of(const form::Answers& answers, const char* key) {
    const auto found = answers.find(key);
    return found == answers.end() ? std::string() : std::string(form::trimmed(found->second));
}

tl::expected<std::vector<Part>, std::string> read_parts(const Json& document) {
    const auto* list = document["parts"].list();
    if (list == nullptr || list->empty()) {
        return tl::unexpected(std::string("parts: expected at least one implementer, found none"));
    }
    std::vector<Part> parts;
    for (const Json& one : *list) {
        const std::string where = "parts[" + std::to_string(parts.size() + 1) + "]";
        auto answers = read_answers(one, where);
        if (!answers) {
            return tl::unexpected(std::move(answers).error());
        }
        Part part;
        part.ordinal = static_cast<std::int64_t>(parts.size()) + 1;
        part.answers = std::move(*answers);
        part.organisation = one.text_or("organisation", answer_of(part.answers, key::official_name));
        part.business_id = one.text_or("business_id", answer_of(part.answers, key::business_id));
        parts.push_back(std::move(part));
    }
    return parts;
}

tl::expected<std::vector<document::Attachment>, std::string> read_files(const Json& document) {
    std::vector<document::Attachment> files;
    const auto* list = document["attachments"].list();
    if (list == nullptr) {
        return files;
    }
    for (const Json& one : *list) {
        document::Attachment file;
        file.place = one.text_or("place");
        file.name = one.text_or("name", "file");
        if (file.place.empty()) {
            return tl::unexpected("attachments[" + std::to_string(files.size() + 1) +
                                  "].place: expected the key of a place, found none");
        }
        files.push_back(std::move(file));
    }
    return files;
}

Json type(const char* name) { return Json::Object{{"type", name}}; }

Json described(Json::Object schema, const char* text) {
    schema.emplace("description", text);
    return schema;
}

Json schema_of_answers() {
    const Json scalar = Json::Object{{"type", Json::List{"string", "integer", "boolean"}}};
    const Json keyed = Json::Object{{"type", "object"}, {"additionalProperties", scalar}};
    const Json list =
        Json::Object{{"type", "array"}, {"items", Json::Object{{"anyOf", Json::List{type("string"), keyed}}}}};
    return described(
        {{"type", "object"}, {"additionalProperties", Json::Object{{"anyOf", Json::List{scalar, keyed, list}}}}},
        "By the key of the question. Text as a person types it; whole numbers for sums in euros and "
        "numbers; true and false for yes and no; an object for sums by year, shares by theme and periods; "
        "a list of texts for several answers; a list of objects for rows.");
}

}  // namespace

tl::expected<Application, std::string> read_application(const Json& document) {
    if (document.object() == nullptr) {
        return tl::unexpected(std::string("expected a JSON object"));
    }
    if (const std::string form = document.text_or("form", "vastin.application.1"); form != "vastin.application.1") {
        return tl::unexpected("form: expected \"vastin.application.1\", found \"" + form + "\"");
    }
    auto common = read_answers(document["common"], "common");
    auto parts = read_parts(document);
    auto files = read_files(document);
    if (!common || !parts || !files) {
        return tl::unexpected(!common ? common.error() : !parts ? parts.error() : files.error());
    }
    Application made;
    made.call.text = document.text_or("call");
    made.answers = std::move(*common);
    made.title = answer_of(made.answers, key::name);
    made.parts = std::move(*parts);
    made.files = std::move(*files);
    return made;
}

Json application_schema() {
    const Json text = type("string");
    const Json answers = schema_of_answers();
    const Json part = Json::Object{
        {"type", "object"},
        {"required", Json::List{"answers"}},
        {"properties",
         Json::Object{
             {"answers", answers}, {"organisation", text}, {"business_id", text}, {"ordinal", type("integer")}}}};
    const Json file = Json::Object{{"type", "object"},
                                   {"required", Json::List{"place"}},
                                   {"properties", Json::Object{{"place", text}, {"name", text}}}};
    return Json::Object{
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"$id", "urn:vastin:application:1"},
        {"title", "Application (vastin.application.1)"},
        {"type", "object"},
        {"required", Json::List{"common", "parts"}},
        {"properties",
         Json::Object{
             {"form", Json::Object{{"const", "vastin.application.1"}}},
             {"call", described({{"type", "string"}}, "The code of the call")},
             {"common",
              Json::Object{{"type", "object"},
                           {"required", Json::List{"answers"}},
                           {"properties", Json::Object{{"answers", answers}}}}},
             {"parts", Json::Object{{"type", "array"}, {"minItems", std::int64_t{1}}, {"items", part}}},
             {"attachments", Json::Object{{"type", "array"}, {"items", file}}},
             {"arrived",
              described(
                  {{"type", Json::List{"integer", "string"}}},
                  "When it arrives: UTC milliseconds, or a local time such as 2025-06-02T16:15:00. Without it the "
                  "window of the call is not judged.")},
         }}};
}

}  // namespace vastin::application
