#include "desk/desk_list_store.h"

namespace vastin::desk {

namespace {

using RowColumns = std::tuple<Id<application::Application>,
                              std::string,
                              std::string,
                              std::string,
                              std::string,
                              std::string,
                              std::optional<std::string>,
                              std::optional<Instant>,
                              std::optional<Money>,
                              std::optional<Money>,
                              std::optional<Money>>;

std::vector<Row> rows_of(std::vector<RowColumns> found) {
    std::vector<Row> all;
    for (auto& [id, call, title, organisation, business_id, state, number, arrived, total, support, municipal] :
         found) {
        all.push_back({id,
                       std::move(call),
                       std::move(title),
                       std::move(organisation),
                       std::move(business_id),
                       application::read_state(state).value_or(application::State::received),
                       number.value_or(""),
                       arrived.value_or(Instant{}),
                       {total.value_or(Money()), support.value_or(Money()), municipal.value_or(Money())}});
    }
    return all;
}

/// The words of a filter as ranges; "" where there is none.
struct Ranges {
    std::string from[3], to[3];
    explicit Ranges(const std::vector<std::string>& words) {
        for (std::size_t i = 0; i < words.size() && i < 3; ++i) {
            from[i] = words[i];
            to[i] = words[i] + "g";  // behind every hexadecimal digit
        }
    }
};

/// How many rows of words begin so, counted to `most`.
std::int64_t count_words(kit::Transaction& t, const std::string& call, const std::string& word, std::int64_t most) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM (SELECT 1 FROM desk_word WHERE call = :call AND word >= :word AND word < :word_end LIMIT :most) counted)sql",
        call,
        word,
        word + "g",
        most));
}

/// All of a call in the order of arrival; state and words are looked at on the way.
std::vector<Row> by_arrival(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most) {
    const Ranges words(filter.words);
    const std::string state(filter.state ? application::code(*filter.state) : "");
    return rows_of(t.rows<Id<application::Application>,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::optional<std::string>,
                          std::optional<Instant>,
                          std::optional<Money>,
                          std::optional<Money>,
                          std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, a.organisation, a.business_id, a.state, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM application_list_desk a
              WHERE a.call = :call AND a.arrived IS NOT NULL AND (a.arrived, a.id) > (:arrived, :after) AND a.arrived <= :by
              AND (:any_state = '' OR a.state = :state)
              AND (:any_1 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_1 AND w.word < :to_1))
              AND (:any_2 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_2 AND w.word < :to_2))
              AND (:any_3 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_3 AND w.word < :to_3))
              ORDER BY a.arrived, a.id LIMIT :most)sql",
        call,
        after.arrived,
        after.id,
        filter.by,
        state,
        state,
        words.from[0],
        words.from[0],
        words.to[0],
        words.from[1],
        words.from[1],
        words.to[1],
        words.from[2],
        words.from[2],
        words.to[2],
        most));
}

/// Those in one state, which is rare: the index of states leads; theme and words are looked at on the way.
std::vector<Row> by_state(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most) {
    const Ranges words(filter.words);
    return rows_of(t.rows<Id<application::Application>,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::optional<std::string>,
                          std::optional<Instant>,
                          std::optional<Money>,
                          std::optional<Money>,
                          std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, a.organisation, a.business_id, a.state, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM application_list_desk a
              WHERE a.call = :call AND a.state = :state AND (a.arrived, a.id) > (:arrived, :after) AND a.arrived <= :by
              AND (:any_theme = '' OR EXISTS (SELECT 1 FROM desk_share s WHERE s.application = a.id AND s.theme = :theme))
              AND (:any_1 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_1 AND w.word < :to_1))
              AND (:any_2 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_2 AND w.word < :to_2))
              AND (:any_3 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = a.id AND w.word >= :from_3 AND w.word < :to_3))
              ORDER BY a.arrived, a.id LIMIT :most)sql",
        call,
        application::code(*filter.state),
        after.arrived,
        after.id,
        filter.by,
        filter.theme,
        filter.theme,
        words.from[0],
        words.from[0],
        words.to[0],
        words.from[1],
        words.from[1],
        words.to[1],
        words.from[2],
        words.from[2],
        words.to[2],
        most));
}

/// Those of one theme: the index of themes leads.
std::vector<Row> by_theme(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most) {
    const Ranges words(filter.words);
    const std::string state(filter.state ? application::code(*filter.state) : "");
    return rows_of(t.rows<Id<application::Application>,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::optional<std::string>,
                          std::optional<Instant>,
                          std::optional<Money>,
                          std::optional<Money>,
                          std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, a.organisation, a.business_id, a.state, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM desk_share s JOIN application_list_desk a ON a.id = s.application
              WHERE s.call = :call AND s.theme = :theme AND (s.arrived, s.application) > (:arrived, :after) AND s.arrived <= :by
              AND (:any_state = '' OR a.state = :state)
              AND (:any_1 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = s.application AND w.word >= :from_1 AND w.word < :to_1))
              AND (:any_2 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = s.application AND w.word >= :from_2 AND w.word < :to_2))
              AND (:any_3 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = s.application AND w.word >= :from_3 AND w.word < :to_3))
              ORDER BY s.arrived, s.application LIMIT :most)sql",
        call,
        filter.theme,
        after.arrived,
        after.id,
        filter.by,
        state,
        state,
        words.from[0],
        words.from[0],
        words.to[0],
        words.from[1],
        words.from[1],
        words.to[1],
        words.from[2],
        words.from[2],
        words.to[2],
        most));
}

/// Those that a rare word finds; the rest is looked at on the way.
std::vector<Row> by_word(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& after, std::int64_t most) {
    const Ranges words(filter.words);
    const std::string state(filter.state ? application::code(*filter.state) : "");
    return rows_of(t.rows<Id<application::Application>,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::string,
                          std::optional<std::string>,
                          std::optional<Instant>,
                          std::optional<Money>,
                          std::optional<Money>,
                          std::optional<Money>>(
        R"sql(SELECT a.id, a.call, a.title, a.organisation, a.business_id, a.state, a.register_number, a.arrived, a.total_costs, a.support, a.municipal
              FROM (SELECT DISTINCT application, arrived FROM desk_word WHERE call = :call AND word >= :from_1 AND word < :to_1) f
              JOIN application_list_desk a ON a.id = f.application
              WHERE (f.arrived, f.application) > (:arrived, :after) AND f.arrived <= :by
              AND (:any_state = '' OR a.state = :state)
              AND (:any_theme = '' OR EXISTS (SELECT 1 FROM desk_share s WHERE s.application = f.application AND s.theme = :theme))
              AND (:any_2 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = f.application AND w.word >= :from_2 AND w.word < :to_2))
              AND (:any_3 = '' OR EXISTS (SELECT 1 FROM desk_word w WHERE w.application = f.application AND w.word >= :from_3 AND w.word < :to_3))
              ORDER BY f.arrived, f.application LIMIT :most)sql",
        call,
        words.from[0],
        words.to[0],
        after.arrived,
        after.id,
        filter.by,
        state,
        state,
        filter.theme,
        filter.theme,
        words.from[1],
        words.from[1],
        words.to[1],
        words.from[2],
        words.from[2],
        words.to[2],
        most));
}

}  // namespace

Place begin_of(const Filter& filter, const Place& after) {
    const Place begin{filter.after + Duration{1}, from_the_first.id};  // whatever arrived later stands behind it
    return after.arrived < begin.arrived && filter.after > Instant{} ? begin : after;
}

std::vector<Row> list(
    kit::Transaction& t, const std::string& call, const Filter& filter, const Place& from, std::int64_t most) {
    const Place after = begin_of(filter, from);
    // a word is rare where it finds so few that they can be sorted at once; a common one meets enough on the way
    constexpr std::int64_t rare = 2000;
    Filter sorted = filter;
    std::int64_t least = rare;
    for (std::size_t i = 0; i < sorted.words.size() && i < 3; ++i) {
        const std::int64_t found = count_words(t, call, sorted.words[i], rare);
        if (found < least) {
            least = found;
            std::swap(sorted.words[0], sorted.words[i]);
        }
    }
    if (least < rare) {
        return by_word(t, call, sorted, after, most);
    }
    if (filter.state && *filter.state != application::State::received) {
        return by_state(t, call, filter, after, most);
    }
    return filter.theme.empty() ? by_arrival(t, call, filter, after, most) : by_theme(t, call, filter, after, most);
}

std::optional<Row> find_row(kit::Transaction& t, Id<application::Application> id) {
    auto found = rows_of(t.rows<Id<application::Application>,
                                std::string,
                                std::string,
                                std::string,
                                std::string,
                                std::string,
                                std::optional<std::string>,
                                std::optional<Instant>,
                                std::optional<Money>,
                                std::optional<Money>,
                                std::optional<Money>>(
        R"sql(SELECT id, call, title, organisation, business_id, state, register_number, arrived, total_costs, support, municipal
              FROM application_list_desk WHERE id = :id AND arrived IS NOT NULL)sql",
        id));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::int64_t count_drafts(kit::Transaction& t, const std::string& call, std::int64_t most) {
    return std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM (SELECT 1 FROM application_list_desk WHERE call = :call AND state = 'draft' LIMIT :most) counted)sql",
        call,
        most));
}

std::int64_t last_number(kit::Transaction& t, const std::string& series) {
    const auto row = t.maybe<std::int64_t>(
        R"sql(SELECT last_number FROM application_series_desk WHERE series = :series)sql", series);
    return row ? std::get<0>(*row) : 0;
}

}  // namespace vastin::desk
