#include "preparation/preparation_store.h"

namespace vastin::preparation {

namespace {

using Row = std::tuple<Id<Draft>,
                       std::string,
                       std::int64_t,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       Instant,
                       Instant,
                       std::string>;

Summary summary_of(Row row) {
    auto& [id, state, version, origin, origin_name, code, fi, sv, en, created, changed, by] = row;
    return {id,
            read_state(state).value_or(State::draft),
            {version},
            {read_origin(origin).value_or(Origin::Kind::nothing), std::move(origin_name)},
            std::move(code),
            {std::move(fi), std::move(sv), std::move(en)},
            created,
            changed,
            std::move(by)};
}

}  // namespace

void put(kit::Transaction& t, const Draft& draft) {
    const Summary& s = draft.summary;
    t.change(
        R"sql(INSERT INTO preparation_draft (id, state, version, origin, origin_name, code, name_fi, name_sv, name_en,
                                                  content, created, changed, changed_by)
                   VALUES (:id, :state, :version, :origin, :origin_name, :code, :fi, :sv, :en,
                           :content, :created, :changed, :by))sql",
        s.id,
        code(s.state),
        s.version.number,
        code(s.origin.kind),
        s.origin.name,
        s.code,
        s.name.fi,
        s.name.sv,
        s.name.en,
        draft.content,
        s.created,
        s.changed,
        s.changed_by);
}

std::optional<Draft> find(kit::Transaction& t, Id<Draft> id) {
    auto row = t.maybe<Id<Draft>,
                       std::string,
                       std::int64_t,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       std::string,
                       Instant,
                       Instant,
                       std::string>(
        R"sql(SELECT id, state, version, origin, origin_name, code, name_fi, name_sv, name_en, created, changed, changed_by
              FROM preparation_draft WHERE id = :id)sql",
        id);
    if (!row) {
        return std::nullopt;
    }
    auto [content] = t.one<std::string>(R"sql(SELECT content FROM preparation_draft WHERE id = :id)sql", id);
    return Draft{summary_of(std::move(*row)), std::move(content)};
}

std::vector<Summary> list(kit::Transaction& t, State state, std::int64_t most) {
    std::vector<Summary> all;
    for (
        auto& row : t.rows<Id<Draft>,
                           std::string,
                           std::int64_t,
                           std::string,
                           std::string,
                           std::string,
                           std::string,
                           std::string,
                           std::string,
                           Instant,
                           Instant,
                           std::string>(
            R"sql(SELECT id, state, version, origin, origin_name, code, name_fi, name_sv, name_en, created, changed, changed_by
                  FROM preparation_draft WHERE state = :state ORDER BY changed DESC, id LIMIT :most)sql",
            code(state),
            most)) {
        all.push_back(summary_of(std::move(row)));
    }
    return all;
}

std::int64_t count(kit::Transaction& t, State state) {
    return std::get<0>(
        t.one<std::int64_t>(R"sql(SELECT COUNT(*) FROM preparation_draft WHERE state = :state)sql", code(state)));
}

bool save(kit::Transaction& t, const Draft& draft, Version seen) {
    const Summary& s = draft.summary;
    return t.change(
               R"sql(UPDATE preparation_draft SET version = version + 1, code = :code, name_fi = :fi, name_sv = :sv,
                                 name_en = :en, content = :content, changed = :changed, changed_by = :by
                          WHERE id = :id AND version = :seen AND state = 'draft')sql",
               s.code,
               s.name.fi,
               s.name.sv,
               s.name.en,
               draft.content,
               s.changed,
               s.changed_by,
               s.id,
               seen.number) == 1;
}

bool move_on(kit::Transaction& t, Id<Draft> id, Version seen, State to, Instant changed, const std::string& by) {
    return t.change(
               R"sql(UPDATE preparation_draft SET state = :to, version = version + 1, changed = :changed, changed_by = :by
                          WHERE id = :id AND version = :seen AND state = 'draft')sql",
               code(to),
               changed,
               by,
               id,
               seen.number) == 1;
}

}  // namespace vastin::preparation
