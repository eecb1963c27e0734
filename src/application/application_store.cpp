#include "application/application_store.h"

#include "application/columns.h"

namespace vastin::application {

void put(kit::Transaction& t, const Application& a) {
    t.change(
        R"sql(INSERT INTO application_application (id, call, owner, state, version, title, answers, sections, created, changed, changed_by)
              VALUES (:id, :call, :owner, :state, :version, :title, :answers, :sections, :created, :changed, :changed_by))sql",
        a.id,
        a.call.text,
        a.owner,
        a.state,
        a.version,
        a.title,
        a.answers,
        a.sections,
        a.created,
        a.changed,
        a.changed_by);
    for (const Part& part : a.parts) {
        put_part(t, a.id, part);
    }
}

void put_part(kit::Transaction& t, Id<Application> application, const Part& part) {
    t.change(
        R"sql(INSERT INTO application_part (id, application, ordinal, organisation, business_id, version, sections, answers)
              VALUES (:id, :application, :ordinal, :organisation, :business_id, :version, :sections, :answers))sql",
        part.id,
        application,
        part.ordinal,
        part.organisation,
        part.business_id,
        part.version,
        part.sections,
        part.answers);
}

bool remove_part(kit::Transaction& t, Id<Part> id, Version seen) {
    return t.change(R"sql(DELETE FROM application_part WHERE id = :id AND version = :seen)sql", id, seen) == 1;
}

namespace {

using ApplicationRow = std::tuple<std::string,
                                  Id<identity::Account>,
                                  State,
                                  Version,
                                  std::string,
                                  form::Answers,
                                  SectionVersions,
                                  Instant,
                                  Instant,
                                  std::string,
                                  std::optional<std::string>,
                                  std::optional<Instant>>;

Application with_parts(kit::Transaction& t, Id<Application> id, ApplicationRow row) {
    Application found;
    found.id = id;
    std::tie(found.call.text,
             found.owner,
             found.state,
             found.version,
             found.title,
             found.answers,
             found.sections,
             found.created,
             found.changed,
             found.changed_by,
             found.register_number,
             found.arrived) = std::move(row);
    for (auto& [part, ordinal, organisation, business_id, version, sections, answers] :
         t.rows<Id<Part>, std::int64_t, std::string, std::string, Version, SectionVersions, form::Answers>(
             R"sql(SELECT id, ordinal, organisation, business_id, version, sections, answers FROM application_part
                   WHERE application = :application ORDER BY ordinal)sql",
             id)) {
        found.parts.push_back({part,
                               ordinal,
                               std::move(organisation),
                               std::move(business_id),
                               version,
                               std::move(sections),
                               std::move(answers)});
    }
    check(!found.parts.empty(), "an application has a part");
    found.files = document::attachments(t, id.str());
    return found;
}

}  // namespace

std::optional<Application> find(kit::Transaction& t, Id<Application> id) {
    auto row = t.maybe<std::string,
                       Id<identity::Account>,
                       State,
                       Version,
                       std::string,
                       form::Answers,
                       SectionVersions,
                       Instant,
                       Instant,
                       std::string,
                       std::optional<std::string>,
                       std::optional<Instant>>(
        R"sql(SELECT call, owner, state, version, title, answers, sections, created, changed, changed_by, register_number, arrived
              FROM application_application WHERE id = :id)sql",
        id);
    return row ? std::optional(with_parts(t, id, std::move(*row))) : std::nullopt;
}

std::vector<Draft> drafts_of(kit::Transaction& t,
                             Id<identity::Account> account,
                             const call::Code<call::Call>& call,
                             std::int64_t most) {
    std::vector<Draft> all;
    for (auto& [id, title, changed] : t.rows<Id<Application>, std::string, Instant>(
             R"sql(SELECT a.id, a.title, a.changed FROM application_member m
                   JOIN application_application a ON a.id = m.application
                   WHERE m.account = :account AND a.call = :call AND a.state IN ('draft', 'reopened')
                   ORDER BY a.id DESC LIMIT :most)sql",
             account,
             call.text,
             most)) {
        all.push_back({id, std::move(title), changed});
    }
    return all;
}

std::int64_t count_drafts(kit::Transaction& t, Id<identity::Account> owner) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM application_application WHERE owner = :owner AND state = 'draft')sql", owner));
}

bool save_common(kit::Transaction& t, const Application& a) {
    return t.change(
               R"sql(UPDATE application_application
                     SET title = :title, answers = :answers, sections = :sections, changed = :changed, changed_by = :by, version = version + 1
                     WHERE id = :id AND version = :seen AND state IN ('draft', 'reopened'))sql",
               a.title,
               a.answers,
               a.sections,
               a.changed,
               a.changed_by,
               a.id,
               a.version) == 1;
}

bool save_part(kit::Transaction& t, const Part& part) {
    return t.change(
               R"sql(UPDATE application_part
                     SET answers = :answers, sections = :sections, organisation = :organisation, business_id = :business_id, version = version + 1
                     WHERE id = :id AND version = :seen)sql",
               part.answers,
               part.sections,
               part.organisation,
               part.business_id,
               part.id,
               part.version) == 1;
}

bool move_part_on(kit::Transaction& t, Id<Part> id, Version seen) {
    return t.change(R"sql(UPDATE application_part SET version = version + 1 WHERE id = :id AND version = :seen)sql",
                    id,
                    seen) == 1;
}

bool touch(kit::Transaction& t, Id<Application> id, Instant changed, const std::string& by) {
    return t.change(R"sql(UPDATE application_application SET changed = :changed, changed_by = :by
                          WHERE id = :id AND state IN ('draft', 'reopened'))sql",
                    changed,
                    by,
                    id) == 1;
}

bool move_on(kit::Transaction& t, Id<Application> id, Version seen, State from, State to) {
    return t.change(R"sql(UPDATE application_application SET state = :to, version = version + 1
                          WHERE id = :id AND version = :seen AND state = :from)sql",
                    to,
                    id,
                    seen,
                    from) == 1;
}

void hold_drafts(kit::Transaction& t, Id<identity::Account> owner) {
    t.change(R"sql(INSERT INTO application_hold (owner) VALUES (:owner)
                   ON CONFLICT (owner) DO UPDATE SET owner = excluded.owner)sql",
             owner);
}

bool receive(kit::Transaction& t, const Application& a, const Arrival& arrival) {
    return t.change(R"sql(UPDATE application_application
                          SET state = 'received', version = version + 1, title = :title, answers = :answers, sections = :sections,
                              changed = :changed, changed_by = :by, register_number = :number, arrived = :arrived,
                              total_costs = :total, support = :support, municipal = :municipal,
                              sent_title = :sent_title, sent_organisation = :organisation, sent_business_id = :business_id
                          WHERE id = :id AND version = :seen AND state = :from)sql",
                    a.title,
                    a.answers,
                    a.sections,
                    arrival.at,
                    a.changed_by,
                    arrival.register_number,
                    a.arrived.value_or(arrival.at),
                    arrival.asked.total_costs,
                    arrival.asked.support,
                    arrival.asked.municipal,
                    a.title,
                    a.parts.front().organisation,
                    a.parts.front().business_id,
                    a.id,
                    a.version,
                    a.state) == 1;
}

std::int64_t next_number(kit::Transaction& t, const std::string& series) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(INSERT INTO application_register (series, last_number) VALUES (:series, 1)
              ON CONFLICT (series) DO UPDATE SET last_number = application_register.last_number + 1 RETURNING last_number)sql",
        series));
}

std::vector<Id<Application>> written_to(kit::Transaction& t,
                                        const call::Code<call::Call>& call,
                                        const std::string& after,
                                        std::int64_t most) {
    std::vector<Id<Application>> all;
    for (auto& [id] : t.rows<Id<Application>>(
             R"sql(SELECT id FROM application_application
                   WHERE call = :call AND state IN ('draft', 'received', 'reopened') AND id > :after
                   ORDER BY id LIMIT :most)sql",
             call.text,
             after,
             most)) {
        all.push_back(id);
    }
    return all;
}

std::int64_t count_arrived(kit::Transaction& t, const call::Code<call::Call>& call) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM application_application WHERE call = :call AND arrived IS NOT NULL)sql", call.text));
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

std::vector<Listed> of_member(kit::Transaction& t, Id<identity::Account> account, std::int64_t most) {
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
              FROM application_member m JOIN application_application a ON a.id = m.application
              JOIN application_part p ON p.application = a.id AND p.ordinal = 1
              WHERE m.account = :account ORDER BY m.application DESC LIMIT :most)sql",
        account,
        most));
}

}  // namespace vastin::application
