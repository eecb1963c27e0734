#include "preparation/lint.h"

#include <algorithm>

#include "call/call_format.h"
#include "call/call_load.h"
#include "kit/hash.h"
#include "preparation/lint_parts.h"

namespace vastin::preparation {

namespace {

using Weight = Finding::Weight;

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
    try_it_out(all);
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
            all += one.kind + "\n" + one.spots.front().path + "\n" + call::plain(one.sentence) + "\n";
        }
    }
    return all.empty() ? all : kit::sha256(all);
}

}  // namespace vastin::preparation
