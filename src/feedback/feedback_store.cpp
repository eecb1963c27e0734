#include "feedback/feedback_store.h"

namespace vastin::feedback {

void put(kit::Transaction& t, const Case& c) {
    t.change(
        R"sql(INSERT INTO feedback_case (id, number, state, arrived, due, language, page, content, name, email, answer, answered_by)
                   VALUES (:id, :number, :state, :arrived, :due, :language, :page, :content, :name, :email, '', ''))sql",
        c.id,
        c.number,
        code(c.state),
        c.arrived,
        c.due,
        vastin::code(c.language),
        c.given.page,
        c.given.text,
        c.given.name,
        c.given.email);
}

namespace {

using Row = std::tuple<Id<Case>,
                       std::int64_t,
                       std::string,
                       Instant,
                       Date,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::optional<Instant>,
                       std::string,
                       std::string>;
Case case_of(Row row) {
    auto& [id, number, state, arrived, due, language, page, text, name, email, answered, answer, by] = row;
    Case made{id,
              number,
              read_state(state).value_or(State::open),
              arrived,
              due,
              read_language(language).value_or(Language::fi),
              {std::move(page), std::move(text), std::move(name), std::move(email)},
              {}};
    if (answered) {
        made.answer = Answer{*answered, std::move(answer), std::move(by)};
    }
    return made;
}

}  // namespace

std::optional<Case> find(kit::Transaction& t, Id<Case> id) {
    auto row = t.maybe<Id<Case>,
                       std::int64_t,
                       std::string,
                       Instant,
                       Date,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::optional<Instant>,
                       std::string,
                       std::string>(
        R"sql(SELECT id, number, state, arrived, due, language, page, content, name, email, answered, answer, answered_by
              FROM feedback_case WHERE id = :id)sql",
        id);
    return row ? std::optional(case_of(std::move(*row))) : std::nullopt;
}

bool put_answer(kit::Transaction& t, Id<Case> id, const Answer& answer) {
    return t.change(
               R"sql(UPDATE feedback_case SET state = 'answered', answered = :at, answer = :answer, answered_by = :by
                          WHERE id = :id AND state = 'open')sql",
               answer.at,
               answer.text,
               answer.by,
               id) == 1;
}

std::int64_t next_number(kit::Transaction& t) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(INSERT INTO feedback_register (series, last_number) VALUES ('accessibility', 1)
              ON CONFLICT (series) DO UPDATE SET last_number = feedback_register.last_number + 1 RETURNING last_number)sql"));
}

std::int64_t count_since(kit::Transaction& t, Instant since, std::int64_t most) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM (SELECT 1 FROM feedback_case WHERE arrived > :since LIMIT :most) recent)sql",
        since,
        most));
}

std::vector<Case> list(kit::Transaction& t, State state, const std::optional<Place>& after, std::int64_t most) {
    std::vector<Case> all;
    for (
        auto& row : t.rows<Id<Case>,
                           std::int64_t,
                           std::string,
                           Instant,
                           Date,
                           std::string,
                           std::string,
                           std::string,
                           std::string,
                           std::string,
                           std::optional<Instant>,
                           std::string,
                           std::string>(
            R"sql(SELECT id, number, state, arrived, due, language, page, content, name, email, answered, answer, answered_by
                   FROM feedback_case WHERE state = :state AND (due, id) > (:due, :after) ORDER BY due, id LIMIT :most)sql",
            code(state),
            after ? write_date(after->due) : std::string(),
            after ? after->id.str() : std::string(),
            most)) {
        all.push_back(case_of(std::move(row)));
    }
    return all;
}

}  // namespace vastin::feedback
