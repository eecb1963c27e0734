#include "call/call_load.h"

#include <algorithm>

#include "base/nearest.h"
#include "kit/hash.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::Programme;
using programme::read_code;
using programme::read_source;
using programme::read_word;
using programme::Sources;

template <class Thing>
std::vector<std::string> codes(const std::vector<Thing>& things) {
    std::vector<std::string> all;
    for (const Thing& thing : things) {
        all.push_back(thing.code.text);
    }
    return all;
}

std::vector<Pot> read_pots(const Toml& root, const Programme& programme, const Sources& sources) {
    std::vector<Pot> pots;
    std::vector<std::string> taken;
    const auto payers = codes(programme.payers);
    const auto funders = codes(programme.funders);
    for (const Toml& table : root.tables("pots")) {
        Pot pot;
        pot.code.text = read_code(table, taken);
        read_word(table, "payer", payers);
        read_word(table, "funder", funders);
        pot.payer.text = table.text("payer");
        pot.funder.text = table.text("funder");
        const auto* funder = find_funder(programme, pot.funder.text);
        const bool known = std::find(payers.begin(), payers.end(), pot.payer.text) != payers.end();
        if (known && funder != nullptr && funder->payer != pot.payer) {
            table.fault("funder",
                        say("expected a funder of the payer \"{0}\", found \"{1}\"", pot.payer.text, pot.funder.text));
        }
        pot.money = programme::read_announced(table, "sum");
        pot.label = table.words("label");
        if (const auto theme = table.text_if("theme")) {
            pot.theme = Code<programme::Theme>{*theme};
        }
        pot.line = table.words_if("line");
        pot.conditional = table.words_if("conditional");
        pot.source = read_source(table, sources);
        pots.push_back(std::move(pot));
    }
    if (pots.empty()) {
        root.fault("pots", say("expected at least one pot, found none"));
    }
    return pots;
}

std::vector<form::Theme> read_themes(const Toml& root, const Programme& programme) {
    std::vector<form::Theme> themes;
    const std::size_t before = root.faults();
    for (const std::string& code : root.texts("themes")) {
        const auto* theme = find_theme(programme, code);
        const bool twice =
            std::any_of(themes.begin(), themes.end(), [&](const form::Theme& one) { return one.id == code; });
        if (theme == nullptr) {
            root.fault(
                "themes",
                with_nearest(
                    say("expected a theme of the agreement, found \"{0}\"", code), code, codes(programme.themes)));
        } else if (twice) {
            root.fault("themes", say("expected each theme once, found \"{0}\" again", code));
        } else {
            themes.push_back({code, theme->name});
        }
    }
    if (themes.empty() && root.faults() == before) {
        root.fault("themes", say("expected at least one theme of the agreement, found none"));
    }
    return themes;
}

std::vector<ProjectKind> read_projects(const Toml& root) {
    std::vector<ProjectKind> kinds;
    static const std::vector<std::string> known{"single", "group"};
    for (const std::string& word : root.texts("projects")) {
        const ProjectKind kind = word == "group" ? ProjectKind::group : ProjectKind::single;
        if (word != "single" && word != "group") {
            root.fault("projects", with_nearest(say("expected single or group, found \"{0}\"", word), word, known));
        } else if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) {
            root.fault("projects", say("expected single and group, each once, found \"{0}\" again", word));
        }
        kinds.push_back(kind);
    }
    if (kinds.empty()) {
        root.fault("projects", say("expected single, group or both, found none"));
    }
    return kinds;
}

std::string read_series(const Toml& root) {
    const std::string series = root.text("register_series");
    if (series.size() > 20 || series.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != std::string::npos) {
        root.fault("register_series", say("expected at most 20 of A-Z, 0-9 and \"-\", found \"{0}\"", series));
    }
    return series;
}

Texts read_texts(const Toml& table, const Sources& sources) {
    return {table.words("purpose"),
            table.words("applicants"),
            table.words("money"),
            table.words("criteria"),
            table.words("attachments"),
            read_source(table, sources)};
}

Milestone read_date_of(const Toml& table, const Zone& zone, const Sources& sources) {
    Milestone date;
    const std::size_t before = table.faults();
    date.name = table.words("name");
    date.day = table.day_if("day");
    if (table.has("at")) {
        date.at = load_moment(table, "at", zone);
    }
    if (table.has("until")) {
        date.until = load_moment(table, "until", zone);
    }
    date.when = table.words_if("when");
    date.place = table.words_if("place");
    date.link = programme::read_web(table, "link");
    date.info_session = table.truth("info_session", false);
    date.source = read_source(table, sources);
    if (date.day.has_value() + date.at.has_value() + date.when.has_value() != 1) {
        table.fault("", say("expected one of day, at and when"));
    }
    if (table.faults() == before && date.until && (!date.at || *date.until <= *date.at)) {
        table.fault("until", say("expected a time after at"));
    }
    return date;
}

void read_page(const Toml& root, const Zone& zone, const Sources& sources, Call& call) {
    const Toml contact = root.table("contact");
    call.contact = {contact.words("office"),
                    contact.words("role"),
                    programme::read_web(contact, "web"),
                    read_source(contact, sources)};
    call.texts = read_texts(root.table("texts"), sources);
    for (const Toml& table : root.tables("steps")) {
        call.steps.push_back({table.words("title"), table.words("text"), read_source(table, sources)});
    }
    if (call.steps.empty()) {
        root.fault("steps", say("expected at least one step, found none"));
    }
    for (const Toml& table : root.tables("dates")) {
        call.dates.push_back(read_date_of(table, zone, sources));
    }
    if (const auto revision = root.table_if("revision")) {
        call.revision_reason = revision->words("reason");
    }
}

/// Whose money a pot is: its payer has a class in the rules. What it is for: a theme that is open in the call.
void judge_pots(const Toml& root, const Call& call) {
    const std::vector<Toml> tables = root.tables("pots");
    for (std::size_t i = 0; i < call.pots.size(); ++i) {
        const Pot& pot = call.pots[i];
        if (!call.rules.payers.empty() && funding::find_payer(call.rules, {pot.payer.text}) == nullptr) {
            tables[i].fault("payer",
                            say("expected one of [[funding.payers]], whose class says whose money it is, found \"{0}\"",
                                pot.payer.text));
        }
        const bool open = std::any_of(call.themes.begin(), call.themes.end(), [&](const form::Theme& theme) {
            return pot.theme && theme.id == pot.theme->text;
        });
        if (pot.theme && !open) {
            tables[i].fault("theme", say("expected one of the themes of the call, found \"{0}\"", pot.theme->text));
        }
    }
}

}  // namespace

namespace {

Call load_call(const Toml& root, const programme::SourceFile& file, const Programme& programme) {
    const std::size_t before = root.faults();
    Call call;
    call.file = file;
    call.programme = programme.hash;
    call.rules_hash.text = kit::sha256(root.canonical() + "\n" + programme.zone.name());
    Sources sources = programme::read_sources(root, programme.sources);
    call.assumptions = programme::read_assumptions(root);
    std::vector<std::string> taken;
    call.code.text = read_code(root, taken);
    for (const std::string_view ending : {".ics", ".json", ".toml"}) {
        if (call.code.text.ends_with(ending)) {
            root.fault("code",
                       say("expected a code without the ending {0}, which names its files", std::string(ending)));
        }
    }
    call.name = root.words("name");
    call.source = read_source(root, sources);
    sources.emplace("", call.source);  // what names no source stands where the call does
    call.window = load_window(root.table("window"), programme.zone, sources);
    call.pots = read_pots(root, programme, sources);
    call.themes = read_themes(root, programme);
    call.projects = read_projects(root);
    call.recommended_start = root.day_if("recommended_start");
    call.register_series = read_series(root);
    call.rules = load_rules(root.table("funding"),
                            sources,
                            call.assumptions,
                            programme.zone.day(call.window.endless ? call.window.opens : call.window.closes));
    call.files = load_places(root, sources);
    call.form = load_form(root.table("form"), programme, call.themes, call.files);
    if (root.faults() == before) {
        judge_money_fields(root, call);
    }
    load_criteria(root, sources, call);
    judge_pots(root, call);
    load_entrance(root, sources, call);
    load_conditions(root, sources, call);
    const bool payers_known = std::all_of(call.pots.begin(), call.pots.end(), [&](const Pot& pot) {
        return funding::find_payer(call.rules, {pot.payer.text}) != nullptr;
    });
    if (!call.pots.empty() && payers_known && !call.rules.support.text.empty() && support_pot(call) == nullptr) {
        root.fault("pots", say("expected a pot of the payer of the support, \"{0}\"", call.rules.support.text));
    }
    read_page(root, programme.zone, sources, call);
    root.finish();
    return call;
}

/// What a call without a programme says of its agreement: zone, city, themes, funders; its payers are those of its
/// money rules, and without funders each payer decides on its own money.
Programme read_agreement(const Toml& root) {
    Programme made;
    const Toml table = root.table("agreement");
    made.zone = programme::read_zone(table);
    made.agreement.city = table.words("city");
    std::vector<std::string> themes, funders;
    for (const Toml& theme : table.tables("themes")) {
        programme::Theme one;
        one.number = static_cast<std::int64_t>(made.themes.size()) + 1;
        one.code.text = read_code(theme, themes);
        one.name = one.short_name = theme.words("name");
        made.themes.push_back(std::move(one));
    }
    const auto funding = root.table_if("funding");
    for (const Toml& payer : funding ? funding->tables("payers") : std::vector<Toml>()) {
        made.payers.push_back(
            {{payer.text_if("key").value_or("")}, "", payer.words_if("name").value_or(Localised()), {}});
    }
    for (const Toml& funder : table.tables("funders")) {
        programme::Funder one;
        one.code.text = read_code(funder, funders);
        read_word(funder, "payer", codes(made.payers));
        one.payer.text = funder.text("payer");
        one.name = funder.words("name");
        made.funders.push_back(std::move(one));
    }
    if (made.funders.empty()) {
        for (const programme::Payer& payer : made.payers) {
            made.funders.push_back({{payer.code.text}, payer.code, {}, payer.name, {}, {}});
        }
    }
    return made;
}

}  // namespace

Call load(const programme::SourceFile& file, const Programme& programme, kit::Faults& faults) {
    return load_call(Toml::read(file.name, file.text, faults), file, programme);
}

LoadedAlone load_alone(const programme::SourceFile& file, kit::Faults& faults) {
    const Toml root = Toml::read(file.name, file.text, faults);
    LoadedAlone made;
    made.programme = read_agreement(root);
    made.call = load_call(root, file, made.programme);
    return made;
}

}  // namespace vastin::call
