#include "application/application_store.h"

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

namespace vastin::application {

void put(kit::Transaction& t, const Application& a) {
    t.change(
        R"sql(INSERT INTO application_application (id, call, owner, state, version, title, answers, created, changed)
                   VALUES (:id, :call, :owner, :state, :version, :title, :answers, :created, :changed))sql",
        a.id,
        a.call.text,
        a.owner,
        a.state,
        a.version,
        a.title,
        a.answers,
        a.created,
        a.changed);
    for (const Part& part : a.parts) {
        t.change(
            R"sql(INSERT INTO application_part (id, application, ordinal, organisation, business_id, version, answers)
                       VALUES (:id, :application, :ordinal, :organisation, :business_id, :version, :answers))sql",
            part.id,
            a.id,
            part.ordinal,
            part.organisation,
            part.business_id,
            part.version,
            part.answers);
    }
}

std::optional<Application> find(kit::Transaction& t, Id<Application> id) {
    auto row = t.maybe<std::string,
                       Id<identity::Account>,
                       State,
                       Version,
                       std::string,
                       form::Answers,
                       Instant,
                       Instant,
                       std::optional<std::string>,
                       std::optional<Instant>>(
        R"sql(SELECT call, owner, state, version, title, answers, created, changed, register_number, arrived
              FROM application_application WHERE id = :id)sql",
        id);
    if (!row) {
        return std::nullopt;
    }
    auto& [call, owner, state, version, title, answers, created, changed, number, arrived] = *row;
    Application found{id,
                      {std::move(call)},
                      owner,
                      state,
                      version,
                      std::move(title),
                      std::move(answers),
                      created,
                      changed,
                      std::move(number),
                      arrived,
                      {}};
    for (auto& [part, ordinal, organisation, business_id, part_version, part_answers] :
         t.rows<Id<Part>, std::int64_t, std::string, std::string, Version, form::Answers>(
             R"sql(SELECT id, ordinal, organisation, business_id, version, answers FROM application_part
                   WHERE application = :application ORDER BY ordinal)sql",
             id)) {
        found.parts.push_back(
            {part, ordinal, std::move(organisation), std::move(business_id), part_version, std::move(part_answers)});
    }
    check(!found.parts.empty(), "an application has a part");
    return found;
}

std::optional<Id<Application>> newest_draft(kit::Transaction& t,
                                            Id<identity::Account> owner,
                                            const call::Code<call::Call>& call) {
    auto row = t.maybe<Id<Application>>(
        R"sql(SELECT id FROM application_application WHERE owner = :owner AND call = :call AND state = 'draft' ORDER BY id DESC LIMIT 1)sql",
        owner,
        call.text);
    return row ? std::optional(std::get<0>(*row)) : std::nullopt;
}

std::int64_t count_drafts(kit::Transaction& t, Id<identity::Account> owner) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM application_application WHERE owner = :owner AND state = 'draft')sql", owner));
}

bool save_common(kit::Transaction& t,
                 Id<Application> id,
                 Version seen,
                 const std::string& title,
                 const form::Answers& answers,
                 Instant now) {
    return t.change(
               R"sql(UPDATE application_application SET title = :title, answers = :answers, changed = :now, version = version + 1
                          WHERE id = :id AND version = :seen AND state = 'draft')sql",
               title,
               answers,
               now,
               id,
               seen) == 1;
}

bool save_part(kit::Transaction& t, Id<Part> id, Version seen, const form::Answers& answers) {
    return t.change(
               R"sql(UPDATE application_part SET answers = :answers, version = version + 1 WHERE id = :id AND version = :seen)sql",
               answers,
               id,
               seen) == 1;
}

bool move_part_on(kit::Transaction& t, Id<Part> id, Version seen) {
    return t.change(R"sql(UPDATE application_part SET version = version + 1 WHERE id = :id AND version = :seen)sql",
                    id,
                    seen) == 1;
}

void hold_drafts(kit::Transaction& t, Id<identity::Account> owner) {
    t.change(R"sql(INSERT INTO application_hold (owner) VALUES (:owner)
                   ON CONFLICT (owner) DO UPDATE SET owner = excluded.owner)sql",
             owner);
}

bool receive(kit::Transaction& t, const Application& a, Version seen, const Arrival& arrival) {
    return t.change(R"sql(UPDATE application_application
                          SET state = 'received', version = version + 1, title = :title, answers = :answers, changed = :changed,
                              register_number = :number, arrived = :arrived, total_costs = :total, support = :support, municipal = :municipal
                          WHERE id = :id AND version = :seen AND state = 'draft')sql",
                    a.title,
                    a.answers,
                    arrival.at,
                    arrival.register_number,
                    arrival.at,
                    arrival.asked.total_costs,
                    arrival.asked.support,
                    arrival.asked.municipal,
                    a.id,
                    seen) == 1;
}

std::int64_t next_number(kit::Transaction& t, const std::string& series) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(INSERT INTO application_register (series, last_number) VALUES (:series, 1)
              ON CONFLICT (series) DO UPDATE SET last_number = application_register.last_number + 1 RETURNING last_number)sql",
        series));
}

namespace {

using ListedRow = std::tuple<Id<Application>,
                             std::string,
                             std::string,
                             std::string,
                             State,
                             Instant,
                             std::optional<std::string>,
                             std::optional<Instant>,
                             std::optional<Money>,
                             std::optional<Money>,
                             std::optional<Money>>;
std::vector<Listed> listed(std::vector<ListedRow> rows) {
    std::vector<Listed> all;
    for (auto& [id, call, title, organisation, state, changed, number, arrived, total, support, municipal] : rows) {
        all.push_back({id,
                       std::move(call),
                       std::move(title),
                       std::move(organisation),
                       state,
                       changed,
                       std::move(number),
                       arrived,
                       {total.value_or(Money()), support.value_or(Money()), municipal.value_or(Money())}});
    }
    return all;
}

}  // namespace

std::vector<Listed> of_owner(kit::Transaction& t, Id<identity::Account> owner, std::int64_t most) {
    return listed(t.rows<Id<Application>,
                         std::string,
                         std::string,
                         std::string,
                         State,
                         Instant,
                         std::optional<std::string>,
                         std::optional<Instant>,
                         std::optional<Money>,
                         std::optional<Money>,
                         std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, p.organisation, a.state, a.changed, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM application_application a JOIN application_part p ON p.application = a.id AND p.ordinal = 1
              WHERE a.owner = :owner ORDER BY a.id DESC LIMIT :most)sql",
        owner,
        most));
}

std::vector<Listed> received(kit::Transaction& t, const std::string& call, const Place& after, std::int64_t most) {
    return listed(t.rows<Id<Application>,
                         std::string,
                         std::string,
                         std::string,
                         State,
                         Instant,
                         std::optional<std::string>,
                         std::optional<Instant>,
                         std::optional<Money>,
                         std::optional<Money>,
                         std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, p.organisation, a.state, a.changed, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM application_application a JOIN application_part p ON p.application = a.id AND p.ordinal = 1
              WHERE a.call = :call AND a.arrived IS NOT NULL AND (a.arrived, a.id) > (:arrived, :after)
              ORDER BY a.arrived, a.id LIMIT :most)sql",
        call,
        after.arrived,
        after.id,
        most));
}

Totals totals(kit::Transaction& t, const std::string& call) {
    auto [count, total, support, municipal] = t.one<std::int64_t, Money, Money, Money>(
        R"sql(SELECT count(*), CAST(coalesce(sum(total_costs), 0) AS BIGINT), CAST(coalesce(sum(support), 0) AS BIGINT),
                     CAST(coalesce(sum(municipal), 0) AS BIGINT)
              FROM application_application WHERE call = :call AND arrived IS NOT NULL)sql",
        call);
    return {count, {total, support, municipal}};
}

}  // namespace vastin::application
