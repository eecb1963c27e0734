#include "page/parked_store.h"

namespace vastin::page {

ParkedCounts count_parked(kit::Transaction& t, const std::string& browser, const std::string& place, Instant now) {
    ParkedCounts counts;
    counts.browser = std::get<0>(t.one<std::int64_t>(
        R"sql(SELECT count(*) FROM page_parked WHERE browser = :browser AND place <> :place AND went IS NULL AND expires > :now)sql",
        browser,
        place,
        now));
    counts.all =
        std::get<0>(t.one<std::int64_t>(R"sql(SELECT count(*) FROM page_parked WHERE expires > :now)sql", now));
    counts.unknown =
        std::get<0>(t.one<std::int64_t>(R"sql(SELECT count(*) FROM page_parked WHERE account IS NULL)sql"));
    return counts;
}

void put_parked(kit::Transaction& t,
                const Parked& p,
                const std::string& browser,
                const std::string& place,
                const std::string& box) {
    t.change(
        R"sql(INSERT INTO page_parked (id, browser, place, account, at, expires, box)
              VALUES (:id, :browser, :place, :account, :at, :expires, :box)
              ON CONFLICT (browser, place) DO UPDATE SET id = excluded.id, account = excluded.account, at = excluded.at,
                  expires = excluded.expires, box = excluded.box, taken = NULL, went = NULL)sql",
        p.id,
        browser,
        place,
        p.account,
        p.at,
        p.expires,
        box);
}

std::vector<Parked> parked_of(kit::Transaction& t, const std::string& browser, Instant now) {
    std::vector<Parked> all;
    for (auto& [id, account, at, expires, taken, went] : t.rows<Id<Parked>,
                                                                std::optional<Id<identity::Account>>,
                                                                Instant,
                                                                Instant,
                                                                std::optional<Instant>,
                                                                std::optional<std::string>>(
             R"sql(SELECT id, account, at, expires, taken, went FROM page_parked
                   WHERE browser = :browser AND expires > :now ORDER BY id)sql",
             browser,
             now)) {
        all.push_back({id, account, at, expires, taken, std::move(went)});
    }
    return all;
}

std::optional<std::string> take_parked(
    kit::Transaction& t, Id<Parked> id, const std::string& browser, Instant now, Instant lost) {
    auto box = t.maybe<std::string>(
        R"sql(UPDATE page_parked SET taken = :taken WHERE id = :id AND browser = :browser AND expires > :now
                  AND went IS NULL AND (taken IS NULL OR taken < :lost) RETURNING box)sql",
        now,
        id,
        browser,
        now,
        lost);
    return box ? std::optional(std::get<0>(std::move(*box))) : std::nullopt;
}

void end_parked(kit::Transaction& t, Id<Parked> id, const std::string& went) {
    t.change(R"sql(UPDATE page_parked SET went = :went, box = '' WHERE id = :id)sql", went, id);
}

void put_back_parked(kit::Transaction& t, Id<Parked> id) {
    t.change(R"sql(UPDATE page_parked SET taken = NULL WHERE id = :id AND went IS NULL)sql", id);
}

bool drop_parked(kit::Transaction& t, Id<Parked> id, const std::string& browser) {
    return t.change(R"sql(DELETE FROM page_parked WHERE id = :id AND browser = :browser)sql", id, browser) == 1;
}

std::int64_t forget_parked(kit::Transaction& t, Instant now) {
    return t.change(R"sql(DELETE FROM page_parked WHERE expires <= :now)sql", now);
}

}  // namespace vastin::page
