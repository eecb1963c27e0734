#include "project/project_load.h"

#include <algorithm>

namespace vastin::project {

namespace {

using kit::Toml;
using programme::Assumption;
using programme::Programme;
using programme::read_assumptions;
using programme::read_code;
using programme::read_source;
using programme::read_sources;
using programme::Sources;

using Organisations = std::vector<Implementer>;

const Implementer* find(const Organisations& organisations, const std::string& code) {
    const auto found = std::find_if(
        organisations.begin(), organisations.end(), [&](const Implementer& one) { return one.code.text == code; });
    return found == organisations.end() ? nullptr : &*found;
}

Organisations read_organisations(const Toml& root, const Sources& sources) {
    Organisations all;
    std::vector<std::string> taken;
    for (const Toml& table : root.tables("organisations")) {
        Implementer one;
        one.code.text = read_code(table, taken);
        one.name = table.words("name");
        one.business_id = table.text("business_id");
        if (!one.business_id.empty() && !is_business_id(one.business_id)) {
            table.fault("business_id", "expected a business ID such as 0245895-5, found \"" + one.business_id + "\"");
        }
        if (const auto unit_of = table.text_if("unit_of")) {
            const Implementer* whole = find(all, *unit_of);
            if (whole == nullptr) {
                table.fault("unit_of", "expected the code of an organisation above, found \"" + *unit_of + "\"");
            } else if (whole->business_id != one.business_id) {
                table.fault("business_id", "expected the business ID of \"" + *unit_of + "\", " + whole->business_id);
            }
            one.unit_of = Code<Implementer>{*unit_of};
        }
        read_source(table, sources);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<ThemeShare> read_shares(const Toml& project, Money support, const Programme& programme) {
    std::vector<ThemeShare> shares;
    std::int32_t sum = 0;
    for (const Toml& table : project.tables("themes")) {
        const programme::Theme* theme = read_theme(table, programme);
        ThemeShare share;
        share.theme.text = theme == nullptr ? "" : theme->code.text;
        share.strand = read_strand(table, theme);
        share.share = table.percent("percent");
        sum += share.share.basis_points;
        shares.push_back(std::move(share));
    }
    if (sum != whole_share.basis_points) {
        project.fault("themes", "expected percents that sum to 100");
        return shares;
    }
    std::vector<Share> parts;
    for (const ThemeShare& share : shares) {
        parts.push_back(share.share);
    }
    const auto sums = part_support(support, parts);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i].support = sums[i];
    }
    return shares;
}

std::vector<Implementer> read_implementers(const Toml& project, const Organisations& organisations) {
    std::vector<Implementer> all;
    for (const std::string& code : project.texts("implementers")) {
        const Implementer* one = find(organisations, code);
        if (one == nullptr) {
            project.fault("implementers", "expected codes of organisations, found \"" + code + "\"");
        } else if (std::find(all.begin(), all.end(), *one) != all.end()) {
            project.fault("implementers", "\"" + code + "\" stands twice");
        } else {
            all.push_back(*one);
        }
    }
    if (all.empty()) {
        project.fault("implementers", "expected at least one implementer, found none");
    }
    return all;
}

std::vector<Code<programme::Goal>> read_goals(const Toml& project,
                                              const std::vector<ThemeShare>& shares,
                                              const Programme& programme) {
    std::vector<Code<programme::Goal>> goals;
    for (const std::string& code : project.texts("goals")) {
        const bool known = std::any_of(shares.begin(), shares.end(), [&](const ThemeShare& share) {
            const auto* theme = find_theme(programme, share.theme.text);
            return theme != nullptr && find_goal(theme->goals, code) != nullptr;
        });
        if (!known) {
            project.fault("goals", "expected a goal of the project's themes, found \"" + code + "\"");
        }
        goals.push_back({code});
    }
    return goals;
}

/// What is assumed of the project at `position` (from 1) and of its implementers.
std::vector<Note> read_notes(const std::vector<Assumption>& assumptions,
                             std::size_t position,
                             const Organisations& organisations,
                             const std::vector<Implementer>& implementers) {
    std::vector<Note> notes;
    const std::string path = "projects[" + std::to_string(position) + "].";
    for (const char* key : {"support", "starts", "ends", "themes", "implementers", "goals"}) {
        if (const Localised* text = assumed(assumptions, path + key)) {
            notes.push_back({key, *text});
        }
    }
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        const auto key = "organisations[" + std::to_string(i + 1) + "].business_id";
        const Localised* text = assumed(assumptions, key);
        if (text != nullptr &&
            std::find(implementers.begin(), implementers.end(), organisations[i]) != implementers.end()) {
            notes.push_back({"implementers", *text});
        }
    }
    return notes;
}

}  // namespace

std::vector<Project> load(const programme::SourceFile& file, const Programme& programme, kit::Faults& faults) {
    const Toml root = Toml::read(file.name, file.text, faults);
    const Sources sources = read_sources(root, programme.sources);
    const auto assumptions = read_assumptions(root);
    const Organisations organisations = read_organisations(root, sources);
    std::vector<Project> all;
    std::vector<std::string> taken;
    for (const Toml& table : root.tables("projects")) {
        Project project;
        Summary& summary = project.summary;
        summary.code.text = read_code(table, taken);
        summary.name = table.text("name");
        const std::size_t before = table.faults();
        summary.period = {table.day("starts"), table.day("ends")};
        if (table.faults() == before && summary.period.last < summary.period.first) {
            table.fault("ends",
                        "expected a day not before the project starts, found " + write_date(summary.period.last));
        }
        summary.support = table.euros("support");
        summary.implementers = read_implementers(table, organisations);
        summary.shares = read_shares(table, summary.support, programme);
        project.goals = read_goals(table, summary.shares, programme);
        project.source = read_source(table, sources);
        project.notes = read_notes(assumptions, all.size() + 1, organisations, summary.implementers);
        all.push_back(std::move(project));
    }
    root.finish();
    return all;
}

}  // namespace vastin::project
