#include "programme/programme.h"

#include <algorithm>

#include "kit/hash.h"

namespace vastin::programme {

namespace {

using kit::Toml;

template <class Thing>
const Thing* find(const std::vector<Thing>& all, std::string_view code) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& one) { return one.code.text == code; });
    return found == all.end() ? nullptr : &*found;
}

/// Whole years from `first_year` to `last_year`.
Period read_years(const Toml& table) {
    const auto first = static_cast<int>(table.number("first_year", 1995, 2199));
    const auto last = static_cast<int>(table.number("last_year", 1995, 2199));
    if (last < first) {
        table.fault("last_year",
                    "expected a year from " + std::to_string(first) + " on, found " + std::to_string(last));
    }
    return {Date::of(first, 1, 1).value_or(Date()), Date::of(last, 12, 31).value_or(Date())};
}

Agreement read_agreement(const Toml& table, const Sources& sources) {
    Agreement agreement;
    std::vector<std::string> taken;
    agreement.code.text = read_code(table, taken);
    agreement.name = table.words("name");
    agreement.city = table.words("city");
    agreement.purpose = table.words("purpose");
    agreement.aim = table.words("aim");
    agreement.background = table.words("background");
    agreement.period = read_years(table);
    agreement.web = read_web(table, "web");
    agreement.source = read_source(table, sources);
    agreement.texts_source = read_source(table, sources, "texts_source");
    return agreement;
}

void read_payers(const Toml& root, Programme& programme) {
    static const std::vector<std::string> hues{"eu", "city", "own", "outside"};
    std::vector<std::string> taken;
    for (const Toml& table : root.tables("payers")) {
        Payer payer;
        payer.code.text = read_code(table, taken);
        payer.hue = hues[read_word(table, "hue", hues)];
        payer.name = table.words("name");
        payer.source = read_source(table, programme.sources);
        programme.payers.push_back(std::move(payer));
    }
}

Code<Payer> read_payer(const Toml& table, const Programme& programme) {
    std::vector<std::string> known;
    for (const Payer& payer : programme.payers) {
        known.push_back(payer.code.text);
    }
    const std::size_t at = read_word(table, "payer", known);
    return {known.empty() ? "" : known[at]};
}

void read_parties_and_funders(const Toml& root, Programme& programme) {
    std::vector<std::string> taken;
    for (const Toml& table : root.tables("parties")) {
        Party party;
        party.code.text = read_code(table, taken);
        party.role = static_cast<Party::Role>(read_word(table, "role", {"state", "city", "main_funder"}));
        party.name = table.words("name");
        party.part = table.words("part");
        party.source = read_source(table, programme.sources);
        programme.parties.push_back(std::move(party));
    }
    taken.clear();
    for (const Toml& table : root.tables("funders")) {
        Funder funder;
        funder.code.text = read_code(table, taken);
        funder.payer = read_payer(table, programme);
        funder.kind = static_cast<Funder::Kind>(read_word(table, "kind", {"main", "municipal"}));
        funder.name = table.words("name");
        funder.system = table.words_if("system");
        funder.source = read_source(table, programme.sources);
        programme.funders.push_back(std::move(funder));
    }
}

void read_frames(const Toml& root, const Toml& agreement, Programme& programme) {
    const int years = static_cast<int>(agreement.number("frame_years", 1, 10));
    const Period whole = programme.agreement.period;
    for (const Toml& table : root.tables("frames")) {
        Frame frame{read_years(table), read_payer(table, programme), read_announced(table, "yearly"), {}};
        frame.source = read_source(table, programme.sources);
        if (frame.period.first < whole.first || frame.period.last > whole.last) {
            table.fault("", "expected a frame within the years of the agreement");
        } else if (frame.period.last.year() - frame.period.first.year() + 1 > years) {
            table.fault("last_year", "expected a frame of at most " + std::to_string(years) + " years");
        }
        for (const Frame& other : programme.frames) {
            if (other.payer == frame.payer && other.period.last >= frame.period.first &&
                frame.period.last >= other.period.first) {
                table.fault("first_year", "this frame overlaps another one of the same payer");
            }
        }
        programme.frames.push_back(std::move(frame));
    }
}

Accessibility read_accessibility(const Toml& table, const Sources& sources) {
    Accessibility read;
    read.assessed = table.day("assessed");
    read.answer_days = table.number("answer_days", 1, 90);
    read.authority = table.words("authority");
    read.authority_web = read_web(table, "authority_web");
    read.source = read_source(table, sources);
    return read;
}

/// `depth`: how many more levels may stand below.
std::vector<Goal> read_goals(const Toml& table, std::vector<std::string>& taken, int depth) {
    std::vector<Goal> goals;
    for (const Toml& line : table.tables("goals")) {
        Goal goal;
        goal.code.text = read_code(line, taken);
        goal.text = {line.text("fi"), line.text("sv"), line.text("en")};
        if (depth > 0) {
            goal.goals = read_goals(line, taken, depth - 1);
        }
        goals.push_back(std::move(goal));
    }
    return goals;
}

void read_themes(const Toml& root, Programme& programme) {
    std::vector<std::string> themes, goals;
    for (const Toml& table : root.tables("themes")) {
        Theme theme;
        theme.code.text = read_code(table, themes);
        theme.number = table.number("number", 1, 99);
        theme.name = table.words("name");
        theme.short_name = table.words("short");
        theme.source = read_source(table, programme.sources);
        std::vector<std::string> strands;
        for (const Toml& part : table.tables("strands")) {
            Strand strand;
            strand.code.text = read_code(part, strands);
            strand.name = part.words("name");
            strand.short_name = part.words("short");
            strand.source = read_source(part, programme.sources);
            theme.strands.push_back(std::move(strand));
        }
        theme.goals = read_goals(table, goals, 1);
        if (theme.goals.empty()) {
            table.fault("goals", "expected at least one goal, found none");
        }
        programme.themes.push_back(std::move(theme));
    }
    if (programme.themes.empty()) {
        root.fault("themes", "expected at least one theme, found none");
    }
}

void read_stated(const Toml& root, Programme& programme) {
    for (const Toml& table : root.tables("stated")) {
        const Theme* theme = read_theme(table, programme);
        Stated stated;
        stated.theme.text = theme == nullptr ? "" : theme->code.text;
        stated.strand = read_strand(table, theme);
        stated.sum = table.euros("euros");
        stated.projects_named = table.truth("projects_named", true);
        stated.source = read_source(table, programme.sources);
        programme.stated.push_back(std::move(stated));
    }
}

}  // namespace

Zone read_zone(const Toml& table) {
    const std::string name = table.text("zone");
    if (!name.empty()) {
        try {
            return Zone(name);
        } catch (const std::runtime_error&) {
            table.fault("zone", "expected a time zone such as Europe/Helsinki, found \"" + name + "\"");
        }
    }
    return Zone("UTC");
}

Programme load(const SourceFile& file, kit::Faults& faults) {
    const Toml root = Toml::read(file.name, file.text, faults);
    Programme programme;
    programme.file = file;
    programme.hash.text = kit::sha256(root.canonical());
    programme.sources = read_sources(root);
    const Toml agreement = root.table("agreement");
    programme.agreement = read_agreement(agreement, programme.sources);
    programme.zone = read_zone(agreement);
    read_payers(root, programme);
    read_parties_and_funders(root, programme);
    read_frames(root, agreement, programme);
    programme.accessibility = read_accessibility(root.table("accessibility"), programme.sources);
    read_themes(root, programme);
    read_stated(root, programme);
    programme.assumptions = read_assumptions(root);
    root.finish();
    return programme;
}

const Theme* find_theme(const Programme& programme, std::string_view code) { return find(programme.themes, code); }
const Strand* find_strand(const Theme& theme, std::string_view code) { return find(theme.strands, code); }

const Theme* read_theme(const Toml& table, const Programme& programme) {
    const std::string code = table.text("theme");
    const Theme* theme = find_theme(programme, code);
    if (theme == nullptr && !code.empty()) {
        table.fault("theme", "expected a theme of the agreement, found \"" + code + "\"");
    }
    return theme;
}

std::optional<Code<Strand>> read_strand(const Toml& table, const Theme* theme) {
    const auto code = table.text_if("strand");
    if (!code) {
        return std::nullopt;
    }
    if (theme != nullptr && find_strand(*theme, *code) == nullptr) {
        table.fault("strand", "expected a strand of the theme \"" + theme->code.text + "\", found \"" + *code + "\"");
    }
    return Code<Strand>{*code};
}

const Payer* find_payer(const Programme& programme, std::string_view code) { return find(programme.payers, code); }
const Funder* find_funder(const Programme& programme, std::string_view code) { return find(programme.funders, code); }

const Goal* find_goal(const std::vector<Goal>& goals, std::string_view code) {
    for (const Goal& goal : goals) {
        if (goal.code.text == code) {
            return &goal;
        }
        if (const Goal* below = find_goal(goal.goals, code)) {
            return below;
        }
    }
    return nullptr;
}

std::size_t count_goals(const std::vector<Goal>& goals) {
    std::size_t count = goals.size();
    for (const Goal& goal : goals) {
        count += count_goals(goal.goals);
    }
    return count;
}

}  // namespace vastin::programme
