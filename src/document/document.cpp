#include "document/document.h"

#include <map>

#include "flow/flow_store.h"
#include "kit/hash.h"

namespace vastin::document {

Frozen freeze(const kit::Json& document, std::string rules) {
    Frozen frozen{document.canonical(), {}, std::move(rules)};
    frozen.hash = kit::sha256(frozen.content);
    return frozen;
}

namespace {

constexpr std::int64_t a_time = 1000;

using Place = std::pair<std::string, std::int64_t>;  // a case, and which submission of it
struct Named {
    std::string hash, rules;
    Instant arrived;
};
using Found = std::map<Place, Named>;
using Faults = std::vector<std::string>;

std::string sentence(const Place& place, const char* what) {
    return "submission " + std::to_string(place.second) + " of case " + place.first + what;
}

/// Everything that is kept, each hashed anew.
Found hash_all(kit::Transaction& t, Faults& faults) {
    Found found;
    Id<Submission> last{*IdText::read("00000000000000000000000000")};
    for (auto some = after(t, last, a_time); !some.empty(); some = after(t, last, a_time)) {
        for (Sent& sent : some) {
            last = sent.id;
            const Place place{sent.about, sent.number};
            if (kit::sha256(sent.frozen.content) != sent.frozen.hash) {
                faults.push_back(sentence(place, " is not what was sent"));
            }
            found[place] = {std::move(sent.frozen.hash), std::move(sent.frozen.rules), sent.arrived};
        }
    }
    return found;
}

void compare(kit::Transaction& t, std::string_view deed, Found found, Faults& faults) {
    flow::Record last;
    Place place;
    for (auto some = flow::records_of_deed_after(t, deed, "", 0, a_time); !some.empty();
         some = flow::records_of_deed_after(t, deed, last.about, last.position, a_time)) {
        for (flow::Record& record : some) {
            place = {record.about, record.about == place.first ? place.second + 1 : 1};
            const auto details = kit::Json::read(record.details).value_or(kit::Json());
            const auto kept = found.find(place);
            if (kept == found.end()) {
                faults.push_back(sentence(place, " is missing"));
            } else {
                const Named& named = kept->second;
                if (details.text_or("hash") != named.hash || details.text_or("rules") != named.rules ||
                    record.at != named.arrived) {
                    faults.push_back(sentence(place, " is not the one that the audit names"));
                }
                found.erase(kept);
            }
            last = std::move(record);
        }
    }
    for (const auto& [never, named] : found) {
        faults.push_back(sentence(never, " was never sent"));
    }
}

}  // namespace

std::vector<std::string> verify(kit::Database& database, std::string_view deed, std::int64_t& read) {
    Faults faults;
    database.read_one_state([&](kit::Transaction& t) {
        faults.clear();
        Found found = hash_all(t, faults);
        read = static_cast<std::int64_t>(found.size());
        compare(t, deed, std::move(found), faults);
    });
    return faults;
}

}  // namespace vastin::document
