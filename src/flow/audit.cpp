#include "flow/audit.h"

#include <charconv>
#include <limits>
#include <sstream>
#include <unordered_map>

#include "kit/hash.h"
#include "kit/json.h"

namespace vastin::flow {

std::string chained(const std::string& previous, const Record& r) {
    const kit::Json text(kit::Json::Object{{"about", r.about},
                                           {"actor", r.actor},
                                           {"actor_name", r.actor_name},
                                           {"at", r.at.milliseconds},
                                           {"deed", r.deed},
                                           {"details", r.details},
                                           {"position", r.position}});
    return kit::sha256(previous + "\n" + text.canonical());
}

std::string sealed(const std::string& previous, const Seal& s) {
    return kit::sha256(previous + "\n" + std::to_string(s.number) + "\n" + std::to_string(s.at.milliseconds) + "\n" +
                       s.heads);
}

namespace {

constexpr std::int64_t heads_a_seal = 5000;
constexpr std::int64_t rows_a_read = 5000;
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();  // what was forged may stand below 1

std::string line(const Head& head) { return head.about + " " + std::to_string(head.position) + " " + head.hash + "\n"; }

/// What line() wrote; the name of a case may hold spaces, the other two never do.
Head read_line(const std::string& text) {
    const auto last = text.rfind(' ');
    const auto first = last == std::string::npos || last == 0 ? std::string::npos : text.rfind(' ', last - 1);
    if (first == std::string::npos) {
        return {text, 0, {}, 0};
    }
    Head head{text.substr(0, first), 0, text.substr(last + 1), 0};
    std::from_chars(text.data() + first + 1, text.data() + last, head.position);
    return head;
}

/// Walks the chains in order; gives the last position and hash of each.
std::unordered_map<std::string, Head> walk_chains(kit::Transaction& t, Verified& found) {
    std::unordered_map<std::string, Head> ends;
    Record before;
    for (;;) {
        auto some = records_after(t, before.about, before.position, rows_a_read);
        if (some.empty()) {
            return ends;
        }
        for (Record& r : some) {
            ++found.records;
            const bool first = r.about != before.about;
            const std::string previous = first ? "" : before.hash;
            const std::int64_t expected = first ? 1 : before.position + 1;
            if (r.position != expected) {
                found.faults.push_back("case " + r.about + ": record " + std::to_string(expected) + " is missing");
            }
            if (chained(previous, r) != r.hash) {
                found.faults.push_back("case " + r.about + ": record " + std::to_string(r.position) +
                                       " is not what was written");
            }
            ends[r.about] = {r.about, r.position, r.hash, 0};
            before = std::move(r);
        }
    }
}

/// `ends`: of the chains; `seals`: how far the seals say that each case is sealed.
void walk_heads(kit::Transaction& t,
                std::unordered_map<std::string, Head> ends,
                const std::unordered_map<std::string, std::int64_t>& seals,
                Verified& found) {
    std::string after;
    for (auto some = heads_after(t, after, rows_a_read); !some.empty(); some = heads_after(t, after, rows_a_read)) {
        for (const Head& head : some) {
            ++found.cases;
            const auto end = ends.find(head.about);
            if (end == ends.end() || end->second.position != head.position || end->second.hash != head.hash) {
                found.faults.push_back("case " + head.about + ": its head is record " + std::to_string(head.position) +
                                       ", its chain ends otherwise");
            }
            if (end != ends.end()) {
                ends.erase(end);
            }
            const auto sealed_to = seals.find(head.about);
            if (head.sealed != (sealed_to == seals.end() ? 0 : sealed_to->second)) {
                found.faults.push_back("case " + head.about + ": it was sealed up to record " +
                                       std::to_string(head.sealed) + ", the seals say otherwise");
            }
            after = head.about;
        }
    }
    for (const auto& [about, end] : ends) {
        found.faults.push_back("case " + about + ": its head is missing");
    }
}

/// Gives how far each case is sealed.
std::unordered_map<std::string, std::int64_t> walk_seals(kit::Transaction& t, Verified& found) {
    std::unordered_map<std::string, std::int64_t> sealed_to;
    Seal before;
    for (auto some = seals_after(t, least, 200); !some.empty(); some = seals_after(t, before.number, 200)) {
        for (Seal& s : some) {
            ++found.seals;
            if (s.number != before.number + 1) {
                found.faults.push_back("seal " + std::to_string(before.number + 1) + " is missing");
            }
            if (sealed(before.hash, s) != s.hash) {
                found.faults.push_back("seal " + std::to_string(s.number) + " is not what was written");
            }
            std::istringstream lines(s.heads);
            for (std::string text; std::getline(lines, text);) {
                const Head h = read_line(text);
                sealed_to[h.about] = h.position;
                if (record_hash(t, h.about, h.position) != h.hash) {
                    found.faults.push_back("seal " + std::to_string(s.number) + ": record " +
                                           std::to_string(h.position) + " of case " + h.about + " is gone or changed");
                }
            }
            before = std::move(s);
        }
    }
    return sealed_to;
}

}  // namespace

std::int64_t seal(kit::Database& database, Instant now) {
    std::int64_t sealed_heads = 0;
    database.write([&](kit::Transaction& t) {
        const auto heads = unsealed_heads(t, heads_a_seal);
        sealed_heads = static_cast<std::int64_t>(heads.size());
        if (heads.empty()) {
            return false;
        }
        const auto last = last_seal(t);
        Seal s{last ? last->number + 1 : 1, now, {}, {}};
        for (const Head& head : heads) {
            s.heads += line(head);
            mark_sealed(t, head.about, head.position);
        }
        s.hash = sealed(last ? last->hash : "", s);
        put_seal(t, s);
        return true;
    });
    return sealed_heads;
}

Verified verify(kit::Database& database) {
    Verified found;
    database.read_one_state([&](kit::Transaction& t) {
        found = {};
        auto ends = walk_chains(t, found);
        walk_heads(t, std::move(ends), walk_seals(t, found), found);
    });
    return found;
}

}  // namespace vastin::flow
