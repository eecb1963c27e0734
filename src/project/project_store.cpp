#include "project/project_store.h"

#include <algorithm>
#include <array>

#include "kit/hash.h"
#include "kit/limits.h"
#include "programme/kept.h"
#include "project/project_json.h"

namespace vastin::project {

namespace {

kit::Json read_json(const std::string& text) {
    const auto json = kit::Json::read(text);
    check(json.has_value(), "JSON in a project's row");
    return *json;
}

/// Patterns of LIKE, with "!" before what LIKE would read otherwise. The words after the second stand in the last
/// pattern in their order; "%" fits everything.
std::array<std::string, 3> patterns(std::string_view words) {
    std::array<std::string, 3> made;
    std::size_t at = 0;
    bool inside = false;
    std::size_t end = std::min(words.size(), kit::limits::line_letters);
    while (end < words.size() && end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) {
        --end;  // never in the middle of a letter
    }
    for (char c : lowered(words.substr(0, end))) {
        if (c == ' ' || c == '\t') {
            at += inside && at + 1 < made.size() ? 1 : 0;
            inside = false;
            continue;
        }
        made[at] += inside ? "" : "%";
        made[at] += c == '%' || c == '_' || c == '!' ? "!" : "";
        made[at] += c;
        inside = true;
    }
    for (std::string& pattern : made) {
        pattern += "%";
    }
    return made;
}

using Row = std::tuple<std::string, std::string, Date, Date, Money, std::string, std::string>;

/// Few texts stand in many rows, and reading them was half the cost of a list page: each is read once.
template <class Thing>
Thing read_once(const std::string& text, Thing (*read)(const kit::Json&)) {
    static programme::Kept<Thing, std::string, 4096> kept;
    return *kept.get(text, [&] { return read(read_json(text)); });
}

Summary summary_of(Row& row) {
    auto& [code, name, starts, ends, support, implementers, shares] = row;
    return {{std::move(code)},
            std::move(name),
            {starts, ends},
            support,
            read_once(implementers, read_implementers),
            read_once(shares, read_shares)};
}

}  // namespace

Hash revision(kit::Transaction& t) {
    auto row = t.maybe<std::string>(R"sql(SELECT hash FROM project_revision WHERE id = 1)sql");
    return row ? Hash{std::move(std::get<0>(*row))} : Hash{};
}

std::string write_place(const Place& place) { return write_date(place.starts) + "." + place.code.text; }

std::optional<Place> read_place(std::string_view text) {
    const auto starts = read_date(text.substr(0, 10));
    if (!starts || text.size() < 12 || text.size() > 80 || text[10] != '.' ||
        text.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    return Place{*starts, {std::string(text.substr(11))}};
}

namespace {

/// Those that match the patterns and belong to the theme.
std::vector<Row> matching(kit::Transaction& t,
                          const std::array<std::string, 3>& like,
                          const std::pair<std::string, std::string>& place,
                          std::int64_t most,
                          const std::string& theme) {
    return t.rows<std::string, std::string, Date, Date, Money, std::string, std::string>(
        R"sql(SELECT code, name, starts, ends, support, implementers, shares FROM project_project
              WHERE (starts, code) < (:starts, :code) AND search LIKE :first ESCAPE '!'
              AND search LIKE :second ESCAPE '!' AND search LIKE :third ESCAPE '!'
              AND (:any = '' OR EXISTS (SELECT 1 FROM project_share s WHERE s.project = code AND s.theme = :theme))
              ORDER BY starts DESC, code DESC LIMIT :most)sql",
        place.first,
        place.second,
        like[0],
        like[1],
        like[2],
        theme,
        theme,
        most);
}

}  // namespace

Listed list(kit::Transaction& t,
            std::string_view words,
            const std::optional<Place>& after,
            std::int64_t most,
            const Code<programme::Theme>& theme) {
    const std::pair<std::string, std::string> place{after ? write_date(after->starts) : "9999-12-31",
                                                    after ? after->code.text : ""};
    const auto like = patterns(words);
    auto rows = like[0] == "%" && theme.text.empty()
                    ? t.rows<std::string, std::string, Date, Date, Money, std::string, std::string>(
                          R"sql(SELECT code, name, starts, ends, support, implementers, shares FROM project_project
                                WHERE (starts, code) < (:starts, :code) ORDER BY starts DESC, code DESC LIMIT :most)sql",
                          place.first,
                          place.second,
                          most + 1)
                    : matching(t, like, place, most + 1, theme.text);
    Listed listed;
    for (Row& row : rows) {
        if (static_cast<std::int64_t>(listed.projects.size()) == most) {
            const Summary& last = listed.projects.back();
            listed.next = Place{last.period.first, last.code};
            break;
        }
        listed.projects.push_back(summary_of(row));
    }
    return listed;
}

std::vector<Summary> of_goal(kit::Transaction& t, const Code<programme::Goal>& goal, std::int64_t most) {
    std::vector<Summary> all;
    for (Row& row : t.rows<std::string, std::string, Date, Date, Money, std::string, std::string>(
             R"sql(SELECT p.code, p.name, p.starts, p.ends, p.support, p.implementers, p.shares
                   FROM project_goal g JOIN project_project p ON p.code = g.project
                   WHERE g.goal = :goal ORDER BY p.starts DESC, p.code DESC LIMIT :most)sql",
             goal.text,
             most)) {
        all.push_back(summary_of(row));
    }
    return all;
}

std::optional<Project> find(kit::Transaction& t, const Code<Project>& code) {
    auto row = t.maybe<std::string, std::string, Date, Date, Money, std::string, std::string, std::string>(
        R"sql(SELECT code, name, starts, ends, support, implementers, shares, details FROM project_project
              WHERE code = :code)sql",
        code.text);
    if (!row) {
        return std::nullopt;
    }
    auto& [found, name, starts, ends, support, implementers, shares, details] = *row;
    Row summary{std::move(found), std::move(name), starts, ends, support, std::move(implementers), std::move(shares)};
    Project project;
    project.summary = summary_of(summary);
    read_details(read_json(details), project);
    return project;
}

Totals count_totals(kit::Transaction& t, Date today) {
    Totals totals;
    std::tie(totals.projects, totals.support) = t.one<std::int64_t, Money>(
        R"sql(SELECT COUNT(*), CAST(COALESCE(SUM(support), 0) AS BIGINT) FROM project_project)sql");
    std::tie(totals.running) = t.one<std::int64_t>(
        R"sql(SELECT COUNT(*) FROM project_project WHERE ends >= :today AND starts <= :today_too)sql", today, today);
    std::tie(totals.implementers) =
        t.one<std::int64_t>(R"sql(SELECT COUNT(DISTINCT organisation) FROM project_implementer)sql");
    for (auto& [theme, strand, projects, support] : t.rows<std::string, std::string, std::int64_t, Money>(
             R"sql(SELECT theme, strand, COUNT(*), CAST(SUM(support) AS BIGINT) FROM project_share
                   GROUP BY theme, strand ORDER BY theme, strand)sql")) {
        totals.themes.push_back(
            {{std::move(theme)},
             strand.empty() ? std::nullopt : std::optional(Code<programme::Strand>{std::move(strand)}),
             projects,
             support});
    }
    return totals;
}

std::optional<Hash> project_hash(kit::Transaction& t, const Code<Project>& code) {
    auto row = t.maybe<std::string>(R"sql(SELECT hash FROM project_project WHERE code = :code)sql", code.text);
    return row ? std::optional(Hash{std::move(std::get<0>(*row))}) : std::nullopt;
}

Hash hash_of(const Project& project) {
    const Summary& summary = project.summary;
    const kit::Json whole = kit::Json::Object{{"code", summary.code.text},
                                              {"name", summary.name},
                                              {"starts", write_date(summary.period.first)},
                                              {"ends", write_date(summary.period.last)},
                                              {"support", summary.support.count()},
                                              {"implementers", write_implementers(summary.implementers)},
                                              {"shares", write_shares(summary.shares)},
                                              {"details", write_details(project)}};
    return {kit::sha256(whole.canonical())};
}

void put(kit::Transaction& t, const Project& project) {
    const Summary& summary = project.summary;
    const std::string& code = summary.code.text;
    t.change(R"sql(INSERT INTO project_project
                   (code, name, starts, ends, support, implementers, shares, details, search, hash)
                   VALUES (:code, :name, :starts, :ends, :support, :implementers, :shares, :details, :search, :hash)
                   ON CONFLICT (code) DO UPDATE SET name = excluded.name, starts = excluded.starts,
                   ends = excluded.ends, support = excluded.support, implementers = excluded.implementers,
                   shares = excluded.shares, details = excluded.details, search = excluded.search,
                   hash = excluded.hash)sql",
             code,
             summary.name,
             summary.period.first,
             summary.period.last,
             summary.support,
             write_implementers(summary.implementers).canonical(),
             write_shares(summary.shares).canonical(),
             write_details(project).canonical(),
             search_text(summary),
             hash_of(project).text);
    t.change(R"sql(DELETE FROM project_implementer WHERE project = :project)sql", code);
    t.change(R"sql(DELETE FROM project_share WHERE project = :project)sql", code);
    t.change(R"sql(DELETE FROM project_goal WHERE project = :project)sql", code);
    for (const auto& goal : project.goals) {
        t.change(R"sql(INSERT INTO project_goal (project, goal) VALUES (:project, :goal) ON CONFLICT DO NOTHING)sql",
                 code,
                 goal.text);
    }
    std::int64_t position = 0;
    for (const Implementer& one : summary.implementers) {
        t.change(R"sql(INSERT INTO project_implementer (project, position, organisation, business_id)
                       VALUES (:project, :position, :organisation, :business_id))sql",
                 code,
                 ++position,
                 one.code.text,
                 one.business_id);
    }
    position = 0;
    for (const ThemeShare& share : summary.shares) {
        t.change(R"sql(INSERT INTO project_share (project, position, theme, strand, basis_points, support)
                       VALUES (:project, :position, :theme, :strand, :basis_points, :support))sql",
                 code,
                 ++position,
                 share.theme.text,
                 share.strand ? share.strand->text : std::string(),
                 static_cast<std::int64_t>(share.share.basis_points),
                 share.support);
    }
}

void move_revision(kit::Transaction& t, const Hash& change) {
    const Hash next{kit::sha256(revision(t).text + change.text)};
    t.change(R"sql(INSERT INTO project_revision (id, hash) VALUES (1, :hash)
                   ON CONFLICT (id) DO UPDATE SET hash = excluded.hash)sql",
             next.text);
}

}  // namespace vastin::project
