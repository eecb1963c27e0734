// The sums of calls by theme, and what is kept of each application for them.
#include "desk/desk_list_store.h"

namespace vastin::desk {

std::vector<ThemeTotal> totals(kit::Transaction& t, const std::string& call) {
    std::vector<ThemeTotal> all;
    for (auto& [theme, applications, firsts, support, city, other, own, outside] :
         t.rows<std::string, std::int64_t, std::int64_t, Money, Money, Money, Money, Money>(
             R"sql(SELECT theme, applications, firsts, support, city, other, own, outside
                   FROM desk_total WHERE call = :call ORDER BY theme)sql",
             call)) {
        all.push_back({std::move(theme), applications, firsts, {support, city, other, own, outside}});
    }
    return all;
}

Stretch stretch(kit::Transaction& t, const std::string& call, const Place& after, const Place& upto) {
    const auto [applications, total, support, municipal] = t.one<std::int64_t, Money, Money, Money>(
        R"sql(SELECT count(*), CAST(COALESCE(SUM(total_costs), 0) AS BIGINT),
              CAST(COALESCE(SUM(support), 0) AS BIGINT), CAST(COALESCE(SUM(municipal), 0) AS BIGINT)
              FROM application_list_desk WHERE call = :call AND state IN ('received', 'reopened')
              AND (arrived, id) > (:after_arrived, :after_id) AND (arrived, id) <= (:upto_arrived, :upto_id))sql",
        call,
        after.arrived,
        after.id,
        upto.arrived,
        upto.id);
    return {applications, {total, support, municipal}};
}

std::vector<Id<application::Application>> unnoted_of(kit::Transaction& t, const std::string& call, std::int64_t most) {
    std::vector<Id<application::Application>> all;
    for (auto& [id] : t.rows<Id<application::Application>>(
             R"sql(SELECT d.about FROM desk_task d JOIN application_list_desk a ON a.id = d.about
                   WHERE d.noted = 0 AND a.call = :call ORDER BY d.id LIMIT :most)sql",
             call,
             most)) {
        all.push_back(id);
    }
    return all;
}

std::optional<Kept> kept(kit::Transaction& t, Id<application::Application> id) {
    std::optional<Kept> found;
    for (auto& [call, arrived, counts, theme, share, support, city, other, own, outside] :
         t.rows<std::string, Instant, bool, std::string, std::int64_t, Money, Money, Money, Money, Money>(
             R"sql(SELECT call, arrived, counts, theme, share, support, city, other, own, outside
                   FROM desk_share WHERE application = :application ORDER BY first DESC, theme)sql",
             id)) {
        if (!found) {
            found = Kept{std::move(call), arrived, counts, {}};
        }
        found->themes.push_back(
            {std::move(theme), {static_cast<std::int32_t>(share)}, {support, city, other, own, outside}});
    }
    return found;
}

void keep(kit::Transaction& t, Id<application::Application> id, const Kept& now) {
    t.change(R"sql(DELETE FROM desk_share WHERE application = :application)sql", id);
    bool first = true;
    for (const ThemeSums& one : now.themes) {
        t.change(
            R"sql(INSERT INTO desk_share (application, theme, call, arrived, counts, first, share, support, city, other, own, outside)
                  VALUES (:application, :theme, :call, :arrived, :counts, :first, :share, :support, :city, :other, :own, :outside))sql",
            id,
            one.theme,
            now.call,
            now.arrived,
            now.counts,
            first,
            static_cast<std::int64_t>(one.share.basis_points),
            one.sums.support,
            one.sums.city,
            one.sums.other,
            one.sums.own,
            one.sums.outside);
        first = false;
    }
}

void keep_words(kit::Transaction& t,
                Id<application::Application> id,
                const std::string& call,
                Instant arrived,
                const std::vector<std::string>& words) {
    t.change(R"sql(DELETE FROM desk_word WHERE application = :application)sql", id);
    for (const std::string& word : words) {
        t.change(R"sql(INSERT INTO desk_word (call, word, application, arrived)
                       VALUES (:call, :word, :application, :arrived) ON CONFLICT DO NOTHING)sql",
                 call,
                 word,
                 id,
                 arrived);
    }
}

void add_to_total(kit::Transaction& t, const std::string& call, const ThemeTotal& change) {
    t.change(R"sql(INSERT INTO desk_total (call, theme, applications, firsts, support, city, other, own, outside)
                   VALUES (:call, :theme, :applications, :firsts, :support, :city, :other, :own, :outside)
                   ON CONFLICT (call, theme) DO UPDATE SET
                   applications = desk_total.applications + excluded.applications,
                   firsts = desk_total.firsts + excluded.firsts,
                   support = desk_total.support + excluded.support,
                   city = desk_total.city + excluded.city,
                   other = desk_total.other + excluded.other,
                   own = desk_total.own + excluded.own,
                   outside = desk_total.outside + excluded.outside)sql",
             call,
             change.theme,
             change.applications,
             change.firsts,
             change.sums.support,
             change.sums.city,
             change.sums.other,
             change.sums.own,
             change.sums.outside);
}

}  // namespace vastin::desk
