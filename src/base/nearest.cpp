#include "base/nearest.h"

#include <algorithm>
#include <vector>

namespace vastin {

namespace {

/// How many letters part `a` from `b` (Damerau and Levenshtein, neighbours swapped once).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(now);
    }
    return last.back();
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> known) {
    constexpr std::size_t longest = 100;
    std::size_t least = std::min<std::size_t>(2, (word.size() - std::min<std::size_t>(word.size(), 1)) / 2) + 1;
    std::string found;
    for (const std::string& one : known) {
        const std::size_t apart = std::max(one.size(), word.size()) - std::min(one.size(), word.size());
        if (word.size() > longest || apart >= least) {
            continue;
        }
        if (const std::size_t letters = distance(word, one); letters < least) {
            least = letters;
            found = one;
        }
    }
    return found;
}

Phrase with_nearest(Phrase said, std::string_view word, std::span<const std::string> known) {
    std::string near = nearest(word, known);
    return near.empty() ? said : say("{0}; did you mean \"{1}\"?", std::move(said), std::move(near));
}

}  // namespace vastin
