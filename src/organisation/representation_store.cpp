#include "organisation/representation_store.h"

#include "organisation/organisation_store.h"

namespace vastin::organisation {

namespace {

using Row = std::tuple<Id<Representation>,
                       Id<identity::Account>,
                       Id<Organisation>,
                       std::string,
                       std::string,
                       std::string,
                       Instant,
                       std::optional<Instant>,
                       std::string>;

Representation of_row(kit::Transaction& t, Row&& row) {
    auto& [id, account, of, unit, state, standing, said, decided, reason] = row;
    const auto organisation = find(t, of);
    check(organisation.has_value(), "a representation is of an organisation");
    const auto unit_id = Id<Unit>::read(unit);
    return {id,
            account,
            *organisation,
            unit_id ? find_unit(t, of, *unit_id) : std::nullopt,
            read_state(state).value_or(State::ended),
            read_standing(standing).value_or(Standing::representative),
            said,
            decided,
            std::move(reason)};
}

std::vector<Representation> of_rows(kit::Transaction& t, std::vector<Row>&& rows) {
    std::vector<Representation> all;
    for (Row& row : rows) {
        all.push_back(of_row(t, std::move(row)));
    }
    return all;
}

std::vector<Representative> with_people(kit::Transaction& t, std::vector<Representation>&& all) {
    std::vector<Representative> people;
    for (Representation& one : all) {
        people.push_back(with_person(t, std::move(one)));
    }
    return people;
}

}  // namespace

bool put_representation(kit::Transaction& t, const Representation& one) {
    return t.change(
               R"sql(INSERT INTO organisation_representation (id, account, organisation, unit, state, standing, said, decided_by, reason)
                     VALUES (:id, :account, :organisation, :unit, :state, :standing, :said, '', '') ON CONFLICT DO NOTHING)sql",
               one.id,
               one.account,
               one.organisation.id,
               one.unit ? one.unit->id.str() : std::string(),
               code(one.state),
               code(one.standing),
               one.said) == 1;
}

bool move_representation(kit::Transaction& t, Id<Representation> id, State from, const Decision& decision) {
    return t.change(
               R"sql(UPDATE organisation_representation SET state = :to, standing = :standing, decided = :at, decided_by = :by, reason = :reason
                     WHERE id = :id AND state = :from)sql",
               code(decision.to),
               code(decision.standing),
               decision.at,
               decision.by,
               decision.reason,
               id,
               code(from)) == 1;
}

std::optional<Representation> find_representation(kit::Transaction& t, Id<Representation> id) {
    auto row = t.maybe<Id<Representation>,
                       Id<identity::Account>,
                       Id<Organisation>,
                       std::string,
                       std::string,
                       std::string,
                       Instant,
                       std::optional<Instant>,
                       std::string>(
        R"sql(SELECT id, account, organisation, unit, state, standing, said, decided, reason FROM organisation_representation
              WHERE id = :id)sql",
        id);
    return row ? std::optional(of_row(t, std::move(*row))) : std::nullopt;
}

Representative with_person(kit::Transaction& t, Representation representation) {
    auto [name, email, language] = t.one<std::string, std::string, std::string>(
        R"sql(SELECT name, email, language FROM identity_account_desk WHERE id = :id)sql", representation.account);
    return {
        std::move(representation), std::move(name), std::move(email), read_language(language).value_or(Language::fi)};
}

std::vector<Representation> representations_of(kit::Transaction& t,
                                               Id<identity::Account> account,
                                               Which which,
                                               std::int64_t most) {
    return of_rows(
        t,
        t.rows<Id<Representation>,
               Id<identity::Account>,
               Id<Organisation>,
               std::string,
               std::string,
               std::string,
               Instant,
               std::optional<Instant>,
               std::string>(
            R"sql(SELECT id, account, organisation, unit, state, standing, said, decided, reason FROM organisation_representation
                  WHERE account = :account AND (state IN ('said', 'confirmed') OR :all = 1) ORDER BY said DESC, id DESC LIMIT :most)sql",
            account,
            std::int64_t{which == Which::all ? 1 : 0},
            most));
}

std::vector<Representative> people_of(kit::Transaction& t, Id<Organisation> of, std::int64_t most) {
    return with_people(
        t,
        of_rows(
            t,
            t.rows<Id<Representation>,
                   Id<identity::Account>,
                   Id<Organisation>,
                   std::string,
                   std::string,
                   std::string,
                   Instant,
                   std::optional<Instant>,
                   std::string>(
                R"sql(SELECT id, account, organisation, unit, state, standing, said, decided, reason FROM organisation_representation
                      WHERE organisation = :organisation AND state IN ('said', 'confirmed') ORDER BY id LIMIT :most)sql",
                of,
                most)));
}

std::vector<Representative> representatives(kit::Transaction& t,
                                            State state,
                                            Id<Representation> after,
                                            std::int64_t most) {
    return with_people(
        t,
        of_rows(
            t,
            t.rows<Id<Representation>,
                   Id<identity::Account>,
                   Id<Organisation>,
                   std::string,
                   std::string,
                   std::string,
                   Instant,
                   std::optional<Instant>,
                   std::string>(
                R"sql(SELECT id, account, organisation, unit, state, standing, said, decided, reason FROM organisation_representation
                      WHERE state = :state AND id > :after ORDER BY id LIMIT :most)sql",
                code(state),
                after.empty() ? std::string() : after.str(),
                most)));
}

std::int64_t count_in(kit::Transaction& t, State state) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM organisation_representation WHERE state = :state)sql", code(state)));
}

bool is_administrator(kit::Transaction& t, Id<identity::Account> account, Id<Organisation> of) {
    return std::get<0>(t.one<std::int64_t>(
               R"sql(SELECT count(*) FROM organisation_representation WHERE organisation = :organisation AND account = :account
                     AND state = 'confirmed' AND standing = 'administrator')sql",
               of,
               account)) > 0;
}

}  // namespace vastin::organisation
