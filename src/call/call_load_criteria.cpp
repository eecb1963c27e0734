// [[criteria]], [scoring], [[messages]] and [languages] of a call.
#include <algorithm>

#include "call/call_load.h"

namespace vastin::call {

namespace {

using kit::Toml;
using programme::read_source;
using programme::read_word;
using programme::Sources;

constexpr std::int64_t score_limit = 1000;

/// The scale, and a least score within it; a criterion that is passed or not has neither.
void read_scale(const Toml& table, Criterion& criterion) {
    criterion.least_score = table.number("least_score", 0, score_limit);
    criterion.most_score = table.number("most_score", 0, score_limit);
    criterion.weight = table.percent_if("weight");
    if (criterion.most_score <= criterion.least_score) {
        table.fault("most_score",
                    say("expected more than least_score, {0}, found {1}",
                        static_cast<std::int64_t>(criterion.least_score),
                        static_cast<std::int64_t>(criterion.most_score)));
    }
    if (table.has("minimum")) {
        const std::int64_t most = std::max(criterion.least_score, criterion.most_score);
        criterion.minimum = table.number("minimum", criterion.least_score, most);
    }
}

std::vector<Criterion> read_criteria(const Toml& root, const Sources& sources) {
    std::vector<Criterion> all;
    std::vector<std::string> taken;
    std::int32_t sum = 0;
    for (const Toml& table : root.tables("criteria")) {
        Criterion criterion;
        criterion.key = programme::read_code(table, taken, "key");
        criterion.name = table.words("name");
        criterion.text = table.words_if("text");
        criterion.kind = static_cast<Criterion::Kind>(read_word(table, "kind", {"pass", "score"}));
        if (criterion.kind == Criterion::Kind::score) {
            read_scale(table, criterion);
        }
        criterion.source = read_source(table, sources);
        sum += criterion.weight.value_or(Share()).basis_points;
        all.push_back(std::move(criterion));
    }
    const auto scored = [](const Criterion& one) { return one.kind == Criterion::Kind::score; };
    const bool weighted = std::any_of(all.begin(), all.end(), [](const Criterion& one) { return one.weight; });
    const bool all_weighted =
        std::all_of(all.begin(), all.end(), [&](const Criterion& one) { return one.weight || !scored(one); });
    if (weighted && !all_weighted) {
        root.fault("criteria", say("expected a weight for each criterion that is scored, or for none"));
    } else if (weighted && sum != whole_share.basis_points) {
        root.fault("criteria", say("expected weights that sum to 100, found {0}", Share{sum}));
    }
    return all;
}

Scoring read_scoring(const Toml& root, const Sources& sources, const std::vector<Criterion>& criteria) {
    Scoring scoring;
    if (const auto table = root.table_if("scoring")) {
        std::int64_t most = 0;
        for (const Criterion& one : criteria) {
            most += one.most_score;
        }
        if (table->has("minimum_total")) {
            scoring.minimum_total = table->number("minimum_total", 0, most);
        }
        scoring.source = read_source(*table, sources);
    }
    return scoring;
}

std::vector<Message> read_messages(const Toml& root) {
    static const std::vector<std::string> events(message_events.begin(), message_events.end());
    std::vector<Message> all;
    for (const Toml& table : root.tables("messages")) {
        const std::string event = events[read_word(table, "event", events)];
        if (std::any_of(all.begin(), all.end(), [&](const Message& one) { return one.event == event; })) {
            table.fault("event", say("\"{0}\" has a message already", event));
        }
        all.push_back({event, table.words("text")});
    }
    return all;
}

std::vector<Language> read_languages(const Toml& table, std::string_view key) {
    std::vector<Language> all;
    const auto words = table.texts(key);
    if (words.empty() && table.has(key)) {
        table.fault(key, say("expected at least one of fi, sv and en, or no such key, found none"));
    }
    for (const std::string& word : words) {
        const auto language = read_language(word);
        if (!language || std::find(all.begin(), all.end(), *language) != all.end()) {
            table.fault(key, say("expected fi, sv or en, each once, found \"{0}\"", word));
        } else {
            all.push_back(*language);
        }
    }
    return all;
}

}  // namespace

void load_criteria(const Toml& root, const Sources& sources, Call& call) {
    call.criteria = read_criteria(root, sources);
    call.scoring = read_scoring(root, sources, call.criteria);
    call.messages = read_messages(root);
    if (const auto table = root.table_if("languages")) {
        call.languages = {read_languages(*table, "application"), read_languages(*table, "decision")};
    }
}

}  // namespace vastin::call
