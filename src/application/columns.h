#pragma once
// How the area's values stand in its columns. For its stores only.
#include "application/application.h"
#include "kit/db.h"

namespace vastin::kit {

/// Answers stand in one column as a JSON object of texts.
template <>
struct Column<form::Answers> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, const form::Answers& answers) {
        Json::Object all;
        for (const auto& [key, answer] : answers) {
            all.emplace(key, answer);
        }
        c.text = Json(std::move(all)).canonical();
    }
    static form::Answers get(const Cell& c) {
        form::Answers answers;
        const auto json = Json::read(c.text);
        check(json && json->object() != nullptr, "answers in the database");
        for (const auto& [key, answer] : *json->object()) {
            check(answer.text() != nullptr, "an answer in the database");
            answers.emplace(key, *answer.text());
        }
        return answers;
    }
};

template <>
struct Column<application::SectionVersions> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, const application::SectionVersions& sections) {
        Json::Object all;
        for (const auto& [key, version] : sections) {
            all.emplace(key, version);
        }
        c.text = Json(std::move(all)).canonical();
    }
    static application::SectionVersions get(const Cell& c) {
        application::SectionVersions sections;
        const auto json = Json::read(c.text);
        check(json && json->object() != nullptr, "versions of sections in the database");
        for (const auto& [key, version] : *json->object()) {
            check(version.number() != nullptr, "a version of a section in the database");
            sections.emplace(key, *version.number());
        }
        return sections;
    }
};

template <>
struct Column<application::Right> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, application::Right right) { c.text = application::code(right); }
    static application::Right get(const Cell& c) {
        const auto right = application::read_right(c.text);
        check(right.has_value(), "a right in the database");
        return *right;
    }
};

template <>
struct Column<application::State> {
    static constexpr Cell::Kind kind = Cell::Kind::text;
    static void put(Cell& c, application::State state) { c.text = application::code(state); }
    static application::State get(const Cell& c) {
        const auto state = application::read_state(c.text);
        check(state.has_value(), "a state in the database");
        return *state;
    }
};

}  // namespace vastin::kit
