#include "preparation/lint.h"

#include <algorithm>

#include "call/call_format.h"
#include "call/call_load.h"
#include "kit/hash.h"
#include "preparation/lint_parts.h"
#include "programme/kept.h"

namespace vastin::preparation {

namespace {

using Weight = Finding::Weight;

/// What shows by trying takes long, and is the same for the same call and agreement: each is tried once.
std::shared_ptr<const std::vector<Finding>> tried_out(const Lint& lint) {
    static programme::Kept<std::vector<Finding>, std::string, 64> kept;
    return kept.get(lint.call.rules_hash.text + lint.programme.hash.text, [&] {
        Lint alone{lint.call, lint.programme, lint.around};
        try_it_out(alone);
        return std::move(alone.found);
    });
}

}  // namespace

Phrase label_of(const std::string& path) {
    const call::FormatRow* row = call::find_row(path);
    return row == nullptr ? say("{0}", path) : row->label;
}

void Lint::warn(std::string kind, std::string path, Phrase sentence, Phrase source) {
    Phrase label = label_of(path);
    found.push_back({Weight::warns,
                     std::move(kind),
                     std::move(sentence),
                     {{std::move(path), std::move(label)}},
                     std::move(source)});
}

void Lint::stop(std::string kind, std::string path, Phrase sentence, Phrase source) {
    warn(std::move(kind), std::move(path), std::move(sentence), std::move(source));
    found.back().weight = Weight::stops;
}

std::vector<Finding> lint(const call::Call& call, const programme::Programme& programme, const Surroundings& around) {
    Lint all{call, programme, around};
    look_at_dates(all);
    look_at_money(all);
    look_at_questions(all);
    look_at_texts(all);
    const auto tried = tried_out(all);
    all.found.insert(all.found.end(), tried->begin(), tried->end());
    std::stable_sort(all.found.begin(), all.found.end(), [](const Finding& a, const Finding& b) {
        return a.weight == Weight::stops && b.weight == Weight::warns;
    });
    return std::move(all.found);
}

bool stops(const std::vector<Finding>& findings) {
    return std::any_of(
        findings.begin(), findings.end(), [](const Finding& one) { return one.weight == Weight::stops; });
}

std::string warnings_token(const std::vector<Finding>& findings) {
    std::string all;
    for (const Finding& one : findings) {
        if (one.weight == Weight::warns) {
            all += one.kind + "\n" + one.spots.front().path + "\n" + plain(one.sentence) + "\n";
        }
    }
    return all.empty() ? all : kit::sha256(all);
}

}  // namespace vastin::preparation
