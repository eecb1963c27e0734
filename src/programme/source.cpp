#include "programme/source.h"

#include <algorithm>

#include "base/nearest.h"

namespace vastin::programme {

const Localised* assumed(const std::vector<Assumption>& assumptions, std::string_view key) {
    for (const Assumption& assumption : assumptions) {
        for (const std::string& covered : assumption.keys) {
            if (key == covered || (key.starts_with(covered) && key[covered.size()] == '.')) {
                return &assumption.text;
            }
        }
    }
    return nullptr;
}

Sources read_sources(const kit::Toml& root, Sources known) {
    if (const auto table = root.table_if("sources")) {
        for (const std::string& key : table->keys()) {
            if (!known.emplace(key, table->words(key)).second) {
                table->fault(key, say("this source is named by the programme already"));
            }
        }
    }
    return known;
}

Localised read_source(const kit::Toml& table, const Sources& sources, std::string_view key) {
    const auto usual = sources.find("");
    if (usual != sources.end() && !table.text_if(key)) {
        return table.has(key) ? Localised() : usual->second;  // one of another kind is told already
    }
    const std::string name = table.text(key);
    const auto found = name.empty() ? sources.end() : sources.find(name);
    if (found != sources.end()) {
        return found->second;
    }
    if (!name.empty()) {
        table.fault(key, say("expected a key of [sources], found \"{0}\"", name));
    }
    return {};
}

std::vector<Assumption> read_assumptions(const kit::Toml& root) {
    std::vector<Assumption> all;
    for (const kit::Toml& table : root.tables("assumptions")) {
        Assumption assumption{table.texts("keys"), {table.text("fi"), table.text("sv"), table.text("en")}};
        if (assumption.keys.empty()) {
            table.fault("keys", say("expected the keys that are assumed, found none"));
        }
        for (const std::string& key : assumption.keys) {
            if (!root.has(key)) {
                table.fault("keys", say("expected a key of this file, found \"{0}\"", key));
            }
        }
        all.push_back(std::move(assumption));
    }
    return all;
}

std::string read_code(const kit::Toml& table, std::vector<std::string>& taken, std::string_view key) {
    const std::string code = table.text(key);
    if (code.empty()) {
        return code;
    }
    if (code.size() > 60 || code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos) {
        table.fault(key, say("expected at most 60 of a-z, 0-9, \"_\", \"-\" and \".\", found \"{0}\"", code));
    } else if (std::find(taken.begin(), taken.end(), code) != taken.end()) {
        table.fault(key, say("\"{0}\" is taken already", code));
    } else {
        taken.push_back(code);
    }
    return code;
}

Announced read_announced(const kit::Toml& table, std::string_view key) {
    const Money sum = table.euros(key);
    return {sum, table.truth("about", false) ? Announced::Precision::about : Announced::Precision::exact};
}

std::string read_web(const kit::Toml& table, std::string_view key) {
    const std::string address = table.text_if(key).value_or("");
    if (!address.empty() && !address.starts_with("https://")) {
        table.fault(key, say("expected an address that begins with https://, found \"{0}\"", address));
    }
    return address;
}

std::size_t read_word(const kit::Toml& table, std::string_view key, const std::vector<std::string>& words) {
    const std::string word = table.text(key);
    const auto found = std::find(words.begin(), words.end(), word);
    if (found != words.end()) {
        return static_cast<std::size_t>(found - words.begin());
    }
    if (!word.empty()) {
        std::string known;
        for (const std::string& one : words) {
            known += (known.empty() ? "" : ", ") + one;
        }
        table.fault(key, with_nearest(say("expected one of {0}, found \"{1}\"", known, word), word, words));
    }
    return 0;
}

}  // namespace vastin::programme
